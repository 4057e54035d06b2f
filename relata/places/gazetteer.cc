// SPDX-License-Identifier: Apache-2.0
#include "relata/places/gazetteer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "relata/places/gazetteer_bytes.h"
#include "relata/places/place_key.h"

namespace relata {

namespace gb = gazetteer_bytes;

struct Gazetteer::NameEntry {
  std::array<char, gb::kNameLimit> bytes{};
  std::size_t size = 0;
  Bytes places;  // u24 each

  [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
};

namespace {

// Reads forward through bytes that may lie: past the end it gives zeros and remembers.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

  std::uint8_t byte() {
    if (rest_.empty()) {
      bad_ = true;
      return 0;
    }
    const std::uint8_t value = rest_[0];
    rest_ = rest_.subspan(1);
    return value;
  }
  std::uint32_t varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 28; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<std::uint32_t>(next & 0x7F) << shift;
      if ((next & 0x80) == 0) return value;
    }
    bad_ = true;
    return 0;
  }
  std::span<const std::uint8_t> take(std::size_t size) {
    if (size > rest_.size()) {
      bad_ = true;
      return {};
    }
    const auto taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }
  [[nodiscard]] bool bad() const { return bad_; }
  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  std::span<const std::uint8_t> rest_;
  bool bad_ = false;
};

GeoPoint point_at(const std::uint8_t* at) {
  return {gb::decode_degrees(gb::i24(at), 90), gb::decode_degrees(gb::i24(at + 3), 180)};
}

bool ring_contains(const GeoRing& ring, GeoPoint p) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const GeoPoint a = ring[i], b = ring[j];
    if ((a.latitude > p.latitude) == (b.latitude > p.latitude)) continue;
    const double at =
        (b.longitude - a.longitude) * (p.latitude - a.latitude) / (b.latitude - a.latitude) +
        a.longitude;
    if (p.longitude < at) inside = !inside;
  }
  return inside;
}

}  // namespace

double distance_km(GeoPoint a, GeoPoint b) {
  constexpr double kRadius = 6371.0088;
  constexpr double kRadians = std::numbers::pi / 180;
  const double dlat = (b.latitude - a.latitude) * kRadians / 2;
  const double dlon = (b.longitude - a.longitude) * kRadians / 2;
  const double h = std::sin(dlat) * std::sin(dlat) + std::cos(a.latitude * kRadians) *
                                                         std::cos(b.latitude * kRadians) *
                                                         std::sin(dlon) * std::sin(dlon);
  return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

Result<Gazetteer> Gazetteer::load(const DataFolder& folder) {
  RELATA_TRY(auto file, folder.model("gazetteer.bin"));
  auto gazetteer = open(std::move(file));
  if (!gazetteer) return gazetteer.error().with("models/gazetteer.bin");
  return gazetteer;
}

Result<Gazetteer> Gazetteer::open(std::unique_ptr<MappedFile> file) {
  Gazetteer g(std::move(file));
  const auto raw = g.file_->bytes();
  const Bytes all(reinterpret_cast<const std::uint8_t*>(raw.data()), raw.size());
  if (all.size() < gb::kHeaderSize ||
      std::memcmp(all.data(), gb::kMagic.data(), gb::kMagic.size()) != 0) {
    return Error{"is not a gazetteer of this version"};
  }
  const std::uint8_t* header = all.data() + gb::kMagic.size();
  g.places_ = gb::u32(header);
  g.names_ = gb::u32(header + 4);
  if (g.places_ > gb::kMost || g.names_ > gb::kMost)
    return Error{"counts more than a gazetteer can hold"};
  const std::array<Bytes*, gb::kSections> sections = {&g.records_,   &g.blocks_, &g.list_,
                                                      &g.exact_,     &g.bare_,   &g.skeletons_,
                                                      &g.countries_, &g.shapes_};
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const std::uint32_t offset = gb::u32(header + 8 + 8 * i), size = gb::u32(header + 12 + 8 * i);
    if (offset > all.size() || size > all.size() - offset) {
      return Error{"section " + std::to_string(i) + " lies outside the file"};
    }
    *sections[i] = all.subspan(offset, size);
  }
  const std::size_t blocks = (g.names_ + gb::kBlockNames - 1) / gb::kBlockNames;
  if (g.records_.size() != g.places_ * gb::kPlaceSize || g.blocks_.size() != 4 * blocks ||
      g.exact_.size() % 4 != 0 || g.bare_.size() % 4 != 0 || g.skeletons_.size() % 4 != 0 ||
      g.countries_.size() % gb::kCountrySize != 0) {
    return Error{"a section has not the size that its counts ask for"};
  }
  return g;
}

bool Gazetteer::entry(std::uint32_t name, NameEntry& out) const {
  if (name >= names_) return false;
  const std::uint32_t offset = gb::u32(blocks_.data() + 4 * (name / gb::kBlockNames));
  if (offset > list_.size()) return false;
  Reader reader(list_.subspan(offset));
  out.size = 0;
  for (std::uint32_t i = 0; i <= name % gb::kBlockNames; ++i) {
    const std::uint8_t both = reader.byte();
    const std::size_t shared = both >> 4 == 15 ? reader.byte() : both >> 4;
    const std::size_t size = (both & 15) == 15 ? reader.byte() : both & 15;
    const auto suffix = reader.take(size);
    if (reader.bad() || shared > out.size || shared + size > gb::kNameLimit) return false;
    std::copy(suffix.begin(), suffix.end(),
              reinterpret_cast<std::uint8_t*>(out.bytes.data()) + shared);
    out.size = shared + size;
    out.places = reader.take(std::size_t{3} * reader.varint());
    if (reader.bad()) return false;
  }
  return true;
}

void Gazetteer::find_in(Bytes slots, Key kind, std::string_view key,
                        std::vector<PlaceId>& out) const {
  const auto count = static_cast<std::uint32_t>(slots.size() / 4);
  if (count == 0 || key.empty()) return;
  const std::uint64_t h = gb::hash(key);
  const std::uint8_t needed = kind == Key::bare       ? gb::kBare
                              : kind == Key::skeleton ? gb::kSkeleton
                                                      : 0;
  const std::size_t before = out.size();
  std::uint32_t slot = gb::slot_of(h, count);
  for (std::uint32_t probes = 0; probes < count;
       ++probes, slot = slot + 1 == count ? 0 : slot + 1) {
    const std::uint32_t value = gb::u32(slots.data() + 4 * slot);
    if (value == 0) return;
    if (value >> 24 != gb::tag_of(h)) continue;
    NameEntry name;
    if (!entry((value & 0xFFFFFF) - 1, name)) continue;
    std::string own = exact_key(name.text());
    if (kind == Key::bare) own = bare_key(own);
    if (kind == Key::skeleton) own = skeleton(own);
    if (own != key) continue;
    for (std::size_t at = 0; at < name.places.size() && out.size() - before < kMostPlaces;
         at += 3) {
      const PlaceId id{gb::u24(name.places.data() + at)};
      const std::uint8_t* place = record(id);
      if (place == nullptr || (place[17] & needed) != needed) continue;
      const auto begin = out.begin() + static_cast<std::ptrdiff_t>(before);
      if (std::find(begin, out.end(), id) == out.end()) out.push_back(id);
    }
  }
}

void Gazetteer::find(std::string_view exact, std::vector<PlaceId>& out) const {
  find_in(exact_, Key::exact, exact, out);
}
void Gazetteer::find_bare(std::string_view bare, std::vector<PlaceId>& out) const {
  find_in(bare_, Key::bare, bare, out);
  find_in(exact_, Key::bare, bare, out);  // names without an article have no second entry
}
void Gazetteer::find_skeleton(std::string_view skeleton, std::vector<PlaceId>& out) const {
  find_in(skeletons_, Key::skeleton, skeleton, out);
}

const std::uint8_t* Gazetteer::record(PlaceId id) const {
  return id.value < places_ ? records_.data() + gb::kPlaceSize * id.value : nullptr;
}

std::string Gazetteer::name(PlaceId id) const {
  const std::uint8_t* place = record(id);
  NameEntry name;
  return place != nullptr && entry(gb::u24(place), name) ? std::string(name.text()) : std::string();
}

PlaceKind Gazetteer::kind(PlaceId id) const {
  const std::uint8_t* place = record(id);
  return place == nullptr ? PlaceKind::village : static_cast<PlaceKind>(place[17] & gb::kKindMask);
}

bool Gazetteer::is_capital(PlaceId id) const {
  const std::uint8_t* place = record(id);
  return place != nullptr && (place[17] & gb::kCapital) != 0;
}

std::uint8_t Gazetteer::rank(PlaceId id) const {
  const std::uint8_t* place = record(id);
  return place == nullptr ? std::uint8_t{0} : place[16];
}

GeoPoint Gazetteer::point(PlaceId id) const {
  const std::uint8_t* place = record(id);
  return place == nullptr ? GeoPoint{} : point_at(place + 10);
}

bool Gazetteer::has_point(PlaceId id) const {
  const std::uint8_t* place = record(id);
  return place != nullptr && (place[17] & gb::kNoPoint) == 0;
}

bool Gazetteer::has_lent_point(PlaceId id) const {
  const std::uint8_t* place = record(id);
  return place != nullptr && (place[17] & gb::kLentPoint) != 0;
}

std::string Gazetteer::source(PlaceId id) const {
  const std::uint8_t* place = record(id);
  if (place == nullptr) return {};
  const std::uint32_t source = gb::u32(place + 6);
  if ((source & gb::kWhosOnFirst) != 0) {
    return std::string(gb::kWhosOnFirstName) + std::to_string(source & ~gb::kWhosOnFirst);
  }
  const std::uint32_t whose = source >> gb::kSourceShift;
  if (whose >= gb::kSourceNames.size()) return {};
  return std::string(gb::kSourceNames[whose]) + std::to_string(source & gb::kSourceMask);
}

bool Gazetteer::is_reviewed(PlaceId id) const {
  const std::uint8_t* place = record(id);
  return place != nullptr && gb::u32(place + 6) >> gb::kSourceShift == 0;
}

std::optional<PlaceId> Gazetteer::parent(PlaceId id) const {
  const std::uint8_t* place = record(id);
  if (place == nullptr) return std::nullopt;
  const std::uint32_t parent = gb::u24(place + 3);
  // A place comes after its parent, so that walking up always ends.
  if (parent == 0 || parent - 1 >= id.value) return std::nullopt;
  return PlaceId{parent - 1};
}

std::optional<PlaceId> Gazetteer::country(PlaceId id) const {
  for (std::optional<PlaceId> at = id; at; at = parent(*at)) {
    if (kind(*at) == PlaceKind::country) return at;
  }
  return std::nullopt;
}

std::optional<PlaceId> Gazetteer::region(PlaceId id) const {
  std::optional<PlaceId> found;
  for (std::optional<PlaceId> at = id; at; at = parent(*at)) {
    if (kind(*at) == PlaceKind::region) found = at;  // the outermost one
  }
  return found;
}

std::string Gazetteer::country_code(PlaceId id) const {
  const auto home = country(id);
  if (!home) return {};
  std::size_t low = 0, high = countries_.size() / gb::kCountrySize;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::uint8_t* at = countries_.data() + gb::kCountrySize * middle;
    const std::uint32_t place = gb::u24(at);
    if (place == home->value) return {static_cast<char>(at[3]), static_cast<char>(at[4])};
    (place < home->value ? low : high) = place < home->value ? middle + 1 : middle;
  }
  return {};
}

std::optional<PlaceId> Gazetteer::country_of_code(std::string_view code) const {
  for (std::size_t at = 0; code.size() == 2 && at + gb::kCountrySize <= countries_.size();
       at += gb::kCountrySize) {
    const std::uint8_t* country = countries_.data() + at;
    if (country[3] == code[0] && country[4] == code[1]) return PlaceId{gb::u24(country)};
  }
  return std::nullopt;
}

bool Gazetteer::within(PlaceId id, PlaceId larger) const {
  for (std::optional<PlaceId> at = id; at && at->value >= larger.value; at = parent(*at)) {
    if (*at == larger) return true;
  }
  return false;
}

std::vector<GeoRing> Gazetteer::shape(PlaceId id) const {
  Reader reader(shapes_);
  while (!reader.done() && !reader.bad()) {
    const auto place = reader.take(3);
    const std::uint8_t rings = reader.byte();
    std::vector<GeoRing> shape;
    for (std::uint8_t i = 0; i < rings && !reader.bad(); ++i) {
      const std::size_t low = reader.byte(), high = reader.byte();
      const auto points = reader.take(6 * (low | high << 8));
      GeoRing ring;
      for (std::size_t at = 0; at < points.size(); at += 6)
        ring.push_back(point_at(points.data() + at));
      shape.push_back(std::move(ring));
    }
    if (!reader.bad() && gb::u24(place.data()) == id.value) return shape;
  }
  return {};
}

bool Gazetteer::shape_contains(PlaceId id, GeoPoint point) const {
  bool inside = false;  // even-odd over all rings, so that holes count
  for (const GeoRing& ring : shape(id)) inside ^= !ring.empty() && ring_contains(ring, point);
  return inside;
}

std::vector<std::string> Gazetteer::names(PlaceId id) const {
  std::vector<std::string> found;
  NameEntry name;
  for (std::uint32_t i = 0; i < names_; ++i) {
    if (!entry(i, name)) continue;
    for (std::size_t at = 0; at < name.places.size(); at += 3) {
      if (gb::u24(name.places.data() + at) == id.value) found.emplace_back(name.text());
    }
  }
  return found;
}

}  // namespace relata
