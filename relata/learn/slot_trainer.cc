// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/slot_trainer.h"

#include <algorithm>
#include <set>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/claims/count_candidates.h"
#include "relata/claims/place_candidates.h"
#include "relata/claims/slot_model.h"
#include "relata/claims/time_candidates.h"
#include "relata/learn/maxent.h"
#include "relata/model/model_file.h"

namespace relata {

namespace {

constexpr MaxentOptions kOptions{.epochs = 30, .seed = 1, .rate = 0.1F, .l2 = 3e-5F, .least_count = 2, .least_weight = 0.005F};

std::set<std::string> words_in(std::string_view name) {
  std::set<std::string> words;
  std::string word;
  for (const char c : fold(name) + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0) {
      word.push_back(c);
    } else if (!word.empty()) {
      if (word != "the" && word != "al" && word != "of" && word != "a") words.insert(word);
      word.clear();
    }
  }
  return words;
}

bool names_agree(std::string_view a, std::string_view b) {
  const auto x = words_in(a);
  const auto y = words_in(b);
  if (x.empty() || y.empty()) return false;
  return std::includes(x.begin(), x.end(), y.begin(), y.end()) || std::includes(y.begin(), y.end(), x.begin(), x.end());
}

// One report's examples, added to those of the others.
class Examples {
 public:
  std::vector<Example> place, time, count;

  void add(const SlotReport& sample) {
    const CodePoints points(sample.document->text);
    const SlotContext context(*sample.document, sample.findings->events);
    const PlaceCandidates places(context, sample.findings->telling, sample.findings->places);
    const TimeCandidates times(context, sample.findings->times, sample.report->anchor());
    const CountCandidates counts(context, sample.findings->quantities);
    std::optional<std::uint32_t> last;
    for (const Event& event : sample.findings->events) {
      const ClaimRecord* gold = gold_of(event, points, *sample.gold);
      if (gold == nullptr) continue;
      add_places(places.of(event, last), *gold, points, sample.findings->places, last);
      add_times(times.of(event), *gold, sample.findings->times);
      add_counts(counts.of(event), event, *gold, points, sample.findings->quantities);
    }
  }

 private:
  // The claim of the gold that the event is about: one whose trigger it touches, of the same type if there is one.
  static const ClaimRecord* gold_of(const Event& event, const CodePoints& points, const ReportRecord& gold) {
    const ClaimRecord* found = nullptr;
    for (const ClaimRecord& claim : gold.claims) {
      if (!points.inside(claim.trigger).overlaps(event.trigger)) continue;
      if (claim.type == event.type) return &claim;
      found = &claim;
    }
    return found;
  }

  void add_places(std::vector<Candidate> candidates, const ClaimRecord& gold, const CodePoints& points,
                  std::span<const Place> found, std::optional<std::uint32_t>& last) {
    bool first = true;
    for (Candidate& candidate : candidates) {
      const Place& at = found[candidate.index];
      const bool right = !gold.where.empty() &&
                         ((gold.where[0].span && points.inside(*gold.where[0].span).overlaps(at.span)) ||
                          names_agree(gold.where[0].name, at.name));
      if (right && first) {
        last = candidate.index;
        first = false;
      }
      place.push_back({std::move(candidate.features), right});
    }
  }

  void add_times(std::vector<Candidate> candidates, const ClaimRecord& gold, std::span<const TimeExpression> found) {
    for (Candidate& candidate : candidates) {
      const bool right = gold.when && gold.when->period == *found[candidate.index].period;
      time.push_back({std::move(candidate.features), right});
    }
  }

  void add_counts(std::vector<Candidate> candidates, const Event& event, const ClaimRecord& gold, const CodePoints& points,
                  std::span<const Quantity> found) {
    for (Candidate& candidate : candidates) {
      const Quantity& quantity = found[candidate.index];
      const bool right = std::any_of(gold.counts.begin(), gold.counts.end(), [&](const CountRecord& wanted) {
        return wanted.span && points.inside(*wanted.span).overlaps(quantity.span) &&
               wanted.of == name_of(*meaning_at(event.type, *quantity.of));
      });
      count.push_back({std::move(candidate.features), right});
    }
  }
};

}  // namespace

SlotTraining train_slots(std::span<const SlotReport> reports) {
  Examples examples;
  for (const SlotReport& report : reports) examples.add(report);
  const std::vector<std::string> labels{"no", "yes"};
  ModelWriter writer;
  writer.add(std::string(name_of(ClaimSlot::place)), train_maxent(examples.place, labels, kOptions));
  writer.add(std::string(name_of(ClaimSlot::time)), train_maxent(examples.time, labels, kOptions));
  writer.add(std::string(name_of(ClaimSlot::count)), train_maxent(examples.count, labels, kOptions));
  return {examples.place.size(), examples.time.size(), examples.count.size(), writer.finish()};
}

}  // namespace relata
