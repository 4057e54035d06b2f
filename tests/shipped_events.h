// SPDX-License-Identifier: Apache-2.0
// Everything that events stand on, from the tables and weights of this tree, for tests that read plain sentences.
//
//   const ShippedEvents reader;
//   if (!reader.ready()) return;                                    // says why
//   find_events(analyse(text, {}, *reader.text), *reader.model);
#pragma once

#include <doctest/doctest.h>

#include <memory>

#include "relata/events/event_model.h"
#include "relata/text/analyse.h"

namespace relata {

struct ShippedEvents {
  std::unique_ptr<Files> files = real_files();
  DataFolder folder{files.get(), RELATA_SOURCE_DIR};
  Result<TextModel> text = TextModel::load(folder);
  Result<EventModel> model = EventModel::load(folder);

  [[nodiscard]] bool ready() const {
    if (!text) MESSAGE("skipped: " << text.error().message);
    if (!model) MESSAGE("skipped: " << model.error().message);
    return text && model;
  }
};

}  // namespace relata
