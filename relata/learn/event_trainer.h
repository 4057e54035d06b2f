// SPDX-License-Identifier: Apache-2.0
// Trains models/events.bin: which candidates of the trigger table tell of an event, and of which type. A candidate whose words
// touch the trigger of a gold claim is a yes for that claim's type and a no for every other; all others are no.
//
//   std::string bytes = train_events(reports, knowledge, options);
//   auto found = cross_validate_events(reports, knowledge, options);    // per report, by a model that has not seen its fold
//
// It does not learn status or participants: those are rules.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "relata/events/event.h"
#include "relata/events/event_model.h"
#include "relata/learn/maxent.h"
#include "relata/text/document.h"

namespace relata {

struct GoldEvent {
  EventType type = EventType::attack;
  Span trigger;  // bytes
  Span evidence;
};

struct EventReport {
  const Document* document = nullptr;
  std::vector<GoldEvent>
      events;  // none: a text about peaceful life, or one in which nothing happens
  std::uint32_t fold =
      0;  // near copies share one; kAlways: learnt from in every fold and never tested
  std::uint32_t weight = 1;  // how often it is seen in an epoch
};
inline constexpr std::uint32_t kAlways = UINT32_MAX;

struct EventTraining {
  MaxentOptions first{.epochs = 20,
                      .seed = 1,
                      .rate = 0.015F,
                      .l2 = 1e-4F,
                      .least_count = 2,
                      .least_weight = 0.003F};
  MaxentOptions second{.epochs = 20,
                       .seed = 1,
                       .rate = 0.02F,
                       .l2 = 1e-4F,
                       .least_count = 3,
                       .least_weight = 0.003F};
  float threshold = 0.25F;
};

// The bytes of the model file. The same reports in the same order give the same bytes.
[[nodiscard]] std::string train_events(std::span<const EventReport> reports,
                                       const EventKnowledge& knowledge,
                                       const EventTraining& training);

// What find_events gives for every report that is tested, by models that have not seen its fold; empty for the others.
Result<std::vector<std::vector<Event>>> cross_validate_events(std::span<const EventReport> reports,
                                                              const DataFolder& folder,
                                                              const EventTraining& training);

}  // namespace relata
