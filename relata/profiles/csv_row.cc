// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/csv_row.h"

#include <algorithm>
#include <charconv>

#include "relata/export/safe_text.h"

namespace relata {
namespace {

// Plain ASCII that needs neither showing nor, apart from quotes and commas, any care.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; }) &&
         text.find("  ") == std::string_view::npos;
}

bool looks_like_formula(std::string_view text) {
  const std::size_t at = text.find_first_not_of(' ');
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at);
  if (std::string_view("=+-@").find(text.front()) != std::string_view::npos) return true;
  // ＝ ＋ － ＠, which some spreadsheets read alike, and − U+2212.
  for (const std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\u2212"}) {
    if (text.starts_with(wide)) return true;
  }
  return false;
}

void append_cell(std::string& out, std::string_view text, bool guarded) {
  if (!guarded && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  if (guarded) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

CsvRow& CsvRow::text(std::string_view text) {
  separate();
  // A tab or CR at the beginning is gone once shown, but not what it may hide.
  const bool begins_with_control =
      !text.empty() && (text.front() == '\t' || text.front() == '\r' || text.front() == '\n');
  if (is_plain(text)) {
    append_cell(out_, text, looks_like_formula(text));
  } else {
    const std::string safe = shown(text);
    append_cell(out_, safe, begins_with_control || looks_like_formula(safe));
  }
  return *this;
}

CsvRow& CsvRow::integer(std::int64_t value) {
  separate();
  append_digits(out_, value);
  return *this;
}

CsvRow& CsvRow::number(double value) {
  separate();
  append_digits(out_, value);
  return *this;
}

CsvRow& CsvRow::empty() {
  separate();
  return *this;
}

void CsvRow::end() { out_ += "\r\n"; }

void CsvRow::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

void append_digits(std::string& out, std::int64_t value) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_digits(std::string& out, double value) {
  char digits[512];  // the longest double without an exponent
  out.append(digits,
             std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr);
}

}  // namespace relata
