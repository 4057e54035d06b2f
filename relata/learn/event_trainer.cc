// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/event_trainer.h"

#include <algorithm>
#include <set>

#include "relata/events/candidate.h"
#include "relata/events/event_features.h"
#include "relata/events/find_events.h"
#include "relata/learn/model_in_memory.h"
#include "relata/model/section_reader.h"

namespace relata {
namespace {

bool allows(const EventCandidate& candidate, EventType type) {
  return std::find(candidate.types.begin(), candidate.types.end(), type) != candidate.types.end();
}

// How well a candidate fits a gold claim: the higher the better, nothing if it does not touch it.
std::optional<int> fit(const Document& document, const EventCandidate& candidate,
                       const GoldEvent& gold) {
  const Span words = document.span_of(candidate.first, candidate.last);
  const bool touches = words.overlaps(gold.trigger);
  const bool type = allows(candidate, gold.type);
  if (touches) {
    const bool head = gold.trigger.contains(document.tokens[candidate.head].span);
    return (type ? 8 : 2) + (head ? 2 : 0);
  }
  if (type && gold.evidence.contains(document.tokens[candidate.head].span)) return 1;
  return std::nullopt;
}

// Of each candidate, the type that the gold gives it; nothing: no event.
std::vector<std::optional<EventType>> labels_of(const EventReport& report,
                                                const EventCandidates& candidates) {
  struct Option {
    int fit;
    std::size_t gold, candidate;
  };
  std::vector<Option> options;
  for (std::size_t g = 0; g < report.events.size(); ++g) {
    for (std::size_t c = 0; c < candidates.list.size(); ++c) {
      if (const auto found = fit(*report.document, candidates.list[c], report.events[g]))
        options.push_back({*found, g, c});
    }
  }
  std::stable_sort(options.begin(), options.end(),
                   [](const Option& a, const Option& b) { return a.fit > b.fit; });
  std::vector<std::optional<EventType>> labels(candidates.list.size());
  std::vector<bool> told(report.events.size(), false);
  for (const Option& option : options) {
    if (told[option.gold] || labels[option.candidate]) continue;
    told[option.gold] = true;
    labels[option.candidate] = report.events[option.gold].type;
  }
  return labels;
}

// A report as both looks see it.
struct Prepared {
  EventCandidates candidates;
  std::vector<std::optional<EventType>> labels;
  std::vector<Example> first;  // of each candidate, each type
};

Prepared prepare(const EventReport& report, const EventKnowledge& knowledge) {
  Prepared prepared{
      find_candidates(*report.document, knowledge.triggers, knowledge.status), {}, {}};
  prepared.labels = labels_of(report, prepared.candidates);
  EventFeatures features(*report.document, prepared.candidates);
  for (std::uint32_t c = 0; c < prepared.candidates.list.size(); ++c) {
    features.observe(c);
    for (const EventType type : prepared.candidates.list[c].types) {
      Example example;
      features.pair(type, example.features);
      example.label = prepared.labels[c] == type ? 1 : 0;
      prepared.first.push_back(std::move(example));
    }
  }
  return prepared;
}

const std::vector<std::string> kLabels = {"no", "yes"};

class Trainer {
 public:
  Trainer(std::span<const EventReport> reports, const EventKnowledge& knowledge,
          const EventTraining& training)
      : reports_(reports), training_(training) {
    for (const EventReport& report : reports) prepared_.push_back(prepare(report, knowledge));
  }

  // Both looks, from the reports for which `keep` holds.
  template <typename Keep>
  ModelWriter train(const Keep& keep) const {
    ModelWriter writer;
    writer.add("event", first_look(keep));
    writer.add("event_again", train_maxent(second_examples(keep), kLabels, training_.second));
    SectionBytes threshold;
    threshold.value(training_.threshold);
    writer.add("event_threshold", std::move(threshold).take());
    return writer;
  }

 private:
  template <typename Keep>
  std::string first_look(const Keep& keep) const {
    std::vector<Example> examples;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (!keep(i)) continue;
      for (std::uint32_t copy = 0; copy < reports_[i].weight; ++copy)
        examples.insert(examples.end(), prepared_[i].first.begin(), prepared_[i].first.end());
    }
    return train_maxent(examples, kLabels, training_.first);
  }

  // The second look learns from first looks that had not seen the report, as it will be used.
  template <typename Keep>
  std::vector<Example> second_examples(const Keep& keep) const {
    std::vector<Example> examples;
    for (std::uint32_t part = 0; part < kParts; ++part) {
      const auto in_part = [&](std::size_t i) {
        return (reports_[i].fold == kAlways ? i : reports_[i].fold) % kParts == part;
      };
      ModelWriter writer;
      writer.add("event", first_look([&](std::size_t i) { return keep(i) && !in_part(i); }));
      const ModelFile file = model_in_memory(writer);
      auto model = LinearModel::open(file, "event");
      RELATA_CHECK(model);
      for (std::size_t i = 0; i < reports_.size(); ++i) {
        if (keep(i) && in_part(i)) add_second(i, *model, examples);
      }
    }
    return examples;
  }

  void add_second(std::size_t i, const LinearModel& model, std::vector<Example>& out) const {
    const EventCandidates& candidates = prepared_[i].candidates;
    const Document& document = *reports_[i].document;
    const FirstLook first = look_first(document, candidates, model);
    const SecondLook look(document, candidates, first);
    for (std::uint32_t c = 0; c < candidates.list.size(); ++c) {
      for (std::size_t type = 0; type < candidates.list[c].types.size(); ++type) {
        Example example;
        look.features(c, type, example.features);
        example.label = prepared_[i].labels[c] == candidates.list[c].types[type] ? 1 : 0;
        out.push_back(std::move(example));
      }
    }
  }

  static constexpr std::uint32_t kParts = 5;

  std::span<const EventReport> reports_;
  const EventTraining& training_;
  std::vector<Prepared> prepared_;
};

}  // namespace

std::string train_events(std::span<const EventReport> reports, const EventKnowledge& knowledge,
                         const EventTraining& training) {
  return Trainer(reports, knowledge, training).train([](std::size_t) { return true; }).finish();
}

Result<std::vector<std::vector<Event>>> cross_validate_events(std::span<const EventReport> reports,
                                                              const DataFolder& folder,
                                                              const EventTraining& training) {
  RELATA_TRY(const EventKnowledge knowledge, EventKnowledge::load(folder));
  const Trainer trainer(reports, knowledge, training);
  std::set<std::uint32_t> folds;
  for (const EventReport& report : reports) {
    if (report.fold != kAlways) folds.insert(report.fold);
  }
  std::vector<std::vector<Event>> found(reports.size());
  for (const std::uint32_t fold : folds) {
    const ModelWriter writer =
        trainer.train([&](std::size_t i) { return reports[i].fold != fold; });
    RELATA_TRY(auto own, EventKnowledge::load(folder));
    RELATA_TRY(const EventModel model, EventModel::open(std::move(own), model_in_memory(writer)));
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (reports[i].fold == fold) found[i] = find_events(*reports[i].document, model);
    }
  }
  return found;
}

}  // namespace relata
