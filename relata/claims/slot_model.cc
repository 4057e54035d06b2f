// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/slot_model.h"

#include <array>

namespace relata {

namespace {

Result<LinearModel> yes_or_no(const ModelFile& file, ClaimSlot slot) {
  RELATA_TRY(LinearModel model, LinearModel::open(file, name_of(slot)));
  if (model.labels().size() != 2 || model.labels()[1] != "yes") {
    return Error{"section " + std::string(name_of(slot)) + ": the labels are not no and yes"};
  }
  return model;
}

}  // namespace

std::string_view name_of(ClaimSlot slot) {
  switch (slot) {
    case ClaimSlot::place: return "place";
    case ClaimSlot::time: return "time";
    case ClaimSlot::count: return "count";
  }
  return "";
}

SlotModel::SlotModel(ModelFile file, LinearModel place, LinearModel time, LinearModel count)
    : file_(std::move(file)), place_(std::move(place)), time_(std::move(time)), count_(std::move(count)) {}

Result<SlotModel> SlotModel::load(const DataFolder& folder) {
  RELATA_TRY(auto bytes, folder.model("slots.bin"));
  auto model = open(std::move(bytes));
  if (!model) return model.error().with(folder.root + "/models/slots.bin");
  return model;
}

Result<SlotModel> SlotModel::open(std::unique_ptr<MappedFile> bytes) {
  RELATA_TRY(ModelFile file, ModelFile::open(std::move(bytes)));
  RELATA_TRY(LinearModel place, yes_or_no(file, ClaimSlot::place));
  RELATA_TRY(LinearModel time, yes_or_no(file, ClaimSlot::time));
  RELATA_TRY(LinearModel count, yes_or_no(file, ClaimSlot::count));
  return SlotModel(std::move(file), std::move(place), std::move(time), std::move(count));
}

float SlotModel::likelihood(ClaimSlot slot, std::span<const Feature> features) const {
  const LinearModel& model = slot == ClaimSlot::place ? place_ : slot == ClaimSlot::time ? time_ : count_;
  std::array<float, 2> probabilities{};
  model.probabilities(features, probabilities);
  return probabilities[1];
}

}  // namespace relata
