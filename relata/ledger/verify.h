// SPDX-License-Identifier: Apache-2.0
// verify(): recomputes everything that a ledger promises: every commitment, every leaf and tile, the root of every checkpoint and
// its signature, that each missing payload was erased by an erasure, and that the file is sound as a database. No network, no
// private key. Because every root is made anew from the same leaves in one pass, every checkpoint is the beginning of the next.
//
// What it cannot know by itself: whose key it should be (expected_keys), and whether the end was cut off (known_note, any note of
// this casebook that was kept elsewhere). tools/verify_casebook does the same in another language.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/ledger/ledger.h"

namespace relata {

struct VerifyOptions {
  std::vector<PublicKey>
      expected_keys;       // those who may sign; none: the signers that the casebook names
  std::string known_note;  // "": none
};

// What does not fit, and where: an entry, or the casebook as a whole.
struct Misfit {
  std::optional<std::uint64_t> entry;
  std::string why;
};

struct Verification {
  std::uint64_t entries = 0;
  std::array<std::uint64_t, 6> of_kind{};  // by EntryKind
  std::uint64_t payloads = 0;              // whose commitment was recomputed
  std::uint64_t erased = 0;
  std::uint64_t signatures = 0;  // that are good
  Digest root{};                 // over all entries
  std::vector<PublicKey> signers;
  std::vector<Misfit> misfits;  // by entry, those of the whole last; at most kMostMisfits
  [[nodiscard]] bool holds() const { return misfits.empty(); }
};
constexpr std::size_t kMostMisfits = 100;

// Error: only where nothing can be read at all.
Result<Verification> verify(Ledger& ledger, const VerifyOptions& options = {});

// "entry 7: its payload is not what was committed to"; "the casebook: …".
[[nodiscard]] std::string text_of(const Misfit& misfit);
// One line with every count.
[[nodiscard]] std::string summary_of(const Verification& verification);

}  // namespace relata
