// SPDX-License-Identifier: Apache-2.0
// For tests: the tables of the source tree, loaded once by each test that asks.
#pragma once

#include "relata/ingest/tables.h"

namespace relata {

inline IngestTables test_tables() {
  const auto files = real_files();
  auto tables = load_ingest_tables(DataFolder{files.get(), RELATA_SOURCE_DIR});
  if (!tables) std::fprintf(stderr, "%s\n", tables.error().message.c_str());
  RELATA_CHECK(static_cast<bool>(tables));
  return std::move(*tables);
}

}  // namespace relata
