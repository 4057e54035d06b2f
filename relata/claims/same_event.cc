// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/same_event.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/fold.h"
#include "relata/claims/locate.h"

namespace relata {

namespace {

constexpr std::size_t kLooksBack = 64;  // claims; keeps long reports linear
// The score from which two claims are tied: at odds of one to three precision and recall balance.
constexpr float kTies = -1.1F;

constexpr std::array<std::string_view, kSameEventSigns> kSignNames = {"any",
                                                                      "one_sentence",
                                                                      "sentences_apart",
                                                                      "counts_equal",
                                                                      "counts_differ",
                                                                      "counts_on_one_side",
                                                                      "method_left_open",
                                                                      "methods_differ",
                                                                      "general_word",
                                                                      "definite",
                                                                      "told_as_new",
                                                                      "names_shared",
                                                                      "times_apart",
                                                                      "places_apart",
                                                                      "claims_between",
                                                                      "earlier_in_title",
                                                                      "earlier_is_first",
                                                                      "one_voice",
                                                                      "two_voices",
                                                                      "speech_act"};

bool names_agree(std::string_view a, std::string_view b) {
  const std::string x = fold(a);
  const std::string y = fold(b);
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

// What is compared of one claim, looked up once.
struct Told {
  std::uint32_t sentence = 0;
  bool in_title = false;
  bool general = false;
  bool definite = false;
  bool as_new = false;
  std::vector<std::string_view> names;  // words with a capital in its evidence, sorted
  std::vector<std::uint32_t> voices;    // the last of each chain
};

Told told_of(const Document& document, const RelationWords& words, const Claim& claim) {
  constexpr TokenIndex kOpening = 12;
  Told told;
  const TokenIndex head = head_of(document, claim.trigger);
  told.sentence = document.tokens[head].sentence;
  const Sentence& sentence = document.sentences[told.sentence];
  told.in_title = sentence.paragraph == 0;
  told.general = words.is(RelationWord::general, document.lemma(head));
  const TokenIndex trigger = token_at(document, claim.trigger.begin);
  told.definite = is_definite(document, words, claim.trigger);
  const TokenIndex first = token_at(document, claim.evidence.begin);
  for (TokenIndex at = first; at < std::min(trigger, first + kOpening); ++at)
    told.as_new |= words.is(RelationWord::as_new, lower_ascii(document.word(at)));
  for (TokenIndex at = first;
       at < document.tokens.size() && document.tokens[at].span.begin < claim.evidence.end; ++at) {
    const std::string_view word = document.word(at);
    if (word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z') told.names.push_back(word);
  }
  std::sort(told.names.begin(), told.names.end());
  told.names.erase(std::unique(told.names.begin(), told.names.end()), told.names.end());
  for (const Chain& chain : claim.chains) {
    if (!chain.empty()) told.voices.push_back(chain.back().voice);
  }
  return told;
}

float share_of_names(const Told& a, const Told& b) {
  std::vector<std::string_view> shared;
  std::set_intersection(a.names.begin(), a.names.end(), b.names.begin(), b.names.end(),
                        std::back_inserter(shared));
  const std::size_t fewer = std::max<std::size_t>(1, std::min(a.names.size(), b.names.size()));
  return static_cast<float>(shared.size()) / static_cast<float>(fewer);
}

bool any_voice_shared(const Told& a, const Told& b) {
  return std::any_of(a.voices.begin(), a.voices.end(), [&](std::uint32_t voice) {
    return std::find(b.voices.begin(), b.voices.end(), voice) != b.voices.end();
  });
}

class Scorer {
 public:
  Scorer(const Document& document, const std::vector<Claim>& claims, const RelationWords& words,
         const SameEventWeights& weights)
      : claims_(claims), weights_(weights) {
    told_.reserve(claims.size());
    for (const Claim& claim : claims) told_.push_back(told_of(document, words, claim));
  }

  float operator()(std::size_t earlier, std::size_t later, std::size_t between) const {
    const Claim& a = claims_[earlier];
    const Claim& b = claims_[later];
    const Told& x = told_[earlier];
    const Told& y = told_[later];
    const std::uint32_t apart =
        y.sentence > x.sentence ? y.sentence - x.sentence : x.sentence - y.sentence;
    const bool equal = counts_shared(a, b);
    const bool both = !a.counts.empty() && !b.counts.empty();
    float sum = weight(SameEventSign::any);
    const auto add = [&](SameEventSign sign, float value) { sum += weight(sign) * value; };
    const auto add_if = [&](SameEventSign sign, bool holds) { add(sign, holds ? 1.0F : 0.0F); };
    add_if(SameEventSign::one_sentence, apart == 0);
    add(SameEventSign::sentences_apart, static_cast<float>(std::min(apart, 12U)) / 12.0F);
    add_if(SameEventSign::counts_equal, equal);
    add_if(SameEventSign::counts_differ, both && !equal);
    add_if(SameEventSign::counts_on_one_side, a.counts.empty() != b.counts.empty());
    add_if(SameEventSign::method_left_open, a.type != b.type && types_agree(a.type, b.type));
    add_if(SameEventSign::methods_differ, !types_agree(a.type, b.type));
    add_if(SameEventSign::general_word, y.general);
    add_if(SameEventSign::definite, y.definite);
    add_if(SameEventSign::told_as_new, y.as_new);
    add(SameEventSign::names_shared, share_of_names(x, y));
    add_if(SameEventSign::times_apart,
           a.when && b.when && !a.when->period.overlaps(b.when->period));
    add_if(SameEventSign::places_apart, !places_agree(a, b));
    add(SameEventSign::claims_between,
        static_cast<float>(std::min<std::size_t>(between, 5)) / 5.0F);
    add_if(SameEventSign::earlier_in_title, x.in_title);
    add_if(SameEventSign::earlier_is_first, earlier == 0);
    const bool voiced = !x.voices.empty() && !y.voices.empty();
    const bool shared = voiced && any_voice_shared(x, y);
    add_if(SameEventSign::one_voice, shared);
    add_if(SameEventSign::two_voices, voiced && !shared);
    add_if(SameEventSign::speech_act, is_speech_act(a.type));
    return sum;
  }

 private:
  float weight(SameEventSign sign) const { return weights_.of[static_cast<std::size_t>(sign)]; }

  const std::vector<Claim>& claims_;
  const SameEventWeights& weights_;
  std::vector<Told> told_;
};

}  // namespace

bool is_definite(const Document& document, const RelationWords& words, Span trigger) {
  constexpr TokenIndex kBefore = 3;
  const TokenIndex noun = token_at(document, trigger.begin);
  const TokenIndex start = document.sentences[document.tokens[noun].sentence].first;
  for (TokenIndex at = noun; at-- > start && noun - at <= kBefore;) {
    if (words.is(RelationWord::definite, lower_ascii(document.word(at)))) return true;
  }
  return false;
}

Result<SameEventWeights> SameEventWeights::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("same_event.tsv", {"sign", "weight"}));
  SameEventWeights weights;
  std::array<bool, kSameEventSigns> seen{};
  for (const Table::Row& row : table.rows()) {
    const auto* const at = std::find(kSignNames.begin(), kSignNames.end(), row.cell("sign"));
    if (at == kSignNames.end())
      return Error{row.where() + ": no sign: " + std::string(row.cell("sign"))};
    const auto sign = static_cast<std::size_t>(at - kSignNames.begin());
    RELATA_TRY(const double weight, row.number("weight"));
    weights.of[sign] = static_cast<float>(weight);
    seen[sign] = true;
  }
  for (std::size_t i = 0; i < kSameEventSigns; ++i) {
    if (!seen[i]) return Error{"same_event.tsv: no row for " + std::string(kSignNames[i])};
  }
  return weights;
}

bool places_agree(const Claim& a, const Claim& b) {
  if (a.where.empty() || b.where.empty()) return true;
  const auto holds = [](const ClaimPlace& outer, const ClaimPlace& inner) {
    return fold(inner.within).find(fold(outer.name)) != std::string::npos;
  };
  return std::any_of(a.where.begin(), a.where.end(), [&](const ClaimPlace& x) {
    return std::any_of(b.where.begin(), b.where.end(), [&](const ClaimPlace& y) {
      return names_agree(x.name, y.name) || holds(x, y) || holds(y, x);
    });
  });
}

bool counts_conflict(const Claim& a, const Claim& b) {
  constexpr double kNoLimit = std::numeric_limits<double>::infinity();
  for (const Count& x : a.counts) {
    for (const Count& y : b.counts) {
      if (x.of != y.of || x.of == CountOf::strikes || !names_agree(x.who, y.who)) continue;
      if (x.low.value_or(0) > y.high.value_or(kNoLimit) ||
          y.low.value_or(0) > x.high.value_or(kNoLimit))
        return true;
    }
  }
  return false;
}

bool counts_shared(const Claim& a, const Claim& b) {
  return std::any_of(a.counts.begin(), a.counts.end(), [&](const Count& x) {
    return std::any_of(b.counts.begin(), b.counts.end(), [&](const Count& y) {
      return x.of == y.of && x.low == y.low && x.high == y.high;
    });
  });
}

std::vector<std::size_t> first_told(const EventTies& ties, std::size_t claims) {
  std::vector<std::size_t> first(claims);
  std::iota(first.begin(), first.end(), std::size_t{0});
  for (const auto& [later, earlier] : ties) first[later] = earlier;
  return first;
}

EventTies same_event_ties(const Document& document, const std::vector<Claim>& claims,
                          const RelationWords& words, const SameEventWeights& weights) {
  const Scorer score(document, claims, words, weights);
  std::vector<std::size_t> first(claims.size());
  EventTies ties;
  for (std::size_t later = 0; later < claims.size(); ++later) {
    first[later] = later;
    float best = kTies;
    std::size_t between = 0;  // claims of an agreeing type, from the later one back
    for (std::size_t at = later; at-- > 0 && later - at <= kLooksBack;) {
      const EventType type = claims[at].type;
      const bool agree = types_agree(type, claims[later].type);
      if (!agree && !(is_violent(type) && is_violent(claims[later].type))) continue;
      const float sum = score(at, later, between);
      if (sum >= best) {
        best = sum;
        first[later] = first[at];
      }
      between += agree ? 1 : 0;
    }
    if (first[later] != later) ties.emplace_back(later, first[later]);
  }
  return ties;
}

}  // namespace relata
