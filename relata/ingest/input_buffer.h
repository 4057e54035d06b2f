// SPDX-License-Identifier: Apache-2.0
// InputBuffer: a stream of bytes seen through a window that grows as far as a record needs and no further.
// UTF-16, UTF-32 and any encoding that the caller names come out as UTF-8; a byte-order mark is dropped.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/env.h"
#include "relata/ingest/tables.h"

namespace relata {

class InputBuffer {
 public:
  // Errors: the stream cannot be read, begins as a known binary file does, or `encoding` is not known.
  static Result<InputBuffer> open(std::unique_ptr<ByteStream> stream,
                                  const std::optional<std::string>& encoding,
                                  const IngestTables::Parts& tables);

  // The bytes held and not yet taken. Valid until more() or take().
  [[nodiscard]] std::string_view rest() const {
    return std::string_view(held_).substr(at_, end_ - at_);
  }
  // Holds more bytes than before; false at the end of the stream.
  Result<bool> more();
  void take(std::size_t count) { at_ += count; }
  // All bytes that came from the stream so far.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  InputBuffer() = default;

  std::unique_ptr<ByteStream> stream_;
  std::string held_;
  std::size_t at_ = 0;   // what is before has been taken
  std::size_t end_ = 0;  // what is behind is room
  std::uint64_t bytes_read_ = 0;
};

}  // namespace relata
