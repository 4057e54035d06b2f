// SPDX-License-Identifier: Apache-2.0
// Episode: what one report tells of one happening, as it is compared with the episodes of other reports: the features of its
// accounts taken together, small enough to hold a million of them. Names are hashes of what they are compared by.
// It is made by episodes_of(); an incident is a set of episodes.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/incidents/spot.h"

namespace relata {

// How many were killed or injured, over all accounts: the numbers that were said, ascending, each once.
struct ToldNumbers {
  std::vector<float> said;
  float total = 0;  // the largest of the heaviest account; 0: none
  auto operator<=>(const ToldNumbers&) const = default;
};

// A word of the evidence and how rare it is in reports of armed conflict: minus the logarithm of the share that have it.
struct RareWord {
  std::uint32_t hash = 0;
  float weight = 0;
  auto operator<=>(const RareWord&) const = default;
};

// Whether it can be an incident of its own, or only belong to one.
enum class Standing : std::uint8_t { makes, joins };

// An episode is known by the smallest key of its accounts.
using EpisodeKey = AccountKey;

struct Episode {
  EpisodeKey key;
  std::vector<AccountKey> accounts;  // ascending
  Standing standing = Standing::makes;
  bool main = false;                   // what the report's headline and lead are about
  bool background = false;             // told in passing, long after
  bool prospect = false;               // all of it is planned, feared or asked for
  EventType type = EventType::attack;  // the one that most of it speaks of
  std::uint64_t types = 0;             // a bit for each type that much of it speaks of
  std::optional<Period> when;
  bool when_stated = false;
  std::optional<Date> told;
  std::vector<Spot> where;  // most exact first, each once
  Site site;                // the most exact one, for people
  ToldNumbers killed, injured;
  std::vector<std::uint32_t> by, by_sides;  // sorted hashes
  std::uint16_t victims = 0;                // a bit for each class of harmed people
  std::vector<RareWord> words;              // ascending by hash
  float words_weight = 0;                   // the sum of their weights
  std::vector<std::uint64_t> quotes;        // sorted hashes
  std::optional<EpisodeKey> part_of;  // the episode of the same report that sums it up with others
  bool whole = false;                 // it sums up others of its report
  std::vector<AccountKey> decided;    // the sets that people put its accounts in: see decisions.h
  auto operator<=>(const Episode&) const = default;
};

}  // namespace relata
