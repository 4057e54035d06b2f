// SPDX-License-Identifier: Apache-2.0
// Telling: who says what in a report. Voices speak; an attribution ties a voice to the words it answers for;
// nested attributions make a chain, outermost voice first: CNN, quoting an activist.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/span.h"

namespace relata {

// The kinds and sides of SCHEMA.md.
enum class VoiceKind : std::uint8_t {
  news_agency,
  newspaper,
  broadcaster,
  state_media,
  monitor,
  ngo,
  international_organisation,
  government,
  military,
  armed_group,
  civil_defence,
  medic,
  activist,
  resident,
  official,
  analyst,
  social_media_user,
  reports,
  other
};
enum class Side : std::uint8_t {
  government,
  opposition,
  islamic_state,
  kurdish,
  coalition,
  russia,
  turkey,
  iran,
  united_nations,
  other_state,
  unaligned,
  unknown
};
[[nodiscard]] std::string_view name_of(VoiceKind);
[[nodiscard]] std::string_view name_of(Side);
[[nodiscard]] bool is_news_outlet(VoiceKind);  // agencies, newspapers, broadcasters, state media
[[nodiscard]] std::optional<VoiceKind> voice_kind_of(std::string_view);
[[nodiscard]] std::optional<Side> side_of(std::string_view);

struct Voice {
  std::string name;  // canonical within the report
  VoiceKind kind = VoiceKind::other;
  Side side = Side::unknown;
  std::vector<Span> spans;  // where it speaks, in order
};

// What the voice does with its words: this decides the status of the claims in them.
enum class Stance : std::uint8_t {
  asserts,
  alleges,
  denies,
  doubts,
  cannot_verify,
  plans,
  fears,
  asks
};
[[nodiscard]] std::string_view name_of(Stance);
[[nodiscard]] std::optional<Stance> stance_of(std::string_view);

// One link of a chain: the voice and where it is named for this chain.
struct Link {
  std::uint32_t voice = 0;  // index into Telling::voices
  Span span;
  auto operator<=>(const Link&) const = default;
};
using Chain = std::vector<Link>;  // outermost first; empty: the report's own voice

struct Attribution {
  std::optional<Span>
      source;  // the speaker's words, exact; nothing if unnamed ("it is believed that")
  Span cue;    // "said", "according to"
  std::vector<Span> content;           // what is said, in pieces if the cue interrupts it
  std::optional<std::uint32_t> voice;  // index into Telling::voices
  std::optional<std::uint32_t>
      within;  // the attribution that reports this one (an outer link), index into Telling::attributions
  Stance stance = Stance::asserts;
  bool carried =
      false;  // its content runs on over sentences without words of saying of their own (an open quotation)
  bool link =
      true;  // its voice answers for the content; false: only a stance ("supports", "wants", "seems"), no link of a chain
  std::vector<Link>
      outlets;  // who brought it, outermost first: "told CNN", "in an interview with CNN"
  std::vector<Link> beside;  // voices that say it beside the first: "A and B said"
};

struct Telling {
  std::vector<Voice> voices;
  std::vector<Attribution> attributions;

  // The innermost attribution whose content holds the span, if any.
  [[nodiscard]] std::optional<std::uint32_t> over(Span span) const;
  // The lines of telling for what stands at `span`: one chain, or several when voices speak side by side ("A and B said");
  // empty: the report's own voice.
  [[nodiscard]] std::vector<Chain> chains(Span span) const;
};

}  // namespace relata
