// SPDX-License-Identifier: Apache-2.0
// The whole way from bytes to JSON on one core, its two ends, and the start.
#include <benchmark/benchmark.h>

#include "bench/corpus.h"
#include "relata/export/form.h"

namespace relata::bench {
namespace {

void rates(benchmark::State& state) {
  const Corpus& all = corpus();
  const auto rounds = static_cast<double>(state.iterations());
  const auto rate = [&](std::size_t each) {
    return benchmark::Counter(rounds * static_cast<double>(each), benchmark::Counter::kIsRate);
  };
  state.counters["words"] = rate(all.words);
  state.counters["sentences"] = rate(all.sentences);
  state.counters["reports"] = rate(all.reports.size());
  state.counters["bytes"] = rate(all.bytes);
}

// Every report of examples/, from its file.
template <typename Use>
void each_report(const IngestTables& tables, Use use) {
  const auto reader =
      open_reports(*corpus().files, tables, {std::string(RELATA_SOURCE_DIR) + "/examples"}, {});
  while (const std::optional<Report> report = need(reader->next())) {
    if (report->id != "README") use(*report);
  }
}

void load(benchmark::State& state) {
  for (auto _ : state) {
    const Models models = need(load_models(corpus().folder));
    benchmark::DoNotOptimize(&models);
  }
}

void ingest(benchmark::State& state) {
  const IngestTables tables = need(load_ingest_tables(corpus().folder));
  for (auto _ : state) {
    each_report(tables, [](const Report& report) { benchmark::DoNotOptimize(report.text.data()); });
  }
  rates(state);
}

void export_jsonl(benchmark::State& state, Layers layers) {
  const Corpus& all = corpus();
  std::string out;
  for (auto _ : state) {
    for (std::size_t i = 0; i < all.reports.size(); ++i) {
      out.clear();
      write({all.reports[i], all.readings[i].document, all.readings[i].reading},
            {.form = Form::jsonl, .layers = layers}, i, out);
      benchmark::DoNotOptimize(out.data());
    }
  }
  rates(state);
}

void whole(benchmark::State& state) {
  const Models models = need(load_models(corpus().folder));
  const IngestTables tables = need(load_ingest_tables(corpus().folder));
  std::string out;
  for (auto _ : state) {
    each_report(tables, [&](const Report& report) {
      const Annotated annotated = read(report, models);
      out.clear();
      write({report, annotated.document, annotated.reading}, {.form = Form::jsonl}, 0, out);
      benchmark::DoNotOptimize(out.data());
    });
  }
  rates(state);
}

BENCHMARK(load)->Unit(benchmark::kMillisecond);
BENCHMARK(ingest);
BENCHMARK_CAPTURE(export_jsonl, claims, Layers::none);
BENCHMARK_CAPTURE(export_jsonl, layers, Layers::all);
BENCHMARK(whole);

}  // namespace
}  // namespace relata::bench
