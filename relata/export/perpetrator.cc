// SPDX-License-Identifier: Apache-2.0
#include "relata/export/perpetrator.h"

#include <algorithm>

#include "relata/base/result.h"

namespace relata {
namespace {

bool is_authority(VoiceKind kind) {
  return kind == VoiceKind::government || kind == VoiceKind::military ||
         kind == VoiceKind::official || kind == VoiceKind::state_media;
}

const Voice* last_voice(const Claim& claim, const Reading& reading) {
  for (const Chain& chain : claim.chains) {
    if (!chain.empty()) return &reading.telling.voices[chain.back().voice];
  }
  return nullptr;
}

bool is_told_by_doer(const Claim& claim, const Voice& voice) {
  return std::any_of(claim.by.begin(), claim.by.end(),
                     [&](const Participant& doer) { return doer.name == voice.name; });
}

Firmness suspicion(const Voice* voice) {
  return voice != nullptr && is_authority(voice->kind) ? Firmness::accused_by_authorities
                                                       : Firmness::accused;
}

Firmness firmness_of(const Claim& claim, const Reading& reading) {
  const Voice* voice = last_voice(claim, reading);
  if (voice != nullptr && is_told_by_doer(claim, *voice)) return Firmness::claimed_or_admitted;
  if (claim.status == Status::doubted) return Firmness::possible;
  return claim.status == Status::alleged ? suspicion(voice) : Firmness::reported_as_fact;
}

// Whoever accuses, as a voice of the report.
const Voice* voice_of(const Claim& accusation, const Reading& reading) {
  for (const Voice& voice : reading.telling.voices) {
    if (is_told_by_doer(accusation, voice)) return &voice;
  }
  return nullptr;
}

}  // namespace

std::string_view name_of(Firmness firmness) {
  switch (firmness) {
    case Firmness::reported_as_fact:
      return "REPORTED AS FACT";
    case Firmness::claimed_or_admitted:
      return "CLAIMED OR ADMITTED";
    case Firmness::accused_by_authorities:
      return "SUSPECTED OR ACCUSED BY AUTHORITIES";
    case Firmness::accused:
      return "SUSPECTED OR ACCUSED";
    case Firmness::possible:
      return "POSSIBLE";
  }
  RELATA_CHECK(false);
  return "";
}

std::optional<Perpetrator> perpetrator_of(const std::vector<IncidentClaim>& incident,
                                          const Reading& reading) {
  for (const IncidentClaim& one : incident) {
    const Claim& claim = reading.claims[one.claim];
    if (!claim.by.empty()) return Perpetrator{claim.by.front().name, firmness_of(claim, reading)};
  }
  for (const Claim& claim : reading.claims) {
    if (claim.type == EventType::accusation && !claim.to.empty())
      return Perpetrator{claim.to.front().name, suspicion(voice_of(claim, reading))};
  }
  return std::nullopt;
}

}  // namespace relata
