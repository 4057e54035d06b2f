// SPDX-License-Identifier: Apache-2.0
// Proofs of RFC 9162: that an entry is in a tree (section 2.1.3), that a tree is the beginning of a later one (2.1.4). They are
// made from whole subtrees, which whoever keeps the tree hands out, and are checked with nothing but themselves and the roots.
//
//   RELATA_TRY(const auto proof, prove_inclusion(subtrees, number, size));
//   includes(root, size, number, leaf_hash(leaf), proof);   // true
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "relata/base/result.h"
#include "relata/ledger/digest.h"

namespace relata {

// The root of the whole subtree of 2^level leaves that is the `place`-th of its level.
using Subtrees = std::function<Result<Digest>(int level, std::uint64_t place)>;

// The root of the tree's first `size` leaves.
Result<Digest> root_at(const Subtrees& subtrees, std::uint64_t size);
// `number` < `size`.
Result<std::vector<Digest>> prove_inclusion(const Subtrees& subtrees, std::uint64_t number,
                                            std::uint64_t size);
// `earlier` <= `later`.
Result<std::vector<Digest>> prove_consistency(const Subtrees& subtrees, std::uint64_t earlier,
                                              std::uint64_t later);

[[nodiscard]] bool includes(const Digest& root, std::uint64_t size, std::uint64_t number,
                            const Digest& leaf, const std::vector<Digest>& proof);
[[nodiscard]] bool continues(const Digest& earlier_root, std::uint64_t earlier,
                             const Digest& later_root, std::uint64_t later,
                             const std::vector<Digest>& proof);

}  // namespace relata
