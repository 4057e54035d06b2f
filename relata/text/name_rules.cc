// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_rules.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/base/fold.h"
#include "relata/text/characters.h"

namespace relata {
namespace {

constexpr std::size_t kShortestRepeated = 4;  // bytes of a surname that is looked for elsewhere

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Mention name_over(const Document& document, TokenIndex first, TokenIndex last, NameKind kind) {
  Mention mention;
  mention.span = document.span_of(first, last - 1);
  mention.first = first;
  mention.last = last;
  mention.head = last - 1;
  mention.kind = kind;
  return mention;
}

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
    document_.mentions.push_back(name_over(document_, first, last, kind));
    take(first, last);
    return last;
  }

  // The token after the name that begins here, or the next one.
  TokenIndex after_name_at(TokenIndex token) {
    if (taken_[token]) return token + 1;
    if (const auto last = day_at(token)) return add(token, *last, NameKind::date);
    if (capital(token)) {
      if (const auto last = actor_at(token)) return *last;
      if (const auto last = person_at(token)) return *last;
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

  // "Omar Haddad": a given name and one more word with a capital that no table knows as something else.
  std::optional<TokenIndex> person_at(TokenIndex token) {
    const TokenIndex next = token + 1;
    if (!free(token, next + 1) || !lexicon_.given_names.find(words_, token, next) ||
        !capital(next) || document_.words(document_.tokens[next].span).size() < 3) {
      return std::nullopt;
    }
    for (const PhraseMatcher* table :
         {&lexicon_.roles, &lexicon_.nations, &lexicon_.groups, &lexicon_.facilities,
          &lexicon_.weapons, &lexicon_.calendar}) {
      if (table->find(words_, next, next + 1)) return std::nullopt;
    }
    return add(token, next + 1, NameKind::person);
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

bool is_capital_token(const Document& document, TokenIndex token) {
  return is_capital(char_at(document.text, document.tokens[token].span.begin).code);
}

// "al", "ash" with a hyphen, both without a space before what follows.
bool is_article_before(const Document& document, TokenIndex name) {
  if (name < 2 || document.tokens[name].sentence != document.tokens[name - 2].sentence)
    return false;
  const Span article = document.tokens[name - 2].span;
  const Span hyphen = document.tokens[name - 1].span;
  return document.words(hyphen) == "-" && article.end == hyphen.begin &&
         hyphen.end == document.tokens[name].span.begin && article.size() <= 3 &&
         article.size() >= 2;
}

bool is_article_word(const Document& document, TokenIndex token) {
  const std::string word = lower_ascii(document.word(token));
  return word == "the" || word == "a" || word == "an";
}

// "The Coalition", but not "The Hague" and "The Times".
void leave_out_article(const Document& document, const FoldedWords& words, const Lexicon& lexicon,
                       Mention& mention) {
  if (mention.last < mention.first + 2 || lexicon.nations.find(words, mention.first, mention.last))
    return;
  const auto actor = lexicon.actors.find(words, mention.first, mention.last);
  if (actor && lexicon.actor[*actor].name.starts_with("The ")) return;
  if (!is_article_word(document, mention.first)) return;
  ++mention.first;
  mention.span.begin = document.tokens[mention.first].span.begin;
}

// "Karam" followed by "al Masri", "Omar bin Saleh".
void take_in_surname(const Document& document, Mention& mention, TokenIndex limit) {
  const TokenIndex article = mention.last;
  if (mention.kind != NameKind::person || article + 1 >= document.tokens.size() ||
      article + 1 >= limit)
    return;
  const std::string_view word = document.word(article);
  if (word != "al" && word != "bin" && word != "ibn" && word != "el" && word != "ul") return;
  const bool hyphen = document.word(article + 1) == "-";
  const TokenIndex surname = article + (hyphen ? 2 : 1);
  if (surname >= document.tokens.size() || surname >= limit ||
      !is_capital_token(document, surname) ||
      document.tokens[surname].sentence != document.tokens[mention.first].sentence) {
    return;
  }
  mention.last = surname + 1;
  mention.head = surname;
  mention.span.end = document.tokens[surname].span.end;
}

// Puts names in the place of those that they cover; both are in order.
void replace_covered(std::vector<Mention>& mentions, const std::vector<Mention>& names) {
  std::vector<Mention> kept;
  auto name = names.begin();
  for (const Mention& mention : mentions) {
    while (name != names.end() && name->last <= mention.first) kept.push_back(*name++);
    if (name == names.end() || mention.last <= name->first) kept.push_back(mention);
  }
  kept.insert(kept.end(), name, names.end());
  mentions = std::move(kept);
}

}  // namespace

void prefer_table_names(Document& document, const FoldedWords& words, const Lexicon& lexicon) {
  for (Mention& mention : document.mentions) {
    leave_out_article(document, words, lexicon, mention);
    if (!is_article_before(document, mention.first)) continue;
    mention.first -= 2;
    mention.span.begin = document.tokens[mention.first].span.begin;
  }
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const TokenIndex limit =
        i + 1 < document.mentions.size() ? document.mentions[i + 1].first : UINT32_MAX;
    take_in_surname(document, document.mentions[i], limit);
  }
  std::vector<Mention> known;
  std::size_t at = 0;
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    while (at < document.mentions.size() && document.mentions[at].last <= token) ++at;
    if (!is_capital_token(document, token)) continue;
    const auto match = lexicon.actors.longest(words, token);
    if (!match || match->last < token + 2) continue;
    if (is_article_word(document, token) && !lexicon.actor[match->value].name.starts_with("The ")) {
      continue;
    }
    // Only in the place of names that lie wholly within, or of none. An article before it belongs to it.
    const TokenIndex first = is_article_before(document, token) ? token - 2 : token;
    const bool inside = at == document.mentions.size() || document.mentions[at].first >= first;
    std::size_t end = at;
    while (end < document.mentions.size() && document.mentions[end].first < match->last) ++end;
    if (!inside || (end > at && document.mentions[end - 1].last > match->last)) continue;
    known.push_back(name_over(document, first, match->last, lexicon.actor[match->value].kind));
    token = match->last - 1;
  }
  replace_covered(document.mentions, known);
}

void add_repeated_names(Document& document) {
  std::unordered_map<std::string_view, NameKind> known;
  for (const Mention& name : document.mentions) {
    const std::string_view last = document.word(name.last - 1);
    const bool person = name.kind == NameKind::person && name.last - name.first >= 2;
    const bool body = (name.kind == NameKind::organisation || name.kind == NameKind::armed_group) &&
                      name.last == name.first + 1;
    if ((person || body) && last.size() >= kShortestRepeated &&
        is_capital_token(document, name.last - 1)) {
      known.emplace(last, *name.kind);
    }
  }
  std::vector<Mention> found;
  auto name = document.mentions.begin();
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    while (name != document.mentions.end() && name->last <= token) ++name;
    if ((name != document.mentions.end() && name->first <= token) ||
        !is_capital_token(document, token))
      continue;
    const auto repeated = known.find(document.word(token));
    if (repeated != known.end())
      found.push_back(name_over(document, token, token + 1, repeated->second));
  }
  replace_covered(document.mentions, found);
}

void add_table_names(Document& document, const FoldedWords& words, const Lexicon& lexicon) {
  TableNames(document, words, lexicon).find();
  std::sort(document.mentions.begin(), document.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.first < b.first; });
}

}  // namespace relata
