// SPDX-License-Identifier: Apache-2.0
// JsonValues: the values of a JSON file one after the other, as bytes not yet parsed: one a line (JSON Lines), the elements of
// one array, or objects written one after the other. A line or element that breaks the rules does not stop the others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "relata/ingest/input_buffer.h"
#include "relata/ingest/limits.h"

namespace relata {

class JsonValues {
 public:
  // `lines`: JSON Lines for certain; otherwise the first bytes decide.
  JsonValues(InputBuffer input, bool lines, const Limits& limits)
      : input_(std::move(input)),
        limits_(limits),
        layout_(lines ? Layout::lines : Layout::unknown) {}

  // The next value; nothing at the end. The view is valid until the next call.
  Result<std::optional<std::string_view>> next();
  // The line on which the value given last began; the first is 1.
  [[nodiscard]] std::uint64_t line() const { return value_line_; }
  [[nodiscard]] std::uint64_t bytes_read() const { return input_.bytes_read(); }

 private:
  enum class Layout : std::uint8_t { unknown, lines, values, array, done };
  using Value = std::optional<std::string_view>;

  Result<Done> find_layout();
  Result<bool> skip_space(std::string_view also);  // false at the end
  Result<Value> next_line();
  Result<Value> next_value();
  Result<std::size_t> value_end();
  void pass(std::size_t count);  // takes bytes and counts their lines
  [[nodiscard]] Error too_large() const;

  InputBuffer input_;
  const Limits& limits_;
  Layout layout_;
  std::size_t given_ = 0;  // bytes of the value given last, taken at the next call
  std::uint64_t line_ = 1;
  std::uint64_t value_line_ = 1;
};

}  // namespace relata
