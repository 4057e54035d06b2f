// SPDX-License-Identifier: Apache-2.0
// An episode as EpisodeTable keeps it: every field but its key (query/packing.h has the form).
#pragma once

#include <string>
#include <string_view>

#include "relata/base/result.h"
#include "relata/incidents/episode.h"

namespace relata {

[[nodiscard]] std::string episode_bytes(const Episode& episode);
// The episode with that key. Error: the bytes are no episode's.
Result<Episode> episode_of_bytes(const EpisodeKey& key, std::string_view bytes);

}  // namespace relata
