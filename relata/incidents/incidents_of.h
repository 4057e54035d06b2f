// SPDX-License-Identifier: Apache-2.0
// incidents_of(): accounts of many reports and what people decided -> incidents. Pure: the same for any order of the reports
// and any number of threads, and what IncidentBook comes to when the same reports are added one by one.
//
//   IncidentTables tables = …; EpisodeCollection all(decisions, tables);
//   for (…) all.add(report);                    // a report's accounts are no longer needed after this
//   auto incidents = std::move(all).incidents(threads);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/incidents/clustering.h"
#include "relata/incidents/decisions.h"
#include "relata/incidents/episode.h"
#include "relata/incidents/incident.h"
#include "relata/incidents/incident_tables.h"

namespace relata {

// Everything that an EpisodeStore holds of episodes that were grouped at once.
struct GroupedEpisodes {
  std::vector<Episode> episodes;                    // ascending by key
  std::vector<Pull> links;                          // by their places in `episodes`
  std::vector<std::optional<std::uint32_t>> heads;  // of each the first one of its incident
  std::vector<Incident> incidents;                  // by id
};

class EpisodeCollection {
 public:
  // Refers to both.
  EpisodeCollection(const Decisions& decisions, const IncidentTables& tables)
      : decisions_(decisions), tables_(tables) {}
  // Each report once.
  void add(const ReportAccounts& report);
  void add(std::vector<Episode> episodes);
  // By id.
  [[nodiscard]] std::vector<Incident> incidents(unsigned threads) &&;
  [[nodiscard]] GroupedEpisodes grouped(unsigned threads) &&;

 private:
  const Decisions& decisions_;
  const IncidentTables& tables_;
  std::vector<Episode> episodes_;
};

// `links` in the order in which they were decided.
[[nodiscard]] std::vector<Incident> incidents_of(std::span<const ReportAccounts> reports,
                                                 std::span<const PersonLink> links,
                                                 const IncidentTables& tables, unsigned threads);

}  // namespace relata
