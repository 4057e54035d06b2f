// SPDX-License-Identifier: Apache-2.0
// CopyTable: find_reuse() kept up to date in a casebook's file as reports come and go. Adding a report looks up its own
// fingerprints only. Whatever the order of adding and removing, reuse() gives what find_reuse() gives of the reports that are in.
//
// What changes when a report is added: (1) its own pairs begin; (2) for each of its fingerprints that counted before and has now
// too many kinds of holders, every pair of the other holders shares one less, and ends if that is too little. Pairs never begin
// otherwise. Removing a report undoes both: its pairs end; pairs of holders of a fingerprint that counts again may begin.
// Both say which reports' pairs changed, so that only the lineages of these need be made again.
//
//   RELATA_TRY(CopyTable copies, CopyTable::open(database));
//   RELATA_TRY(const std::vector<ReportId> changed, copies.add({id, fingerprints(text)}));
//
// Removing reads all fingerprints once or twice: it is for the rare erasure. The caller holds the transaction.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "relata/base/result.h"
#include "relata/lineages/near_copies.h"
#include "relata/sqlite/database.h"

namespace relata {

class CopyTable {
 public:
  // Makes its tables if they are not there. The database must outlive it.
  static Result<CopyTable> open(Database& database);

  // Reports of which a pair began, changed or ended; ascending. A report that is in already changes nothing.
  Result<std::vector<ReportId>> add(const PrintedReport& report);
  // The same for taking one out; one that is not in changes nothing.
  Result<std::vector<ReportId>> remove(const ReportId& report);

  // All pairs, or those of one report, ascending.
  Result<std::vector<TextReuse>> reuse();
  Result<std::vector<TextReuse>> reuse_of(const ReportId& report);

 private:
  using Number = std::int64_t;  // of a report within the file; no order is taken from it
  using Prints = std::vector<std::uint64_t>;
  // Who holds a fingerprint.
  struct Holders {
    std::set<Number> reports;
    std::set<std::uint16_t> kinds;
    [[nodiscard]] bool count() const {
      return kinds.size() <= kMostKinds && reports.size() <= kMostHolders;
    }
  };
  struct Statements {
    Statement find, add_report, remove_report, id, size;
    Statement holders, all_prints, add_print, remove_print;
    Statement put_pair, remove_pair, remove_pairs, partners, all_pairs, pairs_of;
  };

  explicit CopyTable(Statements statements) : do_(std::move(statements)) {}

  Result<std::optional<Number>> number_of(const ReportId& report);
  Result<std::size_t> size_of(Number report);
  Result<Holders> holders_of(std::uint64_t print);
  Result<std::map<Number, Prints>> prints_of(const std::set<Number>& reports);
  Result<bool> put_pair(Number one, Number other, std::uint32_t shared);
  Result<std::map<Number, std::uint32_t>> partners_of(Number report);
  Result<Done> count_no_longer(const Holders& holders, std::set<Number>& changed);
  Result<Done> count_again(const std::vector<Holders>& again, std::set<Number>& changed);
  Result<std::vector<ReportId>> ids_of(const std::set<Number>& numbers);

  Statements do_;
};

}  // namespace relata
