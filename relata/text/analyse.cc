// SPDX-License-Identifier: Apache-2.0
#include "relata/text/analyse.h"

#include <algorithm>

#include "relata/text/coreference.h"
#include "relata/text/folded_words.h"
#include "relata/text/name_trees.h"
#include "relata/text/paragraphs.h"
#include "relata/text/quotations.h"
#include "relata/text/sentences.h"
#include "relata/text/tokens.h"

namespace relata {
namespace {

constexpr TokenIndex kLongestHeading = 25;

std::vector<Span> spans_apart(const Apart& apart) {
  std::vector<Span> spans;
  for (const auto& span : {apart.title, apart.dateline}) {
    if (span && !span->empty()) spans.push_back(*span);
  }
  std::sort(spans.begin(), spans.end());
  if (spans.size() == 2 && spans[0].overlaps(spans[1])) spans.pop_back();
  return spans;
}

// Adds a sentence with its tokens, in pieces if it is too long.
void add_sentence(Document& document, Span span, std::uint32_t paragraph, const TokenRules& rules,
                  std::vector<Span>& buffer) {
  buffer.clear();
  tokenize(document.text, span, rules, buffer);
  for (std::size_t at = 0; at < buffer.size();) {
    const std::size_t end = std::min<std::size_t>(at + kLongestSentence, buffer.size());
    const auto number = static_cast<std::uint32_t>(document.sentences.size());
    Sentence sentence{.span = cover(buffer[at], buffer[end - 1]), .paragraph = paragraph};
    sentence.first = static_cast<TokenIndex>(document.tokens.size());
    for (; at < end; ++at) {
      Token token;
      token.span = buffer[at];
      token.sentence = number;
      document.tokens.push_back(std::move(token));
    }
    sentence.last = static_cast<TokenIndex>(document.tokens.size());
    document.sentences.push_back(sentence);
  }
}

void find_tokens(Document& document, const Apart& apart, const TokenRules& rules) {
  const auto paragraphs = find_paragraphs(document.text, spans_apart(apart));
  std::vector<Span> sentences;
  std::vector<Span> buffer;
  for (std::uint32_t number = 0; number < paragraphs.size(); ++number) {
    sentences.clear();
    find_sentences(document.text, paragraphs[number], rules, sentences);
    for (const Span sentence : sentences) add_sentence(document, sentence, number, rules, buffer);
  }
}

bool ends_with_stop(const Document& document, const Sentence& sentence) {
  std::string_view words = document.words(sentence.span);
  while (!words.empty() && (words.back() == '"' || words.back() == '\'' || words.back() == ')'))
    words.remove_suffix(1);
  if (words.ends_with("”") || words.ends_with("’")) words.remove_suffix(3);
  return words.ends_with('.') || words.ends_with('!') || words.ends_with('?') ||
         words.ends_with("…") || words.ends_with("؟");
}

// The title; or a short line that stands alone and does not end like a sentence, in a text of several paragraphs.
void mark_headings(Document& document, const Apart& apart) {
  auto& sentences = document.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    Sentence& sentence = sentences[i];
    const bool first = i == 0 || sentences[i - 1].paragraph != sentence.paragraph;
    const bool last = i + 1 == sentences.size() || sentences[i + 1].paragraph != sentence.paragraph;
    const bool alone = first && last && sentences.size() > 1;
    const bool short_line = sentence.last - sentence.first <= kLongestHeading;
    sentence.heading = (apart.title && apart.title->contains(sentence.span)) ||
                       (alone && short_line && !ends_with_stop(document, sentence));
  }
}

// Tags, lemmas and the tree of each sentence.
void find_syntax(Document& document, const SyntaxModel& model) {
  SentenceParser parser(model);
  std::vector<std::string_view> forms;
  std::vector<Feature> buffer;
  for (const Sentence& sentence : document.sentences) {
    forms.clear();
    for (TokenIndex token = sentence.first; token < sentence.last; ++token)
      forms.push_back(document.word(token));
    const auto words = parser.parse(forms);
    for (TokenIndex token = sentence.first; token < sentence.last; ++token) {
      const WordSyntax& word = words[token - sentence.first];
      Token& out = document.tokens[token];
      out.upos = word.upos;
      out.xpos = word.xpos;
      out.deprel = word.deprel;
      out.head = word.head == kNoToken ? kNoToken : sentence.first + word.head;
      out.lemma = model.lemma(forms[token - sentence.first], word.upos, word.xpos, buffer);
    }
  }
}

void find_children(Document& document) {
  document.children.resize(document.tokens.size());
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    const TokenIndex head = document.tokens[token].head;
    if (head != kNoToken) document.children[head].push_back(token);
  }
}

}  // namespace

Result<TextModel> TextModel::load(const DataFolder& folder) {
  RELATA_TRY(TokenRules rules, TokenRules::load(folder));
  RELATA_TRY(SyntaxModel syntax, SyntaxModel::load(folder));
  RELATA_TRY(Lexicon lexicon, Lexicon::load(folder));
  RELATA_TRY(NameTagger names, NameTagger::load(folder));
  return TextModel{std::move(rules), std::move(syntax), std::move(lexicon), std::move(names)};
}

Document analyse(std::string_view text, const Apart& apart, const TextModel& model) {
  Document document;
  document.text = text;
  document.title = apart.title;
  find_tokens(document, apart, model.rules);
  mark_headings(document, apart);
  mark_quotations(document);
  // From here on tokens and sentences are fixed; trees are whole: each sentence has one root.
  find_syntax(document, model.syntax);
  find_children(document);
  const FoldedWords words(document);
  model.names.find(document, words, model.lexicon);
  mend_torn_names(document);
  resolve_coreference(document, words, model.lexicon);
  // From here on every mention has its entity and every entity its name.
  return document;
}

}  // namespace relata
