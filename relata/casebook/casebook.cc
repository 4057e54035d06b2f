// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/casebook.h"

#include <algorithm>
#include <set>

#include "relata/casebook/report_record.h"
#include "relata/ledger/batch.h"
#include "relata/query/view_tables.h"

namespace relata {

Result<Casebook> Casebook::open(const std::string& path, Ledger::Mode mode, LedgerOptions options) {
  RELATA_TRY(Ledger ledger, Ledger::open(path, mode, std::move(options)));
  return Casebook(std::move(ledger));
}

Result<bool> Casebook::holds(const ReportId& id) {
  RELATA_TRY(const auto entries, ledger_.about(id.bytes, EntryKind::report));
  return !entries.empty();
}

Result<std::size_t> Casebook::add(std::span<const ReadReport> reports, const Engine& engine,
                                  EntryTime now) {
  RELATA_TRY(Batch batch, Batch::begin(ledger_));
  RELATA_TRY(Done(), make_secret());
  std::size_t added = 0;
  for (const ReadReport& one : reports) {
    const ReportId id = report_id(one.report);
    RELATA_TRY(const bool there, holds(id));
    if (there) continue;
    RELATA_TRY(const auto report,
               batch.append(EntryKind::report, now, id.bytes, report_record(one.report)));
    RELATA_TRY(const auto reading, batch.append(EntryKind::reading, now, id.bytes,
                                                reading_record({id, engine, one.reading})));
    RELATA_CHECK(reading == report + 1);
    ++added;
  }
  RELATA_TRY(Done(), batch.commit(now));
  return added;
}

Result<Done> Casebook::add_readings(std::span<const std::pair<ReportId, std::string>> readings,
                                    const Engine& engine, EntryTime now) {
  RELATA_TRY(Batch batch, Batch::begin(ledger_));
  for (const auto& [id, reading] : readings) {
    RELATA_TRY(const auto entry, batch.append(EntryKind::reading, now, id.bytes,
                                              reading_record({id, engine, reading})));
    RELATA_CHECK(entry > 0);  // its report stands before it
  }
  return batch.commit(now);
}

Result<std::uint64_t> Casebook::decide(const Decision& decision, EntryTime now) {
  RELATA_TRY(Done(), check(decision));
  if (decision.action == Action::undo) {
    RELATA_TRY(auto all, decisions());
    if (!Decided(std::move(all)).holds(decision.undoes))
      return Error{"entry " + std::to_string(decision.undoes) + " is no decision that holds"};
  }
  for (const auto& key : {decision.first, decision.second}) {
    if (!key) continue;
    RELATA_TRY(const bool there, holds(key->report));
    if (!there) return Error{"there is no report " + hex(key->report)};
  }
  RELATA_TRY(Batch batch, Batch::begin(ledger_));
  RELATA_TRY(const auto entry,
             batch.append(EntryKind::decision, now, std::nullopt, decision_record(decision)));
  RELATA_TRY(Done(), batch.commit(now));
  return entry;
}

Result<std::size_t> Casebook::erase(const ReportId& id, std::string_view who, std::string_view why,
                                    EntryTime now) {
  RELATA_TRY(auto entries, ledger_.about(id.bytes, EntryKind::report));
  if (entries.empty()) return Error{"there is no report " + hex(id)};
  RELATA_TRY(const auto readings, ledger_.about(id.bytes, EntryKind::reading));
  entries.insert(entries.end(), readings.begin(), readings.end());
  {
    RELATA_TRY(Batch batch, Batch::begin(ledger_));
    for (const std::uint64_t entry : entries) {
      RELATA_TRY(const auto erasure, batch.erase(entry, who, why, now));
      RELATA_CHECK(erasure > entry);
    }
    // The views hold its words too. They go with it, and are made anew by whoever next needs them.
    RELATA_TRY(Done(), drop_views(ledger_.database()));
    RELATA_TRY(Done(), batch.commit(now));
  }
  RELATA_TRY(Done(), ledger_.scrub());
  return entries.size();
}

Result<Done> Casebook::make_secret() {
  Database& database = ledger_.database();
  RELATA_TRY(Done(),
             database.execute(
                 "CREATE TABLE IF NOT EXISTS case_secret (one INTEGER PRIMARY KEY CHECK (one = 1), "
                 "bytes BLOB NOT NULL) STRICT"));
  std::array<std::uint8_t, 32> bytes{};
  ledger_.options().random(bytes);
  RELATA_TRY(Statement insert,
             database.prepare("INSERT OR IGNORE INTO case_secret VALUES (1, ?1)"));
  return insert.bind_blob(1, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}).run();
}

Result<std::string> Casebook::secret() {
  RELATA_TRY(Statement select, ledger_.database().prepare("SELECT bytes FROM case_secret"));
  RELATA_TRY(const bool there, select.step());
  if (!there) return Error{ledger_.database().path() + ": the casebook is empty"};
  return hex_of_bytes(select.blob(0));
}

Result<std::optional<KeptReport>> Casebook::report(const ReportId& id) {
  RELATA_TRY(const auto entries, ledger_.about(id.bytes, EntryKind::report));
  RELATA_TRY(const auto readings, ledger_.about(id.bytes, EntryKind::reading));
  if (entries.empty() || readings.empty()) return std::optional<KeptReport>();
  KeptReport kept;
  kept.id = id;
  kept.entry = entries.front();
  kept.reading_entry = readings.back();
  const auto at_entry = [&](const Error& error, std::uint64_t entry) {
    return error.with(ledger_.database().path() + ": entry " + std::to_string(entry));
  };
  RELATA_TRY(const std::string record, payload_of(kept.entry));
  auto report = report_of_record(record);
  if (!report) return at_entry(report.error(), kept.entry);
  kept.report = std::move(*report);
  RELATA_TRY(const std::string read, payload_of(kept.reading_entry));
  auto reading = reading_of_record(read);
  if (!reading) return at_entry(reading.error(), kept.reading_entry);
  kept.reading = std::move(*reading);
  return std::optional(std::move(kept));
}

Result<std::vector<ReportId>> Casebook::reports() {
  std::set<ReportId> ids;
  RELATA_TRY(EntryCursor cursor, ledger_.entries(0, EntryKind::report));
  while (true) {
    RELATA_TRY(const auto entry, cursor.next());
    if (!entry) break;
    if (entry->subject) ids.insert(ReportId{*entry->subject});
  }
  return std::vector<ReportId>(ids.begin(), ids.end());
}

Result<std::vector<NumberedDecision>> Casebook::decisions() {
  std::vector<NumberedDecision> decisions;
  RELATA_TRY(EntryCursor cursor, ledger_.entries(0, EntryKind::decision));
  while (true) {
    RELATA_TRY(const auto entry, cursor.next());
    if (!entry) return decisions;
    if (entry->erased) continue;
    RELATA_TRY(const std::string record, payload_of(entry->number));
    auto decision = decision_of_record(record);
    if (!decision)
      return decision.error().with(ledger_.database().path() + ": entry " +
                                   std::to_string(entry->number));
    decisions.push_back({entry->number, std::move(*decision)});
  }
}

Result<std::string> Casebook::payload_of(std::uint64_t entry) {
  RELATA_TRY(auto payload, ledger_.payload(entry));
  if (!payload)
    return Error{ledger_.database().path() + ": entry " + std::to_string(entry) +
                 " has no payload"};
  return std::move(*payload);
}

}  // namespace relata
