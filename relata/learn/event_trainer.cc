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

void add_examples(const EventReport& report, const EventKnowledge& knowledge,
                  std::vector<Example>& out) {
  const EventCandidates candidates =
      find_candidates(*report.document, knowledge.triggers, knowledge.status);
  const auto labels = labels_of(report, candidates);
  EventFeatures features(*report.document, candidates);
  for (std::uint32_t c = 0; c < candidates.list.size(); ++c) {
    features.observe(c);
    for (const EventType type : candidates.list[c].types) {
      Example example;
      features.pair(type, example.features);
      example.label = labels[c] == type ? 1 : 0;
      for (std::uint32_t copy = 1; copy < report.weight; ++copy) out.push_back(example);
      out.push_back(std::move(example));
    }
  }
}

std::string model_bytes(std::span<const Example> examples, const EventTraining& training,
                        ModelWriter& writer) {
  writer.add("event", train_maxent(examples, {"no", "yes"}, training.maxent));
  SectionBytes threshold;
  threshold.value(training.threshold);
  writer.add("event_threshold", std::move(threshold).take());
  return writer.finish();
}

}  // namespace

std::string train_events(std::span<const EventReport> reports, const EventKnowledge& knowledge,
                         const EventTraining& training) {
  std::vector<Example> examples;
  for (const EventReport& report : reports) add_examples(report, knowledge, examples);
  ModelWriter writer;
  return model_bytes(examples, training, writer);
}

Result<std::vector<std::vector<Event>>> cross_validate_events(std::span<const EventReport> reports,
                                                              const DataFolder& folder,
                                                              const EventTraining& training) {
  RELATA_TRY(const EventKnowledge knowledge, EventKnowledge::load(folder));
  std::vector<std::vector<Example>> of_report(reports.size());
  std::set<std::uint32_t> folds;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    add_examples(reports[i], knowledge, of_report[i]);
    if (reports[i].fold != kAlways) folds.insert(reports[i].fold);
  }
  std::vector<std::vector<Event>> found(reports.size());
  for (const std::uint32_t fold : folds) {
    std::vector<Example> examples;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (reports[i].fold != fold)
        examples.insert(examples.end(), of_report[i].begin(), of_report[i].end());
    }
    ModelWriter writer;
    static_cast<void>(model_bytes(examples, training, writer));
    RELATA_TRY(auto own, EventKnowledge::load(folder));
    RELATA_TRY(const EventModel model, EventModel::open(std::move(own), model_in_memory(writer)));
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (reports[i].fold == fold) found[i] = find_events(*reports[i].document, model);
    }
  }
  return found;
}

}  // namespace relata
