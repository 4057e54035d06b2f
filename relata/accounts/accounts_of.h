// SPDX-License-Identifier: Apache-2.0
// accounts_of(): a stored reading and its text -> ReportAccounts. The reading is the JSON of docs/formats/reading.md with the
// layer `places`. Errors: the JSON is no reading, or its spans do not lie in the text.
#pragma once

#include <string_view>

#include "relata/accounts/account.h"
#include "relata/accounts/ground.h"
#include "relata/attribution/lexicon.h"
#include "relata/base/data_folder.h"
#include "relata/export/killed.h"

namespace relata {

// What must be known of names and words.
struct AccountLexicon {
  AttributionLexicon attribution;
  PersonClasses persons;
  GroundWords ground;
  static Result<AccountLexicon> load(const DataFolder& folder);
};

Result<ReportAccounts> accounts_of(const ReportId& id, std::string_view text,
                                   std::string_view reading_json, const AccountLexicon& lexicon);

}  // namespace relata
