// SPDX-License-Identifier: Apache-2.0
#include "relata/events/event_model.h"

#include "relata/model/section_reader.h"

namespace relata {

Result<EventKnowledge> EventKnowledge::load(const DataFolder& folder) {
  RELATA_TRY(auto triggers, TriggerTable::load(folder));
  RELATA_TRY(auto status, StatusWords::load(folder));
  RELATA_TRY(auto victims, VictimClasses::load(folder));
  return EventKnowledge{std::move(triggers), std::move(status), std::move(victims)};
}

namespace {

bool says_yes_or_no(const LinearModel& model) {
  return model.labels().size() == 2 && model.labels()[1] == "yes";
}

}  // namespace

Result<EventModel> EventModel::open(EventKnowledge knowledge, ModelFile file) {
  RELATA_TRY(auto first, LinearModel::open(file, "event"));
  RELATA_TRY(auto second, LinearModel::open(file, "event_again"));
  RELATA_TRY(const auto bytes, file.section("event_threshold"));
  SectionReader reader(bytes);
  const auto threshold = reader.value<float>();
  if (!reader.ok() || !says_yes_or_no(first) || !says_yes_or_no(second)) {
    return Error{"the sections of events are broken"};
  }
  return EventModel(std::move(knowledge), std::move(file), std::move(first), std::move(second),
                    threshold);
}

Result<EventModel> EventModel::load(const DataFolder& folder) {
  RELATA_TRY(auto knowledge, EventKnowledge::load(folder));
  RELATA_TRY(auto bytes, folder.model("events.bin"));
  RELATA_TRY(auto file, ModelFile::open(std::move(bytes)));
  return open(std::move(knowledge), std::move(file));
}

}  // namespace relata
