// SPDX-License-Identifier: Apache-2.0
// Whether a slot that was found is the one that a person read: the rules by which claims are scored. A time that the text
// states must be exact; one that a reader infers must not conflict.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relata/attribution/telling.h"
#include "relata/base/utf8.h"
#include "relata/claims/claim.h"
#include "relata/learn/claim_record.h"

namespace relata {

// Equal once case, articles and punctuation are gone, or one's words hold the other's.
[[nodiscard]] bool names_agree(std::string_view a, std::string_view b);

[[nodiscard]] bool place_agrees(const ClaimRecord& gold, const Span& span, std::string_view name,
                                const CodePoints& points);
[[nodiscard]] bool place_agrees(const ClaimRecord& gold, const std::vector<ClaimPlace>& where,
                                const CodePoints& points);
[[nodiscard]] bool time_agrees(const ClaimRecord& gold, const std::optional<When>& when);
[[nodiscard]] bool last_voice_agrees(const ClaimRecord& gold, const std::vector<Chain>& chains,
                                     const Telling& telling, const CodePoints& points);

}  // namespace relata
