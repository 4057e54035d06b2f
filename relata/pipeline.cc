// SPDX-License-Identifier: Apache-2.0
// The way of the data, top to bottom: one call a stage, and what holds after it.
#include "relata/pipeline.h"

#include "relata/attribution/find_telling.h"
#include "relata/claims/slot_model.h"
#include "relata/events/find_events.h"
#include "relata/found.h"
#include "relata/places/find_places.h"
#include "relata/quantities/find_quantities.h"
#include "relata/text/analyse.h"
#include "relata/times/find_times.h"

namespace relata {

struct Models::Parts {
  TextModel text;
  AttributionLexicon attribution;
  EventModel events;
  PlaceFinder places;
  TimeLexicon times;
  QuantityLexicon quantities;
  JoinSigns signs;
  std::optional<SlotModel> slots;  // nothing: only the finders were loaded
};

Models::Models(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Models::Models(Models&&) noexcept = default;
Models& Models::operator=(Models&&) noexcept = default;
Models::~Models() = default;

Result<Models> load_finders(const DataFolder& folder) {
  RELATA_TRY(TextModel text, TextModel::load(folder));
  RELATA_TRY(AttributionLexicon attribution, AttributionLexicon::load(folder));
  RELATA_TRY(EventModel events, EventModel::load(folder));
  RELATA_TRY(PlaceFinder places, PlaceFinder::load(folder));
  RELATA_TRY(TimeLexicon times, TimeLexicon::load(folder));
  RELATA_TRY(QuantityLexicon quantities, QuantityLexicon::load(folder));
  RELATA_TRY(JoinSigns signs, JoinSigns::load(folder));
  return Models(std::make_unique<Models::Parts>(
      Models::Parts{std::move(text), std::move(attribution), std::move(events), std::move(places),
                    std::move(times), std::move(quantities), std::move(signs), std::nullopt}));
}

Result<Models> load_models(const DataFolder& folder) {
  RELATA_TRY(Models models, load_finders(folder));
  RELATA_TRY(SlotModel slots, SlotModel::load(folder));
  models.parts_->slots = std::move(slots);
  return models;
}

Found find(const Report& report, const Models& models) {
  const Models::Parts& know = models.parts();
  const std::optional<std::string_view> publisher =
      report.publisher ? std::optional<std::string_view>(*report.publisher) : std::nullopt;

  // Text: sentences, tokens, tags, trees, names, who is who. From here on the document does not change.
  Found found{analyse(report.text, {report.title, report.dateline.date_span}, know.text), {}};
  const Document& document = found.document;
  if (document.tokens.empty()) return found;

  // Attribution: who says what. Every word now has its line of telling.
  found.findings.telling = find_telling(document, publisher, report.anchor(), know.attribution);

  // Events: what is said to have happened, and whether it is said to have happened at all.
  found.findings.events = find_events(document, know.events);

  // Places, times, quantities: each found on its own, tied to no event yet.
  found.findings.places = know.places.find(document, {report.dateline.place_span, {}});
  found.findings.times = find_times(document, report.anchor(), know.times);
  found.findings.quantities = find_quantities(document, know.quantities);
  return found;
}

Annotated read(const Report& report, const Models& models) {
  Found found = find(report, models);

  // Claims: the findings joined. From here on no new claims are made.
  RELATA_CHECK(models.parts().slots.has_value());
  Reading reading;
  if (!found.document.tokens.empty()) {
    reading = join(report, found.document, std::move(found.findings), models.parts().signs,
                   *models.parts().slots);
  }
  return Annotated{std::move(found.document), std::move(reading)};
}

}  // namespace relata
