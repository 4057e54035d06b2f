// SPDX-License-Identifier: Apache-2.0
// For tests only: a small case of our own, made by hand: three incidents told by reports of outlets that do not exist.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

// The tables of the repository.
struct ShippedTables {
  std::unique_ptr<const Files> files = real_files();
  DataFolder folder{files.get(), RELATA_SOURCE_DIR};
  Result<ProfileTables> tables = ProfileTables::load(folder);
};

class HandmadeCase {
 public:
  // An airstrike with two reports and a toll, a clash of one report, a denial that nothing happened.
  HandmadeCase();
  HandmadeCase(const HandmadeCase&) = delete;
  HandmadeCase& operator=(const HandmadeCase&) = delete;

  CaseReport& report(std::uint8_t number, std::string publisher, VoiceKind kind, std::string title);
  Account& account(const CaseReport& report, EventType type, std::uint32_t at);
  // An incident of accounts given in the order of their keys.
  CaseIncident& incident(std::vector<CaseAccount> told, EventType type, Site where, Period when);

  std::deque<CaseIncident> incidents;
  std::deque<Incident> made;
  std::deque<Assessment> assessments;
  CaseOrigin origin;

 private:
  void add_airstrike();
  void add_clash();
  void add_denial();

  std::deque<CaseReport> reports_;
  std::deque<Account> accounts_;
};

inline Period one_day(int year, unsigned month, unsigned day) {
  return {*make_date(year, month, day), *make_date(year, month, day)};
}

inline HandmadeCase::HandmadeCase() {
  origin = {"harbour", "c2lnbmVk", 42, 1481630400, {"--place Aleppo"}, {"relata 0.1.0"}};
  add_airstrike();
  add_clash();
  add_denial();
}

inline CaseReport& HandmadeCase::report(std::uint8_t number, std::string publisher, VoiceKind kind,
                                        std::string title) {
  CaseReport& report = reports_.emplace_back();
  report.id.bytes[0] = number;
  report.doc = "harbour-" + std::to_string(number);
  report.title = std::move(title);
  report.url = "https://harbour.example/" + std::to_string(number);
  report.publisher = {std::move(publisher), kind, Side::unaligned, true};
  report.day = make_date(2016, 12, 13);
  report.text_sha256 = std::string(64, 'a');
  return report;
}

inline Account& HandmadeCase::account(const CaseReport& report, EventType type, std::uint32_t at) {
  Account& account = accounts_.emplace_back();
  account.key = {report.id, {at, at + 6}, 0};
  account.claim = at + 1;
  account.type = type;
  account.told = report.day;
  account.evidence = {at, at + 30};
  account.confidence = 0.75F;
  return account;
}

inline CaseIncident& HandmadeCase::incident(std::vector<CaseAccount> told, EventType type,
                                            Site where, Period when) {
  Incident& incident = made.emplace_back();
  for (const CaseAccount& one : told)
    incident.members.push_back({one.account->key, MemberRole::tells, true});
  incident.id = {incident.members.front().account};
  incident.type = type;
  incident.where = std::move(where);
  incident.when = when;
  Assessment& assessment = assessments.emplace_back();
  assessment.incident = incident.id;
  assessment.reports = static_cast<std::uint32_t>(told.size());
  assessment.lineages_for = assessment.reports;
  for (std::uint32_t i = 0; i < told.size(); ++i) {
    const auto& chains = told[i].account->chains;
    ToldVoice origin_voice = chains.empty() ? told[i].report->publisher : chains.front().back();
    assessment.lineages.push_back({{i}, {}, std::move(origin_voice)});
    assessment.credibility[told[i].account->key] = Credibility::possibly_true;
  }
  assessment.profile = "relata 1";
  return incidents.emplace_back(CaseIncident{&incident, &assessment, std::move(told), false});
}

inline void HandmadeCase::add_airstrike() {
  CaseReport& courier = report(1, "The Harbour Courier", VoiceKind::newspaper,
                               "Warplanes hit <al-Fardous>, \"dozens\" dead");
  CaseReport& saffron = report(2, "Saffron Wire", VoiceKind::news_agency, "=Strike on الفردوس");
  const Site where{
      "al-Fardous", "Aleppo, Syria", "Al-Fardous", PlaceKind::neighbourhood, "Aleppo", "SY",
      36.1824,      37.1539,         false};
  std::vector<CaseAccount> told;
  for (CaseReport* one : {&courier, &saffron}) {
    Account& strike = account(*one, EventType::airstrike, 10);
    strike.where = {where};
    strike.when = one_day(2016, 12, 12);
    strike.by = {{"Syrian air force", "government", std::nullopt}};
    strike.to = {{"residents", "", VictimClass::civilians}};
    strike.counts = {{CountOf::killed, "civilians", VictimClass::civilians, 12, 20}};
    strike.chains = {{{"Nour Haddad", VoiceKind::medic, Side::opposition, true}}};
    told.push_back({&strike,
                    one,
                    {"struck", {10, 16}, "", ""},
                    {"warplanes struck “a shelter”", {0, 28}, "", ", a medic said"}});
  }
  Assessment& assessment = *const_cast<Assessment*>(
      incident(std::move(told), EventType::airstrike, where, one_day(2016, 12, 12)).assessment);
  assessment.grade = Grade::fair;
  assessment.tolls = {
      {CountOf::killed, VictimClass::unknown, 12, 15, 20, {}, 2},
      {CountOf::killed, VictimClass::civilians, 12, 12, std::nullopt, {}, 1},
      {CountOf::injured, VictimClass::unknown, 3, 3, 3, {}, 1},
  };
}

inline void HandmadeCase::add_clash() {
  CaseReport& lantern = report(3, "The Lantern", VoiceKind::broadcaster, "Fighting near al-Bab");
  const Site where{"al-Bab", "Aleppo, Syria", "Al Bab", PlaceKind::town, "Aleppo", "SY",
                   36.3705,  37.5157,         true};
  Account& clash = account(lantern, EventType::clash, 4);
  clash.where = {where};
  clash.when = Period{*make_date(2016, 12, 5), *make_date(2016, 12, 11)};
  clash.by = {{"Harbour Brigade", "opposition", std::nullopt}};
  clash.to = {{"fighters", "islamic_state", VictimClass::combatants}};
  const Period when = *clash.when;
  const CaseIncident& made_clash = incident(
      {{&clash, &lantern, {"fought", {4, 10}, "", ""}, {"the brigade fought", {0, 18}, "", ""}}},
      EventType::clash, where, when);
  const_cast<Assessment*>(made_clash.assessment)->tolls = {
      {CountOf::killed, VictimClass::combatants, 4, 4, std::nullopt, {}, 1}};
}

inline void HandmadeCase::add_denial() {
  CaseReport& lantern = report(4, "The Lantern", VoiceKind::broadcaster, "Ministry denies raid");
  Account& denial = account(lantern, EventType::airstrike, 20);
  denial.status = Status::denied;
  denial.when = one_day(2016, 12, 12);
  incident(
      {{&denial, &lantern, {"raid", {20, 24}, "", ""}, {"no raid took place", {10, 28}, "", ""}}},
      EventType::airstrike, {}, one_day(2016, 12, 12));
}

}  // namespace relata
