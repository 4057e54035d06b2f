// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/model_in_memory.h"

namespace relata {

ModelFile model_in_memory(const ModelWriter& writer) {
  const auto files = files_in_memory({{"model", writer.finish()}});
  auto bytes = files->map("model");
  RELATA_CHECK(bytes);
  auto file = ModelFile::open(std::move(bytes).value());
  RELATA_CHECK(file);
  return std::move(file).value();
}

}  // namespace relata
