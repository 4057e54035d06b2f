// SPDX-License-Identifier: Apache-2.0
// CoreferenceScore: how well entities serve chains, by the voices of reports that people read. Of each voice that speaks more
// than once: how many of the places where it speaks lie in one entity; how often that entity is another voice's as well;
// and whether entities are called as the readers called them.
//
//   CoreferenceScore score;
//   score_coreference(document, record, score, missed);
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "relata/learn/claim_record.h"
#include "relata/text/document.h"

namespace relata {

struct CoreferenceScore {
  std::size_t spans = 0, together = 0;  // of voices with several spans; those in the voice's entity
  std::size_t voices = 0,
              whole = 0;  // voices with several spans; those all of whose spans are in it
  std::size_t mixed = 0;  // voices whose entity is also that of another voice
  std::size_t named = 0,
              called_alike =
                  0;  // places of voices that are in an entity; its name is the readers' name
  std::size_t actors = 0, actors_alike = 0;  // the same of those who act or suffer in claims
};

// `missed` is told what the readers call somebody, the words, and the entity's name ("" if it is none).
using Misnamed = std::function<void(std::string_view, std::string_view, std::string_view)>;
void score_coreference(const Document& document, const ReportRecord& record,
                       CoreferenceScore& score, const Misnamed& missed);

// As score_claims.py compares them: all words of one are in the other, without case, accents and articles.
[[nodiscard]] bool called_alike(std::string_view a, std::string_view b);

}  // namespace relata
