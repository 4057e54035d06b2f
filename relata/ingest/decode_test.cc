// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/decode.h"

#include <doctest/doctest.h>

#include "relata/ingest/characters.h"
#include "relata/ingest/test_tables.h"

using namespace relata;
using namespace std::literals;

namespace {

const std::string kUtf16 = "\xFF\xFEH\0o\0m\0s\0"s;

bool any_starts(const std::vector<std::string>& warnings, std::string_view start) {
  for (const std::string& warning : warnings) {
    if (warning.find(start) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("bytes of known encodings come out as UTF-8, with the warning that each deserves") {
  const IngestTables tables = test_tables();
  struct Case {
    std::string bytes;
    EncodingHints hints;
    std::string text;
    std::string warning;  // a part of the first one; "" = none
  };
  const Case cases[] = {
      {"Salāḥ al-Dīn", {}, "Salāḥ al-Dīn", ""},
      {"\xEF\xBB\xBFHoms", {}, "Homs", ""},
      {kUtf16, {}, "Homs", ""},
      {"\xFE\xFF\0H\0o\0m\0s"s, {}, "Homs", ""},
      {"\xFF\xFE\0\0H\0\0\0o\0\0\0"s, {}, "Ho", ""},
      {"T\0w\0e\0l\0v\0e\0 \0d\0e\0a\0d\0"s, {}, "Twelve dead", ""},
      {"caf\xE9", {std::nullopt, "iso-8859-1"}, "café", ""},
      {"\x93quoted\x94", {std::nullopt, "ISO-8859-1"}, "“quoted”", ""},
      {"\xC8\xE3\xD5", {"windows-1256", std::nullopt}, "بمص", ""},
      {"café",
       {std::nullopt, "windows-1252"},
       "café",
       "declares the encoding windows-1252 but is UTF-8"},
      {"caf\xE9 of many words in plain English, which the people of the town liked",
       {},
       "café of many words in plain English, which the people of the town liked",
       "the encoding is a guess"},
      {"na\xC3\xAFve caf\xC3\xA9 \xE2\x80\x99 \xC3\xA9 \xFF end",
       {},
       "naïve café ’ é \xEF\xBF\xBD end",
       "damaged UTF-8: 1 bytes"},
      {"a\x01"
       "b",
       {},
       "a\xEF\xBF\xBD"
       "b",
       "1 control characters were replaced"},
      {"The caf\xE9 of the old town was hit by two shells.",
       {std::nullopt, "no-such-thing"},
       "The café of the old town was hit by two shells.",
       "declares the encoding no-such-thing"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto decoded = decode(c.bytes, c.hints, tables.parts());
    REQUIRE(decoded);
    CHECK(decoded.value().text == c.text);
    if (c.warning.empty()) {
      CHECK(decoded.value().warnings.empty());
    } else {
      CHECK(any_starts(decoded.value().warnings, c.warning));
    }
  }
}

TEST_CASE("what is no text is an error that says what it is") {
  const IngestTables tables = test_tables();
  const auto message = [&](std::string bytes, EncodingHints hints = {}) {
    const auto decoded = decode(std::move(bytes), hints, tables.parts());
    return decoded ? std::string() : decoded.error().message;
  };
  CHECK(message("PK\x03\x04rest").find("is a zip archive") == 0);
  CHECK(message("\x89PNG\r\n\x1A\n").find("is a PNG image") == 0);
  CHECK(message(std::string(200, '\x02')).find("is not text: 200 of 200 bytes are control") == 0);
  CHECK(message("x", {"klingon", std::nullopt}) == "the encoding klingon is not known");
}

TEST_CASE("mojibake is found, and honest text is not taken for it") {
  const char* misread[] = {"The armyâ€™s advance", "cafÃ© and naÃ¯ve", "Ø§Ù„Ù…Ø¯ÙŠÙ†Ø©",
                           "ÐœÐ¾ÑÐºÐ²Ð°"};
  for (const char* text : misread) {
    CAPTURE(text);
    CHECK_FALSE(find_mojibake(text).empty());
  }
  const char* honest[] = {"café « abandonné » là", "Æsir und Ärger, Öl über Åland", "المدينة",
                          "São Tomé, IRMÃO", "“CAFÉ”"};
  for (const char* text : honest) {
    CAPTURE(text);
    CHECK(find_mojibake(text).empty());
  }
}

TEST_CASE("characters that change the direction of writing are told of and kept") {
  std::string text =
      "abc \xE2\x80\xAE"
      "def";
  std::vector<std::string> warnings;
  REQUIRE(check_characters(text, warnings, false));
  CHECK(text ==
        "abc \xE2\x80\xAE"
        "def");
  CHECK(any_starts(warnings, "1 characters change the direction"));
}
