// SPDX-License-Identifier: Apache-2.0
// A reading as a casebook keeps it: one line of JSON that says which report was read by what, and the reading itself, the
// JSON of docs/formats/reading.md with the layer `places`.
//
//   record = {"form":"relata reading 1","report":HEX,"engine":"relata 0.1.0","tables":SHA-256,"models":[[NAME,SHA-256],…]} "\n" reading
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/accounts/report_id.h"
#include "relata/base/data_folder.h"

namespace relata {

// What read a report: the same engine with the same knowledge reads the same.
struct Engine {
  std::string name;    // "relata 0.1.0"
  std::string tables;  // hash_of_tables()
  std::vector<std::pair<std::string, std::string>>
      models;  // models/*.bin with their SHA-256, sorted
  auto operator<=>(const Engine&) const = default;
};

// The SHA-256 of "NAME SHA-256\n" of each data/*.tsv, sorted. Errors: a file cannot be read.
Result<std::string> hash_of_tables(const DataFolder& folder);

// Hashes everything that is known before a report is read. Errors: a file cannot be read.
Result<Engine> engine_of(const DataFolder& folder);

struct ReadingRecord {
  ReportId report;
  Engine engine;
  std::string reading;  // JSON
};

[[nodiscard]] std::string reading_record(const ReadingRecord& record);
// Errors: no such record. The reading itself is not looked into.
Result<ReadingRecord> reading_of_record(std::string_view record);

}  // namespace relata
