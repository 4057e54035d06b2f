// SPDX-License-Identifier: Apache-2.0
// near_copies_bench [REPORTS [THREADS]]: how well and how fast planted copies are found among synthetic reports. Prints recall,
// precision, and reports per second of processor time, fingerprinting and finding together.
// near_copies_bench table FILE [REPORTS]: adds that many reports to a new casebook file and prints how long the last thousand
// took each, and the size of the file.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "relata/lineages/copy_table.h"
#include "relata/lineages/planted_copies.h"

namespace relata {
namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void find_all(std::size_t count, unsigned threads) {
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

Result<Done> add_all(const char* path, std::size_t count) {
  const Planted planted = plant_copies({.reports = count, .seed = 7});
  RELATA_TRY(Database database, Database::open(path, Database::Mode::create));
  RELATA_TRY([[maybe_unused]] const Done set,
             database.execute("PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536"));
  RELATA_TRY(CopyTable table, CopyTable::open(database));
  std::vector<double> spent;
  for (std::size_t begin = 0; begin < count; begin += 1000) {
    RELATA_TRY(Transaction transaction, Transaction::begin(database));
    for (std::size_t i = begin; i < std::min(count, begin + 1000); ++i) {
      const double start = processor_seconds();
      RELATA_TRY([[maybe_unused]] const auto changed,
                 table.add({planted_id(i), fingerprints(planted.reports[i].text)}));
      spent.push_back(processor_seconds() - start);
    }
    RELATA_TRY([[maybe_unused]] const Done done, transaction.commit());
  }
  double whole = 0;
  for (const double one : spent) whole += one;
  std::sort(spent.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(count, 1000)),
            spent.end());
  const std::size_t last = std::min<std::size_t>(count, 1000);
  RELATA_TRY(const auto pages, database.integer("PRAGMA page_count"));
  RELATA_TRY(const auto page, database.integer("PRAGMA page_size"));
  const double bytes = static_cast<double>(pages.value_or(0) * page.value_or(0));
  std::printf("%zu reports added in %.1f s; of the last %zu: median %.2f ms, longest %.2f ms\n",
              count, whole, last, 1000 * spent[count - last + last / 2], 1000 * spent.back());
  std::printf("%.0f bytes a report in the file\n", bytes / static_cast<double>(count));
  return Done{};
}

}  // namespace
}  // namespace relata

int main(int argc, char** argv) {
  const auto number = [&](int i, std::size_t otherwise) {
    return argc > i ? std::strtoul(argv[i], nullptr, 10) : otherwise;
  };
  if (argc > 2 && std::strcmp(argv[1], "table") == 0) {
    const auto done = relata::add_all(argv[2], number(3, 200'000));
    if (!done) std::fprintf(stderr, "near_copies_bench: %s\n", done.error().message.c_str());
    return done ? 0 : 1;
  }
  relata::find_all(number(1, 100'000), static_cast<unsigned>(number(2, 1)));
  return 0;
}
