// SPDX-License-Identifier: Apache-2.0
// Trains models/slots.bin: which place, time and counts belong to an event. An event found by the stages is paired with
// the claim of the gold whose trigger it touches; each candidate for a slot is then right or not, or none is.
#pragma once

#include <span>
#include <string>

#include "relata/claims/join.h"
#include "relata/ingest/report.h"
#include "relata/learn/claim_record.h"
#include "relata/text/document.h"

namespace relata {

struct SlotReport {
  const Report* report = nullptr;
  const Document* document = nullptr;
  const Findings* findings = nullptr;
  const ReportRecord* gold = nullptr;
};

struct SlotTraining {
  std::size_t places = 0, times = 0, counts = 0;  // choices seen
  std::string model;                              // the bytes of the file
};

// Deterministic: the same reports in the same order give the same bytes.
[[nodiscard]] SlotTraining train_slot_model(std::span<const SlotReport> reports);

}  // namespace relata
