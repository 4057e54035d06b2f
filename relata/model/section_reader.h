// SPDX-License-Identifier: Apache-2.0
// SectionReader: walks over the bytes of a model's section, front to back; arrays are views into
// the mapping. Once anything is out of bounds everything after reads as zero or empty and ok() is
// false: ask once, at the end. SectionBytes: the other side, appending the same values.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace relata {

class SectionReader {
 public:
  explicit SectionReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <typename T>
  [[nodiscard]] T value() {
    static_assert(std::is_trivially_copyable_v<T>);
    T result{};
    if (const auto part = take(sizeof(T)); !part.empty())
      std::memcpy(&result, part.data(), sizeof(T));
    return result;
  }

  // `count` values that lie where they are; not ok() if they are not aligned.
  template <typename T>
  [[nodiscard]] std::span<const T> array(std::uint64_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (count > bytes_.size() / sizeof(T)) ok_ = false;
    const auto part = take(ok_ ? count * sizeof(T) : 0);
    if (reinterpret_cast<std::uintptr_t>(part.data()) % alignof(T) != 0) ok_ = false;
    if (!ok_) return {};
    return {reinterpret_cast<const T*>(part.data()), static_cast<std::size_t>(count)};
  }

  [[nodiscard]] std::string_view text(std::uint64_t size) {
    const auto part = array<char>(size);
    return {part.data(), part.size()};
  }

  // Past the padding to the next multiple of 8, counted from the section's start.
  void align() {
    while (ok_ && taken_ % 8 != 0) static_cast<void>(value<std::uint8_t>());
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  std::span<const std::byte> take(std::uint64_t size) {
    if (!ok_ || size > bytes_.size()) {
      ok_ = false;
      return {};
    }
    const auto part = bytes_.first(static_cast<std::size_t>(size));
    bytes_ = bytes_.subspan(part.size());
    taken_ += part.size();
    return part;
  }

  std::span<const std::byte> bytes_;
  std::uint64_t taken_ = 0;
  bool ok_ = true;
};

class SectionBytes {
 public:
  template <typename T>
  void value(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(T));
  }
  template <typename T>
  void array(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }
  void text(std::string_view text) { bytes_ += text; }
  void align() { bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0'); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace relata
