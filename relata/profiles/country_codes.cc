// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/country_codes.h"

#include <algorithm>

namespace relata {
namespace {

bool before(const CountryCode& country, std::string_view code) { return country.code < code; }

std::string or_else(std::string_view cell, std::string_view otherwise) {
  return std::string(cell.empty() ? otherwise : cell);
}

Result<std::vector<CountryCode>> countries_of(const Table& table) {
  std::vector<CountryCode> countries;
  for (const Table::Row& row : table.rows()) {
    CountryCode country;
    country.code = row.cell("code");
    country.iso3 = row.cell("iso3");
    country.name = row.cell("name");
    RELATA_TRY(country.latitude, row.number("latitude"));
    RELATA_TRY(country.longitude, row.number("longitude"));
    countries.push_back(std::move(country));
  }
  std::ranges::sort(countries, {}, &CountryCode::code);
  return countries;
}

}  // namespace

Result<CountryCodes> CountryCodes::load(const DataFolder& folder) {
  RELATA_TRY(const Table names,
             folder.table("countries.tsv", {"code", "iso3", "name", "latitude", "longitude"}));
  RELATA_TRY(
      const Table table,
      folder.table("country_codes.tsv", {"code", "iso_number", "gleditsch_ward", "acled_region",
                                         "ucdp_region", "acled_name", "ucdp_name"}));
  CountryCodes codes;
  RELATA_TRY(codes.countries_, countries_of(names));
  for (const Table::Row& row : table.rows()) {
    const auto at = std::lower_bound(codes.countries_.begin(), codes.countries_.end(),
                                     row.cell("code"), before);
    if (at == codes.countries_.end() || at->code != row.cell("code"))
      return Error{row.where() + ": not in countries.tsv"};
    at->iso_number = row.cell("iso_number");
    at->gleditsch_ward = row.cell("gleditsch_ward");
    at->acled_region = row.cell("acled_region");
    at->ucdp_region = row.cell("ucdp_region");
    at->acled_name = or_else(row.cell("acled_name"), at->name);
    at->ucdp_name = or_else(row.cell("ucdp_name"), at->name);
  }
  for (const CountryCode& country : codes.countries_) {
    if (country.acled_region.empty())
      return Error{"country_codes.tsv: does not have " + country.code};
  }
  return codes;
}

const CountryCode* CountryCodes::find(std::string_view code) const {
  const auto at = std::lower_bound(countries_.begin(), countries_.end(), code, before);
  return at != countries_.end() && at->code == code ? &*at : nullptr;
}

const CountryCode* CountryCodes::named(std::string_view name) const {
  const auto at = std::ranges::find(countries_, name, &CountryCode::name);
  return at == countries_.end() ? nullptr : &*at;
}

}  // namespace relata
