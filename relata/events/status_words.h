// SPDX-License-Identifier: Apache-2.0
// StatusWords: the words that say whether an event happened (data/status_words.tsv): "denied", "plan to", "reportedly",
// "no", "would", "if". What they reach is the business of status.h.
//
//   governs   what stands in its complement gets the status, or `negated` if the word itself is denied
//   governs_passive   the same, but only as a passive: "is said to have shelled"
//   governs_object   the same, but only of its object: "announced an offensive"
//   governs_to   the same, but only of an infinitive or a gerund: "told to open fire"
//   undoes    what was only planned did not come about: "foiled a plot to"
//   describes modifies the event's word: "suspected strike"
//   aux       auxiliary of the event's verb           mark      opens the event's clause: "if", "without"
//   none      subject, object or determiner: "nobody" negation  "not", "never"
//   occurs    verb that only says that its subject is, or with which status: "clashes erupted", "famine looms"
//   makes     verb that only says that its object is: "carried out a strike"
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/events/event.h"
#include "relata/events/event_words.h"
#include "relata/text/document.h"

namespace relata {

enum class StatusRole : std::uint8_t {
  governs,
  governs_passive,
  governs_object,
  governs_to,
  undoes,
  describes,
  aux,
  mark,
  none,
  negation,
  occurs,
  makes
};

struct StatusWord {
  StatusRole role = StatusRole::governs;
  std::optional<Status> status;  // nothing: figurative, no event at all
  std::optional<Status> negated;
  std::string
      second;  // of "call off", "stop short": the word that must follow or hang on the first
};

class StatusWords {
 public:
  // data/status_words.tsv; forms of words are those of data/irregular_forms.tsv.
  static Result<StatusWords> load(const DataFolder& folder);

  // The entry of this role for a token, two-word entries first.
  [[nodiscard]] const StatusWord* find(const Document& document, TokenIndex token,
                                       StatusRole role) const;
  // The entry of this role whose second word is `second`, wherever that stands: "save" with "from".
  [[nodiscard]] const StatusWord* find_with(const Document& document, TokenIndex token,
                                            StatusRole role, std::string_view second) const;

 private:
  explicit StatusWords(EventWords words) : words_(std::move(words)) {}

  EventWords words_;
  std::unordered_map<WordId, std::vector<StatusWord>> entries_;
};

}  // namespace relata
