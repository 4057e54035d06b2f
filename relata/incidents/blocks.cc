// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/blocks.h"

#include <algorithm>
#include <bit>
#include <initializer_list>

namespace relata {
namespace {

enum class BlockKind : std::uint64_t {
  day_province = 1,
  day_country,
  day_type,
  dead_in_days,
  dead_in_later_days,
  many_dead,
  quotation,
  decision
};

constexpr int kShortDays = 4;  // what takes longer is looked for by its type alone
constexpr std::size_t kMostDays = 31;
constexpr std::size_t kMostAreas = 3;
constexpr std::size_t kMostQuotes = 4;
constexpr float kTellingNumber = 5;
constexpr float kManyDead = 100;  // known again months later
constexpr std::uint64_t kOpenTypes = 1ULL << static_cast<unsigned>(EventType::killing) |
                                     1ULL << static_cast<unsigned>(EventType::attack) |
                                     1ULL << static_cast<unsigned>(EventType::toll);

// Mixes numbers into one, the same on every machine (the finaliser of SplitMix64).
std::uint64_t mix(std::initializer_list<std::uint64_t> numbers) {
  std::uint64_t hash = 0;
  for (const std::uint64_t number : numbers) {
    hash += number + 0x9e3779b97f4a7c15U;
    hash = (hash ^ hash >> 30) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ hash >> 27) * 0x94d049bb133111ebU;
    hash ^= hash >> 31;
  }
  return hash;
}

std::uint64_t day_number(Date day) {
  return static_cast<std::uint64_t>(day.time_since_epoch().count() + 1000000);
}

class Entries {
 public:
  explicit Entries(const Episode& episode) : episode_(episode) {
    for (const Spot& spot : episode.where) {
      add_once(provinces_, spot.admin1);
      add_once(countries_, spot.country);
    }
    const auto dead = static_cast<std::uint64_t>(std::min(episode.killed.total, 65535.0F));
    const std::uint64_t finest = episode.where.empty() ? 0 : episode.where.front().name;
    by_place_ = finest << 32 | static_cast<std::uint64_t>(episode.type) << 16 | dead;
    by_number_ = static_cast<std::uint64_t>(episode.type) << 48 | dead << 32 | finest;
  }

  std::vector<BlockEntry> all() {
    if (episode_.when) add_days();
    const float dead = episode_.killed.total;
    if (dead >= kManyDead)
      add(BlockKind::many_dead, static_cast<std::uint64_t>(dead), 0, by_place_);
    for (std::size_t i = 0; i < std::min(episode_.quotes.size(), kMostQuotes); ++i)
      add(BlockKind::quotation, episode_.quotes[i], 0, by_number_);
    for (const AccountKey& set : episode_.decided) {
      std::uint64_t hash = mix({set.trigger.begin, set.trigger.end, set.nth});
      for (const std::uint8_t byte : set.report.bytes) hash = mix({hash, byte});
      add(BlockKind::decision, hash, 0, 0);
    }
    std::sort(entries_.begin(), entries_.end());
    const auto same_block = [](const BlockEntry& a, const BlockEntry& b) {
      return a.block == b.block;
    };
    entries_.erase(std::unique(entries_.begin(), entries_.end(), same_block), entries_.end());
    return std::move(entries_);
  }

 private:
  static void add_once(std::vector<std::uint32_t>& areas, std::uint32_t area) {
    if (area != 0 && areas.size() < kMostAreas &&
        std::find(areas.begin(), areas.end(), area) == areas.end())
      areas.push_back(area);
  }

  void add(BlockKind kind, std::uint64_t what, std::uint64_t area, std::uint64_t order) {
    entries_.push_back({mix({static_cast<std::uint64_t>(kind), what, area}), order});
  }

  [[nodiscard]] std::uint64_t methods() const {
    const std::uint64_t methods = episode_.types & ~kOpenTypes;
    return methods != 0 ? methods : episode_.types;
  }

  void add_areas(std::uint64_t day) {
    for (const std::uint32_t area : provinces_) add(BlockKind::day_province, day, area, by_place_);
    for (const std::uint32_t area : countries_) add(BlockKind::day_country, day, area, by_number_);
  }

  // One day more, so that neighbours in time share a block.
  void add_days() {
    const Period& when = *episode_.when;
    const std::uint64_t first = day_number(when.from);
    const auto dead = static_cast<std::uint64_t>(episode_.killed.total);
    if (episode_.killed.total >= kTellingNumber) {
      add(BlockKind::dead_in_days, dead, first / 7, by_place_);
      add(BlockKind::dead_in_later_days, dead, (first + 3) / 7, by_place_);
    }
    const bool is_short = (when.to - when.from).count() < kShortDays;
    const std::uint64_t last = std::min<std::uint64_t>(day_number(when.to) + 1, first + kMostDays);
    for (std::uint64_t day = first; day <= last; ++day) {
      if (is_short) add_areas(day);
      for (std::uint64_t i = methods(); i != 0; i &= i - 1)
        add(BlockKind::day_type, day, static_cast<std::uint64_t>(std::countr_zero(i)), by_number_);
    }
  }

  const Episode& episode_;
  std::vector<std::uint32_t> provinces_, countries_;
  std::uint64_t by_place_ = 0, by_number_ = 0;
  std::vector<BlockEntry> entries_;
};

}  // namespace

std::vector<BlockEntry> block_entries(const Episode& episode) { return Entries(episode).all(); }

}  // namespace relata
