// SPDX-License-Identifier: Apache-2.0
// analyse(): the verb of stage text, from a report's text to a Document.
//
//   RELATA_TRY(TextModel model, TextModel::load(folder));
//   Document document = analyse(report.text, {.title = report.title, .dateline = report.dateline.date_span}, model);
#pragma once

#include <optional>
#include <string_view>

#include "relata/text/document.h"
#include "relata/text/text_model.h"

namespace relata {

// Stretches of the text that are no part of the sentences around them.
struct Apart {
  std::optional<Span> title;
  std::optional<Span>
      dateline;  // "Sun 10 Jul 2016", where it stands before a sentence without a mark between
};

// Sentences hold at most this many tokens: longer ones are cut, so that time and memory stay linear in the text.
inline constexpr TokenIndex kLongestSentence = 300;

// The text must be well-formed UTF-8 and outlive the document. Every span of `apart` lies on character boundaries.
[[nodiscard]] Document analyse(std::string_view text, const Apart& apart, const TextModel& model);

}  // namespace relata
