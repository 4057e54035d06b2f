// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/incidents_of.h"

#include <algorithm>
#include <thread>

#include "relata/incidents/assemble.h"
#include "relata/incidents/episodes_of.h"
#include "relata/incidents/linkage.h"
#include "relata/incidents/sets.h"

namespace relata {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

class Grouping {
 public:
  Grouping(std::span<const Episode> episodes, const Decisions& decisions,
           const IncidentTables& tables)
      : episodes_(episodes),
        decisions_(decisions),
        tables_(tables),
        heads_(episodes.size(), kNone) {}

  std::vector<Incident> run(unsigned threads) {
    links_ = links_among(episodes_, decisions_, tables_, threads);
    cluster_all(threads);
    let_join();
    return incidents(threads);
  }
  // After run().
  [[nodiscard]] std::vector<Pull> links() && { return std::move(links_); }
  [[nodiscard]] std::vector<std::optional<std::uint32_t>> heads() const {
    std::vector<std::optional<std::uint32_t>> heads;
    for (const std::uint32_t head : heads_)
      heads.push_back(head == kNone ? std::nullopt : std::optional(head));
    return heads;
  }

 private:
  [[nodiscard]] bool makes(std::uint32_t episode) const {
    return episodes_[episode].standing == Standing::makes;
  }

  template <typename Work>
  static void in_threads(unsigned threads, const Work& work) {
    std::vector<std::thread> others;
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
    work(0);
    for (std::thread& other : others) other.join();
  }

  void cluster_all(unsigned threads) {
    Sets sets(episodes_.size());
    for (const Pull& link : links_) {
      if (makes(link.first) && makes(link.second)) sets.join(link.first, link.second);
    }
    std::vector<std::vector<std::uint32_t>> components(episodes_.size());
    std::vector<std::vector<Pull>> links(episodes_.size());
    for (std::uint32_t i = 0; i < episodes_.size(); ++i) {
      if (makes(i)) components[sets.head(i)].push_back(i);
    }
    for (const Pull& link : links_) {
      if (makes(link.first) && makes(link.second)) links[sets.head(link.first)].push_back(link);
    }
    in_threads(threads, [&](unsigned thread) {
      for (std::size_t at = thread; at < components.size(); at += threads) {
        if (!components[at].empty()) cluster_one(components[at], links[at]);
      }
    });
  }

  void cluster_one(const std::vector<std::uint32_t>& members, std::vector<Pull>& links) {
    if (members.size() == 1) {
      heads_[members[0]] = members[0];
      return;
    }
    const auto place_of = [&](std::uint32_t episode) {
      return static_cast<std::uint32_t>(std::lower_bound(members.begin(), members.end(), episode) -
                                        members.begin());
    };
    for (Pull& link : links) link = {place_of(link.first), place_of(link.second), link.weight};
    std::vector<const Episode*> episodes;
    for (const std::uint32_t i : members) episodes.push_back(&episodes_[i]);
    const auto heads = cluster_component(episodes, links, decisions_, tables_);
    for (std::size_t i = 0; i < members.size(); ++i) heads_[members[i]] = members[heads[i]];
  }

  // What cannot be an incident of its own joins the one that it is tied to best, if any.
  void let_join() {
    std::vector<Pull> ties;  // by the one that joins: {maker, joiner}
    for (const Pull& link : links_) {
      if (makes(link.first) && !makes(link.second)) ties.push_back(link);
      if (makes(link.second) && !makes(link.first))
        ties.push_back({link.second, link.first, link.weight});
    }
    std::sort(ties.begin(), ties.end(), [](const Pull& a, const Pull& b) {
      return std::pair(a.second, a.first) < std::pair(b.second, b.first);
    });
    for (std::size_t at = 0; at < ties.size();) {
      std::size_t end = at;
      while (end < ties.size() && ties[end].second == ties[at].second) ++end;
      const Pull* best = best_link(std::span(ties).subspan(at, end - at));
      heads_[ties[at].second] = heads_[best->first];
      at = end;
    }
  }

  std::vector<Incident> incidents(unsigned threads) const {
    std::vector<std::vector<std::uint32_t>> members(episodes_.size());
    for (std::uint32_t i = 0; i < episodes_.size(); ++i) {
      if (heads_[i] != kNone) members[heads_[i]].push_back(i);
    }
    std::vector<std::uint32_t> heads;
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      if (!members[i].empty()) heads.push_back(i);
    }
    std::vector<Incident> incidents(heads.size());
    in_threads(threads, [&](unsigned thread) {
      for (std::size_t at = thread; at < heads.size(); at += threads)
        incidents[at] = incident(members[heads[at]], members);
    });
    std::sort(incidents.begin(), incidents.end(),
              [](const Incident& a, const Incident& b) { return a.id < b.id; });
    return incidents;
  }

  [[nodiscard]] Incident incident(const std::vector<std::uint32_t>& members,
                                  const std::vector<std::vector<std::uint32_t>>& all) const {
    std::vector<const Episode*> episodes;
    for (const std::uint32_t i : members) episodes.push_back(&episodes_[i]);
    Incident incident = assemble(episodes);
    for (const EpisodeKey& key : summed_up_by(episodes)) {
      const auto at =
          std::lower_bound(episodes_.begin(), episodes_.end(), key,
                           [](const Episode& a, const EpisodeKey& b) { return a.key < b; });
      const std::uint32_t head = heads_[static_cast<std::size_t>(at - episodes_.begin())];
      if (head == kNone) continue;
      const IncidentId id{episodes_[all[head].front()].key};
      if (id != incident.id) {
        incident.part_of = id;
        break;
      }
    }
    return incident;
  }

  std::span<const Episode> episodes_;
  const Decisions& decisions_;
  const IncidentTables& tables_;
  std::vector<Pull> links_;
  std::vector<std::uint32_t> heads_;  // kNone: in no incident
};

}  // namespace

void EpisodeCollection::add(const ReportAccounts& report) {
  add(episodes_of(report, decisions_, tables_));
}

void EpisodeCollection::add(std::vector<Episode> episodes) {
  for (Episode& episode : episodes) episodes_.push_back(std::move(episode));
}

std::vector<Incident> EpisodeCollection::incidents(unsigned threads) && {
  return std::move(std::move(*this).grouped(threads).incidents);
}

GroupedEpisodes EpisodeCollection::grouped(unsigned threads) && {
  std::sort(episodes_.begin(), episodes_.end(),
            [](const Episode& a, const Episode& b) { return a.key < b.key; });
  GroupedEpisodes all;
  Grouping grouping(episodes_, decisions_, tables_);
  all.incidents = grouping.run(std::max(threads, 1U));
  all.heads = grouping.heads();
  all.links = std::move(grouping).links();
  all.episodes = std::move(episodes_);
  return all;
}

std::vector<Incident> incidents_of(std::span<const ReportAccounts> reports,
                                   std::span<const PersonLink> links, const IncidentTables& tables,
                                   unsigned threads) {
  threads = std::max(threads, 1U);
  const Decisions decisions(links);
  std::vector<std::vector<Episode>> episodes(reports.size());
  const auto work = [&](unsigned thread) {
    for (std::size_t at = thread; at < reports.size(); at += threads)
      episodes[at] = episodes_of(reports[at], decisions, tables);
  };
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0);
  for (std::thread& other : others) other.join();
  EpisodeCollection all(decisions, tables);
  for (auto& of_report : episodes) all.add(std::move(of_report));
  return std::move(all).incidents(threads);
}

}  // namespace relata
