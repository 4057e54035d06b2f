// SPDX-License-Identifier: Apache-2.0
// ReportRecord: what a file of claims says, as written down: by readers (gold) or by a system. The JSON that
// docs/formats/reading.md describes, with spans in code points. Trainers compare records with readings.
//
//   RELATA_TRY(ReportRecord gold, parse_report_record(json));
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/attribution/telling.h"
#include "relata/base/date.h"
#include "relata/base/result.h"
#include "relata/base/span.h"
#include "relata/claims/claim.h"
#include "relata/events/event.h"

namespace relata {

struct NamedSpan {
  std::optional<Span> span;
  std::string name;
  std::string victim_class;  // of `to` only
};

struct WhenRecord {
  std::optional<Span> span;
  Period period;
};

struct CountRecord {
  std::optional<Span> span;
  std::string of;
  std::optional<double> low, high;
};

struct ClaimRecord {
  std::uint32_t id = 0;
  EventType type = EventType::attack;
  Span trigger;
  Span evidence;
  Status status = Status::asserted;
  std::vector<NamedSpan> by, to, where;
  std::optional<WhenRecord> when;
  std::vector<CountRecord> counts;
  std::vector<std::vector<NamedSpan>> chains;
};

struct VoiceRecord {
  std::string name;
  std::string kind, side;
  std::vector<Span> spans;
};

struct ReportRecord {
  std::string doc;
  std::optional<Date> published;
  std::optional<std::string> publisher;
  std::vector<ClaimRecord> claims;
  std::vector<VoiceRecord> voices;
  std::vector<Relation> relations;
};

// Errors: no JSON object, a field of the wrong kind, a type or status that there is not.
Result<ReportRecord> parse_report_record(std::string_view json);

}  // namespace relata
