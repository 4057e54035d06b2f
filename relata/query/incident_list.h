// SPDX-License-Identifier: Apache-2.0
// Lists for a person at a terminal: incidents, two lines each, and voices, a line each. Text of reports is made safe to show.
//
//   i3f9a12ab45cd  2030-06-03  shelling · al-Sukkari, Aleppo, Syria
//                  weak · 1 lineage, 2 reports · killed 9 · by army
#pragma once

#include <span>
#include <string>

#include "relata/query/find.h"

namespace relata {

// `columns`: the widest that a line may be. `colour`: marks of weight for a terminal.
[[nodiscard]] std::string incident_lines(const IncidentRow& row, int columns, bool colour);
[[nodiscard]] std::string voice_lines(std::span<const VoiceRow> rows, bool colour);
// One object a voice: in an array, or a line each.
[[nodiscard]] std::string voices_json(std::span<const VoiceRow> rows, bool lines);

// "2030-06-03", "2030-06-03 to 2030-06-05", "day unknown".
[[nodiscard]] std::string days_phrase(const std::optional<Period>& when);
// "9", "9 to 12", "9 or more", best figures in between: "9 to 20, best 12".
[[nodiscard]] std::string count_phrase(double low, double best, const std::optional<double>& high);

}  // namespace relata
