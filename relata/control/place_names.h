// SPDX-License-Identifier: Apache-2.0
// The keys under which places of different reports are found to be one: "the Sha'ar district", "al-Sha'ar" and "ash-Shaar" share a
// bare name and a skeleton. Words that only say what kind of place it is, or where in a larger place it lies, are left out; not
// those that name something else by it ("al-Sakhour bridge").
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/accounts/account.h"
#include "relata/base/data_folder.h"

namespace relata {

struct PlaceNameWords {
  enum class Role : std::uint8_t { kind, direction };
  struct Word {
    Role role = Role::kind;
    std::string as;  // "eastern" for "east"
  };
  std::unordered_map<std::string, Word> words;
  static Result<PlaceNameWords> load(const DataFolder& folder);
};

struct PlaceNameKey {
  std::string bare;  // "sheikh saeed"
  std::string
      skeleton;      // "Sxsd"; the bare name where that has too few consonants to tell names apart
  std::string part;  // "eastern": only of what is large enough to have parts
};

// Whether a part of this place is a place of its own, told of apart: of a town or a larger place, not of a neighbourhood.
[[nodiscard]] bool has_parts(const Site& site);

// Whether the site names one place: no country, no "three districts", no "north of X".
[[nodiscard]] bool names_a_place(const Site& site, const PlaceNameWords& words);

[[nodiscard]] PlaceNameKey place_name_key(const Site& site, std::string_view name,
                                          const PlaceNameWords& words);

}  // namespace relata
