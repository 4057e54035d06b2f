// SPDX-License-Identifier: Apache-2.0
// SlotModel: how likely a place, a time or a count belongs to an event, by small log-linear models trained on read
// reports (models/slots.toml). Immutable once loaded.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/claims/candidate.h"
#include "relata/claims/slot_calibration.h"
#include "relata/model/linear_model.h"

namespace relata {

[[nodiscard]] std::string_view name_of(ClaimSlot);  // also the section of the model file

class SlotModel {
 public:
  // Maps models/slots.bin. Errors: missing, broken, or a section that has more than one label.
  static Result<SlotModel> load(const DataFolder& folder);
  static Result<SlotModel> open(std::unique_ptr<MappedFile> bytes);

  // For each candidate how likely it is the one, from 0 to 1; what is left of 1 is how likely none is.
  [[nodiscard]] std::vector<float> likelihoods(ClaimSlot slot,
                                               std::span<const Candidate> candidates) const;
  // What those are worth.
  [[nodiscard]] const SlotCalibration& calibration() const { return calibration_; }

 private:
  SlotModel(ModelFile file, LinearModel place, LinearModel time, LinearModel count,
            SlotCalibration calibration);

  ModelFile file_;
  LinearModel place_, time_, count_;
  SlotCalibration calibration_;
};

}  // namespace relata
