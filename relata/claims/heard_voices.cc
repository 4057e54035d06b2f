// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/heard_voices.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace relata {

namespace {

bool speaks_at(const Voice& voice, const Participant& participant) {
  return voice.name == participant.name ||
         std::any_of(voice.spans.begin(), voice.spans.end(),
                     [&](Span span) { return span.overlaps(participant.span); });
}

std::vector<bool> heard_in(const Reading& reading) {
  const std::vector<Voice>& voices = reading.telling.voices;
  std::vector<bool> heard(voices.size(), false);
  for (const Claim& claim : reading.claims) {
    for (const Chain& chain : claim.chains) {
      for (const Link& link : chain) heard[link.voice] = true;
    }
    if (!is_speech_act(claim.type)) continue;
    for (const Participant& speaker : claim.by) {
      for (std::size_t i = 0; i < voices.size(); ++i) {
        if (!heard[i] && speaks_at(voices[i], speaker)) heard[i] = true;
      }
    }
  }
  return heard;
}

}  // namespace

void keep_heard_voices(Reading& reading) {
  const std::vector<bool> heard = heard_in(reading);
  std::vector<std::optional<std::uint32_t>> number(heard.size());
  std::vector<Voice> kept;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (!heard[i]) continue;
    number[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(reading.telling.voices[i]));
  }
  reading.telling.voices = std::move(kept);
  const auto renumber = [&](std::vector<Link>& links) {
    std::erase_if(links, [&](const Link& link) { return !number[link.voice]; });
    for (Link& link : links) link.voice = *number[link.voice];
  };
  for (Claim& claim : reading.claims) {
    for (Chain& chain : claim.chains) renumber(chain);
  }
  for (Attribution& attribution : reading.telling.attributions) {
    if (attribution.voice) attribution.voice = number[*attribution.voice];
    renumber(attribution.outlets);
    renumber(attribution.beside);
  }
}

}  // namespace relata
