// SPDX-License-Identifier: Apache-2.0
// What fuzz targets share: the bytes of an input, streams that give them in pieces, and what every report must keep.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "relata/base/env.h"
#include "relata/base/span.h"
#include "relata/base/utf8.h"

namespace relata {

inline std::string_view view_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Bytes in pieces of a given size: a reader must give the same whatever the pieces are.
class PieceStream final : public ByteStream {
 public:
  PieceStream(std::string_view bytes, std::size_t piece) : bytes_(bytes), piece_(piece) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = bytes_.copy(buffer.data(), std::min(buffer.size(), piece_));
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t piece_;
};

// Bytes as a mapped file gives them: aligned as a page is.
class HeldBytes final : public MappedFile {
 public:
  explicit HeldBytes(std::string_view bytes)
      : storage_(std::make_unique<std::uint64_t[]>(bytes.size() / 8 + 1)), size_(bytes.size()) {
    bytes.copy(reinterpret_cast<char*>(storage_.get()), bytes.size());
  }
  [[nodiscard]] std::span<const std::byte> bytes() const override {
    return {reinterpret_cast<const std::byte*>(storage_.get()), size_};
  }

 private:
  std::unique_ptr<std::uint64_t[]> storage_;
  std::size_t size_;
};

inline void check_span(std::string_view text, const std::optional<Span>& span) {
  if (!span) return;
  RELATA_CHECK(span->begin < span->end && span->end <= text.size());
  RELATA_CHECK(on_boundary(text, span->begin) && on_boundary(text, span->end));
}

}  // namespace relata
