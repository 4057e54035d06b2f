// SPDX-License-Identifier: Apache-2.0
#include "relata/base/fold.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("folding drops case and accents and keeps letters of any script") {
  struct {
    const char* input;
    const char* expected;
  } const cases[] = {
      {"Aleppo", "aleppo"}, {"Salāḥ ad-Dīn", "salah ad-din"}, {"Syria’s", "syria's"},
      {"حَلَب", "حلب"},       {"КИЇВ", "киів"},                 {"", ""},
  };
  for (const auto& c : cases) CHECK(fold(c.input) == c.expected);
}
