// SPDX-License-Identifier: Apache-2.0
#include "relata/base/table.h"

#include <algorithm>
#include <charconv>

#include "relata/base/utf8.h"

namespace relata {

namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = line.find(separator);
    parts.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \r") - begin + 1);
}

}  // namespace

std::string_view Table::Row::cell(std::string_view column) const {
  const auto& columns = table_->columns_;
  const auto at = std::find(columns.begin(), columns.end(), column);
  RELATA_CHECK(at != columns.end());
  const auto index = static_cast<std::size_t>(at - columns.begin());
  return index < cells_.size() ? cells_[index] : std::string_view();
}

std::vector<std::string_view> Table::Row::list(std::string_view column, char separator) const {
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(cell(column), separator)) {
    if (const auto kept = trim(part); !kept.empty()) parts.push_back(kept);
  }
  return parts;
}

Result<double> Table::Row::number(std::string_view column) const {
  const std::string_view digits = cell(column);
  double value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc() || end != digits.data() + digits.size())
    return Error{where() + ": " + std::string(column) + " is no number: " + std::string(digits)};
  return value;
}

std::string Table::Row::where() const { return table_->name_ + ": line " + std::to_string(line_); }

Table::Table(Table&& other) noexcept
    : name_(std::move(other.name_)),
      bytes_(std::move(other.bytes_)),
      columns_(std::move(other.columns_)),
      rows_(std::move(other.rows_)) {
  for (Row& row : rows_) row.table_ = this;
}

Result<Table> Table::parse(std::string name, std::string bytes,
                           std::initializer_list<std::string_view> columns) {
  if (const auto bad = first_bad_utf8(bytes)) {
    return Error{name + ": byte " + std::to_string(*bad) + " is not UTF-8"};
  }
  Table table;
  table.name_ = std::move(name);
  table.bytes_.assign(bytes.begin(), bytes.end());
  std::size_t number = 0;
  for (std::string_view line : split({table.bytes_.data(), table.bytes_.size()}, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    if (table.columns_.empty()) {
      table.columns_ = split(line, '\t');
      continue;
    }
    Row row;
    row.table_ = &table;
    row.cells_ = split(line, '\t');
    row.line_ = number;
    if (row.cells_.size() > table.columns_.size()) {
      return Error{row.where() + ": more cells than columns"};
    }
    table.rows_.push_back(std::move(row));
  }
  if (table.columns_.empty()) return Error{table.name_ + ": no line names the columns"};
  for (const std::string_view column : columns) {
    if (std::find(table.columns_.begin(), table.columns_.end(), column) == table.columns_.end()) {
      return Error{table.name_ + ": no column " + std::string(column)};
    }
  }
  return table;
}

}  // namespace relata
