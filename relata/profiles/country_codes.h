// SPDX-License-Identifier: Apache-2.0
// CountryCodes: countries as the profiles write them (data/countries.tsv, data/country_codes.tsv). Facts only.
//
//   if (const CountryCode* country = codes.find("SY")) country->iso_number;   // "760"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/base/data_folder.h"

namespace relata {

struct CountryCode {
  std::string code, iso3;                // "SY", "SYR"
  std::string name;                      // "Syria"
  std::string iso_number;                // "760"; "" if ISO gives none
  std::string gleditsch_ward;            // "652"; "" if not a state of that list
  std::string acled_region, acled_name;  // "Middle East"
  std::string ucdp_region, ucdp_name;
  double latitude = 0, longitude = 0;  // of its middle
};

class CountryCodes {
 public:
  // Errors: as Table; a country of one table that the other lacks.
  static Result<CountryCodes> load(const DataFolder& folder);
  // By ISO 3166 alpha-2; nullptr if there is none.
  [[nodiscard]] const CountryCode* find(std::string_view code) const;
  // By its name in data/countries.tsv.
  [[nodiscard]] const CountryCode* named(std::string_view name) const;
  [[nodiscard]] const std::vector<CountryCode>& all() const { return countries_; }

 private:
  std::vector<CountryCode> countries_;  // by code
};

}  // namespace relata
