// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/find_telling.h"

#include <algorithm>

#include "relata/attribution/clauses.h"
#include "relata/attribution/headings.h"
#include "relata/attribution/other_cues.h"
#include "relata/attribution/quotations.h"
#include "relata/attribution/source_words.h"
#include "relata/attribution/speakers.h"
#include "relata/attribution/verb_cues.h"

namespace relata {

namespace {

// The sayings of a report in order of their cues; `outer` still points where it should.
void sort_by_cue(std::vector<Saying>& sayings) {
  std::vector<std::size_t> order(sayings.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sayings[a].cue.first < sayings[b].cue.first;
  });
  std::vector<std::size_t> place(sayings.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Saying> sorted;
  sorted.reserve(sayings.size());
  for (const std::size_t i : order) {
    sorted.push_back(std::move(sayings[i]));
    if (sorted.back().outer) sorted.back().outer = place[*sorted.back().outer];
  }
  sayings = std::move(sorted);
}

// Gives sources the whole of the known names that they are a part of.
void widen_sources(const Clauses& clauses, const AttributionLexicon& lexicon,
                   std::vector<Saying>& sayings) {
  for (Saying& saying : sayings) {
    if (!saying.source || saying.no_source) continue;
    const auto named =
        with_name_before(clauses.document(), lexicon.known(),
                         {*saying.source, saying.source_head.value_or(saying.source->first)},
                         clauses.sentence_of(saying.source->first));
    if (named && !named->range.overlaps(saying.cue)) {
      saying.source = named->range;
      saying.source_head = named->head;
      saying.content = without(saying.content, named->range);
    }
    if (saying.source_head) {
      const TokenRange sentence = clauses.sentence_of(*saying.source_head);
      SourceWords whole =
          with_hyphen(clauses.document(), {*saying.source, *saying.source_head}, sentence);
      whole = with_speaker_at(clauses.document(), lexicon, whole, sentence);
      if (!whole.range.overlaps(saying.cue) && whole.head != *saying.source_head) {
        saying.source = whole.range;
        saying.source_head = whole.head;
        saying.content = without(saying.content, whole.range);
      }
    }
    TokenRange wide = with_known_name(clauses.document(), lexicon.known(), *saying.source,
                                      clauses.sentence_of(saying.source->first));
    if (saying.source_head) {
      wide = with_role_words(clauses.document(), lexicon, {wide, *saying.source_head},
                             clauses.sentence_of(*saying.source_head));
    }
    if (wide == *saying.source || wide.overlaps(saying.cue)) continue;
    saying.source = wide;
    saying.content = without(saying.content, wide);
  }
}

// Takes away the sayings that found nothing said.
void drop_empty(std::vector<Saying>& sayings) {
  std::vector<std::size_t> place(sayings.size());
  std::vector<Saying> kept;
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    place[i] = kept.size();
    if (!sayings[i].content.empty()) kept.push_back(std::move(sayings[i]));
  }
  for (Saying& saying : kept) {
    if (saying.outer) saying.outer = place[*saying.outer];
  }
  sayings = std::move(kept);
}

bool holds(const Saying& saying, TokenRange range) {
  return std::any_of(saying.content.begin(), saying.content.end(),
                     [range](TokenRange piece) { return piece.contains(range); });
}

TokenIndex size_of(const Saying& saying) {
  TokenIndex size = 0;
  for (const TokenRange piece : saying.content) size += piece.last - piece.first;
  return size;
}

// Whether following `outer` from `at` leads to `target`.
bool leads_to(const std::vector<Saying>& sayings, std::size_t at, std::size_t target) {
  for (std::size_t steps = 0; steps <= sayings.size(); ++steps) {
    if (at == target) return true;
    if (!sayings[at].outer) return false;
    at = *sayings[at].outer;
  }
  return true;
}

// Puts each saying within the smallest one whose content holds its cue.
void nest(std::vector<Saying>& sayings) {
  constexpr std::size_t kReach = 40;  // sayings to either side that can report one
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    if (sayings[i].outer) continue;
    const std::size_t from = i > kReach ? i - kReach : 0;
    const std::size_t to = std::min(sayings.size(), i + kReach);
    std::optional<std::size_t> best;
    for (std::size_t j = from; j < to; ++j) {
      if (j == i || !holds(sayings[j], sayings[i].cue) || leads_to(sayings, j, i)) continue;
      if (!best || size_of(sayings[j]) < size_of(sayings[*best])) best = j;
    }
    sayings[i].outer = best;
  }
}

Span span_of(const Document& document, TokenRange range) {
  return document.span_of(range.first, range.last - 1);
}

}  // namespace

Telling find_telling(const Document& document, std::optional<std::string_view> publisher,
                     std::optional<Date> day, const AttributionLexicon& lexicon) {
  const Clauses clauses(document);
  std::vector<Saying> sayings;
  find_verb_cues(clauses, lexicon, sayings);
  find_according_cues(clauses, lexicon, sayings);
  find_noun_cues(clauses, lexicon, sayings);
  find_heading_cues(clauses, lexicon, sayings);
  widen_sources(clauses, lexicon, sayings);
  sort_by_cue(sayings);
  carry_quotations(clauses, sayings);
  drop_empty(sayings);
  nest(sayings);
  // From here on no saying is added or taken away: only voices are given to them.
  Speakers speakers(clauses, lexicon, publisher, day);
  Telling telling;
  for (const Saying& saying : sayings) {
    Attribution attribution;
    attribution.cue = span_of(document, saying.cue);
    if (saying.source) attribution.source = span_of(document, *saying.source);
    for (const TokenRange piece : saying.content)
      attribution.content.push_back(span_of(document, piece));
    attribution.stance = saying.stance;
    attribution.carried = saying.carried;
    attribution.link = saying.link;
    if (saying.outer) attribution.within = static_cast<std::uint32_t>(*saying.outer);
    speakers.give_voice(saying, attribution);
    telling.attributions.push_back(std::move(attribution));
  }
  telling.voices = speakers.voices();
  return telling;
}

}  // namespace relata
