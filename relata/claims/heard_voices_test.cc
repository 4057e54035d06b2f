// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/heard_voices.h"

#include <doctest/doctest.h>

using namespace relata;

namespace {

Voice voice(const char* name, Span span) {
  Voice voice;
  voice.name = name;
  voice.spans = {span};
  return voice;
}

}  // namespace

TEST_CASE("voices of chains and of speech acts stay, and their numbers follow them") {
  Reading reading;
  reading.telling.voices = {voice("a bystander", {0, 5}), voice("Harbour Radio", {10, 15}),
                            voice("the council", {20, 25})};
  Claim told;
  told.type = EventType::shelling;
  told.chains = {{Link{1, {10, 15}}}};
  Claim act;
  act.type = EventType::condemnation;
  act.by = {Participant{{22, 24}, "it", 0, std::nullopt}};
  reading.claims = {told, act};
  Attribution attribution;
  attribution.voice = 0;
  attribution.outlets = {Link{1, {10, 15}}, Link{0, {0, 5}}};
  reading.telling.attributions = {attribution};

  keep_heard_voices(reading);

  REQUIRE(reading.telling.voices.size() == 2);
  CHECK(reading.telling.voices[0].name == "Harbour Radio");
  CHECK(reading.claims[0].chains[0][0].voice == 0);
  CHECK_FALSE(reading.telling.attributions[0].voice);
  REQUIRE(reading.telling.attributions[0].outlets.size() == 1);
  CHECK(reading.telling.attributions[0].outlets[0].voice == 0);
}
