// SPDX-License-Identifier: Apache-2.0
// CsvRows: a stream of comma-separated values, row by row (RFC 4180: quotes, doubled quotes, line breaks within quotes;
// CRLF and LF). The separator (comma, semicolon, tab or bar) is the one that the first row has most of, outside quotes.
// A row that breaks the rules is an Error with its line; reading goes on at the next line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/ingest/input_buffer.h"
#include "relata/ingest/limits.h"

namespace relata {

class CsvRows {
 public:
  CsvRows(InputBuffer input, const Limits& limits) : input_(std::move(input)), limits_(limits) {}

  // The cells of the next row that is not empty; nothing at the end. Errors say what is wrong; line() says where.
  Result<std::optional<std::vector<std::string>>> next();
  // The line on which the row given last began; the first is 1.
  [[nodiscard]] std::uint64_t line() const { return row_line_; }
  [[nodiscard]] std::uint64_t bytes_read() const { return input_.bytes_read(); }

 private:
  enum class Outcome : std::uint8_t { row, end };
  Result<char> byte_at(std::size_t at);  // '\0' past the end, where ended_ is set
  Result<Done> find_separator();
  Result<Outcome> scan(std::vector<std::string>& cells);
  Result<std::size_t> scan_quoted(std::size_t at, std::string& cell);
  Result<std::size_t> scan_plain(std::size_t at, std::string& cell);
  Result<Done> skip_line();

  InputBuffer input_;
  const Limits& limits_;
  char separator_ = '\0';
  bool ended_ = false;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  std::uint64_t lines_within_ = 0;  // line breaks within the row's quotes
};

}  // namespace relata
