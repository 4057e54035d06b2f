// SPDX-License-Identifier: Apache-2.0
// CaseIncident: an incident with all that a profile writes of it: its assessment, its accounts with their exact words, and the
// reports they stand in. It refers only; a casebook keeps what it refers to.
//
//   CaseIncident given{&incident, &assessment, accounts, false};   // accounts[i] is that of incident.members[i]
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/corroboration/assessment.h"
#include "relata/incidents/incident.h"

namespace relata {

// A report as a reader of an export knows it.
struct CaseReport {
  ReportId id;
  std::string doc;  // the row's id or file name
  std::string title, url;
  ToldVoice publisher;  // name "" if unknown
  std::string credit;   // the wire it came from
  std::optional<Date> day;
  std::string text_sha256;
};

// Words of a report: as they stand, and the code points of the frozen text that they are.
struct ExactWords {
  std::string_view words;
  Span at;  // code points
  std::string_view before,
      after;  // what stands around them, some 30 characters: W3C's prefix and suffix
};

struct CaseAccount {
  const Account* account = nullptr;
  const CaseReport* report = nullptr;
  ExactWords trigger, evidence;
};

struct CaseIncident {
  const Incident* incident = nullptr;
  const Assessment* assessment = nullptr;
  std::vector<CaseAccount> accounts;  // as Incident::members
  bool total = false;  // other incidents are part of it: a week's toll, a day's strikes
};

// Where an export comes from. The same casebook, filters and versions give the same bytes: no clock is asked.
struct CaseOrigin {
  std::string name;                     // of the casebook
  std::string checkpoint;               // its root, in base64 or hexadecimal; "" if unsigned
  std::uint64_t entries = 0;            // that the checkpoint covers
  std::optional<std::int64_t> made_at;  // when the checkpoint was made, seconds of Unix
  std::vector<std::string> filters;     // as they were asked: "--place Aleppo"
  std::vector<std::string> read_by;     // versions of what read the reports, sorted
};

}  // namespace relata
