// SPDX-License-Identifier: Apache-2.0
#include "relata/query/incidents_text.h"

#include <doctest/doctest.h>

#include "relata/export/safe_text.h"
#include "relata/query/incidents_json.h"

namespace relata {
namespace {

const std::string kText = "A resident said that planes \x1b[31mhit the market, killing 12.";

AccountRow row(std::uint8_t report, std::string_view doc) {
  AccountRow made;
  made.account.key.report.bytes[0] = report;
  made.account.key.trigger = {33, 36};
  made.account.type = EventType::airstrike;
  made.account.when = Period{*make_date(2016, 12, 13), *make_date(2016, 12, 13)};
  made.account.evidence = {0, static_cast<std::uint32_t>(kText.size())};
  made.account.chains = {
      {{.name = "Made-up News",
        .kind = VoiceKind::newspaper,
        .side = Side::unaligned,
        .named = true},
       {.name = "a resident", .kind = VoiceKind::resident, .side = Side::unknown, .named = false}}};
  made.doc = doc;
  return made;
}

struct Example {
  std::vector<AccountRow> accounts = {row(1, "first.txt"), row(2, "second.txt")};
  AssessedIncident stored;
  TextOf text_of_report = [](const ReportId& id) -> Result<std::string_view> {
    if (id.bytes[0] == 2) return Error{"erased"};
    return std::string_view(kText);
  };
  Example() {
    stored.incident.id.first = accounts[0].account.key;
    for (const AccountRow& account : accounts)
      stored.incident.members.push_back(
          {.account = account.account.key, .role = MemberRole::tells, .main = true});
    stored.incident.type = EventType::airstrike;
    stored.incident.where.name = "Anytown";
    stored.assessment.grade = Grade::weak;
    stored.assessment.lineages_for = 1;
    stored.assessment.reasons = {{.rule = "one lineage", .accounts = {accounts[0].account.key}}};
    stored.assessment.least_change = "a second lineage would make it fair";
    stored.assessment.lineages = {
        {.accounts = {0}, .ties = {}, .origin = accounts[0].account.chains[0][1]}};
    stored.assessment.contradictions = {{.slot = DifferingSlot::how_many,
                                         .first = accounts[0].account.key,
                                         .second = accounts[1].account.key,
                                         .first_says = "12",
                                         .second_says = "30"}};
    stored.assessment.tolls = {{.of = CountOf::killed,
                                .victim_class = VictimClass::unknown,
                                .low = 12,
                                .best = 15,
                                .high = 30.0,
                                .from = {},
                                .lineages = 1}};
  }
  ShownIncident shown_incident() const { return {stored, accounts, text_of_report}; }
};

void check_holds(const std::string& out, std::initializer_list<const char*> parts) {
  for (const char* part : parts)
    CHECK_MESSAGE(out.find(part) != std::string::npos, (part + ("\nin\n" + out)));
}

TEST_CASE("an incident is shown lineage by lineage, with exact words, made safe") {
  const Example example;
  std::string out;
  write_incident_text(example.shown_incident(), View{}, out);
  check_holds(out, {"airstrike · Anytown", "weak", "killed: 12 to 30, best 15",
                    "Lineage 1: goes back to a resident", "first.txt", "Made-up News (newspaper",
                    "planes <U+001B>[31m«hit» the market", "In no lineage", "second.txt",
                    "[erased]", "Where they differ", "how many", "30 — second.txt"});
  CHECK(out.find('\x1b') == std::string::npos);
}

TEST_CASE("why names the rule, the claims with their words, and the least change") {
  const Example example;
  std::string out;
  write_why_text(example.shown_incident(), View{}, out);
  check_holds(out, {"Because: one lineage", "first.txt", "«hit» the market",
                    "The least change that would alter it: a second lineage"});
}

TEST_CASE("no line of a list is wider than asked, with and without colour") {
  FoundPage<IncidentRow> found;
  IncidentRow row;
  row.where.name = "حي الفردوس الذي له اسم طويل جدا حتى لا يتسع له السطر";
  row.where.within = "A region with a long name, Madeupland";
  row.killed = CountRange{1, 2, std::nullopt};
  row.doers = "the made-up army, another made-up army, a third made-up army of a long name";
  found.rows = {row, IncidentRow{}};
  found.next = "date+:n:00";
  for (const int columns : {60, 80, 120}) {
    std::string out;
    write_incidents_text(found, 7, View{.columns = columns}, out);
    for (std::size_t at = 0; at < out.size();) {
      const std::size_t end = out.find('\n', at);
      const std::string line = out.substr(at, end - at);
      // The marks that keep a line from turning what is beside it take no room.
      CHECK_MESSAGE(columns_of(line) <= columns + 2, line);
      at = end + 1;
    }
    check_holds(out, {"2 incidents of 7; more after date+:n:00."});
  }
  std::string coloured;
  write_incidents_text(found, std::nullopt, View{.colour = true}, coloured);
  CHECK(coloured.find("\x1b[") != std::string::npos);
}

TEST_CASE("the JSON of an incident has its claims with words and spans, null where they are gone") {
  const Example example;
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::line);
  write_json(example.shown_incident(), json);
  check_holds(out, {R"("grade":"weak")", R"("rule":"one lineage")", R"("slot":"how_many")",
                    R"("words":null)", R"("span":[0,60])", R"("least_change":"a second lineage)"});
}

}  // namespace
}  // namespace relata
