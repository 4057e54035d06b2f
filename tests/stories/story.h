// SPDX-License-Identifier: Apache-2.0
// Story: a small report and the lines that its reading must meet. README.md beside this file has the format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/claims/claim.h"
#include "relata/ingest/report.h"

namespace relata::stories {

struct Line {
  std::string text;                // as written
  std::size_t number = 0;          // of the file
  bool negative = false;           // begins with "no"
  std::vector<std::string> parts;  // parted by '|', trimmed, without the "no"
};

struct Story {
  Report report;
  std::vector<Line> lines;
};

// Errors: no "----", nothing to read or to meet, a head or a part of a line that means nothing.
[[nodiscard]] Result<Story> parse_story(std::string name, std::string_view text);

// Why the line does not hold; nothing if it does.
[[nodiscard]] std::optional<std::string> unmet(const Line& line, const Reading& reading,
                                               std::string_view text);

}  // namespace relata::stories
