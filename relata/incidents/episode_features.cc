// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/episode_features.h"

#include <algorithm>
#include <array>

namespace relata {
namespace {

constexpr std::size_t kMostSpots = 8;
constexpr std::size_t kMostWords = 48;
constexpr std::size_t kMostNumbers = 12;
constexpr float kMuchOfIt = 0.34F;  // of what its main type has

template <typename Item>
void sort_once(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

// The heaviest type that names a method, else the heaviest of all; and all that come near it.
void add_types(std::span<const Account* const> accounts, Episode& episode) {
  std::array<float, kEventTypes> weights{};
  for (const Account* account : accounts)
    weights[static_cast<std::size_t>(account->type)] += 0.2F + account->lead + account->confidence;
  float best = 0, best_method = 0;
  for (std::size_t i = 0; i < kEventTypes; ++i) {
    const bool open = leaves_method_open(static_cast<EventType>(i));
    float& most = open ? best : best_method;
    if (weights[i] <= most) continue;
    most = weights[i];
    if (!open || best_method == 0) episode.type = static_cast<EventType>(i);
  }
  for (std::size_t i = 0; i < kEventTypes; ++i) {
    const bool open = leaves_method_open(static_cast<EventType>(i));
    if (weights[i] > 0 && (open || weights[i] >= kMuchOfIt * best_method))
      episode.types |= 1ULL << i;
  }
}

bool says_when_better(const Account& a, const Account& b) {
  if (a.when_stated != b.when_stated) return a.when_stated;
  const auto a_days = a.when->to - a.when->from, b_days = b.when->to - b.when->from;
  if (a_days != b_days) return a_days < b_days;
  return a.lead > b.lead;
}

void add_when(std::span<const Account* const> accounts, Episode& episode) {
  const Account* best = nullptr;
  for (const Account* account : accounts) {
    if (!account->when) continue;
    if (best == nullptr || says_when_better(*account, *best)) best = account;
  }
  episode.told = accounts.front()->told;
  if (best == nullptr) return;
  episode.when = best->when;
  episode.when_stated = best->when_stated;
}

void add_places(std::span<const Account* const> accounts, Episode& episode) {
  const Site* finest = nullptr;
  Spot finest_spot;
  for (const Account* account : accounts) {
    for (const Site& site : account->where) {
      const Spot spot = spot_of(site);
      if (spot.grain == Grain::named && spot.name == 0) continue;
      episode.where.push_back(spot);
      const bool exacter =
          finest == nullptr || spot.grain < finest_spot.grain ||
          (spot.grain == finest_spot.grain && finest_spot.approximate && !spot.approximate);
      if (!exacter) continue;
      finest = &site;
      finest_spot = spot;
    }
  }
  if (finest != nullptr) episode.site = *finest;
  sort_once(episode.where);
  if (episode.where.size() > kMostSpots) episode.where.resize(kMostSpots);
}

void add_number(double number, ToldNumbers& numbers) {
  numbers.said.push_back(static_cast<float>(number));
  numbers.total = std::max(numbers.total, static_cast<float>(number));
}

void add_numbers(std::span<const Account* const> accounts, Episode& episode) {
  for (const Account* account : accounts) {
    for (const ToldCount& count : account->counts) {
      const auto number = count.low ? count.low : count.high;
      if (!number || *number < 1) continue;
      if (count.of == CountOf::killed) add_number(*number, episode.killed);
      if (count.of == CountOf::injured) add_number(*number, episode.injured);
    }
  }
  for (ToldNumbers* numbers : {&episode.killed, &episode.injured}) {
    sort_once(numbers->said);
    if (numbers->said.size() > kMostNumbers)
      numbers->said.erase(numbers->said.begin(), numbers->said.end() - kMostNumbers);
  }
}

void add_people(std::span<const Account* const> accounts, Episode& episode) {
  const auto add_class = [&](VictimClass victim_class) {
    switch (victim_class) {
      case VictimClass::unknown:
      case VictimClass::people:
      case VictimClass::place:
      case VictimClass::property:
        return;
      default:
        episode.victims =
            static_cast<std::uint16_t>(episode.victims | 1U << static_cast<unsigned>(victim_class));
    }
  };
  for (const Account* account : accounts) {
    for (const ToldActor& actor : account->by) {
      episode.by.push_back(name_hash(actor.name));
      if (!actor.side.empty()) episode.by_sides.push_back(name_hash(actor.side));
    }
    for (const ToldActor& actor : account->to)
      add_class(actor.victim_class.value_or(VictimClass::unknown));
    for (const ToldCount& count : account->counts) add_class(count.victim_class);
  }
  sort_once(episode.by);
  sort_once(episode.by_sides);
}

void add_words(std::span<const Account* const> accounts, const WordShares& shares,
               Episode& episode) {
  for (const Account* account : accounts) {
    for (const std::uint32_t word : account->words)
      episode.words.push_back({word, shares.weight(word)});
    episode.quotes.insert(episode.quotes.end(), account->quotes.begin(), account->quotes.end());
  }
  sort_once(episode.words);
  sort_once(episode.quotes);
  if (episode.words.size() > kMostWords) {
    std::sort(episode.words.begin(), episode.words.end(), [](const RareWord& a, const RareWord& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
    });
    episode.words.resize(kMostWords);
    std::sort(episode.words.begin(), episode.words.end());
  }
  for (const RareWord& word : episode.words) episode.words_weight += word.weight;
}

bool in_prospect(const Account* account) {
  return account->status == Status::planned || account->status == Status::feared ||
         account->status == Status::asked;
}

}  // namespace

Episode episode_of(std::span<const Account* const> accounts, const IncidentTables& tables) {
  Episode episode;
  episode.key = accounts.front()->key;
  episode.prospect = std::all_of(accounts.begin(), accounts.end(), in_prospect);
  episode.standing = Standing::joins;
  for (const Account* account : accounts) {
    episode.accounts.push_back(account->key);
    if (tells_of_a_happening(*account) && tables.types.makes(account->type))
      episode.standing = Standing::makes;
  }
  add_types(accounts, episode);
  add_when(accounts, episode);
  add_places(accounts, episode);
  add_numbers(accounts, episode);
  add_people(accounts, episode);
  add_words(accounts, tables.words, episode);
  return episode;
}

}  // namespace relata
