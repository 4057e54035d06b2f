// SPDX-License-Identifier: Apache-2.0
// freeze(): what a reader received -> a Report whose text will not change any more. Joins title and text, finds the
// dateline, hashes. Every format comes through here, so that they all keep the same promises.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "relata/ingest/tables.h"

namespace relata {

// A report's parts, as a reader of one format found them. All of it is UTF-8.
struct Received {
  std::string id;
  std::string text;
  std::optional<std::string> title;  // given apart from the text
  std::optional<std::string> url;
  std::optional<std::string> publisher;
  std::optional<std::string> published;  // in words, as the catalogue or page has it
  std::vector<std::pair<std::string, std::string>> extra;
  std::vector<std::string> warnings;
  bool first_line_may_be_title =
      false;  // plain text and rows without a title: nothing else says what it is
};

// Errors: no text; the text is larger than the limit.
Result<Report> freeze(Received received, const IngestTables::Parts& tables,
                      const IngestOptions& options);

// The first line of a text if it reads as a title: short, followed by a blank line, not ending as a sentence does.
[[nodiscard]] std::optional<Span> title_line(std::string_view text);

}  // namespace relata
