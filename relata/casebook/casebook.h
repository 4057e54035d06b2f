// SPDX-License-Identifier: Apache-2.0
// Casebook: the record of many reports in one file: what came, what was read in it, what people decided. This is the record
// alone; what is seen of it (incidents, assessments, holdings) are views of the same file: case_views.h.
//
//   RELATA_TRY(Casebook casebook, Casebook::open("aleppo.relata", Ledger::Mode::create, options));
//   RELATA_TRY(const auto added, casebook.add(incoming, engine, now));
//
// For one thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/casebook/decided.h"
#include "relata/casebook/decision.h"
#include "relata/casebook/reading_record.h"
#include "relata/ingest/report.h"
#include "relata/ledger/ledger.h"

namespace relata {

// A report with its reading, the JSON of docs/formats/reading.md with the layer `places`.
struct ReadReport {
  Report report;
  std::string reading;
};

// A report as it is kept, with its latest reading.
struct KeptReport {
  ReportId id;
  std::uint64_t entry = 0;  // of the report
  Report report;
  std::uint64_t reading_entry = 0;
  ReadingRecord reading;
};

class Casebook {
 public:
  static Result<Casebook> open(const std::string& path, Ledger::Mode mode, LedgerOptions options);

  [[nodiscard]] Ledger& ledger() { return ledger_; }

  Result<bool> holds(const ReportId& id);
  // Appends those reports that are not there yet, each with its reading, all of them or none. How many that were.
  Result<std::size_t> add(std::span<const ReadReport> reports, const Engine& engine, EntryTime now);
  // Appends another reading of a report that is there.
  Result<Done> add_readings(std::span<const std::pair<ReportId, std::string>> readings,
                            const Engine& engine, EntryTime now);
  // The number of its entry. Errors: the decision lacks something, or undoes what is no decision that holds.
  Result<std::uint64_t> decide(const Decision& decision, EntryTime now);
  // Takes a report, all its readings and the views away, so that nothing of its words stays in the file. How many entries that
  // were. Errors: there is no such report.
  Result<std::size_t> erase(const ReportId& id, std::string_view who, std::string_view why,
                            EntryTime now);

  // Random bytes of this casebook, in hexadecimal, that no export shows: ids of public exports are made with them. They are no
  // part of the record. Error: the casebook is empty.
  Result<std::string> secret();

  // Nothing: no such report, or it was erased.
  Result<std::optional<KeptReport>> report(const ReportId& id);
  // The ids of all reports that are there, ascending.
  Result<std::vector<ReportId>> reports();
  // All decisions, those undone as well, by entry.
  Result<std::vector<NumberedDecision>> decisions();

 private:
  explicit Casebook(Ledger ledger) : ledger_(std::move(ledger)) {}
  Result<std::string> payload_of(std::uint64_t entry);
  Result<Done> make_secret();

  Ledger ledger_;
};

}  // namespace relata
