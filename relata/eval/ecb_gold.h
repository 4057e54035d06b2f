// SPDX-License-Identifier: Apache-2.0
// Event mentions across documents (ECB+: Cybulska and Vossen 2014, in the JSON of mentions with their documents' tokens), and
// the signs of which their grouping is made: words, their documents and sentences. Gold groups are only there to be scored.
//
//   RELATA_TRY(const EcbMentions gold, EcbMentions::parse(json));
//   gold.alike(0, 1)                 // how alike two documents are: cosine of their rare words
//   gold.signs(4, 9)                 // of two mentions
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/base/result.h"

namespace relata {

enum class EcbSign : std::uint8_t {
  prior,
  lemma_same,
  stem_same,
  stem_documents,
  documents,
  stem_sentences,
  sentences,
  stem_beside,
  beside,
  stem_one_document,
  one_document,
  stem_rare,
  told_beside,
  stem_all_words,
  tags_same
};
inline constexpr std::size_t kEcbSigns = 15;
using EcbSizes = std::array<double, kEcbSigns>;

// data/ecb_evidence.tsv.
Result<EcbSizes> load_ecb_weights(const DataFolder& folder);

class EcbMentions {
 public:
  static Result<EcbMentions> parse(std::string_view json);

  [[nodiscard]] std::size_t size() const { return mentions_.size(); }
  [[nodiscard]] std::size_t documents() const { return documents_.size(); }
  [[nodiscard]] std::uint32_t document_of(std::size_t mention) const {
    return mentions_[mention].document;
  }
  // Of each mention the number of its gold group.
  [[nodiscard]] std::vector<std::uint32_t> chains() const;
  [[nodiscard]] double alike(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] EcbSizes signs(std::size_t a, std::size_t b) const;

 private:
  using Weights = std::map<std::string, double>;  // of words
  struct Mention {
    std::uint32_t document = 0;
    std::string chain, lemma, stem, tag, words;
    std::vector<std::size_t> tokens;
    Weights sentence, beside;
  };

  void weigh_documents();
  void add_context(Mention& mention) const;

  std::vector<Mention> mentions_;
  std::vector<std::vector<std::string>> documents_;  // their words, lower case
  std::map<std::string, double> rarity_;             // of words, in these documents
  std::vector<Weights> vectors_;                     // of documents, of length 1
  std::map<std::string, double> stem_documents_;     // how many have it among their mentions
};

}  // namespace relata
