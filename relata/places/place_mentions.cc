// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_mentions.h"

#include <algorithm>

#include "relata/places/place_lists.h"
#include "relata/places/place_phrases.h"

namespace relata {

namespace {

// Evidence that a stretch of text names a place, in points; kEnough makes a mention.
constexpr int kEnough = 2;
constexpr std::uint8_t kLargeRank = 128;   // 65,000 people
constexpr std::uint8_t kHugeRank = 150;    // 440,000: no suburb of another
constexpr std::uint8_t kPluralRank = 112;  // 16,000: "districts of X" are within it
constexpr std::uint8_t kMiddleRank = 100;  // 5,800

class Surroundings {
 public:
  Surroundings(const PlaceText& text, const Gazetteer& gazetteer,
               std::vector<PlaceMention>& mentions)
      : text_(text), gazetteer_(gazetteer), mentions_(mentions) {}

  void read() {
    taken_.resize(text_.size(), false);
    for (PlaceMention& mention : mentions_) {
      dress(mention);
      std::fill(taken_.begin() + mention.whole_first, taken_.begin() + mention.whole_last, true);
    }
    weigh();
    std::erase_if(mentions_, [](const PlaceMention& c) { return c.evidence < kEnough; });
    for (std::uint32_t i = 0; i + 1 < mentions_.size(); ++i) tie(i, i + 1);
    share_in_lists();
  }

 private:
  // The token before `at`, "the", "a" skipped; the sentence's begin if there is none.
  [[nodiscard]] std::optional<TokenIndex> before(TokenIndex at) const {
    const TokenIndex begin = text_.begin_of_sentence(at);
    while (at > begin) {
      --at;
      const std::string_view lower = text_[at].lower;
      if (lower != "the" && lower != "a" && lower != "an") return at;
    }
    return std::nullopt;
  }

  void dress(PlaceMention& c) {
    if (c.adjective) return;
    kind_after(c);
    direction_before(c);
    kind_before(c);
    prepositions(c);
    if (c.last < text_.end_of_sentence(c.first) &&
        (text_[c.last].text == "'s" || text_[c.last].text == "’s" || text_[c.last].text == "'")) {
      c.possessive = true;
    }
  }

  // "X district", "X refugee camp", "X and Y provinces" (for Y).
  void kind_after(PlaceMention& c) {
    if (c.possessive) return;  // "Aleppos eastern districts": a place of its own within it
    const TokenIndex end = text_.end_of_sentence(c.first);
    for (TokenIndex k = c.last; k < std::min(end, c.last + 3); ++k) {
      const WordSense& sense = *text_[k].sense;
      const bool kind = sense.kind != KindWord::none && sense.kind != KindWord::country &&
                        sense.kind != KindWord::capital;
      if (kind || sense.facility) {
        // "Damascus suburb of Daraya" is not "Jobar suburb of Damascus".
        if (k + 1 < end && text_[k + 1].lower == "of" &&
            is_larger_than(c, sense.kind, sense.plural))
          return;
        // A compound goes on: "military airport", "border crossing".
        if (k + 1 < end && k + 1 < c.last + 3 &&
            (text_[k + 1].sense->facility || text_[k + 1].sense->kind == KindWord::landmark))
          continue;
        if (sense.piece) return;  // "Aleppo countryside" names an area; "Aleppo part" does not
        if (!text_[k].capital && sense.plural && is_larger_than(c, sense.kind, sense.plural))
          return;  // "Aleppo neighbourhoods" are within it
        c.kind = kind ? sense.kind : KindWord::landmark;
        c.kind_token = k;
        c.whole_last = k + 1;
        if (sense.kind == KindWord::part) c.near = true;
        return;
      }
      // Modifiers of the kind word stand between: "X main road".
      if (sense.preposition != Preposition::none || sense.list || !text_[k].word) return;
      if (text_[k].capital && !text_[k].heading) return;
      const Upos upos = text_.document().tokens[k].upos;
      if (upos != Upos::adj && upos != Upos::noun && upos != Upos::propn) return;
    }
  }

  // "eastern X", "rural eastern X", "north-west X"; of a name with a kind word it tells where that lies, not which part is meant.
  void direction_before(PlaceMention& c) {
    const TokenIndex begin = text_.begin_of_sentence(c.first);
    TokenIndex k = c.whole_first;
    while (k > begin &&
           (text_[k - 1].sense->direction || text_[k - 1].sense->part_of_name ||
            (text_[k - 1].text == "-" && k > begin + 1 && text_[k - 2].sense->direction))) {
      --k;
    }
    if (k == c.whole_first) return;
    c.direction_first = k;
    c.direction_last = c.whole_first;
    c.whole_first = k;
    c.near = true;
  }

  // "the (besieged) town of X", "north of X", "the countryside of X".
  void kind_before(PlaceMention& c) {
    const auto of = before(c.whole_first);
    if (!of) return;
    const TokenIndex begin = text_.begin_of_sentence(c.first);
    // "the town X", as captions and headlines have it.
    const WordSense& direct = *text_[*of].sense;
    if (text_[*of].lower != "of") {
      const bool kind = direct.kind == KindWord::town || direct.kind == KindWord::village ||
                        direct.kind == KindWord::neighbourhood || direct.kind == KindWord::camp ||
                        direct.kind == KindWord::region || direct.kind == KindWord::district;
      if (kind && *of + 1 == c.whole_first && c.kind == KindWord::none && !text_[*of].capital &&
          !direct.plural) {
        c.kind = direct.kind;
        c.kind_token = *of;
        c.whole_first = *of;
      }
      return;
    }
    if (*of <= begin) return;
    const TokenIndex noun = *of - 1;
    const WordSense& sense = *text_[noun].sense;
    if (sense.direction) {
      c.near = true;
      c.direction_first = noun;
      c.direction_last = noun + 1;
      c.whole_first = noun;
    } else if (sense.kind != KindWord::none && sense.kind != KindWord::country) {
      if (sense.kind == KindWord::part || sense.kind == KindWord::border ||
          sense.kind == KindWord::landmark) {
        return;  // "the outskirts of X", "a market of X": a place of its own within X (unnamed_places.h)
      }
      // "the villages of X and Y" names them, "districts of Aleppo" are within it.
      if (is_larger_than(c, sense.kind, sense.plural) || taken(noun)) return;
      c.kind = sense.kind == KindWord::area && c.kind != KindWord::none ? c.kind : sense.kind;
      c.kind_token = noun;
      c.whole_first = noun;
    }
  }

  // "neighbourhoods of Aleppo": Aleppo is no neighbourhood.
  [[nodiscard]] bool is_larger_than(const PlaceMention& c, KindWord kind, bool plural) const {
    const std::uint8_t large = plural ? kPluralRank : kHugeRank;
    const bool small = kind == KindWord::neighbourhood || kind == KindWord::district ||
                       kind == KindWord::village || kind == KindWord::camp ||
                       kind == KindWord::town;
    if (!small || c.choices.empty()) return false;
    bool larger = false;
    for (const PlaceId id : c.choices) {
      const PlaceKind own = gazetteer_.kind(id);
      if (own == PlaceKind::neighbourhood || own == PlaceKind::camp) return false;
      larger = larger || own == PlaceKind::country || own == PlaceKind::region ||
               (kind != KindWord::town && own == PlaceKind::town && gazetteer_.rank(id) >= large);
    }
    return larger && (kind != KindWord::town || !has_town(c));
  }

  [[nodiscard]] bool has_town(const PlaceMention& c) const {
    return std::any_of(c.choices.begin(), c.choices.end(),
                       [&](PlaceId id) { return fits(KindWord::town, gazetteer_.kind(id)); });
  }

  // Whether a mention before has this token already.
  [[nodiscard]] bool taken(TokenIndex token) const { return taken_[token]; }

  void prepositions(PlaceMention& c) {
    const auto word = before(c.whole_first);
    if (!word) return;
    if (text_[*word].sense->preposition == Preposition::near) c.near = true;
    if (text_[*word].lower == "of" && *word > text_.begin_of_sentence(c.first) &&
        text_[*word - 1].sense->direction)
      c.near = true;
  }

  [[nodiscard]] int mention_evidence(const PlaceMention& c) const {
    const Mention* mention = text_[c.first].mention;
    if (mention == nullptr) return 0;
    switch (*mention->kind) {
      case NameKind::place:
        return 4;
      case NameKind::facility:
        return 3;
      case NameKind::nationality:
        return c.adjective ? 3 : 0;
      case NameKind::organisation:
      case NameKind::armed_group:
      case NameKind::person:
      case NameKind::weapon:
        return actor_evidence(c, *mention);
      case NameKind::date:
      case NameKind::quantity:
        return -4;
    }
    return 0;
  }

  // A place inside the name of a body or a person is none ("Aleppo Media Centre"); but "Washington" as one who acts is, and the
  // names stage may err where the words around say a place.
  [[nodiscard]] int actor_evidence(const PlaceMention& c, const Mention& mention) const {
    const bool whole = mention.first == c.first && mention.last <= c.last;
    const auto clue = clue_against(*mention.kind);
    if (whole && clue &&
        (listed_among_places(text_, c.first, c.last, *clue) || told_of_in_parts(text_, c.first)))
      return 3;
    if (whole && prior(c) >= 2 && *mention.kind != NameKind::person) return 0;
    return whole || (mention.first == c.first && preposition_evidence(c) >= 2) ? -3 : -6;
  }

  [[nodiscard]] int prior(const PlaceMention& c) const {
    int best = 0;
    for (const PlaceId id : c.choices) {
      const PlaceKind kind = gazetteer_.kind(id);
      const std::uint8_t rank = gazetteer_.rank(id);
      if (kind == PlaceKind::country) best = std::max(best, 3);
      if (kind == PlaceKind::region || rank >= kLargeRank || gazetteer_.is_reviewed(id)) {
        best = std::max(best, 2);
      }
      if (rank >= kMiddleRank) best = std::max(best, 1);
    }
    return c.bare_only ? std::min(best, 1) : best;
  }

  [[nodiscard]] int preposition_evidence(const PlaceMention& c) const {
    const auto word = before(c.whole_first);
    if (!word) return 0;
    switch (text_[*word].sense->preposition) {
      case Preposition::in:
      case Preposition::near:
        return 2;
      case Preposition::of:
      case Preposition::other:
        return 1;
      case Preposition::none:
        return 0;
    }
    return 0;
  }

  [[nodiscard]] int neighbour_evidence(const PlaceMention& c) const {
    int points = 0;
    const TokenIndex end = text_.end_of_sentence(c.first);
    if (is_acronym(c)) points -= 3;
    if (is_listed(c)) points += 1;
    const bool title_before =
        c.first > text_.begin_of_sentence(c.first) && text_[c.first - 1].sense->title;
    if (title_before && text_[c.first].mention == nullptr) points -= 3;
    if (text_[c.first].heading || text_[c.first].mention != nullptr) return points;
    if (c.whole_last < end && text_[c.whole_last].capital && c.whole_last == c.last &&
        !c.possessive && !c.adjective && !text_[c.whole_last].lower.starts_with("al-") &&
        !starts_mention(c.whole_last)) {
      points -= 2;
    }
    if (c.whole_first > text_.begin_of_sentence(c.first) + 1 && c.whole_first == c.first &&
        text_[c.first - 1].capital && !ends_mention(c.first)) {
      points -= 2;
    }
    return points;
  }

  // Comma or "and" joins it to another mention.
  [[nodiscard]] bool is_listed(const PlaceMention& c) const {
    const auto joins = [&](TokenIndex k) { return text_[k].text == "," || text_[k].sense->list; };
    const TokenIndex begin = text_.begin_of_sentence(c.first), end = text_.end_of_sentence(c.first);
    if (c.whole_first >= begin + 2 && joins(c.whole_first - 1) && taken_[c.whole_first - 2])
      return true;
    return c.whole_last + 1 < end && joins(c.whole_last) && taken_[c.whole_last + 1];
  }

  // "SANA" is no Sanaa; "UAE" and "HOMS, Syria" are places.
  [[nodiscard]] bool is_acronym(const PlaceMention& c) const {
    if (c.last - c.first > 1 || !text_[c.first].all_capitals || text_[c.first].text.size() > 5)
      return false;
    if (!c.choices.empty() && gazetteer_.kind(c.choices.front()) == PlaceKind::country)
      return false;
    return preposition_evidence(c) < 2;
  }

  [[nodiscard]] bool starts_mention(TokenIndex token) const {
    const auto at =
        std::lower_bound(mentions_.begin(), mentions_.end(), token,
                         [](const PlaceMention& c, TokenIndex t) { return c.whole_first < t; });
    return at != mentions_.end() && at->whole_first == token && prior(*at) >= 2;
  }
  [[nodiscard]] bool ends_mention(TokenIndex end) const { return end > 0 && taken_[end - 1]; }

  [[nodiscard]] int tag_evidence(const PlaceMention& c) const {
    if (c.adjective) return 0;
    for (TokenIndex k = c.first; k < c.last; ++k) {
      const Upos upos = text_.document().tokens[k].upos;
      if (upos == Upos::propn || upos == Upos::x) return 0;
    }
    return text_[c.first].heading ? -1 : -3;
  }

  [[nodiscard]] bool begins_with_article(const PlaceMention& c) const {
    return text_.is_article_token(c.first) || text_[c.first].lower.starts_with("al-");
  }

  void weigh() {
    for (PlaceMention& c : mentions_) {
      c.evidence = mention_evidence(c) + prior(c) + preposition_evidence(c) +
                   neighbour_evidence(c) + tag_evidence(c);
      if (c.kind != KindWord::none && c.kind != KindWord::part && c.kind != KindWord::border)
        c.evidence += 2;
      if (c.direction_last > c.direction_first) c.evidence += 1;
      if (c.sounds) c.evidence += 1;
      if (c.last - c.first > 1 && !c.bare_only && !c.choices.empty() &&
          text_[c.first].mention == nullptr)
        c.evidence += 1;
      // "al-Dumayr": few other things bear the article.
      if ((!c.choices.empty() || c.sounds) && text_[c.first].mention == nullptr &&
          begins_with_article(c)) {
        c.evidence += 1;
      }
    }
  }

  // What stands between two mentions: they are tied if it is next to nothing.
  void tie(std::uint32_t a_index, std::uint32_t b_index) {
    PlaceMention& a = mentions_[a_index];
    PlaceMention& b = mentions_[b_index];
    if (text_.sentence(a.first) != text_.sentence(b.first) || a.whole_last > b.whole_first) return;
    bool in = false, comma = false, list = false, other = false;
    for (TokenIndex k = a.whole_last; k < b.whole_first; ++k) {
      const PlaceToken& token = text_[k];
      if (token.lower == "in" || token.lower == "of" || token.lower == "within" ||
          token.lower == "inside") {
        in = true;
      } else if (token.text == "," || token.text == "(") {
        comma = true;
      } else if (token.sense->list || token.text == "&") {
        list = true;
      } else if (token.lower != "the" && token.text != "'s" && token.text != "’s" &&
                 token.text != "'" && token.text != "\"" && !token.sense->direction &&
                 !text_.is_article_token(k)) {
        other = true;
      }
    }
    if (other) return;
    const bool touching = !in && !comma && !list;
    if ((a.adjective || a.possessive) && touching) {
      b.inside = a_index;
    } else if (touching && b.kind_token && *b.kind_token < b.first && !b.near) {
      b.inside = a_index;  // "Damascus suburb of Daraya"
    } else if (in && !list && !a.adjective && !b.adjective) {
      a.inside = b_index;
    } else if ((comma || touching) && !list && !a.adjective && !b.adjective && may_hold(b, a)) {
      a.inside = b_index;
    } else if ((comma || list || touching) && !a.adjective && !b.adjective) {
      b.listed = true;
    }
  }

  [[nodiscard]] bool may_hold(const PlaceMention& larger, const PlaceMention& smaller) const {
    for (const PlaceId big : larger.choices) {
      const PlaceKind kind = gazetteer_.kind(big);
      if (smaller.choices.empty() && (kind == PlaceKind::country || kind == PlaceKind::region))
        return true;
      for (const PlaceId small : smaller.choices) {
        if (small != big && gazetteer_.within(small, big)) return true;
      }
    }
    return false;
  }

  // "X, Y and Z in W": all of them; "W's X and Y": both.
  void share_in_lists() {
    for (std::size_t i = mentions_.size(); i-- > 1;) {
      if (mentions_[i].listed && mentions_[i].inside && !mentions_[i - 1].inside &&
          *mentions_[i].inside > i) {
        mentions_[i - 1].inside = mentions_[i].inside;
      }
    }
    for (std::size_t i = 1; i < mentions_.size(); ++i) {
      const auto& inside = mentions_[i - 1].inside;
      if (mentions_[i].listed && !mentions_[i].inside && inside && *inside < i - 1)
        mentions_[i].inside = inside;
    }
  }

  const PlaceText& text_;
  const Gazetteer& gazetteer_;
  std::vector<PlaceMention>& mentions_;
  std::vector<bool> taken_;  // tokens that are part of a mention
};

}  // namespace

std::vector<PlaceMention> find_place_mentions(const PlaceText& text, const PlaceWords& words,
                                              const Gazetteer& gazetteer) {
  std::vector<PlaceMention> mentions = find_phrases(text, words, gazetteer);
  Surroundings(text, gazetteer, mentions).read();
  return mentions;
}

}  // namespace relata
