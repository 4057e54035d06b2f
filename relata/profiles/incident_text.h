// SPDX-License-Identifier: Apache-2.0
// One incident for a person at a terminal: what supports and what contradicts it, lineage by lineage, with the exact words; why
// its grade is what it is, and what would change it; one claim. Text of reports is made safe to show; no line of it is wider
// than asked.
#pragma once

#include <string>

#include "relata/profiles/case_incident.h"

namespace relata {

struct TextLooks {
  int columns = 80;
  bool colour = false;  // marks of weight for a terminal
};

[[nodiscard]] std::string incident_text(const CaseIncident& given, const TextLooks& looks);
[[nodiscard]] std::string why_text(const CaseIncident& given, const TextLooks& looks);
[[nodiscard]] std::string claim_text(const CaseAccount& account, const TextLooks& looks);

// "77ab01cd:152-160": a claim as people type it.
[[nodiscard]] std::string short_id(const AccountKey& key);

}  // namespace relata
