// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_rules.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "relata/text/characters.h"

namespace relata {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class TableNames {
 public:
  TableNames(Document& document, const FoldedWords& words, const Lexicon& lexicon)
      : document_(document), words_(words), lexicon_(lexicon), taken_(document.tokens.size()) {
    for (const Mention& mention : document.mentions) take(mention.first, mention.last);
  }

  void find() {
    for (const Sentence& sentence : document_.sentences) {
      sentence_ = &sentence;
      for (TokenIndex token = sentence.first; token < sentence.last;) token = after_name_at(token);
    }
  }

 private:
  [[nodiscard]] bool capital(TokenIndex token) const {
    return is_capital(char_at(document_.text, document_.tokens[token].span.begin).code);
  }
  [[nodiscard]] bool free(TokenIndex first, TokenIndex last) const {
    return last <= sentence_->last && std::none_of(taken_.begin() + first, taken_.begin() + last,
                                                   [](bool taken) { return taken; });
  }
  void take(TokenIndex first, TokenIndex last) {
    std::fill(taken_.begin() + first, taken_.begin() + last, true);
  }

  TokenIndex add(TokenIndex first, TokenIndex last, NameKind kind) {
    Mention mention;
    mention.span = document_.span_of(first, last - 1);
    mention.first = first;
    mention.last = last;
    mention.head = last - 1;
    mention.kind = kind;
    document_.mentions.push_back(mention);
    take(first, last);
    return last;
  }

  // The token after the name that begins here, or the next one.
  TokenIndex after_name_at(TokenIndex token) {
    if (taken_[token]) return token + 1;
    if (const auto last = day_at(token)) return add(token, *last, NameKind::date);
    if (capital(token)) {
      if (const auto last = actor_at(token)) return *last;
      const auto nation = lexicon_.nations.longest(words_, token);
      if (nation && free(token, nation->last)) return add_nation(*nation);
    }
    if (const auto match = lexicon_.weapons.longest(words_, token);
        match && free(token, match->last)) {
      return add(token, match->last, NameKind::weapon);
    }
    const Token& here = document_.tokens[token];
    if (here.upos == Upos::num || is_digit(document_.text[here.span.begin])) {
      TokenIndex last = token + 1;
      while (last < sentence_->last && !taken_[last] && document_.tokens[last].upos == Upos::num)
        ++last;
      return add(token, last, NameKind::quantity);
    }
    return token + 1;
  }

  TokenIndex add_nation(const PhraseMatch& match) {
    const NationForm form = lexicon_.nation_word[match.value].form;
    return add(match.first, match.last,
               form == NationForm::demonym ? NameKind::nationality : NameKind::place);
  }

  // Only what can hardly be anything else: two words with capitals, or an acronym.
  std::optional<TokenIndex> actor_at(TokenIndex token) {
    const auto match = lexicon_.actors.longest(words_, token);
    if (!match || !free(token, match->last)) return std::nullopt;
    const std::string_view word = document_.word(token);
    const bool acronym = word.size() >= 3 && std::all_of(word.begin(), word.end(), [](char c) {
                           return c >= 'A' && c <= 'Z';
                         });
    if (match->last - token < 2 ? !acronym : !capital(match->last - 1)) return std::nullopt;
    return add(token, match->last, lexicon_.actor[match->value].kind);
  }

  [[nodiscard]] std::optional<CalendarWord> calendar(TokenIndex token) const {
    if (token >= sentence_->last || taken_[token] || !capital(token)) return std::nullopt;
    const auto match = lexicon_.calendar.longest(words_, token);
    if (!match || match->last != token + 1) return std::nullopt;
    return static_cast<CalendarWord>(match->value);
  }
  [[nodiscard]] bool number(TokenIndex token) const {
    return token < sentence_->last && !taken_[token] &&
           is_digit(document_.text[document_.tokens[token].span.begin]) &&
           document_.tokens[token].span.size() <= 4;
  }

  // "Tuesday", "12 May", "May 12 , 2016", "May 2016"; a month alone may be a name ("May").
  [[nodiscard]] std::optional<TokenIndex> day_at(TokenIndex token) const {
    if (calendar(token) == CalendarWord::weekday) return token + 1;
    const bool day_first = number(token) && calendar(token + 1) == CalendarWord::month;
    const TokenIndex month = day_first ? token + 1 : token;
    if (calendar(month) != CalendarWord::month) return std::nullopt;
    TokenIndex last = month + 1;
    if (number(last)) ++last;
    if (last + 1 < sentence_->last && document_.word(last) == "," && number(last + 1) &&
        document_.tokens[last + 1].span.size() == 4) {
      last += 2;
    }
    if (last == token + 1) return std::nullopt;
    return last;
  }

  Document& document_;
  const FoldedWords& words_;
  const Lexicon& lexicon_;
  const Sentence* sentence_ = nullptr;
  std::vector<bool> taken_;
};

}  // namespace

void add_table_names(Document& document, const FoldedWords& words, const Lexicon& lexicon) {
  TableNames(document, words, lexicon).find();
  std::sort(document.mentions.begin(), document.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.first < b.first; });
}

}  // namespace relata
