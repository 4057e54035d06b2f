// SPDX-License-Identifier: Apache-2.0
#include "relata/text/mentions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "relata/base/fold.h"
#include "relata/text/noun_phrases.h"

namespace relata {
namespace {

bool is_noun(const Token& token) {
  return token.upos == Upos::noun || token.upos == Upos::propn || token.xpos == Xpos::nn ||
         token.xpos == Xpos::nns;
}

// Personal and relative pronouns that stand for somebody.
bool is_pronoun(const Document& document, TokenIndex token) {
  constexpr std::array<std::string_view, 26> kWords = {
      "he",    "him",   "his",   "she",     "her",     "hers",   "it",         "its", "they",
      "them",  "their", "we",    "us",      "our",     "i",      "me",         "my",  "who",
      "whose", "whom",  "which", "himself", "herself", "itself", "themselves", "that"};
  const Token& t = document.tokens[token];
  if (t.upos != Upos::pron && t.xpos != Xpos::wp && t.xpos != Xpos::wdt) return false;
  const std::string word = lower_ascii(document.word(token));
  if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) return false;
  if (word == "that" || word == "which") return t.xpos == Xpos::wdt || t.xpos == Xpos::wp;
  return t.deprel != Deprel::expl;
}

// The head of a name: the token whose head in the tree lies outside.
TokenIndex head_in(const Document& document, TokenIndex first, TokenIndex last) {
  for (TokenIndex token = first; token < last; ++token) {
    const TokenIndex head = document.tokens[token].head;
    if ((head == kNoToken || head < first || head >= last) &&
        document.tokens[token].upos != Upos::punct)
      return token;
  }
  return last - 1;
}

// The longest entry of a table that ends with the head and begins within its phrase.
std::optional<std::uint32_t> ending_at(const PhraseMatcher& table, const FoldedWords& words,
                                       TokenIndex first, TokenIndex head) {
  for (TokenIndex from = first; from <= head; ++from) {
    if (const auto found = table.find(words, from, head + 1)) return found;
  }
  return std::nullopt;
}

}  // namespace

void find_mentions(Document& document, const FoldedWords& words, const Lexicon& lexicon) {
  std::vector<bool> in_name(document.tokens.size());
  std::vector<TokenIndex> name_end(document.tokens.size());  // of tokens in a name after its first
  std::vector<bool> in_other(
      document.tokens.size());  // in a name that no phrase takes in: a person, a day
  for (Mention& name : document.mentions) {
    name.head = head_in(document, name.first, name.last);
    for (TokenIndex token = name.first; token < name.last; ++token) in_name[token] = true;
    std::fill(name_end.begin() + name.first + 1, name_end.begin() + name.last, name.last);
    if (name.kind != NameKind::person && name.kind != NameKind::date) continue;
    std::fill(in_other.begin() + name.first, in_other.begin() + name.last, true);
  }
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    if (in_name[token]) continue;
    const bool pronoun = is_pronoun(document, token);
    if (!pronoun && !is_noun(document.tokens[token])) continue;
    TokenIndex first = token;
    if (!pronoun) {
      first = left_of(document, token);
      // No phrase begins in the middle of a name.
      if (name_end[first] != 0) first = std::min(token, name_end[first]);
      for (TokenIndex left = first; left < token; ++left) {
        if (in_other[left]) first = left + 1;
      }
      const bool known = ending_at(lexicon.roles, words, first, token) ||
                         ending_at(lexicon.groups, words, first, token) ||
                         ending_at(lexicon.context_aliases, words, first, token) ||
                         ending_at(lexicon.actors, words, first, token);
      if (!known) continue;
    }
    Mention mention;
    mention.span = document.span_of(first, token);
    mention.first = first;
    mention.last = token + 1;
    mention.head = token;
    document.mentions.push_back(mention);
  }
  std::sort(document.mentions.begin(), document.mentions.end(),
            [](const Mention& a, const Mention& b) {
              return a.first != b.first ? a.first < b.first : a.last > b.last;
            });
}

namespace {

class FactFinder {
 public:
  FactFinder(const Document& document, const FoldedWords& words, const Lexicon& lexicon)
      : document_(document), words_(words), lexicon_(lexicon) {}

  [[nodiscard]] MentionFacts of(const Mention& mention) const {
    MentionFacts facts;
    facts.speaks = speaks(mention.head);
    if (mention.kind) {
      of_name(mention, facts);
    } else if (mention.first + 1 == mention.last && is_pronoun(document_, mention.head)) {
      of_pronoun(mention, facts);
    } else {
      of_phrase(mention, facts);
    }
    return facts;
  }

 private:
  // Subject of a verb of saying, also of one that it is joined to; "according to X"; "X : …" in headings is left to attribution.
  [[nodiscard]] bool speaks(TokenIndex head) const {
    const Token& token = document_.tokens[head];
    if (token.head == kNoToken) return false;
    const Token& above = document_.tokens[token.head];
    if (token.deprel == Deprel::nsubj) {
      if (above.upos != Upos::verb && above.upos != Upos::noun && above.upos != Upos::propn)
        return false;
      if (lexicon_.saying.find(above.lemma)) return true;
      const auto joined = document_.child(token.head, Deprel::conj);
      return joined && document_.tokens[*joined].upos == Upos::verb &&
             lexicon_.saying.find(document_.tokens[*joined].lemma).has_value();
    }
    for (const TokenIndex child : document_.children[head]) {
      if (document_.tokens[child].deprel == Deprel::case_ &&
          lower_ascii(document_.word(child)) == "according")
        return true;
    }
    return lower_ascii(document_.word(token.head)) == "according";
  }

  void of_name(const Mention& mention, MentionFacts& facts) const {
    facts.sort = MentionSort::name;
    facts.actor = lexicon_.actors.find(words_, mention.first, mention.last);
    if (const auto nation = lexicon_.nations.find(words_, mention.first, mention.last)) {
      facts.nation = lexicon_.nation_word[*nation].nation;
    }
    switch (*mention.kind) {
      case NameKind::person:
        facts.being = Being::person;
        facts.gender = title_gender(mention);
        break;
      case NameKind::organisation:
      case NameKind::armed_group:
      case NameKind::place:
      case NameKind::nationality:
        facts.being = Being::body;
        break;
      case NameKind::facility:
      case NameKind::weapon:
      case NameKind::date:
      case NameKind::quantity:
        facts.being = Being::thing;
        break;
    }
    facts.definite = true;
  }

  // Of a title or role right before the name: "Mrs", "spokeswoman".
  [[nodiscard]] Gender title_gender(const Mention& mention) const {
    const Sentence& sentence = document_.sentences[document_.tokens[mention.first].sentence];
    for (TokenIndex back = 1; back <= 2 && mention.first >= sentence.first + back; ++back) {
      const auto role = lexicon_.roles.find(words_, mention.first - back, mention.first);
      if (role && lexicon_.role[*role].gender != Gender::unknown)
        return lexicon_.role[*role].gender;
    }
    return Gender::unknown;
  }

  void of_pronoun(const Mention& mention, MentionFacts& facts) const {
    facts.sort = MentionSort::pronoun;
    const std::string word = lower_ascii(document_.word(mention.head));
    if (word.starts_with("he") && !word.starts_with("her")) facts.gender = Gender::male;
    if (word.starts_with("hi")) facts.gender = Gender::male;
    if (word.starts_with("she") || word.starts_with("her")) facts.gender = Gender::female;
    if (facts.gender != Gender::unknown || word == "i" || word == "me" || word == "my")
      facts.being = Being::person;
    if (word.starts_with("it")) facts.being = Being::body;
    facts.plural = word.starts_with("the") || word == "we" || word == "us" || word == "our";
  }

  void of_phrase(const Mention& mention, MentionFacts& facts) const {
    facts.sort = MentionSort::phrase;
    const Token& head = document_.tokens[mention.head];
    facts.plural = head.xpos == Xpos::nns || head.xpos == Xpos::nnps;
    facts.role = ending_at(lexicon_.roles, words_, mention.first, mention.head);
    facts.actor = ending_at(lexicon_.actors, words_, mention.first, mention.head);
    if (facts.role) {
      const Role& role = lexicon_.role[*facts.role];
      facts.being = role.body ? Being::body : Being::person;
      facts.gender = role.gender;
    } else if (const auto group = ending_at(lexicon_.groups, words_, mention.first, mention.head)) {
      const auto& victim_class = lexicon_.group[*group].victim_class;
      facts.being =
          victim_class == "property" || victim_class == "place" ? Being::thing : Being::person;
    }
    determine(mention, facts);
  }

  void determine(const Mention& mention, MentionFacts& facts) const {
    for (TokenIndex token = mention.first; token < mention.head; ++token) {
      const Token& t = document_.tokens[token];
      if (t.deprel == Deprel::nmod_poss) facts.definite = true;
    }
    if (document_.child(mention.head, Deprel::nummod)) facts.indefinite = true;
    if (const auto det = determiner_of(document_, mention.head)) {
      const std::string word = lower_ascii(document_.word(*det));
      facts.definite = facts.definite || word == "the" || word == "this" || word == "that" ||
                       word == "these" || word == "those";
      facts.indefinite =
          facts.indefinite || word == "a" || word == "an" || word == "another" || word == "some";
    } else if (mention.first > 0) {
      const std::string word = lower_ascii(document_.word(mention.first - 1));
      facts.definite = facts.definite || word == "the" || word == "this" || word == "these";
      facts.indefinite = facts.indefinite || word == "a" || word == "an";
    }
    const bool heading = document_.sentences[document_.tokens[mention.head].sentence].heading;
    if (heading && !facts.indefinite && !facts.plural) facts.definite = true;
  }

  const Document& document_;
  const FoldedWords& words_;
  const Lexicon& lexicon_;
};

}  // namespace

std::vector<MentionFacts> mention_facts(const Document& document, const FoldedWords& words,
                                        const Lexicon& lexicon) {
  std::vector<MentionFacts> facts;
  facts.reserve(document.mentions.size());
  const FactFinder finder(document, words, lexicon);
  for (const Mention& mention : document.mentions) facts.push_back(finder.of(mention));
  return facts;
}

}  // namespace relata
