// SPDX-License-Identifier: Apache-2.0
// How fast incidents leave a casebook: 20,000 of them, of two reports each, in every profile that has rows.
#include <benchmark/benchmark.h>

#include <deque>

#include "relata/profiles/handmade_case.h"
#include "relata/profiles/profile.h"

namespace relata::bench {
namespace {

constexpr int kIncidents = 20000;

// The handmade strike and clash over and over, each with an id and days of its own.
struct ManyIncidents {
  ShippedTables shipped;
  HandmadeCase made;
  std::deque<Incident> incidents;
  std::vector<CaseIncident> given;

  ManyIncidents() {
    for (int i = 0; i < kIncidents; ++i) {
      CaseIncident one = made.incidents[static_cast<std::size_t>(i % 2)];
      Incident& incident = incidents.emplace_back(*one.incident);
      incident.id.first.trigger.begin = static_cast<std::uint32_t>(i);
      incident.when = Period{incident.when->from + std::chrono::days(i % 700),
                             incident.when->to + std::chrono::days(i % 700)};
      one.incident = &incident;
      given.push_back(std::move(one));
    }
  }
};

void profile(benchmark::State& state, Profile profile) {
  static const ManyIncidents kMany;
  std::string out;
  std::size_t bytes = 0;
  for (auto _ : state) {
    out.clear();
    ProfileWriter writer(profile, kMany.made.origin, *kMany.shipped.tables);
    writer.begin(out);
    for (const CaseIncident& given : kMany.given) writer.add(given, out);
    writer.end(out);
    bytes += out.size();
  }
  state.counters["incidents"] = benchmark::Counter(
      static_cast<double>(state.iterations()) * kIncidents, benchmark::Counter::kIsRate);
  state.counters["bytes"] =
      benchmark::Counter(static_cast<double>(bytes), benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(profile, ged, Profile::ged)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(profile, acled, Profile::acled)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(profile, incidents_jsonl, Profile::incidents_jsonl)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(profile, geojson, Profile::geojson)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace relata::bench
