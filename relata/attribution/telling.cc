// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/telling.h"

#include <algorithm>
#include <array>

#include "relata/base/result.h"

namespace relata {

namespace {

constexpr std::array<std::string_view, 19> kKinds = {"news_agency",
                                                     "newspaper",
                                                     "broadcaster",
                                                     "state_media",
                                                     "monitor",
                                                     "ngo",
                                                     "international_organisation",
                                                     "government",
                                                     "military",
                                                     "armed_group",
                                                     "civil_defence",
                                                     "medic",
                                                     "activist",
                                                     "resident",
                                                     "official",
                                                     "analyst",
                                                     "social_media_user",
                                                     "reports",
                                                     "other"};
constexpr std::array<std::string_view, 12> kSides = {
    "government", "opposition", "islamic_state",  "kurdish",     "coalition", "russia",
    "turkey",     "iran",       "united_nations", "other_state", "unaligned", "unknown"};
constexpr std::array<std::string_view, 8> kStances = {
    "asserts", "alleges", "denies", "doubts", "cannot_verify", "plans", "fears", "asks"};

template <typename Choice, std::size_t size>
std::optional<Choice> choice_of(const std::array<std::string_view, size>& names,
                                std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Choice>(at - names.begin());
}

std::uint32_t size_of(const Attribution& attribution) {
  std::uint32_t size = 0;
  for (const Span piece : attribution.content) size += piece.size();
  return size;
}

bool holds(const Attribution& attribution, Span span) {
  return std::any_of(attribution.content.begin(), attribution.content.end(),
                     [span](Span piece) { return piece.contains(span); });
}

}  // namespace

std::string_view name_of(VoiceKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(Side side) { return kSides[static_cast<std::size_t>(side)]; }
bool is_news_outlet(VoiceKind kind) {
  return kind == VoiceKind::news_agency || kind == VoiceKind::newspaper ||
         kind == VoiceKind::broadcaster || kind == VoiceKind::state_media;
}
std::string_view name_of(Stance stance) { return kStances[static_cast<std::size_t>(stance)]; }
std::optional<VoiceKind> voice_kind_of(std::string_view name) {
  return choice_of<VoiceKind>(kKinds, name);
}
std::optional<Side> side_of(std::string_view name) { return choice_of<Side>(kSides, name); }
std::optional<Stance> stance_of(std::string_view name) { return choice_of<Stance>(kStances, name); }

std::optional<std::uint32_t> Telling::over(Span span) const {
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    if (!holds(attributions[i], span)) continue;
    // Of two that hold the span the one inside the other is innermost; else the shorter content.
    if (!best || attributions[i].within == best ||
        (attributions[*best].within != i &&
         size_of(attributions[i]) < size_of(attributions[*best]))) {
      best = i;
    }
  }
  return best;
}

std::vector<Chain> Telling::chains(Span span) const {
  const auto innermost = over(span);
  if (!innermost) return {};
  // Upwards from the innermost; `steps` guards against a circle, which would be a bug of the finder.
  std::vector<const Attribution*> line;
  std::optional<std::uint32_t> at = innermost;
  for (std::size_t steps = 0; at; ++steps) {
    RELATA_CHECK(steps <= attributions.size());
    const Attribution& attribution = attributions[*at];
    if (attribution.link && attribution.voice) line.push_back(&attribution);
    at = attribution.within;
  }
  if (line.empty()) return {};
  Chain outer;
  const auto add = [&outer](Link link) {
    const auto same = [&](const Link& other) { return other.voice == link.voice; };
    if (std::none_of(outer.begin(), outer.end(), same)) outer.push_back(link);
  };
  for (auto it = line.rbegin(); it != line.rend(); ++it) {
    for (const Link& outlet : (*it)->outlets) add(outlet);
    if (*it != line.front()) add(Link{*(*it)->voice, (*it)->source.value_or((*it)->cue)});
  }
  const Attribution& last = *line.front();
  std::vector<Link> speakers = last.beside;
  speakers.insert(speakers.begin(), Link{*last.voice, last.source.value_or(last.cue)});
  std::vector<Chain> chains;
  for (const Link& speaker : speakers) {
    Chain chain;
    for (const Link& link : outer) {
      if (link.voice != speaker.voice) chain.push_back(link);
    }
    chain.push_back(speaker);
    chains.push_back(std::move(chain));
  }
  return chains;
}

}  // namespace relata
