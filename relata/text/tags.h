// SPDX-License-Identifier: Apache-2.0
// Tags: a pair of XPOS and UPOS ("VBD/AUX"), so that the two never disagree.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relata/text/document.h"

namespace relata {

inline constexpr std::size_t kMostTags = 255;

struct TagPair {
  Xpos xpos = Xpos::other;
  Upos upos = Upos::x;
};

[[nodiscard]] std::string tag_name(Xpos xpos, Upos upos);
[[nodiscard]] std::optional<TagPair> tag_of(std::string_view name);

}  // namespace relata
