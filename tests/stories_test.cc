// SPDX-License-Identifier: Apache-2.0
// Every story of tests/stories through the whole pipeline; stories/README.md has their format.
#include <doctest/doctest.h>

#include "relata/export/form.h"
#include "relata/pipeline.h"
#include "tests/stories/story.h"

using namespace relata;
using namespace relata::stories;

namespace {

constexpr std::uint64_t kLongestStory = 1U << 20;

std::string folder() { return std::string(RELATA_SOURCE_DIR) + "/tests/stories"; }

}  // namespace

TEST_CASE("every story is read as its lines say") {
  const auto files = real_files();
  const auto models = load_models(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE_MESSAGE(models, (models ? "" : models.error().message));
  const auto entries = files->list(folder());
  REQUIRE(entries);
  std::size_t told = 0;
  for (const FileEntry& entry : *entries) {
    if (!entry.path.ends_with(".story")) continue;
    ++told;
    const auto text = files->read(entry.path, kLongestStory);
    REQUIRE(text);
    const std::string name = entry.path.substr(entry.path.rfind('/') + 1);
    const auto story = parse_story(name, *text);
    REQUIRE_MESSAGE(story, name << ": " << (story ? "" : story.error().message));
    const Annotated annotated = read(story->report, *models);
    bool all = true;
    for (const Line& line : story->lines) {
      const auto why = unmet(line, annotated.reading, story->report.text);
      all = all && !why;
      CHECK_MESSAGE(!why, name << ": " << why.value_or(""));
    }
    if (all) continue;
    std::string reading;
    write({story->report, annotated.document, annotated.reading}, {.columns = 110}, 0, reading);
    MESSAGE(name << " is read as:\n" << reading);
  }
  CHECK(told >= 12);
}

TEST_CASE("a story that says nothing is an error") {
  for (const std::string_view bad :
       {"", "\nTroops left.\n", "\nTroops left.\n----\n", "\n\n----\nwithdrawal\n",
        "\nTroops left.\n----\nleaving | x\n", "day: 1\n\nTroops left.\n----\nwithdrawal\n"}) {
    CAPTURE(bad);
    CHECK(!parse_story("bad", bad));
  }
}

TEST_CASE("lines are met by the claims that they describe, and by no others") {
  const auto story = parse_story("made",
                                 "title: A\npublished: 2030-06-04\n\nTroops captured "
                                 "al-Fardous.\n----\nno capture\ncapture | al-Fardous\n");
  REQUIRE(story);
  CHECK(story->report.text == "A\n\nTroops captured al-Fardous.\n");
  Reading reading;
  reading.telling.voices = {{"Radio Saffron", VoiceKind::broadcaster, Side::unknown, {}},
                            {"Lina Marrowfield", VoiceKind::medic, Side::opposition, {}}};
  Claim claim;
  claim.id = 1;
  claim.type = EventType::capture;
  claim.trigger = {10, 18};
  claim.by = {{{3, 9}, "Syrian army", 0, {}}};
  claim.to = {{{3, 9}, "residents", 0, VictimClass::civilians}};
  claim.where = {{{19, 29}, "al-Fardous", "Aleppo, Syria", {}}};
  claim.when = When{{}, {*make_date(2030, 6, 3), *make_date(2030, 6, 4)}};
  claim.counts = {{{3, 9}, CountOf::killed, "civilians", 70.0, {}}};
  claim.chains = {{{0, {}}, {1, {}}}};
  reading.claims = {claim};
  struct {
    std::string_view line;
    bool met;
  } const cases[] = {
      {"capture", true},
      {"withdrawal", false},
      {"no withdrawal", true},
      {"no capture", false},
      {"capture | al-Fardous", true},
      {"capture | Aleppo", true},
      {"capture | Homs", false},
      {"capture | by army", true},
      {"capture | by rebels", false},
      {"capture | to civilians", true},
      {"capture | asserted", true},
      {"capture | denied", false},
      {"capture | told by Saffron > Marrowfield", true},
      {"capture | told by Marrowfield", false},
      {"capture | told by the report", false},
      {"capture | from 2030-06-03 to 2030-06-04", true},
      {"capture | on 2030-06-03", false},
      {"capture | no day", false},
      {"capture | at least 70 killed civilians", true},
      {"capture | 70 killed", false},
      {"capture | at least 70 injured", false},
      {"capture | words \"captured\"", true},
      {"capture | words \"took\"", false},
      {"voice Marrowfield | medic | opposition", true},
      {"voice Marrowfield | resident", false},
      {"same_event | capture | capture", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const auto one =
        parse_story("made", "\nTroops captured al-Fardous.\n----\n" + std::string(c.line) + "\n");
    REQUIRE(one);
    CHECK(!unmet(one->lines.front(), reading, "A\n\nTroops captured al-Fardous.\n") == c.met);
  }
}
