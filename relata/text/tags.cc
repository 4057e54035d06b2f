// SPDX-License-Identifier: Apache-2.0
#include "relata/text/tags.h"

namespace relata {

std::string tag_name(Xpos xpos, Upos upos) {
  return std::string(name_of(xpos)) + '/' + std::string(name_of(upos));
}

std::optional<TagPair> tag_of(std::string_view name) {
  const auto slash = name.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto xpos = xpos_of(name.substr(0, slash));
  const auto upos = upos_of(name.substr(slash + 1));
  if (!xpos || !upos) return std::nullopt;
  return TagPair{*xpos, *upos};
}

}  // namespace relata
