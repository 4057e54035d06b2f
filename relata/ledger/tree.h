// SPDX-License-Identifier: Apache-2.0
// The Merkle tree of RFC 6962 and 9162 over the entries of a casebook, as it grows: a TreeEdge holds what is needed to add
// leaves and to say the root, which is at most one hash a level and the tiles that are not full.
//
// A tile is 256 neighbouring hashes of one level (C2SP tlog-tiles): tile level 0 holds the hashes of leaves, level 1 those of
// whole subtrees of 256 leaves, and so on. The last tile of a level may hold fewer.
//
//   TreeEdge edge;
//   edge.add(leaf_hash(leaf), full);   // tiles that became full are appended to `full`
//   edge.root();
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "relata/ledger/digest.h"

namespace relata {

constexpr int kTileHeight = 8;
constexpr std::size_t kTileWidth = 256;

[[nodiscard]] Digest leaf_hash(std::string_view leaf);
[[nodiscard]] Digest node_hash(const Digest& left, const Digest& right);
// The root over hashes of leaves, or of whole subtrees of one size; SHA-256 of nothing if there are none.
[[nodiscard]] Digest root_of(std::span<const Digest> hashes);

struct Tile {
  int level = 0;
  std::uint64_t place = 0;
  std::vector<Digest> hashes;
};

class TreeEdge {
 public:
  TreeEdge() = default;
  // As it was when it had `size` leaves. `partial`: the tiles of each level that were not full, lowest level first; `whole`: the
  // whole subtrees that make up the tree, largest first, one for each bit of `size`.
  TreeEdge(std::uint64_t size, std::vector<std::vector<Digest>> partial, std::vector<Digest> whole)
      : size_(size), partial_(std::move(partial)), whole_(std::move(whole)) {}

  void add(const Digest& leaf, std::vector<Tile>& full);
  [[nodiscard]] Digest root() const;
  [[nodiscard]] std::uint64_t size() const { return size_; }
  // The tiles that are not full and not empty.
  [[nodiscard]] std::vector<Tile> partial() const;

 private:
  void put(int level, const Digest& hash, std::vector<Tile>& full);

  std::uint64_t size_ = 0;
  std::vector<std::vector<Digest>> partial_;
  std::vector<Digest> whole_;
};

}  // namespace relata
