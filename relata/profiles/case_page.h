// SPDX-License-Identifier: Apache-2.0
// The report of an incident, or of a whole case, as one HTML page: map, timeline, and for each incident its grade and what would
// change it, the claim matrix, and every claim with its chain and exact words. It needs nothing else: no script, no network; it
// can be printed. Whatever comes from reports is shown as text and never as markup or as a link.
//
//   append_case_page({incidents, {}, origin, tables, outlines}, page);
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "relata/profiles/page_drawings.h"

namespace relata {

struct CasePage {
  std::span<const CaseIncident> incidents;
  std::span<const MapArea> areas;
  const CaseOrigin& origin;
  const ProfileTables& tables;
  const Outlines& outlines;
};

void append_case_page(const CasePage& page, std::string& out);

[[nodiscard]] std::string_view case_style();

}  // namespace relata
