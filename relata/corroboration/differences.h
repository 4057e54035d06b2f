// SPDX-License-Identifier: Apache-2.0
// Differences: the slots in which two accounts of one incident cannot both be right: whether it happened, who did it, where,
// when, how many. What one leaves open contradicts nothing; a figure that is told later and is greater is a toll that grew.
#pragma once

#include <string>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/corroboration/assessment.h"

namespace relata {

// What is asked of an account again and again.
struct ComparedAccount {
  const Account* account = nullptr;
  bool tells = false;   // that the incident took place
  bool denies = false;  // that it did
  std::vector<std::string>
      accused;  // the sides that it says did it, sorted; of a clash, all that fought
};
// Accusations and other acts of speech neither tell nor, but for denials, deny.
[[nodiscard]] ComparedAccount compared(const Account& account);

// A count of people who came to harm or had to leave; not of strikes or shares of an area.
[[nodiscard]] bool counts_people(const ToldCount& tally);
// Of the same harm to the same people: "people" are all.
[[nodiscard]] bool same_counted(const ToldCount& a, const ToldCount& b);
[[nodiscard]] bool share_a_side(const std::vector<std::string>& a,
                                const std::vector<std::string>& b);

// It is all the same which comes first.
[[nodiscard]] bool differ(DifferingSlot slot, const ComparedAccount& a, const ComparedAccount& b);
// What an account says in a slot, for people; "" if nothing. how_many: as it differs from `other`.
[[nodiscard]] std::string words_for(DifferingSlot slot, const ComparedAccount& saying,
                                    const ComparedAccount& other);

inline constexpr DifferingSlot kDifferingSlots[] = {DifferingSlot::whether, DifferingSlot::who,
                                                    DifferingSlot::where, DifferingSlot::when,
                                                    DifferingSlot::how_many};

}  // namespace relata
