// SPDX-License-Identifier: Apache-2.0
// A web page to a report: whatever the bytes, an error or a report that keeps its promises.
#include "fuzz/ingest_tables.h"
#include "relata/ingest/html_page.h"

using namespace relata;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const IngestOptions options = fuzz_options();
  auto page = read_html(std::string(view_of(data, size)), fuzz_tables(), options);
  if (!page) return 0;
  page->id = "x";
  const auto report = freeze(std::move(*page), fuzz_tables(), options);
  if (report) check_report(report.value());
  return 0;
}
