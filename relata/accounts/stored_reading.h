// SPDX-License-Identifier: Apache-2.0
// StoredReading: the JSON of a reading (docs/formats/reading.md, with the layer `places`) as values. Spans are code points, as
// they stand there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/base/result.h"

namespace relata {

struct StoredParticipant {
  std::string name;
  std::optional<VictimClass> victim_class;
};

struct StoredPlace {
  Span span;
  Site site;
};

struct StoredClaim {
  std::uint32_t id = 0;
  EventType type = EventType::attack;
  Span trigger, evidence;
  Status status = Status::asserted;
  std::vector<StoredParticipant> by, to;
  std::vector<StoredPlace> where;  // of the site, name and within
  std::optional<Period> when;
  bool when_stated = false;
  std::vector<ToldCount> counts;
  std::vector<Span> count_spans;                 // of each count
  std::vector<std::vector<std::string>> chains;  // names of voices
  float confidence = 0;
};

struct StoredReading {
  std::string doc;
  std::optional<std::string> publisher;
  std::optional<Date> day;  // that anchors the report
  std::optional<Span> title, credit;
  std::vector<StoredClaim> claims;
  std::vector<ToldVoice> voices;
  std::vector<Relation> relations;
  std::vector<StoredPlace> places;
};

// Errors: no JSON, or not such a reading; the message names the member.
Result<StoredReading> stored_reading_of(std::string_view json);

}  // namespace relata
