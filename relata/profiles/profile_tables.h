// SPDX-License-Identifier: Apache-2.0
// ProfileTables: what the profiles need to know beside the casebook: codes of countries, what sides and victims are called,
// how precise a kind of place is, and ACLED's types. All of it is in data/*.tsv, none of it in code.
//
//   RELATA_TRY(const ProfileTables tables, ProfileTables::load(folder));
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "relata/events/event.h"
#include "relata/places/place.h"
#include "relata/profiles/country_codes.h"

namespace relata {

// A row of data/profile_sides.tsv.
struct SideNames {
  std::string side;
  bool named = false;
  bool state = false;
  std::string home;  // ISO 3166, "here", or "" if it has none
  int inter = 3;
  std::string acled_actor, ucdp_actor;
};

// A row of data/profile_victims.tsv.
struct VictimNames {
  bool civilian = false;
  std::string acled_associate;
};

// A row of data/place_precision.tsv.
struct PlacePrecision {
  double radius_km = 0;
  int ged = 1, acled = 1;
};

struct AcledNames {
  std::string event_type, sub_event_type, disorder_type;
};

class ProfileTables {
 public:
  // Errors: as Table; a side, class, kind or type that is not known or is missing.
  static Result<ProfileTables> load(const DataFolder& folder);

  [[nodiscard]] const CountryCodes& countries() const { return countries_; }
  // Of "unknown" for a side that no row names.
  [[nodiscard]] const SideNames& side(std::string_view name) const;
  [[nodiscard]] const VictimNames& victims(VictimClass victim_class) const;
  // `approximate`: of a point that stands for what lies near it.
  [[nodiscard]] const PlacePrecision& precision(PlaceKind kind, bool approximate) const;
  // As data/event_types.tsv has it: nullptr if ACLED does not record such things. For `capture` the first of two.
  [[nodiscard]] const AcledNames* acled(EventType type) const;
  // By its name, which must be one of the 25.
  [[nodiscard]] const AcledNames& acled(std::string_view sub_event_type) const;
  // Whether a name may be a person's: two words or more, of which the first is a given name (data/given_names.tsv).
  [[nodiscard]] bool may_be_person(std::string_view name) const;

 private:
  Result<Done> load_names(const DataFolder& folder);
  Result<Done> load_sides(const DataFolder& folder);
  Result<Done> load_victims(const DataFolder& folder);
  Result<Done> load_precision(const DataFolder& folder);
  Result<Done> load_acled(const DataFolder& folder);

  CountryCodes countries_;
  std::vector<SideNames> sides_;
  std::array<VictimNames, 13> victims_;
  std::array<PlacePrecision, 8> precision_;
  PlacePrecision approximate_;
  std::vector<std::string> given_names_;  // sorted
  std::vector<AcledNames> acled_;
  std::array<std::size_t, kEventTypes> acled_of_{};  // index into acled_ + 1; 0: none
};

}  // namespace relata
