// SPDX-License-Identifier: Apache-2.0
// Speakers: from the words of a source to a voice: known names, persons, roles ("the monitor"), pronouns ("he", "it"); who was told
// ("told CNN"); voices side by side ("A and B said"). Asked saying by saying, in order of the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/attribution/clauses.h"
#include "relata/attribution/lexicon.h"
#include "relata/attribution/saying.h"
#include "relata/attribution/telling.h"
#include "relata/base/date.h"

namespace relata {

class Speakers {
 public:
  Speakers(const Clauses& clauses, const AttributionLexicon& lexicon,
           std::optional<std::string_view> publisher, std::optional<Date> day);

  // Sets the attribution's voice, outlets, those beside it, and takes its link away where the publisher or nobody speaks.
  void give_voice(const Saying& saying, Attribution& attribution);
  // All voices so far, in order of first speech.
  [[nodiscard]] std::vector<Voice> voices() const;

 private:
  // A voice, and what is needed to find it again.
  struct Speaker {
    Voice voice;
    std::string key;  // name_key of its name
    const KnownVoice* known = nullptr;
    const VoiceRole* role = nullptr;
    std::string head_lemma;  // "source"
    RoleSort sort = RoleSort::person;
    bool named = false;
    bool plural = false;
    bool publisher = false;  // the report's own publisher, or its reporter
    bool guessed = false;    // kind and side are not from words
    std::vector<std::uint32_t> entities;
    std::vector<Link> outlets;  // who brought it last, outermost first
    std::size_t last = 0;       // when it last spoke
  };
  // What the words of a source say.
  struct Words {
    TokenRange range;
    TokenIndex head = 0;
    const KnownVoice* known = nullptr;
    std::optional<std::uint32_t> person;  // index of a person's mention
    const VoiceRole* role = nullptr;
    const KnownVoice* body = nullptr;  // whom it speaks for
    Side side = Side::unknown;         // by words beside it
    bool state_side = false;           // that side holds only of who speaks for a state
    bool definite = false;
  };

  [[nodiscard]] std::optional<std::uint32_t> speaker_of(TokenRange range, TokenIndex head);
  [[nodiscard]] std::optional<std::uint32_t> announced(const KnownVoice& known) const;
  void adopt(Speaker& speaker, const Words& words) const;
  void read_entity(Words& words) const;
  void read_role(Words& words) const;
  [[nodiscard]] bool one_name(TokenRange range, TokenIndex first, TokenIndex second) const;
  [[nodiscard]] std::optional<std::uint32_t> by_pronoun(TokenIndex pronoun);
  [[nodiscard]] static bool has_spoken_at(const Speaker& speaker, Span span);
  [[nodiscard]] std::optional<std::uint32_t> short_for(const Words& words) const;
  [[nodiscard]] std::uint32_t by_known(const KnownVoice& known, Words words);
  [[nodiscard]] bool inside_longer_name(TokenRange range) const;
  [[nodiscard]] bool is_person(TokenIndex token) const;
  [[nodiscard]] bool is_site(TokenIndex token) const;
  [[nodiscard]] bool is_date(TokenIndex token) const;
  [[nodiscard]] std::optional<std::uint32_t> by_entity(TokenIndex token) const;
  [[nodiscard]] std::optional<std::uint32_t> by_surname(std::string_view key) const;
  [[nodiscard]] std::optional<std::uint32_t> same_crowd(const Words& words) const;
  [[nodiscard]] std::optional<std::uint32_t> by_role(const Words& words) const;
  [[nodiscard]] std::optional<std::uint32_t> by_person(const Words& words) const;
  [[nodiscard]] std::optional<std::uint32_t> latest(RoleSort sort,
                                                    std::optional<bool> plural) const;
  [[nodiscard]] Words read(TokenRange range, TokenIndex head) const;
  void read_sides(Words& words) const;
  [[nodiscard]] std::optional<std::uint32_t> person_in(const Words& words) const;
  [[nodiscard]] std::optional<std::uint32_t> named_behind(TokenIndex role) const;
  [[nodiscard]] bool direct_part(TokenIndex token, TokenIndex head) const;
  [[nodiscard]] std::uint32_t add(Words words);
  void describe(Speaker& speaker, const Words& words) const;
  void refine(Speaker& speaker, const Words& words) const;
  void add_listed_after(TokenRange source, std::vector<TokenIndex>& heads) const;
  void remember(std::uint32_t speaker, TokenRange range, TokenIndex head);
  [[nodiscard]] std::string name_from(const Words& words) const;
  [[nodiscard]] std::optional<TokenRange> unlisted_person(const Words& words) const;
  [[nodiscard]] std::string name_of_known(const Words& words) const;
  [[nodiscard]] std::optional<TokenRange> known_words(const Words& words) const;
  [[nodiscard]] std::optional<TokenIndex> issuer_of(TokenIndex thing) const;
  [[nodiscard]] std::optional<std::uint32_t> latest_of_all() const;
  void add_outlets(const Saying& saying, Attribution& attribution);
  void place_by_outlet(Speaker& speaker, std::uint32_t outlet) const;
  void add_outlet_named_at(TokenIndex first, Attribution& attribution);
  void add_outlet(TokenRange range, TokenIndex head, Attribution& attribution);
  [[nodiscard]] bool is_outlet(const Words& words) const;
  [[nodiscard]] bool is_publisher(const KnownVoice* voice) const;

  const Clauses& clauses_;
  const Document& document_;
  const AttributionLexicon& lexicon_;
  std::optional<Date> day_;
  const KnownVoice* publisher_ = nullptr;
  std::string publisher_key_;
  std::vector<Speaker> speakers_;
  std::size_t clock_ = 0;
};

}  // namespace relata
