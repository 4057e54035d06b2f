// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/place_candidates.h"

#include <algorithm>
#include <unordered_map>

#include "relata/claims/locate.h"

namespace relata {

namespace {

enum Template : std::uint32_t {
  kBias = 200,
  kType,
  kKind,
  kTypeKind,
  kMain,
  kLast,
  kMentions,
  kRank,
  kParticipant,
  kNested,
  kResolved,
  kOwnPlaces,
  kStatus,
  kOuter,
  kOuterPreposition,
  kTypeMain,
  kWord,
  kTypeWord,
  kLastOfType,
  kNature,
  kTypeNature,
  kTop,
  kTopCountry,
  kLemma,
  kHeading,
  kSubject,
  kLastDeterminer,
  kTenseKind
};

constexpr std::uint32_t kSentencesBack = 3;

bool is_country(const Place& place) { return place.kind == PlaceKind::country; }

std::uint64_t kind_number(const Place& place) {
  return place.kind ? static_cast<std::uint64_t>(*place.kind) : 99;
}

// Whether "Aleppo, Syria" lists "Aleppo".
bool lists(std::string_view within, std::string_view name) {
  std::size_t at = within.find(name);
  for (; at != std::string_view::npos; at = within.find(name, at + 1)) {
    const bool begins = at == 0 || within[at - 1] == ' ';
    const std::size_t end = at + name.size();
    if (begins && (end == within.size() || within[end] == ',')) return true;
  }
  return false;
}

// The first of those that the report names most often.
template <typename Accept>
std::optional<std::uint32_t> most_named(const std::vector<std::uint32_t>& mentions, Accept accept) {
  std::optional<std::uint32_t> most;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (accept(i) && (!most || mentions[i] > mentions[*most])) most = i;
  }
  return most;
}

// The first place that says more than a country, else the first.
std::optional<std::uint32_t> lead_place(std::span<const Place> places,
                                        const std::vector<bool>& possible) {
  std::optional<std::uint32_t> first;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (!possible[i]) continue;
    if (!is_country(places[i])) return i;
    if (!first) first = i;
  }
  return first;
}

}  // namespace

PlaceCandidates::PlaceCandidates(const SlotContext& context, const Telling& telling,
                                 std::span<const Place> places,
                                 std::span<const TimeExpression> times)
    : context_(context), places_(places) {
  const Document& document = context.document();
  std::unordered_map<std::string_view, std::uint32_t> named;
  for (const Place& place : places) {
    heads_.push_back(head_of(document, place.name_span));
    const bool in_source =
        std::any_of(telling.attributions.begin(), telling.attributions.end(),
                    [&](const Attribution& attribution) {
                      return attribution.source && attribution.source->contains(place.span);
                    });
    const bool is_time = std::any_of(times.begin(), times.end(), [&](const TimeExpression& time) {
      return time.core.overlaps(place.name_span);
    });
    possible_.push_back(!place.speaker_place && !in_source && !is_time);
    ++named[place.name];
  }
  for (const Place& place : places) mentions_.push_back(named[place.name]);
  first_of_.resize(document.sentences.size() + 1, static_cast<std::uint32_t>(places.size()));
  for (std::size_t i = places.size(); i-- > 0;) {
    first_of_[document.tokens[heads_[i]].sentence] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t s = document.sentences.size(); s-- > 0;)
    first_of_[s] = std::min(first_of_[s], first_of_[s + 1]);
  main_ = lead_place(places, possible_);
  const auto named_place = [&](std::uint32_t i) { return possible_[i] && !places[i].unnamed; };
  top_ = most_named(mentions_,
                    [&](std::uint32_t i) { return named_place(i) && !is_country(places[i]); });
  country_ = most_named(mentions_,
                        [&](std::uint32_t i) { return named_place(i) && is_country(places[i]); });
}

std::pair<std::uint32_t, std::uint32_t> PlaceCandidates::in_sentence(std::uint32_t sentence) const {
  return {first_of_[sentence], first_of_[sentence + 1]};
}

// Whether the place only tells who somebody is: "the government of Syria", "Aleppo residents".
bool PlaceCandidates::beside_a_participant(const Event& event, std::uint32_t place) const {
  const auto inside = [&](const Participant& participant) {
    return participant.span.contains(places_[place].name_span);
  };
  return std::any_of(event.by.begin(), event.by.end(), inside) ||
         std::any_of(event.to.begin(), event.to.end(), inside);
}

// Whether its sentence names a smaller place within it: "Khan Sheikhoun in Idlib province".
bool PlaceCandidates::holds_another(std::uint32_t place) const {
  const auto [first, last] = in_sentence(context_.document().tokens[heads_[place]].sentence);
  for (std::uint32_t i = first; i < last; ++i) {
    if (i == place || !possible_[i]) continue;
    if (places_[i].inside == place) return true;
    if (places_[i].name != places_[place].name && lists(places_[i].within, places_[place].name))
      return true;
  }
  return false;
}

Candidate PlaceCandidates::candidate(const Event& event, std::uint32_t place,
                                     const EarlierChoices& earlier, std::uint32_t rank) const {
  Candidate candidate{place, {}};
  auto& out = candidate.features;
  const auto type = static_cast<std::uint64_t>(event.type);
  const Place& found = places_[place];
  const int before = std::clamp(context_.sentences_before(event, heads_[place]), -1, 4);
  const std::uint32_t sentence = context_.document().tokens[event.head].sentence;
  const bool own_places = first_of_[sentence] != first_of_[sentence + 1];
  out.push_back(feature(kBias, 1));
  out.push_back(feature(kType, type));
  out.push_back(feature(kKind, kind_number(found), before));
  out.push_back(feature(kTypeKind, type, kind_number(found)));
  out.push_back(feature(kMain, main_ == place, before, own_places));
  const auto same_as = [&](std::optional<std::uint32_t> other) {
    return other ? 1 + (places_[*other].name == found.name) : 0;
  };
  out.push_back(feature(kLast, same_as(earlier.last()), before, own_places));
  out.push_back(feature(kLastOfType, same_as(earlier.last_of(event.type)), before, own_places));
  out.push_back(feature(kMentions, bucket(mentions_[place]), before));
  out.push_back(feature(kRank, rank, before));
  out.push_back(feature(kParticipant, beside_a_participant(event, place)));
  out.push_back(feature(kNested, !found.within.empty(), before));
  out.push_back(feature(kResolved, found.id.has_value(), kind_number(found)));
  out.push_back(feature(kOwnPlaces, own_places, before));
  out.push_back(feature(kStatus, static_cast<std::uint64_t>(event.status)));
  const bool outer = holds_another(place);
  out.push_back(feature(kOuter, outer, found.inside.has_value(), before));
  out.push_back(feature(kOuterPreposition, outer, kind_number(found), before));
  out.push_back(feature(kTypeMain, type, main_ == place, own_places));
  const int nature = found.adjective + 2 * found.unnamed + 4 * found.actor;
  out.push_back(feature(kNature, nature, before, own_places));
  out.push_back(feature(kTypeNature, type, nature));
  if (!found.id) {  // an unnamed place: "a market", "large areas"
    const std::uint64_t word = hash_text(context_.document().lemma(heads_[place]));
    out.push_back(feature(kWord, word, before == 0));
    out.push_back(feature(kTypeWord, type, word));
  }
  wider_features(event, place, before, same_as(earlier.last()), out);
  context_.pair_features(event, heads_[place], out);
  return candidate;
}

// What the whole report and the event's own words tell: "the war" is the country's, "the attack" where the last one was.
void PlaceCandidates::wider_features(const Event& event, std::uint32_t place, int before, int last,
                                     std::vector<Feature>& out) const {
  const Document& document = context_.document();
  const Place& found = places_[place];
  const std::uint64_t kind = kind_number(found);
  const auto same_as = [&](std::optional<std::uint32_t> other) {
    return other && places_[*other].name == found.name;
  };
  const bool country = same_as(country_);
  out.push_back(feature(kTop, same_as(top_), before));
  out.push_back(feature(kTop, same_as(top_), static_cast<std::uint64_t>(event.type)));
  out.push_back(feature(kTopCountry, country, kind, before));
  const std::uint64_t lemma = hash_text(document.lemma(event.head));
  out.push_back(feature(kLemma, lemma, is_country(found), before == 0));
  out.push_back(feature(kLemma, lemma, last));
  if (const auto subject = document.child(event.head, Deprel::nsubj))
    out.push_back(feature(kSubject, hash_text(document.lemma(*subject)), is_country(found)));
  const bool heading = document.sentences[document.tokens[heads_[place]].sentence].heading;
  out.push_back(feature(kHeading, heading, kind, before));
  out.push_back(feature(kLastDeterminer, context_.determiner_of(event), last, before == 0));
  out.push_back(feature(kTenseKind, context_.tense_of(event), is_country(found), before == 0));
  out.push_back(feature(kTenseKind, context_.tense_of(event), last));
}

std::vector<Candidate> PlaceCandidates::of(const Event& event,
                                           const EarlierChoices& earlier) const {
  const std::uint32_t sentence = context_.document().tokens[event.head].sentence;
  const std::uint32_t first = first_of_[sentence - std::min(sentence, kSentencesBack)];
  const auto next = std::min<std::size_t>(sentence + 2, first_of_.size() - 1);
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = first; i < first_of_[next]; ++i) {
    if (possible_[i]) places.push_back(i);
  }
  for (const auto& further : {earlier.last(), earlier.last_of(event.type), main_, top_, country_}) {
    if (further && std::find(places.begin(), places.end(), *further) == places.end())
      places.push_back(*further);
  }
  const auto apart = [&](std::uint32_t place) {
    return event.head > heads_[place] ? event.head - heads_[place] : heads_[place] - event.head;
  };
  std::stable_sort(places.begin(), places.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return apart(a) < apart(b); });
  std::vector<Candidate> candidates;
  for (std::uint32_t rank = 0; rank < places.size(); ++rank) {
    candidates.push_back(candidate(event, places[rank], earlier, std::min(rank, 5U)));
  }
  return candidates;
}

}  // namespace relata
