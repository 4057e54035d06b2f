// SPDX-License-Identifier: Apache-2.0
// EventModel: all that find_events knows before it sees a document: the tables of triggers, frames, status words and victims
// (EventKnowledge), and the trained classifier (models/events.bin) that says which candidates are events of which type.
//
//   RELATA_TRY(EventModel model, EventModel::load(folder));
//   std::vector<Event> events = find_events(document, model);
#pragma once

#include <memory>

#include "relata/base/data_folder.h"
#include "relata/events/status_words.h"
#include "relata/events/trigger_table.h"
#include "relata/events/victims.h"
#include "relata/model/linear_model.h"
#include "relata/model/model_file.h"

namespace relata {

struct EventKnowledge {
  TriggerTable triggers;
  StatusWords status;
  VictimClasses victims;

  static Result<EventKnowledge> load(const DataFolder& folder);
};

class EventModel {
 public:
  // data/*.tsv and models/events.bin.
  static Result<EventModel> load(const DataFolder& folder);
  // From a model at hand: for trainers and tests. Its sections: "event" and "event_again", each with the labels "no" and
  // "yes", and "event_threshold".
  static Result<EventModel> open(EventKnowledge knowledge, ModelFile file);

  [[nodiscard]] const EventKnowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] const LinearModel& first_look() const { return first_look_; }
  [[nodiscard]] const LinearModel& second_look() const { return second_look_; }
  // The least probability with which a candidate is taken for an event.
  [[nodiscard]] float threshold() const { return threshold_; }

 private:
  EventModel(EventKnowledge knowledge, ModelFile file, LinearModel first_look,
             LinearModel second_look, float threshold)
      : knowledge_(std::move(knowledge)),
        file_(std::move(file)),
        first_look_(std::move(first_look)),
        second_look_(std::move(second_look)),
        threshold_(threshold) {}

  EventKnowledge knowledge_;
  ModelFile file_;  // what both looks are views into
  LinearModel first_look_;
  LinearModel second_look_;
  float threshold_;
};

}  // namespace relata
