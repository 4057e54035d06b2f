// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/incident_types.h"

#include <algorithm>
#include <string>
#include <vector>

namespace relata {
namespace {

constexpr std::size_t kMostKinds = 16;

}  // namespace

Result<IncidentTypes> IncidentTypes::load(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("incident_types.tsv", {"type", "makes", "kin", "harm", "rarity"}));
  IncidentTypes types;
  std::array<bool, kEventTypes> met{};
  std::vector<std::string> kinds;
  for (const Table::Row& cells : table.rows()) {
    const auto type = event_type_of(cells.cell("type"));
    if (!type) return Error{"no type of claim"}.with(cells.where());
    met[static_cast<std::size_t>(*type)] = true;
    Row& row = types.rows_[static_cast<std::size_t>(*type)];
    row.makes = cells.cell("makes") == "yes";
    RELATA_TRY(const double harm, cells.number("harm"));
    row.harm = static_cast<float>(harm);
    RELATA_TRY(const double rarity, cells.number("rarity"));
    row.rarity = static_cast<float>(rarity);
    for (const std::string_view kind : cells.list("kin")) {
      auto at = std::find(kinds.begin(), kinds.end(), kind);
      if (at == kinds.end()) at = kinds.insert(at, std::string(kind));
      if (kinds.size() > kMostKinds) return Error{"too many kinds"}.with(cells.where());
      row.kin = static_cast<std::uint16_t>(row.kin | 1U << (at - kinds.begin()));
    }
  }
  if (std::find(met.begin(), met.end(), false) != met.end())
    return Error{"incident_types.tsv: a type of claim has no row"};
  return types;
}

TypeMatch IncidentTypes::match(EventType a, EventType b) const {
  if (a == b) return leaves_method_open(a) ? TypeMatch::open : TypeMatch::same;
  if (types_agree(a, b)) return TypeMatch::open;
  return (kin(a) & kin(b)) != 0 ? TypeMatch::kin : TypeMatch::apart;
}

}  // namespace relata
