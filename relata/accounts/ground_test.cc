// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/ground.h"

#include <doctest/doctest.h>

namespace relata {
namespace {

struct Case {
  std::string_view text;  // one sentence, or two
  EventType type;
  std::string_view trigger, evidence, place;
  Ground expected;
};

Span span_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  REQUIRE(at != std::string_view::npos);
  return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

GroundWords shipped_words() {
  const auto files = real_files();
  auto words = GroundWords::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(words);
  return *std::move(words);
}

constexpr Case kCases[] = {
    {"Troops captured Tal Ahmar.", EventType::capture, "captured", "Troops captured Tal Ahmar",
     "Tal Ahmar", Ground::unsaid},
    {"Troops took full control of Tal Ahmar.", EventType::capture, "took full control",
     "Troops took full control of Tal Ahmar", "Tal Ahmar", Ground::whole},
    {"Troops captured the town of Tal Ahmar.", EventType::capture, "captured",
     "Troops captured the town of Tal Ahmar", "Tal Ahmar", Ground::unsaid},
    {"Troops captured most of Tal Ahmar.", EventType::capture, "captured",
     "Troops captured most of Tal Ahmar", "Tal Ahmar", Ground::part},
    {"Troops captured a bakery in Tal Ahmar.", EventType::capture, "captured",
     "Troops captured a bakery in Tal Ahmar", "Tal Ahmar", Ground::part},
    {"Troops captured a bakery near Tal Ahmar.", EventType::capture, "captured",
     "Troops captured a bakery near Tal Ahmar", "Tal Ahmar", Ground::beside},
    {"Troops took a ridge which overlooks Tal Ahmar.", EventType::capture, "took",
     "Troops took a ridge which overlooks Tal Ahmar", "Tal Ahmar", Ground::beside},
    {"Troops failed to capture Tal Ahmar.", EventType::capture, "capture",
     "Troops failed to capture Tal Ahmar", "Tal Ahmar", Ground::none},
    {"In Tal Ahmar troops captured two streets.", EventType::capture, "captured",
     "In Tal Ahmar troops captured two streets", "Tal Ahmar", Ground::part},
    {"Tal Ahmar was captured by troops.", EventType::capture, "captured",
     "Tal Ahmar was captured by troops", "Tal Ahmar", Ground::unsaid},
    {"Parts of Tal Ahmar were captured.", EventType::capture, "captured",
     "Parts of Tal Ahmar were captured", "Tal Ahmar", Ground::part},
    {"Troops entered Tal Ahmar.", EventType::offensive, "entered", "Troops entered Tal Ahmar",
     "Tal Ahmar", Ground::part},
    {"Troops advanced into Tal Ahmar.", EventType::offensive, "advanced",
     "Troops advanced into Tal Ahmar", "Tal Ahmar", Ground::part},
    {"Troops advanced towards Tal Ahmar.", EventType::offensive, "advanced",
     "Troops advanced towards Tal Ahmar", "Tal Ahmar", Ground::none},
    {"Troops launched an offensive on Tal Ahmar.", EventType::offensive, "offensive",
     "Troops launched an offensive on Tal Ahmar", "Tal Ahmar", Ground::unsaid},
    {"Troops stormed Tal Ahmar, but were repelled.", EventType::offensive, "stormed",
     "Troops stormed Tal Ahmar", "Tal Ahmar", Ground::none},
    {"Troops attempted to advance in Tal Ahmar.", EventType::offensive, "attempted to advance",
     "Troops attempted to advance in Tal Ahmar", "Tal Ahmar", Ground::none},
    {"Fighters repelled an attack on Tal Ahmar.", EventType::clash, "repelled",
     "Fighters repelled an attack on Tal Ahmar", "Tal Ahmar", Ground::kept},
    {"Fighters retained control of Tal Ahmar.", EventType::holding, "retained control",
     "Fighters retained control of Tal Ahmar", "Tal Ahmar", Ground::kept},
    {"Some fighters withdrew from Tal Ahmar.", EventType::withdrawal, "withdrew",
     "Some fighters withdrew from Tal Ahmar", "Tal Ahmar", Ground::part},
    {"Fighters withdrew from Tal Ahmar.", EventType::withdrawal, "withdrew",
     "Fighters withdrew from Tal Ahmar", "Tal Ahmar", Ground::unsaid},
};

TEST_CASE("the words of a claim tell how far its doer got at a place") {
  const GroundWords words = shipped_words();
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const GroundClaim claim{c.type, span_of(c.text, c.trigger), span_of(c.text, c.evidence)};
    CHECK(name_of(ground_of(c.text, claim, span_of(c.text, c.place), nullptr, words)) ==
          name_of(c.expected));
  }
}

TEST_CASE(
    "what is said of the first of a list holds for the others, until something else is said") {
  const GroundWords words = shipped_words();
  constexpr std::string_view kText =
      "Troops captured parts of Tal Ahmar and Ras Amud, as well as Wadi Lawz.";
  const GroundClaim claim{EventType::capture, span_of(kText, "captured"),
                          span_of(kText, kText.substr(0, kText.size() - 1))};
  const GroundBefore first{span_of(kText, "Tal Ahmar"), Ground::part};
  CHECK(ground_of(kText, claim, span_of(kText, "Ras Amud"), &first, words) == Ground::part);
  const GroundBefore second{span_of(kText, "Ras Amud"), Ground::part};
  CHECK(ground_of(kText, claim, span_of(kText, "Wadi Lawz"), &second, words) == Ground::unsaid);
}

TEST_CASE("names of grounds go both ways") {
  for (const Ground ground :
       {Ground::unsaid, Ground::whole, Ground::part, Ground::none, Ground::kept, Ground::beside})
    CHECK(ground_named(name_of(ground)) == ground);
  CHECK(!ground_named("half"));
}

}  // namespace
}  // namespace relata
