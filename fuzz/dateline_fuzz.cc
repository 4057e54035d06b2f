// SPDX-License-Identifier: Apache-2.0
// A text to a report, with its title before a line break, if there is one: datelines, titles and credits lie within the text.
#include "fuzz/ingest_tables.h"
#include "relata/ingest/date_scan.h"
#include "relata/ingest/freeze.h"

using namespace relata;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(view_of(data, size));
  if (first_bad_utf8(text) || text.find('\0') != std::string::npos) return 0;
  Received received;
  received.id = "x";
  received.text = text;
  received.published = text.substr(0, text.find('\n'));
  if (first_bad_utf8(*received.published)) received.published.reset();
  received.first_line_may_be_title = true;
  if (const auto report = freeze(received, fuzz_tables(), IngestOptions{}))
    check_report(report.value());
  const std::size_t line = text.find('\n');
  if (line != std::string::npos) {
    received.title = text.substr(0, line);
    received.text = text.substr(line + 1);
    if (const auto report = freeze(received, fuzz_tables(), IngestOptions{}))
      check_report(report.value());
  }
  for (std::size_t at = 0; at < std::min<std::size_t>(text.size(), 200); ++at) {
    const auto match = match_date(text, at, fuzz_tables().dates,
                                  DateContext{DateOrder::unstated, make_date(2016, 12, 13)});
    if (match)
      RELATA_CHECK(match->begin == at && match->end > at && match->end <= match->after_time &&
                   match->after_time <= text.size());
  }
  return 0;
}
