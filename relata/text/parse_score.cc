// SPDX-License-Identifier: Apache-2.0
#include "relata/text/parse_score.h"

namespace relata {
namespace {

std::string_view plain_relation(Deprel deprel) {
  const std::string_view name = name_of(deprel);
  return name.substr(0, name.find(':'));
}

void add_word(const TreeWord& gold, const WordSyntax& guess, ParseScore& score) {
  const std::uint32_t head = guess.head == kNoToken ? 0 : guess.head + 1;
  ++score.words;
  score.upos += guess.upos == gold.upos;
  score.xpos += guess.xpos == gold.xpos;
  if (head != gold.head) return;
  ++score.heads;
  score.labelled += plain_relation(guess.deprel) == plain_relation(gold.deprel);
  score.labelled_full += guess.deprel == gold.deprel;
}

}  // namespace

ParseScore score_parse(const SyntaxModel& model, std::span<const TreeSentence> sentences) {
  ParseScore score;
  SentenceParser parser(model);
  std::vector<std::string_view> forms;
  std::vector<Feature> buffer;
  for (const TreeSentence& sentence : sentences) {
    forms.clear();
    for (const TreeWord& word : sentence.words) forms.push_back(word.form);
    const auto guesses = parser.parse(forms);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const TreeWord& gold = sentence.words[i];
      add_word(gold, guesses[i], score);
      score.lemmas +=
          model.lemma(gold.form, guesses[i].upos, guesses[i].xpos, buffer) == gold.lemma;
    }
  }
  return score;
}

}  // namespace relata
