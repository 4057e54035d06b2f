// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/profile_tables.h"

#include <algorithm>

namespace relata {
namespace {

const AcledNames* by_sub_event(const std::vector<AcledNames>& names, std::string_view name) {
  const auto at = std::ranges::find(names, name, &AcledNames::sub_event_type);
  return at == names.end() ? nullptr : &*at;
}

}  // namespace

Result<ProfileTables> ProfileTables::load(const DataFolder& folder) {
  ProfileTables tables;
  RELATA_TRY(tables.countries_, CountryCodes::load(folder));
  RELATA_TRY([[maybe_unused]] const Done sides, tables.load_sides(folder));
  RELATA_TRY([[maybe_unused]] const Done victims, tables.load_victims(folder));
  RELATA_TRY([[maybe_unused]] const Done precision, tables.load_precision(folder));
  RELATA_TRY([[maybe_unused]] const Done acled, tables.load_acled(folder));
  RELATA_TRY([[maybe_unused]] const Done names, tables.load_names(folder));
  return tables;
}

Result<Done> ProfileTables::load_names(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("given_names.tsv", {"name"}));
  for (const Table::Row& row : table.rows()) given_names_.emplace_back(row.cell("name"));
  std::ranges::sort(given_names_);
  return Done{};
}

bool ProfileTables::may_be_person(std::string_view name) const {
  const std::size_t space = name.find(' ');
  return space != std::string_view::npos &&
         std::ranges::binary_search(given_names_, name.substr(0, space));
}

Result<Done> ProfileTables::load_sides(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("profile_sides.tsv", {"side", "named", "state", "home", "inter",
                                                "acled_actor", "ucdp_actor"}));
  for (const Table::Row& row : table.rows()) {
    SideNames side;
    side.side = row.cell("side");
    side.named = row.cell("named") == "yes";
    side.state = row.cell("state") == "yes";
    side.home = row.cell("home");
    RELATA_TRY(const double inter, row.number("inter"));
    if (inter < 1 || inter > 8) return Error{row.where() + ": inter is 1 to 8"};
    side.inter = static_cast<int>(inter);
    side.acled_actor = row.cell("acled_actor");
    side.ucdp_actor = row.cell("ucdp_actor");
    sides_.push_back(std::move(side));
  }
  if (sides_.empty() || sides_.back().side != "unknown")
    return Error{"profile_sides.tsv: the last row is not that of unknown"};
  return Done{};
}

Result<Done> ProfileTables::load_victims(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("profile_victims.tsv", {"class", "civilian", "acled_associate"}));
  for (const Table::Row& row : table.rows()) {
    const auto victim_class = victim_class_of(row.cell("class"));
    if (!victim_class) return Error{row.where() + ": no such class"};
    victims_[static_cast<std::size_t>(*victim_class)] = {row.cell("civilian") == "yes",
                                                         std::string(row.cell("acled_associate"))};
  }
  return Done{};
}

Result<Done> ProfileTables::load_precision(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("place_precision.tsv", {"kind", "radius_km", "ged", "acled"}));
  for (const Table::Row& row : table.rows()) {
    PlacePrecision* precision = &approximate_;
    if (row.cell("kind") != "approximate") {
      const auto kind = place_kind_of(row.cell("kind"));
      if (!kind) return Error{row.where() + ": no such kind of place"};
      precision = &precision_[static_cast<std::size_t>(*kind)];
    }
    RELATA_TRY(precision->radius_km, row.number("radius_km"));
    RELATA_TRY(const double ged, row.number("ged"));
    RELATA_TRY(const double acled, row.number("acled"));
    if (ged < 1 || ged > 7 || acled < 1 || acled > 3)
      return Error{row.where() + ": ged is 1 to 7, acled 1 to 3"};
    precision->ged = static_cast<int>(ged);
    precision->acled = static_cast<int>(acled);
  }
  return Done{};
}

Result<Done> ProfileTables::load_acled(const DataFolder& folder) {
  RELATA_TRY(const Table names, folder.table("acled_sub_events.tsv",
                                             {"sub_event_type", "event_type", "disorder_type"}));
  for (const Table::Row& row : names.rows()) {
    acled_.push_back({std::string(row.cell("event_type")), std::string(row.cell("sub_event_type")),
                      std::string(row.cell("disorder_type"))});
  }
  RELATA_TRY(const Table types, folder.table("event_types.tsv", {"type", "acled_sub_event"}));
  for (const Table::Row& row : types.rows()) {
    const auto type = event_type_of(row.cell("type"));
    if (!type) return Error{row.where() + ": no such type"};
    std::string_view name = row.cell("acled_sub_event");
    name = name.substr(0, name.find(" / "));
    if (name.empty()) continue;
    const AcledNames* acled = by_sub_event(acled_, name);
    if (acled == nullptr) return Error{row.where() + ": ACLED has no such sub-event type"};
    acled_of_[static_cast<std::size_t>(*type)] =
        static_cast<std::size_t>(acled - acled_.data()) + 1;
  }
  return Done{};
}

const SideNames& ProfileTables::side(std::string_view name) const {
  const auto at = std::ranges::find(sides_, name, &SideNames::side);
  return at == sides_.end() ? sides_.back() : *at;
}

const VictimNames& ProfileTables::victims(VictimClass victim_class) const {
  return victims_[static_cast<std::size_t>(victim_class)];
}

const PlacePrecision& ProfileTables::precision(PlaceKind kind, bool approximate) const {
  const PlacePrecision& of_kind = precision_[static_cast<std::size_t>(kind)];
  return approximate && of_kind.radius_km < approximate_.radius_km ? approximate_ : of_kind;
}

const AcledNames* ProfileTables::acled(EventType type) const {
  const std::size_t index = acled_of_[static_cast<std::size_t>(type)];
  return index == 0 ? nullptr : &acled_[index - 1];
}

const AcledNames& ProfileTables::acled(std::string_view sub_event_type) const {
  const AcledNames* names = by_sub_event(acled_, sub_event_type);
  RELATA_CHECK(names != nullptr);
  return *names;
}

}  // namespace relata
