// SPDX-License-Identifier: Apache-2.0
// Texts with names marked word by word: a word and its label a line (the last of the cells), a blank line after each
// sentence; labels are BIO or IO. Corpora call kinds differently; scored are people, bodies and places, the rest is left out.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/base/span.h"
#include "relata/eval/scoreboard.h"

namespace relata {

enum class ScoredName : std::uint8_t { person, organisation, place };

struct NameMark {
  Span span;  // bytes
  ScoredName kind = ScoredName::person;
  auto operator<=>(const NameMark&) const = default;
};

struct NameGold {
  std::string text;  // the words of some sentences, one sentence a line
  std::vector<NameMark> names;
};

// Some hundred words a text, or as "-DOCSTART-" parts them. Errors: a line without a label.
[[nodiscard]] Result<std::vector<NameGold>> parse_name_gold(std::string_view bytes);

// Measures "names" (all kinds), "person", "organisation", "place": exactly the same words and kind; a leading article is
// no part of a name.
[[nodiscard]] std::vector<Scoreboard::Measure> name_measures();
void score_names(const NameGold& gold, const std::vector<NameMark>& system,
                 std::vector<Tally>& tally);

}  // namespace relata
