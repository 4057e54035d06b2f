// SPDX-License-Identifier: Apache-2.0
#include "relata/model/word_table.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "relata/model/section_reader.h"

namespace relata {
namespace {

// Never 0, which marks a free slot.
std::uint32_t key_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1U; }

}  // namespace

Result<WordTable> WordTable::open(const ModelFile& file, std::string_view name) {
  RELATA_TRY(const auto bytes, file.section(name));
  SectionReader reader(bytes);
  const auto slots = reader.value<std::uint32_t>();
  static_cast<void>(reader.value<std::uint32_t>());
  WordTable table;
  table.keys_ = reader.array<std::uint32_t>(slots);
  table.values_ = reader.array<std::uint16_t>(slots);
  // A free slot ends every search.
  const bool has_free = std::find(table.keys_.begin(), table.keys_.end(), 0U) != table.keys_.end();
  if (!reader.ok() || !std::has_single_bit(slots) || !has_free) {
    return Error{"model section " + std::string(name) + " is broken"};
  }
  return table;
}

std::uint16_t WordTable::find(std::uint64_t word_hash) const {
  if (keys_.empty()) return 0;
  const std::size_t mask = keys_.size() - 1;
  const std::uint32_t key = key_of(word_hash);
  for (std::size_t at = word_hash & mask; keys_[at] != 0; at = (at + 1) & mask) {
    if (keys_[at] == key) return values_[at];
  }
  return 0;
}

std::string word_table_section(const std::map<std::uint64_t, std::uint16_t>& words) {
  const std::size_t slots = std::bit_ceil(words.size() * 3 / 2 + 2);
  std::vector<std::uint32_t> keys(slots, 0);
  std::vector<std::uint16_t> values(slots, 0);
  for (const auto& [hash, value] : words) {
    std::size_t at = hash & (slots - 1);
    while (keys[at] != 0) at = (at + 1) & (slots - 1);
    keys[at] = key_of(hash);
    values[at] = value;
  }
  SectionBytes bytes;
  bytes.value(static_cast<std::uint32_t>(slots));
  bytes.value(std::uint32_t{0});
  bytes.array(std::span<const std::uint32_t>(keys));
  bytes.array(std::span<const std::uint16_t>(values));
  return std::move(bytes).take();
}

}  // namespace relata
