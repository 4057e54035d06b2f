// SPDX-License-Identifier: Apache-2.0
#include "relata/text/quotations.h"

#include "doctest/doctest.h"
#include "relata/text/paragraphs.h"
#include "relata/text/sentences.h"
#include "relata/text/tokens.h"

namespace relata {
namespace {

// Sentences and tokens alone.
Document cut(std::string_view text) {
  const auto files = real_files();
  const auto rules = TokenRules::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(rules);
  Document document;
  document.text = text;
  std::uint32_t paragraph = 0;
  for (const Span part : find_paragraphs(text, {})) {
    std::vector<Span> sentences;
    find_sentences(text, part, *rules, sentences);
    for (const Span span : sentences) {
      std::vector<Span> tokens;
      tokenize(text, span, *rules, tokens);
      Sentence sentence{.span = span,
                        .first = static_cast<TokenIndex>(document.tokens.size()),
                        .paragraph = paragraph};
      for (const Span token : tokens) {
        document.tokens.push_back({});
        document.tokens.back().span = token;
        document.tokens.back().sentence = static_cast<std::uint32_t>(document.sentences.size());
      }
      sentence.last = static_cast<TokenIndex>(document.tokens.size());
      document.sentences.push_back(sentence);
    }
    ++paragraph;
  }
  return document;
}

std::string quoted_words(std::string_view text) {
  Document document = cut(text);
  mark_quotations(document);
  std::string words;
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    if (!document.tokens[token].quoted) continue;
    if (!words.empty()) words += ' ';
    words += document.word(token);
  }
  return words;
}

TEST_CASE("words between matching marks of a paragraph are quoted") {
  const struct {
    std::string_view text;
    std::string_view quoted;
  } cases[] = {
      {"“We left,” he said. “They stayed.”", "We left , They stayed ."},
      {"\"We left\" he said. \"They stayed.\"", "We left They stayed ."},
      {"He spoke of a \"massacre\" and of 'terror' there.", "massacre terror"},
      {"The rebels' posts and the army's men left.", ""},
      {"“He said ‘go’ and went,” she said.", "He said ‘ go ’ and went ,"},
      {"“The first day was bad.\n\n“The second was worse,” he said.",
       "The first day was bad . The second was worse ,"},
      {"He said \"it fell. Nobody came.\n\nThe army left.", "it fell ."},
      {"No marks at all.", ""},
  };
  for (const auto& [text, quoted] : cases) CHECK(quoted_words(text) == quoted);
}

}  // namespace
}  // namespace relata
