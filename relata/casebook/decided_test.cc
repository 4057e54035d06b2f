// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/decided.h"

#include <doctest/doctest.h>

namespace relata {
namespace {

AccountKey key_of(std::uint32_t begin, std::uint32_t end) {
  AccountKey key;
  key.trigger = {begin, end};
  return key;
}

Decision about(Action action, AccountKey key, std::string slot = "", std::string value = "") {
  return {"R. K.", "looked again", action, key, {}, std::move(slot), std::move(value), "", 0};
}

Decision undoing(std::uint64_t entry) {
  return {"R. K.", "was wrong", Action::undo, {}, {}, "", "", "", entry};
}

ReportAccounts report_of(std::initializer_list<AccountKey> keys) {
  ReportAccounts report;
  for (const AccountKey& key : keys) {
    Account account;
    account.key = key;
    report.accounts.push_back(account);
  }
  return report;
}

TEST_CASE("the latest decision about a thing holds, in whatever order decisions are handed over") {
  const AccountKey key = key_of(3, 9);
  const NumberedDecision first{4, about(Action::accept, key)};
  const NumberedDecision second{8, about(Action::reject, key)};
  for (const auto& decisions : {std::vector{first, second}, std::vector{second, first}}) {
    ReportAccounts report = report_of({key});
    CHECK(Decided(decisions).apply(report).empty());
    CHECK(report.accounts[0].verdict == Verdict::rejected);
    CHECK_FALSE(tells_of_a_happening(report.accounts[0]));
  }
}

TEST_CASE("what is undone never was, and an undoing can be undone") {
  const AccountKey key = key_of(3, 9);
  std::vector<NumberedDecision> decisions = {{4, about(Action::reject, key)}, {5, undoing(4)}};
  ReportAccounts report = report_of({key});
  CHECK(Decided(decisions).apply(report).empty());
  CHECK(report.accounts[0].verdict == Verdict::none);
  decisions.push_back({6, undoing(5)});
  Decided(decisions).apply(report);
  CHECK(report.accounts[0].verdict == Verdict::rejected);
  CHECK_FALSE(Decided(decisions).holds(5));
  CHECK_FALSE(Decided({{4, undoing(6)}, {6, about(Action::reject, key)}}).links().size() == 1);
  CHECK(Decided({{4, undoing(6)}, {6, about(Action::reject, key)}})
            .holds(6));  // nothing undoes what comes later
}

TEST_CASE("a decision outlives a new reading that finds other words of the same claim") {
  const std::vector<NumberedDecision> decisions = {
      {4, about(Action::correct, key_of(3, 9), "type", "airstrike")}};
  ReportAccounts wider = report_of({key_of(0, 2), key_of(3, 16)});
  CHECK(Decided(decisions).apply(wider).empty());
  CHECK(wider.accounts[1].type == EventType::airstrike);
  CHECK(wider.accounts[1].corrected == std::vector<std::string>{"type"});
  ReportAccounts two = report_of({key_of(2, 5), key_of(7, 16)});
  CHECK(Decided(decisions).apply(two) ==
        std::vector<std::uint64_t>{4});  // it may mean either: said, not guessed
  ReportAccounts none = report_of({key_of(20, 25)});
  CHECK(Decided(decisions).apply(none) == std::vector<std::uint64_t>{4});
}

TEST_CASE("of merging and splitting the same two, the later holds") {
  Decision merge = about(Action::merge, key_of(9, 12));
  merge.second = key_of(1, 3);
  Decision split = merge;
  split.action = Action::split;
  std::swap(split.first, split.second);
  const Decided decided({{1, merge}, {2, split}});
  CHECK(decided.links() == std::vector<PersonLink>{{key_of(1, 3), key_of(9, 12), false}});
}

TEST_CASE("letters, grades and seals are kept by what they are about") {
  Decision letter{
      "R. K.", "known for years", Action::reliability, {}, {}, "", "B", "the Made-Up Post", 0};
  Decision seal{"R. K.", "asked us to", Action::seal, {}, {}, "", "", "a baker", 0};
  const Decided decided(
      {{1, letter}, {2, seal}, {3, about(Action::grade, key_of(1, 2), "", "contested")}});
  CHECK(decided.letters().at("the Made-Up Post") == Reliability::b);
  CHECK(decided.sealed().contains("a baker"));
  Incident incident;
  incident.members = {{key_of(0, 3), MemberRole::tells, false}};
  REQUIRE(decided.grade_of(incident));
  CHECK(decided.grade_of(incident)->grade == Grade::contested);
  CHECK(decided.grade_of(incident)->reason == "looked again");
  incident.members[0].account = key_of(4, 9);
  CHECK_FALSE(decided.grade_of(incident));
  CHECK(decided.reports().size() == 1);
}

}  // namespace
}  // namespace relata
