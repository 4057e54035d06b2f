// SPDX-License-Identifier: Apache-2.0
#include "relata/control/place_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "relata/places/gazetteer.h"
#include "relata/places/place_key.h"

namespace relata {
namespace {

constexpr double kSameKm = 5;       // two places of one name this near are one
constexpr double kSameCityKm = 60;  // a city and the region of its name, whose point may be far

constexpr std::size_t kMostIdentities = 3000;  // of one family; more are no spellings of few places

class Unions {
 public:
  explicit Unions(std::size_t size) : of_(size) { std::iota(of_.begin(), of_.end(), 0U); }
  std::uint32_t root(std::uint32_t i) {
    while (of_[i] != i) i = of_[i] = of_[of_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    of_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> of_;
};

// All that sites are told apart by; sites of one identity are one place.
struct Identity {
  std::string skeleton, part;  // of the report's name
  std::string known;           // the gazetteer's name's skeleton, "" if not resolved
  std::string country;
  std::vector<std::string> within;  // bare names, inwards first, without the country
  double latitude = 0, longitude = 0;
  bool resolved = false, large = false;
  auto operator<=>(const Identity&) const = default;
};

std::vector<std::string> larger_places(const Site& site) {
  std::vector<std::string> found;
  std::string_view rest = site.within;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    std::string name = bare_key(exact_key(rest.substr(0, comma)));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    if (!rest.empty() && !name.empty())
      found.push_back(std::move(name));  // the last is the country
  }
  if (!site.admin1.empty()) found.push_back(bare_key(exact_key(site.admin1)));
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// "al-Sakhour bridge" resolved to the quarter of al-Sakhour is something in it.
bool is_within_known(const PlaceNameKey& name, const PlaceNameKey& known) {
  return name.bare.size() > known.bare.size() && name.skeleton.size() > known.skeleton.size() &&
         (name.skeleton.starts_with(known.skeleton) || name.skeleton.ends_with(known.skeleton));
}

Identity identity_of(const Site& site, const PlaceNameWords& words) {
  const PlaceNameKey name = place_name_key(site, site.name, words);
  Identity identity{name.skeleton, name.part, {}, site.country, larger_places(site)};
  identity.large = has_parts(site);
  if (site.gazetteer_name.empty() || !site.latitude || !site.longitude) return identity;
  const PlaceNameKey known = place_name_key(site, site.gazetteer_name, words);
  if (is_within_known(name, known)) return identity;
  identity.known = known.skeleton;
  identity.latitude = *site.latitude;
  identity.longitude = *site.longitude;
  identity.resolved = true;
  return identity;
}

bool share_a_name(const Identity& a, const Identity& b) {
  const auto has = [&](const std::string& name) {
    return !name.empty() && (name == b.skeleton || name == b.known);
  };
  return has(a.skeleton) || has(a.known);
}

bool may_lie_together(const Identity& a, const Identity& b) {
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return false;
  if (a.within.empty() || b.within.empty()) return true;
  return std::any_of(a.within.begin(), a.within.end(), [&](const std::string& name) {
    return std::binary_search(b.within.begin(), b.within.end(), name);
  });
}

bool one_place(const Identity& a, const Identity& b) {
  if (a.part != b.part || !share_a_name(a, b)) return false;
  const double km = distance_km({a.latitude, a.longitude}, {b.latitude, b.longitude});
  return km <= (a.large && b.large ? kSameCityKm : kSameKm);
}

// The identities of one family, each the first of its kind.
class Family {
 public:
  Family(std::span<const Identity* const> members, Unions& unions,
         std::span<const std::uint32_t> numbers)
      : members_(members), unions_(unions), numbers_(numbers) {}

  void group() {
    if (members_.size() > kMostIdentities) return;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (members_[i]->resolved && members_[j]->resolved && one_place(*members_[i], *members_[j]))
          unions_.join(numbers_[i], numbers_[j]);
      }
    }
    // What is unresolved joins what was known before any unresolved joined: so no order matters.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> joins;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (!members_[i]->resolved) join_known(i, joins);
    }
    for (const auto& [a, b] : joins) unions_.join(a, b);
  }

 private:
  void join_known(std::size_t i, std::vector<std::pair<std::uint32_t, std::uint32_t>>& joins) {
    std::set<std::uint32_t> known;
    std::set<std::vector<std::string>> areas;
    for (std::size_t j = 0; j < members_.size(); ++j) {
      const Identity& other = *members_[j];
      if (i == j || members_[i]->part != other.part || !share_a_name(*members_[i], other) ||
          !may_lie_together(*members_[i], other))
        continue;
      if (other.resolved) known.insert(unions_.root(numbers_[j]));
      if (!other.resolved && !other.within.empty()) areas.insert(other.within);
    }
    if (known.size() == 1) joins.emplace_back(numbers_[i], *known.begin());
    if (!known.empty()) return;
    for (std::size_t j = 0; j < members_.size(); ++j) {
      const Identity& other = *members_[j];
      if (other.resolved || other.part != members_[i]->part ||
          other.skeleton != members_[i]->skeleton || !may_lie_together(*members_[i], other))
        continue;
      if (areas.size() <= 1 || other.within == members_[i]->within)
        joins.emplace_back(numbers_[i], numbers_[j]);
    }
  }

  std::span<const Identity* const> members_;
  Unions& unions_;
  std::span<const std::uint32_t> numbers_;
};

}  // namespace

std::vector<std::uint32_t> place_groups(std::span<const Site* const> sites,
                                        const PlaceNameWords& words) {
  std::map<Identity, std::uint32_t>
      numbers;  // in the order of the identities: independent of that of the sites
  std::vector<const Identity*> of_site;
  for (const Site* site : sites)
    of_site.push_back(&numbers.emplace(identity_of(*site, words), 0U).first->first);
  std::uint32_t next = 0;
  for (auto& [identity, number] : numbers) number = next++;
  Unions unions(numbers.size()), families(numbers.size());
  std::unordered_map<std::string_view, std::uint32_t> first_with;
  for (const auto& [identity, number] : numbers) {
    for (const std::string* key : {&identity.skeleton, &identity.known}) {
      if (!key->empty()) families.join(number, first_with.emplace(*key, number).first->second);
    }
  }
  std::map<std::uint32_t, std::pair<std::vector<const Identity*>, std::vector<std::uint32_t>>>
      members;
  for (const auto& [identity, number] : numbers) {
    auto& family = members[families.root(number)];
    family.first.push_back(&identity);
    family.second.push_back(number);
  }
  for (const auto& [root, family] : members) Family(family.first, unions, family.second).group();
  std::unordered_map<std::uint32_t, std::uint32_t> in_order;
  std::vector<std::uint32_t> groups;
  for (const Identity* identity : of_site) {
    const std::uint32_t root = unions.root(numbers.at(*identity));
    groups.push_back(
        in_order.emplace(root, static_cast<std::uint32_t>(in_order.size())).first->second);
  }
  return groups;
}

}  // namespace relata
