// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/sealing.h"

#include "relata/base/fold.h"

namespace relata {
namespace {

// Whether those who speak are people, not bodies.
bool is_people(VoiceKind kind) {
  switch (kind) {
    case VoiceKind::medic:
    case VoiceKind::activist:
    case VoiceKind::resident:
    case VoiceKind::official:
    case VoiceKind::analyst:
    case VoiceKind::social_media_user:
    case VoiceKind::other:
      return true;
    case VoiceKind::news_agency:
    case VoiceKind::newspaper:
    case VoiceKind::broadcaster:
    case VoiceKind::state_media:
    case VoiceKind::monitor:
    case VoiceKind::ngo:
    case VoiceKind::international_organisation:
    case VoiceKind::government:
    case VoiceKind::military:
    case VoiceKind::armed_group:
    case VoiceKind::civil_defence:
    case VoiceKind::reports:
      return false;
  }
  return true;
}

}  // namespace

Sealing::Sealing(std::span<const CaseIncident> incidents, const ProtectionRules& rules,
                 const ProfileTables& tables)
    : rules_(rules), tables_(tables) {
  for (const std::string& name : rules.sealed) {
    if (!report_id_of(name)) names_.insert(fold(name));
  }
  for (const CaseIncident& given : incidents) {
    for (const CaseAccount& told : given.accounts) {
      take(told.report->publisher);
      for (const ToldChain& chain : told.account->chains) {
        for (const ToldVoice& voice : chain) take(voice);
      }
      for (const auto* actors : {&told.account->by, &told.account->to}) {
        for (const ToldActor& actor : *actors) {
          if (tables_.may_be_person(actor.name)) names_.insert(fold(actor.name));
        }
      }
    }
  }
}

bool Sealing::at_risk(const ToldVoice& voice) const {
  return is_people(voice.kind) || tables_.may_be_person(voice.name);
}

// Descriptions ("residents") are no names: they are sealed where they stand, but may be ordinary words elsewhere.
void Sealing::take(const ToldVoice& voice) {
  if (voice.named && at_risk(voice)) names_.insert(fold(voice.name));
}

bool Sealing::sealed(const ToldVoice& voice) const {
  return !voice.named || at_risk(voice) || sealed(std::string_view(voice.name));
}

bool Sealing::sealed(std::string_view name) const { return names_.contains(fold(name)); }

bool Sealing::sealed(const ReportId& report) const { return rules_.sealed.contains(hex(report)); }

bool Sealing::few_living(CountOf of, double count) const {
  switch (of) {
    case CountOf::injured:
    case CountOf::displaced:
    case CountOf::detained:
    case CountOf::abducted:
    case CountOf::evacuated:
    case CountOf::missing:
    case CountOf::trapped:
    case CountOf::people:
      return count < rules_.smallest_cell;
    case CountOf::killed:
    case CountOf::killed_or_injured:
    case CountOf::strikes:
    case CountOf::share_of_area:
      return false;
  }
  return true;
}

}  // namespace relata
