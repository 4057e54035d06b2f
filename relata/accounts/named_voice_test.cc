// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/named_voice.h"

#include <doctest/doctest.h>

namespace relata {

TEST_CASE("A voice has a name if it would be known again in another report") {
  const auto files = real_files();
  const auto lexicon = AttributionLexicon::load({files.get(), RELATA_SOURCE_DIR});
  REQUIRE(lexicon);
  const auto named = [&](const char* name) {
    return names_somebody({.name = name}, false, *lexicon);
  };
  for (const char* name :
       {"Ismail Abdallah", "Ahmad", "activist at the scene", "Activists", "Witnesses",
        "One resident", "Many of the residents", "Local sources in Deir Ezzor", "Syrian activists",
        "British-based monitoring group", "World powers",
        "official at the governor's office in Homs", "source at Aleppo Police Command",
        "a resident", "", "in Homs"}) {
    CAPTURE(std::string(name));
    const std::string_view text = name;
    CHECK(named(name) == (text == "Ismail Abdallah" || text == "Ahmad"));
  }
  for (const char* name :
       {"UNICEF official", "Amnesty researcher", "a Pentagon official", "NNA correspondent",
        "Made Up Brigade", "Ban Ki-moon", "Ahrar al-Sham", "Leading opposition figure Made Upname",
        "Ministry of Made-Up Affairs"}) {
    CAPTURE(std::string(name));
    CHECK(named(name));
  }
}

}  // namespace relata
