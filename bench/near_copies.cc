// SPDX-License-Identifier: Apache-2.0
// near_copies_bench [REPORTS [THREADS]]: how well and how fast planted copies are found among synthetic reports. Prints recall,
// precision, and reports per second of processor time, fingerprinting and finding together.
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "relata/lineages/planted_copies.h"

namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  using namespace relata;
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
  const auto threads = static_cast<unsigned>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
  const Planted planted = plant_copies({.reports = count, .seed = 7});
  std::size_t bytes = 0, prints = 0;
  for (const PlantedReport& report : planted.reports) bytes += report.text.size();

  const double begin = processor_seconds();
  std::vector<PrintedReport> reports;
  for (std::size_t i = 0; i < count; ++i)
    reports.push_back({planted_id(i), fingerprints(planted.reports[i].text)});
  const double printed = processor_seconds();
  const std::vector<TextReuse> found = find_reuse(reports, threads);
  const double end = processor_seconds();

  for (const PrintedReport& report : reports) prints += report.prints.size();
  const CopyScore score = score_copies(planted, found);
  const auto each = [&](double whole) { return whole / static_cast<double>(count); };
  std::printf("%zu reports of %.0f bytes, %.1f fingerprints\n", count,
              each(static_cast<double>(bytes)), each(static_cast<double>(prints)));
  std::printf("%zu planted pairs, %zu found, %zu false: recall %.3f, precision %.3f\n",
              score.planted, score.found, score.false_pairs, score.recall(), score.precision());
  std::printf("%.2f s for fingerprints, %.2f s for pairs: %.0f reports/s/core\n", printed - begin,
              end - printed, 1 / each(end - begin));
}
