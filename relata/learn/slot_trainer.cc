// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/slot_trainer.h"

#include <algorithm>

#include "relata/base/utf8.h"
#include "relata/claims/count_candidates.h"
#include "relata/claims/event_places.h"
#include "relata/claims/event_times.h"
#include "relata/claims/place_candidates.h"
#include "relata/claims/slot_model.h"
#include "relata/claims/time_candidates.h"
#include "relata/learn/claim_match.h"
#include "relata/learn/logistic.h"
#include "relata/learn/ranker.h"
#include "relata/model/model_file.h"

namespace relata {

namespace {

constexpr MaxentOptions kOptions{
    .epochs = 8, .seed = 1, .rate = 0.05F, .l2 = 1e-3F, .least_count = 2, .least_weight = 0.005F};
constexpr std::size_t kFolds =
    4;  // of the reports, to learn what likelihoods are worth; no fold has this number

// The claim of the gold that the event is about: one whose trigger it touches, of the same type if there is one.
const ClaimRecord* gold_of(const Event& event, const CodePoints& points, const ReportRecord& gold) {
  const ClaimRecord* found = nullptr;
  for (const ClaimRecord& claim : gold.claims) {
    if (!points.inside(claim.trigger).overlaps(event.trigger)) continue;
    if (claim.type == event.type) return &claim;
    found = &claim;
  }
  return found;
}

// What the slots of a report's events can be, and what they are.
class Choices {
 public:
  std::vector<Choice> place, time, count;

  Choices() = default;  // of no report

  explicit Choices(const SlotReport& sample) {
    const CodePoints points(sample.document->text);
    const std::vector<Event>& events = sample.findings->events;
    const SlotContext context(*sample.document, events);
    const PlaceCandidates places(context, sample.findings->telling, sample.findings->places,
                                 sample.findings->times);
    const TimeCandidates times(context, sample.findings->times, *sample.report);
    const CountCandidates counts(context, sample.findings->quantities);
    std::vector<const ClaimRecord*> golds;
    EarlierChoices earlier;
    EarlierChoices times_before;
    for (const Event& event : events) {
      const ClaimRecord* gold = golds.emplace_back(gold_of(event, points, *sample.gold));
      if (gold == nullptr) continue;
      add_place(places.of(event, earlier), event.type, *gold, points, sample.findings->places,
                earlier);
      add_time(times.of(event, times_before), event.type, *gold, sample.findings->times,
               times_before);
    }
    for (std::uint32_t i = 0; i < sample.findings->quantities.size(); ++i) {
      add_count(counts.of(i), sample.findings->quantities[i], events, golds, points);
    }
  }

  void add(const Choices& more) {
    place.insert(place.end(), more.place.begin(), more.place.end());
    time.insert(time.end(), more.time.begin(), more.time.end());
    count.insert(count.end(), more.count.begin(), more.count.end());
  }

 private:
  void add_place(std::vector<Candidate> candidates, EventType type, const ClaimRecord& gold,
                 const CodePoints& points, std::span<const Place> found, EarlierChoices& earlier) {
    Choice choice;
    std::optional<std::uint32_t> first;
    for (Candidate& candidate : candidates) {
      const Place& at = found[candidate.index];
      const bool right = place_agrees(gold, at.span, at.name, points);
      if (right && !first) first = candidate.index;
      choice.candidates.push_back(std::move(candidate.features));
      choice.right.push_back(right);
    }
    if (first) earlier.give(type, *first);
    if (!choice.right.empty()) place.push_back(std::move(choice));
  }

  void add_time(std::vector<Candidate> candidates, EventType type, const ClaimRecord& gold,
                std::span<const TimeExpression> found, EarlierChoices& earlier) {
    Choice choice;
    std::optional<std::uint32_t> first;
    for (Candidate& candidate : candidates) {
      const bool right = gold.when && gold.when->period == *found[candidate.index].period;
      if (right && !first) first = candidate.index;
      choice.candidates.push_back(std::move(candidate.features));
      choice.right.push_back(right);
    }
    if (first) earlier.give(type, *first);
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

// The choices of all reports but those of a fold, in order.
Choices together(std::span<const Choices> reports, std::size_t without) {
  Choices all;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (i % kFolds != without) all.add(reports[i]);
  }
  return all;
}

ModelWriter train_rankers(const Choices& choices) {
  ModelWriter writer;
  writer.add(std::string(name_of(ClaimSlot::place)), train_ranker(choices.place, kOptions));
  writer.add(std::string(name_of(ClaimSlot::time)), train_ranker(choices.time, kOptions));
  writer.add(std::string(name_of(ClaimSlot::count)), train_ranker(choices.count, kOptions));
  return writer;
}

// What likelihoods were worth on reports that the model had not seen.
class Worth {
 public:
  void look(const SlotReport& sample, const SlotModel& model) {
    const CodePoints points(sample.document->text);
    const Findings& findings = *sample.findings;
    const SlotContext context(*sample.document, findings.events);
    EventPlaces places(context, findings.telling, findings.places, findings.times, model);
    EventTimes times(context, findings.times, *sample.report, model);
    for (const Event& event : findings.events) {
      const PlaceChoice place = places.choose(event);
      const TimeChoice time = times.choose(event);
      const ClaimRecord* gold = gold_of(event, points, *sample.gold);
      if (gold == nullptr) continue;
      const std::vector<Chain> chains = findings.telling.chains(event.trigger);
      const bool place_right = place_agrees(*gold, place.where, points);
      const bool time_right = time_agrees(*gold, time.when);
      const bool voice_right =
          is_speech_act(event.type) || last_voice_agrees(*gold, chains, findings.telling, points);
      const double place_odds = SlotCalibration::log_odds(place.likelihood);
      const double time_odds = SlotCalibration::log_odds(time.likelihood);
      slots_[static_cast<std::size_t>(ClaimSlot::place)].push_back({{1, place_odds}, place_right});
      slots_[static_cast<std::size_t>(ClaimSlot::time)].push_back({{1, time_odds}, time_right});
      whole_.push_back({{1, place_odds, time_odds, chains.empty() ? 0.0 : 1.0},
                        place_right && time_right && voice_right});
    }
  }

  // A count that the model gives away, against what the choices say of it.
  void look_at_counts(std::span<const Choice> choices, const SlotModel& model) {
    for (const Choice& choice : choices) {
      std::vector<Candidate> candidates;
      for (const auto& features : choice.candidates) candidates.push_back({0, features});
      const auto likelihoods = model.likelihoods(ClaimSlot::count, candidates);
      const auto best = std::max_element(likelihoods.begin(), likelihoods.end());
      slots_[static_cast<std::size_t>(ClaimSlot::count)].push_back(
          {{1, SlotCalibration::log_odds(*best)},
           choice.right[static_cast<std::size_t>(best - likelihoods.begin())]});
    }
  }

  [[nodiscard]] SlotCalibration calibration() const {
    SlotCalibration::Weights weights;
    for (std::size_t slot = 0; slot < kClaimSlots; ++slot) {
      const auto fitted = fit_logistic<2>(slots_[slot]);
      std::copy(fitted.begin(), fitted.end(), weights.slots[slot].begin());
    }
    const auto fitted = fit_logistic<4>(whole_);
    std::copy(fitted.begin(), fitted.end(), weights.whole.begin());
    return SlotCalibration(weights);
  }

 private:
  std::array<std::vector<Observation<2>>, kClaimSlots> slots_;
  std::vector<Observation<4>> whole_;
};

SlotCalibration calibrate(std::span<const SlotReport> reports, std::span<const Choices> choices) {
  Worth worth;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const ModelWriter seen = train_rankers(together(choices, fold));
    const auto files = files_in_memory({{"slots", seen.finish()}});
    auto bytes = files->map("slots");
    RELATA_CHECK(bytes);
    const auto model = SlotModel::open(std::move(*bytes));
    RELATA_CHECK(model);
    for (std::size_t i = fold; i < reports.size(); i += kFolds) {
      worth.look(reports[i], *model);
      worth.look_at_counts(choices[i].count, *model);
    }
  }
  return worth.calibration();
}

}  // namespace

SlotTraining train_slot_model(std::span<const SlotReport> reports) {
  const std::vector<Choices> choices(reports.begin(), reports.end());
  const Choices all = together(choices, kFolds);
  ModelWriter writer = train_rankers(all);
  writer.add(std::string(SlotCalibration::kSection), calibrate(reports, choices).section());
  return {all.place.size(), all.time.size(), all.count.size(), writer.finish()};
}

}  // namespace relata
