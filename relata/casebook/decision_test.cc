// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/decision.h"

#include <doctest/doctest.h>

#include "relata/casebook/correction.h"

namespace relata {
namespace {

AccountKey key_of(std::uint32_t begin) {
  AccountKey key;
  key.trigger = {begin, begin + 4};
  return key;
}

Decision made(Action action) {
  Decision decision;
  decision.who = "R. \"K.\"";
  decision.why = "seen twice";
  decision.action = action;
  return decision;
}

TEST_CASE("decisions come back from their records as they were") {
  std::vector<Decision> decisions;
  for (const Action action :
       {Action::accept, Action::reject, Action::correct, Action::merge, Action::split,
        Action::grade, Action::reliability, Action::seal, Action::undo}) {
    Decision decision = made(action);
    decision.first = key_of(3);
    if (action == Action::merge || action == Action::split) decision.second = key_of(9);
    if (action == Action::correct) decision.slot = "when", decision.value = "";
    if (action == Action::grade) decision.value = "contested";
    if (action == Action::reliability) decision.value = "C";
    if (action == Action::reliability || action == Action::seal) {
      decision.subject = "the Made-Up Post";
      decision.first.reset();
    }
    if (action == Action::undo) decision.undoes = 17, decision.first.reset();
    decisions.push_back(decision);
  }
  for (const Decision& decision : decisions) {
    CAPTURE(std::string(name_of(decision.action)));
    CHECK(action_of(name_of(decision.action)) == decision.action);
    const auto back = decision_of_record(decision_record(decision));
    REQUIRE(back);
    CHECK(decision_record(*back) == decision_record(decision));
    CHECK(back->first == decision.first);
    CHECK(back->undoes == decision.undoes);
  }
}

TEST_CASE("a decision that lacks something says what") {
  const auto message = [](const Decision& decision) {
    const auto checked = check(decision);
    return checked ? std::string() : checked.error().message;
  };
  Decision decision = made(Action::accept);
  CHECK(message(decision) == "accept needs a claim");
  decision.first = key_of(1);
  CHECK(message(decision).empty());
  decision.why = "";
  CHECK(message(decision) == "a decision needs a reason");
  decision = made(Action::split);
  decision.first = decision.second = key_of(1);
  CHECK(message(decision) == "split needs two claims");
  decision = made(Action::grade);
  decision.first = key_of(1);
  decision.value = "sure";
  CHECK(message(decision).find("'sure' is no grade") == 0);
  CHECK_FALSE(
      decision_of_record(R"({"form":"relata decision 1","who":"a","why":"b","action":"burn"})"));
  CHECK_FALSE(decision_of_record(R"({"form":"relata decision 2"})"));
}

struct Correction {
  const char* slot;
  const char* value;
  bool good;
};

TEST_CASE("corrections are taken as they are documented, and nothing else is") {
  const Correction cases[] = {
      {"type", "airstrike", true},
      {"type", "raid", false},
      {"type", "", false},
      {"status", "denied", true},
      {"status", "so-so", false},
      {"when", "2016-12-12", true},
      {"when", "", true},
      {"when", "2016-12-12..2016-12-13", true},
      {"when", "2016-12-13..2016-12-12", false},
      {"when", "Monday", false},
      {"where", "al-Fardous, Aleppo, Syria @36.18,37.16", true},
      {"where", "al-Fardous", true},
      {"where", "al-Fardous @36.18", false},
      {"where", "al-Fardous @96,0", false},
      {"by", "Syrian army (government); Hezbollah", true},
      {"by", "army (martians)", false},
      {"to", "two medics (medics)", true},
      {"to", "two medics (doctors)", false},
      {"killed", "3", true},
      {"killed", "3-5", true},
      {"killed", "3-", true},
      {"killed", "5-3", false},
      {"killed", "-3", false},
      {"killed", "three", false},
      {"weather", "fine", false},
  };
  for (const Correction& one : cases) {
    CAPTURE(one.slot);
    CAPTURE(one.value);
    Account account;
    CHECK(static_cast<bool>(correct(account, one.slot, one.value)) == one.good);
    CHECK(account.corrected.size() == (one.good ? 1 : 0));
  }
}

TEST_CASE("a correction sets its slot and leaves the rest") {
  Account account;
  account.counts = {{CountOf::killed, "men", VictimClass::unknown, 9, 9},
                    {CountOf::injured, "", {}, 2, 2}};
  REQUIRE(correct(account, "killed", "3-"));
  REQUIRE(account.counts.size() == 2);
  CHECK(account.counts[0].of == CountOf::injured);
  CHECK(account.counts[1].low == 3);
  CHECK_FALSE(account.counts[1].high);
  REQUIRE(correct(account, "by", "Syrian army (government); Hezbollah"));
  CHECK(account.by ==
        std::vector<ToldActor>{{"Syrian army", "government", {}}, {"Hezbollah", "", {}}});
  CHECK(account.corrected == std::vector<std::string>{"by", "killed"});
}

}  // namespace
}  // namespace relata
