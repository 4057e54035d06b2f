// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/grading.h"

#include <doctest/doctest.h>

#include "relata/corroboration/handmade_case.h"
#include "relata/corroboration/least_change.h"

namespace relata {
namespace {

const Told kAgencyBlamesArmy{agency("Harbour Wire"), EventType::airstrike, Status::asserted,
                             "government"};
const Told kMonitorBlamesArmy{monitor("Maren Monitor"), EventType::airstrike, Status::asserted,
                              "government"};
const Told kMonitorBlamesRebels{monitor("Maren Monitor"), EventType::shelling, Status::asserted,
                                "opposition"};
const Told kAgencyBlamesNobody{agency("Harbour Wire"), EventType::toll};
const Told kMonitorBlamesNobody{monitor("Maren Monitor"), EventType::toll};
const Told kArmyAdmits{army(), EventType::airstrike, Status::asserted, "government"};
const Told kArmyDenies{army(), EventType::airstrike, Status::denied, "government"};
const Told kArmySaysFighters{army(), EventType::airstrike, Status::asserted, "government",
                             VictimClass::combatants};
const Told kPostsBlameArmy{voice("@somebody", VoiceKind::social_media_user), EventType::airstrike,
                           Status::alleged, "government"};
const Told kStateMediaBlamesRebels{state_media(), EventType::shelling, Status::asserted,
                                   "opposition"};
const Told kArmyBlamesRebels{army(), EventType::shelling, Status::asserted, "opposition"};
const Told kPlanned{agency("Harbour Wire"), EventType::airstrike, Status::planned, "government"};

TEST_CASE("each rule of the order gives its grade, and says what would change it") {
  struct Case {
    const char* what;
    std::vector<Told> told;
    std::optional<Grade> grade;
    std::string least_change;
  };
  const std::vector<Case> cases = {
      {"one agency",
       {kAgencyBlamesArmy},
       Grade::weak,
       "a second credible lineage that is not Harbour Wire's would make it fair"},
      {"two credible lineages and an action",
       {kAgencyBlamesArmy, kMonitorBlamesArmy},
       Grade::fair,
       "an independent lineage that accuses another side would make it contested"},
      {"two credible lineages, and nobody says who acted",
       {kAgencyBlamesNobody, kMonitorBlamesNobody},
       Grade::weak,
       "a claim that a belligerent acted there or nearby would make it fair"},
      {"two lineages, one of which nobody knows",
       {kAgencyBlamesArmy, kPostsBlameArmy},
       Grade::weak,
       "one more credible independent lineage would make it fair"},
      {"different sides accused",
       {kAgencyBlamesArmy, kMonitorBlamesRebels},
       Grade::contested,
       "a belligerent that accepts responsibility would make it confirmed"},
      {"an admission",
       {kAgencyBlamesArmy, kArmyAdmits},
       Grade::confirmed,
       "Northern army withdrawing its admission would make it fair"},
      {"an admission outranks different sides accused",
       {kMonitorBlamesRebels, kArmyAdmits},
       Grade::confirmed,
       "Northern army withdrawing its admission would make it contested"},
      {"only fighters harmed",
       {kArmySaysFighters},
       Grade::discounted,
       "a lineage that says civilians were harmed would make it weak"},
      {"somebody says civilians",
       {kArmySaysFighters, kAgencyBlamesArmy},
       Grade::weak,
       "one more credible independent lineage would make it fair"},
      {"two voices of one side are one",
       {kStateMediaBlamesRebels, kArmyBlamesRebels},
       Grade::weak,
       ""},
      {"a denial alone is no event",
       {kArmyDenies},
       std::nullopt,
       "a credible lineage that says it took place would make it weak"},
      {"a plan is no event", {kPlanned}, std::nullopt, ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.what);
    const Assessment assessment = HandmadeIncident(each.told).assessed();
    CHECK(assessment.grade == each.grade);
    if (!each.least_change.empty()) CHECK(assessment.least_change == each.least_change);
  }
}

TEST_CASE("the reasons list the accounts that fired the rule, and no others") {
  const HandmadeIncident admitted({kAgencyBlamesArmy, kArmyAdmits, kMonitorBlamesRebels});
  const Assessment assessment = admitted.assessed();
  REQUIRE(assessment.reasons.size() == 1);
  CHECK(assessment.reasons[0].rule == "a belligerent accepts responsibility");
  CHECK(assessment.reasons[0].accounts == AccountKeys{admitted.accounts()[1]->key});

  const HandmadeIncident fair({kAgencyBlamesNobody, kPostsBlameArmy, kMonitorBlamesNobody});
  const Assessment supported = fair.assessed();
  CHECK(supported.grade == Grade::fair);
  REQUIRE(supported.reasons.size() == 2);
  CHECK(supported.reasons[0].accounts ==
        AccountKeys{fair.accounts()[0]->key, fair.accounts()[2]->key});
  CHECK(supported.reasons[1].accounts == AccountKeys{fair.accounts()[1]->key});
}

TEST_CASE("a belligerent's action nearby is enough for fair") {
  const HandmadeIncident told({kAgencyBlamesNobody, kMonitorBlamesNobody});
  const HandmadeIncident elsewhere({kAgencyBlamesArmy});
  AssessmentContext context;
  context.nearby = elsewhere.accounts();
  CHECK(told.assessed(context).grade == Grade::fair);
  const HandmadeIncident no_action({kAgencyBlamesNobody});
  context.nearby = no_action.accounts();
  CHECK(told.assessed(context).grade == Grade::weak);
}

TEST_CASE("copies of one lineage stay one") {
  Told copy = kAgencyBlamesArmy;
  copy.lineage = 0;
  std::vector<Told> nine(9, copy);
  nine.front().lineage = -1;
  const Assessment assessment = HandmadeIncident(nine).assessed();
  CHECK(assessment.grade == Grade::weak);
  CHECK(assessment.reports == 9);
  CHECK(assessment.lineages_for == 1);
}

TEST_CASE("a person's decision outranks the rules, and the rules stay to be seen") {
  AssessmentContext context;
  context.decided = DecidedGrade{Grade::fair, "seen on film"};
  const Assessment assessment = HandmadeIncident({kAgencyBlamesArmy}).assessed(context);
  CHECK(assessment.grade == Grade::weak);
  CHECK(final_grade(assessment) == Grade::fair);
  CHECK(assessment.decided_reason == "seen on film");
}

TEST_CASE("a person's letter for a voice counts in grades") {
  const HandmadeIncident told({kAgencyBlamesArmy, kPostsBlameArmy});
  CHECK(told.assessed().grade == Grade::weak);
  AssessmentContext context;
  context.letters = {{"@somebody", Reliability::b}};
  CHECK(told.assessed(context).grade == Grade::fair);
}

TEST_CASE("who harms nobody has no grade") {
  const Told took{agency("Harbour Wire"), EventType::capture, Status::asserted, "government",
                  VictimClass::place};
  const Assessment assessment = HandmadeIncident({took}).assessed();
  CHECK_FALSE(assessment.grade);
  CHECK(assessment.changes.empty());
}

// What `why` says must come true.
TEST_CASE("making the least change gives the grade that was said") {
  const Assessment before = HandmadeIncident({kAgencyBlamesArmy}).assessed();
  REQUIRE(!before.changes.empty());
  CHECK(before.changes[0] ==
        GradeChange{"a second credible lineage that is not Harbour Wire's", Grade::fair});
  CHECK(HandmadeIncident({kAgencyBlamesArmy, kMonitorBlamesArmy}).assessed().grade ==
        before.changes[0].grade);
}

TEST_CASE("where one change is not enough, two are looked for") {
  const Assessment assessment = HandmadeIncident({kAgencyBlamesNobody}).assessed();
  CHECK(assessment.grade == Grade::weak);
  bool fair = false;
  for (const GradeChange& change : assessment.changes) {
    if (change.grade != Grade::fair) continue;
    fair = true;
    CHECK(change.change ==
          "a second credible lineage that is not Harbour Wire's and a claim that a belligerent "
          "acted there or nearby");
  }
  CHECK(fair);
}

}  // namespace
}  // namespace relata
