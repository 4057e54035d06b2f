// SPDX-License-Identifier: Apache-2.0
#include "relata/query/assessment_bytes.h"

#include "relata/query/packing.h"

namespace relata {
namespace {

template <typename Bytes>
void pack_keys(Bytes& bytes, std::vector<AccountKey>& keys) {
  pack_list(bytes, keys, [&](AccountKey& key) { pack(bytes, key); });
}

template <typename Bytes>
void pack(Bytes& bytes, Incident& incident) {
  relata::pack(bytes, incident.id.first);
  pack_list(bytes, incident.members, [&](IncidentMember& member) {
    relata::pack(bytes, member.account);
    bytes.choice(member.role, MemberRole::background);
    pack_boolean(bytes, member.main);
  });
  bytes.choice(incident.type, EventType::crisis);
  pack_optional(bytes, incident.when, [&](Period& period) { relata::pack(bytes, period); });
  relata::pack(bytes, incident.where);
  pack_optional(bytes, incident.part_of, [&](IncidentId& id) { relata::pack(bytes, id.first); });
}

template <typename Bytes>
void pack(Bytes& bytes, Lineage& lineage) {
  pack_list(bytes, lineage.accounts, [&](std::uint32_t& index) { bytes.number(index); });
  pack_list(bytes, lineage.ties, [&](Tie& tie) {
    bytes.choice(tie.kind, TieKind::retelling);
    bytes.number(tie.first);
    bytes.number(tie.second);
    bytes.text(tie.what);
  });
  relata::pack(bytes, lineage.origin);
}

template <typename Bytes>
void pack(Bytes& bytes, Toll& toll) {
  bytes.choice(toll.of, CountOf::share_of_area);
  bytes.choice(toll.victim_class, VictimClass::unknown);
  bytes.real(toll.low);
  bytes.real(toll.best);
  pack_optional(bytes, toll.high, [&](double& value) { bytes.real(value); });
  pack_keys(bytes, toll.from);
  bytes.number(toll.lineages);
}

template <typename Bytes>
void pack(Bytes& bytes, Contradiction& contradiction) {
  bytes.choice(contradiction.slot, DifferingSlot::how_many);
  relata::pack(bytes, contradiction.first);
  relata::pack(bytes, contradiction.second);
  bytes.text(contradiction.first_says);
  bytes.text(contradiction.second_says);
}

template <typename Bytes>
void pack_credibility(Bytes& bytes, std::map<AccountKey, Credibility>& credibility) {
  std::vector<std::pair<AccountKey, Credibility>> pairs(credibility.begin(), credibility.end());
  pack_list(bytes, pairs, [&](std::pair<AccountKey, Credibility>& pair) {
    relata::pack(bytes, pair.first);
    bytes.choice(pair.second, Credibility::cannot_be_judged);
  });
  if constexpr (Bytes::kReads) credibility = {pairs.begin(), pairs.end()};
}

template <typename Bytes>
void pack(Bytes& bytes, Assessment& assessment) {
  const auto grade = [&](Grade& value) { bytes.choice(value, Grade::discounted); };
  relata::pack(bytes, assessment.incident.first);
  pack_optional(bytes, assessment.grade, grade);
  pack_optional(bytes, assessment.decided, grade);
  bytes.text(assessment.decided_reason);
  pack_list(bytes, assessment.reasons, [&](Reason& reason) {
    bytes.text(reason.rule);
    pack_keys(bytes, reason.accounts);
  });
  bytes.text(assessment.least_change);
  pack_list(bytes, assessment.changes, [&](GradeChange& change) {
    bytes.text(change.change);
    pack_optional(bytes, change.grade, grade);
  });
  bytes.number(assessment.reports);
  bytes.number(assessment.lineages_for);
  bytes.number(assessment.lineages_against);
  pack_list(bytes, assessment.sides, [&](Side& side) { bytes.choice(side, Side::unknown); });
  pack_boolean(bytes, assessment.opposed_sides_agree);
  pack_list(bytes, assessment.accused, [&](Accused& accused) {
    bytes.text(accused.side);
    bytes.number(accused.lineages);
    bytes.real(accused.chance);
    pack_keys(bytes, accused.accounts);
  });
  pack_keys(bytes, assessment.against_interest);
  pack_list(bytes, assessment.lineages, [&](Lineage& lineage) { pack(bytes, lineage); });
  pack_list(bytes, assessment.contradictions,
            [&](Contradiction& contradiction) { pack(bytes, contradiction); });
  pack_list(bytes, assessment.tolls, [&](Toll& toll) { pack(bytes, toll); });
  pack_credibility(bytes, assessment.credibility);
  bytes.text(assessment.profile);
}

// Lineages speak of members by their index.
bool indices_fit(const AssessedIncident& stored) {
  const auto fits = [&](std::uint32_t index) { return index < stored.incident.members.size(); };
  for (const Lineage& lineage : stored.assessment.lineages) {
    for (const std::uint32_t index : lineage.accounts) {
      if (!fits(index)) return false;
    }
    for (const Tie& tie : lineage.ties) {
      if (!fits(tie.first) || !fits(tie.second)) return false;
    }
  }
  return true;
}

}  // namespace

std::string assessment_bytes(const Incident& incident, const Assessment& assessment) {
  AssessedIncident copy{incident, assessment};  // one description serves writing and reading
  PackWriter writer;
  pack(writer, copy.incident);
  pack(writer, copy.assessment);
  return writer.finish();
}

Result<AssessedIncident> assessment_of_bytes(std::string_view bytes) {
  AssessedIncident stored;
  PackReader reader(bytes);
  pack(reader, stored.incident);
  pack(reader, stored.assessment);
  if (!reader.complete() || !indices_fit(stored)) return Error{"a stored incident cannot be read"};
  return stored;
}

}  // namespace relata
