// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/incidents_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "relata/base/env.h"
#include "relata/incidents/incident_book.h"
#include "relata/incidents/memory_store.h"
#include "tests/handmade_accounts.h"
#include "tests/synthetic_reports.h"

namespace relata {
namespace {

const IncidentTables& tables() {
  static const auto files = real_files();
  static const IncidentTables loaded =
      IncidentTables::load(DataFolder{files.get(), RELATA_SOURCE_DIR}).value();
  return loaded;
}

const Site kMarjeh = quarter("Mills", 36.18, 37.18);
const Site kOsten = town("Osten", 36.2, 37.16);
const Site kVillage = village("Lower Farm", 36.5, 37.6);

std::vector<Incident> incidents(const std::vector<HandmadeReport>& reports,
                                const std::vector<PersonLink>& links = {}) {
  std::vector<ReportAccounts> accounts;
  for (const HandmadeReport& one : reports) accounts.push_back(one.report);
  return incidents_of(accounts, links, tables(), 1);
}

std::set<std::string> docs_of(const Incident& incident, const std::vector<HandmadeReport>& reports,
                              bool main_only = false) {
  std::set<std::string> docs;
  for (const IncidentMember& member : incident.members) {
    for (const HandmadeReport& one : reports) {
      if (one.report.id == member.account.report && (member.main || !main_only))
        docs.insert(one.report.doc);
    }
  }
  return docs;
}

bool are_one(const std::vector<Incident>& found, const AccountKey& a, const AccountKey& b) {
  const auto holds = [](const Incident& incident, const AccountKey& key) {
    return std::any_of(incident.members.begin(), incident.members.end(),
                       [&](const IncidentMember& member) { return member.account == key; });
  };
  return std::any_of(found.begin(), found.end(),
                     [&](const Incident& one) { return holds(one, a) && holds(one, b); });
}

TEST_CASE("two reports of one strike are one incident, another day's strike is another") {
  std::vector<HandmadeReport> reports;
  reports.emplace_back("first", "2016-10-17")
      .tell(EventType::airstrike, "2016-10-17", {kMarjeh}, 12);
  reports.emplace_back("second", "2016-10-18")
      .tell(EventType::attack, "2016-10-17", {kMarjeh, kOsten}, 14);
  reports.emplace_back("third", "2016-10-27")
      .tell(EventType::airstrike, "2016-10-27", {kMarjeh}, 12);
  const auto found = incidents(reports);
  REQUIRE(found.size() == 2);
  const Incident& one = found[0].members.size() == 2 ? found[0] : found[1];
  CHECK(docs_of(one, reports) == std::set<std::string>{"first", "second"});
  CHECK(one.type == EventType::airstrike);
  CHECK(one.where.name == "Mills");
  CHECK(iso_date(one.when->from) == "2016-10-17");
}

TEST_CASE("what differs in place, method or number is not one incident") {
  std::vector<HandmadeReport> reports;
  reports.emplace_back("strike", "2016-10-17")
      .tell(EventType::airstrike, "2016-10-17", {kMarjeh}, 12);
  reports.emplace_back("farm", "2016-10-17")
      .tell(EventType::airstrike, "2016-10-17", {kVillage}, 12);
  reports.emplace_back("arrests", "2016-10-17").tell(EventType::detention, "2016-10-17", {kMarjeh});
  CHECK(incidents(reports).size() == 3);
}

TEST_CASE(
    "what is denied, planned, feared or asked for is no incident, and a denial joins what it "
    "denies") {
  std::vector<HandmadeReport> reports;
  for (const Status status : {Status::denied, Status::planned, Status::feared, Status::asked}) {
    HandmadeReport one("status " + std::to_string(static_cast<int>(status)), "2016-10-17");
    one.tell(EventType::airstrike, "2016-10-17", {kMarjeh}, 12).status = status;
    reports.push_back(one);
  }
  CHECK(incidents(reports).empty());
  reports.erase(reports.begin() + 1, reports.end());
  reports.emplace_back("told", "2016-10-17")
      .tell(EventType::airstrike, "2016-10-17", {kMarjeh}, 12);
  const auto found = incidents(reports);
  REQUIRE(found.size() == 1);
  CHECK(docs_of(found[0], reports).size() == 2);
  CHECK(docs_of(found[0], reports, true) == std::set<std::string>{"told"});
}

TEST_CASE("a known incident that is told again in passing is joined as background") {
  std::vector<HandmadeReport> reports;
  reports.emplace_back("told", "2016-10-17")
      .tell(EventType::chemical_attack, "2016-10-17", {kMarjeh}, 80);
  HandmadeReport later("later", "2016-11-20");
  later.tell(EventType::airstrike, "2016-11-20", {kVillage}, 5);
  for (int i = 0; i < 3; ++i) later.tell(EventType::gathering, "2016-11-20", {kVillage});
  later.tell(EventType::chemical_attack, "2016-10-17", {kOsten}, 80);
  reports.push_back(later);
  const auto found = incidents(reports);
  bool seen = false;
  for (const Incident& incident : found) {
    for (const IncidentMember& member : incident.members) {
      if (member.account != later.report.accounts.back().key) continue;
      seen = true;
      CHECK(docs_of(incident, reports).contains("told"));
      CHECK(member.role == MemberRole::background);
      CHECK(!member.main);
    }
  }
  CHECK(seen);
}

TEST_CASE(
    "a sum is related to its parts and not merged with them; the main incident is the deadliest "
    "part") {
  std::vector<HandmadeReport> reports;
  HandmadeReport one("day", "2016-10-17");
  one.tell(EventType::airstrike, "2016-10-17", {kOsten}, 30);
  one.tell(EventType::airstrike, "2016-10-17", {kMarjeh}, 12);
  one.tell(EventType::airstrike, "2016-10-17", {quarter("Gate", 36.23, 37.12)}, 18);
  one.tie(2, 1);
  one.tie(3, 1);
  reports.push_back(one);
  const auto found = incidents(reports);
  REQUIRE(found.size() == 3);
  const auto& accounts = one.report.accounts;
  CHECK(!found[0].part_of);
  CHECK(found[1].part_of == found[0].id);
  CHECK(found[2].part_of == found[0].id);
  CHECK(found[2].members[0].account == accounts[2].key);
  CHECK(found[2].members[0].main);
}

TEST_CASE("what people decide outranks the evidence") {
  std::vector<HandmadeReport> reports;
  reports.emplace_back("first", "2016-10-17")
      .tell(EventType::airstrike, "2016-10-17", {kMarjeh}, 12);
  reports.emplace_back("second", "2016-10-17")
      .tell(EventType::airstrike, "2016-10-17", {kMarjeh}, 12);
  reports.emplace_back("third", "2016-11-27")
      .tell(EventType::shelling, "2016-11-27", {kVillage}, 2);
  const auto key = [&](std::size_t at) { return reports[at].report.accounts[0].key; };
  REQUIRE(are_one(incidents(reports), key(0), key(1)));
  const std::vector<PersonLink> links = {{key(0), key(1), false}, {key(1), key(2), true}};
  const auto found = incidents(reports, links);
  CHECK(!are_one(found, key(0), key(1)));
  CHECK(are_one(found, key(1), key(2)));
}

TEST_CASE("each report with an incident has exactly one main incident") {
  const SyntheticReports synthetic(3, 60);
  std::vector<ReportAccounts> reports;
  for (std::uint32_t i = 0; i < synthetic.size(); ++i) reports.push_back(synthetic.report(i));
  std::map<ReportId, std::set<IncidentId>> mains;
  for (const Incident& incident : incidents_of(reports, {}, tables(), 1)) {
    for (const IncidentMember& member : incident.members) {
      mains[member.account.report];
      if (member.main) mains[member.account.report].insert(incident.id);
    }
  }
  for (const auto& [report, of] : mains) CHECK(of.size() == 1);
}

// ---- properties ----

std::string shown(const std::vector<Incident>& incidents) {
  std::string text;
  for (const Incident& one : incidents) {
    text += text_of(one.id.first) + ' ' + std::string(name_of(one.type)) + ' ' + one.where.name;
    if (one.when) text += ' ' + iso_date(one.when->from) + '/' + iso_date(one.when->to);
    if (one.part_of) text += " of " + text_of(one.part_of->first);
    for (const IncidentMember& member : one.members)
      text += "\n  " + text_of(member.account) + (member.main ? " main" : "") +
              (member.role == MemberRole::background ? " background" : "");
    text += '\n';
  }
  return text;
}

struct Held {
  std::map<IncidentId, Incident> incidents;

  void take(const IncidentChanges& changes) {
    for (const IncidentId& id : changes.gone) CHECK(incidents.erase(id) == 1);
    for (const Incident& one : changes.now) incidents[one.id] = one;
  }
  [[nodiscard]] std::string shown_all() const {
    std::vector<Incident> all;
    for (const auto& [id, one] : incidents) all.push_back(one);
    return shown(all);
  }
};

TEST_CASE(
    "20 orders of adding, 1, 2 and 4 threads, all at once or one by one: the same incidents") {
  const SyntheticReports synthetic(11, 200);
  std::vector<ReportAccounts> reports;
  for (std::uint32_t i = 0; i < synthetic.size(); ++i) reports.push_back(synthetic.report(i));
  std::mt19937 dice(1);
  std::vector<PersonLink> links;
  for (int i = 0; i < 12; ++i) {
    const auto any = [&] {
      const ReportAccounts& report = reports[dice() % reports.size()];
      return report.accounts[dice() % report.accounts.size()].key;
    };
    const AccountKey a = any(), b = any();
    if (a != b) links.push_back({std::min(a, b), std::max(a, b), i % 2 == 0});
  }
  const std::string expected = shown(incidents_of(reports, links, tables(), 1));
  CHECK(expected.find(" of ") != std::string::npos);
  CHECK(shown(incidents_of(reports, links, tables(), 2)) == expected);
  CHECK(shown(incidents_of(reports, links, tables(), 4)) == expected);
  const Decisions decisions(links);
  for (int order = 0; order < 20; ++order) {
    std::shuffle(reports.begin(), reports.end(), dice);
    CHECK(shown(incidents_of(reports, links, tables(), 1)) == expected);
    MemoryStore store;
    IncidentBook book(store, decisions, tables());
    Held held;
    for (const ReportAccounts& report : reports) held.take(book.add(report).value());
    CHECK(held.shown_all() == expected);
  }
}

TEST_CASE(
    "what is taken away leaves no trace, and new decisions come to what they would have been from "
    "the start") {
  const SyntheticReports synthetic(5, 200);
  std::vector<ReportAccounts> reports;
  for (std::uint32_t i = 0; i < synthetic.size(); ++i) reports.push_back(synthetic.report(i));
  MemoryStore store;
  Held held;
  const Decisions none;
  IncidentBook book(store, none, tables());
  for (const ReportAccounts& report : reports) held.take(book.add(report).value());
  for (std::size_t i = 0; i < 50; ++i) held.take(book.remove(reports[i].id).value());
  const std::vector<ReportAccounts> rest(reports.begin() + 50, reports.end());
  CHECK(held.shown_all() == shown(incidents_of(rest, {}, tables(), 1)));
  for (std::size_t i = 0; i < 50; ++i) held.take(book.add(reports[i]).value());
  for (std::size_t i = 100; i < 120; ++i) held.take(book.add(reports[i]).value());  // read again
  CHECK(held.shown_all() == shown(incidents_of(reports, {}, tables(), 1)));

  std::vector<PersonLink> links;
  for (std::size_t i = 0; i + 1 < 20; i += 2) {
    const AccountKey a = reports[i].accounts[0].key, b = reports[i + 1].accounts[0].key;
    links.push_back({std::min(a, b), std::max(a, b), i % 4 == 0});
  }
  const Decisions now(links);
  IncidentBook decided(store, now, tables());
  const auto touched = reports_touched(none, now);
  const std::vector<ReportId> gone(touched.begin(), touched.end());
  std::vector<const ReportAccounts*> come;
  for (const ReportAccounts& report : reports) {
    if (touched.contains(report.id)) come.push_back(&report);
  }
  held.take(decided.replace(gone, come).value());
  CHECK(held.shown_all() == shown(incidents_of(reports, links, tables(), 1)));
}

}  // namespace
}  // namespace relata
