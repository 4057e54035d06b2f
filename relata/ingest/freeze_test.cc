// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/freeze.h"

#include <doctest/doctest.h>

#include "relata/base/hash.h"
#include "relata/ingest/test_tables.h"

using namespace relata;

namespace {

Report frozen(std::string text, std::optional<std::string> title,
              std::optional<std::string> published = std::nullopt) {
  const IngestTables tables = test_tables();
  Received received;
  received.id = "a";
  received.text = std::move(text);
  received.title = std::move(title);
  received.published = std::move(published);
  auto report = freeze(std::move(received), tables.parts(), IngestOptions{});
  REQUIRE(report);
  return std::move(*report);
}

}  // namespace

TEST_CASE("a title that the text does not open with is put in front of it") {
  struct Case {
    const char* text;
    const char* title;
    const char* frozen;
    std::uint32_t title_begin;
  };
  const Case cases[] = {
      {"Two people died.", "Shells fall on market", "Shells fall on market\n\nTwo people died.", 0},
      {"Shells fall on market. Two died.", "Shells fall on market",
       "Shells fall on market. Two died.", 0},
      {"Sun 10 Jul 2016 Shells fall on market. Two died.", " Shells fall on market ",
       "Sun 10 Jul 2016 Shells fall on market. Two died.", 16},
      {"Published July 4 2015 Shells fall on market", "Shells fall on market",
       "Published July 4 2015 Shells fall on market", 22},
      {"Two people died.", "", "Two people died.", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Report report = frozen(c.text, c.title);
    CHECK(report.text == c.frozen);
    CHECK(report.sha256 == sha256_hex(report.text));
    CHECK(report.title.has_value() == (std::string(c.title) != ""));
    if (report.title) {
      CHECK(words_of(report.text, *report.title) == "Shells fall on market");
      CHECK(report.title->begin == c.title_begin);
    }
  }
}

TEST_CASE("the first line is a title if it is short, stands alone and is no sentence") {
  CHECK(words_of("Shells fall\r\n\r\nTwo died.", *title_line("Shells fall\r\n\r\nTwo died.")) ==
        "Shells fall");
  CHECK_FALSE(title_line("Two people died.\n\nThey were brothers."));
  CHECK_FALSE(title_line("Shells fall\nTwo died."));
  CHECK_FALSE(title_line(std::string(400, 'x') + "\n\nTwo died."));
  CHECK_FALSE(title_line(""));
  CHECK_FALSE(title_line("Shells fall"));
}

TEST_CASE("a catalogue's date is used only if it can be read in one way") {
  CHECK(iso_date(*frozen("Two died.", std::nullopt, "2016-12-13 08:00").published) == "2016-12-13");
  const Report doubtful = frozen("Two died.", std::nullopt, "7/10/16");
  CHECK_FALSE(doubtful.published);
  CHECK(doubtful.warnings.at(0) ==
        "published \"7/10/16\" may be day first or month first; not used");
  CHECK(frozen("Two died.", std::nullopt, "soon")
            .warnings.at(0)
            .find("is no date that can be read") != std::string::npos);
}

TEST_CASE("the text's own date outranks the catalogue's") {
  const Report report = frozen("05 Apr 2017 Two died.", std::nullopt, "2017-04-09");
  CHECK(iso_date(*report.anchor()) == "2017-04-05");
}

TEST_CASE("a report without text, or with too much, is an error") {
  const IngestTables tables = test_tables();
  IngestOptions options;
  options.limits.text_bytes = 10;
  Received received;
  received.text = " \n\t";
  CHECK(freeze(received, tables.parts(), options).error().message == "holds no text");
  received.text = std::string(11, 'x');
  CHECK(freeze(received, tables.parts(), options).error().message ==
        "its text is larger than the limit of 10 bytes");
}
