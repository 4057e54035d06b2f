// SPDX-License-Identifier: Apache-2.0
// For tests only: a report of our own and a reading of it made by hand, with one of everything that the forms must show.
#pragma once

#include <memory>
#include <string>

#include "relata/base/result.h"
#include "relata/export/form.h"

namespace relata {

struct HandmadeReading {
  Report report;
  Document document;
  Reading reading;

  // The span of the first occurrence of `words` at or after the first occurrence of `after`.
  [[nodiscard]] Span span(std::string_view words, std::string_view after = "") const {
    const std::size_t begin = report.text.find(words, report.text.find(after));
    RELATA_CHECK(begin != std::string::npos);
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }
  [[nodiscard]] Shown shown() const { return {report, document, reading}; }
};

inline Report handmade_report() {
  Report report;
  report.id = "harbour-3";
  report.text =
      "Army takes الفردوس district\n\n"
      "Troops captured al-Fardous on Monday, medic Nour Haddad told Radio Saffron.\n\n"
      "At least 70 civilians were “executed” <there>, an activist said. The army denied it.\n";
  report.sha256 = std::string(64, 'a');
  report.title = Span{0, static_cast<std::uint32_t>(report.text.find('\n'))};
  report.publisher = "The Harbour Courier";
  report.published = make_date(2016, 12, 13);
  report.extra = {{"desk", "north"}};
  report.warnings = {"looks like mojibake: \x1b[31m"};
  return report;
}

// A capture on a chain of two, an alleged execution with a count, a denial in the report's own voice.
inline std::vector<Claim> handmade_claims(const HandmadeReading& made) {
  const auto at = [&](std::string_view words, std::string_view after = "") {
    return made.span(words, after);
  };
  Claim capture;
  capture.id = 1;
  capture.type = EventType::capture;
  capture.trigger = at("captured");
  capture.evidence = at("Troops captured al-Fardous on Monday");
  capture.by = {{at("Troops"), "Syrian army", 0, {}}};
  capture.where = {{at("al-Fardous"), "al-Fardous", "Aleppo, Syria", 0U}};
  capture.when = When{at("on Monday"), Period{*make_date(2016, 12, 12), *make_date(2016, 12, 12)}};
  capture.chains = {{{0, at("Radio Saffron")}, {1, at("medic Nour Haddad")}}};
  capture.confidences = {0.95F, 0.8F, 0.75F};
  capture.confidence = 0.9F;
  Claim execution;
  execution.id = 2;
  execution.type = EventType::execution;
  execution.trigger = at("executed");
  execution.evidence = at("At least 70 civilians were “executed” <there>");
  execution.status = Status::alleged;
  execution.to = {{at("At least 70 civilians"), "civilians", 0, VictimClass::civilians}};
  execution.counts = {{at("At least 70 civilians"), CountOf::killed, "civilians", 70.0, {}, 0.625F}};
  execution.when = When{{}, Period{*make_date(2016, 12, 12), *make_date(2016, 12, 13)}};
  execution.chains = {{{2, at("an activist")}}};
  execution.confidence = 1.0F / 3;
  Claim denial;
  denial.id = 3;
  denial.type = EventType::denial;
  denial.trigger = at("denied");
  denial.evidence = at("The army denied it");
  denial.by = {{at("The army", "said"), "Syrian army", 0, {}}};
  return {capture, execution, denial};
}

inline std::unique_ptr<HandmadeReading> handmade_reading() {
  auto made = std::make_unique<HandmadeReading>();
  made->report = handmade_report();
  made->document.text = made->report.text;
  const auto at = [&](std::string_view words, std::string_view after = "") {
    return made->span(words, after);
  };
  Reading& reading = made->reading;
  reading.telling.voices = {
      {"Radio Saffron", VoiceKind::broadcaster, Side::unaligned, {at("Radio Saffron")}},
      {"Nour Haddad", VoiceKind::medic, Side::opposition, {at("medic Nour Haddad")}},
      {"activist", VoiceKind::activist, Side::unknown, {at("an activist")}},
      {"Syrian army", VoiceKind::military, Side::government, {at("The army", "said")}}};
  Attribution told;
  told.source = at("medic Nour Haddad");
  told.cue = at("told");
  told.content = {at("Troops captured al-Fardous on Monday")};
  told.voice = 1U;
  Attribution denied;
  denied.source = at("The army", "said");
  denied.cue = at("denied");
  denied.content = {at("it.", "denied")};
  denied.voice = 3U;
  denied.stance = Stance::denies;
  denied.within = 0U;
  reading.telling.attributions = {told, denied};
  Place fardous;
  fardous.span = fardous.name_span = at("al-Fardous");
  fardous.name = "al-Fardous";
  fardous.within = "Aleppo, Syria";
  fardous.id = PlaceId{7};
  fardous.kind = PlaceKind::neighbourhood;
  fardous.gazetteer_name = "Al Fardous";
  fardous.admin1 = "Aleppo";
  fardous.country = "SY";
  fardous.latitude = 36.185;
  fardous.longitude = 37.16;
  Place nowhere;
  nowhere.span = nowhere.name_span = at("there");
  nowhere.name = "Thereville";
  reading.places = {fardous, nowhere};
  reading.times = {{at("on Monday"), at("Monday"), TimexType::date, "2016-12-12",
                    Period{*make_date(2016, 12, 12), *make_date(2016, 12, 12)}, false}};
  reading.claims = handmade_claims(*made);
  reading.relations = {{RelationKind::contradicts, 3, 2}};
  return made;
}

}  // namespace relata
