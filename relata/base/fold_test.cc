// SPDX-License-Identifier: Apache-2.0
#include "relata/base/fold.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace relata;

TEST_CASE("folding drops case and accents and keeps letters of any script") {
  struct {
    const char* input;
    const char* expected;
  } const cases[] = {
      {"Aleppo", "aleppo"},   {"Salāḥ ad-Dīn", "salah ad-din"},
      {"Syria’s", "syria's"}, {"حَلَب", "حلب"},
      {"КИЇВ", "киів"},       {"", ""},
  };
  for (const auto& c : cases) CHECK(fold(c.input) == c.expected);
}

TEST_CASE("a long run of marks out of order is folded in time that grows with its length") {
  std::string text = "Z";
  for (int i = 0; i < 200000; ++i)
    text += "\xCC\xB4\xCC\x80";  // U+0334 U+0300, of which the first belongs before the second
  const auto start = std::chrono::steady_clock::now();
  CHECK(fold(text + "algo") == "zalgo");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
