// SPDX-License-Identifier: Apache-2.0
// WordLists: named lists of words and phrases of a table (columns list, words), and which of them a stretch of a document
// has words of. Whoever codes claims for an ontology tells by them what the types of claim do not tell apart.
//
//   RELATA_TRY(WordLists lists, WordLists::load(folder, "acled_words.tsv"));
//   RELATA_TRY(ListMask crowd, lists.mask("mob,riot", row.where()));
//   if (lists.found(document, sentence.first, sentence.last) & crowd) …
//
// A word of a phrase is met by a word of the text as it stands, whatever its case, by its lemma, or by its plural in -s. The
// longest phrase that begins at a word is taken and its words are spent: where "tear gas" is in a list, it is no "gas".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/text/document.h"

namespace relata {

using ListMask = std::uint64_t;  // one bit a list

// A phrase in the document: where it begins, and the lists that it is in.
struct ListedWord {
  TokenIndex token = 0;
  ListMask lists = 0;
};

class WordLists {
 public:
  // Errors: as Table; a list named twice; more than 64 lists.
  static Result<WordLists> load(const DataFolder& folder, std::string_view table);

  // The lists that a cell names, parted by commas. Errors: `where` names a list that is not there.
  [[nodiscard]] Result<ListMask> mask(const std::vector<std::string_view>& names,
                                      const std::string& where) const;
  // The lists that have a phrase within tokens [first, last).
  [[nodiscard]] ListMask found(const Document& document, TokenIndex first, TokenIndex last) const;
  // The same, phrase by phrase, in order of the text.
  [[nodiscard]] std::vector<ListedWord> listed(const Document& document, TokenIndex first,
                                               TokenIndex last) const;
  // The lists that have a phrase in a name.
  [[nodiscard]] ListMask found(std::string_view name) const;

 private:
  using Forms = std::vector<std::string>;  // of one word, in lower case
  struct Phrase {
    std::vector<std::string> rest;  // the words after the first
    ListMask lists = 0;
  };
  void add(std::string_view phrase, ListMask list);
  [[nodiscard]] const Phrase* longest(const std::vector<Forms>& words, std::size_t first) const;
  [[nodiscard]] std::vector<ListedWord> listed(const std::vector<Forms>& words) const;

  std::unordered_map<std::string, ListMask> lists_;
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  // by their first word
};

}  // namespace relata
