// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/word_runs.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("five words in a row are found, whatever stands between them") {
  WordRuns runs;
  runs.add("Planes struck the only bakery in town");
  const struct {
    std::string_view text;
    bool met;
  } cases[] = {{"planes struck the only bakery", true},
               {"he said: “PLANES, struck\nthe only\tbakery!”", true},
               {"struck the only bakery in", true},
               {"planes struck the only", false},
               {"planes struck an only bakery in town", false},
               {"", false}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(runs.meets(folded_words(one.text)) == one.met);
  }
  runs.forget("planes struck the only bakery");
  CHECK_FALSE(runs.meets(folded_words("planes struck the only bakery")));
}

TEST_CASE("names are found as whole words, in any script and case") {
  WordNames names;
  for (const std::string_view name : {"Nour Haddad", "Abu al-Zubayr", "نور حداد", "X"})
    names.add(name);
  const struct {
    std::string_view text;
    bool met;
  } cases[] = {{"Nour Haddad", true},
               {"(NOUR  HADDAD)", true},
               {"Nour Haddadi", false},
               {"Haddad, Nour", false},
               {"by Abu al Zubayr", true},
               {"قال نور حداد أمس", true},
               {"x", false},
               {"Nóur Haddad", true}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(names.meets(folded_words(one.text)) == one.met);
  }
}
