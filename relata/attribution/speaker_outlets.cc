// SPDX-License-Identifier: Apache-2.0
// The part of Speakers that finds who brought a voice's words: "told CNN", "in a statement to AFP".
#include <algorithm>

#include "relata/attribution/source_words.h"
#include "relata/attribution/speakers.h"

namespace relata {

void Speakers::add_outlets(const Saying& saying, Attribution& attribution) {
  if (saying.hearer) add_outlet(clauses_.phrase(*saying.hearer), *saying.hearer, attribution);
  if (attribution.outlets.empty() && saying.strength == Strength::says) {
    // "in an interview with CNN", "in a statement to AFP", "carried by SANA": beside the cue, outside what is said.
    const TokenRange sentence = clauses_.sentence_of(saying.head);
    const auto taken = [&](TokenIndex t) {
      return saying.source->contains(t) ||
             std::any_of(saying.content.begin(), saying.content.end(),
                         [t](TokenRange piece) { return piece.contains(t); });
    };
    for (TokenIndex t = sentence.first; t + 1 < sentence.last && attribution.outlets.empty(); ++t) {
      if (taken(t) || taken(t + 1)) continue;
      const bool marker =
          (clauses_.word_is(t, "to") || clauses_.word_is(t, "with") || clauses_.word_is(t, "by")) &&
          document_.tokens[t].upos == Upos::adp;
      const bool hears = t == saying.head && t + 1 == saying.cue.last;  // "told | SANA"
      if (!marker && !hears) continue;
      TokenIndex first = t + 1;
      if (document_.tokens[first].upos == Upos::det && first + 1 < sentence.last) ++first;
      const auto known = known_from(document_, lexicon_.known(), first, sentence.last, day_);
      if (known) {
        add_outlet(known->range, known->range.last - 1, attribution);
      } else if (hears) {
        add_outlet_named_at(first, attribution);
      }
    }
  }
  Speaker& speaker = speakers_[*attribution.voice];
  if (!attribution.outlets.empty()) place_by_outlet(speaker, attribution.outlets.front().voice);
  if (!attribution.outlets.empty()) {
    speaker.outlets = attribution.outlets;
  } else {
    attribution.outlets = speaker.outlets;
  }
}

// "a source told SANA": whoever speaks to the state's media without a name speaks for the state.
void Speakers::place_by_outlet(Speaker& speaker, std::uint32_t outlet) const {
  const Voice& brought_by = speakers_[outlet].voice;
  const bool unnamed = !speaker.named && speaker.role && speaker.role->sort == RoleSort::person &&
                       speaker.voice.kind == VoiceKind::other &&
                       speaker.voice.side == Side::unknown;
  if (!unnamed || brought_by.kind != VoiceKind::state_media) return;
  speaker.voice.kind = VoiceKind::official;
  speaker.voice.side = brought_by.side;
}

// "told | Radio Saffron": a name that is in no table, by the word in it for what it is.
void Speakers::add_outlet_named_at(TokenIndex first, Attribution& attribution) {
  const TokenRange sentence = clauses_.sentence_of(first);
  TokenIndex end = first;
  while (end < sentence.last && document_.tokens[end].upos == Upos::propn && !is_date(end)) ++end;
  if (end > first + 1) add_outlet({first, end}, end - 1, attribution);
}

void Speakers::add_outlet(TokenRange range, TokenIndex head, Attribution& attribution) {
  const Words words = read(range, head);
  if (!is_outlet(words) || is_publisher(words.body)) return;
  const auto outlet = speaker_of(range, head);
  if (!outlet || speakers_[*outlet].publisher || outlet == attribution.voice) return;
  remember(*outlet, range, head);
  attribution.outlets.push_back({*outlet, document_.span_of(range.first, range.last - 1)});
}

}  // namespace relata
