// SPDX-License-Identifier: Apache-2.0
// Gazetteer: the places of the world that Relata knows, in one mapped file (models/gazetteer.bin).
//
//   RELATA_TRY(Gazetteer gazetteer, Gazetteer::load(folder));
//   std::vector<PlaceId> found;
//   gazetteer.find(exact_key("al-Fardous"), found);          // every place of that name, largest first
//
// Every offset in the file is checked before it is followed: a damaged file gives an Error at load, or names nothing; it never
// crashes. The file, little-endian (docs/formats/gazetteer.md has the reasons and the scale of each number):
//
//   file      := "RELGAZ1\n" u32:places u32:names section{8} …
//   section   := u32:offset u32:size                       in the order of the rules below
//   places    := place*                                    18 bytes each; a place comes after its parent
//   place     := u24:name u24:parent+1 u32:source i24:latitude i24:longitude u8:rank u8:kind
//   blocks    := u32*                                      offset in `list` of every 16th name
//   list      := name*                                     sorted by bytes, no name twice
//   name      := u4:size u4:shared u8:shared? u8:size? byte{size} varint:count u24:place{count}
//                shared: bytes in common with the name before in its block; 15 in four bits: the number follows in a byte
//   exact, bare, skeletons := slot*                        open addressing by fnv1a(key), linear probing
//   slot      := u32: 0 | tag << 24 | name + 1              `bare` holds only names whose bare key is not their exact key
//   countries := (u24:place byte{2}:ISO 3166 alpha-2)*     sorted by place
//   shapes    := shape*                                    sorted by place
//   shape     := u24:place u8:rings ring{rings}
//   ring      := u16:points (i24:latitude i24:longitude){points}
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/base/result.h"
#include "relata/places/place.h"

namespace relata {

struct GeoPoint {
  double latitude = 0, longitude = 0;  // WGS 84 degrees
};

// Great-circle distance on a sphere of 6371.0088 km.
[[nodiscard]] double distance_km(GeoPoint a, GeoPoint b);

using GeoRing = std::vector<GeoPoint>;  // closed: the last point joins the first

class Gazetteer {
 public:
  // Maps models/gazetteer.bin.
  static Result<Gazetteer> load(const DataFolder& folder);
  // Takes a mapped file. Errors: not a gazetteer, or sections that do not fit into it.
  static Result<Gazetteer> open(std::unique_ptr<MappedFile> file);

  [[nodiscard]] std::uint32_t size() const { return places_; }

  // Appends the places that bear a name with this exact key, largest first per spelling, to `out` (at most kMostPlaces).
  void find(std::string_view exact, std::vector<PlaceId>& out) const;
  // The same by bare key; only places where Arabic articles are used are indexed by it.
  void find_bare(std::string_view bare, std::vector<PlaceId>& out) const;
  // The same by skeleton; only places in countries that are covered down to villages. Use within a known larger place.
  void find_skeleton(std::string_view skeleton, std::vector<PlaceId>& out) const;

  [[nodiscard]] std::string name(PlaceId id) const;
  [[nodiscard]] PlaceKind kind(PlaceId id) const;
  [[nodiscard]] bool is_capital(PlaceId id) const;    // of its country
  [[nodiscard]] std::uint8_t rank(PlaceId id) const;  // 8 * log2(population), 0 if unknown
  [[nodiscard]] GeoPoint point(PlaceId id) const;
  [[nodiscard]] bool has_point(PlaceId id) const;
  [[nodiscard]] bool has_lent_point(PlaceId id) const;  // that of the place that it is within
  [[nodiscard]] std::string source(
      PlaceId id) const;  // "wof:421202163", "geonames:170063", "relata:17"
  [[nodiscard]] bool is_reviewed(
      PlaceId id) const;  // of Relata's own list: it is named in reports on wars
  [[nodiscard]] std::optional<PlaceId> parent(PlaceId id) const;
  [[nodiscard]] std::optional<PlaceId> country(PlaceId id) const;  // itself, if it is one
  [[nodiscard]] std::optional<PlaceId> region(
      PlaceId id) const;  // first-level division; itself, if it is one
  [[nodiscard]] std::string country_code(PlaceId id) const;     // "" if unknown
  [[nodiscard]] bool within(PlaceId id, PlaceId larger) const;  // or the same
  [[nodiscard]] std::vector<GeoRing> shape(PlaceId id) const;   // empty: a point only
  [[nodiscard]] bool shape_contains(PlaceId id, GeoPoint point) const;
  // Every name of a place, in the order of the list. Scans the file: for people who look one place up.
  [[nodiscard]] std::vector<std::string> names(PlaceId id) const;
  // The country with this ISO code.
  [[nodiscard]] std::optional<PlaceId> country_of_code(std::string_view code) const;

  static constexpr std::size_t kMostPlaces = 256;  // that one lookup gives

 private:
  using Bytes = std::span<const std::uint8_t>;
  struct NameEntry;
  enum class Key : std::uint8_t { exact, bare, skeleton };

  explicit Gazetteer(std::unique_ptr<MappedFile> file) : file_(std::move(file)) {}
  [[nodiscard]] bool entry(std::uint32_t name, NameEntry& out) const;
  void find_in(Bytes slots, Key kind, std::string_view key, std::vector<PlaceId>& out) const;
  [[nodiscard]] const std::uint8_t* record(PlaceId id) const;

  std::unique_ptr<MappedFile> file_;
  std::uint32_t places_ = 0, names_ = 0;
  Bytes records_, blocks_, list_, exact_, bare_, skeletons_, countries_, shapes_;
};

}  // namespace relata
