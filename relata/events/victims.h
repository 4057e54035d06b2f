// SPDX-License-Identifier: Apache-2.0
// VictimClasses: of which class somebody or something is to whom a happening was done: data/person_groups.tsv for people,
// the word classes of data/event_words.tsv for things and places, the kind of name where there is one.
#pragma once

#include <optional>
#include <string_view>

#include "relata/base/data_folder.h"
#include "relata/events/event.h"
#include "relata/events/trigger_table.h"
#include "relata/text/document.h"
#include "relata/text/phrase_matcher.h"

namespace relata {

class VictimClasses {
 public:
  static Result<VictimClasses> load(const DataFolder& folder);

  // Of the noun phrase headed by a token.
  [[nodiscard]] VictimClass of(const Document& document, const TokenWords& words,
                               TokenIndex head) const;

  // The same if it is a group of people that the table knows: "civilians", "aid workers".
  [[nodiscard]] std::optional<VictimClass> person(const Document& document, TokenIndex head) const;

  // "U.S.", "Turkey": before a noun these name who does it, where a town would say where.
  [[nodiscard]] bool is_country(std::string_view words) const {
    return countries_.find(words).has_value();
  }

 private:
  VictimClasses() = default;

  PhraseMatcher countries_;
  PhraseMatcher groups_;  // value: a VictimClass
};

}  // namespace relata
