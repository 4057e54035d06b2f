// SPDX-License-Identifier: Apache-2.0
// What is wrong with the characters of a text, told to a person. Only forbidden control characters (NUL and the rest of C0
// but tab, line feed, vertical tab, form feed, carriage return) are replaced, each by U+FFFD; everything else stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"

namespace relata {

// Replaces forbidden controls and adds warnings: controls, bidirectional overrides, replacement characters, mojibake.
// `repaired`: U+FFFD in it is our own and has been told of. Error: so many controls that this is no text.
Result<Done> check_characters(std::string& text, std::vector<std::string>& warnings, bool repaired);

// An example of UTF-8 that was once read as windows-1252 ("â€™", "Ã©", "Ø§Ù„"), or "" if the text shows none.
[[nodiscard]] std::string find_mojibake(std::string_view text);

}  // namespace relata
