// SPDX-License-Identifier: Apache-2.0
#include "relata/places/gazetteer_compiler.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "relata/base/utf8.h"
#include "relata/places/gazetteer_bytes.h"
#include "relata/places/place_key.h"

namespace relata {

namespace {

namespace gb = gazetteer_bytes;

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

void put_varint(std::string& out, std::size_t value) {
  while (value >= 0x80) {
    out += static_cast<char>((value & 0x7F) | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

void put_point(std::string& out, GeoPoint point) {
  put(out, static_cast<std::uint32_t>(gb::encode_degrees(point.latitude, 90)), 3);
  put(out, static_cast<std::uint32_t>(gb::encode_degrees(point.longitude, 180)), 3);
}

std::uint8_t rank_of(std::uint64_t population) {
  if (population < 2) return 0;
  return static_cast<std::uint8_t>(
      std::min(255L, std::lround(8 * std::log2(static_cast<double>(population)))));
}

std::optional<std::uint32_t> whole_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = problem == std::errc() && end == digits.data() + digits.size();
  return whole ? std::optional(number) : std::nullopt;
}

Result<std::uint32_t> source_number(const std::string& source) {
  const std::string_view digits = std::string_view(source).substr(source.find(':') + 1);
  if (const auto number = whole_number(digits)) {
    if (source.starts_with(gb::kWhosOnFirstName) && *number < gb::kWhosOnFirst)
      return gb::kWhosOnFirst | *number;
    for (std::uint32_t i = 0; i < gb::kSourceNames.size() && *number <= gb::kSourceMask; ++i) {
      if (source.starts_with(gb::kSourceNames[i])) return i << gb::kSourceShift | *number;
    }
  }
  return Error{"source " + source + " is none that the file can hold"};
}

// The order of the file: parents first, then by key, so that the order of arrival leaves no trace.
Result<std::vector<SourcePlace>> in_order(std::vector<SourcePlace> places) {
  std::sort(places.begin(), places.end(),
            [](const auto& a, const auto& b) { return a.key < b.key; });
  std::unordered_map<std::string, std::size_t> at;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!at.emplace(places[i].key, i).second)
      return Error{"two places with the key " + places[i].key};
  }
  std::vector<int> depth(places.size(), -1);
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::vector<std::size_t> way;
    std::size_t here = i;
    while (depth[here] < 0 && !places[here].parent.empty()) {
      way.push_back(here);
      const auto up = at.find(places[here].parent);
      if (up == at.end())
        return Error{places[here].key + ": its parent " + places[here].parent + " is not there"};
      here = up->second;
      if (way.size() > 64) return Error{places[i].key + ": its parents never end"};
    }
    if (depth[here] < 0) depth[here] = 0;
    for (int d = depth[here]; !way.empty(); way.pop_back()) depth[way.back()] = ++d;
  }
  std::vector<std::size_t> order(places.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return depth[a] < depth[b]; });
  std::vector<SourcePlace> sorted;
  sorted.reserve(places.size());
  for (const std::size_t i : order) sorted.push_back(std::move(places[i]));
  return sorted;
}

bool fits(const std::string& name) {
  return !name.empty() && name.size() <= gb::kNameLimit && !first_bad_utf8(name) &&
         !exact_key(name).empty();
}

// Every name with the places that bear it, largest first.
using Names = std::map<std::string, std::vector<std::uint32_t>>;

Names gather_names(const std::vector<SourcePlace>& places) {
  Names names;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    std::set<std::string> keys;  // spellings that one key covers are kept once
    const auto add = [&](const std::string& name, bool always) {
      if (fits(name) && (keys.insert(exact_key(name)).second || always)) names[name].push_back(i);
    };
    add(places[i].name, true);
    for (const std::string& name : places[i].names) add(name, false);
  }
  for (auto& [name, bearers] : names) {
    std::stable_sort(bearers.begin(), bearers.end(), [&](auto a, auto b) {
      return rank_of(places[a].population) > rank_of(places[b].population);
    });
    bearers.erase(std::unique(bearers.begin(), bearers.end()), bearers.end());
  }
  return names;
}

struct NameList {
  std::string blocks, list;
};

NameList write_names(const Names& names) {
  NameList out;
  std::uint32_t number = 0;
  std::string_view before;
  for (const auto& [name, bearers] : names) {
    if (number++ % gb::kBlockNames == 0) {
      put(out.blocks, out.list.size(), 4);
      before = {};
    }
    const auto differs = std::mismatch(before.begin(), before.end(), name.begin(), name.end());
    const auto shared = static_cast<std::size_t>(differs.first - before.begin());
    const std::size_t size = name.size() - shared;
    put(out.list, std::min<std::size_t>(shared, 15) << 4 | std::min<std::size_t>(size, 15), 1);
    if (shared >= 15) put(out.list, shared, 1);
    if (size >= 15) put(out.list, size, 1);
    out.list.append(name, shared);
    put_varint(out.list, bearers.size());
    for (const std::uint32_t place : bearers) put(out.list, place, 3);
    before = name;
  }
  return out;
}

// An index of the names: open addressing over the keys, four slots in five taken.
std::string write_index(const std::vector<std::pair<std::string, std::uint32_t>>& keys) {
  if (keys.empty()) return {};
  const auto count = static_cast<std::uint32_t>(keys.size() * 5 / 4 + 1);
  std::vector<std::uint32_t> slots(count, 0);
  for (const auto& [key, name] : keys) {
    const std::uint64_t h = gb::hash(key);
    std::uint32_t slot = gb::slot_of(h, count);
    while (slots[slot] != 0) slot = slot + 1 == count ? 0 : slot + 1;
    slots[slot] = gb::tag_of(h) << 24 | (name + 1);
  }
  std::string out;
  for (const std::uint32_t slot : slots) put(out, slot, 4);
  return out;
}

struct Indexes {
  std::string exact, bare, skeletons;
};

Indexes write_indexes(const std::vector<SourcePlace>& places, const Names& names) {
  std::vector<std::pair<std::string, std::uint32_t>> exact, bare, skeletons;
  std::set<std::pair<std::string, std::uint32_t>> seen;  // one spelling per skeleton and place
  std::uint32_t number = 0;
  for (const auto& [name, bearers] : names) {
    const std::string key = exact_key(name);
    exact.emplace_back(key, number);
    if (std::any_of(bearers.begin(), bearers.end(), [&](auto i) { return places[i].bare; })) {
      if (std::string without = bare_key(key); without != key)
        bare.emplace_back(std::move(without), number);
    }
    if (const std::string bones = skeleton(key); bones.size() >= gb::kLeastSkeleton) {
      bool fresh = false;
      for (const std::uint32_t i : bearers)
        fresh |= places[i].by_skeleton && seen.emplace(bones, i).second;
      if (fresh) skeletons.emplace_back(bones, number);
    }
    ++number;
  }
  return {write_index(exact), write_index(bare), write_index(skeletons)};
}

Result<std::string> write_places(const std::vector<SourcePlace>& places, const Names& names) {
  std::unordered_map<std::string_view, std::uint32_t> name_number, place_number;
  std::uint32_t number = 0;
  for (const auto& [name, bearers] : names) name_number.emplace(name, number++);
  number = 0;
  for (const SourcePlace& place : places) place_number.emplace(place.key, number++);
  std::string out;
  for (const SourcePlace& place : places) {
    const auto name = name_number.find(place.name);
    if (name == name_number.end())
      return Error{place.key + ": its name cannot be kept: " + place.name};
    const auto source = source_number(place.source);
    if (!source) return source.error().with(place.key);
    put(out, name->second, 3);
    put(out, place.parent.empty() ? 0 : place_number.at(place.parent) + 1, 3);
    put(out, *source, 4);
    put_point(out, place.point.value_or(GeoPoint{}));
    put(out, rank_of(place.population), 1);
    put(out,
        static_cast<std::uint8_t>(place.kind) | (place.point ? 0u : gb::kNoPoint) |
            (place.lent_point ? gb::kLentPoint : 0u) | (place.capital ? gb::kCapital : 0u) |
            (place.bare ? gb::kBare : 0u) | (place.by_skeleton ? gb::kSkeleton : 0u),
        1);
  }
  return out;
}

std::string write_countries(const std::vector<SourcePlace>& places) {
  std::string out;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (places[i].country_code.size() != 2) continue;
    put(out, i, 3);
    out += places[i].country_code;
  }
  return out;
}

std::string write_shapes(const std::vector<SourcePlace>& places) {
  std::string out;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    const auto& rings = places[i].shape;
    if (rings.empty()) continue;
    put(out, i, 3);
    const std::size_t count = std::min<std::size_t>(rings.size(), 255);
    put(out, count, 1);
    for (std::size_t r = 0; r < count; ++r) {
      const std::size_t points = std::min<std::size_t>(rings[r].size(), 0xFFFF);
      put(out, points, 2);
      for (std::size_t p = 0; p < points; ++p) put_point(out, rings[r][p]);
    }
  }
  return out;
}

}  // namespace

Result<std::string> compile_gazetteer(std::vector<SourcePlace> unordered) {
  RELATA_TRY(const std::vector<SourcePlace> places, in_order(std::move(unordered)));
  const Names names = gather_names(places);
  if (places.size() > gb::kMost || names.size() > gb::kMost)
    return Error{"more places or names than the file can count"};
  RELATA_TRY(const std::string records, write_places(places, names));
  const NameList list = write_names(names);
  const Indexes indexes = write_indexes(places, names);
  const std::string countries = write_countries(places), shapes = write_shapes(places);
  const std::array<const std::string*, gb::kSections> sections = {
      &records,      &list.blocks,       &list.list, &indexes.exact,
      &indexes.bare, &indexes.skeletons, &countries, &shapes};
  std::string out(gb::kMagic);
  put(out, places.size(), 4);
  put(out, names.size(), 4);
  std::size_t offset = gb::kHeaderSize;
  for (const std::string* section : sections) {
    put(out, offset, 4);
    put(out, section->size(), 4);
    offset += section->size();
  }
  for (const std::string* section : sections) out += *section;
  return out;
}

}  // namespace relata
