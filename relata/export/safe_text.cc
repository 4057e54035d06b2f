// SPDX-License-Identifier: Apache-2.0
#include "relata/export/safe_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "relata/base/utf8.h"

namespace relata {
namespace {

bool is_space(char32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0x2028 ||
         code == 0x2029;
}

int columns_of(char32_t code) {
  if (code < 0x300) return 1;
  const auto c = static_cast<UChar32>(code);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool right_to_left(char32_t code) {
  if (code < 0x590) return false;
  const auto direction = u_charDirection(static_cast<UChar32>(code));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ||
         direction == U_ARABIC_NUMBER;
}

// The byte at which a word must be cut so that its beginning fits; at least one code point.
std::size_t fitting(std::string_view word, int columns) {
  std::size_t at = 0;
  int used = 0;
  while (at < word.size()) {
    std::size_t next = at;
    used += columns_of(next_code_point(word, next));
    if (used > columns && at > 0) break;
    at = next;
  }
  return at;
}

}  // namespace

bool is_hidden(char32_t code) {
  if (code < 0x80) return code < 0x20 || code == 0x7F;
  if (code <= 0x9F) return true;  // C1 controls
  if (code == 0xAD || code == 0x061C || code == 0x180E)
    return true;  // soft hyphen, Arabic letter mark
  if (code == 0x200B || code == 0x200E || code == 0x200F) return true;
  if (code >= 0x2028 && code <= 0x202E) return true;  // separators, embeddings and overrides
  if (code >= 0x2060 && code <= 0x206F) return true;  // word joiner, isolates, deprecated controls
  if (code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB)) return true;
  if ((code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE)
    return true;                              // no characters at all
  return code >= 0xE0000 && code <= 0xE007F;  // tags
}

std::string shown(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t code = next_code_point(text, at);
    if (is_space(code)) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    if (is_hidden(code)) {
      char mark[16];
      std::snprintf(mark, sizeof mark, "<U+%04X>", static_cast<unsigned>(code));
      out += mark;
    } else {
      out.append(text, here, at - here);
    }
  }
  return out;
}

int columns_of(std::string_view text) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of(next_code_point(text, at));
  return columns;
}

std::string isolated(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (right_to_left(next_code_point(line, at))) {
      return "\u2068" + std::string(line) + "\u2069";
    }
  }
  return std::string(line);
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
  columns = std::max(columns, 8);
  std::vector<std::string> lines;
  std::string line;
  int used = 0;
  const auto flush = [&] {
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    int width = columns_of(word);
    if (used > 0 && used + 1 + width > columns) flush();
    while (width > columns) {
      const std::size_t cut = fitting(word, columns);
      lines.emplace_back(word.substr(0, cut));
      word.remove_prefix(cut);
      width = columns_of(word);
    }
    if (word.empty()) continue;
    if (used > 0) line += ' ', ++used;
    line += word;
    used += width;
  }
  flush();
  return lines;
}

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace relata
