// SPDX-License-Identifier: Apache-2.0
// SlotModel: how likely a place, a time or a count belongs to an event, by small models trained on read reports
// (models/slots.toml). Immutable once loaded.
#pragma once

#include <span>

#include "relata/base/data_folder.h"
#include "relata/model/linear_model.h"

namespace relata {

enum class ClaimSlot { place, time, count };
[[nodiscard]] std::string_view name_of(ClaimSlot);  // also the section of the model file

class SlotModel {
 public:
  // Maps models/slots.bin. Errors: missing, broken, or a section without the labels "no" and "yes".
  static Result<SlotModel> load(const DataFolder& folder);
  static Result<SlotModel> open(std::unique_ptr<MappedFile> bytes);

  // 0 to 1.
  [[nodiscard]] float likelihood(ClaimSlot slot, std::span<const Feature> features) const;

 private:
  SlotModel(ModelFile file, LinearModel place, LinearModel time, LinearModel count);

  ModelFile file_;
  LinearModel place_, time_, count_;
};

}  // namespace relata
