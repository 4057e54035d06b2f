// SPDX-License-Identifier: Apache-2.0
// Sentences whose events people have coded by PLOVER (the JSON of the PLOVER gold standard records), and the score of what
// a program says of them. Records of one sentence are joined; whoever is known only by a code has no words and is passed
// over.
//
//   category    the program names a category that the sentence has
//   who-whom    … and one of the record's sources and one of its targets share a word with the program's; where the record
//               names no source, or no target, none is asked for
//
// Words are compared as those of names are (name_words.h): case, accents and articles aside. A word of two letters or
// less that is not all capitals is none.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/eval/scoreboard.h"

namespace relata {

struct CodedEvent {
  std::string category;
  std::vector<std::string> source, target;  // as they are called in the text
};
struct CodedSentence {
  std::string text;
  std::vector<CodedEvent> events;
};

// `renamed`: categories of other versions of PLOVER, and what they are called in the one that is scored. Errors: no JSON,
// no array of objects. A record without a text documents the file and is passed over.
[[nodiscard]] Result<std::vector<CodedSentence>> parse_plover_gold(
    std::string_view json, const std::map<std::string, std::string>& renamed);

// Measures "category" and "who-whom", then each category.
[[nodiscard]] Scoreboard plover_board(const std::vector<CodedSentence>& gold);
// One sentence; `given` is what the program says, none or more.
void score_plover(const CodedSentence& gold, const std::vector<CodedEvent>& given,
                  Scoreboard& board);

}  // namespace relata
