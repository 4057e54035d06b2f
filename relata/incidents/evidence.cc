// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/evidence.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

namespace relata {
namespace {

constexpr std::array<std::string_view, kSigns> kSignNames = {
    "prior",          "told_as_one",      "types_same",     "types_open",   "types_kin",
    "types_apart",    "days_same",        "days_meet",      "days_apart",   "days_drift",
    "place_same",     "place_town",       "place_near",     "place_within", "place_wide",
    "place_unsaid",   "place_other_name", "place_beside",   "place_apart",  "killed_shared",
    "killed_close",   "killed_apart",     "injured_shared", "by_shared",    "by_opposed",
    "victims_shared", "victims_apart",    "words",          "quotations",   "status_apart",
    "one_report"};

constexpr std::uint64_t bit(EventType type) { return 1ULL << static_cast<unsigned>(type); }
constexpr std::uint64_t kOpenTypes =
    bit(EventType::killing) | bit(EventType::attack) | bit(EventType::toll);
constexpr std::uint16_t kFighters = 1U << static_cast<unsigned>(VictimClass::combatants);

template <typename Item>
bool any_shared(const std::vector<Item>& a, const std::vector<Item>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    if (*x < *y)
      ++x;
    else
      ++y;
  }
  return false;
}

EventType rarest(std::uint64_t bits, const IncidentTypes& types) {
  auto best = static_cast<EventType>(std::countr_zero(bits));
  for (; bits != 0; bits &= bits - 1) {
    const auto type = static_cast<EventType>(std::countr_zero(bits));
    if (types.rarity(type) > types.rarity(best)) best = type;
  }
  return best;
}

void add_types(const Episode& a, const Episode& b, const IncidentTypes& types, Signs& signs) {
  const std::uint64_t x = a.types & ~kOpenTypes, y = b.types & ~kOpenTypes;
  if ((x & y) != 0) return signs.add(Sign::types_same, types.rarity(rarest(x & y, types)));
  if (x == 0 && y == 0) return signs.add(Sign::types_open);
  TypeMatch best = TypeMatch::apart;
  for (std::uint64_t i = a.types; i != 0; i &= i - 1) {
    for (std::uint64_t j = b.types; j != 0; j &= j - 1) {
      best = std::min(best, types.match(static_cast<EventType>(std::countr_zero(i)),
                                        static_cast<EventType>(std::countr_zero(j))));
    }
  }
  // That both also speak of an attack says nothing where the methods differ.
  if (x != 0 && y != 0 && best <= TypeMatch::open) best = TypeMatch::kin;
  signs.add(best <= TypeMatch::open  ? Sign::types_open
            : best == TypeMatch::kin ? Sign::types_kin
                                     : Sign::types_apart);
}

float days_between(Date from, Date to) { return static_cast<float>((to - from).count()); }

void add_days(const Episode& a, const Episode& b, Signs& signs) {
  if (!a.when || !b.when) return;
  const bool stated = a.when_stated && b.when_stated;
  if (a.when->overlaps(*b.when)) {
    const float from =
        days_between(std::min(a.when->from, b.when->from), std::max(a.when->to, b.when->to));
    return signs.add(stated ? Sign::days_same : Sign::days_meet, 4 / (4 + from));
  }
  const float gap = a.when->to < b.when->from ? days_between(a.when->to, b.when->from)
                                              : days_between(b.when->to, a.when->from);
  signs.add(stated ? Sign::days_apart : Sign::days_drift, std::log2(1 + gap));
}

bool better(const Nearness& a, const Nearness& b) {
  return a.match != b.match ? a.match < b.match : a.km < b.km;
}

// The most exact places of both are compared, and any that have one name.
Nearness nearest(const Episode& a, const Episode& b) {
  std::optional<Nearness> best;
  if (a.where.empty() || b.where.empty()) return {};
  const Grain finest_a = a.where.front().grain, finest_b = b.where.front().grain;
  for (const Spot& x : a.where) {
    for (const Spot& y : b.where) {
      const bool finest = x.grain == finest_a && y.grain == finest_b;
      const Nearness one = nearness(x, y);
      if (!finest && one.match > PlaceMatch::same) continue;
      if (!best || better(one, *best)) best = one;
    }
  }
  return best.value_or(Nearness{});
}

void add_places(const Episode& a, const Episode& b, Signs& signs) {
  const Nearness near = nearest(a, b);
  const auto first = static_cast<std::uint8_t>(Sign::place_same);
  const auto sign = static_cast<Sign>(first + static_cast<std::uint8_t>(near.match));
  signs.add(sign, near.match == PlaceMatch::apart ? std::log2(1 + near.km / 10) : 1);
}

// 0 for one, 1 from 32 on: a large number is seldom the same by chance.
float rarity(float number) { return std::min(1.0F, std::log2(number) / 5); }

float largest_shared(const ToldNumbers& a, const ToldNumbers& b) {
  for (auto x = a.said.rbegin(), y = b.said.rbegin(); x != a.said.rend() && y != b.said.rend();) {
    if (*x == *y) return *x;
    if (*x > *y)
      ++x;
    else
      ++y;
  }
  return 0;
}

void add_numbers(const Episode& a, const Episode& b, Signs& signs) {
  const float injured = largest_shared(a.injured, b.injured);
  if (injured > 1) signs.add(Sign::injured_shared, rarity(injured));
  const float killed = largest_shared(a.killed, b.killed);
  if (killed > 1) return signs.add(Sign::killed_shared, rarity(killed));
  if (a.killed.total <= 0 || b.killed.total <= 0) return;
  const float ratio =
      std::min(a.killed.total, b.killed.total) / std::max(a.killed.total, b.killed.total);
  if (ratio >= 2.0F / 3) signs.add(Sign::killed_close);
  if (ratio < 1.0F / 3) signs.add(Sign::killed_apart, -std::log2(ratio) / std::log2(3.0F));
}

void add_people(const Episode& a, const Episode& b, Signs& signs) {
  if (any_shared(a.by_sides, b.by_sides) || any_shared(a.by, b.by)) {
    signs.add(Sign::by_shared);
  } else if (!a.by_sides.empty() && !b.by_sides.empty()) {
    signs.add(Sign::by_opposed);
  }
  if (a.victims == 0 || b.victims == 0) return;
  if ((a.victims & b.victims) != 0)
    signs.add(Sign::victims_shared);
  else if ((a.victims == kFighters) != (b.victims == kFighters))
    signs.add(Sign::victims_apart);
}

float weight_shared(const std::vector<RareWord>& a, const std::vector<RareWord>& b) {
  float shared = 0;
  for (std::size_t x = 0, y = 0; x < a.size() && y < b.size();) {
    const std::uint32_t left = a[x].hash, right = b[y].hash;
    if (left == right) shared += a[x].weight;
    x += left <= right ? 1 : 0;
    y += right <= left ? 1 : 0;
  }
  return shared;
}

}  // namespace

std::string_view name_of(Sign sign) { return kSignNames[static_cast<std::size_t>(sign)]; }

Result<EvidenceWeights> EvidenceWeights::load(const DataFolder& folder, std::string_view column) {
  RELATA_TRY(const Table table,
             folder.table("incident_evidence.tsv", {"sign", "within", "across", "meaning"}));
  EvidenceWeights weights;
  std::array<bool, kSigns> met{};
  for (const Table::Row& row : table.rows()) {
    const auto name = std::find(kSignNames.begin(), kSignNames.end(), row.cell("sign"));
    if (name == kSignNames.end()) return Error{"no sign"}.with(row.where());
    const auto at = static_cast<std::size_t>(name - kSignNames.begin());
    RELATA_TRY(const double weight, row.number(column));
    weights.of[at] = static_cast<float>(weight);
    met[at] = true;
  }
  if (std::find(met.begin(), met.end(), false) != met.end())
    return Error{"incident_evidence.tsv: a sign has no row"};
  return weights;
}

Signs facts_in_common(const Episode& a, const Episode& b, const IncidentTypes& types) {
  Signs signs;
  signs.add(Sign::prior);
  add_types(a, b, types, signs);
  add_days(a, b, signs);
  add_places(a, b, signs);
  add_numbers(a, b, signs);
  add_people(a, b, signs);
  if (a.prospect != b.prospect) signs.add(Sign::status_apart);
  if (a.key.report == b.key.report) signs.add(Sign::one_report);
  return signs;
}

void add_words_in_common(const Episode& a, const Episode& b, Signs& signs) {
  const float shared = weight_shared(a.words, b.words);
  if (shared > 0) signs.add(Sign::words, shared / std::sqrt(a.words_weight * b.words_weight));
  if (any_shared(a.quotes, b.quotes)) signs.add(Sign::quotations);
}

}  // namespace relata
