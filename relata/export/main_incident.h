// SPDX-License-Identifier: Apache-2.0
// The main incident of a report: the harm that it opens with, and all claims about it. Reports of news tell the main thing
// first, so what stands in the title or the first sentences weighs most, then what tells of deaths, then how much else of
// the report is about it. What is denied, planned or feared is no incident.
#pragma once

#include <cstdint>
#include <vector>

#include "relata/claims/claim.h"
#include "relata/ingest/report.h"
#include "relata/text/document.h"

namespace relata {

struct IncidentClaim {
  std::uint32_t claim = 0;  // index into Reading::claims
  double weight = 0;        // how much it has to say about the main incident
};

// The claims of the main incident, heaviest first; empty if the report tells of no harm.
[[nodiscard]] std::vector<IncidentClaim> main_incident(const Document& document,
                                                       const Reading& reading);

// How much a place in the text weighs by how early it stands: 1 in the title and the first sentence, less and less after.
class Leads {
 public:
  explicit Leads(const Document& document) : document_(document) {}
  [[nodiscard]] double weight(Span span) const;

 private:
  const Document& document_;
};

}  // namespace relata
