// SPDX-License-Identifier: Apache-2.0
// Table: a reviewed list of knowledge from data/*.tsv. Line 1 is a comment with source and licence; further lines that
// start with '#' are comments; the first other line names the columns; cells are separated by one tab, no quoting.
//
//   RELATA_TRY(Table verbs, Table::parse("say_verbs.tsv", bytes, {"lemma", "stance"}));
//   for (const auto& row : verbs.rows()) row.cell("lemma");
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"

namespace relata {

class Table {
 public:
  class Row {
   public:
    // The cell of a column; the column must be one that parse() was asked for. Missing trailing cells are "".
    [[nodiscard]] std::string_view cell(std::string_view column) const;
    // The cell split at `separator`, spaces trimmed, empty parts dropped.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view column,
                                                     char separator = ',') const;
    // The cell as a number. Error: it is none.
    [[nodiscard]] Result<double> number(std::string_view column) const;
    // "verbs.tsv: line 12", for errors about what a row says.
    [[nodiscard]] std::string where() const;

   private:
    friend class Table;
    const Table* table_ = nullptr;
    std::vector<std::string_view> cells_;
    std::size_t line_ = 0;
  };

  // Reads a table. Errors: no column line, a named column absent, a row with more cells than columns, bad UTF-8.
  static Result<Table> parse(std::string name, std::string bytes,
                             std::initializer_list<std::string_view> columns);

  Table(Table&&) noexcept;
  Table& operator=(Table&&) = delete;

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

 private:
  Table() = default;

  std::string name_;
  std::vector<char>
      bytes_;  // what every string_view of the rows points into: a vector's storage survives a move
  std::vector<std::string_view> columns_;
  std::vector<Row> rows_;
};

}  // namespace relata
