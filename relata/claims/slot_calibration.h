// SPDX-License-Identifier: Apache-2.0
// SlotCalibration: what the likelihoods of the slot models are worth: how often a place, a time or a count that was chosen
// with such a likelihood was right on reports that the models had not seen, and how often all of a claim was that a
// reviewer would have to mend. Learnt with the models by cross-validation; the section "calibration" of slots.bin.
//
//   calibration.slot(ClaimSlot::place, 0.93F)      // 0.86
//   calibration.whole({place, time, told})         // place, time and last voice all right
#pragma once

#include <array>
#include <optional>
#include <string>

#include "relata/base/result.h"
#include "relata/model/model_file.h"

namespace relata {

enum class ClaimSlot { place, time, count };
inline constexpr std::size_t kClaimSlots = 3;

class SlotCalibration {
 public:
  struct Whole {
    float place = 0, time = 0;  // likelihoods of what was chosen
    bool told = false;          // by a voice, not by the report itself
  };
  // Logistic: of each slot what is added and what multiplies the log odds of its likelihood; of the whole what is added,
  // and what multiplies the log odds of the place, of the time, and `told`.
  struct Weights {
    std::array<std::array<float, 2>, kClaimSlots> slots{{{0, 1}, {0, 1}, {0, 1}}};
    std::array<float, 4> whole{0, 1, 1, 0};
  };

  SlotCalibration() = default;  // takes every likelihood as it is
  explicit SlotCalibration(const Weights& weights) : weights_(weights) {}

  static constexpr std::string_view kSection = "calibration";
  // Error: a section of the wrong size. A file without one leaves the likelihoods as they are.
  static Result<SlotCalibration> open(const ModelFile& file);
  [[nodiscard]] std::string section() const;

  [[nodiscard]] float slot(ClaimSlot slot, float likelihood) const;
  [[nodiscard]] float whole(const Whole& whole) const;

  static float log_odds(float likelihood);  // of likelihoods kept a little off 0 and 1

 private:
  Weights weights_;
};

}  // namespace relata
