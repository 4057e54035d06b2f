// SPDX-License-Identifier: Apache-2.0
// Readers of files that hold many reports: CSV, and JSON (Lines, one array, or objects one after the other). A record without
// an id of its own is called NAME:N, the N-th record of the file. Errors name the file and the line.
#pragma once

#include <memory>
#include <string>

#include "relata/ingest/input_buffer.h"
#include "relata/ingest/tables.h"

namespace relata {

// What a reader of records is told of its file. The options and tables must outlive it.
struct RecordSource {
  std::string where;  // for errors: the path, or "standard input"
  std::string name;   // for ids: the file's name without ending
  const IngestTables::Parts& tables;
  const IngestOptions& options;
};

[[nodiscard]] std::unique_ptr<ReportReader> read_csv(InputBuffer input, RecordSource source);
[[nodiscard]] std::unique_ptr<ReportReader> read_json(InputBuffer input, bool lines,
                                                      RecordSource source);

}  // namespace relata
