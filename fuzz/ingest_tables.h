// SPDX-License-Identifier: Apache-2.0
// The tables of the source tree and the limits that keep a fuzzer fast.
#pragma once

#include "fuzz/fuzz_input.h"
#include "relata/ingest/tables.h"

namespace relata {

inline const IngestTables::Parts& fuzz_tables() {
  static const IngestTables tables = [] {
    const auto files = real_files();
    auto loaded = load_ingest_tables(DataFolder{files.get(), RELATA_SOURCE_DIR});
    RELATA_CHECK(static_cast<bool>(loaded));
    return std::move(*loaded);
  }();
  return tables.parts();
}

inline IngestOptions fuzz_options() {
  IngestOptions options;
  options.limits.record_bytes = 4096;
  options.limits.columns = 64;
  options.limits.html_depth = 128;
  return options;
}

inline void check_report(const Report& report) {
  RELATA_CHECK(!report.text.empty() && !first_bad_utf8(report.text));
  RELATA_CHECK(report.text.find('\0') == std::string::npos);
  check_span(report.text, report.title);
  check_span(report.text, report.dateline.place_span);
  check_span(report.text, report.dateline.date_span);
  check_span(report.text, report.dateline.credit_span);
}

}  // namespace relata
