// SPDX-License-Identifier: Apache-2.0
// A report as a casebook keeps it: one line of JSON with what is known of it, the frozen text, the bytes it came in.
//
//   record   = header "\n" text received
//   header   = {"form":"relata report 1","doc":…,"format":…,"text_bytes":…,"text_sha256":…,"received_bytes":…,
//               "received_sha256":…,"extractor":…,"published":…,"publisher":…,"url":…,"title":…,"dateline":…,"extra":…,"warnings":…}
//   text     = text_bytes bytes of UTF-8
//   received = received_bytes bytes; none if received_bytes is null: it came as the text is
//
// Spans in the header are code points of the text. docs/formats/casebook.md tells the whole.
#pragma once

#include <string>
#include <string_view>

#include "relata/accounts/report_id.h"
#include "relata/base/result.h"
#include "relata/ingest/report.h"

namespace relata {

[[nodiscard]] std::string report_record(const Report& report);

// Errors: no such record, or the text or the bytes are not those of their hashes.
Result<Report> report_of_record(std::string_view record);

[[nodiscard]] ReportId report_id(const Report& report);

}  // namespace relata
