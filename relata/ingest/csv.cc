// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/csv.h"

#include <algorithm>
#include <array>

namespace relata {

// The bytes of a row are looked at one by one, but more are asked for only at the end of what is held.
Result<char> CsvRows::byte_at(std::size_t at) {
  while (at >= input_.rest().size()) {
    if (at > limits_.record_bytes) {
      return Error{"the row is larger than the limit of " + std::to_string(limits_.record_bytes) +
                   " bytes; perhaps a quote is not closed"};
    }
    RELATA_TRY(const bool more, input_.more());
    if (!more) {
      ended_ = true;
      return '\0';
    }
  }
  return input_.rest()[at];
}

Result<Done> CsvRows::find_separator() {
  constexpr std::array kSeparators = {',', ';', '\t', '|'};
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (std::size_t at = 0;; ++at) {
    RELATA_TRY(const char c, byte_at(at));
    if (ended_ || (!quoted && c == '\n')) break;
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < kSeparators.size() && !quoted; ++i)
      counts[i] += c == kSeparators[i];
  }
  ended_ = false;
  separator_ = kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                                    counts.begin())];
  return Done{};
}

// A quoted cell whose opening quote is at `at`; gives the byte after the closing one.
Result<std::size_t> CsvRows::scan_quoted(std::size_t at, std::string& cell) {
  ++at;
  while (true) {
    RELATA_TRY(const char c, byte_at(at));
    if (ended_) return Error{"a quote is opened and never closed"};
    const std::string_view rest = input_.rest();
    const std::size_t stop = std::min(rest.find_first_of("\"\n", at), rest.size());
    if (stop > at) {
      cell.append(rest.substr(at, stop - at));
      at = stop;
      continue;
    }
    if (c == '\n') ++lines_within_;
    if (c == '"') {
      RELATA_TRY(const char next, byte_at(at + 1));
      if (ended_ || next != '"') return at + 1;
      ++at;
    }
    cell.push_back(c);
    ++at;
  }
}

Result<std::size_t> CsvRows::scan_plain(std::size_t at, std::string& cell) {
  const char stops[] = {separator_, '\n', '\0'};
  while (true) {
    RELATA_TRY([[maybe_unused]] const char c, byte_at(at));
    if (ended_) return at;
    const std::string_view rest = input_.rest();
    const std::size_t stop = std::min(rest.find_first_of(stops, at), rest.size());
    cell.append(rest.substr(at, stop - at));
    at = stop;
    if (stop < rest.size()) return at;
  }
}

Result<CsvRows::Outcome> CsvRows::scan(std::vector<std::string>& cells) {
  std::size_t at = 0;
  while (true) {
    std::string cell;
    RELATA_TRY(const char first, byte_at(at));
    if (ended_ && at == 0) return Outcome::end;
    const bool quoted = !ended_ && first == '"';
    if (quoted) {
      RELATA_TRY(at, scan_quoted(at, cell));
    } else {
      RELATA_TRY(at, scan_plain(at, cell));
    }
    RELATA_TRY(char after, byte_at(at));
    if (!ended_ && after == '\r' && quoted) {
      RELATA_TRY(after, byte_at(++at));
    }
    if (!quoted && cell.ends_with('\r') && (ended_ || after == '\n')) cell.pop_back();
    cells.push_back(std::move(cell));
    if (cells.size() > limits_.columns) {
      return Error{"more than the limit of " + std::to_string(limits_.columns) + " columns"};
    }
    if (ended_) break;
    if (after == '\n') {
      ++at;
      ++line_;
      break;
    }
    if (after != separator_) return Error{"text stands after a closing quote"};
    ++at;
  }
  line_ += lines_within_;
  input_.take(std::min(at, input_.rest().size()));
  return Outcome::row;
}

// Gives up the row: goes on after the next line break.
Result<Done> CsvRows::skip_line() {
  while (true) {
    const std::string_view rest = input_.rest();
    const std::size_t end = rest.find('\n');
    input_.take(end == rest.npos ? rest.size() : end + 1);
    if (end != rest.npos) {
      ++line_;
      return Done{};
    }
    RELATA_TRY(const bool more, input_.more());
    if (!more) return Done{};
  }
}

Result<std::optional<std::vector<std::string>>> CsvRows::next() {
  using Row = std::optional<std::vector<std::string>>;
  if (separator_ == '\0') {
    RELATA_TRY([[maybe_unused]] const Done found, find_separator());
  }
  while (true) {
    std::vector<std::string> cells;
    ended_ = false;
    lines_within_ = 0;
    row_line_ = line_;
    const auto outcome = scan(cells);
    if (!outcome) {
      RELATA_TRY([[maybe_unused]] const Done skipped, skip_line());
      return outcome.error();
    }
    if (*outcome == Outcome::end) return Row();
    const bool empty = cells.size() == 1 && cells[0].empty();
    if (!empty) return Row(std::move(cells));
  }
}

}  // namespace relata
