// SPDX-License-Identifier: Apache-2.0
// Which words name a speaker: the noun phrase of a source, cut where a lost comma let the tree run on, and the words before a
// verb of saying when the tree has no subject for it ("… in Homs the Observatory said").
#pragma once

#include <optional>

#include "relata/attribution/clauses.h"
#include "relata/attribution/lexicon.h"
#include "relata/attribution/saying.h"

namespace relata {

struct SourceWords {
  TokenRange range;
  TokenIndex head = 0;
};

// The phrase of a source that the tree names.
[[nodiscard]] TokenRange source_phrase(const Clauses& clauses, TokenIndex head);

// The words that end right before `end` and can be a source.
[[nodiscard]] std::optional<SourceWords> source_before(const Clauses& clauses,
                                                       const AttributionLexicon& lexicon,
                                                       TokenIndex end);

// The words right after a verb of saying that can be its source: "…, said local sources …".
[[nodiscard]] std::optional<SourceWords> source_behind(const Clauses& clauses,
                                                       const AttributionLexicon& lexicon,
                                                       TokenIndex first);

// A known name that begins at a token (or after its article) and is a source by itself: the next word begins another phrase.
[[nodiscard]] std::optional<SourceWords> source_after(const Clauses& clauses,
                                                      const AttributionLexicon& lexicon,
                                                      TokenIndex first);

// The longest known voice that begins at a token, if any; its last word is `range.last - 1`.
struct KnownWords {
  const KnownVoice* voice = nullptr;
  TokenRange range;
};
[[nodiscard]] std::optional<KnownWords> known_from(const Document& document,
                                                   const KnownVoices& known, TokenIndex first,
                                                   TokenIndex end, std::optional<Date> day);
// The longest that ends right before `end` and begins at `first` or later.
[[nodiscard]] std::optional<KnownWords> known_before(const Document& document,
                                                     const KnownVoices& known, TokenIndex first,
                                                     TokenIndex end, std::optional<Date> day);

// The longest role word that ends with a token ("military source" at "source"); reaches back no farther than `first`.
[[nodiscard]] const VoiceRole* role_at(const Document& document, const AttributionLexicon& lexicon,
                                       TokenIndex head, TokenIndex first);

// "no group", "nobody": words in the place of a source that name nobody.
[[nodiscard]] bool names_nobody(const Clauses& clauses, TokenIndex head);

// The range, widened to a known name that begins before it: a tree may cut "Human Rights" off its Observatory.
[[nodiscard]] TokenRange with_known_name(const Document& document, const KnownVoices& known,
                                         TokenRange range, TokenRange sentence);

// The range, widened to the words of its head's role and the body that it speaks for: "security | sources", "SANA | reporter".
[[nodiscard]] TokenRange with_role_words(const Document& document,
                                         const AttributionLexicon& lexicon, SourceWords source,
                                         TokenRange sentence);

// The range, widened over a hyphen to the noun that follows: "the Britain | -based monitor".
[[nodiscard]] SourceWords with_hyphen(const Document& document, SourceWords source,
                                      TokenRange sentence);

// The range, widened to who speaks at a place: "a source at | the police command".
[[nodiscard]] SourceWords with_speaker_at(const Document& document,
                                          const AttributionLexicon& lexicon, SourceWords source,
                                          TokenRange sentence);

// A source in apposition to the name right before it, its comma lost: "the Observatory | a Britain-based monitor | said".
[[nodiscard]] std::optional<SourceWords> with_name_before(const Document& document,
                                                          const KnownVoices& known,
                                                          SourceWords source, TokenRange sentence);

// Whether a token heads words for somebody who can speak: a name, a role, a pronoun for people.
[[nodiscard]] bool may_speak(const Clauses& clauses, const AttributionLexicon& lexicon,
                             TokenIndex head);

}  // namespace relata
