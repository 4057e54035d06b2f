// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/slot_calibration.h"

#include <algorithm>
#include <cmath>

#include "relata/model/section_reader.h"

namespace relata {

namespace {

constexpr float kLeast = 0.002F;  // likelihoods beyond are no surer than this

float logistic(float value) { return 1.0F / (1.0F + std::exp(-value)); }

}  // namespace

Result<SlotCalibration> SlotCalibration::open(const ModelFile& file) {
  if (!file.has(kSection)) return SlotCalibration();
  RELATA_TRY(const auto bytes, file.section(kSection));
  if (bytes.size() != sizeof(Weights)) {
    return Error{"section " + std::string(kSection) + ": has " + std::to_string(bytes.size()) +
                 " bytes, not " + std::to_string(sizeof(Weights))};
  }
  return SlotCalibration(SectionReader(bytes).value<Weights>());
}

std::string SlotCalibration::section() const {
  SectionBytes bytes;
  bytes.value(weights_);
  return std::move(bytes).take();
}

float SlotCalibration::log_odds(float likelihood) {
  const float kept = std::clamp(likelihood, kLeast, 1.0F - kLeast);
  return std::log(kept / (1.0F - kept));
}

float SlotCalibration::slot(ClaimSlot slot, float likelihood) const {
  const auto& [added, factor] = weights_.slots[static_cast<std::size_t>(slot)];
  return logistic(added + factor * log_odds(likelihood));
}

float SlotCalibration::whole(const Whole& whole) const {
  const auto& w = weights_.whole;
  return logistic(w[0] + w[1] * log_odds(whole.place) + w[2] * log_odds(whole.time) +
                  (whole.told ? w[3] : 0.0F));
}

}  // namespace relata
