// SPDX-License-Identifier: Apache-2.0
#include "relata/places/unnamed_places.h"

#include <algorithm>
#include <numeric>

namespace relata {

namespace {

constexpr TokenIndex kMostModifiers = 6;
constexpr std::uint32_t kAreaSentences = 1;  // "the area" looks back so far
constexpr std::uint8_t kCityRank = 125;      // 50,000 people

class UnnamedFinder {
 public:
  UnnamedFinder(const PlaceText& text, const std::vector<Place>& named,
                const std::vector<PlaceMention>& mentions)
      : text_(text), named_(named), mentions_(mentions) {
    taken_.resize(text.size(), false);
    for (const Place& place : named) {
      for (TokenIndex i = place.first; i < place.last; ++i) taken_[i] = true;
    }
  }

  std::vector<Place> find() {
    for (TokenIndex i = 0; i < text_.size(); ++i) {
      if (is_head(i)) add(i);
    }
    return std::move(found_);
  }

 private:
  // A noun for a kind of place that no name has taken and that is not part of a compound ("base commander", "house arrest").
  [[nodiscard]] bool is_head(TokenIndex i) const {
    const WordSense& sense = *text_[i].sense;
    if (taken_[i] || (sense.kind == KindWord::none && !sense.facility)) return false;
    const Token& token = text_.document().tokens[i];
    if (token.upos != Upos::noun && token.upos != Upos::propn) return false;
    if (text_[i].mention != nullptr && *text_[i].mention->kind != NameKind::place &&
        *text_[i].mention->kind != NameKind::facility)
      return false;
    return token.deprel != Deprel::compound || token.head == kNoToken || token.head < i;
  }

  void add(TokenIndex head) {
    const TokenIndex begin = text_.begin_of_sentence(head);
    TokenIndex first = head;
    while (first > begin && head - first < kMostModifiers && is_modifier(first - 1)) --first;
    Place place;
    place.first = first;
    place.last = head + 1;
    place.unnamed = true;
    TokenIndex bare = first;
    while (bare < head && text_.document().tokens[bare].upos == Upos::det) ++bare;
    place.span = text_.span(first, head + 1);
    place.name_span = text_.span(bare, head + 1);
    place.name = text_.document().words(place.name_span);
    place.approximate = true;
    lean_on_named(head, is_definite(first, head), place);
    if (is_vague(head, bare, place)) return;
    found_.push_back(std::move(place));
  }

  // "half", "parts" and "the heart" say nothing unless of a place that is named; nor do "area" and "region" alone, without even
  // an article, as in the rubrics of a page; and "in front of" is no front.
  [[nodiscard]] bool is_vague(TokenIndex head, TokenIndex bare, const Place& place) const {
    const KindWord kind = text_[head].sense->kind;
    if (text_[head].sense->piece && !place.inside) return true;
    if (kind != KindWord::area && kind != KindWord::region) return false;
    const bool alone = place.first == head && bare == head && !text_[head].sense->plural;
    return alone && !place.inside && place.id == std::nullopt;
  }

  // "the besieged district": one that was named before; "the eastern district" need not be.
  [[nodiscard]] bool is_definite(TokenIndex first, TokenIndex head) const {
    const std::string_view article = text_[first].lower;
    if (article != "the" && article != "this" && article != "that") return false;
    for (TokenIndex i = first + 1; i < head; ++i) {
      const Upos upos = text_.document().tokens[i].upos;
      if (text_[i].sense->direction || upos == Upos::num || upos == Upos::propn || text_[i].capital)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool is_modifier(TokenIndex i) const {
    if (taken_[i] || text_[i].sense->preposition != Preposition::none) return false;
    if (text_[i].heading && text_.document().tokens[i].upos == Upos::propn) return false;
    switch (text_.document().tokens[i].upos) {
      case Upos::det:
      case Upos::adj:
      case Upos::noun:
      case Upos::propn:
      case Upos::num:
        return true;
      case Upos::punct:
        return text_[i].text == "-" && text_[i].glued && text_[i + 1].glued;
      case Upos::verb:
        return text_.document().tokens[i].xpos == Xpos::vbn &&
               text_[i].text.find('-') != std::string_view::npos;
      default:
        return false;
    }
  }

  // "districts of Aleppo", "a checkpoint near Azaz", "Aleppo's eastern districts", "the city".
  void lean_on_named(TokenIndex head, bool bare_definite, Place& place) const {
    const auto next = std::lower_bound(named_.begin(), named_.end(), head,
                                       [](const Place& p, TokenIndex t) { return p.first < t; });
    if (next != named_.end() && text_.sentence(next->first) == text_.sentence(head) &&
        next->first <= head + 4 && leads_to(head, next->first)) {
      place.inside = static_cast<std::uint32_t>(next - named_.begin());
      return;
    }
    if (next != named_.begin()) {
      const Place& before = *(next - 1);
      if (before.last <= place.first && before.last + 1 >= place.first &&
          text_.sentence(before.first) == text_.sentence(head) && !before.unnamed) {
        place.inside = static_cast<std::uint32_t>(next - 1 - named_.begin());
        return;
      }
    }
    if (bare_definite) {
      if (const auto same = antecedent(head)) take(named_[*same], place);
    }
  }

  // Only "of", "in", "near" and articles stand between.
  [[nodiscard]] bool leads_to(TokenIndex head, TokenIndex name) const {
    for (TokenIndex i = head + 1; i < name; ++i) {
      const Preposition preposition = text_[i].sense->preposition;
      const bool tie = preposition == Preposition::of || preposition == Preposition::in ||
                       preposition == Preposition::near;
      if (!tie && text_[i].lower != "the" && !text_[i].sense->direction) return false;
    }
    return name > head + 1 || text_[name].sense->direction;
  }

  // The nearest place before that the text or the gazetteer calls by that word, else the nearest that may be meant by it.
  [[nodiscard]] std::optional<std::uint32_t> antecedent(TokenIndex head) const {
    const KindWord word = text_[head].sense->kind;
    if (text_[head].sense->plural || word == KindWord::none || word == KindWord::part ||
        word == KindWord::landmark || word == KindWord::border) {
      return std::nullopt;
    }
    std::optional<std::uint32_t> other;
    for (std::size_t i = named_.size(); i-- > 0;) {
      const Place& place = named_[i];
      if (place.first >= head || place.speaker_place ||
          (place.adjective && word != KindWord::country))
        continue;
      if (word == KindWord::area) return area_meant(head, static_cast<std::uint32_t>(i));
      if (mentions_[i].kind == word || (place.kind && is_such(word, text_[head].lower, place))) {
        return static_cast<std::uint32_t>(i);
      }
      if (!other && may_be_called(word, place, mentions_[i])) other = static_cast<std::uint32_t>(i);
    }
    return other;
  }

  // "the area": the place named last, if that was not long ago and is no country.
  [[nodiscard]] std::optional<std::uint32_t> area_meant(TokenIndex head, std::uint32_t last) const {
    const Place& place = named_[last];
    if (place.kind == PlaceKind::country || place.adjective) return std::nullopt;
    if (text_.sentence(place.first) + kAreaSentences < text_.sentence(head)) return std::nullopt;
    return last;
  }

  // "the town" after a village, or after a place that no gazetteer has; "the city" after "Raqqa", which is a province too.
  static bool may_be_called(KindWord word, const Place& place, const PlaceMention& mention) {
    const bool settlement = word == KindWord::town || word == KindWord::village;
    if (!settlement) return false;
    if (place.kind == PlaceKind::region)
      return word == KindWord::town && mention.kind == KindWord::none;
    return place.kind ? fits(word, *place.kind) : mention.kind == KindWord::none;
  }

  // Stricter than fits(): "the neighbourhood" is no town, "the city" rather a large one.
  static bool is_such(KindWord word, std::string_view said, const Place& place) {
    switch (*place.kind) {
      case PlaceKind::neighbourhood:
        return word == KindWord::neighbourhood || word == KindWord::district;
      case PlaceKind::county:
        return word == KindWord::district;
      case PlaceKind::town:
        return (word == KindWord::town && (said != "city" || place.size >= kCityRank)) ||
               word == KindWord::capital;
      case PlaceKind::village:
        return word == KindWord::village;
      case PlaceKind::country:
        return word == KindWord::country;
      case PlaceKind::region:
        return word == KindWord::region || word == KindWord::state;
      case PlaceKind::camp:
        return word == KindWord::camp;
      case PlaceKind::landmark:
        return false;
    }
    return false;
  }

  static void take(const Place& from, Place& to) {
    to.name = from.name;
    to.within = from.within;
    to.id = from.id;
    to.kind = from.kind;
    to.gazetteer_name = from.gazetteer_name;
    to.admin1 = from.admin1;
    to.country = from.country;
    to.latitude = from.latitude;
    to.longitude = from.longitude;
    to.approximate = from.approximate;
  }

  const PlaceText& text_;
  const std::vector<Place>& named_;
  const std::vector<PlaceMention>& mentions_;  // of the named ones
  std::vector<bool> taken_;
  std::vector<Place> found_;
};

// What an unnamed place inherits of the named one that it lies in.
void inherit(const Place& outer, Place& inner) {
  inner.within = outer.name + (outer.within.empty() ? "" : ", " + outer.within);
  inner.admin1 = outer.admin1;
  inner.country = outer.country;
  inner.latitude = outer.latitude;
  inner.longitude = outer.longitude;
}

}  // namespace

void add_unnamed_places(const PlaceText& text, const std::vector<PlaceMention>& mentions,
                        std::vector<Place>& places) {
  RELATA_CHECK(mentions.size() == places.size());
  std::vector<Place> unnamed = UnnamedFinder(text, places, mentions).find();
  for (Place& place : unnamed) {
    if (place.inside) inherit(places[*place.inside], place);
  }
  places.insert(places.end(), std::make_move_iterator(unnamed.begin()),
                std::make_move_iterator(unnamed.end()));
  std::vector<std::uint32_t> order(places.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return places[a].first < places[b].first; });
  std::vector<std::uint32_t> moved(places.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) moved[order[i]] = i;
  std::vector<Place> sorted;
  sorted.reserve(places.size());
  for (const std::uint32_t i : order) {
    sorted.push_back(std::move(places[i]));
    if (sorted.back().inside) sorted.back().inside = moved[*sorted.back().inside];
  }
  places = std::move(sorted);
}

}  // namespace relata
