// SPDX-License-Identifier: Apache-2.0
// Attributions of a system against brat annotations (events with the roles Source, Cue and Content over text spans).
// A gold and a system attribution are paired one to one, best overlap of contents first, where cue and content both share
// a word. detect: paired. usable: and the sources share a word, or both are empty, and the words of the contents overlap
// by half or more (Jaccard). source, cue, content: exactly the same words.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "relata/eval/reading_file.h"
#include "relata/eval/scoreboard.h"

namespace relata {

// The attributions of one .ann file: those that have a cue and a content. Lines that are neither text spans nor events
// are passed over.
[[nodiscard]] std::vector<FileAttribution> parse_brat(std::string_view ann);

struct AttributedText {
  std::string text;
  std::vector<FileAttribution> gold, system;
};

// `cues`: reporting verbs, lower case; if there are any, the gold and system attributions whose cue holds one of them are
// scored apart as well, under "reporting …".
[[nodiscard]] Scoreboard score_attributions(const std::map<std::string, AttributedText>& texts,
                                            const std::set<std::string>& cues);

}  // namespace relata
