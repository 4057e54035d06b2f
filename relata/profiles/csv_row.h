// SPDX-License-Identifier: Apache-2.0
// CsvRow: appends one row of CSV (RFC 4180, lines end with CR LF) cell by cell.
//
//   CsvRow row(out);
//   row.text("al-Fardous").number(37.1).integer(12).empty();
//   row.end();
//
// Text that a spreadsheet would take for a formula (= + - @ tab CR, their wide forms, also after spaces) gets an apostrophe
// before it. Text stands on one line with hidden marks shown (export/safe_text.h). Numbers are written as numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace relata {

class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}

  CsvRow& text(std::string_view text);
  CsvRow& integer(std::int64_t value);
  // The shortest digits that give the same double back, without an exponent.
  CsvRow& number(double value);
  CsvRow& number(const std::optional<double>& value) { return value ? number(*value) : empty(); }
  CsvRow& empty();
  void end();

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

// Appends a whole number, and a number as CsvRow::number() writes it.
void append_digits(std::string& out, std::int64_t value);
void append_digits(std::string& out, double value);

}  // namespace relata
