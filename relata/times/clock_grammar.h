// SPDX-License-Identifier: Apache-2.0
// Times of the day: "10:30 a.m.", "1830 GMT", "at dawn", "in the morning".
#pragma once

#include <cstddef>
#include <optional>

#include "relata/times/time_pieces.h"

namespace relata {

// A clock time that begins at piece `at`. Four digits alone are none: "at 1500 people".
[[nodiscard]] std::optional<ReadPhrase> read_clock(const TimePieces& pieces, std::size_t at);

// A part of the day there; not "at night", which is any night.
[[nodiscard]] std::optional<ReadPhrase> read_day_part(const TimePieces& pieces, std::size_t at);

}  // namespace relata
