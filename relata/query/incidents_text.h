// SPDX-License-Identifier: Apache-2.0
// Incidents for a person at a terminal: a list of them; one with its accounts, lineage by lineage, and where they differ
// (`show`); one with the reasons of its grade, their exact words, and what would change it (`why`); and the voices.
#pragma once

#include <string>

#include "relata/query/terminal_page.h"
#include "relata/query/told_phrases.h"

namespace relata {

// `count`: of all that fit, nothing if it was not counted.
void write_incidents_text(const FoundPage<IncidentRow>& found,
                          const std::optional<std::uint64_t>& count, const View& view,
                          std::string& out);
void write_incident_text(const ShownIncident& incident, const View& view, std::string& out);
void write_why_text(const ShownIncident& incident, const View& view, std::string& out);
void write_claim_text(const AccountRow& row, const TextOf& text_of_report, const View& view,
                      std::string& out);
void write_voices_text(const FoundPage<VoiceRow>& found, const View& view, std::string& out);

}  // namespace relata
