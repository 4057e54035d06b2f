// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/other_cues.h"

#include <algorithm>
#include <array>

#include "relata/attribution/source_words.h"

namespace relata {

namespace {

bool add(const Clauses& clauses, Saying saying, std::vector<Saying>& sayings) {
  if (saying.source) saying.content = without(saying.content, *saying.source);
  saying.content = without(saying.content, saying.cue);
  for (TokenRange& piece : saying.content) piece = clauses.trimmed(piece);
  std::erase_if(saying.content, [](TokenRange piece) { return piece.empty(); });
  if (saying.content.empty()) return false;
  sayings.push_back(std::move(saying));
  return true;
}

// The head of the phrase that a preposition opens at `first`: the first token after it whose head lies before it or outside.
std::optional<TokenIndex> phrase_head_after(const Clauses& clauses, TokenIndex preposition,
                                            TokenIndex first) {
  const Document& document = clauses.document();
  const TokenRange sentence = clauses.sentence_of(preposition);
  const TokenIndex head = document.tokens[preposition].head;
  if (head != kNoToken && head >= first && head < sentence.last) return head;
  for (TokenIndex at = first; at < std::min<TokenIndex>(sentence.last, first + 12); ++at) {
    const Token& token = document.tokens[at];
    if (token.upos != Upos::noun && token.upos != Upos::propn && token.upos != Upos::pron) continue;
    if (token.head == kNoToken || token.head < first || clauses.extent(at).first <= first)
      return at;
  }
  return std::nullopt;
}

// Where a clause before an ", according to X" begins: after what an earlier saying of the sentence has said.
TokenIndex clause_begin(const std::vector<Saying>& sayings, TokenRange sentence,
                        TokenIndex before) {
  TokenIndex begin = sentence.first;
  for (const Saying& other : sayings) {
    if (other.cue.first < sentence.first || other.cue.last > before ||
        other.strength != Strength::says || !other.link)
      continue;
    for (const TokenRange piece : other.content) {
      if (piece.last < before && piece.first > other.cue.first) begin = std::max(begin, piece.last);
    }
  }
  return begin;
}

bool has_verb(const Document& document, TokenRange range) {
  for (TokenIndex at = range.first; at < range.last; ++at) {
    const Upos upos = document.tokens[at].upos;
    if (upos == Upos::verb || upos == Upos::aux) return true;
  }
  return false;
}

void according_to(const Clauses& clauses, const AttributionLexicon& lexicon, TokenIndex at,
                  std::vector<Saying>& sayings) {
  const TokenRange sentence = clauses.sentence_of(at);
  const auto head = phrase_head_after(clauses, at, at + 2);
  if (!head) return;
  Saying saying;
  saying.cue = {at, at + 2};
  saying.head = at;
  TokenRange source = source_phrase(clauses, *head);
  source.first = std::max(source.first, at + 2);
  if (source.empty()) return;
  saying.source = source;
  saying.source_head = head;
  if (const auto known = source_after(clauses, lexicon, at + 2)) {
    saying.source = known->range;
    saying.source_head = known->head;
    source = known->range;
  }
  saying.carries = true;
  const TokenRange before = clauses.trimmed({clause_begin(sayings, sentence, at), at});
  if (before.empty() || !has_verb(clauses.document(), {sentence.first, at})) {
    saying.content.push_back({source.last, sentence.last});
  } else {
    saying.content.push_back(before);
    // In the middle of a clause both sides are told, unless the rest stands by itself.
    const TokenRange after = clauses.trimmed({source.last, sentence.last});
    const TokenIndex governor = clauses.document().tokens[*head].head;
    if (!after.empty() && governor != kNoToken && governor >= source.last)
      saying.content.push_back(after);
  }
  add(clauses, std::move(saying), sayings);
}

class NounCues {
 public:
  NounCues(const Clauses& clauses, const AttributionLexicon& lexicon, std::vector<Saying>& sayings)
      : clauses_(clauses), document_(clauses.document()), lexicon_(lexicon), sayings_(sayings) {}

  void find() {
    for (TokenIndex token = 0; token < document_.tokens.size(); ++token) {
      const Token& word = document_.tokens[token];
      if (word.upos == Upos::noun) {
        for (const CueSense& sense : lexicon_.noun(word.lemma)) noun(token, sense);
      } else if (word.upos == Upos::adv) {
        if (const auto stance = lexicon_.hedge(word.lemma)) hedge(token, *stance);
      }
    }
  }

 private:
  void noun(TokenIndex token, const CueSense& sense) {
    auto content = complement(token, sense);
    if (!content) {
      if (sense.channel) announced(token, sense);
      return;
    }
    Saying saying;
    saying.cue = {token, token + 1};
    saying.head = token;
    saying.stance = sense.stance;
    saying.strength = sense.strength;
    saying.link = sense.link;
    const auto doer = sense.speaks ? doer_behind(token, *content) : std::nullopt;
    if (doer) content->last = clauses_.extent(*doer).last;
    saying.content.push_back(*content);
    if (const auto owner = owner_of(token); owner && owner != doer) {
      saying.source = source_phrase(clauses_, *owner);
      saying.source_head = owner;
      if (saying.source->contains(token)) saying.source = TokenRange{*owner, *owner + 1};
      if (sense.speaks) saying.stance = Stance::asserts;
    } else if (sense.speaks) {
      saying.source = TokenRange{clauses_.phrase(token).first, token + 1};
      saying.source_head = token;
    } else {
      saying.no_source = true;
      saying.link = false;
    }
    const bool noun_speaks = sense.speaks && saying.source_head == token;
    if (noun_speaks) {
      saying.content = without(saying.content, *saying.source);
      if (!saying.content.empty()) sayings_.push_back(std::move(saying));
      return;
    }
    add(clauses_, std::move(saying), sayings_);
  }

  // "The general issued the following statement on the raid:" at the sentence's end.
  void announced(TokenIndex token, const CueSense& sense) {
    const TokenRange sentence = clauses_.sentence_of(token);
    if (document_.word(sentence.last - 1) != ":") return;
    const auto owner = owner_of(token);
    if (!owner) return;
    Saying saying;
    saying.cue = {token, token + 1};
    saying.head = token;
    saying.stance = sense.stance;
    saying.source = source_phrase(clauses_, *owner);
    saying.source_head = owner;
    saying.carries = true;
    saying.awaits = true;
    sayings_.push_back(std::move(saying));
  }

  std::optional<TokenRange> complement(TokenIndex token, const CueSense& sense) const {
    for (const TokenIndex child : document_.children[token]) {
      if (child < token) continue;
      const Deprel deprel = document_.tokens[child].deprel;
      if (deprel == Deprel::acl || deprel == Deprel::ccomp) {
        if (sense.takes(CueFrame::clause) && clauses_.has_mark(child, "that"))
          return clauses_.extent(child);
        if (sense.takes(CueFrame::inf) && clauses_.has_mark(child, "to"))
          return clauses_.extent(child);
      }
      if (deprel != Deprel::nmod && deprel != Deprel::acl) continue;
      const TokenIndex first = clauses_.extent(child).first;
      const auto is = [&](std::string_view word) { return clauses_.word_is(first, word); };
      const bool fits = (sense.takes(CueFrame::of) && is("of")) ||
                        (sense.takes(CueFrame::for_) && is("for")) ||
                        (sense.takes(CueFrame::about) &&
                         (is("about") || is("on") || is("over") || is("against")));
      if (fits) return TokenRange{first + 1, clauses_.extent(child).last};
    }
    return std::nullopt;
  }

  // "reports of executions by soldiers": whoever stands behind the deed did it, wherever the tree hangs the words.
  std::optional<TokenIndex> doer_behind(TokenIndex token, const TokenRange& content) const {
    const auto by = clauses_.oblique(token, "by");
    return by && clauses_.extent(*by).first >= content.last ? by : std::nullopt;
  }

  // Whose claim it is: "its claim", "the claim by X", "X made the claim".
  std::optional<TokenIndex> owner_of(TokenIndex token) const {
    if (const auto possessor = document_.child(token, Deprel::nmod_poss)) return possessor;
    if (const auto by = clauses_.oblique(token, "by")) {
      if (document_.tokens[*by].upos != Upos::verb) return by;
    }
    const Token& word = document_.tokens[token];
    if ((word.deprel == Deprel::obj || word.deprel == Deprel::obl) && word.head != kNoToken &&
        lexicon_.light_verb(document_.lemma(word.head))) {
      return clauses_.subject(word.head);
    }
    return std::nullopt;
  }

  void hedge(TokenIndex token, Stance stance) {
    const TokenIndex verb = document_.tokens[token].head;
    if (verb == kNoToken || document_.tokens[token].deprel != Deprel::advmod) return;
    Saying saying;
    saying.cue = {token, token + 1};
    saying.head = token;
    saying.stance = stance;
    saying.strength = Strength::seems;
    saying.link = false;
    saying.no_source = true;
    saying.content.push_back(clauses_.extent(verb));
    add(clauses_, std::move(saying), sayings_);
  }

  const Clauses& clauses_;
  const Document& document_;
  const AttributionLexicon& lexicon_;
  std::vector<Saying>& sayings_;
};

}  // namespace

void find_according_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                         std::vector<Saying>& sayings) {
  const Document& document = clauses.document();
  for (TokenIndex at = 0; at + 2 < document.tokens.size(); ++at) {
    if (clauses.word_is(at, "according") && clauses.word_is(at + 1, "to"))
      according_to(clauses, lexicon, at, sayings);
  }
}

void find_noun_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                    std::vector<Saying>& sayings) {
  NounCues(clauses, lexicon, sayings).find();
}

}  // namespace relata
