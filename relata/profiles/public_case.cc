// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/public_case.h"

#include <algorithm>
#include <cmath>

#include "relata/base/fold.h"
#include "relata/base/hash.h"
#include "relata/profiles/case_protector.h"
#include "relata/profiles/profile_row.h"

namespace relata {

bool CaseProtector::shown(const CaseIncident& given) const {
  return std::ranges::any_of(
      given.accounts, [&](const CaseAccount& told) { return !sealing_.sealed(told.report->id); });
}

CaseProtector::CellKey CaseProtector::cell_of(const CaseIncident& given,
                                              Coarseness coarseness) const {
  const Site site = coarse_site(given.incident->where, coarseness, tables_.countries());
  std::string key = site.country + "\n" + site.admin1;
  if (site.kind == PlaceKind::region) {
    key += "\n" + std::to_string(static_cast<int>(std::floor(*site.latitude))) + "\n" +
           std::to_string(static_cast<int>(std::floor(*site.longitude)));
  }
  if (given.incident->when) {
    const Period period = coarse_period(*given.incident->when, coarseness);
    key += "\n" + iso_date(period.from) + iso_date(period.to);
  }
  return {key, given.incident->type};
}

void CaseProtector::find_coarseness() {
  coarseness_.assign(given_.size(), Coarseness::division_week);
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (shown(given_[i])) continue;
    coarseness_[i].reset();
    count("incidents: all of their reports are sealed");
  }
  for (auto step = Coarseness::division_week;;
       step = static_cast<Coarseness>(static_cast<int>(step) + 1)) {
    // All that are at least this coarse are counted, so that a cell is what the export shows as one.
    std::map<CellKey, std::vector<std::size_t>> cells;
    for (std::size_t i = 0; i < given_.size(); ++i) {
      if (coarseness_[i] == step) cells[cell_of(given_[i], step)].push_back(i);
    }
    for (const auto& [key, members] : cells) {
      if (members.size() >= rules_.smallest_cell) continue;
      for (const std::size_t i : members) {
        if (step == kCoarsest) {
          coarseness_[i].reset();
        } else {
          coarseness_[i] = static_cast<Coarseness>(static_cast<int>(step) + 1);
        }
      }
      count(step == kCoarsest ? "incidents: too few in their country and year"
                              : "incidents made coarser than division and week",
            step == kCoarsest || step == Coarseness::division_week ? members.size() : 0);
    }
    if (step == kCoarsest) return;
  }
}

// How many sealed voices of a kind a cell has: who is the only medic of a week is known by that.
void CaseProtector::find_common_kinds() {
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (!coarseness_[i]) continue;
    const CellKey cell = cell_of(given_[i], *coarseness_[i]);
    for (const CaseAccount& told : given_[i].accounts) {
      for (const ToldChain& chain : told.account->chains) {
        for (const ToldVoice& voice : chain) {
          if (sealing_.sealed(voice)) ++kinds_[{cell, voice.kind}];
        }
      }
    }
  }
}

// Keys by the secret: the report's id, and how many of its accounts come before.
void CaseProtector::mask_keys() {
  std::set<AccountKey> keys;
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (!coarseness_[i]) continue;
    for (const CaseAccount& told : given_[i].accounts) {
      if (sealing_.sealed(told.report->id)) continue;
      keys.insert(told.account->key);
      reports_.emplace(told.account->key.report, told.report);
    }
  }
  std::uint32_t before = 0;
  const AccountKey* last = nullptr;
  for (const AccountKey& key : keys) {
    before = last != nullptr && last->report == key.report ? before + 1 : 0;
    const std::string hash = sha256_hex(rules_.secret + "\n" + hex(key.report));
    masks_[key] = {*report_id_of(std::string_view(hash).substr(0, 32)), {before, before + 1}, 0};
    last = &key;
  }
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (!coarseness_[i]) continue;
    std::optional<AccountKey> first;
    for (const CaseAccount& told : given_[i].accounts) {
      const auto mask = masks_.find(told.account->key);
      if (mask != masks_.end() && (!first || mask->second < *first)) first = mask->second;
    }
    ids_[given_[i].incident->id] = {*first};
  }
}

void CaseProtector::add(std::size_t index) {
  const CaseIncident& given = given_[index];
  const Incident& from = *given.incident;
  const CellKey cell = cell_of(given, *coarseness_[index]);
  Incident& incident = out_.made_.emplace_back();
  incident.id = ids_.at(from.id);
  incident.type = from.type;
  if (from.when) incident.when = coarse_period(*from.when, *coarseness_[index]);
  incident.where = coarse_site(from.where, *coarseness_[index], tables_.countries());
  if (from.part_of && ids_.contains(*from.part_of)) incident.part_of = ids_.at(*from.part_of);
  // The accounts in the order of their masked keys.
  std::vector<std::pair<AccountKey, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < given.accounts.size(); ++i) {
    const auto mask = masks_.find(given.accounts[i].account->key);
    if (mask != masks_.end()) order.emplace_back(mask->second, i);
  }
  std::ranges::sort(order);
  std::vector<std::uint32_t> places(given.accounts.size(), ~0U);
  CaseIncident shown_incident{&incident, nullptr, {}, given.total};
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const CaseAccount& told = given.accounts[order[i].second];
    places[order[i].second] = i;
    incident.members.push_back(
        {order[i].first, from.members[order[i].second].role, from.members[order[i].second].main});
    const Account& account = out_.accounts_.emplace_back(protected_account(told, incident, cell));
    CaseReport& report = out_.reports_.emplace_back();
    report.id = account.key.report;
    report.publisher = protected_voice(told.report->publisher, cell);
    shown_incident.accounts.push_back({&account, &report, {}, {}});
  }
  Assessment& assessment =
      out_.assessments_.emplace_back(protected_assessment(given, places, cell));
  assessment.incident = incident.id;
  shown_incident.assessment = &assessment;
  if (incident.when) {
    const Period& when = *incident.when;
    for (const Date day : {when.from, when.to, when.from + (when.to - when.from) / 2})
      out_.withheld_.days.insert(iso_date(day));
  }
  out_.incidents_.push_back(std::move(shown_incident));
}

// What the bytes must not hold of an incident, whether it is shown or not.
void CaseProtector::withhold(const CaseIncident& given) {
  Withheld& withheld = out_.withheld_;
  const auto keep_place = [&](const Site& site) {
    for (const std::string& name : {site.name, site.gazetteer_name}) {
      std::string folded = fold(name);
      if (folded.size() >= 3 && folded != fold(site.admin1) &&
          tables_.countries().named(name) == nullptr)
        withheld.places.insert(std::move(folded));
    }
  };
  keep_place(given.incident->where);
  for (const CaseAccount& told : given.accounts) {
    for (const Site& site : told.account->where) keep_place(site);
    withheld.words.add(told.evidence.words);
    withheld.words.add(told.report->title);
    withheld.hashes.insert(told.report->text_sha256);
    withheld.hashes.insert(hex(told.report->id));
  }
  count("words, titles and addresses of reports", given.accounts.size());
}

void CaseProtector::count(std::string_view what, std::uint64_t times) {
  if (times > 0) out_.withheld_.counts[std::string(what)] += times;
}

PublicCase CaseProtector::made() {
  out_.smallest_cell_ = rules_.smallest_cell;
  for (const std::string& name : sealing_.names()) out_.withheld_.names.add(name);
  find_coarseness();
  find_common_kinds();
  mask_keys();
  for (std::size_t i = 0; i < given_.size(); ++i) {
    withhold(given_[i]);
    if (coarseness_[i]) add(i);
  }
  for (const CaseIncident& given : out_.incidents_) {
    out_.withheld_.words.forget(name_of(*given.incident));
    // A division may bear the name of a town in it.
    out_.withheld_.places.erase(fold(given.incident->where.name));
  }
  std::ranges::sort(out_.incidents_, {},
                    [](const CaseIncident& given) { return text_of(given.incident->id); });
  return std::move(out_);
}

Result<PublicCase> PublicCase::make(std::span<const CaseIncident> incidents,
                                    const ProtectionRules& rules, const ProfileTables& tables) {
  if (rules.secret.empty()) return Error{"a public export needs the secret of its casebook"};
  if (rules.smallest_cell < 2) return Error{"a cell of one is no cell: at least 2"};
  return CaseProtector(incidents, rules, tables).made();
}

}  // namespace relata
