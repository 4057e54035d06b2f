// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/lineage_facts.h"

#include <algorithm>

namespace relata {
namespace {

bool is_civilian(VictimClass victims) {
  switch (victims) {
    case VictimClass::civilians:
    case VictimClass::children:
    case VictimClass::women:
    case VictimClass::medics:
    case VictimClass::aid_workers:
    case VictimClass::journalists:
    case VictimClass::detainees:
    case VictimClass::people:  // in doubt, people are civilians
      return true;
    case VictimClass::combatants:
    case VictimClass::officials:
    case VictimClass::property:
    case VictimClass::place:
    case VictimClass::unknown:
      return false;
  }
  return false;
}

bool is_harm(CountOf of) {
  return of == CountOf::killed || of == CountOf::injured || of == CountOf::killed_or_injured ||
         of == CountOf::detained || of == CountOf::abducted || of == CountOf::missing;
}

template <typename Holds>
bool victims_hold(const Account& account, Holds holds) {
  return std::any_of(account.to.begin(), account.to.end(),
                     [&](const ToldActor& actor) {
                       return actor.victim_class && holds(*actor.victim_class);
                     }) ||
         std::any_of(account.counts.begin(), account.counts.end(), [&](const ToldCount& tally) {
           return is_harm(tally.of) && holds(tally.victim_class);
         });
}

bool harms_by_its_type(EventType type) {
  return type == EventType::execution || type == EventType::massacre ||
         type == EventType::killing || type == EventType::torture ||
         type == EventType::sexual_violence;
}

bool is_combatant(VictimClass victims) { return victims == VictimClass::combatants; }

bool has_side(const std::vector<ToldActor>& actors, Side side) {
  return std::any_of(actors.begin(), actors.end(),
                     [&](const ToldActor& actor) { return actor.side == name_of(side); });
}

// An enemy that took a place, or holds it, has won something.
bool credits(EventType type) { return type == EventType::capture || type == EventType::holding; }

class Interest {
 public:
  Interest(const ToldVoice& voice, const Setting& setting, const VoiceLexicon& voices)
      : voice_(voice), setting_(setting), voices_(voices) {}

  // Its own side harmed civilians or lost fighters or ground, or the enemy gained.
  [[nodiscard]] bool is_against(const ComparedAccount& saying) const {
    const Account& account = *saying.account;
    if (!saying.tells || !is_belligerent(voice_.side)) return false;
    const bool own = has_side(account.by, voice_.side);
    if (own && harms_people(account) && victims_hold(account, is_civilian)) return true;
    if (own && account.type == EventType::withdrawal) return true;
    return lost_fighters(account) || (credits(account.type) && by_enemy(account));
  }

 private:
  [[nodiscard]] bool lost_fighters(const Account& account) const {
    return is_violent_or_clash(account) &&
           std::any_of(account.to.begin(), account.to.end(), [&](const ToldActor& actor) {
             return actor.side == name_of(voice_.side) && actor.victim_class &&
                    is_combatant(*actor.victim_class);
           });
  }
  static bool is_violent_or_clash(const Account& account) {
    return is_violent(account.type) || account.type == EventType::clash;
  }
  [[nodiscard]] bool by_enemy(const Account& account) const {
    return std::any_of(account.by.begin(), account.by.end(), [&](const ToldActor& actor) {
      const auto side = side_of(actor.side);
      return side && voices_.opposed(voice_.side, *side, setting_.country, setting_.day);
    });
  }

  const ToldVoice& voice_;
  const Setting& setting_;
  const VoiceLexicon& voices_;
};

Reliability letter_of(const ToldVoice& voice, std::span<const DecidedLetter> decided,
                      const VoiceLexicon& voices) {
  const auto found = std::lower_bound(
      decided.begin(), decided.end(), voice.name,
      [](const DecidedLetter& each, const std::string& name) { return each.voice < name; });
  if (!voice.name.empty() && found != decided.end() && found->voice == voice.name)
    return found->letter;
  return voices.letter_of(voice);
}

// A voice that can answer for its side says that its side harmed civilians.
bool concedes(const ComparedAccount& saying, const ToldVoice& voice, const VoiceLexicon& voices) {
  const Account& account = *saying.account;
  return saying.tells && is_belligerent(voice.side) && voices.of(voice.kind).takes_blame &&
         has_side(account.by, voice.side) && harms_people(account) &&
         victims_hold(account, is_civilian);
}

void add_facts(const ComparedAccount& saying, const ToldVoice& voice, const Setting& setting,
               const VoiceLexicon& voices, LineageFacts& facts) {
  const Account& account = *saying.account;
  if (saying.denies) facts.denies.push_back(account.key);
  if (Interest(voice, setting, voices).is_against(saying))
    facts.against_interest.push_back(account.key);
  if (!saying.tells) return;
  facts.tells.push_back(account.key);
  if (concedes(saying, voice, voices)) facts.concedes.push_back(account.key);
  if (tells_of_action(saying)) facts.acts.push_back(account.key);
  if (victims_hold(account, is_combatant)) facts.combatants.push_back(account.key);
  if (victims_hold(account, is_civilian)) facts.civilians.push_back(account.key);
  if (saying.accused.empty()) return;
  facts.accuses.push_back(account.key);
  facts.accused.insert(facts.accused.end(), saying.accused.begin(), saying.accused.end());
}

}  // namespace

bool LineageFacts::credible() const {
  switch (letter) {
    case Reliability::a:
    case Reliability::b:
    case Reliability::c:
      return true;
    case Reliability::d:
    case Reliability::f:
      return !against_interest.empty();
    case Reliability::e:
      return false;
  }
  return false;
}

bool harms_people(const Account& account) {
  const bool counted =
      std::any_of(account.counts.begin(), account.counts.end(), [](const ToldCount& tally) {
        return tally.of == CountOf::killed || tally.of == CountOf::injured ||
               tally.of == CountOf::killed_or_injured;
      });
  if (harms_by_its_type(account.type)) return true;
  const bool people = std::any_of(account.to.begin(), account.to.end(), [](const ToldActor& actor) {
    return actor.victim_class &&
           (is_civilian(*actor.victim_class) || is_combatant(*actor.victim_class));
  });
  return counted || (is_violent(account.type) && people);
}

bool tells_of_action(const ComparedAccount& saying) {
  const EventType type = saying.account->type;
  const bool action = (is_violent(type) && type != EventType::toll) || type == EventType::clash ||
                      type == EventType::offensive;
  return action && !saying.accused.empty();
}

std::vector<LineageFacts> facts_of(std::span<const ComparedAccount> sayings,
                                   std::span<const Lineage> lineages, const Setting& setting,
                                   std::span<const DecidedLetter> decided,
                                   const VoiceLexicon& voices) {
  std::vector<LineageFacts> all;
  all.reserve(lineages.size());
  for (const Lineage& lineage : lineages) {
    LineageFacts& facts = all.emplace_back();
    facts.origin = lineage.origin.name;
    facts.side = lineage.origin.side;
    facts.letter = letter_of(lineage.origin, decided, voices);
    facts.camp = voices.camp_of(lineage.origin);
    for (const std::uint32_t index : lineage.accounts) {
      add_facts(sayings[index], lineage.origin, setting, voices, facts);
    }
    std::sort(facts.accused.begin(), facts.accused.end());
    facts.accused.erase(std::unique(facts.accused.begin(), facts.accused.end()),
                        facts.accused.end());
  }
  return all;
}

}  // namespace relata
