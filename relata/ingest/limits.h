// SPDX-License-Identifier: Apache-2.0
// Limits: what a reader of outside bytes refuses to go beyond. Whatever exceeds one is an Error
// that names the file, the limit and its value; nothing is cut off silently. Streams (JSON Lines,
// CSV) have no limit on the whole, only on a record.
#pragma once

#include <cstdint>

namespace relata {

struct Limits {
  std::uint64_t file_bytes =
      64u << 20;  // a plain text, HTML or PDF file, or a JSON document that is no stream
  std::uint64_t record_bytes =
      16u << 20;  // one row of CSV, one line of JSON Lines, one element of a JSON array
  std::uint64_t text_bytes = 16u << 20;    // the frozen text of one report
  std::uint64_t records = 10'000'000'000;  // records of one stream
  std::uint32_t columns = 1024;            // columns of a CSV table, members of a JSON object
  std::uint32_t json_depth = 64;           // nesting of one JSON value
  std::uint32_t html_depth = 2048;         // nesting of open elements
  std::uint32_t html_elements = 2'000'000;
  std::uint32_t html_attributes = 4096;  // attributes of one tag: the parser is quadratic in them
  std::uint32_t folder_depth = 64;
  std::uint64_t folder_entries = 1'000'000;  // entries of one folder
  std::uint32_t seconds = 20;                // of work on one file that is read whole
  std::uint32_t pdf_cpu_seconds = 20;        // of the child process that reads a PDF
  std::uint64_t pdf_memory_bytes = 1u << 30;
};

}  // namespace relata
