// SPDX-License-Identifier: Apache-2.0
// How the claims of one report stand to each other: one happening told again, an account that backs, contradicts or
// cannot verify another.
#pragma once

#include <vector>

#include "relata/base/data_folder.h"
#include "relata/claims/claim.h"
#include "relata/claims/relation_words.h"
#include "relata/claims/same_event.h"
#include "relata/claims/unverified.h"
#include "relata/text/document.h"

namespace relata {

// What the relations are found by.
struct RelationSigns {
  RelationWords words;
  SameEventWeights weights;

  static Result<RelationSigns> load(const DataFolder& folder);
};

// The relations between claims, sorted; claims must have their ids. Each same_event tie goes to the first claim told.
[[nodiscard]] std::vector<Relation> relations_between(
    const Document& document, const Telling& telling, const RelationSigns& signs,
    const std::vector<UnverifiedAccount>& unverified, const std::vector<Claim>& claims);

}  // namespace relata
