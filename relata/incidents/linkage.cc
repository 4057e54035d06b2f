// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/linkage.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <thread>

#include "relata/incidents/blocks.h"
#include "relata/incidents/sets.h"

namespace relata {
namespace {

constexpr std::size_t kAllPairs = 128;  // episodes that are compared each with each
constexpr float kStrongest = 12;        // up to which larger components are cut by their links
constexpr std::size_t kSamples = 3;  // of each cluster, when clusters of a larger one are compared

// Where an entry of an episode stands among all entries.
struct BlockPlace {
  BlockEntry entry;
  std::uint32_t episode = 0;
  auto operator<=>(const BlockPlace&) const = default;
};

class LinkSearch {
 public:
  LinkSearch(std::span<const Episode> episodes, const Decisions& decisions,
             const IncidentTables& tables)
      : episodes_(episodes), decisions_(decisions), tables_(tables), begins_(episodes.size() + 1) {
    for (std::uint32_t i = 0; i < episodes.size(); ++i) {
      for (const BlockEntry& entry : block_entries(episodes[i])) places_.push_back({entry, i});
    }
    std::sort(places_.begin(), places_.end());
    for (const BlockPlace& place : places_) ++begins_[place.episode + 1];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    at_.resize(places_.size());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (std::uint32_t at = 0; at < places_.size(); ++at) at_[next[places_[at].episode]++] = at;
    order_by_day();
  }

  // The links of the episodes at [begin, end) in the order of their days with those of later keys. Neighbours in time are
  // compared with the same episodes, which are still at hand then.
  void search(std::size_t begin, std::size_t end, std::vector<Pull>& links) const {
    std::vector<std::uint32_t> later;
    for (std::size_t at_day = begin; at_day < end; ++at_day) {
      const std::uint32_t i = by_day_[at_day];
      later.clear();
      for (std::uint32_t at = begins_[i]; at < begins_[i + 1]; ++at) collect(at_[at], i, later);
      std::sort(later.begin(), later.end());
      later.erase(std::unique(later.begin(), later.end()), later.end());
      for (const std::uint32_t j : later) {
        if (episodes_[i].standing == Standing::joins && episodes_[j].standing == Standing::joins)
          continue;
        const float weight = pull_if_any(episodes_[i], episodes_[j], decisions_, tables_);
        if (weight >= 0) links.push_back({i, j, weight});
      }
    }
  }

 private:
  void order_by_day() {
    by_day_.resize(episodes_.size());
    std::iota(by_day_.begin(), by_day_.end(), 0U);
    std::vector<std::pair<Date, std::uint32_t>> days;
    for (const Episode& episode : episodes_)
      days.emplace_back(episode.when ? episode.when->from : Date(),
                        episode.where.empty() ? 0 : episode.where.front().admin1);
    std::stable_sort(by_day_.begin(), by_day_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return days[a] < days[b]; });
  }

  void collect(std::uint32_t at, std::uint32_t episode, std::vector<std::uint32_t>& later) const {
    const std::uint64_t block = places_[at].entry.block;
    for (std::uint32_t n = 1; n <= kBeside; ++n) {
      if (at + n >= places_.size() || places_[at + n].entry.block != block) break;
      if (places_[at + n].episode > episode) later.push_back(places_[at + n].episode);
    }
    for (std::uint32_t n = 1; n <= kBeside && n <= at; ++n) {
      if (places_[at - n].entry.block != block) break;
      if (places_[at - n].episode > episode) later.push_back(places_[at - n].episode);
    }
  }

  std::span<const Episode> episodes_;
  const Decisions& decisions_;
  const IncidentTables& tables_;
  std::vector<BlockPlace> places_;
  std::vector<std::uint32_t> begins_, at_;  // of each episode its entries in places_
  std::vector<std::uint32_t> by_day_;
};

class ComponentClusters {
 public:
  ComponentClusters(std::span<const Episode* const> episodes, std::span<const Pull> links,
                    const Decisions& decisions, const IncidentTables& tables)
      : episodes_(episodes),
        links_(links),
        decisions_(decisions),
        tables_(tables),
        heads_(episodes.size()) {}

  std::vector<std::uint32_t> run() {
    std::vector<std::uint32_t> all(episodes_.size());
    std::iota(all.begin(), all.end(), 0U);
    if (all.size() <= kAllPairs) {
      compare_all(all);
      return heads_;
    }
    cut(all, 1);
    join_clusters();
    return heads_;
  }

 private:
  [[nodiscard]] float weigh(std::uint32_t i, std::uint32_t j) const {
    return pull(*episodes_[i], *episodes_[j], decisions_, tables_);
  }

  void compare_all(const std::vector<std::uint32_t>& members) {
    ClusterTask task;
    task.items = static_cast<std::uint32_t>(members.size());
    for (std::uint32_t j = 1; j < task.items; ++j) {
      for (std::uint32_t i = 0; i < j; ++i) {
        const float weight = weigh(members[i], members[j]);
        if (weight <= -kDecided)
          task.apart.emplace_back(i, j);
        else if (weight >= kDecided)
          task.together.emplace_back(i, j);
        else
          task.pulls.push_back({i, j, weight});
      }
    }
    const std::vector<std::uint32_t> heads = cluster(task);
    for (std::uint32_t i = 0; i < task.items; ++i) heads_[members[i]] = members[heads[i]];
  }

  // Too many to compare each with each: what hangs together by stronger links only; at last by their order.
  void cut(const std::vector<std::uint32_t>& members, float strength) {
    if (members.size() <= kAllPairs) return compare_all(members);
    if (strength > kStrongest) {
      for (std::size_t at = 0; at < members.size(); at += kAllPairs) {
        const std::size_t end = std::min(members.size(), at + kAllPairs);
        compare_all({members.begin() + static_cast<std::ptrdiff_t>(at),
                     members.begin() + static_cast<std::ptrdiff_t>(end)});
      }
      return;
    }
    Sets sets(episodes_.size());
    for (const Pull& link : links_) {
      if (link.weight >= strength && in(members, link.first) && in(members, link.second))
        sets.join(link.first, link.second);
    }
    for (const auto& part : sets.groups(members)) cut(part, strength + 1);
  }

  static bool in(const std::vector<std::uint32_t>& members, std::uint32_t item) {
    return std::binary_search(members.begin(), members.end(), item);
  }

  // Clusters of what was cut that links still tie are compared by samples.
  void join_clusters() {
    std::vector<std::vector<std::uint32_t>> members(episodes_.size());
    for (std::uint32_t i = 0; i < heads_.size(); ++i) members[heads_[i]].push_back(i);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> tied;
    for (const Pull& link : links_) {
      const auto pair = std::minmax(heads_[link.first], heads_[link.second]);
      if (pair.first != pair.second) tied.push_back(pair);
    }
    std::sort(tied.begin(), tied.end());
    tied.erase(std::unique(tied.begin(), tied.end()), tied.end());
    ClusterTask task;
    task.items = static_cast<std::uint32_t>(episodes_.size());
    for (const auto& [a, b] : tied) task.pulls.push_back({a, b, sampled(members[a], members[b])});
    for (const Pull& link : links_) {
      if (link.weight >= kDecided)
        task.together.push_back(std::minmax(heads_[link.first], heads_[link.second]));
    }
    keep_apart(task);
    const std::vector<std::uint32_t> joined = cluster(task);
    for (std::uint32_t& head : heads_) head = joined[head];
  }

  void keep_apart(ClusterTask& task) const {
    std::vector<std::uint32_t> decided;
    for (std::uint32_t i = 0; i < episodes_.size(); ++i) {
      if (!episodes_[i]->decided.empty()) decided.push_back(i);
    }
    for (const std::uint32_t i : decided) {
      for (const std::uint32_t j : decided) {
        if (i < j && weigh(i, j) <= -kDecided)
          task.apart.emplace_back(std::minmax(heads_[i], heads_[j]));
      }
    }
  }

  [[nodiscard]] float sampled(const std::vector<std::uint32_t>& a,
                              const std::vector<std::uint32_t>& b) const {
    const std::size_t from_a = std::min(kSamples, a.size()), from_b = std::min(kSamples, b.size());
    float sum = 0;
    for (std::size_t i = 0; i < from_a; ++i) {
      for (std::size_t j = 0; j < from_b; ++j)
        sum += weigh(a[i * a.size() / from_a], b[j * b.size() / from_b]);
    }
    return sum / static_cast<float>(from_a * from_b);
  }

  std::span<const Episode* const> episodes_;
  std::span<const Pull> links_;
  const Decisions& decisions_;
  const IncidentTables& tables_;
  std::vector<std::uint32_t> heads_;
};

std::optional<float> decided_pull(const Episode& a, const Episode& b, const Decisions& decisions) {
  for (const AccountKey& x : a.decided) {
    for (const AccountKey& y : b.decided) {
      if (x == y) return kDecided;
      if (decisions.apart(x, y)) return -kDecided;
    }
  }
  return std::nullopt;
}

}  // namespace

float pull(const Episode& a, const Episode& b, const Decisions& decisions,
           const IncidentTables& tables) {
  if (const auto decided = decided_pull(a, b, decisions)) return *decided;
  return tables.across.sum(signs_of(a, b, tables.types));
}

float pull_if_any(const Episode& a, const Episode& b, const Decisions& decisions,
                  const IncidentTables& tables) {
  if (const auto decided = decided_pull(a, b, decisions)) return *decided;
  const auto weight = [&](Sign sign) { return tables.across.of[static_cast<std::size_t>(sign)]; };
  Signs signs = facts_in_common(a, b, tables.types);
  const float most = weight(Sign::words) + (a.quotes.empty() ? 0 : weight(Sign::quotations));
  const float facts = tables.across.sum(signs);
  if (facts + most < -0.001F) return facts;
  add_words_in_common(a, b, signs);
  return tables.across.sum(signs);
}

std::vector<Pull> links_among(std::span<const Episode> episodes, const Decisions& decisions,
                              const IncidentTables& tables, unsigned threads) {
  const LinkSearch search(episodes, decisions, tables);
  constexpr std::size_t kPart = 1024;  // episodes a task
  const std::size_t parts = (episodes.size() + kPart - 1) / kPart;
  std::vector<std::vector<Pull>> found(parts);
  const auto work = [&](unsigned thread) {
    for (std::size_t part = thread; part < parts; part += threads) {
      const std::size_t end = std::min(episodes.size(), (part + 1) * kPart);
      search.search(part * kPart, end, found[part]);
    }
  };
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0);
  for (std::thread& other : others) other.join();
  std::vector<Pull> links;
  for (const auto& part : found) links.insert(links.end(), part.begin(), part.end());
  std::sort(links.begin(), links.end(), [](const Pull& a, const Pull& b) {
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
  return links;
}

std::vector<std::uint32_t> cluster_component(std::span<const Episode* const> episodes,
                                             std::span<const Pull> links,
                                             const Decisions& decisions,
                                             const IncidentTables& tables) {
  return ComponentClusters(episodes, links, decisions, tables).run();
}

const Pull* best_link(std::span<const Pull> links) {
  const auto best = std::max_element(links.begin(), links.end(), [](const Pull& a, const Pull& b) {
    return a.weight != b.weight ? a.weight < b.weight : a.first > b.first;
  });
  return best == links.end() ? nullptr : &*best;
}

}  // namespace relata
