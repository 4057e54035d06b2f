// SPDX-License-Identifier: Apache-2.0
#include "relata/model/vector_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

#include "relata/model/section_reader.h"

namespace relata {
namespace {

constexpr float kUnit = 65536.0F;
constexpr float kLargest = 3.9F;  // what 127 of the largest steps reach is more than this

std::uint32_t key_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1U; }

}  // namespace

Result<VectorTable> VectorTable::open(const ModelFile& file, std::string_view name) {
  RELATA_TRY(const auto bytes, file.section(name));
  SectionReader reader(bytes);
  VectorTable table;
  table.rows_ = reader.value<std::uint32_t>();
  table.columns_ = reader.value<std::uint32_t>();
  const auto slots = reader.value<std::uint32_t>();
  static_cast<void>(reader.value<std::uint32_t>());
  table.keys_ = reader.array<std::uint32_t>(slots);
  table.slot_rows_ = reader.array<std::uint32_t>(slots);
  table.steps_ = reader.array<std::uint16_t>(table.rows_);
  reader.align();
  table.values_ = reader.array<std::int8_t>(std::uint64_t{table.rows_} * table.columns_);
  // A free slot ends every search.
  const bool searchable =
      slots == 0 || (std::has_single_bit(slots) &&
                     std::find(table.keys_.begin(), table.keys_.end(), 0U) != table.keys_.end());
  const bool rows_exist = std::all_of(table.slot_rows_.begin(), table.slot_rows_.end(),
                                      [&](std::uint32_t row) { return row < table.rows_; });
  if (!reader.ok() || table.rows_ == 0 || table.columns_ > kMostColumns || !searchable ||
      !rows_exist)
    return Error{"model section " + std::string(name) + " is broken"};
  return table;
}

std::uint32_t VectorTable::row_of(std::uint64_t word_hash) const {
  if (keys_.empty()) return 0;
  const std::size_t mask = keys_.size() - 1;
  const std::uint32_t key = key_of(word_hash);
  for (std::size_t at = word_hash & mask; keys_[at] != 0; at = (at + 1) & mask) {
    if (keys_[at] == key) return slot_rows_[at];
  }
  return 0;
}

void VectorTable::add_row(std::uint32_t row, std::span<std::int32_t> out) const {
  RELATA_CHECK(row < rows_ && out.size() >= columns_);
  const std::int8_t* const values = values_.data() + std::size_t{row} * columns_;
  const std::int32_t step = steps_[row];
  for (std::size_t i = 0; i < columns_; ++i) out[i] += std::int32_t{values[i]} * step;
}

std::string vector_table_section(std::span<const float> values, std::size_t columns,
                                 std::span<const std::uint64_t> words) {
  const std::size_t rows = values.size() / columns;
  const std::size_t slots = words.empty() ? 0 : std::bit_ceil(words.size() * 3 / 2 + 2);
  std::vector<std::uint32_t> keys(slots, 0);
  std::vector<std::uint32_t> slot_rows(slots, 0);
  for (std::uint32_t row = 1; row < words.size(); ++row) {
    std::size_t at = words[row] & (slots - 1);
    while (keys[at] != 0) at = (at + 1) & (slots - 1);
    keys[at] = key_of(words[row]);
    slot_rows[at] = row;
  }
  std::vector<std::uint16_t> steps(rows);
  std::string numbers;
  for (std::size_t row = 0; row < rows; ++row) {
    float largest = 0;
    for (const float value : values.subspan(row * columns, columns))
      largest = std::max(largest, std::min(std::fabs(value), kLargest));
    steps[row] = static_cast<std::uint16_t>(std::max(1.0F, std::ceil(largest * kUnit / 127)));
    for (const float value : values.subspan(row * columns, columns)) {
      const float step = std::round(value * kUnit / static_cast<float>(steps[row]));
      numbers += static_cast<char>(static_cast<std::int8_t>(std::clamp(step, -127.0F, 127.0F)));
    }
  }
  SectionBytes bytes;
  for (const std::size_t number : {rows, columns, slots, std::size_t{0}})
    bytes.value(static_cast<std::uint32_t>(number));
  bytes.array(std::span<const std::uint32_t>(keys));
  bytes.array(std::span<const std::uint32_t>(slot_rows));
  bytes.array(std::span<const std::uint16_t>(steps));
  bytes.align();
  bytes.text(numbers);
  return std::move(bytes).take();
}

}  // namespace relata
