// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/characters.h"

#include <array>

#include "relata/base/utf8.h"

namespace relata {

namespace {

bool forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0D)) || byte == 0x7F;
}

bool bidi_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The byte that windows-1252 writes for a code point, or -1. Its C1 controls are what browsers make of the unassigned bytes.
int byte_in_1252(char32_t c) {
  if (c < 0x100) return static_cast<int>(c);
  static constexpr std::array<char32_t, 32> kHigh = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  for (std::size_t i = 0; i < kHigh.size(); ++i) {
    if (kHigh[i] == c) return static_cast<int>(0x80 + i);
  }
  return -1;
}

// How many bytes the UTF-8 of the misread character had that `lead` began, or 0 if text in a Latin script may well hold
// `lead` and `next` side by side: "é »" is good French.
int misread_length(int lead, int next) {
  const bool latin_greek_cyrillic_semitic = (lead >= 0xC2 && lead <= 0xC5) || lead == 0xCE ||
                                            lead == 0xCF || lead == 0xD0 || lead == 0xD1 ||
                                            (lead >= 0xD7 && lead <= 0xDB);
  if (latin_greek_cyrillic_semitic) return 2;
  if (lead == 0xE2 && next != 0xA0) return 3;                    // punctuation: "â€™"
  if (lead == 0xEF && (next == 0xBB || next == 0xBF)) return 3;  // "ï»¿", "ï¿½"
  if (lead == 0xF0 && next == 0x9F) return 4;                    // emoji
  return 0;
}

// The length of a UTF-8 sequence written as windows-1252 at `at`, or 0; `end` is set to the byte after it.
int misread_sequence(std::string_view text, std::size_t at, std::size_t& end) {
  const int lead = byte_in_1252(next_code_point(text, at));
  std::size_t after = at;
  const int length = misread_length(lead, byte_in_1252(next_code_point(text, after)));
  for (int i = 1; i < length; ++i) {
    if (at >= text.size()) return 0;
    const int byte = byte_in_1252(next_code_point(text, at));
    if (byte < 0x80 || byte > 0xBF) return 0;
  }
  end = at;
  return length;
}

struct Findings {
  std::size_t bidi = 0;
  std::size_t replaced = 0;  // U+FFFD that came with the text
};

Findings look(std::string_view text) {
  Findings found;
  for (std::size_t at = text.find_first_of("\xE2\xEF"); at != text.npos;
       at = text.find_first_of("\xE2\xEF", at)) {
    const char32_t c = next_code_point(text, at);
    found.bidi += bidi_control(c);
    found.replaced += c == 0xFFFD;
  }
  return found;
}

Result<Done> replace_controls(std::string& text, std::vector<std::string>& warnings) {
  std::size_t count = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (forbidden(text[i]) && count++ == 0) first = i;
  }
  if (count == 0) return Done{};
  if (count > 8 && count > text.size() / 100) {
    return Error{"is not text: " + std::to_string(count) + " of " + std::to_string(text.size()) +
                 " bytes are control characters"};
  }
  std::string clean;
  clean.reserve(text.size() + 2 * count);
  for (const char c : text) {
    if (forbidden(c)) {
      clean.append("\xEF\xBF\xBD");
    } else {
      clean.push_back(c);
    }
  }
  text = std::move(clean);
  warnings.push_back(std::to_string(count) +
                     " control characters were replaced by U+FFFD, the first at byte " +
                     std::to_string(first));
  return Done{};
}

}  // namespace

std::string find_mojibake(std::string_view text) {
  // One sequence of three or four is proof enough; of two ("Ã©") it takes two, or one with a symbol no word is written with.
  std::size_t score = 0;
  std::string example;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // All windows-1252 characters that can lead are U+00C2 to U+00F0, so in UTF-8 they begin with C3.
    if (byte != 0xC3) {
      ++at;
      continue;
    }
    std::size_t end = at;
    const int length = misread_sequence(text, at, end);
    if (length == 0) {
      at += 2;
      continue;
    }
    if (example.empty()) example = text.substr(at, end - at);
    score += length > 2 ? 2 : 1;
    if (score >= 2) return example;
    at = end;
  }
  return "";
}

Result<Done> check_characters(std::string& text, std::vector<std::string>& warnings,
                              bool repaired) {
  const Findings found = look(text);
  RELATA_TRY([[maybe_unused]] Done replaced, replace_controls(text, warnings));
  if (found.bidi > 0) {
    warnings.push_back(std::to_string(found.bidi) +
                       " characters change the direction of writing (U+202A to U+202E, U+2066 to "
                       "U+2069): what is shown may not be what is written");
  }
  if (found.replaced > 0 && !repaired) {
    warnings.push_back(
        std::to_string(found.replaced) +
        " replacement characters (U+FFFD): the text was damaged before it came here");
  }
  if (const std::string example = find_mojibake(text); !example.empty()) {
    warnings.push_back("looks like mojibake: UTF-8 that was read as windows-1252, as in \"" +
                       example + "\"; kept as it is");
  }
  return Done{};
}

}  // namespace relata
