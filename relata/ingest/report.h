// SPDX-License-Identifier: Apache-2.0
// Report: a document as received, its text frozen. All later spans refer to `text`, which is never normalised.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "relata/base/date.h"
#include "relata/base/span.h"

namespace relata {

// What the report says of itself at its head or foot: "BEIRUT (Reuters) —", "Wed 05 Apr 2017", "--AFP".
struct Dateline {
  std::optional<Span> place_span;   // "BEIRUT": where it was written, not where things happened
  std::optional<Span> date_span;    // "Wed 05 Apr 2017"
  std::optional<Date> date;         // the day that the text gives itself
  std::optional<Span> credit_span;  // "Reuters", "AFP": an agency credit, no link of a chain
};

struct Report {
  std::string id;  // the row's id, or the file's name without ending
  std::string
      text;  // UTF-8; if a title was given apart and the text does not open with it, "title\n\ntext"
  std::string sha256;         // of `text`, 64 hexadecimal digits
  std::optional<Span> title;  // where the title stands in `text`
  std::optional<std::string> url;
  std::optional<std::string> publisher;
  std::optional<Date> published;  // what the catalogue or the page's metadata say
  Dateline dateline;              // what the text itself says
  std::vector<std::pair<std::string, std::string>> extra;  // further columns, kept as they came
  std::vector<std::string> warnings;  // what a person should know: "looks like mojibake: …"
  std::string format;                 // what it was taken for: "html", "csv"
  // The bytes it came in, if IngestOptions::keep_received: the file, the value of JSON, the header and the row of CSV.
  std::string received;

  // The day that anchors "Monday" and "today": the text's own date if it states one, else `published` (SCHEMA.md, rulings).
  [[nodiscard]] std::optional<Date> anchor() const {
    return dateline.date ? dateline.date : published;
  }
};

}  // namespace relata
