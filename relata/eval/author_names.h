// SPDX-License-Identifier: Apache-2.0
// The surnames in a list of authors, in whatever form a bookseller writes it: "Puder, Arno; Romer, Kay", "Arno Puder, Kay
// Romer", "PUDER, ARNO ROMER, KAY". Lists are compared as sets of surnames: forms of given names differ too much.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/base/data_folder.h"

namespace relata {

class AuthorNames {
 public:
  static Result<AuthorNames> load(const DataFolder& folder);

  // Folded, sorted, without repeats; empty if the text names nobody.
  [[nodiscard]] std::vector<std::string> surnames(std::string_view text) const;

 private:
  enum class Use : std::uint8_t { breaks, drops, particle };
  using Words = std::vector<std::string>;  // of a part between commas

  [[nodiscard]] bool is(const std::string& word, Use use) const;
  [[nodiscard]] std::vector<std::vector<Words>> pieces(const std::string& folded) const;
  [[nodiscard]] bool surname_alone(const Words& words) const;
  void add_names(const std::vector<Words>& parts, std::size_t first,
                 std::vector<std::string>& names) const;

  std::unordered_map<std::string, Use> uses_;
};

}  // namespace relata
