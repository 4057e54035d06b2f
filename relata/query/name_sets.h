// SPDX-License-Identifier: Apache-2.0
// The rows that a typed name stands for, as a SELECT of one column `row` each: places, actors, voices, reports.
#pragma once

#include "relata/query/filter.h"
#include "relata/query/sql_piece.h"

namespace relata {

// Places that are one of these or lie within it.
[[nodiscard]] SqlPiece place_rows(const std::vector<PlaceWithin>& places);
// Those of that side, and those whose names have all of the words.
[[nodiscard]] SqlPiece actor_rows(std::string_view typed);
[[nodiscard]] SqlPiece voice_rows(const std::vector<VoiceChoice>& voices);
[[nodiscard]] SqlPiece report_rows(const std::vector<std::string>& reports);

}  // namespace relata
