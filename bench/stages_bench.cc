// SPDX-License-Identifier: Apache-2.0
// Each stage alone, on what the stages before it made of the reports of examples/.
#include <benchmark/benchmark.h>

#include "bench/corpus.h"
#include "relata/attribution/find_telling.h"
#include "relata/events/find_events.h"
#include "relata/quantities/find_quantities.h"
#include "relata/text/analyse.h"
#include "relata/times/find_times.h"

namespace relata::bench {
namespace {

// Runs `stage` on every report again and again, and says how many words, reports and bytes that was a second.
template <typename Stage>
void run(benchmark::State& state, Stage stage) {
  const Corpus& all = corpus();
  for (auto _ : state) {
    for (std::size_t i = 0; i < all.reports.size(); ++i) {
      const auto result = stage(all.reports[i], all.found[i]);
      benchmark::DoNotOptimize(&result);
    }
  }
  const auto rounds = static_cast<double>(state.iterations());
  const auto rate = [&](std::size_t each) {
    return benchmark::Counter(rounds * static_cast<double>(each), benchmark::Counter::kIsRate);
  };
  state.counters["words"] = rate(all.words);
  state.counters["sentences"] = rate(all.sentences);
  state.counters["reports"] = rate(all.reports.size());
  state.counters["bytes"] = rate(all.bytes);
}

void text(benchmark::State& state) {
  const TextModel model = need(TextModel::load(corpus().folder));
  run(state, [&](const Report& report, const Found&) {
    return analyse(report.text, {report.title, report.dateline.date_span}, model);
  });
}

void attribution(benchmark::State& state) {
  const AttributionLexicon lexicon = need(AttributionLexicon::load(corpus().folder));
  run(state, [&](const Report& report, const Found& found) {
    return find_telling(found.document, std::nullopt, report.anchor(), lexicon);
  });
}

void events(benchmark::State& state) {
  const EventModel model = need(EventModel::load(corpus().folder));
  run(state, [&](const Report&, const Found& found) { return find_events(found.document, model); });
}

void places(benchmark::State& state) {
  const PlaceFinder finder = need(PlaceFinder::load(corpus().folder));
  run(state, [&](const Report& report, const Found& found) {
    return finder.find(found.document, {report.dateline.place_span, {}});
  });
}

void times(benchmark::State& state) {
  const TimeLexicon lexicon = need(TimeLexicon::load(corpus().folder));
  run(state, [&](const Report& report, const Found& found) {
    return find_times(found.document, report.anchor(), lexicon);
  });
}

void quantities(benchmark::State& state) {
  const QuantityLexicon lexicon = need(QuantityLexicon::load(corpus().folder));
  run(state,
      [&](const Report&, const Found& found) { return find_quantities(found.document, lexicon); });
}

void claims(benchmark::State& state) {
  const JoinSigns signs = need(JoinSigns::load(corpus().folder));
  const SlotModel slots = need(SlotModel::load(corpus().folder));
  run(state, [&](const Report& report, const Found& found) {
    return join(report, found.document, found.findings, signs, slots);
  });
}

BENCHMARK(text);
BENCHMARK(attribution);
BENCHMARK(events);
BENCHMARK(places);
BENCHMARK(times);
BENCHMARK(quantities);
BENCHMARK(claims);

}  // namespace
}  // namespace relata::bench
