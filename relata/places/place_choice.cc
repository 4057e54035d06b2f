// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_choice.h"

#include <algorithm>
#include <cmath>

#include "relata/places/place_key.h"

namespace relata {

namespace {

// Points for a candidate. A town of a million counts 1 for its size; the report's only country counts 2.
constexpr double kOfCountry = 2.0;
constexpr double kOfRegion = 0.8;  // all other places of the report lie in its first-level division
constexpr double kNearAnother = 0.4;  // within kNear_km of a place that is clear
constexpr double kNear_km = 60;
constexpr double kSaidInside = 3.0;
constexpr double kSaidElsewhere = -2.5;
constexpr double kKindFits = 1.2;
constexpr double kKindDiffers = -1.5;
constexpr double kLeast = 1.25;     // fewer: not resolved
constexpr double kLeastLead = 0.1;  // over the next best that lies elsewhere
constexpr double kSamePlace_km =
    40;  // a city, its county, its region: near enough to be one for the reader
constexpr double kShareOfDateline = 0.3;
constexpr double kPriorOfPublisher = 0.5;
constexpr std::uint8_t kPlainRank = 128;   // 65,000 people: evidence for its country
constexpr std::size_t kLeastSkeleton = 3;  // consonants that must agree where the spelling does not

double kind_points(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::country:
      return 1.0;
    case PlaceKind::region:
      return 0.12;
    case PlaceKind::county:
      return -0.2;
    case PlaceKind::town:
      return 0.25;
    case PlaceKind::village:
      return -0.1;
    case PlaceKind::neighbourhood:
      return -0.1;
    case PlaceKind::landmark:
      return 0.2;
    case PlaceKind::camp:
      return 0.1;
  }
  return 0;
}

// Steps of insertion, deletion, replacement between two short keys.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t keep = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({keep, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

class Chooser {
 public:
  Chooser(const std::vector<PlaceMention>& mentions, const Gazetteer& gazetteer,
          const ChoiceHints& hints)
      : mentions_(mentions), gazetteer_(gazetteer), hints_(hints), chosen_(mentions.size()) {}

  std::vector<ChosenPlace> choose() {
    gather_countries();
    // Twice: what is clear in the first round helps the second.
    for (int round = 0; round < 2; ++round) {
      for (std::uint32_t i = 0; i < mentions_.size(); ++i) chosen_[i] = best_of(i);
      agree();
      gather_regions();
    }
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (!chosen_[i].id) by_skeleton(i);
    }
    agree();
    return std::move(chosen_);
  }

 private:
  // How much the report is about each country, summing to 1.
  void gather_countries() {
    for (const PlaceMention& m : mentions_) {
      const double weight =
          hints_.dateline && hints_.dateline->overlaps(m.name) ? kShareOfDateline : 1.0;
      if (m.choices.empty()) continue;
      if (gazetteer_.kind(m.choices.front()) == PlaceKind::country && m.choices.size() == 1) {
        countries_[m.choices.front().value] += weight * (m.adjective ? 0.7 : 1.0);
      } else if (const auto home = plain_home(m)) {
        countries_[home->value] += weight * 0.7;
      }
    }
    if (const auto prior = gazetteer_.country_of_code(hints_.country))
      countries_[prior->value] += kPriorOfPublisher;
    double sum = 0;
    for (const auto& [country, weight] : countries_) sum += weight;
    for (auto& [country, weight] : countries_) weight /= std::max(sum, 1.0);
  }

  // The country of a name whose largest bearer is far larger than any abroad.
  [[nodiscard]] std::optional<PlaceId> plain_home(const PlaceMention& m) const {
    const PlaceId* largest = nullptr;
    std::uint8_t abroad = 0;
    for (const PlaceId& id : m.choices) {
      if (largest == nullptr || gazetteer_.rank(id) > gazetteer_.rank(*largest)) largest = &id;
    }
    const auto home = gazetteer_.country(*largest);
    for (const PlaceId& id : m.choices) {
      if (gazetteer_.country(id) != home) abroad = std::max(abroad, gazetteer_.rank(id));
    }
    return gazetteer_.rank(*largest) >= kPlainRank && abroad + 16 <= gazetteer_.rank(*largest)
               ? home
               : std::nullopt;
  }

  void gather_regions() {
    regions_.clear();
    clear_.clear();
    clear_points_.clear();
    double sum = 0;
    for (const ChosenPlace& chosen : chosen_) {
      if (!chosen.id) continue;
      const auto region = gazetteer_.region(*chosen.id);
      if (!region) continue;
      regions_[region->value] += 1;
      sum += 1;
      if (gazetteer_.kind(*chosen.id) != PlaceKind::region && gazetteer_.has_point(*chosen.id) &&
          std::find(clear_.begin(), clear_.end(), *chosen.id) == clear_.end() &&
          clear_.size() < 64) {
        clear_.push_back(*chosen.id);
        clear_points_.push_back(gazetteer_.point(*chosen.id));
      }
    }
    for (auto& [region, weight] : regions_) weight /= std::max(sum, 1.0);
  }

  [[nodiscard]] double share(const std::unordered_map<std::uint32_t, double>& of,
                             std::optional<PlaceId> id) const {
    const auto at = id ? of.find(id->value) : of.end();
    return at == of.end() ? 0 : at->second;
  }

  // What the text says that it lies in, if that is known.
  [[nodiscard]] std::optional<PlaceId> said_parent(std::uint32_t index) const {
    std::optional<std::uint32_t> up = mentions_[index].inside;
    for (int steps = 0; up && steps < 4; ++steps) {
      if (chosen_[*up].id) return chosen_[*up].id;
      if (mentions_[*up].choices.size() == 1) return mentions_[*up].choices.front();
      up = mentions_[*up].inside;
    }
    return std::nullopt;
  }

  // "Jarablus in Aleppo": Aleppo the city stands for its region too.
  [[nodiscard]] bool lies_in(PlaceId id, PlaceId parent) const {
    if (gazetteer_.within(id, parent)) return true;
    if (gazetteer_.kind(parent) != PlaceKind::town) return false;
    const auto region = gazetteer_.region(parent);
    return region && gazetteer_.name(*region) == gazetteer_.name(parent) &&
           gazetteer_.within(id, *region);
  }

  [[nodiscard]] double score(std::uint32_t index, PlaceId id, std::optional<PlaceId> parent) const {
    const PlaceMention& m = mentions_[index];
    const PlaceKind kind = gazetteer_.kind(id);
    double points = gazetteer_.rank(id) / (is_division(kind) ? 200.0 : 160.0) + kind_points(kind) +
                    kOfCountry * share(countries_, gazetteer_.country(id)) +
                    kOfRegion * share(regions_, gazetteer_.region(id));
    if (gazetteer_.is_capital(id)) points += 0.3;
    if (m.bare_only) points -= 0.2;
    if (m.kind != KindWord::none)
      points += fits(m.kind, kind) ? (is_sharp(m.kind) ? kKindFits : 0) : kKindDiffers;
    if (parent && *parent != id) {
      points += lies_in(id, *parent) ? kSaidInside : kSaidElsewhere;
    }
    if (near_clear(id)) points += kNearAnother;
    return points;
  }

  static bool is_division(PlaceKind kind) {
    return kind == PlaceKind::region || kind == PlaceKind::county;
  }

  static bool is_sharp(KindWord kind) {
    return kind != KindWord::area && kind != KindWord::part && kind != KindWord::border &&
           kind != KindWord::none;
  }

  [[nodiscard]] bool near_clear(PlaceId id) const {
    const GeoPoint here = gazetteer_.point(id);
    for (std::size_t i = 0; i < clear_.size(); ++i) {
      if (std::abs(clear_points_[i].latitude - here.latitude) < 1 && clear_[i] != id &&
          distance_km(clear_points_[i], here) < kNear_km) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] ChosenPlace best_of(std::uint32_t index) const {
    const PlaceMention& m = mentions_[index];
    std::vector<std::pair<double, PlaceId>> scored;
    const auto parent = said_parent(index);
    for (const PlaceId id : m.choices) scored.emplace_back(score(index, id, parent), id);
    if (scored.empty()) return {};
    std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    const auto [points, best] = scored.front();
    ChosenPlace chosen;
    if (points < kLeast) return chosen;
    bool one_country = true, clear = true;
    for (const auto& [others, other] : scored) {
      if (others < points - kLeastLead) break;
      if (distance_km(gazetteer_.point(other), gazetteer_.point(best)) > kSamePlace_km &&
          !gazetteer_.within(best, other) && !gazetteer_.within(other, best)) {
        clear = false;
      }
      one_country = one_country && gazetteer_.country(other) == gazetteer_.country(best);
    }
    if (clear) chosen.id = best;
    if (clear || one_country) chosen.country = gazetteer_.country(best);
    return chosen;
  }

  // One name, one place: what some mention makes clear holds for the others that are not said to lie elsewhere.
  void agree() {
    std::unordered_map<std::string_view, std::uint32_t> clearest;
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (!chosen_[i].id) continue;
      const auto [at, fresh] = clearest.emplace(mentions_[i].key, i);
      if (!fresh && weight(i) > weight(at->second)) at->second = i;
    }
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const auto at = clearest.find(mentions_[i].key);
      if (at == clearest.end() || at->second == i || mentions_[i].kind != KindWord::none ||
          mentions_[i].inside)
        continue;
      const PlaceId id = *chosen_[at->second].id;
      // "Homs province … in Homs": the bare name stays the city.
      if (chosen_[i].id &&
          (gazetteer_.within(*chosen_[i].id, id) || gazetteer_.within(id, *chosen_[i].id)))
        continue;
      chosen_[i] = chosen_[at->second];
    }
  }

  [[nodiscard]] int weight(std::uint32_t index) const {
    return (mentions_[index].inside ? 2 : 0) + (mentions_[index].kind != KindWord::none ? 1 : 0);
  }

  // The place that sounds like it within what the report is about; only if there is one that fits best.
  void by_skeleton(std::uint32_t index) {
    const PlaceMention& m = mentions_[index];
    if (!m.choices.empty() || m.adjective) return;
    const auto parent = said_parent(index);
    if (!parent && regions_.empty()) return;
    std::vector<PlaceId> found;
    const std::string bones = skeleton(m.key);
    if (bones.size() < (parent ? 2 : kLeastSkeleton)) return;
    gazetteer_.find_skeleton(bones, found);
    if (m.key.starts_with("al") && m.key.size() > 5 && m.key[2] != ' ')
      gazetteer_.find_skeleton(skeleton(m.key.substr(2)), found);
    std::optional<PlaceId> best;
    double best_points = 0, next_points = 0;
    for (const PlaceId id : found) {
      const double points = sound_points(index, id, parent);
      if (points <= 0 || (best && *best == id)) continue;
      const bool same =
          best && distance_km(gazetteer_.point(id), gazetteer_.point(*best)) < kSamePlace_km / 4;
      if (points > best_points) {
        if (!same) next_points = best_points;
        best_points = points;
        best = id;
      } else if (!same) {
        next_points = std::max(next_points, points);
      }
    }
    if (best && best_points >= next_points + kLeastLead)
      chosen_[index] = {best, gazetteer_.country(*best)};
  }

  // How well a place that shares the consonants fits; 0 or less: not at all.
  [[nodiscard]] double sound_points(std::uint32_t index, PlaceId id,
                                    std::optional<PlaceId> parent) const {
    const PlaceMention& m = mentions_[index];
    if (parent && !lies_in(id, *parent)) return 0;
    const double region = share(regions_, gazetteer_.region(id)),
                 country = share(countries_, gazetteer_.country(id));
    if (!parent && (region <= 0 || country < 0.2)) return 0;
    const std::string own = bare_key(exact_key(gazetteer_.name(id))), asked = bare_key(m.key);
    const double far = static_cast<double>(edits(own, asked)) /
                       static_cast<double>(std::max(own.size(), asked.size()));
    double points = 2.0 * (1.0 - far) - 1.0 + region + gazetteer_.rank(id) / 320.0;
    if (m.kind != KindWord::none && !fits(m.kind, gazetteer_.kind(id))) points -= 0.6;
    if (m.kind == KindWord::neighbourhood && gazetteer_.kind(id) == PlaceKind::neighbourhood)
      points += 0.4;
    if (near_clear(id)) points += 0.2;
    return points - 0.5;
  }

  const std::vector<PlaceMention>& mentions_;
  const Gazetteer& gazetteer_;
  const ChoiceHints& hints_;
  std::vector<ChosenPlace> chosen_;
  std::unordered_map<std::uint32_t, double> countries_, regions_;
  std::vector<PlaceId> clear_;          // resolved places with points
  std::vector<GeoPoint> clear_points_;  // of those
};

}  // namespace

std::vector<ChosenPlace> choose_places(const std::vector<PlaceMention>& mentions,
                                       const Gazetteer& gazetteer, const ChoiceHints& hints) {
  return Chooser(mentions, gazetteer, hints).choose();
}

}  // namespace relata
