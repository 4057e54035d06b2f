// SPDX-License-Identifier: Apache-2.0
// Trains the name tagger: an averaged perceptron over whole sentences. Where a corpus leaves a word open, the best labels
// that agree with what it does say are taken for the truth. The same texts give the same bytes.
//
//   NameTrainer trainer(lexicon, rules);
//   trainer.add(read_conll(…), {});                        // and the other corpora
//   writer.add("names", trainer.train({.epochs = 12}, progress));
//   NameScore score = score_names(tagger, held_texts, …);
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "relata/learn/name_corpus.h"
#include "relata/text/lexicon.h"
#include "relata/text/name_labels.h"
#include "relata/text/names.h"
#include "relata/text/token_rules.h"

namespace relata {

struct NameTrainerOptions {
  int epochs = 12;
  std::uint64_t seed = 1;
  float least_weight = 0.05F;
  std::uint32_t least_updates = 2;
};

class NameTrainer {
 public:
  NameTrainer(const Lexicon& lexicon, const TokenRules& rules) : lexicon_(lexicon), rules_(rules) {}

  void add(const std::vector<NamedText>& texts);
  // The section for NameTagger::open.
  [[nodiscard]] std::string train(const NameTrainerOptions& options,
                                  const std::function<void(std::string_view)>& progress) const;

 private:
  struct Sentence {
    std::vector<std::vector<Feature>> features;  // of each token
    std::vector<LabelSet> allowed;               // of each token
    bool complete = true;
  };

  const Lexicon& lexicon_;
  const TokenRules& rules_;
  std::vector<Sentence> sentences_;
};

struct NameCount {
  std::size_t right = 0, found = 0, marked = 0;
};

// By kind, and "all"; a name counts as right if span and kind are. Names over open words are left out.
using NameScores = std::map<std::string, NameCount, std::less<>>;

struct NameMiss {
  std::string_view text;
  MarkedName name;
  bool found = false;  // found and not marked; otherwise marked and not found
};

[[nodiscard]] NameScores score_names(const NameTagger& tagger, const std::vector<NamedText>& texts,
                                     const Lexicon& lexicon, const TokenRules& rules,
                                     const std::function<void(const NameMiss&)>& missed);

}  // namespace relata
