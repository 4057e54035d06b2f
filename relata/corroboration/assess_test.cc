// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/assess.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "relata/corroboration/handmade_case.h"

namespace relata {
namespace {

constexpr double kNoHigh = -1;

std::optional<double> high(double value) {
  return value == kNoHigh ? std::nullopt : std::optional(value);
}

Told counted(ToldVoice voice, ToldCount count, int day = 0) {
  return {std::move(voice),
          EventType::airstrike,
          Status::asserted,
          "government",
          VictimClass::civilians,
          {std::move(count)},
          day};
}

const Toll* find(const Assessment& assessment, VictimClass victims) {
  for (const Toll& toll : assessment.tolls) {
    if (toll.of == CountOf::killed && toll.victim_class == victims) return &toll;
  }
  return nullptr;
}

TEST_CASE("tolls go over lineages, by the convention of the profile") {
  struct Case {
    const char* what;
    std::string profile;
    std::vector<Told> told;
    double low, best, high;
  };
  const Told ten = counted(agency("Harbour Wire"), killed(10, 10));
  const Told twelve = counted(monitor("Maren Monitor"), killed(12, 12));
  const Told also_twelve = counted(monitor("Osten Monitor"), killed(12, 12));
  Told copied_ten = ten;
  copied_ten.lineage = 0;
  const Told over_ten = counted(agency("Harbour Wire"), killed(10, std::nullopt));
  const Told dozens = counted(agency("Harbour Wire"),
                              killed(24, std::nullopt, VictimClass::unknown, "dozens of people"));
  const Told several_hundred = counted(
      agency("Harbour Wire"), killed(300, std::nullopt, VictimClass::unknown, "several hundred"));
  const std::vector<Case> cases = {
      {"one figure", "relata", {ten}, 10, 10, 10},
      {"most lineages", "relata", {ten, twelve, also_twelve}, 10, 12, 12},
      {"copies count once",
       "relata",
       {ten, copied_ten, copied_ten, twelve, also_twelve},
       10,
       12,
       12},
      {"the most conservative", "acled", {ten, twelve, also_twelve}, 10, 10, 12},
      {"the lower one of two", "relata", {ten, twelve}, 10, 10, 12},
      {"at least ten leaves room for twelve", "relata", {over_ten, twelve}, 10, 12, 12},
      {"at least", "relata", {over_ten}, 10, 10, kNoHigh},
      {"dozens, ours", "relata", {dozens}, 24, 24, kNoHigh},
      {"dozens, ACLED's", "acled", {dozens}, 12, 12, kNoHigh},
      {"a part of a longer number", "acled", {several_hundred}, 300, 300, kNoHigh},
  };
  for (const Case& each : cases) {
    CAPTURE(each.what);
    const Assessment assessment = HandmadeIncident(each.told).assessed({}, each.profile);
    const Toll* toll = find(assessment, VictimClass::unknown);
    REQUIRE(toll != nullptr);
    CHECK(toll->low == each.low);
    CHECK(toll->best == each.best);
    CHECK(toll->high == high(each.high));
  }
}

TEST_CASE("people killed whom nobody counts have the figure of the profile") {
  const Told uncounted{agency("Harbour Wire"), EventType::killing, Status::asserted, "government"};
  struct Case {
    std::string profile;
    std::optional<double> best;
  };
  for (const Case& each : std::vector<Case>{
           {"relata", 1}, {"acled", 10}, {"acled_peace", 3}, {"ucdp", std::nullopt}}) {
    CAPTURE(each.profile);
    const Assessment assessment = HandmadeIncident({uncounted}).assessed({}, each.profile);
    const Toll* toll = find(assessment, VictimClass::unknown);
    CHECK((toll != nullptr) == each.best.has_value());
    if (toll == nullptr) continue;
    CHECK(toll->best == each.best);
    CHECK(toll->lineages == 0);
  }
}

TEST_CASE("a total holds its parts") {
  Told told = counted(agency("Harbour Wire"), killed(5, 5));
  told.counts.push_back(killed(4, 4, VictimClass::civilians));
  told.counts.push_back(killed(3, 3, VictimClass::combatants));
  const Assessment assessment = HandmadeIncident({told}).assessed();
  const Toll* all = find(assessment, VictimClass::unknown);
  REQUIRE(all != nullptr);
  CHECK(all->low == 7);
  CHECK(all->best == 7);
  CHECK(all->high == 7.0);
}

TEST_CASE("a later figure of one lineage replaces its earlier one") {
  const Told early = counted(agency("Harbour Wire"), killed(10, 10));
  Told late = counted(agency("Harbour Wire"), killed(15, 15), 1);
  late.lineage = 0;
  const Assessment assessment = HandmadeIncident({early, late}).assessed();
  CHECK(find(assessment, VictimClass::unknown)->low == 15);
}

TEST_CASE("contradictions are found slot by slot, between lineages") {
  const Told ten = counted(agency("Harbour Wire"), killed(10, 10));
  Told twenty = counted(monitor("Maren Monitor"), killed(20, 20));
  const auto slots = [](const Assessment& assessment) {
    std::vector<DifferingSlot> found;
    for (const Contradiction& each : assessment.contradictions) found.push_back(each.slot);
    return found;
  };
  CHECK(slots(HandmadeIncident({ten, twenty}).assessed()) == std::vector{DifferingSlot::how_many});
  Told later = twenty;
  later.day = 2;
  CHECK(slots(HandmadeIncident({ten, later}).assessed()).empty());  // the toll grew
  Told denied = ten;
  denied.voice = army();
  denied.status = Status::denied;
  CHECK(slots(HandmadeIncident({ten, denied}).assessed()) == std::vector{DifferingSlot::whether});
  Told other_side = ten;
  other_side.voice = monitor("Maren Monitor");
  other_side.by = "opposition";
  const Assessment who = HandmadeIncident({ten, other_side}).assessed();
  REQUIRE(slots(who) == std::vector{DifferingSlot::who});
  CHECK(who.contradictions[0].first_says == "government");
  CHECK(who.contradictions[0].second_says == "opposition");
  HandmadeIncident apart({ten, ten});
  apart.account(1).where[0].gazetteer_name = "Osten";
  apart.account(1).where[0].latitude = 37;
  CHECK(slots(apart.assessed()) == std::vector{DifferingSlot::where});
  HandmadeIncident days({ten, ten});
  const Date next = HandmadeIncident::first_day() + std::chrono::days(1);
  days.account(1).when = Period{next, next};
  CHECK(slots(days.assessed()) == std::vector{DifferingSlot::when});
  days.account(1).when_stated = false;
  CHECK(slots(days.assessed()).empty());
  Told copy = twenty;
  copy.lineage = 0;
  CHECK(slots(HandmadeIncident({ten, copy}).assessed()).empty());
}

TEST_CASE("the number of a claim goes by independent lineages") {
  const Told told = counted(agency("Harbour Wire"), killed(10, 10));
  Told agrees = told;
  agrees.voice = monitor("Maren Monitor");
  Told differs = counted(monitor("Osten Monitor"), killed(30, 30));
  Told copy = told;
  copy.lineage = 0;
  const auto number = [](const std::vector<Told>& all) {
    const HandmadeIncident made(all);
    return made.assessed().credibility.at(made.accounts()[0]->key);
  };
  CHECK(number({told}) == Credibility::possibly_true);
  CHECK(number({told, copy}) == Credibility::possibly_true);
  CHECK(number({told, agrees}) == Credibility::confirmed);
  CHECK(number({told, agrees, differs}) == Credibility::probably_true);
  CHECK(number({told, differs}) == Credibility::doubtful);
  Told planned = told;
  planned.status = Status::planned;
  CHECK(number({planned, agrees}) == Credibility::cannot_be_judged);
  Told admits = told;
  admits.voice = army();
  CHECK(number({admits}) == Credibility::probably_true);
}

TEST_CASE("statements against interest and sides that agree are seen") {
  const Told admits{army(), EventType::airstrike, Status::asserted, "government"};
  const Told rebels_say{voice("Maren Brigade", VoiceKind::armed_group, Side::opposition),
                        EventType::airstrike, Status::asserted, "government"};
  const HandmadeIncident both({admits, rebels_say});
  const Assessment assessment = both.assessed();
  CHECK(assessment.opposed_sides_agree);
  CHECK(assessment.sides == std::vector{Side::government, Side::opposition});
  CHECK(assessment.against_interest == AccountKeys{both.accounts()[0]->key});
  const Told enemy_took{army(), EventType::capture, Status::asserted, "opposition",
                        VictimClass::place};
  CHECK(HandmadeIncident({enemy_took}).assessed().against_interest.size() == 1);
  const Told own_losses{
      army(), EventType::clash, Status::asserted, "opposition", VictimClass::combatants, {}, 0,
      -1,     "government"};
  CHECK(HandmadeIncident({own_losses}).assessed().against_interest.size() == 1);
  const Told blames{army(), EventType::shelling, Status::asserted, "opposition"};
  CHECK(HandmadeIncident({blames}).assessed().against_interest.empty());
}

// Incidents with anything in them, from a fixed seed.
std::vector<Told> random_tellings(std::mt19937& random) {
  const auto pick = [&](auto... options) {
    const std::vector<std::common_type_t<decltype(options)...>> all{options...};
    return all[random() % all.size()];
  };
  std::vector<Told> all;
  const std::size_t size = 1 + random() % 7;
  for (std::size_t i = 0; i < size; ++i) {
    Told told;
    told.voice = voice(pick("Harbour Wire", "Maren Monitor", "Osten Post", ""),
                       pick(VoiceKind::news_agency, VoiceKind::monitor, VoiceKind::military,
                            VoiceKind::activist, VoiceKind::other, VoiceKind::state_media),
                       pick(Side::government, Side::opposition, Side::unaligned, Side::unknown));
    told.type = pick(EventType::airstrike, EventType::killing, EventType::toll, EventType::clash,
                     EventType::capture, EventType::denial);
    told.status =
        pick(Status::asserted, Status::asserted, Status::alleged, Status::denied, Status::feared);
    told.by = pick("", "government", "opposition", "nusra");
    told.victims = pick(VictimClass::civilians, VictimClass::combatants, VictimClass::people,
                        VictimClass::place);
    told.day = static_cast<int>(random() % 3);
    for (std::size_t c = random() % 3; c > 0; --c) {
      const auto low = static_cast<double>(random() % 30);
      ToldCount count = killed(
          low, pick(0, 1) != 0 ? std::optional<double>() : low + static_cast<double>(random() % 9));
      if (random() % 8 == 0) count.low.reset();
      count.of = pick(CountOf::killed, CountOf::injured, CountOf::killed_or_injured);
      count.victim_class = pick(VictimClass::unknown, VictimClass::civilians,
                                VictimClass::combatants, VictimClass::children);
      told.counts.push_back(count);
    }
    told.lineage = i > 0 && random() % 3 == 0 ? 0 : -1;
    all.push_back(std::move(told));
  }
  return all;
}

TEST_CASE("low <= best <= high, by every profile") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const HandmadeIncident made(random_tellings(random));
    for (const CountProfile& profile : HandmadeIncident::lexicon().profiles.profiles) {
      for (const Toll& toll : made.assessed({}, profile.name).tolls) {
        CAPTURE(round);
        CHECK(toll.low <= toll.best);
        CHECK((!toll.high || toll.best <= *toll.high));
      }
    }
  }
}

bool same(const Assessment& a, const Assessment& b) {
  const auto tolls = [](const Assessment& each) {
    std::vector<
        std::tuple<CountOf, VictimClass, double, double, std::optional<double>, AccountKeys>>
        all;
    for (const Toll& toll : each.tolls) {
      all.emplace_back(toll.of, toll.victim_class, toll.low, toll.best, toll.high, toll.from);
    }
    return all;
  };
  return a.grade == b.grade && a.reasons == b.reasons && a.changes == b.changes &&
         a.contradictions == b.contradictions && a.credibility == b.credibility &&
         tolls(a) == tolls(b) && a.sides == b.sides;
}

TEST_CASE("the order of lineages and of what they hold means nothing") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const HandmadeIncident made(random_tellings(random));
    const Assessment once = made.assessed();
    std::vector<Lineage> shuffled = made.lineages();
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    for (Lineage& each : shuffled) {
      std::shuffle(each.accounts.begin(), each.accounts.end(), random);
    }
    const auto& lexicon = HandmadeIncident::lexicon();
    const Assessment again = assess(made.incident(), made.accounts(), shuffled, {}, lexicon,
                                    lexicon.profiles.profiles.front());
    CAPTURE(round);
    CHECK(same(once, again));
  }
}

TEST_CASE("one more independent lineage that agrees never makes a claim less credible") {
  std::mt19937 random(13);
  for (int round = 0; round < 300; ++round) {
    std::vector<Told> told = random_tellings(random);
    const HandmadeIncident before(told);
    Told more = told.front();
    more.voice = monitor("Far Monitor");
    more.lineage = -1;
    told.push_back(more);
    const HandmadeIncident after(told);
    const AccountKey key = before.accounts()[0]->key;
    CAPTURE(round);
    const Credibility was = before.assessed().credibility.at(key);
    CHECK(after.assessed().credibility.at(key) <= was);
    const auto grade = before.assessed().grade;
    if (grade == Grade::fair && tells_of_a_happening(*before.accounts()[0]) &&
        more.victims != VictimClass::combatants)
      CHECK(final_grade(after.assessed()) != Grade::weak);
  }
}

TEST_CASE("every change that is said to alter the grade names another one") {
  std::mt19937 random(17);
  for (int round = 0; round < 200; ++round) {
    const Assessment assessment = HandmadeIncident(random_tellings(random)).assessed();
    for (const GradeChange& change : assessment.changes) CHECK(change.grade != assessment.grade);
  }
}

}  // namespace
}  // namespace relata
