// SPDX-License-Identifier: Apache-2.0
// Which column of a table, or member of a JSON object, is the text, the title, and so on: by the names in
// data/input_columns.tsv or by what the caller says. Everything that is none of them is an extra and is kept.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/ingest/freeze.h"

namespace relata {

enum class Field : std::uint8_t { text, title, url, publisher, published, id };
[[nodiscard]] std::string_view name_of(Field);

class FieldChooser {
 public:
  FieldChooser(const std::vector<ColumnName>& known,
               const std::map<std::string, std::string>& told);

  // For each name the field that it is. No field is given twice: the name that stands first in the list of names wins.
  [[nodiscard]] std::vector<std::optional<Field>> choose(
      const std::vector<std::string>& names) const;

 private:
  struct Choice {
    Field field;
    std::size_t rank;
  };
  NameMap<Choice> choices_;
};

// Puts one value where it belongs.
void put(Received& received, std::optional<Field> field, std::string_view name, std::string value);

}  // namespace relata
