// SPDX-License-Identifier: Apache-2.0
// Truth sets: what many sources say of the same questions, with the right answer for some: authors of books by booksellers
// (a folder with book.txt and book_golden.txt), inhabitants of towns by editors of an encyclopedia (claims.csv, truths.csv).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "relata/base/env.h"
#include "relata/eval/author_names.h"

namespace relata {

// A number, or names, sorted.
struct TruthAnswer {
  std::optional<double> number;
  std::vector<std::string> names;
  auto operator<=>(const TruthAnswer&) const = default;
};

struct TruthQuestion {
  std::string name;
  std::vector<TruthAnswer> answers;                             // that sources give, sorted
  std::vector<std::pair<std::uint32_t, std::uint32_t>> stated;  // source, answer; sorted, once each
  bool has_gold = false;
  std::optional<std::uint32_t>
      gold;  // nothing: no source gives the right answer, or it is not known
};

struct TruthSet {
  std::vector<TruthQuestion> questions;  // by name
  std::vector<std::string> sources;      // by name
  std::vector<std::uint32_t> kinds;      // of each source; 1: it has no name (an address)
};

// Errors: neither set is in the folder; a line that is no claim.
Result<TruthSet> load_truth_set(const Files& files, const std::string& folder,
                                const AuthorNames& authors);

}  // namespace relata
