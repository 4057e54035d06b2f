// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/copy_table.h"

#include <algorithm>

namespace relata {
namespace {

constexpr int kKindBits = 16;

// A holder is one number: the report's, then its kind, so that who holds a fingerprint is read from one table.
constexpr const char* kTables = R"(
CREATE TABLE IF NOT EXISTS view_copy_report (
  number INTEGER PRIMARY KEY, report BLOB NOT NULL UNIQUE, prints INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS view_copy_print (
  print INTEGER NOT NULL, holder INTEGER NOT NULL, PRIMARY KEY (print, holder)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS view_copy_pair (
  first INTEGER NOT NULL, second INTEGER NOT NULL, shared INTEGER NOT NULL,
  PRIMARY KEY (first, second)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS view_copy_pair_second ON view_copy_pair (second);
)";

constexpr std::string_view kPairs =
    "SELECT a.report, b.report, shared, a.prints, b.prints FROM view_copy_pair "
    "JOIN view_copy_report a ON a.number = first JOIN view_copy_report b ON b.number = second";

std::uint32_t in_common(const std::vector<std::uint64_t>& one,
                        const std::vector<std::uint64_t>& other,
                        const std::set<std::uint64_t>& ignored) {
  std::uint32_t common = 0;
  for (const std::uint64_t print : one)
    if (std::binary_search(other.begin(), other.end(), print) && !ignored.contains(print)) ++common;
  return common;
}

Result<std::vector<TextReuse>> read_pairs(Statement& statement) {
  std::vector<TextReuse> pairs;
  for (;;) {
    RELATA_TRY(const bool more, statement.step());
    if (!more) break;
    RELATA_TRY(const ReportId one, report_id_of_bytes(statement.blob(0)));
    RELATA_TRY(const ReportId other, report_id_of_bytes(statement.blob(1)));
    const auto share = reuse_share(static_cast<std::uint32_t>(statement.integer(2)),
                                   static_cast<std::size_t>(statement.integer(3)),
                                   static_cast<std::size_t>(statement.integer(4)));
    if (share) pairs.push_back({std::min(one, other), std::max(one, other), *share});
  }
  statement.reset();
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

Result<CopyTable> CopyTable::open(Database& database) {
  RELATA_TRY([[maybe_unused]] const Done made, database.execute(kTables));
  const std::string pairs(kPairs);
  RELATA_TRY(Statement find,
             database.prepare("SELECT number FROM view_copy_report WHERE report = ?1"));
  RELATA_TRY(Statement add_report,
             database.prepare("INSERT INTO view_copy_report (report, prints) VALUES (?1, ?2)"));
  RELATA_TRY(Statement remove_report,
             database.prepare("DELETE FROM view_copy_report WHERE number = ?1"));
  RELATA_TRY(Statement id,
             database.prepare("SELECT report FROM view_copy_report WHERE number = ?1"));
  RELATA_TRY(Statement size,
             database.prepare("SELECT prints FROM view_copy_report WHERE number = ?1"));
  RELATA_TRY(Statement holders,
             database.prepare("SELECT holder FROM view_copy_print WHERE print = ?1"));
  RELATA_TRY(Statement all_prints, database.prepare("SELECT print, holder FROM view_copy_print"));
  RELATA_TRY(Statement add_print,
             database.prepare("INSERT INTO view_copy_print (print, holder) VALUES (?1, ?2)"));
  RELATA_TRY(
      Statement remove_print,
      database.prepare("DELETE FROM view_copy_print WHERE print = ?1 AND holder >> 16 = ?2"));
  RELATA_TRY(
      Statement put_pair,
      database.prepare("INSERT INTO view_copy_pair (first, second, shared) VALUES (?1, ?2, ?3) "
                       "ON CONFLICT DO UPDATE SET shared = ?3"));
  RELATA_TRY(Statement remove_pair,
             database.prepare("DELETE FROM view_copy_pair WHERE first = ?1 AND second = ?2"));
  RELATA_TRY(Statement remove_pairs,
             database.prepare("DELETE FROM view_copy_pair WHERE first = ?1 OR second = ?1"));
  RELATA_TRY(
      Statement partners,
      database.prepare(
          "SELECT first, second, shared FROM view_copy_pair WHERE first = ?1 OR second = ?1"));
  RELATA_TRY(Statement all_pairs, database.prepare(pairs));
  RELATA_TRY(Statement pairs_of, database.prepare(pairs + " WHERE first = ?1 OR second = ?1"));
  return CopyTable(Statements{std::move(find), std::move(add_report), std::move(remove_report),
                              std::move(id), std::move(size), std::move(holders),
                              std::move(all_prints), std::move(add_print), std::move(remove_print),
                              std::move(put_pair), std::move(remove_pair), std::move(remove_pairs),
                              std::move(partners), std::move(all_pairs), std::move(pairs_of)});
}

Result<std::optional<CopyTable::Number>> CopyTable::number_of(const ReportId& report) {
  RELATA_TRY(const bool there, do_.find.bind_blob(1, bytes_of(report)).step());
  std::optional<Number> number;
  if (there) number = do_.find.integer(0);
  do_.find.reset();
  return number;
}

Result<std::size_t> CopyTable::size_of(Number report) {
  RELATA_TRY(const bool there, do_.size.bind_integer(1, report).step());
  const auto size = there ? static_cast<std::size_t>(do_.size.integer(0)) : 0;
  do_.size.reset();
  return size;
}

// Of a fingerprint that does not count only as many as show it.
Result<CopyTable::Holders> CopyTable::holders_of(std::uint64_t print) {
  Holders holders;
  do_.holders.bind_integer(1, static_cast<std::int64_t>(print));
  while (holders.count()) {
    RELATA_TRY(const bool more, do_.holders.step());
    if (!more) break;
    const std::int64_t holder = do_.holders.integer(0);
    holders.reports.insert(holder >> kKindBits);
    holders.kinds.insert(static_cast<std::uint16_t>(holder));
  }
  do_.holders.reset();
  return holders;
}

Result<std::map<CopyTable::Number, CopyTable::Prints>> CopyTable::prints_of(
    const std::set<Number>& reports) {
  std::map<Number, Prints> prints;
  for (const Number report : reports) prints[report];
  for (;;) {
    RELATA_TRY(const bool more, do_.all_prints.step());
    if (!more) break;
    const auto wanted = prints.find(do_.all_prints.integer(1) >> kKindBits);
    if (wanted != prints.end())
      wanted->second.push_back(static_cast<std::uint64_t>(do_.all_prints.integer(0)));
  }
  do_.all_prints.reset();
  return prints;
}

// Keeps the pair if it is reuse, else sees to it that it is not kept. Gives whether it is.
Result<bool> CopyTable::put_pair(Number one, Number other, std::uint32_t shared) {
  bool reuse = shared >= kLeastShared;
  if (reuse) {
    RELATA_TRY(const std::size_t size, size_of(one));
    RELATA_TRY(const std::size_t other_size, size_of(other));
    reuse = reuse_share(shared, size, other_size).has_value();
  }
  Statement& statement = reuse ? do_.put_pair : do_.remove_pair;
  statement.bind_integer(1, std::min(one, other)).bind_integer(2, std::max(one, other));
  if (reuse) statement.bind_integer(3, shared);
  RELATA_TRY([[maybe_unused]] const Done done, statement.run());
  return reuse;
}

Result<std::map<CopyTable::Number, std::uint32_t>> CopyTable::partners_of(Number report) {
  std::map<Number, std::uint32_t> partners;
  do_.partners.bind_integer(1, report);
  for (;;) {
    RELATA_TRY(const bool more, do_.partners.step());
    if (!more) break;
    const Number first = do_.partners.integer(0);
    partners[first == report ? do_.partners.integer(1) : first] =
        static_cast<std::uint32_t>(do_.partners.integer(2));
  }
  do_.partners.reset();
  return partners;
}

// The pairs of these holders share one fingerprint less.
Result<Done> CopyTable::count_no_longer(const Holders& holders, std::set<Number>& changed) {
  for (const Number one : holders.reports) {
    RELATA_TRY(const auto partners, partners_of(one));
    for (const auto& [other, shared] : partners) {
      if (other < one || !holders.reports.contains(other)) continue;
      RELATA_TRY([[maybe_unused]] const bool kept, put_pair(one, other, shared - 1));
      changed.insert({one, other});
    }
  }
  return Done{};
}

// A fingerprint of each of these holders counts again: pairs of them may begin.
Result<Done> CopyTable::count_again(const std::vector<Holders>& again, std::set<Number>& changed) {
  std::set<Number> reports;
  for (const Holders& holders : again)
    reports.insert(holders.reports.begin(), holders.reports.end());
  RELATA_TRY(const auto prints, prints_of(reports));
  std::set<std::uint64_t> looked_at, boilerplate;
  for (const auto& [report, own] : prints) {
    for (const std::uint64_t print : own) {
      if (!looked_at.insert(print).second) continue;
      RELATA_TRY(const Holders holders, holders_of(print));
      if (!holders.count()) boilerplate.insert(print);
    }
  }
  for (const Holders& holders : again) {
    for (auto one = holders.reports.begin(); one != holders.reports.end(); ++one) {
      for (auto other = std::next(one); other != holders.reports.end(); ++other) {
        const std::uint32_t shared = in_common(prints.at(*one), prints.at(*other), boilerplate);
        RELATA_TRY(const bool reuse, put_pair(*one, *other, shared));
        if (reuse) changed.insert({*one, *other});
      }
    }
  }
  return Done{};
}

Result<std::vector<ReportId>> CopyTable::ids_of(const std::set<Number>& numbers) {
  std::vector<ReportId> ids;
  for (const Number number : numbers) {
    RELATA_TRY(const bool there, do_.id.bind_integer(1, number).step());
    if (there) {
      RELATA_TRY(const ReportId id, report_id_of_bytes(do_.id.blob(0)));
      ids.push_back(id);
    }
    do_.id.reset();
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

Result<std::vector<ReportId>> CopyTable::add(const PrintedReport& report) {
  RELATA_TRY(const std::optional<Number> there, number_of(report.id));
  if (there) return std::vector<ReportId>();
  do_.add_report.bind_blob(1, bytes_of(report.id));
  do_.add_report.bind_integer(2, static_cast<std::int64_t>(report.prints.size()));
  RELATA_TRY([[maybe_unused]] const Done added, do_.add_report.run());
  RELATA_TRY(const std::optional<Number> number, number_of(report.id));
  RELATA_CHECK(number.has_value());

  const std::uint16_t kind = kind_of_text(report.prints);
  std::map<Number, std::uint32_t> shared;
  std::set<Number> changed;
  for (const std::uint64_t print : report.prints) {
    RELATA_TRY(Holders holders, holders_of(print));
    Holders with_it = holders;
    with_it.reports.insert(*number);
    with_it.kinds.insert(kind);
    if (with_it.count()) {
      for (const Number other : holders.reports) ++shared[other];
    } else if (holders.count()) {
      RELATA_TRY([[maybe_unused]] const Done done, count_no_longer(holders, changed));
    }
    do_.add_print.bind_integer(1, static_cast<std::int64_t>(print));
    do_.add_print.bind_integer(2, *number << kKindBits | kind);
    RELATA_TRY([[maybe_unused]] const Done done, do_.add_print.run());
  }
  for (const auto& [other, count] : shared) {
    if (count < kLeastShared) continue;
    RELATA_TRY(const bool reuse, put_pair(*number, other, count));
    if (reuse) changed.insert({*number, other});
  }
  return ids_of(changed);
}

Result<std::vector<ReportId>> CopyTable::remove(const ReportId& report) {
  RELATA_TRY(const std::optional<Number> number, number_of(report));
  if (!number) return std::vector<ReportId>();
  std::set<Number> changed{*number};
  RELATA_TRY(const auto partners, partners_of(*number));
  for (const auto& [other, shared] : partners) changed.insert(other);
  if (partners.empty()) changed.clear();
  RELATA_TRY(const auto prints, prints_of({*number}));
  std::vector<Holders> again;
  for (const std::uint64_t print : prints.at(*number)) {
    RELATA_TRY(const Holders before, holders_of(print));
    do_.remove_print.bind_integer(1, static_cast<std::int64_t>(print)).bind_integer(2, *number);
    RELATA_TRY([[maybe_unused]] const Done removed, do_.remove_print.run());
    RELATA_TRY(Holders after, holders_of(print));
    if (!before.count() && after.count()) again.push_back(std::move(after));
  }
  RELATA_TRY([[maybe_unused]] const Done no_pairs, do_.remove_pairs.bind_integer(1, *number).run());
  if (!again.empty()) {
    RELATA_TRY([[maybe_unused]] const Done done, count_again(again, changed));
  }
  RELATA_TRY(std::vector<ReportId> ids, ids_of(changed));
  RELATA_TRY([[maybe_unused]] const Done gone, do_.remove_report.bind_integer(1, *number).run());
  return ids;
}

Result<std::vector<TextReuse>> CopyTable::reuse() { return read_pairs(do_.all_pairs); }

Result<std::vector<TextReuse>> CopyTable::reuse_of(const ReportId& report) {
  RELATA_TRY(const std::optional<Number> number, number_of(report));
  if (!number) return std::vector<TextReuse>();
  return read_pairs(do_.pairs_of.bind_integer(1, *number));
}

}  // namespace relata
