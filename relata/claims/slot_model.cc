// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/slot_model.h"

namespace relata {

namespace {

Result<LinearModel> ranker(const ModelFile& file, ClaimSlot slot) {
  RELATA_TRY(LinearModel model, LinearModel::open(file, name_of(slot)));
  if (model.labels().size() != 1) {
    return Error{"section " + std::string(name_of(slot)) + ": has more than one label"};
  }
  return model;
}

}  // namespace

std::string_view name_of(ClaimSlot slot) {
  switch (slot) {
    case ClaimSlot::place:
      return "place";
    case ClaimSlot::time:
      return "time";
    case ClaimSlot::count:
      return "count";
  }
  return "";
}

SlotModel::SlotModel(ModelFile file, LinearModel place, LinearModel time, LinearModel count,
                     SlotCalibration calibration)
    : file_(std::move(file)),
      place_(std::move(place)),
      time_(std::move(time)),
      count_(std::move(count)),
      calibration_(calibration) {}

Result<SlotModel> SlotModel::load(const DataFolder& folder) {
  RELATA_TRY(auto bytes, folder.model("slots.bin"));
  auto model = open(std::move(bytes));
  if (!model) return model.error().with(folder.root + "/models/slots.bin");
  return model;
}

Result<SlotModel> SlotModel::open(std::unique_ptr<MappedFile> bytes) {
  RELATA_TRY(ModelFile file, ModelFile::open(std::move(bytes)));
  RELATA_TRY(LinearModel place, ranker(file, ClaimSlot::place));
  RELATA_TRY(LinearModel time, ranker(file, ClaimSlot::time));
  RELATA_TRY(LinearModel count, ranker(file, ClaimSlot::count));
  RELATA_TRY(const SlotCalibration calibration, SlotCalibration::open(file));
  return SlotModel(std::move(file), std::move(place), std::move(time), std::move(count),
                   calibration);
}

std::vector<float> SlotModel::likelihoods(ClaimSlot slot,
                                          std::span<const Candidate> candidates) const {
  const LinearModel& model = slot == ClaimSlot::place  ? place_
                             : slot == ClaimSlot::time ? time_
                                                       : count_;
  std::vector<float> scores(candidates.size() + 1);  // the last: none, whose score is 0
  for (std::size_t i = 0; i < candidates.size(); ++i)
    model.scores(candidates[i].features, std::span(&scores[i], 1));
  softmax(scores);
  scores.pop_back();
  return scores;
}

}  // namespace relata
