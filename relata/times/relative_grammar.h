// SPDX-License-Identifier: Apache-2.0
// Times told from the report's day: "yesterday", "last week", "early March", "the past 24 hours", "two weeks ago",
// "for five years", "every day", "now", "at 10:30 a.m.". What they build on names of the calendar for ("last Tuesday",
// "the end of 2015") they read with calendar_grammar.
#pragma once

#include <cstddef>
#include <optional>

#include "relata/times/time_pieces.h"

namespace relata {

// The phrase that begins at piece `at`, if one does.
[[nodiscard]] std::optional<ReadPhrase> read_relative(const TimePieces& pieces, std::size_t at);

}  // namespace relata
