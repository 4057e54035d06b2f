// SPDX-License-Identifier: Apache-2.0
// VectorTable: a vector for each row, as 8-bit numbers with a step of their own; and which row is whose, by the hash of a word.
//
//   table := u32:rows u32:columns u32:slots (a power of two, or 0) u32:0
//            key:u32[slots] (the hash's upper half, lowest bit set; 0: free)  row:u32[slots]  step:u16[rows] pad8
//            i8:value[rows * columns]
//
// A number is value * step * 2^-16. A word lies in the first free slot from its hash's lower bits on; row 0 is that of unknown words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "relata/base/result.h"
#include "relata/model/model_file.h"

namespace relata {

class VectorTable {
 public:
  static constexpr std::uint32_t kMostColumns = 1024;

  // A view into `file`, which must outlive it.
  static Result<VectorTable> open(const ModelFile& file, std::string_view name);

  [[nodiscard]] std::uint32_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  // 0: unknown.
  [[nodiscard]] std::uint32_t row_of(std::uint64_t word_hash) const;
  // Adds the row's numbers, in steps of 2^-16, to the first of `out`.
  void add_row(std::uint32_t row, std::span<std::int32_t> out) const;

 private:
  VectorTable() = default;

  std::uint32_t rows_ = 0;
  std::size_t columns_ = 0;
  std::span<const std::uint32_t> keys_;
  std::span<const std::uint32_t> slot_rows_;
  std::span<const std::uint16_t> steps_;
  std::span<const std::int8_t> values_;
};

// `words`: the hash of each row, of which the first counts nothing; or empty.
[[nodiscard]] std::string vector_table_section(std::span<const float> values, std::size_t columns,
                                               std::span<const std::uint64_t> words);

}  // namespace relata
