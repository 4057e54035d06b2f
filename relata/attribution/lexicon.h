// SPDX-License-Identifier: Apache-2.0
// AttributionLexicon: what the stage knows of words. data/reporting_verbs.tsv and reporting_nouns.tsv (cues),
// known_voices.tsv (names), role_kinds.tsv ("activist", "military source") and side_words.tsv ("Russian", "rebel").
//
//   RELATA_TRY(AttributionLexicon lexicon, AttributionLexicon::load(folder));
//   for (const CueSense& sense : lexicon.verb("call")) …   // "call", "call for", "call on"
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "relata/attribution/known_voices.h"
#include "relata/attribution/telling.h"
#include "relata/base/data_folder.h"

namespace relata {

// How a cue takes its content; a sense may have several.
enum class CueFrame : std::uint8_t {
  clause,
  quote,
  inf,
  ing,
  object,
  object_as,
  small,
  hearer,
  hearer_inf,
  hearer_as,
  accuse,
  blame,
  inf_passive,  // verbs
  of,
  for_,
  about  // nouns
};
enum class Strength : std::uint8_t { says, holds, acts, seems };

struct CueSense {
  std::string particle;  // "for" of "call for", "forward to"; "" if none
  std::uint32_t frames = 0;
  std::vector<std::string>
      unless;  // objects with which the verb says nothing ("claimed the lives of")
  std::vector<std::string> only;  // objects with which alone it says something ("put the toll at")
  Stance stance = Stance::asserts;
  Strength strength = Strength::says;
  bool link = true;
  bool channel = false;  // of nouns: words through which somebody speaks ("statement")
  bool speaks =
      false;  // of nouns: who speaks if nobody owns the noun is the noun itself ("reports of")
  [[nodiscard]] bool takes(CueFrame frame) const {
    return (frames >> static_cast<unsigned>(frame) & 1u) != 0;
  }
};

// What a role word may go back to, and what it says of the voice.
enum class RoleSort : std::uint8_t { person, group, thing };
struct VoiceRole {
  VoiceKind kind = VoiceKind::other;
  Side side = Side::unknown;
  RoleSort sort = RoleSort::person;
  bool same_word = false;    // goes back only to a voice named with the same word
  std::uint32_t refers = 0;  // bits of VoiceKind
  bool takes_body = false;   // has the kind of the body that it speaks for
  std::size_t words = 1;
  [[nodiscard]] bool may_be(VoiceKind other) const {
    return (refers >> static_cast<unsigned>(other) & 1u) != 0;
  }
};

struct SideWord {
  Side side = Side::unknown;
  bool state_only = false;  // shows the side only of who speaks for a state
};

class AttributionLexicon {
 public:
  static Result<AttributionLexicon> load(const DataFolder& folder);

  [[nodiscard]] std::span<const CueSense> verb(const std::string& lemma) const;
  [[nodiscard]] std::span<const CueSense> noun(const std::string& lemma) const;
  [[nodiscard]] std::optional<Stance> hedge(const std::string& word) const;
  // Verbs that only carry a noun of saying: "made the claim that", "issued a warning".
  [[nodiscard]] bool light_verb(const std::string& lemma) const {
    return light_verbs_.contains(lemma);
  }
  // Lemmas joined by single spaces, lower case.
  [[nodiscard]] const VoiceRole* role(const std::string& words) const;
  [[nodiscard]] const SideWord* side_word(const std::string& word) const;
  [[nodiscard]] const KnownVoices& known() const { return known_; }

 private:
  using Senses = std::unordered_map<std::string, std::vector<CueSense>>;
  static Result<Senses> load_cues(const DataFolder& folder, std::string_view file,
                                  std::string_view word_column);
  Result<Done> load_roles(const DataFolder& folder);
  Result<Done> load_side_words(const DataFolder& folder);
  Result<Done> load_small_lists(const DataFolder& folder);

  Senses verbs_, nouns_;
  std::unordered_map<std::string, VoiceRole> roles_;
  std::unordered_map<std::string, SideWord> side_words_;
  std::unordered_map<std::string, Stance> hedges_;
  std::unordered_set<std::string> light_verbs_;
  KnownVoices known_;
};

}  // namespace relata
