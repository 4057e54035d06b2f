// SPDX-License-Identifier: Apache-2.0
// VerbCues: the finder behind verb_cues.h. Of one verb it tries one sense after another: verb_cues.cc (who says it, objects,
// infinitives), verb_clauses.cc (clauses after, before and around the verb), verb_passives.cc (passives, "quoted X as saying").
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relata/attribution/clauses.h"
#include "relata/attribution/lexicon.h"
#include "relata/attribution/saying.h"
#include "relata/attribution/source_words.h"

namespace relata {

class VerbCues {
 public:
  VerbCues(const Clauses& clauses, const AttributionLexicon& lexicon, std::vector<Saying>& sayings)
      : clauses_(clauses), document_(clauses.document()), lexicon_(lexicon), sayings_(sayings) {}

  void find();

 private:
  // What a verb is being tried for.
  struct Attempt {
    TokenIndex verb = 0;
    const CueSense* sense = nullptr;
    TokenRange cue;    // the verb with its particle
    TokenRange group;  // with its auxiliaries and adverbs: what a source stands next to
  };

  bool is_cue(TokenIndex token) const;
  bool role_of_two(TokenIndex first) const;
  bool is_stop(TokenIndex token) const;
  bool last_word_of_sentence(TokenIndex token) const;
  void try_senses(TokenIndex verb);
  bool says_nothing(const Attempt& attempt) const;
  // The words of a particle right after the verb, or a single preposition that marks one of its dependents.
  [[nodiscard]] std::optional<TokenRange> particle_after(TokenIndex verb,
                                                         std::string_view particle) const;
  // Whether a verb says something whatever its object.
  [[nodiscard]] bool may_say(const std::string& lemma) const;
  [[nodiscard]] bool is_day(TokenIndex token) const;
  [[nodiscard]] TokenRange verb_group(TokenIndex verb) const;
  [[nodiscard]] Saying saying_of(const Attempt& attempt) const;
  [[nodiscard]] bool beyond_reach(TokenIndex verb) const;
  static void negate(Saying& saying);
  // Who says it: the subject that stands by the verb, or the words before the verb that can be one.
  bool set_source(const Attempt& attempt, Saying& saying) const;
  bool source_by_subject(const Attempt& attempt, TokenIndex subject, TokenRange phrase,
                         Saying& saying) const;
  bool source_beside_mute(const Attempt& attempt, TokenIndex subject, TokenRange phrase,
                          Saying& saying) const;
  bool source_by_place(const Attempt& attempt, bool has_subject, Saying& saying) const;
  bool is_place(TokenIndex token) const;
  [[nodiscard]] std::optional<SourceWords> described_speaker(TokenIndex end) const;
  [[nodiscard]] std::optional<TokenIndex> last_comma(TokenIndex first, TokenIndex last) const;
  bool only_place_between(TokenIndex first, TokenIndex last) const;
  // Whether the words from here on cannot be what a verb before them says: "…, said the army | adding that".
  bool ends_clause(TokenIndex at) const;
  // The saying of this sentence that a participle can go on with.
  [[nodiscard]] const Saying* speaker_before(const Attempt& attempt) const;
  static bool take_source(Saying& saying, TokenRange range, TokenIndex head);
  // A finite verb of plain speech: for these the place in the sentence is evidence enough.
  bool is_speech(const Attempt& attempt) const;
  static bool is_quoting(const CueSense& sense);
  // Whether nothing follows the verb that could be its content: adverbs, days, "in a statement".
  bool only_adverbials_after(const Attempt& attempt) const;
  bool is_last_stop(TokenIndex at, TokenRange sentence) const;
  bool active(const Attempt& attempt);
  bool may_lack_source(const Attempt& attempt) const;
  // The end of what the verb says, if that begins at `start`: the verb's own words without what is joined to it ("and added",
  // "adding that", "but").
  [[nodiscard]] TokenIndex content_end(TokenIndex verb, TokenIndex start) const;
  [[nodiscard]] TokenIndex next_speech(TokenIndex verb, TokenIndex start, TokenIndex end) const;
  [[nodiscard]] TokenIndex goes_on_to(TokenIndex verb, TokenIndex end) const;
  bool ends_quotation(TokenIndex at) const;
  // A quotation stands before the source and nothing quoted after the verb: "…," the minister told reporters.
  bool quotation_before(const Attempt& attempt, const Saying& saying) const;
  bool clause_after(const Attempt& attempt, Saying& saying) const;
  // Where the tree shows no content: what follows the verb to the end of the sentence, or what stands before its source.
  bool clause_by_place(const Attempt& attempt, Saying& saying) const;
  // "… over the last day | the army said on Sunday": a speaker and a verb at the sentence's end, its comma lost.
  bool closes_sentence(const Attempt& attempt, Saying& saying) const;
  bool says_no_more(TokenIndex from) const;
  bool awaits_content(const Attempt& attempt, Saying& saying) const;
  [[nodiscard]] TokenIndex after_adverbials(const Attempt& attempt, const Saying& saying) const;
  [[nodiscard]] TokenIndex content_end_by_place(TokenIndex verb, TokenIndex start) const;
  bool has_finite_verb(TokenRange range) const;
  bool after_colon_or_quote(TokenIndex first) const;
  bool is_relative(TokenIndex token) const;
  // Where a clause begins by the signs of the text: "that", a colon, an opening quotation mark right after the verb or its hearer.
  [[nodiscard]] std::optional<TokenIndex> clause_by_signs(const Attempt& attempt,
                                                          const Saying& saying) const;
  [[nodiscard]] std::optional<TokenIndex> that_ahead(const Attempt& attempt) const;
  [[nodiscard]] std::optional<TokenIndex> that_after(TokenIndex first) const;
  // "the blasts which the Observatory said killed soldiers": the noun is told as well.
  [[nodiscard]] std::optional<TokenRange> gap_antecedent(TokenIndex verb) const;
  // "…, the ministry said." and "…, said the ministry, …": what stands before, and after a comma what goes on.
  bool clause_before(const Attempt& attempt, Saying& saying) const;
  // The clause that the parenthesis interrupts or ends: the sentence, or the embedded clause that it stands in.
  [[nodiscard]] TokenRange host_clause(const Attempt& attempt, TokenRange block) const;
  bool parenthetical(const Attempt& attempt, TokenRange block, TokenRange before) const;
  // Where the interrupted words go on after the parenthesis; the end of the clause if they do not.
  [[nodiscard]] TokenIndex resumed(const Attempt& attempt, TokenRange block,
                                   TokenRange whole) const;
  bool infinitive(const Attempt& attempt, Saying& saying, bool with_object) const;
  bool gerund(const Attempt& attempt, Saying& saying) const;
  // The object and what follows it: "called the raid a crime", "accused the army of shelling", "reported the blast".
  bool object(const Attempt& attempt, Saying& saying) const;
  // "called it a crime", "considers them terrorists", "described as": something is said of the object.
  bool named_thing(const Attempt& attempt) const;
  bool seems(const Attempt& attempt);
  bool passive(const Attempt& attempt);
  [[nodiscard]] std::optional<TokenIndex> agent_of(TokenIndex verb) const;
  // "the attack was reported by X", "described by X as", "accused by X of": the subject is told, with what follows.
  bool passive_object(const Attempt& attempt, Saying& saying, std::optional<TokenIndex> subject,
                      std::optional<TokenIndex> agent);
  bool quoted_as(const Attempt& attempt);
  [[nodiscard]] std::optional<TokenIndex> object_after(TokenIndex verb) const;
  // "as saying" after `from`, within the words that can belong to one cue.
  [[nodiscard]] std::optional<TokenIndex> as_saying(TokenRange reach, TokenIndex from) const;
  // "citing a military source": the voice behind what the clause above says.
  bool cited(const Attempt& attempt, Saying& outer, Saying& inner);
  bool add(Saying& saying);

  const Clauses& clauses_;
  const Document& document_;
  const AttributionLexicon& lexicon_;
  std::vector<Saying>& sayings_;
  std::optional<TokenIndex>
      consumed_;  // a verb that is part of another cue: "saying" of "quoted X as saying"
};

}  // namespace relata
