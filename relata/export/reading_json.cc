// SPDX-License-Identifier: Apache-2.0
#include "relata/export/reading_json.h"

#include <cmath>

namespace relata {
namespace {

void write_participants(std::string_view key, const std::vector<Participant>& participants,
                        bool classed, const CodePoints& points, JsonWriter& json) {
  json.key(key).begin_array();
  for (const Participant& participant : participants) {
    json.begin_object().key("span");
    write_span(participant.span, points, json);
    json.key("name").string(participant.name);
    if (classed) {
      json.key("class").string(name_of(participant.victim_class.value_or(VictimClass::unknown)));
    }
    json.end_object();
  }
  json.end_array();
}

void write_where(const std::vector<ClaimPlace>& where, const CodePoints& points, JsonWriter& json) {
  json.key("where").begin_array();
  for (const ClaimPlace& place : where) {
    json.begin_object().key("span");
    write_span(place.span, points, json);
    json.key("name").string(place.name).key("within").string(place.within).end_object();
  }
  json.end_array();
}

void write_when(const std::optional<When>& when, const CodePoints& points, JsonWriter& json) {
  json.key("when");
  if (!when) {
    json.null();
    return;
  }
  json.begin_object().key("span");
  write_span(when->span, points, json);
  json.key("from").string(iso_date(when->period.from)).key("to").string(iso_date(when->period.to));
  json.end_object();
}

// Three places are enough for a confidence, and the same three on every machine.
double rounded(float confidence) {
  return std::round(static_cast<double>(confidence) * 1000) / 1000;
}

void write_counts(const std::vector<Count>& counts, const CodePoints& points, JsonWriter& json) {
  json.key("counts").begin_array();
  for (const Count& count : counts) {
    json.begin_object().key("span");
    write_span(count.span, points, json);
    json.key("of").string(name_of(count.of)).key("who").string(count.who).key("low");
    json.number_or_null(count.low);
    json.key("high");
    json.number_or_null(count.high);
    json.key("confidence").number(rounded(count.confidence)).end_object();
  }
  json.end_array();
}

void write_chains(const std::vector<Chain>& chains, const Telling& telling,
                  const CodePoints& points, JsonWriter& json) {
  json.key("chains").begin_array();
  for (const Chain& chain : chains) {
    json.begin_array();
    for (const Link& link : chain) {
      json.begin_object().key("span");
      write_span(link.span, points, json);
      json.key("name").string(telling.voices.at(link.voice).name).end_object();
    }
    json.end_array();
  }
  json.end_array();
}

void write_claim(const Claim& claim, const Telling& telling, const CodePoints& points,
                 JsonWriter& json) {
  json.begin_object()
      .key("id")
      .integer(claim.id)
      .key("type")
      .string(name_of(claim.type))
      .key("trigger");
  write_span(claim.trigger, points, json);
  json.key("evidence");
  write_span(claim.evidence, points, json);
  json.key("status").string(name_of(claim.status));
  write_participants("by", claim.by, false, points, json);
  write_participants("to", claim.to, true, points, json);
  write_where(claim.where, points, json);
  write_when(claim.when, points, json);
  write_counts(claim.counts, points, json);
  write_chains(claim.chains, telling, points, json);
  json.key("confidences").begin_object();
  json.key("type").number(rounded(claim.confidences.type));
  json.key("where").number(rounded(claim.confidences.where));
  json.key("when").number(rounded(claim.confidences.when)).end_object();
  json.key("confidence").number(rounded(claim.confidence)).end_object();
}

void write_voices(const Telling& telling, const CodePoints& points, JsonWriter& json) {
  json.key("voices").begin_array();
  for (const Voice& voice : telling.voices) {
    json.begin_object().key("name").string(voice.name).key("kind").string(name_of(voice.kind));
    json.key("side").string(name_of(voice.side)).key("spans").begin_array();
    for (const Span span : voice.spans) write_span(span, points, json);
    json.end_array().end_object();
  }
  json.end_array();
}

void write_relations(const std::vector<Relation>& relations, JsonWriter& json) {
  json.key("relations").begin_array();
  for (const Relation& relation : relations) {
    json.begin_object().key("kind").string(name_of(relation.kind));
    json.key("from").integer(relation.from).key("to").integer(relation.to).end_object();
  }
  json.end_array();
}

// What is known of the report before its words are read.
void write_head(const Report& report, const CodePoints& points, JsonWriter& json) {
  json.key("doc")
      .string(report.id)
      .key("relata")
      .string(version())
      .key("text_sha256")
      .string(report.sha256);
  json.key("published");
  if (report.published) {
    json.string(iso_date(*report.published));
  } else {
    json.null();
  }
  json.key("publisher");
  json.string_or_null(report.publisher);
  json.key("url");
  json.string_or_null(report.url);
  json.key("title");
  write_span(report.title, points, json);
  const Dateline& dateline = report.dateline;
  json.key("dateline").begin_object().key("place");
  write_span(dateline.place_span, points, json);
  json.key("date");
  write_span(dateline.date_span, points, json);
  json.key("day");
  if (dateline.date) {
    json.string(iso_date(*dateline.date));
  } else {
    json.null();
  }
  json.key("credit");
  write_span(dateline.credit_span, points, json);
  json.end_object();
}

void write_remarks(const Report& report, JsonWriter& json) {
  if (!report.extra.empty()) {
    json.key("extra").begin_array();  // pairs, since columns may bear the same name
    for (const auto& [name, value] : report.extra) {
      json.begin_array().string(name).string(value).end_array();
    }
    json.end_array();
  }
  json.key("warnings").begin_array();
  for (const std::string& warning : report.warnings) json.string(warning);
  json.end_array();
}

}  // namespace

void write_reading(const Shown& shown, Layers layers, JsonWriter& json) {
  const CodePoints points(shown.report.text);
  const Reading& reading = shown.reading;
  json.begin_object();
  write_head(shown.report, points, json);
  json.key("claims").begin_array();
  for (const Claim& claim : reading.claims) write_claim(claim, reading.telling, points, json);
  json.end_array();
  write_voices(reading.telling, points, json);
  write_relations(reading.relations, json);
  write_remarks(shown.report, json);
  if (layers != Layers::none) write_layers(shown, layers, points, json);
  json.end_object();
}

}  // namespace relata
