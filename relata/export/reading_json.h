// SPDX-License-Identifier: Apache-2.0
// A reading as JSON: the contract of docs/formats/reading.md. Spans are code points of the report's text, half open;
// claims, voices and relations stand in the order of the text; nothing depends on the machine or the hour.
#pragma once

#include "relata/base/utf8.h"
#include "relata/export/form.h"
#include "relata/export/json_writer.h"

namespace relata {

// One object, without a line end.
void write_reading(const Shown& shown, Layers layers, JsonWriter& json);

// The member "layers": what the claims were made from. Not for Layers::none.
void write_layers(const Shown& shown, Layers layers, const CodePoints& points, JsonWriter& json);

// A span of bytes as the pair of code points that the outside world counts in.
inline void write_span(Span span, const CodePoints& points, JsonWriter& json) {
  const Span outside = points.outside(span);
  json.pair(outside.begin, outside.end);
}
inline void write_span(const std::optional<Span>& span, const CodePoints& points,
                       JsonWriter& json) {
  if (span) {
    write_span(*span, points, json);
  } else {
    json.null();
  }
}

}  // namespace relata
