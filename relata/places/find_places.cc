// SPDX-License-Identifier: Apache-2.0
#include "relata/places/find_places.h"

#include <algorithm>
#include <map>

#include "relata/places/place_choice.h"
#include "relata/places/place_mentions.h"
#include "relata/places/place_text.h"
#include "relata/places/place_words.h"
#include "relata/places/unnamed_places.h"

namespace relata {

namespace {

// Weights of main_place(): of a country's adjective beside its name; how fast the beginning of a report outweighs the rest; of a
// place in the title; of the first one named.
constexpr double kOfAdjective = 0.7, kFade = 0.3, kOfTitle = 2, kOfFirst = 0.3;

void append_part(std::string& within, std::string_view part) {
  if (part.empty()) return;
  if (!within.empty()) within += ", ";
  within += part;
}

// Turns mentions and what was chosen for them into places.
class PlaceMaker {
 public:
  PlaceMaker(const PlaceText& text, const Gazetteer& gazetteer,
             const std::vector<PlaceMention>& mentions, const std::vector<ChosenPlace>& chosen,
             const PlaceContext& context, const PlaceWords& words)
      : text_(text),
        gazetteer_(gazetteer),
        mentions_(mentions),
        chosen_(chosen),
        context_(context),
        words_(words) {}

  std::vector<Place> make() {
    std::vector<Place> places;
    places.reserve(mentions_.size());
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) places.push_back(place(i));
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) places[i].within = within(i, places);
    return places;
  }

 private:
  [[nodiscard]] Place place(std::uint32_t index) const {
    const PlaceMention& m = mentions_[index];
    Place out;
    out.first = m.whole_first;
    out.last = m.whole_last;
    out.span = text_.span(m.whole_first, m.whole_last);
    if (m.whole_last == m.last) out.span.end = m.name.end;  // without the "s" of a lost apostrophe
    out.name_span = m.name;
    out.name = name(m);
    out.inside = m.inside;
    out.approximate = m.near || m.kind == KindWord::border;
    out.adjective = m.adjective || qualifies_noun(m);
    resolve(chosen_[index], out);
    if (m.adjective && out.id) out.name = out.gazetteer_name;
    out.actor = is_actor(m, out);
    out.speaker_place = out.actor || is_speaker_place(m);
    return out;
  }

  void resolve(const ChosenPlace& chosen, Place& out) const {
    if (chosen.country) out.country = gazetteer_.country_code(*chosen.country);
    if (!chosen.id) return;
    out.id = chosen.id;
    out.kind = gazetteer_.kind(*chosen.id);
    out.size = gazetteer_.rank(*chosen.id);
    out.gazetteer_name = gazetteer_.name(*chosen.id);
    if (const auto region = gazetteer_.region(*chosen.id); region && chosen.country)
      out.admin1 = gazetteer_.name(*region);
    if (!gazetteer_.has_point(*chosen.id)) return;
    out.approximate = out.approximate || gazetteer_.has_lent_point(*chosen.id);
    const GeoPoint point = gazetteer_.point(*chosen.id);
    out.latitude = point.latitude;
    out.longitude = point.longitude;
  }

  // The name as the report writes it; the kind word is part of it where the name alone would be another place ("Homs province").
  [[nodiscard]] std::string name(const PlaceMention& m) const {
    const std::string_view bare = text_.document().words(m.name);
    std::string out;
    // "central Hama city" is the whole city; "eastern Hama" and "northern Hama province" are parts.
    const bool settlement = m.kind == KindWord::town || m.kind == KindWord::village ||
                            m.kind == KindWord::neighbourhood || m.kind == KindWord::district;
    if (m.direction_last > m.direction_first && !settlement) {
      out = text_.lower(m.direction_first, m.direction_last);
      out += m.direction_last == m.first || m.kind_token ? " " : " of ";
    }
    out += bare;
    const bool kept = m.kind == KindWord::region || m.kind == KindWord::landmark ||
                      m.kind == KindWord::camp || m.kind == KindWord::part ||
                      m.kind == KindWord::state || m.kind == KindWord::border;
    if (!kept || !m.kind_token) return out;
    const std::string_view said =
        *m.kind_token >= m.last
            ? text_.document().words(text_.span(m.last, m.whole_last))
            : text_.document().words(text_.span(*m.kind_token, *m.kind_token + 1));
    // "the provinces of Hama and Idlib": each is one province.
    const bool plural = text_[*m.kind_token].sense->plural && m.kind == KindWord::region;
    return out + " " + std::string(plural ? said.substr(0, said.size() - 1) : said);
  }

  [[nodiscard]] TokenIndex head(const PlaceMention& m) const {
    const TokenIndex last = m.kind_token && *m.kind_token >= m.last ? m.whole_last : m.last;
    for (TokenIndex i = m.first; i < last; ++i) {
      const TokenIndex up = text_.document().tokens[i].head;
      if (up == kNoToken || up < m.first || up >= last) return i;
    }
    return last - 1;
  }

  [[nodiscard]] bool qualifies_noun(const PlaceMention& m) const {
    if (m.kind != KindWord::none || m.possessive) return false;
    const Token& token = text_.document().tokens[head(m)];
    return token.deprel == Deprel::compound && token.head != kNoToken && token.head >= m.last;
  }

  [[nodiscard]] const WordSense* verb_sense(TokenIndex verb) const {
    return words_.sense(text_.document().lemma(verb));
  }

  // "Washington said", "Turkey launched an offensive": who governs there, not where it happened.
  [[nodiscard]] bool is_actor(const PlaceMention& m, const Place& out) const {
    if (!out.id || m.adjective || m.near || m.kind != KindWord::none) return false;
    if (*out.kind != PlaceKind::country && !gazetteer_.is_capital(*out.id)) return false;
    TokenIndex h = head(m);
    for (int steps = 0; text_.document().tokens[h].deprel == Deprel::conj && steps < 4; ++steps)
      h = text_.document().tokens[h].head;
    const Token& token = text_.document().tokens[h];
    if (token.deprel != Deprel::nsubj || token.head == kNoToken) return false;
    const Token& verb = text_.document().tokens[token.head];
    if (verb.upos != Upos::verb || text_.document().child(token.head, Deprel::cop)) return false;
    const WordSense* sense = verb_sense(token.head);
    return sense == nullptr || !sense->scene;
  }

  [[nodiscard]] bool is_speaker_place(const PlaceMention& m) const {
    if (context_.dateline && context_.dateline->overlaps(m.name)) return true;
    const TokenIndex begin = text_.begin_of_sentence(m.first), end = text_.end_of_sentence(m.first);
    if (m.last + 1 < end && text_[m.last].text == "-" && text_[m.last + 1].sense->speaker)
      return true;
    if (m.last < end && text_[m.last].sense->speaker && text_[m.last].glued) return true;
    if (m.whole_first >= begin + 2 && text_[m.whole_first - 1].lower == "in" &&
        text_[m.whole_first - 2].sense->speaker)
      return true;
    return told_in(m, begin);
  }

  // "told Reuters in Beirut", "said by telephone from Idlib".
  [[nodiscard]] bool told_in(const PlaceMention& m, TokenIndex begin) const {
    if (m.whole_first <= begin) return false;
    const std::string_view preposition = text_[m.whole_first - 1].lower;
    if (preposition != "in" && preposition != "from") return false;
    const Token& token = text_.document().tokens[head(m)];
    if (token.deprel != Deprel::obl || token.head == kNoToken || token.head > m.first ||
        m.first - token.head > 7)
      return false;
    for (TokenIndex i = token.head + 1; i < m.first; ++i) {
      if (text_.document().tokens[i].upos == Upos::verb) return false;
    }
    const WordSense* sense = verb_sense(token.head);
    return sense != nullptr && sense->says;
  }

  // The larger places: as the text tells them, then as the gazetteer does.
  [[nodiscard]] std::string within(std::uint32_t index, const std::vector<Place>& places) const {
    std::string out;
    std::optional<PlaceId> known = places[index].id;
    if (known && mentions_[index].direction_last > mentions_[index].direction_first &&
        places[index].kind != PlaceKind::country) {
      append_part(out, places[index].gazetteer_name);
    }
    std::optional<std::uint32_t> up = places[index].inside;
    for (int steps = 0; up && steps < 4; ++steps) {
      const Place& larger = places[*up];
      append_part(out, larger.name);
      if (larger.id) known = larger.id;  // the text's way outwards, even if the gazetteer's is another
      if (larger.kind == PlaceKind::country) return out;
      up = larger.inside;
    }
    append_gazetteer(known, known == places[index].id, out);
    if (!known && !places[index].country.empty()) {
      if (const auto country = gazetteer_.country_of_code(places[index].country))
        append_part(out, gazetteer_.name(*country));
    }
    return out;
  }

  // City of a neighbourhood, first-level division, country; what bears the name of the place itself is left out.
  void append_gazetteer(std::optional<PlaceId> known, bool all, std::string& out) const {
    if (!known) return;
    const std::string own = gazetteer_.name(*known);
    const PlaceKind kind = gazetteer_.kind(*known);
    std::string last = own;
    for (auto up = gazetteer_.parent(*known); up; up = gazetteer_.parent(*up)) {
      const PlaceKind larger = gazetteer_.kind(*up);
      const bool city = larger == PlaceKind::town && kind != PlaceKind::town;
      if (!city && larger != PlaceKind::country &&
          !(larger == PlaceKind::region && (all || kind != PlaceKind::region)))
        continue;
      const std::string name = gazetteer_.name(*up);
      if (name != last) append_part(out, name);
      last = name;
    }
  }

  const PlaceText& text_;
  const Gazetteer& gazetteer_;
  const std::vector<PlaceMention>& mentions_;
  const std::vector<ChosenPlace>& chosen_;
  const PlaceContext& context_;
  const PlaceWords& words_;
};

// A name that was taken for a place only because one sounds like it is none if that place is not meant.
void drop_mere_sounds(std::vector<PlaceMention>& mentions, std::vector<ChosenPlace>& chosen) {
  std::vector<std::optional<std::uint32_t>> moved(mentions.size());
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].sounds && !chosen[i].id && mentions[i].kind == KindWord::none) continue;
    moved[i] = kept;
    if (kept != i) {
      mentions[kept] = std::move(mentions[i]);
      chosen[kept] = chosen[i];
    }
    ++kept;
  }
  mentions.resize(kept);
  chosen.resize(kept);
  for (PlaceMention& mention : mentions) {
    if (mention.inside) mention.inside = moved[*mention.inside];
  }
}

}  // namespace

PlaceFinder::PlaceFinder(Gazetteer gazetteer, std::unique_ptr<PlaceWords> words)
    : gazetteer_(std::move(gazetteer)), words_(std::move(words)) {}
PlaceFinder::PlaceFinder(PlaceFinder&&) noexcept = default;
PlaceFinder& PlaceFinder::operator=(PlaceFinder&&) noexcept = default;
PlaceFinder::~PlaceFinder() = default;

Result<PlaceFinder> PlaceFinder::load(const DataFolder& folder) {
  RELATA_TRY(Gazetteer gazetteer, Gazetteer::load(folder));
  return with(std::move(gazetteer), folder);
}

Result<PlaceFinder> PlaceFinder::with(Gazetteer gazetteer, const DataFolder& folder) {
  RELATA_TRY(PlaceWords words, PlaceWords::load(folder));
  return PlaceFinder(std::move(gazetteer), std::make_unique<PlaceWords>(std::move(words)));
}

std::vector<Place> PlaceFinder::find(const Document& document, const PlaceContext& context) const {
  if (document.tokens.empty()) return {};
  const PlaceText text(document, *words_);
  std::vector<PlaceMention> mentions = find_place_mentions(text, *words_, gazetteer_);
  std::vector<ChosenPlace> chosen =
      choose_places(mentions, gazetteer_, {context.country, context.dateline});
  drop_mere_sounds(mentions, chosen);
  std::vector<Place> places =
      PlaceMaker(text, gazetteer_, mentions, chosen, context, *words_).make();
  add_unnamed_places(text, mentions, places);
  return places;
}

namespace {

struct Tally {
  double weight = 0;
  std::uint32_t first = 0;
};

// The heaviest, of equals the one named first.
const Tally* heaviest(const std::map<std::string, Tally>& tallies) {
  const Tally* best = nullptr;
  for (const auto& [name, tally] : tallies) {
    const bool better = best == nullptr || tally.weight > best->weight ||
                        (tally.weight == best->weight && tally.first < best->first);
    if (better) best = &tally;
  }
  return best;
}

}  // namespace

std::optional<std::uint32_t> main_place(const Document& document,
                                        const std::vector<Place>& places) {
  std::map<std::string, Tally> countries, divisions;
  const auto add = [](std::map<std::string, Tally>& to, const std::string& key, double weight,
                      std::uint32_t i) {
    to.try_emplace(key, Tally{0, i}).first->second.weight += weight;
  };
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    if (!place.id || place.speaker_place || place.country.empty()) continue;
    add(countries, place.country, place.adjective ? kOfAdjective : 1, i);
  }
  const Tally* country = heaviest(countries);
  if (country == nullptr) return std::nullopt;
  bool first = true;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    if (!place.id || place.speaker_place || place.admin1.empty() ||
        place.country != places[country->first].country)
      continue;
    double weight = 1.0 / (1.0 + kFade * document.tokens[place.first].sentence);
    if (document.title && document.title->contains(place.name_span)) weight += kOfTitle;
    if (first) weight += kOfFirst;
    first = false;
    add(divisions, place.admin1, weight, i);
  }
  const Tally* division = heaviest(divisions);
  return division != nullptr ? division->first : country->first;
}

}  // namespace relata
