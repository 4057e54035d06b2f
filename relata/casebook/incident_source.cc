// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/incident_source.h"

#include <algorithm>

#include "relata/query/account_bytes.h"

namespace relata {
namespace {

constexpr std::size_t kMostHeld = 1'000;  // reports
constexpr std::uint32_t kAround = 30;     // bytes, then as many more as a boundary needs

// What stands before and after a span, cut where letters end.
ExactWords words_at(Span span, const LoadedReport& report) {
  const std::string_view text = report.text;
  std::size_t begin = span.begin > kAround ? span.begin - kAround : 0;
  while (!on_boundary(text, begin)) --begin;
  std::size_t end = std::min<std::size_t>(text.size(), std::size_t{span.end} + kAround);
  while (!on_boundary(text, end)) ++end;
  return {words_of(text, span), report.points.outside(span), text.substr(begin, span.begin - begin),
          text.substr(span.end, end - span.end)};
}

CaseReport about(const KeptReport& kept, const ReportAccounts& accounts) {
  CaseReport report;
  report.id = kept.id;
  report.doc = kept.report.id;
  report.title = accounts.title;
  report.url = kept.report.url.value_or("");
  report.publisher = accounts.publisher;
  report.credit = accounts.credit;
  report.day = accounts.day;
  report.text_sha256 = kept.report.sha256;
  return report;
}

}  // namespace

Result<IncidentSource> IncidentSource::open(Casebook& casebook) {
  Database& database = casebook.ledger().database();
  RELATA_TRY(KeptAccounts kept, KeptAccounts::open(database));
  RELATA_TRY(Statement body,
             database.prepare(
                 "SELECT t.body FROM view_incident i JOIN view_incident_told t ON t.row = i.row "
                 "WHERE i.key = ?1"));
  RELATA_TRY(Wholes wholes, Wholes::open(database));
  return IncidentSource(casebook, std::move(kept), std::move(body), std::move(wholes));
}

Result<LoadedIncident> IncidentSource::load(const IncidentId& id) {
  body_.reset();
  RELATA_TRY(const bool there, body_.bind_blob(1, key_bytes(id.first)).step());
  if (!there) return Error{"the views lack the incident " + text_of(id)};
  LoadedIncident loaded;
  RELATA_TRY(AssessedIncident stored, assessment_of_bytes(body_.blob(0)));
  loaded.stored_ = std::make_unique<AssessedIncident>(std::move(stored));
  std::vector<AccountKey> keys;
  for (const IncidentMember& member : loaded.incident().members) keys.push_back(member.account);
  RELATA_TRY(std::vector<Account> accounts, kept_.accounts(keys));
  loaded.accounts_ = std::make_unique<std::vector<Account>>(std::move(accounts));
  loaded.given_.incident = &loaded.stored_->incident;
  loaded.given_.assessment = &loaded.stored_->assessment;
  for (const Account& account : *loaded.accounts_) {
    RELATA_TRY(auto report, this->report(account.key.report));
    loaded.given_.accounts.push_back(with_words(account, *report));
    if (loaded.reports_.empty() || loaded.reports_.back() != report)
      loaded.reports_.push_back(std::move(report));
  }
  RELATA_TRY(loaded.given_.total, wholes_.has_parts(id));
  return loaded;
}

Result<std::shared_ptr<const LoadedReport>> IncidentSource::report(const ReportId& id) {
  const auto at = held_.find(id);
  if (at != held_.end()) return at->second;
  if (held_.size() >= kMostHeld) held_.clear();
  if (kept_.held() >= kMostHeld) kept_.forget();
  RELATA_TRY(auto kept, casebook_->report(id));
  if (!kept) return Error{"the casebook lacks the report " + hex(id)};
  RELATA_TRY(const ReportAccounts* accounts, kept_.report(id));
  CaseReport described = about(*kept, *accounts);
  CodePoints points(kept->report.text);
  auto report = std::make_shared<LoadedReport>(
      LoadedReport{std::move(described), std::move(kept->report.text), std::move(points)});
  // The code points look into the text where it now is.
  report->points = CodePoints(report->text);
  std::shared_ptr<const LoadedReport> shared = std::move(report);
  held_.emplace(id, shared);
  return shared;
}

CaseAccount IncidentSource::with_words(const Account& account, const LoadedReport& report) {
  return {&account, &report.about, words_at(account.key.trigger, report),
          words_at(account.evidence, report)};
}

}  // namespace relata
