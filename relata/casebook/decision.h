// SPDX-License-Identifier: Apache-2.0
// Decision: what a person decided, by whom and why. Decisions are appended like everything else; one takes another back
// (undo), none is ever changed. They hold on to claims by their keys, so that they outlive a new reading of a report.
//
//   {"form":"relata decision 1","who":"R. K.","why":"two raids, an hour apart","action":"split",
//    "first":"3f9a…:152-160","second":"77ab…:12-20"}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/accounts/account.h"
#include "relata/base/result.h"

namespace relata {

enum class Action : std::uint8_t {
  accept,       // the claim `first` is read right
  reject,       // the claim `first` is read wrong: it counts for nothing, and stays to be seen
  correct,      // `slot` of the claim `first` is `value`
  merge,        // the claims `first` and `second` tell of one happening
  split,        // they do not
  grade,        // the incident of the claim `first` has the grade `value`
  reliability,  // the voice `subject` has the letter `value`
  seal,         // the voice or report `subject` is at risk: no public export names it
  undo,         // the decision with the number `undoes` holds no longer
};
[[nodiscard]] std::string_view name_of(Action);
[[nodiscard]] std::optional<Action> action_of(std::string_view);

struct Decision {
  std::string who, why;  // neither is empty
  Action action = Action::accept;
  std::optional<AccountKey> first, second;
  std::string slot, value, subject;
  std::uint64_t undoes = 0;  // the number of an entry
};

[[nodiscard]] std::string decision_record(const Decision& decision);

// Errors: no such record; something that its action needs is missing or makes no sense, and which.
Result<Decision> decision_of_record(std::string_view record);

// Whether a decision has all that its action needs. Errors say what is missing or makes no sense.
Result<Done> check(const Decision& decision);

}  // namespace relata
