// SPDX-License-Identifier: Apache-2.0
// The values of a claim as short phrases for people: "at least 70 civilians killed", "2016-12-10 to 2016-12-12",
// "CNN ← Ismail Abdallah (civil_defence, opposition)". Shared by the forms that people read. Nothing is made safe here.
#pragma once

#include <string>
#include <vector>

#include "relata/claims/claim.h"
#include "relata/export/form.h"

namespace relata {

// "weapons disruption": the name of a type, status, kind or side as words.
[[nodiscard]] std::string as_words(std::string_view name);

// "70", "at least 70", "up to 70", "20 to 30"; a share as per cent: "at least 75 %".
[[nodiscard]] std::string phrase(const Count& count);

// The days; "about" is said of those that no words of the report state.
[[nodiscard]] std::string phrase(const When& when);

// "al-Fardous, Aleppo, Syria".
[[nodiscard]] std::string phrase(const std::vector<ClaimPlace>& where);

// "relatives of rebels (civilians)", several parted by "; ".
[[nodiscard]] std::string phrase(const std::vector<Participant>& participants);

// What is known of a voice beside its name: "civil defence, opposition"; "" if nothing is.
[[nodiscard]] std::string about(const Voice& voice);

// One link: "Ismail Abdallah (civil defence, opposition)".
[[nodiscard]] std::string phrase(const Voice& voice);

// "contradicts 3", "same happening as 2": what ties the claim `id` to others, in their order.
[[nodiscard]] std::vector<std::string> ties_of(std::uint32_t id,
                                               const std::vector<Relation>& relations);

// What Relata saw and could not make anything of, a sentence each, for the end of a reading.
[[nodiscard]] std::vector<std::string> not_understood(const Shown& shown);

}  // namespace relata
