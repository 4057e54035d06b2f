// SPDX-License-Identifier: Apache-2.0
// Claims of a system against claims of careful readers. Each gold claim is paired with at most one system claim, best
// first: triggers that overlap and the same type; then triggers that overlap; then evidence that overlaps and the same
// type. Equal in rank, the right last voice, the right place, the longest shared evidence decide.
//
//   detect   the gold claim has a partner
//   typed    ... of the same type; killing, attack and toll match any violent type
//   usable   ... and the last voice, the first place and the time are right: what an analyst could file without touching it
// by, to, counts, status, chain, voice, place, time, near are scored on typed pairs; voices and relations on their own.
// Two names are the same if their spans overlap, or if the words of one hold the words of the other, case, accents and
// articles aside.
#pragma once

#include <string>
#include <vector>

#include "relata/eval/reading_file.h"
#include "relata/eval/scoreboard.h"

namespace relata {

struct ClaimScores {
  Scoreboard board;
  std::size_t without_system = 0;    // gold reports that the system says nothing of
  std::size_t gold = 0, system = 0;  // claims
  std::vector<std::string>
      misses;  // what was missed, wrong or invented, a line each; only if asked for
};

[[nodiscard]] ClaimScores score_claims(const ReadingFiles& gold, const ReadingFiles& system,
                                       bool misses = false);

}  // namespace relata
