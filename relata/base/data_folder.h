// SPDX-License-Identifier: Apache-2.0
// DataFolder: where the reviewed tables (data/*.tsv) and the trained weights (models/*.bin) are read from.
// Each stage has a `load(const DataFolder&)` for what it knows; nothing is read after that.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "relata/base/env.h"
#include "relata/base/table.h"

namespace relata {

struct DataFolder {
  const Files* files = nullptr;
  std::string root;  // holds data/ and models/

  // data/NAME as a table with at least these columns.
  [[nodiscard]] Result<Table> table(std::string_view name,
                                    std::initializer_list<std::string_view> columns) const;
  // models/NAME, mapped.
  [[nodiscard]] Result<std::unique_ptr<MappedFile>> model(std::string_view name) const;
};

}  // namespace relata
