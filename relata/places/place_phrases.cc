// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_phrases.h"

#include <algorithm>

#include "relata/places/place_key.h"
#include "relata/places/place_lists.h"

namespace relata {

namespace {

constexpr TokenIndex kMostTokens = 9;  // of one name
constexpr TokenIndex kMostBodyTokens = 6;
constexpr std::uint8_t kKnownRank =
    104;  // 8000 people: known without the exact spelling ("Homss" is not)

bool is_small_word(std::string_view lower) {
  return lower == "of" || lower == "de" || lower == "and" || lower == "the" || lower == "la" ||
         lower == "du" || lower == "bin" || lower == "ibn" || lower == "abu";
}

bool is_place_kind(const Mention* mention) {
  return mention != nullptr &&
         (*mention->kind == NameKind::place || *mention->kind == NameKind::facility);
}

class PhraseFinder {
 public:
  PhraseFinder(const PlaceText& text, const PlaceWords& words, const Gazetteer& gazetteer)
      : text_(text), words_(words), gazetteer_(gazetteer) {}

  std::vector<PlaceMention> find() {
    for (TokenIndex i = 0; i < text_.size();) {
      const TokenIndex next = starts(i) ? try_at(i) : i + 1;
      i = std::max(next, i + 1);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool starts(TokenIndex i) const {
    if (text_[i].capital && !is_place_kind(text_[i].mention) &&
        is_function_word(text_.document().tokens[i].upos))
      return false;
    return text_[i].capital || text_.is_article_token(i) ||
           (text_[i].sense->direction && i + 1 < text_.size() && text_[i + 1].capital);
  }

  // "The", "In", "He" at the head of a sentence.
  static bool is_function_word(Upos upos) {
    return upos == Upos::det || upos == Upos::pron || upos == Upos::adp || upos == Upos::cconj ||
           upos == Upos::sconj || upos == Upos::aux || upos == Upos::part;
  }

  // One past the last token that a name from `i` on may reach.
  [[nodiscard]] TokenIndex reach(TokenIndex i) const {
    const TokenIndex end = std::min(text_.end_of_sentence(i), i + kMostTokens);
    TokenIndex j = i + 1;
    while (j < end) {
      const PlaceToken& token = text_[j];
      const bool dash = token.text == "-" && token.glued && j + 1 < end && text_[j + 1].glued &&
                        text_[j + 1].word;
      const bool inner = is_small_word(token.lower) || token.text == "'" || token.text == "&";
      if (token.capital || dash || text_.is_article_token(j) ||
          (token.word && text_[j - 1].text == "-" && token.glued)) {
        ++j;
      } else if (inner && j + 1 < end && text_[j + 1].capital) {
        ++j;
      } else {
        break;
      }
    }
    // "Damascus countryside" may be a name of its own.
    if (j < end && text_[j].sense->kind != KindWord::none && !text_[j].capital) ++j;
    return j;
  }

  [[nodiscard]] bool may_end(TokenIndex last) const {
    const PlaceToken& token = text_[last];
    return token.word && !is_small_word(token.lower) && !text_.is_article_token(last);
  }

  // The part of a hyphenated word is no name: "Bab" of "Bab-al-Hawa"; but "Turkey-Syria" and "Damascus-based" are.
  [[nodiscard]] bool cut_from_word(TokenIndex first, TokenIndex last) const {
    if (last + 1 < text_.size() && text_[last].text == "-" && text_[last].glued &&
        text_[last + 1].glued) {
      return text_[last + 1].capital && words_.nation(text_[last + 1].lower) == nullptr &&
             text_[last + 1].sense->kind == KindWord::none;
    }
    return first >= 2 && text_[first - 1].text == "-" && text_[first].glued &&
           text_[first - 1].glued && words_.nation(text_[first].lower) == nullptr &&
           text_[first - 2].sense == text_[first].sense && text_[first - 2].capital &&
           words_.nation(text_[first - 2].lower) == nullptr;
  }

  // One past the longest name of a body that begins here, 0 if none does; in "Nusra village" and "in Islamabad" there is none.
  [[nodiscard]] TokenIndex body_at(TokenIndex i) const {
    const TokenIndex end = text_.end_of_sentence(i);
    for (TokenIndex j = std::min(end, i + kMostBodyTokens); j > i; --j) {
      std::string_view lower = text_.lower(i, j);
      const bool plural = lower.ends_with('s');  // or a lost apostrophe: "SDFs", "al-Qaedas"
      if (!words_.is_body(lower) && !(plural && words_.is_body(lower.substr(0, lower.size() - 1))))
        continue;
      const bool kind_after = j < end && text_[j].sense->kind != KindWord::none &&
                              text_[j].sense->kind != KindWord::landmark &&
                              text_[j].sense->kind != KindWord::area;
      return kind_after ? 0 : j;
    }
    return 0;
  }

  TokenIndex try_at(TokenIndex i) {
    if (text_[i].sense->never) return i + 1;
    if (const TokenIndex end = body_at(i)) return end;
    if (const TokenIndex end = try_nation(i)) return end;
    const TokenIndex end = reach(i);
    for (TokenIndex j = end; j > i; --j) {
      if (!may_end(j - 1) || cut_from_word(i, j)) continue;
      if (try_phrase(i, j)) return j;
    }
    if (const TokenIndex last = try_lost_apostrophe(i, end)) return last;
    return try_unknown(i, end);
  }

  // Countries and their peoples, by the table of nations: it knows what no gazetteer lists ("Syrians", "UK").
  TokenIndex try_nation(TokenIndex i) {
    const TokenIndex end = text_.end_of_sentence(i);
    for (TokenIndex j = std::min(end, i + 5); j > i; --j) {
      if (!text_[j - 1].capital && j - 1 > i && text_[j - 1].lower != "emirates") continue;
      const std::string_view lower = text_.lower(i, j);
      const NationSense* nation = words_.nation(lower);
      bool possessive = false;
      if (nation == nullptr && lower.size() > 4 && lower.ends_with('s')) {
        nation = words_.nation(lower.substr(0, lower.size() - 1));
        possessive = nation != nullptr && !nation->demonym;
        if (nation != nullptr && nation->demonym) nation = nullptr;
      }
      if (nation == nullptr || (lower.size() <= 3 && !text_[i].all_capitals)) continue;
      const auto country = gazetteer_.country_of_code(nation->code);
      if (!country || longer_name_at(i, j)) continue;
      PlaceMention& candidate = add(i, j);
      candidate.adjective = nation->demonym;
      candidate.possessive = possessive;
      if (possessive) candidate.name.end -= 1;
      candidate.choices = {*country};
      return j;
    }
    return 0;
  }

  // Whether the gazetteer or the names stage knows a longer name that begins with the country's: "Jordan Valley", "Mexico City".
  bool longer_name_at(TokenIndex i, TokenIndex j) {
    const Mention* mention = text_[i].mention;
    if (is_place_kind(mention) && mention->first == i && mention->last > j &&
        text_[mention->last - 1].capital &&
        text_[mention->last - 1].sense->kind == KindWord::none) {
      return true;
    }
    if (j >= text_.end_of_sentence(i) || !text_[j].capital || text_[j].heading) return false;
    found_.clear();
    exact_key(text_.document().words(text_.span(i, j + 1)), key_);
    gazetteer_.find(key_, found_);
    return !found_.empty() && gazetteer_.rank(found_.front()) >= kKnownRank;
  }

  bool try_phrase(TokenIndex i, TokenIndex j) {
    exact_key(text_.document().words(text_.span(i, j)), key_);
    if (key_.size() < 3) return false;
    found_.clear();
    gazetteer_.find(key_, found_);
    bool bare_only = false;
    bare_key(key_, bare_);
    if (found_.empty()) {
      gazetteer_.find_bare(bare_, found_);
      bare_only = true;
    } else if (bare_.size() >= 3) {
      gazetteer_.find_bare(bare_, found_);
    }
    if (found_.empty() || goes_on_in_mention(i, j)) return false;
    if (all_small(found_) && goes_on_to_kind_word(i, j)) return false;
    if (text_[j - 1].sense->kind != KindWord::none && !text_[j - 1].capital && j - 1 > i &&
        all_small(found_))
      return false;
    PlaceMention& candidate = add(i, j);
    candidate.choices = found_;
    candidate.bare_only = bare_only;
    return true;
  }

  [[nodiscard]] bool all_small(const std::vector<PlaceId>& places) const {
    return std::all_of(places.begin(), places.end(), [&](PlaceId id) {
      return gazetteer_.rank(id) < kKnownRank && gazetteer_.kind(id) != PlaceKind::region &&
             gazetteer_.kind(id) != PlaceKind::landmark;
    });
  }

  // The names stage sees a longer name here, and the rest of it is no kind word: "Deir" of "Deir Ezzor".
  [[nodiscard]] bool goes_on_in_mention(TokenIndex i, TokenIndex j) const {
    const Mention* mention = text_[i].mention;
    if (!is_place_kind(mention) || mention->first != i || mention->last <= j) return false;
    for (TokenIndex k = j; k < mention->last; ++k) {
      if (text_[k].text == "," || text_[k].text == "(") return false;
      if (text_[k].capital && text_[k].sense->kind == KindWord::none && !text_[k].sense->facility)
        return true;
    }
    return false;
  }

  // "Salah Eddiene neighbourhood": the little-known Salah is not meant.
  [[nodiscard]] bool goes_on_to_kind_word(TokenIndex i, TokenIndex j) const {
    TokenIndex end = j;
    while (end < text_.end_of_sentence(i) && text_[end].capital && !text_[end].heading &&
           text_[end].sense->kind == KindWord::none && !text_[end].lower.starts_with("al-")) {
      ++end;
    }
    return end > j && kind_word_beside(i, end) && text_[i].mention == nullptr;
  }

  // "Aleppos districts": the apostrophe is lost, the place is a known one.
  TokenIndex try_lost_apostrophe(TokenIndex i, TokenIndex end) {
    for (TokenIndex j = end; j > i; --j) {
      const std::string_view last = text_[j - 1].text;
      if (!last.ends_with('s') || last.size() < 4 || !may_end(j - 1)) continue;
      Span span = text_.span(i, j);
      span.end -= 1;
      exact_key(text_.document().words(span), key_);
      found_.clear();
      gazetteer_.find(key_, found_);
      std::erase_if(found_, [&](PlaceId id) { return gazetteer_.rank(id) < kKnownRank; });
      if (found_.empty()) continue;
      PlaceMention& candidate = add(i, j);
      candidate.name = span;
      candidate.key = key_;
      candidate.choices = found_;
      candidate.possessive = true;
      return j;
    }
    return 0;
  }

  // A name that the gazetteer does not have, but that the names stage or a kind word beside it calls a place.
  TokenIndex try_unknown(TokenIndex i, TokenIndex end) {
    const Mention* mention = text_[i].mention;
    TokenIndex last = end;
    if (is_place_kind(mention) && mention->first <= i) {
      last = std::min(std::max(mention->last, i + 1), text_.end_of_sentence(i));
    } else if (mention != nullptr) {
      last = std::min(mention->last, text_.end_of_sentence(i));
      if (last <= i || !text_[i].capital || !is_place_by_company(i, last)) return mention->last;
      add(i, last);
      return last;
    }
    last = second_article(i, last);
    while (last > i + 1 && (!may_end(last - 1) || text_[last - 1].sense->kind != KindWord::none ||
                            text_[last - 1].sense->facility))
      --last;
    if (!may_end(last - 1) || text_[i].sense->kind != KindWord::none ||
        text_[i].sense->preposition != Preposition::none || text_[i].sense->direction) {
      return i + 1;
    }
    if (is_place_kind(mention) || kind_word_beside(i, last) ||
        (place_preposition_before(i) && is_proper(i, last))) {
      add(i, last);
      return last;
    }
    if ((any_preposition_before(i) || text_.is_article_token(i) ||
         text_[i].lower.starts_with("al-")) &&
        is_proper(i, last) && last - i <= 4) {
      exact_key(text_.document().words(text_.span(i, last)), key_);
      skeleton(key_, bare_);
      found_.clear();
      if (bare_.size() >= 3) gazetteer_.find_skeleton(bare_, found_);
      if (!found_.empty()) {
        add(i, last).sounds = true;
        return last;
      }
    }
    return i + 1;
  }

  // The names stage took it for somebody or some body, but the words around tell of a place.
  [[nodiscard]] bool is_place_by_company(TokenIndex first, TokenIndex last) const {
    const auto clue = clue_against(*text_[first].mention->kind);
    return clue && text_[first].mention->first == first &&
           (listed_among_places(text_, first, last, *clue) || told_of_in_parts(text_, first));
  }

  [[nodiscard]] bool any_preposition_before(TokenIndex first) const {
    return first > text_.begin_of_sentence(first) &&
           text_[first - 1].sense->preposition != Preposition::none;
  }

  // "al-Fardous al-Ameriyeh" are two names whose comma was lost.
  [[nodiscard]] TokenIndex second_article(TokenIndex i, TokenIndex end) const {
    const bool article = text_.is_article_token(i) || text_[i].lower.starts_with("al-");
    if (!article) return end;
    for (TokenIndex k = i + 3; k < end; ++k) {
      if (text_.is_article_token(k) || text_[k].lower.starts_with("al-")) return k;
    }
    return end;
  }

  [[nodiscard]] bool is_proper(TokenIndex first, TokenIndex last) const {
    for (TokenIndex k = first; k < last; ++k) {
      const Upos upos = text_.document().tokens[k].upos;
      if (text_[k].capital && upos != Upos::propn && upos != Upos::x) return false;
    }
    return !text_[first].heading && first != text_.begin_of_sentence(first);
  }

  [[nodiscard]] bool kind_word_beside(TokenIndex first, TokenIndex last) const {
    const auto tells = [&](TokenIndex k) {
      const KindWord kind = text_[k].sense->kind;
      return kind != KindWord::none && kind != KindWord::part && kind != KindWord::country &&
             kind != KindWord::border;
    };
    if (last < text_.end_of_sentence(first) && tells(last) && !text_[last].heading) return true;
    return first >= text_.begin_of_sentence(first) + 2 && text_[first - 1].lower == "of" &&
           tells(first - 2);
  }

  [[nodiscard]] bool place_preposition_before(TokenIndex first) const {
    if (first == text_.begin_of_sentence(first)) return false;
    const Preposition preposition = text_[first - 1].sense->preposition;
    if (preposition == Preposition::of && first >= text_.begin_of_sentence(first) + 2) {
      return text_[first - 2].sense->direction;  // "north of X"
    }
    return preposition == Preposition::in || preposition == Preposition::near;
  }

  PlaceMention& add(TokenIndex first, TokenIndex last) {
    PlaceMention candidate;
    candidate.first = candidate.whole_first = first;
    candidate.last = candidate.whole_last = last;
    candidate.name = text_.span(first, last);
    exact_key(text_.document().words(candidate.name), candidate.key);
    out_.push_back(std::move(candidate));
    return out_.back();
  }

  const PlaceText& text_;
  const PlaceWords& words_;
  const Gazetteer& gazetteer_;
  std::vector<PlaceMention> out_;
  std::vector<PlaceId> found_;  // buffers, kept from phrase to phrase
  std::string key_, bare_;
};

}  // namespace

std::vector<PlaceMention> find_phrases(const PlaceText& text, const PlaceWords& words,
                                       const Gazetteer& gazetteer) {
  return PhraseFinder(text, words, gazetteer).find();
}

}  // namespace relata
