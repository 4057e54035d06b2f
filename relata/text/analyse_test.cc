// SPDX-License-Identifier: Apache-2.0
#include "relata/text/analyse.h"

#include "doctest/doctest.h"
#include "relata/base/utf8.h"

namespace relata {
namespace {

const TextModel& shipped_model() {
  static const auto files = real_files();
  static const auto model = TextModel::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(model);
  return *model;
}

// The first token with this form.
TokenIndex find(const Document& document, std::string_view word) {
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    if (document.word(token) == word) return token;
  }
  REQUIRE_MESSAGE(false, "no such word");
  return kNoToken;
}

std::string_view head_of(const Document& document, std::string_view word) {
  const TokenIndex head = document.tokens[find(document, word)].head;
  return head == kNoToken ? "" : document.word(head);
}

TEST_CASE("plain news sentences get the trees that a reader would give them") {
  const struct {
    std::string_view text;
    std::string_view word;
    Deprel deprel;
    std::string_view head;
  } cases[] = {
      {"Government troops took the town on Monday.", "troops", Deprel::nsubj, "took"},
      {"Government troops took the town on Monday.", "town", Deprel::obj, "took"},
      {"Government troops took the town on Monday.", "took", Deprel::root, ""},
      {"Nine civilians were killed in the strike.", "civilians", Deprel::nsubj_pass, "killed"},
      {"Nine civilians were killed in the strike.", "Nine", Deprel::nummod, "civilians"},
      {"Nine civilians were killed by the army.", "army", Deprel::obl_agent, "killed"},
      {"The council said that rebels had left the village.", "left", Deprel::ccomp, "said"},
      {"The council said that rebels had left the village.", "rebels", Deprel::nsubj, "left"},
      {"“People are killed every hour,” the council said.", "council", Deprel::nsubj, "said"},
      {"“People are killed every hour,” the council said.", "killed", Deprel::ccomp, "said"},
      {"The army did not enter the village.", "not", Deprel::advmod, "enter"},
      {"Rebels attacked and burned the village.", "burned", Deprel::conj, "attacked"},
      {"The men who attacked the village were rebels.", "attacked", Deprel::acl_relcl, "men"},
  };
  for (const auto& one : cases) {
    const Document document = analyse(one.text, {}, shipped_model());
    INFO(one.text, " ", one.word);
    CHECK(name_of(document.tokens[find(document, one.word)].deprel) == name_of(one.deprel));
    CHECK(head_of(document, one.word) == one.head);
  }
}

TEST_CASE("lemmas are those of the dictionary, and tags tell tense and number") {
  const std::string_view text = "The children were killed when soldiers shelled two villages.";
  const Document document = analyse(text, {}, shipped_model());
  const struct {
    std::string_view word;
    std::string_view lemma;
    Xpos xpos;
  } cases[] = {{"children", "child", Xpos::nns}, {"were", "be", Xpos::vbd},
               {"killed", "kill", Xpos::vbn},    {"soldiers", "soldier", Xpos::nns},
               {"shelled", "shell", Xpos::vbd},  {"villages", "village", Xpos::nns}};
  for (const auto& [word, lemma, xpos] : cases) {
    const TokenIndex token = find(document, word);
    CHECK(document.lemma(token) == lemma);
    CHECK(name_of(document.tokens[token].xpos) == name_of(xpos));
  }
}

TEST_CASE("the title is a heading, and so is a short line that stands alone") {
  const std::string_view text =
      "Army Takes Town\n\nTroops took the town.\n\nA "
      "long siege\n\nIt began in May.";
  const Document document = analyse(text, {Span{0, 15}, std::nullopt}, shipped_model());
  REQUIRE(document.sentences.size() == 4);
  CHECK(document.sentences[0].heading);
  CHECK_FALSE(document.sentences[1].heading);
  CHECK(document.sentences[2].heading);
  CHECK_FALSE(document.sentences[3].heading);
  CHECK(document.sentences[3].paragraph == 3);
}

TEST_CASE("a dateline stands apart from the sentence that it runs into") {
  const std::string_view text = "Sun 10 Jul 2016 Rebels left the town.";
  const Document document = analyse(text, {std::nullopt, Span{0, 15}}, shipped_model());
  REQUIRE(document.sentences.size() == 2);
  CHECK(document.words(document.sentences[1].span) == "Rebels left the town.");
}

// Every invariant that later stages lean on.
void check_sound(const Document& document) {
  CHECK(document.children.size() == document.tokens.size());
  TokenIndex next = 0;
  for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence& sentence = document.sentences[number];
    REQUIRE(sentence.first == next);
    REQUIRE(sentence.last > sentence.first);
    CHECK(sentence.last - sentence.first <= kLongestSentence);
    next = sentence.last;
    std::size_t roots = 0;
    for (TokenIndex token = sentence.first; token < sentence.last; ++token) {
      const Token& one = document.tokens[token];
      CHECK(one.sentence == number);
      CHECK(sentence.span.contains(one.span));
      CHECK(on_boundary(document.text, one.span.begin));
      CHECK(on_boundary(document.text, one.span.end));
      CHECK_FALSE(first_bad_utf8(one.lemma));
      if (one.head == kNoToken) {
        ++roots;
        continue;
      }
      REQUIRE(one.head >= sentence.first);
      REQUIRE(one.head < sentence.last);
      CHECK_FALSE(document.under(one.head, token));
    }
    CHECK(roots == 1);
  }
  CHECK(next == document.tokens.size());
}

TEST_CASE("whatever the text, sentences, tokens and trees are sound") {
  const std::string_view texts[] = {
      "",
      " \n ",
      ".",
      "'",
      "“”",
      "قال المرصد السوري لحقوق الإنسان إن تسعة مدنيين قتلوا.",
      "He said (the “general” of U.S.) 12:30 -- no!!! ...and "
      "www.example.org/a?b=c, e.g. that.",
      "Œuvre naïve — «Нет», 😀😀 said.",
      "a\r\nb\r\rc\f\fd",
  };
  for (const std::string_view text : texts) check_sound(analyse(text, {}, shipped_model()));
}

TEST_CASE("a line without an end is cut, so that nothing grows with its square") {
  std::string line;
  for (int i = 0; i < 20'000; ++i) line += "shells and ";
  const Document document = analyse(line, {}, shipped_model());
  CHECK(document.tokens.size() == 40'000);
  check_sound(document);
}

}  // namespace
}  // namespace relata
