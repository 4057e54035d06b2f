// SPDX-License-Identifier: Apache-2.0
#include "relata/text/conllu.h"

#include "doctest/doctest.h"

namespace relata {
namespace {

constexpr std::string_view kTree =
    "# newdoc id = a\n"
    "# text = They didn't leave Homs.\n"
    "1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t4:nsubj\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t4:aux\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t4:advmod\t_\n"
    "4\tleave\tleave\tVERB\tVB\t_\t0\troot\t0:root\t_\n"
    "4.1\tleave\tleave\tVERB\tVB\t_\t_\t_\t4:conj\t_\n"
    "5\tHoms\tHoms\tPROPN\tNNP\t_\t4\tobj:strange\t4:obj\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_\n"
    "\n";

TEST_CASE("CoNLL-U gives words, heads and spacing; empty nodes and ranges are left out") {
  const auto trees = read_conllu(kTree);
  REQUIRE(trees);
  REQUIRE(trees->size() == 1);
  const TreeSentence& tree = trees->front();
  CHECK(tree.text == "They didn't leave Homs.");
  CHECK(tree.new_document);
  REQUIRE(tree.words.size() == 6);
  CHECK(tree.words[2].form == "n't");
  CHECK(tree.words[2].lemma == "not");
  CHECK_FALSE(tree.words[1].space_after);
  CHECK(tree.words[2].space_after);
  CHECK_FALSE(tree.words[4].space_after);
  CHECK(tree.words[4].deprel == Deprel::obj);
  CHECK(tree.words[3].head == 0);
  CHECK(tree.words[3].xpos == Xpos::vb);
}

TEST_CASE("what is no CoNLL-U is an error that names the line") {
  const struct {
    std::string_view from;
    std::string_view to;
    std::string_view says;
  } cases[] = {
      {"1\tThey", "1 They", "line 3: not ten columns"},
      {"4\tleave\tleave\tVERB", "9\tleave\tleave\tVERB", "line 7: words out of order"},
      {"PROPN", "NAME", "line 9: an unknown part of speech"},
      {"\t4\taux", "\tx\taux", "line 5: a bad head"},
      {"\t4\taux", "\t7\taux", "line 11: a head outside"},
  };
  for (const auto& [from, to, says] : cases) {
    std::string text(kTree);
    text.replace(text.find(from), from.size(), to);
    const auto trees = read_conllu(text);
    REQUIRE_FALSE(trees);
    CHECK(trees.error().message.starts_with(says));
  }
}

TEST_CASE("names of tags and relations go there and back; unknown subtypes fall back") {
  for (int i = 0; i <= static_cast<int>(Deprel::xcomp); ++i) {
    CHECK(deprel_of(name_of(static_cast<Deprel>(i))) == static_cast<Deprel>(i));
  }
  for (int i = 0; i <= static_cast<int>(Upos::x); ++i)
    CHECK(upos_of(name_of(static_cast<Upos>(i))) == static_cast<Upos>(i));
  for (int i = 0; i <= static_cast<int>(Xpos::other); ++i) {
    CHECK(xpos_of(name_of(static_cast<Xpos>(i))) == static_cast<Xpos>(i));
  }
  CHECK(name_of(Deprel::acl_relcl) == "acl:relcl");
  CHECK(name_of(Xpos::prp_poss) == "PRP$");
  CHECK(name_of(NameKind::armed_group) == "armed_group");
  CHECK(deprel_of("obl:tmod") == Deprel::obl);
  CHECK_FALSE(deprel_of("nothing"));
}

}  // namespace
}  // namespace relata
