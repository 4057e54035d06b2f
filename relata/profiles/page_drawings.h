// SPDX-License-Identifier: Apache-2.0
// The drawings of a page as inline SVG: a map of incidents with circles within which each lies, and a timeline. They use nothing
// but themselves, and tell in a title what each mark is. Colours come from the page's style.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/outlines.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

// A polygon to draw under the incidents, as a neighbourhood has it.
struct MapArea {
  std::string name;
  std::vector<OutlinePoint> ring;
};

// Nothing is drawn if none of the incidents lies anywhere.
void append_map(std::span<const CaseIncident> incidents, std::span<const MapArea> areas,
                const Outlines& outlines, const ProfileTables& tables, std::string& out);

// Nothing is drawn if no incident has a day.
void append_timeline(std::span<const CaseIncident> incidents, std::string& out);

// Text of strangers for a page: on one line, hidden marks shown, HTML escaped, kept from turning what stands beside it.
[[nodiscard]] std::string page_text(std::string_view text);

}  // namespace relata
