// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/claim.h"

namespace relata {

std::optional<std::uint32_t> last_voice(const Claim& claim) {
  if (claim.chains.empty() || claim.chains[0].empty()) return std::nullopt;
  return claim.chains[0].back().voice;
}

std::string_view name_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::contradicts:
      return "contradicts";
    case RelationKind::supports:
      return "supports";
    case RelationKind::cannot_verify:
      return "cannot_verify";
    case RelationKind::same_event:
      return "same_event";
  }
  return "";
}

}  // namespace relata
