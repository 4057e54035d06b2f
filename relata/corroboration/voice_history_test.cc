// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/voice_history.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "relata/corroboration/handmade_case.h"
#include "relata/corroboration/totals.h"

namespace relata {
namespace {

HistoryScale shipped_scale() {
  static const auto files = real_files();
  const auto scale = HistoryScale::load({files.get(), RELATA_SOURCE_DIR});
  REQUIRE(scale);
  return *scale;
}

TEST_CASE("a voice is borne out by others and contradicted by others, incident by incident") {
  const Told wire{agency("Harbour Wire"), EventType::airstrike, Status::asserted, "government"};
  const Told agrees{monitor("Maren Monitor"), EventType::airstrike, Status::asserted, "government"};
  const Told differs{monitor("Osten Monitor"), EventType::airstrike, Status::asserted,
                     "opposition"};
  const auto of_first = [](const HandmadeIncident& made) {
    const auto all = testimony_of(made.incident(), made.accounts(), made.assessed());
    const auto found = std::find_if(all.begin(), all.end(), [](const Testimony& each) {
      return each.voice.name == "Harbour Wire";
    });
    REQUIRE(found != all.end());
    return *found;
  };
  CHECK(of_first(HandmadeIncident({wire, agrees})).borne_out);
  CHECK(of_first(HandmadeIncident({wire, differs})).contradicted);
  const Testimony alone = of_first(HandmadeIncident({wire}));
  CHECK_FALSE(alone.borne_out);
  CHECK_FALSE(alone.contradicted);
  CHECK(alone.topic == Topic::harm);
  CHECK(alone.year == 2016);
}

TEST_CASE("few cases earn no letter, and a letter that is earned is not in force") {
  const HistoryScale scale = shipped_scale();
  CHECK_FALSE(scale.earned({20, 5, 0}));
  CHECK(scale.earned({40, 40, 0}) == Reliability::a);
  CHECK(scale.earned({40, 0, 40}) == Reliability::e);
  CHECK(*scale.earned({12, 12, 0}) > Reliability::a);  // no A by a dozen cases

  std::vector<Testimony> all;
  for (int i = 0; i < 40; ++i) {
    all.push_back({{"Northern army", VoiceKind::military, Side::government},
                   i % 2 == 0 ? Topic::harm : Topic::territory,
                   2015 + i % 3,
                   true,
                   false});
  }
  std::mt19937 random(5);
  std::shuffle(all.begin(), all.end(), random);
  const auto& voices = HandmadeIncident::lexicon().voices;
  const auto records = voice_histories(all, {}, voices, scale);
  REQUIRE(records.size() == 1);
  CHECK(records[0].all == VoiceCount{40, 40, 0});
  CHECK(records[0].by_topic.at(Topic::harm).told == 20);
  CHECK(records[0].by_year.size() == 3);
  CHECK(records[0].earned == Reliability::a);
  CHECK(records[0].letter() == Reliability::d);
  const std::vector<DecidedLetter> decided{{"Northern army", Reliability::c}};
  CHECK(voice_histories(all, decided, voices, scale)[0].letter() == Reliability::c);
}

TEST_CASE("parts count within their whole, and not again") {
  const auto made = [](double dead, std::uint8_t first) {
    const Told told{agency("Harbour Wire"), EventType::toll,     Status::asserted, "",
                    VictimClass::people,    {killed(dead, dead)}};
    HandmadeIncident one({told});
    one.account(0).key.report.bytes[0] = first;
    one.incident().id.first = one.account(0).key;
    return one;
  };
  const auto add_up = [](const std::vector<HandmadeIncident*>& cases) {
    std::vector<Assessment> assessments;
    for (const HandmadeIncident* each : cases) assessments.push_back(each->assessed());
    std::vector<CountedIncident> all;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      all.push_back({&cases[i]->incident(), &assessments[i]});
    }
    return total_of(all).at(0).best;
  };
  HandmadeIncident day = made(10, 1), strike = made(4, 2), other = made(3, 3), elsewhere = made(5, 4);
  strike.incident().part_of = other.incident().part_of = day.incident().id;
  CHECK(add_up({&day, &strike, &other, &elsewhere}) == 15);
  CHECK(add_up({&elsewhere, &other, &strike, &day}) == 15);
  HandmadeIncident small_day = made(5, 1);
  CHECK(add_up({&small_day, &strike, &other}) == 7);  // the parts are more than was told of the day
  CHECK(add_up({&strike, &other}) == 7);              // the whole is not asked for
}

}  // namespace
}  // namespace relata
