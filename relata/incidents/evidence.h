// SPDX-License-Identifier: Apache-2.0
// Evidence: what speaks for and against two episodes being of one happening, sign by sign (data/incident_evidence.tsv). Each
// sign has a size; the weights times the sizes add up to the natural logarithm of odds.
//
//   const Signs signs = signs_of(a, b, types);
//   weights.sum(signs) > 0       // rather one happening than two
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "relata/base/data_folder.h"
#include "relata/incidents/episode.h"
#include "relata/incidents/incident_types.h"

namespace relata {

enum class Sign : std::uint8_t {
  prior,
  told_as_one,
  types_same,
  types_open,
  types_kin,
  types_apart,
  days_same,
  days_meet,
  days_apart,
  days_drift,
  place_same,
  place_town,
  place_near,
  place_within,
  place_wide,
  place_unsaid,
  place_other_name,
  place_beside,
  place_apart,
  killed_shared,
  killed_close,
  killed_apart,
  injured_shared,
  by_shared,
  by_opposed,
  victims_shared,
  victims_apart,
  words,
  quotations,
  status_apart,
  one_report
};
inline constexpr std::size_t kSigns = 31;
[[nodiscard]] std::string_view name_of(Sign sign);

// The signs that two episodes show, each at most once. A size of 0 is as good as none.
struct Signs {
  struct One {
    Sign sign = Sign::prior;
    float size = 1;
  };
  std::array<One, 16> shown{};
  std::size_t count = 0;

  void add(Sign sign, float size = 1) {
    if (count < shown.size()) shown[count++] = {sign, size};
  }
};

struct EvidenceWeights {
  std::array<float, kSigns> of{};

  [[nodiscard]] float sum(const Signs& signs) const {
    float sum = 0;
    for (std::size_t i = 0; i < signs.count; ++i)
      sum += of[static_cast<std::size_t>(signs.shown[i].sign)] * signs.shown[i].size;
    return sum;
  }
  // `column`: "within" one report, or "across" reports. Error: a sign without a row, or a row without a sign.
  static Result<EvidenceWeights> load(const DataFolder& folder, std::string_view column);
};

// In two steps: most pairs need no second one to be told apart.
[[nodiscard]] Signs facts_in_common(const Episode& a, const Episode& b, const IncidentTypes& types);
void add_words_in_common(const Episode& a, const Episode& b, Signs& signs);
[[nodiscard]] inline Signs signs_of(const Episode& a, const Episode& b,
                                    const IncidentTypes& types) {
  Signs signs = facts_in_common(a, b, types);
  add_words_in_common(a, b, signs);
  return signs;
}

}  // namespace relata
