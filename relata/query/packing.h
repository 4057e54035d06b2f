// SPDX-License-Identifier: Apache-2.0
// Packing of values into the bytes that the view tables keep, and back. One function describes a value for both ways:
//
//   template <typename Bytes> void pack(Bytes& bytes, Slip& slip) { bytes.number(slip.count); bytes.text(slip.name); }
//   PackWriter writer;  pack(writer, slip);  writer.finish()
//   PackReader reader(stored);  pack(reader, slip);  if (!reader.complete()) …
//
//   packed := version:u8 number(reports) report{16 bytes}* value*
//   number := LEB128; signed ones zigzag; reals 8 bytes, least first; text := number(size) bytes
// Keys of accounts name their report by its place in the list. A reader never goes beyond its bytes and never allocates
// more than they can fill; after the first thing that does not fit everything reads as nothing.
#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "relata/accounts/account.h"

namespace relata {

inline constexpr std::uint8_t kPackingVersion = 1;

class PackWriter {
 public:
  static constexpr bool kReads = false;

  template <typename Number>
  void number(Number& value) {
    if constexpr (std::is_enum_v<Number>) {
      leb(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_signed_v<Number>) {
      const auto wide = static_cast<std::int64_t>(value);
      leb(static_cast<std::uint64_t>(wide) << 1 ^ static_cast<std::uint64_t>(wide >> 63));
    } else {
      leb(static_cast<std::uint64_t>(value));
    }
  }
  // An enumerator of at most `last`.
  template <typename Enum>
  void choice(Enum& value, Enum) {
    number(value);
  }
  void real(double& value) { fixed(std::bit_cast<std::uint64_t>(value)); }
  void fixed(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) body_ += static_cast<char>(value >> (8 * i) & 0xFF);
  }
  void text(std::string& value) {
    leb(value.size());
    body_ += value;
  }
  void report(ReportId& id) {
    const auto [at, is_new] = places_.emplace(id, reports_.size());
    if (is_new) reports_.push_back(id);
    leb(at->second);
  }
  // How many things follow, each of at least one byte.
  void size(std::size_t& count) { leb(count); }

  [[nodiscard]] std::string finish() const;

 private:
  void leb(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) body_ += static_cast<char>(value | 0x80);
    body_ += static_cast<char>(value);
  }

  std::string body_;
  std::vector<ReportId> reports_;
  std::map<ReportId, std::size_t> places_;
};

class PackReader {
 public:
  static constexpr bool kReads = true;

  explicit PackReader(std::string_view bytes);

  template <typename Number>
  void number(Number& value) {
    const std::uint64_t wide = leb();
    if constexpr (std::is_signed_v<Number> && !std::is_enum_v<Number>) {
      value = static_cast<Number>(static_cast<std::int64_t>(wide >> 1 ^ (~(wide & 1) + 1)));
    } else {
      value = static_cast<Number>(wide);
    }
  }
  template <typename Enum>
  void choice(Enum& value, Enum last) {
    const std::uint64_t wide = leb();
    if (wide > static_cast<std::uint64_t>(last)) return fail();
    value = static_cast<Enum>(wide);
  }
  void real(double& value) { value = std::bit_cast<double>(fixed_value()); }
  void text(std::string& value);
  void report(ReportId& id);
  void size(std::size_t& count);

  void fail() {
    failed_ = true;
    rest_ = {};
  }
  // Whether all bytes were read and all of them fitted.
  [[nodiscard]] bool complete() const { return !failed_ && rest_.empty(); }

 private:
  std::uint64_t leb();
  std::uint64_t fixed_value();

  std::string_view rest_;
  std::vector<ReportId> reports_;
  bool failed_ = false;
};

// The values that all others are made of.

template <typename Bytes>
void pack_boolean(Bytes& bytes, bool& value) {
  std::uint8_t number = value ? 1 : 0;
  bytes.number(number);
  value = number != 0;
}

template <typename Bytes>
void pack_float(Bytes& bytes, float& value) {
  std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
  bytes.number(bits);
  value = std::bit_cast<float>(bits);
}

template <typename Bytes, typename Value, typename Pack>
void pack_optional(Bytes& bytes, std::optional<Value>& value, Pack pack_value) {
  bool there = value.has_value();
  pack_boolean(bytes, there);
  if (!there) return value.reset();
  if (!value) value.emplace();
  pack_value(*value);
}

template <typename Bytes, typename Value, typename Pack>
void pack_list(Bytes& bytes, std::vector<Value>& values, Pack pack_value) {
  std::size_t count = values.size();
  bytes.size(count);
  if constexpr (Bytes::kReads) values.resize(count);
  for (Value& value : values) pack_value(value);
}

template <typename Bytes>
void pack(Bytes& bytes, Span& span) {
  std::uint32_t size = span.end - span.begin;
  bytes.number(span.begin);
  bytes.number(size);
  span.end = span.begin + size;
}

template <typename Bytes>
void pack(Bytes& bytes, AccountKey& key) {
  bytes.report(key.report);
  pack(bytes, key.trigger);
  bytes.number(key.nth);
}

template <typename Bytes>
void pack(Bytes& bytes, Date& date) {
  std::int32_t days = static_cast<std::int32_t>(date.time_since_epoch().count());
  bytes.number(days);
  date = Date(std::chrono::days(days));
}

template <typename Bytes>
void pack(Bytes& bytes, Period& period) {
  pack(bytes, period.from);
  pack(bytes, period.to);
}

template <typename Bytes>
void pack(Bytes& bytes, Site& site) {
  for (std::string* text :
       {&site.name, &site.within, &site.gazetteer_name, &site.admin1, &site.country})
    bytes.text(*text);
  pack_optional(bytes, site.kind, [&](PlaceKind& kind) { bytes.choice(kind, PlaceKind::camp); });
  pack_optional(bytes, site.latitude, [&](double& value) { bytes.real(value); });
  pack_optional(bytes, site.longitude, [&](double& value) { bytes.real(value); });
  pack_boolean(bytes, site.approximate);
  bytes.choice(site.ground, Ground::beside);
}

template <typename Bytes>
void pack(Bytes& bytes, ToldVoice& voice) {
  bytes.text(voice.name);
  bytes.choice(voice.kind, VoiceKind::other);
  bytes.choice(voice.side, Side::unknown);
  pack_boolean(bytes, voice.named);
}

}  // namespace relata
