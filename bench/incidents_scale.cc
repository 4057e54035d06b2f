// SPDX-License-Identifier: Apache-2.0
// relata_incidents_scale REPORTS [THREADS] [ADDS]: how long the incidents of many synthetic reports take, from accounts to
// incidents, and how much memory; then, if asked for, how long it takes to add reports to them one by one.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "relata/base/env.h"
#include "relata/incidents/incident_book.h"
#include "relata/incidents/incidents_of.h"
#include "relata/incidents/memory_store.h"
#include "tests/synthetic_reports.h"

namespace relata {
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void at_once(const SyntheticReports& reports, const IncidentTables& tables, unsigned threads) {
  const Decisions decisions;
  const auto start = std::chrono::steady_clock::now();
  EpisodeCollection all(decisions, tables);
  std::size_t claims = 0;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    const ReportAccounts report = reports.report(i);
    claims += report.accounts.size();
    all.add(report);
  }
  const double read = seconds_since(start), read_processor = processor_seconds();
  const std::vector<Incident> incidents = std::move(all).incidents(threads);
  std::size_t largest = 0;
  for (const Incident& one : incidents) largest = std::max(largest, one.members.size());
  std::printf("%u reports, %zu claims: %zu incidents, the largest of %zu accounts\n",
              reports.size(), claims, incidents.size(), largest);
  std::printf(
      "  episodes %.1f s (%.1f of processor), incidents %.1f s (%.1f of processor), %.0f MB\n",
      read, read_processor, seconds_since(start) - read, processor_seconds() - read_processor,
      peak_megabytes());
}

void one_by_one(const SyntheticReports& reports, const IncidentTables& tables, std::uint32_t adds) {
  const Decisions decisions;
  MemoryStore store;
  IncidentBook book(store, decisions, tables);
  std::vector<double> took;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    const ReportAccounts report = reports.report(i);
    const double start = processor_seconds();
    if (!book.add(report)) std::abort();
    if (i + adds >= reports.size()) took.push_back((processor_seconds() - start) * 1000);
  }
  std::sort(took.begin(), took.end());
  std::printf(
      "  adding one: median %.2f ms of processor, 99 of 100 in %.2f ms, the longest %.2f ms\n",
      took[took.size() / 2], took[took.size() * 99 / 100], took.back());
}

}  // namespace
}  // namespace relata

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: relata_incidents_scale REPORTS [THREADS] [ADDS]\n", stderr);
    return 2;
  }
  const auto number = [&](int at) {
    return static_cast<std::uint32_t>(count > at ? std::strtoul(arguments[at], nullptr, 10) : 0);
  };
  const auto files = relata::real_files();
  const auto tables = relata::IncidentTables::load({files.get(), RELATA_SOURCE_DIR});
  if (!tables) {
    std::fprintf(stderr, "%s\n", tables.error().message.c_str());
    return 1;
  }
  const relata::SyntheticReports reports(1, number(1));
  relata::at_once(reports, *tables, std::max(1U, number(2)));
  if (number(3) > 0) relata::one_by_one(reports, *tables, number(3));
}
