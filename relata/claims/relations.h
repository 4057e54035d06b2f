// SPDX-License-Identifier: Apache-2.0
// How the claims of one report stand to each other: one happening told again, an account that backs, contradicts or
// cannot verify another.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/claims/claim.h"
#include "relata/text/document.h"

namespace relata {

struct RelationWords {
  std::set<std::string, std::less<>> supports;  // lemmas of verbs: confirm, corroborate
  std::set<std::string, std::less<>>
      accounts;  // lemmas of nouns that stand for what was told: report, claim, toll

  // Reads data/relation_words.tsv.
  static Result<RelationWords> load(const DataFolder& folder);
};

// Adds a claim, status doubted, for each account that a voice says it cannot verify without naming the happening again
// ("could not verify these reports"): of the type of the claim that the account speaks of. Claims stay in order of text.
void add_unverified_accounts(const Document& document, const Telling& telling,
                             const RelationWords& words, std::vector<Claim>& claims);

// The relations between claims, sorted; claims must have their ids. Each same_event tie goes to the first claim told.
[[nodiscard]] std::vector<Relation> relations_between(const Document& document,
                                                      const Telling& telling,
                                                      const RelationWords& words,
                                                      const std::vector<Claim>& claims);

}  // namespace relata
