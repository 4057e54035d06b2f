// SPDX-License-Identifier: Apache-2.0
// CountProfile: a named, versioned convention of counting: what "dozens" stands for, what is written where nobody says how
// many, and which figure is the best one where they differ. data/count_profiles.tsv has the profiles, data/count_conventions.tsv
// the words. The words themselves and the figures of the reading are kept beside whatever a profile makes of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/base/data_folder.h"

namespace relata {

// The best figure where independent lineages differ.
enum class BestRule : std::uint8_t { lowest, vote, middle };

// What one count stands for: low <= best <= high.
struct Figure {
  double low = 0, best = 0;
  std::optional<double> high;
  auto operator<=>(const Figure&) const = default;
};

struct CountProfile {
  std::string name, version;
  BestRule best = BestRule::vote;
  std::optional<Figure> unknown;  // for "people were killed"
  struct Phrase {
    std::string words;  // lower case
    double read_as =
        0;  // where a reading gives another number, the words are a part of a longer one
    Figure figure;
  };
  std::vector<Phrase> phrases;  // the longest first

  // Nothing: the count says no number at all.
  [[nodiscard]] std::optional<Figure> figure_of(const ToldCount& tally) const;
};

struct CountProfiles {
  std::vector<CountProfile> profiles;  // in the order of the table; the first is ours
  static Result<CountProfiles> load(const DataFolder& folder);
  [[nodiscard]] const CountProfile* find(std::string_view name) const;
};

}  // namespace relata
