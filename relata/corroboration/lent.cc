// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/lent.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace relata {

double lent_by(const Figure& said, double answer, const VoteSettings& settings) {
  if (said.best == answer) return 1;
  const bool within = said.low <= answer && (!said.high || answer <= *said.high);
  return within && answer > 0 ? settings.partial * std::min(1.0, said.low / answer) : 0;
}

double lent_by(std::span<const std::string> said, std::span<const std::string> answer,
               const VoteSettings& settings) {
  std::vector<std::string_view> shared;
  std::set_intersection(said.begin(), said.end(), answer.begin(), answer.end(),
                        std::back_inserter(shared));
  const auto both = static_cast<double>(shared.size());
  const auto either = static_cast<double>(said.size() + answer.size()) - both;
  if (either == 0 || both == either) return 1;
  if (shared.size() == said.size())
    return settings.partial * both / static_cast<double>(answer.size());
  return settings.overlap * both / either;
}

}  // namespace relata
