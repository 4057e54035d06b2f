// SPDX-License-Identifier: Apache-2.0
// Corrections of claims by people: which slots can be corrected, and how their values are written.
//
//   type    airstrike                        by   Syrian army (government)
//   status  alleged                          to   civilians; two medics (medics)
//   when    2016-12-12..2016-12-13           killed, injured, …   3, 3-5, 3-
//   where   al-Fardous, Aleppo, Syria @36.18,37.16
//
// An empty value says that the slot is unknown; type and status are never empty.
#pragma once

#include <string_view>

#include "relata/accounts/account.h"
#include "relata/base/result.h"

namespace relata {

// Sets the slot and notes that a person did. Errors: no such slot; no such value, and how one is written.
Result<Done> correct(Account& account, std::string_view slot, std::string_view value);

}  // namespace relata
