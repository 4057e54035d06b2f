// SPDX-License-Identifier: Apache-2.0
#include "relata/query/incident_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "relata/export/phrases.h"
#include "relata/query/account_bytes.h"
#include "relata/query/assessment_bytes.h"
#include "relata/query/report_rows.h"
#include "relata/query/search_words.h"

namespace relata {
namespace {

constexpr std::size_t kDoersShown = 3;

enum Of : std::size_t {
  find_incident,
  add_incident,
  add_told,
  add_actor,
  add_voice,
  add_victim,
  claim_account,
  release_accounts,
  remove_told,
  remove_actors,
  remove_voices,
  remove_victim,
  remove_row
};
constexpr const char* kStatements[] = {
    "SELECT row, victims FROM view_incident WHERE key = ?1",
    "INSERT INTO view_incident (key, id, type, from_day, to_day, place, place_name, grade, "
    "decided, reports, lineages, lineages_against, killed_low, killed, killed_high, injured_low, "
    "injured, injured_high, victims, statuses, sides) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
    "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
    "INSERT INTO view_incident_told (row, title, doers, body) VALUES (?1, ?2, ?3, ?4)",
    "INSERT OR IGNORE INTO view_incident_actor (actor, role, incident) VALUES (?1, ?2, ?3)",
    "INSERT OR IGNORE INTO view_incident_voice (voice, incident) VALUES (?1, ?2)",
    "INSERT INTO view_incident_victim (class, incident) VALUES (?1, ?2)",
    "UPDATE view_account SET incident = ?2 WHERE key = ?1",
    "UPDATE view_account SET incident = NULL WHERE incident = ?1",
    "DELETE FROM view_incident_told WHERE row = ?1",
    "DELETE FROM view_incident_actor WHERE incident = ?1",
    "DELETE FROM view_incident_voice WHERE incident = ?1",
    "DELETE FROM view_incident_victim WHERE class = ?1 AND incident = ?2",
    "DELETE FROM view_incident WHERE row = ?1",
};

int days_of(Date date) { return static_cast<int>(date.time_since_epoch().count()); }

// The accounts of the members, in their order. Error: one is missing.
Result<std::vector<const Account*>> members_of(const Incident& incident,
                                               std::span<const Account* const> accounts) {
  std::map<AccountKey, const Account*> by_key;
  for (const Account* account : accounts) by_key.emplace(account->key, account);
  std::vector<const Account*> members;
  for (const IncidentMember& member : incident.members) {
    const auto at = by_key.find(member.account);
    if (at == by_key.end())
      return Error{text_of(incident.id) + ": no account " + text_of(member.account)};
    members.push_back(at->second);
  }
  return members;
}

void bind_toll(Statement& insert, int parameter, const Toll* toll) {
  insert.bind_null(parameter).bind_null(parameter + 1).bind_null(parameter + 2);
  if (toll == nullptr) return;
  insert.bind_real(parameter, toll->low).bind_real(parameter + 1, toll->best);
  if (toll->high) insert.bind_real(parameter + 2, *toll->high);
}

std::uint64_t statuses_of(const std::vector<const Account*>& members) {
  std::uint64_t statuses = 0;
  for (const Account* account : members)
    statuses |= std::uint64_t{1} << static_cast<int>(account->status);
  return statuses;
}

std::uint64_t sides_of(const Assessment& assessment) {
  std::uint64_t sides = 0;
  for (const Side side : assessment.sides) sides |= std::uint64_t{1} << static_cast<int>(side);
  return sides;
}

std::uint64_t all_victims(const std::vector<const Account*>& members) {
  std::uint64_t victims = 0;
  for (const Account* account : members) victims |= victims_of(*account);
  return victims;
}

}  // namespace

std::string main_doers(const std::vector<const Account*>& members) {
  std::map<std::string, int> times;
  for (const Account* account : members) {
    std::set<std::string> names;
    for (const ToldActor& actor : account->by) names.insert(actor.name);
    for (const std::string& name : names) ++times[name];
  }
  std::vector<std::pair<int, std::string>> ranked;
  for (const auto& [name, count] : times) ranked.emplace_back(-count, name);
  std::sort(ranked.begin(), ranked.end());
  std::string doers;
  for (std::size_t i = 0; i < std::min(ranked.size(), kDoersShown); ++i)
    doers += (doers.empty() ? "" : ", ") + ranked[i].second;
  return doers;
}

std::string title_of(const Incident& incident) {
  std::string title = as_words(name_of(incident.type));
  if (!incident.where.name.empty()) title += ", " + incident.where.name;
  if (!incident.where.within.empty()) title += ", " + incident.where.within;
  return title;
}

const Toll* toll_of(const Assessment& assessment, CountOf of) {
  for (const Toll& toll : assessment.tolls) {
    if (toll.of == of && toll.victim_class == VictimClass::unknown) return &toll;
  }
  return nullptr;
}

Result<IncidentRows> IncidentRows::open(Database& database) {
  RELATA_TRY(NameRows names, NameRows::open(database));
  IncidentRows rows(database, std::move(names));
  RELATA_TRY(rows.statements_, database.prepare_all(kStatements));
  return rows;
}

Result<Done> IncidentRows::put(const Incident& incident, const Assessment& assessment,
                               std::span<const Account* const> accounts) {
  RELATA_TRY(const std::vector<const Account*> members, members_of(incident, accounts));
  RELATA_TRY(Done(), remove(incident.id));
  RELATA_TRY(Done(), put_row(incident, assessment, members));
  const std::int64_t row = database_->last_row();
  Statement& told = statements_[add_told].bind_integer(1, row).bind_text(2, title_of(incident));
  told.bind_text(3, main_doers(members)).bind_blob(4, assessment_bytes(incident, assessment));
  RELATA_TRY(Done(), told.run());
  for (const Account* account : members) {
    Statement& claim = statements_[claim_account];
    RELATA_TRY(Done(), claim.bind_blob(1, key_bytes(account->key)).bind_integer(2, row).run());
    if (database_->changes() != 1)
      return Error{text_of(account->key) + " was not put with its report"}.with(
          text_of(incident.id));
  }
  return put_links(row, members);
}

Result<Done> IncidentRows::put_row(const Incident& incident, const Assessment& assessment,
                                   const std::vector<const Account*>& members) {
  Statement& insert = statements_[add_incident];
  insert.bind_blob(1, key_bytes(incident.id.first)).bind_text(2, text_of(incident.id));
  insert.bind_integer(3, static_cast<int>(incident.type));
  for (int parameter = 4; parameter <= 8; ++parameter) insert.bind_null(parameter);
  if (incident.when) {
    insert.bind_integer(4, days_of(incident.when->from));
    insert.bind_integer(5, days_of(incident.when->to));
  }
  if (!incident.where.name.empty() || incident.where.latitude) {
    RELATA_TRY(const std::int64_t place, names_.place({incident.where}));
    const std::string& given = incident.where.gazetteer_name;
    insert.bind_integer(6, place);
    insert.bind_text(7, folded_name(given.empty() ? incident.where.name : given));
  }
  const auto grade = assessment.decided ? assessment.decided : assessment.grade;
  if (grade) insert.bind_integer(8, static_cast<int>(*grade));
  insert.bind_integer(9, assessment.decided ? 1 : 0).bind_integer(10, assessment.reports);
  insert.bind_integer(11, assessment.lineages_for).bind_integer(12, assessment.lineages_against);
  bind_toll(insert, 13, toll_of(assessment, CountOf::killed));
  bind_toll(insert, 16, toll_of(assessment, CountOf::injured));
  insert.bind_integer(19, static_cast<std::int64_t>(all_victims(members)));
  insert.bind_integer(20, static_cast<std::int64_t>(statuses_of(members)));
  return insert.bind_integer(21, static_cast<std::int64_t>(sides_of(assessment))).run();
}

Result<Done> IncidentRows::put_links(std::int64_t row, const std::vector<const Account*>& members) {
  std::set<std::pair<std::pair<std::string, std::string>, int>> actors;
  std::set<ToldVoice> voices;
  for (const Account* account : members) {
    for (const ToldActor& actor : account->by) actors.insert({{actor.name, actor.side}, 0});
    for (const ToldActor& actor : account->to) actors.insert({{actor.name, actor.side}, 1});
    for (const ToldChain& chain : account->chains) voices.insert(chain.begin(), chain.end());
  }
  for (const auto& [actor, role] : actors) {
    RELATA_TRY(const std::int64_t owner,
               names_.actor({.name = actor.first, .side = actor.second, .victim_class = {}}));
    Statement& insert = statements_[add_actor].bind_integer(1, owner).bind_integer(2, role);
    RELATA_TRY(Done(), insert.bind_integer(3, row).run());
  }
  for (const ToldVoice& voice : voices) {
    RELATA_TRY(const std::int64_t owner, names_.voice(voice));
    RELATA_TRY(Done(), statements_[add_voice].bind_integer(1, owner).bind_integer(2, row).run());
  }
  const std::uint64_t victims = all_victims(members);
  for (int bit = 0; victims >> bit != 0; ++bit) {
    if ((victims >> bit & 1) == 0) continue;
    RELATA_TRY(Done(), statements_[add_victim].bind_integer(1, bit).bind_integer(2, row).run());
  }
  return Done{};
}

Result<Done> IncidentRows::remove(const IncidentId& id) {
  Statement& find = statements_[find_incident].bind_blob(1, key_bytes(id.first));
  RELATA_TRY(const bool found, find.step());
  const std::int64_t row = found ? find.integer(0) : 0;
  const std::int64_t victims = found ? find.integer(1) : 0;
  find.reset();
  if (!found) return Done{};
  for (const Of of : {release_accounts, remove_told, remove_actors, remove_voices, remove_row}) {
    RELATA_TRY(Done(), statements_[of].bind_integer(1, row).run());
  }
  for (int bit = 0; victims >> bit != 0; ++bit) {
    if ((victims >> bit & 1) == 0) continue;
    RELATA_TRY(Done(), statements_[remove_victim].bind_integer(1, bit).bind_integer(2, row).run());
  }
  return Done{};
}

}  // namespace relata
