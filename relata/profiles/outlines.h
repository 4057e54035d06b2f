// SPDX-License-Identifier: Apache-2.0
// Outlines: coasts and borders that maps are drawn on (data/outlines.tsv, Natural Earth). Lines only: a map of ours shows where
// things lie, not whose land it is.
#pragma once

#include <cstdint>
#include <vector>

#include "relata/base/data_folder.h"

namespace relata {

struct OutlinePoint {
  std::int32_t longitude = 0, latitude = 0;  // hundredths of a degree
};

struct OutlineLine {
  bool border = false;  // between two countries; else a coast
  std::vector<OutlinePoint> points;
};

class Outlines {
 public:
  Outlines() = default;  // none: maps have points only
  // Errors: as Table; a line that is no list of pairs of whole numbers, or that leaves the earth.
  static Result<Outlines> load(const DataFolder& folder);
  [[nodiscard]] const std::vector<OutlineLine>& lines() const { return lines_; }

 private:
  std::vector<OutlineLine> lines_;
};

}  // namespace relata
