// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/slot_calibration.h"

#include <doctest/doctest.h>

using namespace relata;

namespace {

// Loud likelihoods: .9 is right as often as .75.
SlotCalibration humble() {
  SlotCalibration::Weights weights;
  weights.slots[0] = {0, 0.5F};
  weights.whole = {-1, 0.5F, 0.5F, -2};
  return SlotCalibration(weights);
}

Result<ModelFile> file_with(const std::string& section) {
  ModelWriter writer;
  writer.add(std::string(SlotCalibration::kSection), section);
  return ModelFile::open(files_in_memory({{"slots", writer.finish()}})->map("slots").value());
}

}  // namespace

TEST_CASE("without weights a likelihood is worth itself") {
  const SlotCalibration calibration;
  CHECK(calibration.slot(ClaimSlot::place, 0.8F) == doctest::Approx(0.8));
  CHECK(calibration.slot(ClaimSlot::time, 1.0F) < 1);
}

TEST_CASE("weights temper the likelihoods and survive the way through a file") {
  const auto file = file_with(humble().section());
  REQUIRE(file);
  const auto calibration = SlotCalibration::open(*file);
  REQUIRE(calibration);
  CHECK(calibration->slot(ClaimSlot::place, 0.9F) == doctest::Approx(0.75));
  CHECK(calibration->slot(ClaimSlot::time, 0.9F) == doctest::Approx(0.9));
  CHECK(calibration->whole({0.9F, 0.9F, true}) < calibration->whole({0.9F, 0.9F, false}));
  CHECK(calibration->whole({0.6F, 0.9F, false}) < calibration->whole({0.9F, 0.9F, false}));
}

TEST_CASE("a section of another size is refused") {
  const auto file = file_with("short");
  REQUIRE(file);
  CHECK_FALSE(SlotCalibration::open(*file));
}
