// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/treebank_copies.h"

#include "doctest/doctest.h"

namespace relata {
namespace {

TreeSentence tree_of(std::string_view rows) {
  const auto trees = read_conllu(rows);
  REQUIRE(trees);
  return trees->front();
}

std::string shown(const TreeSentence& tree) {
  std::string text;
  for (const TreeWord& word : tree.words) text += word.form + '/' + std::to_string(word.head) + ' ';
  return text;
}

const std::string_view kSentence =
    "1\tOn\ton\tADP\tIN\t_\t2\tcase\t_\t_\n"
    "2\tMonday\tMonday\tPROPN\tNNP\t_\t6\tobl\t_\t_\n"
    "3\t,\t,\tPUNCT\t,\t_\t2\tpunct\t_\t_\n"
    "4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n"
    "5\tarmy\tarmy\tNOUN\tNN\t_\t6\tnsubj\t_\t_\n"
    "6\ttook\ttake\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "7\tSyria\tSyria\tPROPN\tNNP\t_\t10\tnmod:poss\t_\t_\n"
    "8\t's\t's\tPART\tPOS\t_\t7\tcase\t_\t_\n"
    "9\tlargest\tlarge\tADJ\tJJS\t_\t10\tamod\t_\t_\n"
    "10\tdam\tdam\tNOUN\tNN\t_\t6\tobj\t_\t_\n"
    "11\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n";

TEST_CASE("a copy without signs loses commas and apostrophes and keeps the tree") {
  const auto copy = without_signs(tree_of(kSentence));
  REQUIRE(copy);
  CHECK(shown(*copy) == "On/2 Monday/5 the/4 army/5 took/0 Syrias/8 largest/8 dam/5 ./5 ");
}

TEST_CASE("a headline has no articles and no full stop and tells in the present") {
  const auto copy = as_headline(tree_of(kSentence));
  REQUIRE(copy);
  CHECK(shown(*copy) == "On/2 Monday/5 ,/2 Army/5 Takes/0 Syria/9 's/6 Largest/9 Dam/5 ");
  CHECK(copy->words[4].xpos == Xpos::vbz);
  CHECK(copy->words[4].lemma == "take");
}

TEST_CASE("nothing is copied where there is nothing to lose or no headline to make") {
  const auto fragment =
      tree_of("1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n");
  CHECK_FALSE(without_signs(fragment));
  CHECK_FALSE(as_headline(fragment));
}

TEST_CASE("copies come right after their own sentences") {
  const auto tree = tree_of(kSentence);
  const auto all = with_copies({tree, tree, tree}, {.without_signs_every = 2, .headline_every = 4});
  REQUIRE(all.size() == 6);
  CHECK(shown(all[0]) == shown(tree));
  CHECK(shown(all[1]) == shown(*without_signs(tree)));
  CHECK(shown(all[3]) == shown(*as_headline(tree)));
  CHECK(shown(all[5]) == shown(*without_signs(tree)));
}

TEST_CASE("an acronym is spelt like a word of grammar, and its tree stays") {
  const std::string_view rows =
      "1\tHoms\tHoms\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
      "2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tso\tso\tADV\tRB\t_\t2\tadvmod\t_\t_\n"
      "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n";
  const auto copy = with_acronym(tree_of(rows), "is");
  REQUIRE(copy);
  CHECK(shown(*copy) == "IS/2 said/0 so/2 ./2 ");
  CHECK(copy->words[0].lemma == "IS");
  CHECK(copy->words[0].upos == Upos::propn);
  CHECK(shown(with_acronym(tree_of(kSentence), "who").value()).starts_with("On/2 WHO/6 ,/2 "));
}

}  // namespace
}  // namespace relata
