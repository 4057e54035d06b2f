// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/case_protector.h"

#include <algorithm>
#include <cmath>

namespace relata {

ToldVoice CaseProtector::protected_voice(const ToldVoice& voice, const CellKey& cell) {
  ToldVoice shown_voice = voice;
  if (!sealing_.sealed(voice)) return shown_voice;
  if (voice.named) count("names of people and sealed voices");
  shown_voice.name.clear();
  shown_voice.named = false;
  const auto common = kinds_.find({cell, voice.kind});
  if (common == kinds_.end() || common->second < rules_.smallest_cell) {
    shown_voice.kind = VoiceKind::other;
    shown_voice.side = Side::unknown;
    count("kinds of voices that few of their cell are of");
  }
  return shown_voice;
}

std::vector<ToldActor> CaseProtector::protected_actors(const std::vector<ToldActor>& actors,
                                                       bool harmed) {
  std::vector<ToldActor> shown_actors = actors;
  for (ToldActor& actor : shown_actors) {
    // A group is known by its side; who has none, and whoever was harmed, may be a person.
    if (harmed || actor.side.empty() || sealing_.sealed(actor.name)) {
      if (!actor.name.empty()) count("names of those who did or suffered it");
      actor.name.clear();
    }
  }
  return shown_actors;
}

Account CaseProtector::protected_account(const CaseAccount& told, const Incident& incident,
                                         const CellKey& cell) {
  const Account& account = *told.account;
  Account out;
  out.key = masks_.at(account.key);
  out.type = account.type;
  out.status = account.status;
  out.verdict = account.verdict;
  out.when = incident.when;
  out.where = {incident.where};
  out.by = protected_actors(account.by, false);
  out.to = protected_actors(account.to, true);
  for (ToldCount tally : account.counts) {
    tally.who.clear();
    if (!sealing_.few_living(tally.of, tally.low.value_or(0))) out.counts.push_back(tally);
  }
  for (const ToldChain& chain : account.chains) {
    ToldChain& shown_chain = out.chains.emplace_back();
    for (const ToldVoice& voice : chain) shown_chain.push_back(protected_voice(voice, cell));
  }
  return out;
}

std::vector<AccountKey> CaseProtector::masked(const std::vector<AccountKey>& keys) const {
  std::vector<AccountKey> out;
  for (const AccountKey& key : keys) {
    const auto mask = masks_.find(key);
    if (mask != masks_.end()) out.push_back(mask->second);
  }
  std::ranges::sort(out);
  return out;
}

// `places`: where each account of the incident stands among those shown; ~0 if it is not.
Assessment CaseProtector::protected_assessment(const CaseIncident& given,
                                               const std::vector<std::uint32_t>& places,
                                               const CellKey& cell) {
  const Assessment& from = *given.assessment;
  Assessment out;
  out.grade = from.grade;
  out.decided = from.decided;
  out.reports = from.reports;
  out.lineages_for = from.lineages_for;
  out.lineages_against = from.lineages_against;
  out.sides = from.sides;
  out.opposed_sides_agree = from.opposed_sides_agree;
  out.profile = from.profile;
  for (const Accused& one : from.accused)
    out.accused.push_back(
        {one.side, one.lineages, std::round(one.chance * 10) / 10, masked(one.accounts)});
  for (const Lineage& lineage : from.lineages) {
    Lineage shown_lineage;
    for (const std::uint32_t account : lineage.accounts) {
      if (places[account] != ~0U) shown_lineage.accounts.push_back(places[account]);
    }
    if (shown_lineage.accounts.empty()) continue;
    std::ranges::sort(shown_lineage.accounts);
    shown_lineage.origin = protected_voice(lineage.origin, cell);
    out.lineages.push_back(std::move(shown_lineage));
  }
  std::ranges::sort(out.lineages, {}, &Lineage::accounts);
  for (const Toll& toll : from.tolls) {
    if (sealing_.few_living(toll.of, toll.best)) {
      count("small counts of the living");
      continue;
    }
    out.tolls.push_back({toll.of, toll.victim_class, toll.low, toll.best, toll.high,
                         masked(toll.from), toll.lineages});
  }
  for (const auto& [key, credibility] : from.credibility) {
    const auto mask = masks_.find(key);
    if (mask != masks_.end()) out.credibility[mask->second] = credibility;
  }
  return out;
}

}  // namespace relata
