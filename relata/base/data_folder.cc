// SPDX-License-Identifier: Apache-2.0
#include "relata/base/data_folder.h"

namespace relata {

namespace {

constexpr std::uint64_t kTableLimit = 16u << 20;

}  // namespace

Result<Table> DataFolder::table(std::string_view name,
                                std::initializer_list<std::string_view> columns) const {
  const std::string path = root + "/data/" + std::string(name);
  RELATA_TRY(std::string bytes, files->read(path, kTableLimit));
  return Table::parse(path, std::move(bytes), columns);
}

Result<std::unique_ptr<MappedFile>> DataFolder::model(std::string_view name) const {
  return files->map(root + "/models/" + std::string(name));
}

}  // namespace relata
