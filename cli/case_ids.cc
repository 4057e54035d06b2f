// SPDX-License-Identifier: Apache-2.0
#include "cli/case_ids.h"

#include <charconv>

#include "relata/query/account_bytes.h"

namespace relata::cli {
namespace {

constexpr std::size_t kReportDigits = 32;

bool is_hexadecimal(const std::string& text) {
  return !text.empty() && text.size() <= kReportDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_incident_id(const std::string& typed) {
  return typed.size() > 1 && typed.front() == 'i' && is_hexadecimal(typed.substr(1));
}

Result<std::vector<ReportId>> ids_of(Statement& select) {
  std::vector<ReportId> ids;
  while (true) {
    RELATA_TRY(const bool row, select.step());
    if (!row) return ids;
    RELATA_TRY(const ReportId id, report_id_of_bytes(select.blob(0)));
    ids.push_back(id);
  }
}

Result<std::vector<ReportId>> reports_that_begin(Database& database, const std::string& digits) {
  const auto low = report_id_of(digits + std::string(kReportDigits - digits.size(), '0'));
  const auto high = report_id_of(digits + std::string(kReportDigits - digits.size(), 'f'));
  RELATA_TRY(Statement select,
             database.prepare(
                 "SELECT id FROM view_report WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT 2"));
  select.bind_blob(1, bytes_of(*low)).bind_blob(2, bytes_of(*high));
  return ids_of(select);
}

Result<std::vector<ReportId>> reports_named(Database& database, const std::string& name) {
  RELATA_TRY(Statement select,
             database.prepare("SELECT id FROM view_report WHERE doc = ?1 ORDER BY id LIMIT 2"));
  select.bind_text(1, name);
  return ids_of(select);
}

Result<AccountKey> claim_of(Database& database, const std::string& typed, std::size_t colon) {
  RELATA_TRY(const ReportId report, find_report(database, typed.substr(0, colon)));
  const auto key = account_key_of(hex(report) + typed.substr(colon));
  if (!key) return Error{"'" + typed + "' is no claim's id; write it as 77ab01cd:152-160"};
  RELATA_TRY(Statement select, database.prepare("SELECT 1 FROM view_account WHERE key = ?1"));
  RELATA_TRY(const bool there, select.bind_blob(1, key_bytes(*key)).step());
  if (!there) return Error{"there is no claim '" + typed + "'"};
  return *key;
}

}  // namespace

Result<std::uint64_t> entry_number(const std::string& typed) {
  std::uint64_t number = 0;
  const char* end = typed.data() + typed.size();
  const auto [at, error] = std::from_chars(typed.data(), end, number);
  if (error != std::errc() || at != end) return Error{"'" + typed + "' is no number"};
  return number;
}

Result<ReportId> find_report(Database& database, const std::string& typed) {
  std::vector<ReportId> found;
  if (is_hexadecimal(typed)) {
    RELATA_TRY(found, reports_that_begin(database, typed));
  }
  if (found.empty()) {
    RELATA_TRY(found, reports_named(database, typed));
  }
  if (found.empty()) return Error{"there is no report '" + typed + "'"};
  if (found.size() > 1) return Error{"several reports are '" + typed + "': write more of the id"};
  return found.front();
}

Result<CaseId> find_id(Database& database, const std::string& typed) {
  const std::size_t colon = typed.find(':');
  if (colon != std::string::npos && typed.find('-', colon) != std::string::npos) {
    RELATA_TRY(const AccountKey key, claim_of(database, typed, colon));
    return CaseId(key);
  }
  if (is_incident_id(typed)) {
    RELATA_TRY(const AssessedIncident found, load_incident(database, typed));
    return CaseId(found.incident.id);
  }
  RELATA_TRY(const ReportId report, find_report(database, typed));
  return CaseId(report);
}

Result<AccountKey> find_claim(Database& database, const std::string& typed) {
  RELATA_TRY(const CaseId id, find_id(database, typed));
  if (const auto* key = std::get_if<AccountKey>(&id)) return *key;
  if (const auto* incident = std::get_if<IncidentId>(&id)) return incident->first;
  return Error{"'" + typed + "' is a report; a claim or an incident is needed"};
}

Result<AssessedIncident> find_incident(Database& database, const std::string& typed) {
  if (is_incident_id(typed)) return load_incident(database, typed);
  RELATA_TRY(const CaseId id, find_id(database, typed));
  const auto* key = std::get_if<AccountKey>(&id);
  if (key == nullptr) return Error{"'" + typed + "' is a report; an incident or a claim is needed"};
  RELATA_TRY(const auto rows, load_accounts(database, {*key}));
  if (!rows.front().incident) return Error{"the claim '" + typed + "' belongs to no incident"};
  return load_incident(database, text_of(*rows.front().incident));
}

}  // namespace relata::cli
