// SPDX-License-Identifier: Apache-2.0
// ControlRules: what is known of claims about control before any is read: for whom a side holds a place, what a claim of each
// kind tells of the holder (data/control_evidence.tsv), the words that names of places may lack, and the numbers of the estimate.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "relata/accounts/account.h"
#include "relata/base/data_folder.h"
#include "relata/control/holding.h"
#include "relata/control/place_names.h"

namespace relata {

// How likely a claim is, by who holds the place: the doer, the side it is done to, a third side, nobody for sure.
struct Likelihoods {
  double doer = 1, other = 1, third = 1, contested = 1;
};

struct EvidenceRow {
  Likelihoods after;   // at the end of the day of the claim
  Likelihoods before;  // at the end of the day before
};

struct ControlSide {
  Holder holder = Holder::unknown;
  std::optional<Holder> opposed;  // who is taken to have been there before, if no claim tells
};

struct ControlSettings {
  double stay = 1, stay_told = 1, shown = 0, alleged = 1, own_side = 1, given = 1;
  double contested_untold = 1;
  int days_before = 0, days_after = 0, most_lineages = 0;
};

// What a claim does to a place, as the rows of the table are named. Nothing for the type: disputed.
using EvidenceKind = std::pair<std::optional<EventType>, Ground>;

struct ControlRules {
  std::map<EvidenceKind, EvidenceRow> evidence;
  std::map<std::string, ControlSide, std::less<>> sides;
  ControlSettings settings;
  PlaceNameWords names;

  static Result<ControlRules> load(const DataFolder& folder);
  [[nodiscard]] const EvidenceRow* row(const EvidenceKind& kind) const;
  // unknown: no side that could hold a place.
  [[nodiscard]] Holder holder_of(std::string_view side) const;
  [[nodiscard]] std::optional<Holder> opposed_to(Holder holder) const;
};

}  // namespace relata
