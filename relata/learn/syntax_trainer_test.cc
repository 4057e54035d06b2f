// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/syntax_trainer.h"

#include "doctest/doctest.h"
#include "relata/learn/model_in_memory.h"
#include "relata/text/parse_score.h"

namespace relata {
namespace {

// A small treebank of one grammar: SUBJECT VERB OBJECT in PLACE.
std::vector<TreeSentence> small_treebank() {
  std::string rows;
  for (const std::string subject : {"Rebels", "Troops", "Soldiers"}) {
    for (const auto& [verb, lemma] :
         {std::pair("left", "leave"), std::pair("shelled", "shell"), std::pair("took", "take")}) {
      for (const std::string place : {"Homs", "Mosul", "Aden"}) {
        std::string singular = subject.substr(0, subject.size() - 1);
        singular[0] = static_cast<char>(singular[0] + 32);
        rows += "1\t" + subject + "\t" + singular + "\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n";
        rows += "2\t" + std::string(verb) + "\t" + lemma + "\tVERB\tVBD\t_\t0\troot\t_\t_\n";
        rows += "3\tvillages\tvillage\tNOUN\tNNS\t_\t2\tobj\t_\t_\n";
        rows += "4\tnear\tnear\tADP\tIN\t_\t5\tcase\t_\t_\n";
        rows += "5\t" + place + "\t" + place + "\tPROPN\tNNP\t_\t3\tnmod\t_\t_\n";
        rows += "6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
      }
    }
  }
  auto trees = read_conllu(rows);
  REQUIRE(trees);
  return std::move(trees).value();
}

SyntaxOptions small_options() {
  SyntaxOptions options;
  options.network.sizes.affix_rows = 512;
  options.network.sizes.affix_width = 24;
  options.network.sizes.layer_width = 16;
  options.network.sizes.layers = 1;
  options.network.sizes.arc_width = 16;
  options.network.sizes.relation_width = 16;
  options.network.epochs = 60;
  options.network.batch_words = 60;
  options.network.rate = 0.01F;
  options.lemma_epochs = 5;
  return options;
}

// Vectors of the places alone; what the other words are like is learnt.
WordVectors small_vectors() {
  WordVectors vectors;
  for (const std::string_view place : {"homs", "mosul", "aden"})
    vectors.words.push_back(view_word(place).lower);
  vectors.vectors.reset(3, 8);
  for (std::size_t row = 0; row < 3; ++row) vectors.vectors.row(row)[0] = 1;
  return vectors;
}

std::string trained() {
  ModelWriter writer;
  add_syntax(small_treebank(), small_vectors(), small_options(), writer, [](std::string_view) {});
  return writer.finish();
}

TEST_CASE("what was trained reads its own sentences, and training gives the same bytes each time") {
  ModelWriter writer;
  add_syntax(small_treebank(), small_vectors(), small_options(), writer, [](std::string_view) {});
  const auto model = SyntaxModel::open(model_in_memory(writer));
  REQUIRE(model);
  const ParseScore score = score_parse(*model, small_treebank());
  CHECK(score.words == 27 * 6);
  CHECK(score.upos == score.words);
  CHECK(score.xpos == score.words);
  CHECK(score.lemmas == score.words);
  CHECK(score.labelled_full == score.words);
  CHECK(writer.finish() == trained());
}

TEST_CASE("a sentence of new words still gets one whole tree") {
  ModelWriter writer;
  add_syntax(small_treebank(), small_vectors(), small_options(), writer, [](std::string_view) {});
  const auto model = SyntaxModel::open(model_in_memory(writer));
  REQUIRE(model);
  SentenceParser parser(*model);
  const std::vector<std::string_view> forms = {"—", "«Нет»", "42", "villages", "المدينة", "("};
  const auto words = parser.parse(forms);
  REQUIRE(words.size() == forms.size());
  int roots = 0;
  for (const WordSyntax& word : words) {
    roots += word.head == kNoToken;
    CHECK((word.head == kNoToken || word.head < words.size()));
  }
  CHECK(roots == 1);
  CHECK(parser.parse({}).empty());
}

TEST_CASE("a model that lacks a part is an error that says which") {
  ModelWriter writer;
  writer.add("lemmas", "");
  const auto model = SyntaxModel::open(model_in_memory(writer));
  REQUIRE_FALSE(model);
  CHECK(model.error().message.find("words") != std::string::npos);
}

}  // namespace
}  // namespace relata
