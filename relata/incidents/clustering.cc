// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/clustering.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>
#include <set>

namespace relata {
namespace {

// All pulls between two clusters.
struct Bond {
  double sum = 0;
  std::uint32_t pairs = 0;
  [[nodiscard]] double average() const { return sum / pairs; }
};

struct Offer {
  double average = 0;
  std::uint32_t first = 0, second = 0;
  std::uint32_t first_age = 0, second_age = 0;  // of the clusters when it was made
  // The queue gives the largest: the strongest, of equals the smallest items.
  bool operator<(const Offer& other) const {
    if (average != other.average) return average < other.average;
    return std::pair(first, second) > std::pair(other.first, other.second);
  }
};

class Clusters {
 public:
  explicit Clusters(const ClusterTask& task)
      : head_(task.items), age_(task.items, 0), bonds_(task.items), apart_(task.items) {
    std::iota(head_.begin(), head_.end(), 0U);
    std::vector<Pull> pulls = task.pulls;
    std::sort(pulls.begin(), pulls.end(), [](const Pull& a, const Pull& b) {
      return std::pair(a.first, a.second) < std::pair(b.first, b.second);
    });
    for (const Pull& pull : pulls) {
      bonds_[pull.first][pull.second] = {pull.weight, 1};
      bonds_[pull.second][pull.first] = {pull.weight, 1};
    }
    for (const auto& [a, b] : task.apart) {
      apart_[a].insert(b);
      apart_[b].insert(a);
    }
    auto forced = task.together;
    std::sort(forced.begin(), forced.end());
    for (const auto& [a, b] : forced) join(head(a), head(b));
  }

  std::vector<std::uint32_t> run() {
    for (std::uint32_t i = 0; i < head_.size(); ++i) {
      if (head(i) == i) offer_all(i, i);
    }
    while (!offers_.empty()) {
      const Offer best = offers_.top();
      offers_.pop();
      if (age_[best.first] != best.first_age || age_[best.second] != best.second_age) continue;
      join(best.first, best.second);
      offer_all(best.first, 0);
    }
    std::vector<std::uint32_t> heads;
    for (std::uint32_t i = 0; i < head_.size(); ++i) heads.push_back(head(i));
    return heads;
  }

 private:
  std::uint32_t head(std::uint32_t item) {
    while (head_[item] != item) item = head_[item] = head_[head_[item]];
    return item;
  }

  // The smaller item keeps its name; what was offered of both before is void.
  void join(std::uint32_t a, std::uint32_t b) {
    if (a == b) return;
    if (b < a) std::swap(a, b);
    head_[b] = a;
    ++age_[a];
    ++age_[b];
    bonds_[a].erase(b);
    bonds_[b].erase(a);
    for (const auto& [other, bond] : bonds_[b]) {
      Bond& mine = bonds_[a][other];
      mine.sum += bond.sum;
      mine.pairs += bond.pairs;
      bonds_[other].erase(b);
      bonds_[other][a] = mine;
    }
    bonds_[b].clear();
    for (const std::uint32_t other : apart_[b]) {
      apart_[a].insert(other);
      apart_[other].erase(b);
      apart_[other].insert(a);
    }
    apart_[b].clear();
  }

  void offer_all(std::uint32_t cluster, std::uint32_t from) {
    for (auto at = bonds_[cluster].lower_bound(from); at != bonds_[cluster].end(); ++at) {
      const auto& [other, bond] = *at;
      if (bond.average() < 0 || apart_[cluster].count(other) > 0) continue;
      const std::uint32_t first = std::min(cluster, other), second = std::max(cluster, other);
      offers_.push({bond.average(), first, second, age_[first], age_[second]});
    }
  }

  std::vector<std::uint32_t> head_, age_;
  std::vector<std::map<std::uint32_t, Bond>> bonds_;
  std::vector<std::set<std::uint32_t>> apart_;
  std::priority_queue<Offer> offers_;
};

}  // namespace

std::vector<std::uint32_t> cluster(const ClusterTask& task) { return Clusters(task).run(); }

}  // namespace relata
