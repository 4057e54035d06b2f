// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/coarse.h"

#include <cmath>

namespace relata {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::sys_days;

double middle_of_cell(double degrees, double most) {
  return std::min(std::floor(degrees), most - 1) + 0.5;
}

Site country_site(const CountryCode& country) {
  Site site;
  site.name = site.gazetteer_name = country.name;
  site.kind = PlaceKind::country;
  site.country = country.code;
  site.latitude = country.latitude;
  site.longitude = country.longitude;
  return site;
}

}  // namespace

Period coarse_period(const Period& period, Coarseness coarseness) {
  if (coarseness == Coarseness::division_week) {
    const auto monday = [](Date day) {
      return day - days((std::chrono::weekday(day).iso_encoding() + 6) % 7);
    };
    return {monday(period.from), monday(period.to) + days(6)};
  }
  const auto from = civil(period.from), to = civil(period.to);
  if (coarseness == Coarseness::country_year) {
    return {sys_days(from.year() / std::chrono::January / 1),
            sys_days(to.year() / std::chrono::December / 31)};
  }
  return {sys_days(from.year() / from.month() / 1), sys_days(to.year() / to.month() / last)};
}

Site coarse_site(const Site& site, Coarseness coarseness, const CountryCodes& countries) {
  const CountryCode* country = countries.find(site.country);
  if (country == nullptr) return {};
  const bool division = coarseness <= Coarseness::division_month;
  // What is known as a country only is one; a division without a point, or a point without one, says less than it seems.
  if (!division || site.admin1.empty() || !site.latitude || !site.longitude)
    return country_site(*country);
  Site coarse;
  coarse.name = coarse.gazetteer_name = coarse.admin1 = site.admin1;
  coarse.within = country->name;
  coarse.kind = PlaceKind::region;
  coarse.country = country->code;
  coarse.latitude = middle_of_cell(*site.latitude, 90);
  coarse.longitude = middle_of_cell(*site.longitude, 180);
  return coarse;
}

}  // namespace relata
