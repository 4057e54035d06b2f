// SPDX-License-Identifier: Apache-2.0
#include "relata/export/main_incident.h"

#include <algorithm>
#include <cmath>

namespace relata {
namespace {

constexpr double kSentenceDecay = 0.85;  // each sentence further down weighs so much less
constexpr double kLeastWeight = 0.05;
constexpr std::chrono::days kLongestIncident{31};  // what took longer is a war, not an incident

bool tells_of_deaths(const Claim& claim) {
  return std::any_of(claim.counts.begin(), claim.counts.end(), [](const Count& count) {
    return count.of == CountOf::killed || count.of == CountOf::killed_or_injured;
  });
}

double weight_of_status(Status status) {
  switch (status) {
    case Status::asserted:
      return 1.0;
    case Status::alleged:
      return 0.8;
    case Status::doubted:
      return 0.3;
    case Status::denied:
    case Status::planned:
    case Status::feared:
    case Status::asked:
      return 0.0;
  }
  return 0.0;
}

// How much a claim of this type speaks of harm at all.
double weight_of_type(EventType type) {
  switch (type) {
    case EventType::execution:
    case EventType::massacre:
    case EventType::killing:
    case EventType::shooting:
    case EventType::shelling:
    case EventType::airstrike:
    case EventType::bombing:
    case EventType::suicide_bombing:
    case EventType::chemical_attack:
      return 1.0;
    case EventType::attack:
    case EventType::toll:
      return 0.8;
    case EventType::clash:
      return 0.7;
    case EventType::weapons_disruption:
    case EventType::offensive:
      return 0.3;
    default:
      return 0.0;  // no harm to people
  }
}

// Whether both say where and the places cannot be one: neither is within the other.
bool elsewhere(const Claim& a, const Claim& b, const Reading& reading) {
  const auto admin1 = [&](const Claim& claim) -> std::string_view {
    for (const ClaimPlace& where : claim.where) {
      if (where.place && !reading.places[*where.place].admin1.empty()) {
        return reading.places[*where.place].admin1;
      }
    }
    return {};
  };
  const auto here = admin1(a), there = admin1(b);
  return !here.empty() && !there.empty() && here != there;
}

bool at_another_time(const Claim& a, const Claim& b) {
  return a.when && b.when && a.when->span && b.when->span &&
         !a.when->period.overlaps(b.when->period);
}

bool is_long(const Claim& claim) {
  return claim.when && claim.when->span &&
         claim.when->period.to - claim.when->period.from > kLongestIncident;
}

bool tied(const Claim& a, const Claim& b, const Reading& reading) {
  return std::any_of(reading.relations.begin(), reading.relations.end(),
                     [&](const Relation& relation) {
                       return relation.kind == RelationKind::same_event &&
                              ((relation.from == a.id && relation.to == b.id) ||
                               (relation.from == b.id && relation.to == a.id));
                     });
}

}  // namespace

double Leads::weight(Span span) const {
  double sentences = 0;  // after the first that is no heading
  for (const Sentence& sentence : document_.sentences) {
    if (span.begin < sentence.span.end) break;
    if (!sentence.heading) ++sentences;
  }
  return std::max(kLeastWeight, std::pow(kSentenceDecay, sentences));
}

std::vector<IncidentClaim> main_incident(const Document& document, const Reading& reading) {
  const Leads leads(document);
  std::vector<IncidentClaim> claims;
  for (std::uint32_t i = 0; i < reading.claims.size(); ++i) {
    const Claim& claim = reading.claims[i];
    const double weight = weight_of_status(claim.status) * weight_of_type(claim.type) *
                          leads.weight(claim.trigger) * (tells_of_deaths(claim) ? 1.6 : 1.0);
    if (weight > 0 && !is_long(claim)) claims.push_back({i, weight});
  }
  const auto heavier = [](const IncidentClaim& a, const IncidentClaim& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.claim < b.claim;
  };
  std::sort(claims.begin(), claims.end(), heavier);
  if (claims.empty()) return claims;
  const Claim& seed = reading.claims[claims.front().claim];
  std::erase_if(claims, [&](const IncidentClaim& one) {
    const Claim& claim = reading.claims[one.claim];
    return !tied(claim, seed, reading) &&
           (elsewhere(claim, seed, reading) || at_another_time(claim, seed));
  });
  return claims;
}

}  // namespace relata
