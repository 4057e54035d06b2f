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
#include "relata/learn/ranker.h"
#include "relata/model/model_file.h"

namespace relata {

namespace {

constexpr MaxentOptions kOptions{
    .epochs = 8, .seed = 1, .rate = 0.1F, .l2 = 1e-3F, .least_count = 2, .least_weight = 0.005F};

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
  return std::includes(x.begin(), x.end(), y.begin(), y.end()) ||
         std::includes(y.begin(), y.end(), x.begin(), x.end());
}

// One report's choices, added to those of the others.
class Choices {
 public:
  std::vector<Choice> place, time, count;

  void add(const SlotReport& sample) {
    const CodePoints points(sample.document->text);
    const std::vector<Event>& events = sample.findings->events;
    const SlotContext context(*sample.document, events);
    const PlaceCandidates places(context, sample.findings->telling, sample.findings->places,
                                 sample.findings->times);
    const TimeCandidates times(context, sample.findings->times, *sample.report);
    const CountCandidates counts(context, sample.findings->quantities);
    std::vector<const ClaimRecord*> golds;
    PlacesBefore earlier;
    for (const Event& event : events) {
      const ClaimRecord* gold = golds.emplace_back(gold_of(event, points, *sample.gold));
      if (gold == nullptr) continue;
      add_place(places.of(event, earlier), event.type, *gold, points, sample.findings->places,
                earlier);
      add_time(times.of(event), *gold, sample.findings->times);
    }
    for (std::uint32_t i = 0; i < sample.findings->quantities.size(); ++i) {
      add_count(counts.of(i), sample.findings->quantities[i], events, golds, points);
    }
  }

 private:
  // The claim of the gold that the event is about: one whose trigger it touches, of the same type if there is one.
  static const ClaimRecord* gold_of(const Event& event, const CodePoints& points,
                                    const ReportRecord& gold) {
    const ClaimRecord* found = nullptr;
    for (const ClaimRecord& claim : gold.claims) {
      if (!points.inside(claim.trigger).overlaps(event.trigger)) continue;
      if (claim.type == event.type) return &claim;
      found = &claim;
    }
    return found;
  }

  void add_place(std::vector<Candidate> candidates, EventType type, const ClaimRecord& gold,
                 const CodePoints& points, std::span<const Place> found, PlacesBefore& earlier) {
    Choice choice;
    std::optional<std::uint32_t> first;
    for (Candidate& candidate : candidates) {
      const Place& at = found[candidate.index];
      const bool right =
          !gold.where.empty() &&
          ((gold.where[0].span && points.inside(*gold.where[0].span).overlaps(at.span)) ||
           names_agree(gold.where[0].name, at.name));
      if (right && !first) first = candidate.index;
      choice.candidates.push_back(std::move(candidate.features));
      choice.right.push_back(right);
    }
    if (first) earlier.give(type, *first);
    if (!choice.right.empty()) place.push_back(std::move(choice));
  }

  void add_time(std::vector<Candidate> candidates, const ClaimRecord& gold,
                std::span<const TimeExpression> found) {
    Choice choice;
    for (Candidate& candidate : candidates) {
      choice.candidates.push_back(std::move(candidate.features));
      choice.right.push_back(gold.when && gold.when->period == *found[candidate.index].period);
    }
    if (!choice.right.empty()) time.push_back(std::move(choice));
  }

  // The events that the gold gives this count to; a quantity in a sentence without gold claims teaches nothing.
  void add_count(std::vector<Candidate> candidates, const Quantity& quantity,
                 std::span<const Event> events, const std::vector<const ClaimRecord*>& golds,
                 const CodePoints& points) {
    Choice choice;
    for (Candidate& candidate : candidates) {
      const ClaimRecord* gold = golds[candidate.index];
      if (gold == nullptr) continue;
      const CountOf of = *meaning_at(events[candidate.index].type, *quantity.of);
      choice.candidates.push_back(std::move(candidate.features));
      choice.right.push_back(
          std::any_of(gold->counts.begin(), gold->counts.end(), [&](const CountRecord& wanted) {
            return wanted.span && points.inside(*wanted.span).overlaps(quantity.span) &&
                   wanted.of == name_of(of);
          }));
    }
    if (!choice.right.empty()) count.push_back(std::move(choice));
  }
};

}  // namespace

SlotTraining train_slot_model(std::span<const SlotReport> reports) {
  Choices choices;
  for (const SlotReport& report : reports) choices.add(report);
  ModelWriter writer;
  writer.add(std::string(name_of(ClaimSlot::place)), train_ranker(choices.place, kOptions));
  writer.add(std::string(name_of(ClaimSlot::time)), train_ranker(choices.time, kOptions));
  writer.add(std::string(name_of(ClaimSlot::count)), train_ranker(choices.count, kOptions));
  return {choices.place.size(), choices.time.size(), choices.count.size(), writer.finish()};
}

}  // namespace relata
