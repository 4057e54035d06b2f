// SPDX-License-Identifier: Apache-2.0
// PLOVER's category of what a text is about, and who does it to whom: by the rules of data/plover_types.tsv over types of
// claim and the lists of words of data/plover_words.tsv. Claims cover the violence of PLOVER; what diplomats do is told by
// verbs that are no claims, so words alone give a category too.
//
//   RELATA_TRY(const PloverTypes types, PloverTypes::load(folder));
//   if (const auto event = plover_event(types, document, reading)) …   // event->category == "AGREE"
//
// Of all rules that fit, the heaviest holds: main clauses weigh more than others, what stands early more than what stands
// late. The source is the subject of the words (or of the verbs above them), the target the first actor that is named after
// them; of a passive, the other way round. One event a text, without modes and contexts.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/claims/claim.h"
#include "relata/export/word_lists.h"
#include "relata/text/document.h"

namespace relata {

struct PloverRule {
  std::string category;
  std::array<bool, kEventTypes> claims{};
  ListMask words = 0, with = 0, without = 0;  // one of these; one of these too; none of these
  bool by_speaker = false;  // the source is whoever says it, the target the subject: "must leave"
  double weight = 1;
};

// The tables. Immutable once loaded.
struct PloverTypes {
  WordLists lists;
  std::vector<PloverRule> rules;

  // Errors: as Table and WordLists; a type of claim or a list that is not there; a weight that is no number over 0.
  static Result<PloverTypes> load(const DataFolder& folder);
};

struct PloverEvent {
  std::string category;
  std::vector<Span> source, target;
};

// Nothing if no rule fits.
[[nodiscard]] std::optional<PloverEvent> plover_event(const PloverTypes& types,
                                                      const Document& document,
                                                      const Reading& reading);

}  // namespace relata
