// SPDX-License-Identifier: Apache-2.0
// Asking a casebook: what fits a filter, a page at a time, as lists show it; and single things by what people type.
//
//   RELATA_TRY(Filter filter, parse_query("barrel bombs type:airstrike place:Aleppo", lexicon));
//   RELATA_TRY(FoundPage<IncidentRow> found, find_incidents(database, filter, {.sort = SortBy::killed, .descending = true}));
//
// The database may be open for reading only. It is for one thread at a time, also for asking.
#pragma once

#include <string>
#include <vector>

#include "relata/query/assessment_bytes.h"
#include "relata/query/filter.h"
#include "relata/query/page.h"
#include "relata/query/voice_standing.h"
#include "relata/sqlite/database.h"

namespace relata {

struct CountRange {
  double low = 0, best = 0;
  std::optional<double> high;
  auto operator<=>(const CountRange&) const = default;
};

struct IncidentRow {
  IncidentId id;
  EventType type = EventType::attack;
  std::optional<Period> when;
  Site where;
  std::optional<Grade> grade;  // decided, or else computed
  bool decided = false;
  std::uint32_t reports = 0, lineages_for = 0, lineages_against = 0;
  std::vector<Side> sides;
  std::optional<CountRange> killed, injured;
  std::string title, doers;
};

struct AccountRow {
  Account account;
  std::optional<IncidentId> incident;
  std::string doc;  // of its report
};

struct ReportRow {
  ReportId id;
  std::string doc;
  std::optional<Date> day;
  ToldVoice publisher;  // name "" if unknown
  std::string credit, title;
  std::uint32_t claims = 0;
};

struct VoiceRow {
  ToldVoice voice;
  std::uint32_t claims = 0;     // in whose chains it stands
  std::uint32_t innermost = 0;  // of which it is the one that they go back to
  VoiceStanding standing;
};

Result<FoundPage<IncidentRow>> find_incidents(Database& database, const Filter& filter,
                                              const PageRequest& request);
Result<FoundPage<AccountRow>> find_accounts(Database& database, const Filter& filter,
                                            const PageRequest& request);
Result<FoundPage<ReportRow>> find_reports(Database& database, const Filter& filter,
                                          const PageRequest& request);
Result<FoundPage<VoiceRow>> find_voices(Database& database, const Filter& filter,
                                        const PageRequest& request);

// How many fit. Takes longer than a page: every one is looked at.
Result<std::uint64_t> count_incidents(Database& database, const Filter& filter);
Result<std::uint64_t> count_accounts(Database& database, const Filter& filter);
Result<std::uint64_t> count_reports(Database& database, const Filter& filter);

// The incident with that id, "i3fa94c0b1d2e", or the beginning of it. Errors: there is none; there are several.
Result<AssessedIncident> load_incident(Database& database, std::string_view typed);
// Accounts by their keys, in that order, with what find_accounts() says of them. Error: one is not there.
Result<std::vector<AccountRow>> load_accounts(Database& database,
                                              const std::vector<AccountKey>& keys);

}  // namespace relata
