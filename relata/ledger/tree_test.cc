// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/tree.h"

#include <doctest/doctest.h>

#include <map>
#include <utility>

#include "relata/ledger/proof.h"

namespace relata {
namespace {

// The leaves of the test vectors that implementations of RFC 6962 share, and the roots of their first 1, 2, … 8.
const std::vector<std::string> kLeaves = {
    "",
    std::string("\0", 1),
    "\x10",
    "\x20\x21",
    "\x30\x31",
    "\x40\x41\x42\x43",
    "\x50\x51\x52\x53\x54\x55\x56\x57",
    "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
constexpr const char* kRoots[] = {
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<Digest> numbered(std::size_t count) {
  std::vector<Digest> hashes;
  for (std::size_t i = 0; i < count; ++i) hashes.push_back(leaf_hash(std::to_string(i)));
  return hashes;
}

Subtrees subtrees_of(const std::vector<Digest>& leaves) {
  return [&leaves](int level, std::uint64_t place) -> Result<Digest> {
    const std::size_t size = std::size_t{1} << level;
    RELATA_CHECK((place + 1) * size <= leaves.size());
    return root_of(std::span(leaves).subspan(place * size, size));
  };
}

TEST_CASE("roots are those of RFC 6962's test vectors, grown and made at once") {
  CHECK(hex_of_bytes(view_of_bytes(TreeEdge().root())) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  TreeEdge edge;
  std::vector<Digest> hashes;
  std::vector<Tile> full;
  for (std::size_t i = 0; i < kLeaves.size(); ++i) {
    hashes.push_back(leaf_hash(kLeaves[i]));
    edge.add(hashes.back(), full);
    CHECK(hex_of_bytes(view_of_bytes(edge.root())) == kRoots[i]);
    CHECK(root_of(hashes) == edge.root());
  }
}

TEST_CASE("tiles hold every hash of their level once, in order") {
  const std::vector<Digest> leaves = numbered(70'000);
  TreeEdge edge;
  std::map<std::pair<int, std::uint64_t>, std::vector<Digest>> tiles;
  std::vector<Tile> made;
  for (const Digest& leaf : leaves) edge.add(leaf, made);
  for (const Tile& tile : edge.partial()) made.push_back(tile);
  for (const Tile& tile : made) {
    CHECK(tile.hashes.size() <= kTileWidth);
    CHECK(tiles.emplace(std::pair(tile.level, tile.place), tile.hashes).second);
  }
  CHECK(tiles.size() == 274 + 2 + 1);
  for (const auto& [key, hashes] : tiles) {
    const std::size_t under = key.first == 0 ? 1 : key.first == 1 ? 256 : 65'536;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      const std::size_t first = (key.second * kTileWidth + i) * under;
      REQUIRE(hashes[i] == root_of(std::span(leaves).subspan(first, under)));
    }
  }
  CHECK(edge.root() == root_of(leaves));
}

TEST_CASE("every entry of every tree up to 70 leaves is proved, and nothing else") {
  const std::vector<Digest> leaves = numbered(70);
  const Subtrees subtrees = subtrees_of(leaves);
  for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
    const auto root = root_at(subtrees, size);
    REQUIRE(root);
    REQUIRE(*root == root_of(std::span(leaves).first(size)));
    for (std::uint64_t number = 0; number < size; ++number) {
      auto proof = prove_inclusion(subtrees, number, size);
      REQUIRE(proof);
      REQUIRE(includes(*root, size, number, leaves[number], *proof));
      REQUIRE_FALSE(includes(*root, size, number, leaves[(number + 1) % 70], *proof));
      REQUIRE_FALSE(includes(*root, size, size, leaves[number], *proof));
      if (size > 1) REQUIRE_FALSE(includes(*root, size, number ^ 1, leaves[number], *proof));
      proof->push_back(leaves[0]);
      REQUIRE_FALSE(includes(*root, size, number, leaves[number], *proof));
    }
  }
}

TEST_CASE("every tree is proved to be the beginning of every later one, and of no other") {
  const std::vector<Digest> leaves = numbered(70);
  const Subtrees subtrees = subtrees_of(leaves);
  std::vector<Digest> roots;
  for (std::uint64_t size = 0; size <= leaves.size(); ++size)
    roots.push_back(root_of(std::span(leaves).first(size)));
  for (std::uint64_t later = 0; later <= leaves.size(); ++later) {
    for (std::uint64_t earlier = 0; earlier <= later; ++earlier) {
      auto proof = prove_consistency(subtrees, earlier, later);
      REQUIRE(proof);
      REQUIRE(continues(roots[earlier], earlier, roots[later], later, *proof));
      if (later == 0) continue;
      REQUIRE_FALSE(continues(leaves[69], earlier, roots[later], later, *proof));
      if (earlier > 0) REQUIRE_FALSE(continues(roots[earlier], earlier, leaves[69], later, *proof));
      for (Digest& hash : *proof) {
        hash[5] ^= 1;
        REQUIRE_FALSE(continues(roots[earlier], earlier, roots[later], later, *proof));
        hash[5] ^= 1;
      }
    }
  }
}

}  // namespace
}  // namespace relata
