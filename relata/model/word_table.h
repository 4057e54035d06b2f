// SPDX-License-Identifier: Apache-2.0
// WordTable: a small number for each of many words, by their hashes; mapped, never parsed. The section, after model_file.h:
//
//   table := u32:slots (a power of two) u32:0  key:u32[slots] (the hash's upper half; 0: free)  value:u16[slots]
//
// A word lies in the first free slot from its hash's lower bits on. Words that were never added give 0, but for one in
// about a million that meets a stranger.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "relata/base/result.h"
#include "relata/model/model_file.h"

namespace relata {

class WordTable {
 public:
  WordTable() = default;  // without words
  // A view into `file`, which must outlive it.
  static Result<WordTable> open(const ModelFile& file, std::string_view name);

  [[nodiscard]] std::uint16_t find(std::uint64_t word_hash) const;

 private:
  std::span<const std::uint32_t> keys_;
  std::span<const std::uint16_t> values_;
};

// The section of a table: word hash -> number above 0.
[[nodiscard]] std::string word_table_section(const std::map<std::uint64_t, std::uint16_t>& words);

}  // namespace relata
