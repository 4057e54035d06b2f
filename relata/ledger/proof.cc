// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/proof.h"

#include <bit>

#include "relata/ledger/tree.h"

namespace relata {
namespace {

// Leaves begin <= i < end; `begin` is a multiple of the size of the range's first subtree, as it is in any walk from the root.
struct Range {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  [[nodiscard]] std::uint64_t size() const { return end - begin; }
  // Where the tree parts it: the largest power of two that is smaller than it.
  [[nodiscard]] std::uint64_t middle() const { return begin + std::bit_floor(size() - 1); }
};

Result<Digest> root_of_range(const Subtrees& subtrees, Range range) {
  if (range.size() == 0) return root_of({});
  if (std::has_single_bit(range.size())) {
    const int level = std::countr_zero(range.size());
    return subtrees(level, range.begin >> level);
  }
  RELATA_TRY(const Digest left, root_of_range(subtrees, {range.begin, range.middle()}));
  RELATA_TRY(const Digest right, root_of_range(subtrees, {range.middle(), range.end}));
  return node_hash(left, right);
}

}  // namespace

Result<Digest> root_at(const Subtrees& subtrees, std::uint64_t size) {
  return root_of_range(subtrees, {0, size});
}

Result<std::vector<Digest>> prove_inclusion(const Subtrees& subtrees, std::uint64_t number,
                                            std::uint64_t size) {
  RELATA_CHECK(number < size);
  std::vector<Digest> downwards;
  for (Range range{0, size}; range.size() > 1;) {
    const std::uint64_t middle = range.middle();
    const bool left = number < middle;
    const Range other = left ? Range{middle, range.end} : Range{range.begin, middle};
    RELATA_TRY(const Digest hash, root_of_range(subtrees, other));
    downwards.push_back(hash);
    range = left ? Range{range.begin, middle} : Range{middle, range.end};
  }
  return std::vector<Digest>(downwards.rbegin(), downwards.rend());
}

Result<std::vector<Digest>> prove_consistency(const Subtrees& subtrees, std::uint64_t earlier,
                                              std::uint64_t later) {
  RELATA_CHECK(earlier <= later);
  std::vector<Digest> downwards;
  if (earlier == 0 || earlier == later) return downwards;
  Range range{0, later};
  bool known = true;  // whether the range is the whole earlier tree, whose root the reader has
  while (earlier != range.end) {
    const std::uint64_t middle = range.middle();
    const bool left = earlier <= middle;
    const Range other = left ? Range{middle, range.end} : Range{range.begin, middle};
    RELATA_TRY(const Digest hash, root_of_range(subtrees, other));
    downwards.push_back(hash);
    range = left ? Range{range.begin, middle} : Range{middle, range.end};
    known = known && left;
  }
  if (!known) {
    RELATA_TRY(const Digest hash, root_of_range(subtrees, range));
    downwards.push_back(hash);
  }
  return std::vector<Digest>(downwards.rbegin(), downwards.rend());
}

bool includes(const Digest& root, std::uint64_t size, std::uint64_t number, const Digest& leaf,
              const std::vector<Digest>& proof) {
  if (number >= size) return false;
  std::uint64_t place = number, last = size - 1;
  Digest hash = leaf;
  for (const Digest& other : proof) {
    if (last == 0) return false;
    if ((place & 1) == 1 || place == last) {
      hash = node_hash(other, hash);
      while ((place & 1) == 0 && place != 0) place >>= 1, last >>= 1;
    } else {
      hash = node_hash(hash, other);
    }
    place >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

bool continues(const Digest& earlier_root, std::uint64_t earlier, const Digest& later_root,
               std::uint64_t later, const std::vector<Digest>& proof) {
  if (earlier > later) return false;
  if (earlier == 0) return proof.empty() && earlier_root == root_of({});
  if (earlier == later) return proof.empty() && earlier_root == later_root;
  std::vector<Digest> path = proof;
  if (std::has_single_bit(earlier)) path.insert(path.begin(), earlier_root);
  if (path.empty()) return false;
  std::uint64_t place = earlier - 1, last = later - 1;
  while ((place & 1) == 1) place >>= 1, last >>= 1;
  Digest first = path[0], second = path[0];
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (last == 0) return false;
    if ((place & 1) == 1 || place == last) {
      first = node_hash(path[i], first);
      second = node_hash(path[i], second);
      while ((place & 1) == 0 && place != 0) place >>= 1, last >>= 1;
    } else {
      second = node_hash(second, path[i]);
    }
    place >>= 1;
    last >>= 1;
  }
  return last == 0 && first == earlier_root && second == later_root;
}

}  // namespace relata
