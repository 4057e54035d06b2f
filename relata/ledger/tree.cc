// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/tree.h"

#include <bit>

namespace relata {

Digest leaf_hash(std::string_view leaf) { return sha256({std::string_view("\0", 1), leaf}); }

Digest node_hash(const Digest& left, const Digest& right) {
  return sha256({"\1", view_of_bytes(left), view_of_bytes(right)});
}

Digest root_of(std::span<const Digest> hashes) {
  if (hashes.empty()) return sha256({});
  if (hashes.size() == 1) return hashes[0];
  const std::size_t left = std::bit_floor(hashes.size() - 1);
  return node_hash(root_of(hashes.first(left)), root_of(hashes.subspan(left)));
}

void TreeEdge::put(int level, const Digest& hash, std::vector<Tile>& full) {
  const auto at = static_cast<std::size_t>(level);
  if (partial_.size() <= at) partial_.resize(at + 1);
  partial_[at].push_back(hash);
  if (partial_[at].size() < kTileWidth) return;
  full.push_back(Tile{level, (size_ - 1) >> (kTileHeight * (level + 1)), std::move(partial_[at])});
  partial_[at].clear();
}

void TreeEdge::add(const Digest& leaf, std::vector<Tile>& full) {
  ++size_;
  whole_.push_back(leaf);
  put(0, leaf, full);
  // Each trailing zero of the new size joins two subtrees of one size.
  for (int level = 1; level <= std::countr_zero(size_); ++level) {
    const Digest right = whole_.back();
    whole_.pop_back();
    whole_.back() = node_hash(whole_.back(), right);
    if (level % kTileHeight == 0) put(level / kTileHeight, whole_.back(), full);
  }
}

Digest TreeEdge::root() const {
  if (whole_.empty()) return sha256({});
  Digest root = whole_.back();
  for (std::size_t i = whole_.size() - 1; i-- > 0;) root = node_hash(whole_[i], root);
  return root;
}

std::vector<Tile> TreeEdge::partial() const {
  std::vector<Tile> tiles;
  for (std::size_t level = 0; level < partial_.size(); ++level) {
    if (partial_[level].empty()) continue;
    const auto height = static_cast<int>(level) + 1;
    tiles.push_back(
        Tile{static_cast<int>(level), size_ >> (kTileHeight * height), partial_[level]});
  }
  return tiles;
}

}  // namespace relata
