// SPDX-License-Identifier: Apache-2.0
// RelationWords: data/relation_words.tsv, the words by which one account speaks of another: "confirmed", "could not be
// verified", "the attack", "another".
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "relata/base/data_folder.h"

namespace relata {

enum class RelationWord : std::uint8_t {
  supports,      // verbs by which one voice backs another
  verify,        // verbs for checking an account
  verification,  // nouns for it
  cannot,        // beside them: "not", "unable"
  able,          // beside them: "could", "possible", "independently"
  general,       // nouns that stand for a violent happening told before
  definite,      // before them: "the", "this"
  as_new         // before them: "another"
};
inline constexpr std::size_t kRelationWords = 8;

class RelationWords {
 public:
  static Result<RelationWords> load(const DataFolder& folder);

  [[nodiscard]] bool is(RelationWord role, std::string_view lemma) const {
    return of_[static_cast<std::size_t>(role)].contains(lemma);
  }

 private:
  std::array<std::set<std::string, std::less<>>, kRelationWords> of_;
};

}  // namespace relata
