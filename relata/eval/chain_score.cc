// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/chain_score.h"

#include <algorithm>
#include <limits>
#include <map>

#include "relata/base/result.h"

namespace relata {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

// Groups of mentions, and of each mention its group as a number from 0 on.
Groups groups_of(const std::vector<std::uint32_t>& names, std::vector<std::uint32_t>& group) {
  std::map<std::uint32_t, std::uint32_t> numbers;
  Groups groups;
  for (std::uint32_t mention = 0; mention < names.size(); ++mention) {
    const auto [at, added] =
        numbers.emplace(names[mention], static_cast<std::uint32_t>(groups.size()));
    if (added) groups.emplace_back();
    groups[at->second].push_back(mention);
    group.push_back(at->second);
  }
  return groups;
}

// How many mentions each group shares with the groups of the other side.
std::vector<std::map<std::uint32_t, std::uint32_t>> shared_with(
    const Groups& groups, const std::vector<std::uint32_t>& other) {
  std::vector<std::map<std::uint32_t, std::uint32_t>> shared(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::uint32_t mention : groups[i]) ++shared[i][other[mention]];
  }
  return shared;
}

double muc_recall(const Groups& groups, const std::vector<std::uint32_t>& other) {
  const auto shared = shared_with(groups, other);
  std::size_t kept = 0, links = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    kept += groups[i].size() - shared[i].size();
    links += groups[i].size() - 1;
  }
  return links == 0 ? 0 : static_cast<double>(kept) / static_cast<double>(links);
}

double b_cubed_recall(const Groups& groups, const std::vector<std::uint32_t>& other) {
  const auto shared = shared_with(groups, other);
  double sum = 0, mentions = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto size = static_cast<double>(groups[i].size());
    for (const auto& [group, count] : shared[i]) sum += count * (count / size);
    mentions += size;
  }
  return mentions > 0 ? sum / mentions : 0;
}

ChainScore ceaf_e(const Groups& gold, const Groups& system,
                  const std::vector<std::uint32_t>& system_of) {
  const bool swapped = gold.size() > system.size();
  std::vector<std::vector<double>> gain(std::min(gold.size(), system.size()),
                                        std::vector<double>(std::max(gold.size(), system.size())));
  const auto shared = shared_with(gold, system_of);
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (const auto& [j, count] : shared[i])
      (swapped ? gain[j][i] : gain[i][j]) =
          2.0 * count / static_cast<double>(gold[i].size() + system[j].size());
  }
  const auto assigned = best_assignment(gain);
  double sum = 0;
  for (std::size_t row = 0; row < assigned.size(); ++row) sum += gain[row][assigned[row]];
  if (gain.empty()) return {};
  return {sum / static_cast<double>(system.size()), sum / static_cast<double>(gold.size())};
}

// The method of Hungary with potentials, one row at a time (Kuhn 1955, Munkres 1957): cubic in the number of rows.
class Assignment {
 public:
  explicit Assignment(const std::vector<std::vector<double>>& gain)
      : gain_(gain),
        columns_(gain.empty() ? 0 : gain[0].size()),
        row_potential_(gain.size() + 1),
        column_potential_(columns_ + 1),
        row_of_(columns_ + 1, 0) {}

  std::vector<std::size_t> run() {
    for (std::size_t row = 1; row <= gain_.size(); ++row) add(row);
    std::vector<std::size_t> columns(gain_.size());
    for (std::size_t column = 1; column <= columns_; ++column) {
      if (row_of_[column] > 0) columns[row_of_[column] - 1] = column - 1;
    }
    return columns;
  }

 private:
  void add(std::size_t row) {
    row_of_[0] = row;
    std::size_t column = 0;
    std::vector<double> least(columns_ + 1, std::numeric_limits<double>::max());
    std::vector<std::size_t> from(columns_ + 1, 0);
    std::vector<bool> seen(columns_ + 1, false);
    do {
      seen[column] = true;
      column = next(column, least, from, seen);
    } while (row_of_[column] != 0);
    for (; column != 0; column = from[column]) row_of_[column] = row_of_[from[column]];
  }

  // The cheapest column not seen yet; potentials move so that it costs nothing.
  std::size_t next(std::size_t column, std::vector<double>& least, std::vector<std::size_t>& from,
                   const std::vector<bool>& seen) {
    const std::size_t row = row_of_[column];
    std::size_t best = 0;
    double step = std::numeric_limits<double>::max();
    for (std::size_t other = 1; other <= columns_; ++other) {
      if (seen[other]) continue;
      const double cost =
          -gain_[row - 1][other - 1] - row_potential_[row] - column_potential_[other];
      if (cost < least[other]) {
        least[other] = cost;
        from[other] = column;
      }
      if (least[other] < step) {
        step = least[other];
        best = other;
      }
    }
    for (std::size_t other = 0; other <= columns_; ++other) {
      if (seen[other]) {
        row_potential_[row_of_[other]] += step;
        column_potential_[other] -= step;
      } else {
        least[other] -= step;
      }
    }
    return best;
  }

  const std::vector<std::vector<double>>& gain_;
  std::size_t columns_;
  std::vector<double> row_potential_, column_potential_;
  std::vector<std::size_t> row_of_;
};

}  // namespace

std::vector<std::size_t> best_assignment(const std::vector<std::vector<double>>& gain) {
  RELATA_CHECK(gain.empty() || gain.size() <= gain[0].size());
  return Assignment(gain).run();
}

ChainScores score_chains(const std::vector<std::uint32_t>& gold,
                         const std::vector<std::uint32_t>& system) {
  RELATA_CHECK(gold.size() == system.size());
  std::vector<std::uint32_t> gold_of, system_of;
  const Groups gold_groups = groups_of(gold, gold_of);
  const Groups system_groups = groups_of(system, system_of);
  return {{muc_recall(system_groups, gold_of), muc_recall(gold_groups, system_of)},
          {b_cubed_recall(system_groups, gold_of), b_cubed_recall(gold_groups, system_of)},
          ceaf_e(gold_groups, system_groups, system_of)};
}

}  // namespace relata
