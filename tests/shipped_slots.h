// SPDX-License-Identifier: Apache-2.0
// The shipped slot model, for tests: they check that what it learnt from read reports holds on plain sentences.
#pragma once

#include "relata/claims/slot_model.h"

namespace relata {

inline const SlotModel& shipped_slots() {
  static const SlotModel model = [] {
    const auto files = real_files();
    auto loaded = SlotModel::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
    RELATA_CHECK(loaded);
    return std::move(*loaded);
  }();
  return model;
}

}  // namespace relata
