// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/parties.h"

#include <algorithm>

namespace relata {
namespace {

struct ActorVotes {
  std::string_view side, name;
  std::size_t votes = 0;
};

void vote(std::vector<ActorVotes>& all, const ToldActor& actor) {
  const auto same = [&](const ActorVotes& one) {
    return one.side == actor.side && one.name == actor.name;
  };
  const auto at = std::ranges::find_if(all, same);
  if (at == all.end()) {
    all.push_back({actor.side, actor.name, 1});
  } else {
    ++at->votes;
  }
}

// More votes first, then by side and name; a known side before an unknown one.
bool outranks(const ActorVotes& a, const ActorVotes& b) {
  const bool a_known = !a.side.empty(), b_known = !b.side.empty();
  if (a_known != b_known) return a_known;
  if (a.votes != b.votes) return a.votes > b.votes;
  return std::pair(a.side, a.name) < std::pair(b.side, b.name);
}

std::optional<Party> winner(const std::vector<ActorVotes>& votes, const ProfileTables& tables) {
  if (votes.empty()) return std::nullopt;
  const ActorVotes& first = *std::ranges::min_element(votes, outranks);
  return Party{&tables.side(first.side), first.name};
}

void keep_sorted(std::vector<VictimClass>& classes, VictimClass one) {
  const auto at = std::ranges::lower_bound(classes, one);
  if (at == classes.end() || *at != one) classes.insert(at, one);
}

}  // namespace

bool happened(const CaseIncident& given) {
  return std::ranges::any_of(
      given.accounts, [](const CaseAccount& told) { return tells_of_a_happening(*told.account); });
}

Parties parties_of(const CaseIncident& given, const ProfileTables& tables) {
  Parties parties;
  std::vector<ActorVotes> by, against;
  for (const CaseAccount& told : given.accounts) {
    if (!tells_of_a_happening(*told.account)) continue;
    for (const ToldActor& actor : told.account->by) vote(by, actor);
    for (const ToldActor& actor : told.account->to) {
      const VictimClass victim_class = actor.victim_class.value_or(VictimClass::unknown);
      if (tables.victims(victim_class).civilian) {
        parties.civilians = true;
      } else if (!actor.side.empty()) {
        vote(against, actor);
      }
      if (victim_class != VictimClass::unknown) keep_sorted(parties.victims, victim_class);
      parties.combatants = parties.combatants || victim_class == VictimClass::combatants;
    }
  }
  for (const Toll& toll : given.assessment->tolls) {
    if (toll.victim_class == VictimClass::unknown || toll.best <= 0) continue;
    keep_sorted(parties.victims, toll.victim_class);
    parties.civilians = parties.civilians || tables.victims(toll.victim_class).civilian;
    parties.combatants = parties.combatants || toll.victim_class == VictimClass::combatants;
  }
  parties.by = winner(by, tables);
  // Whoever did it is not also the other end: of two accounts that turn it round, more votes hold.
  std::erase_if(against, [&](const ActorVotes& one) {
    return parties.by && &tables.side(one.side) == parties.by->side;
  });
  parties.against = winner(against, tables);
  return parties;
}

}  // namespace relata
