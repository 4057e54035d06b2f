// SPDX-License-Identifier: Apache-2.0
#include "relata/text/number_words.h"

#include <doctest/doctest.h>

#include "relata/base/fold.h"
#include "tests/plain_document.h"

namespace relata {

namespace {

Result<NumberWords> load_words() {
  const auto files = real_files();
  return NumberWords::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
}

TEST_CASE("numbers in digits and words become intervals") {
  struct {
    const char* text;
    double low;
    std::optional<double> high;
    const char* rest;  // what stands after the number
  } const cases[] = {
      {"23 people", 23, 23, "people"},
      {"1,200 shells", 1200, 1200, "shells"},
      {"1.5 million people", 1500000, 1500000, "people"},
      {"6.36 million people", 6360000, 6360000, "people"},
      {"200 000 civilians", 200000, 200000, "civilians"},
      {"12, 30 and 40", 12, 12, ","},
      {"2016 300 people", 2016, 2016, "300"},
      {"twenty-three fighters", 23, 23, "fighters"},
      {"Thirty one militants", 31, 31, "militants"},
      {"two hundred and five thousand men", 205000, 205000, "men"},
      {"a hundred people", 100, 100, "people"},
      {"half a million Syrians", 500000, 500000, "Syrians"},
      {"quarter of a million people", 0, std::nullopt, nullptr},
      {"a quarter of a million people", 250000, 250000, "people"},
      {"a dozen strikes", 12, 12, "strikes"},
      {"two dozen strikes", 24, 24, "strikes"},
      {"half a dozen men", 6, 6, "men"},
      {"four and two others", 4, 4, "and"},
      {"five-year war", 5, 5, "-"},
      {"dozens of shells", 24, std::nullopt, "of"},
      {"several dozen men", 24, std::nullopt, "men"},
      {"several thousand fighters", 3000, std::nullopt, "fighters"},
      {"tens of thousands of people", 20000, std::nullopt, "of"},
      {"hundreds of people", 200, std::nullopt, "of"},
      {"a few men", 3, std::nullopt, "men"},
      {"few men", 0, std::nullopt, nullptr},
      {"half of the city", 0.5, 0.5, "of"},
      {"three-quarters of the area", 0.75, 0.75, "of"},
      {"two thirds of it", 2.0 / 3, 2.0 / 3, "of"},
      {"most of Idlib", 0.5, std::nullopt, "of"},
      {"most people", 0, std::nullopt, nullptr},
      {"half an hour", 0, std::nullopt, nullptr},
      {"4th brigade", 0, std::nullopt, nullptr},
      {"third man", 0, std::nullopt, nullptr},
      {"a woman", 1, 1, "woman"},
  };
  const auto loaded = load_words();
  REQUIRE(loaded);
  const NumberWords& words = *loaded;
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const Document document = plain_document(c.text);
    const Pieces pieces(document);
    const auto number = words.read(pieces.all(), 0);
    REQUIRE(number.has_value() == (c.rest != nullptr));
    if (!number) continue;
    CHECK(number->low == doctest::Approx(c.low));
    CHECK(number->high.has_value() == c.high.has_value());
    if (number->high && c.high) CHECK(*number->high == doctest::Approx(*c.high));
    CHECK(pieces.all()[number->end].lower == lower_ascii(c.rest));
  }
}

TEST_CASE("ordinals are read in digits and words") {
  struct {
    const char* text;
    std::optional<double> value;
  } const cases[] = {{"4th of May", 4},
                     {"twenty-first of May", 21},
                     {"fourth century", 4},
                     {"4 May", {}},
                     {"twenty May", {}}};
  const auto loaded = load_words();
  REQUIRE(loaded);
  const NumberWords& words = *loaded;
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const Document document = plain_document(c.text);
    const Pieces pieces(document);
    const auto number = words.read_ordinal(pieces.all(), 0);
    REQUIRE(number.has_value() == c.value.has_value());
    if (number) CHECK(number->low == *c.value);
  }
}

TEST_CASE("pieces part letters from digits and marks") {
  const Document document = plain_document("Jul 012016Get 20–30 27-year-old ‘Tishrīn’");
  const Pieces pieces(document);
  std::string parts;
  for (const Piece& piece : pieces.all())
    parts += std::string(piece.lower) + (piece.is_dash() ? "~|" : "|");
  CHECK(parts == "jul|012016|get|20|–~|30|27|-~|year|-~|old|‘|tishrīn|’|");
  CHECK(pieces.all()[0].capital);
  CHECK_FALSE(pieces.all()[2].spaced);
}

}  // namespace

}  // namespace relata
