// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_lists.h"

namespace relata {
namespace {

constexpr int kMostNames = 12;  // of one list, on either side

bool is_comma(const PlaceToken& token) { return token.text == ","; }

class List {
 public:
  List(const PlaceText& text, TokenIndex first, TokenIndex last)
      : text_(text), begin_(text.begin_of_sentence(first)), end_(text.end_of_sentence(first)) {
    list_begin_ = first;
    list_end_ = last;
    bool ended = joined_by_word_before(first);
    for (int i = 0; i < kMostNames && !ended && take_after(ended); ++i) ++others_;
    for (int i = 0; i < kMostNames && take_before(); ++i) ++others_;
  }

  [[nodiscard]] bool is_of_places(ListClue clue) const {
    if (others_ == 0) return false;
    if (list_end_ < end_ && is_plural_kind(list_end_)) return true;
    if (list_begin_ >= begin_ + 2 && is_comma(text_[list_begin_ - 1]) &&
        is_plural_kind(list_begin_ - 2) && word_joined_)
      return true;
    return clue == ListClue::kind_word_or_names && labelled_ && word_joined_ && !is_verb(list_end_);
  }

 private:
  [[nodiscard]] bool is_name(TokenIndex k) const {
    if (k < begin_ || k >= end_) return false;
    const PlaceToken& token = text_[k];
    const bool dash = token.text == "-" && token.glued;
    return dash || text_.is_article_token(k) ||
           (token.capital && token.sense->kind == KindWord::none);
  }
  [[nodiscard]] bool is_plural_kind(TokenIndex k) const {
    const WordSense& sense = *text_[k].sense;
    return sense.plural &&
           (sense.kind == KindWord::neighbourhood || sense.kind == KindWord::district ||
            sense.kind == KindWord::village || sense.kind == KindWord::town);
  }
  [[nodiscard]] bool is_verb(TokenIndex k) const {
    if (k >= end_) return false;
    const Upos upos = text_.document().tokens[k].upos;
    return upos == Upos::verb || upos == Upos::aux;
  }
  [[nodiscard]] bool joined_by_word_before(TokenIndex first) const {
    TokenIndex k = first;
    while (k > begin_ && may_precede(k - 1)) --k;
    return k > begin_ && text_[k - 1].sense->list;
  }
  // "the", "southern": what may stand between a join and a name.
  [[nodiscard]] bool may_precede(TokenIndex k) const {
    return text_[k].lower == "the" || text_[k].sense->direction;
  }
  // A name that is a place's in all its words.
  void look_at(TokenIndex first, TokenIndex last) {
    const auto in_place = [&](TokenIndex k) {
      const Mention* mention = text_[k].mention;
      return !text_[k].capital || (mention != nullptr && (*mention->kind == NameKind::place ||
                                                          *mention->kind == NameKind::facility));
    };
    bool all = true;
    for (TokenIndex k = first; k < last; ++k) all = all && in_place(k);
    labelled_ = labelled_ || all;
  }

  // ", X", "and X" behind the list; after "and X" it has ended.
  bool take_after(bool& ended) {
    TokenIndex k = list_end_;
    bool by_word = false, joined = false;
    while (k < end_ && (is_comma(text_[k]) || text_[k].sense->list)) {
      by_word = by_word || text_[k].sense->list;
      joined = true;
      ++k;
    }
    while (k < end_ && joined && may_precede(k)) ++k;
    TokenIndex last = k;
    while (is_name(last)) ++last;
    if (!joined || last == k) return false;
    look_at(k, last);
    word_joined_ = word_joined_ || by_word;
    ended = by_word;
    list_end_ = last;
    return true;
  }

  // "X," before the list, or "X and"; what itself follows an "and" ended a list before this one.
  bool take_before() {
    TokenIndex k = list_begin_;
    while (k > begin_ && may_precede(k - 1)) --k;
    bool by_word = false, joined = false;
    while (k > begin_ && (is_comma(text_[k - 1]) || text_[k - 1].sense->list)) {
      by_word = by_word || text_[k - 1].sense->list;
      joined = true;
      --k;
    }
    TokenIndex first = k;
    while (first > begin_ && is_name(first - 1)) --first;
    if (!joined || first == k || joined_by_word_before(first)) return false;
    look_at(first, k);
    word_joined_ = word_joined_ || by_word;
    list_begin_ = first;
    return true;
  }

  const PlaceText& text_;
  TokenIndex begin_, end_;  // of the sentence
  TokenIndex list_begin_ = 0, list_end_ = 0;
  int others_ = 0;
  bool labelled_ = false;     // another name of the list is known for a place
  bool word_joined_ = false;  // an "and" joins two of them
};

}  // namespace

bool listed_among_places(const PlaceText& text, TokenIndex first, TokenIndex last, ListClue clue) {
  return List(text, first, last).is_of_places(clue);
}

std::optional<ListClue> clue_against(NameKind kind) {
  if (kind == NameKind::person) return ListClue::kind_word_or_names;
  if (kind == NameKind::organisation) return ListClue::kind_word;
  return std::nullopt;
}

bool told_of_in_parts(const PlaceText& text, TokenIndex first) {
  const TokenIndex begin = text.begin_of_sentence(first);
  TokenIndex k = first;
  while (k > begin && (text[k - 1].lower == "the" || text[k - 1].sense->direction)) --k;
  return k >= begin + 2 && text[k - 1].lower == "of" && text[k - 2].sense->kind == KindWord::part;
}

}  // namespace relata
