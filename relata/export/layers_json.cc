// SPDX-License-Identifier: Apache-2.0
#include "relata/export/reading_json.h"

namespace relata {
namespace {

void write_spans(const std::vector<Span>& spans, const CodePoints& points, JsonWriter& json) {
  json.begin_array();
  for (const Span span : spans) write_span(span, points, json);
  json.end_array();
}

void write_sentences(const Document& document, const CodePoints& points, JsonWriter& json) {
  json.key("sentences").begin_array();
  for (const Sentence& sentence : document.sentences) {
    json.begin_object().key("span");
    write_span(sentence.span, points, json);
    json.key("tokens").pair(sentence.first, sentence.last);
    json.key("paragraph")
        .integer(sentence.paragraph)
        .key("heading")
        .boolean(sentence.heading)
        .end_object();
  }
  json.end_array();
}

void write_tokens(const Document& document, const CodePoints& points, JsonWriter& json) {
  json.key("tokens").begin_array();
  for (const Token& token : document.tokens) {
    json.begin_object().key("span");
    write_span(token.span, points, json);
    json.key("word").string(document.words(token.span)).key("lemma").string(token.lemma);
    json.key("tag").string(name_of(token.upos)).key("xpos").string(name_of(token.xpos)).key("head");
    if (token.head == kNoToken) {
      json.null();
    } else {
      json.integer(token.head);
    }
    json.key("relation")
        .string(name_of(token.deprel))
        .key("quoted")
        .boolean(token.quoted)
        .end_object();
  }
  json.end_array();
}

void write_entities(const Document& document, const CodePoints& points, JsonWriter& json) {
  json.key("entities").begin_array();
  for (const Entity& entity : document.entities) {
    json.begin_object().key("name").string(entity.name).key("kind");
    if (entity.kind) {
      json.string(name_of(*entity.kind));
    } else {
      json.null();
    }
    json.key("mentions").begin_array();
    for (const auto mention : entity.mentions)
      write_span(document.mentions.at(mention).span, points, json);
    json.end_array().end_object();
  }
  json.end_array();
}

// One attribution, up to and with the opening of "inner", where those stand that its voice reports. As the scorers of
// attributions want it: source, cue and content are lists of spans, the source empty if unnamed.
void begin_attribution(const Attribution& attribution, const CodePoints& points, JsonWriter& json) {
  json.begin_object().key("source").begin_array();
  if (attribution.source) write_span(*attribution.source, points, json);
  json.end_array().key("cue").begin_array();
  write_span(attribution.cue, points, json);
  json.end_array().key("content");
  write_spans(attribution.content, points, json);
  json.key("voice");
  json.integer_or_null(attribution.voice);
  json.key("stance").string(name_of(attribution.stance));
  json.key("carried").boolean(attribution.carried);
  json.key("inner").begin_array();
}

// The outermost attributions, each with its inner ones. A stack of our own: how deep they lie is for the text to say.
void write_attributions(const Telling& telling, const CodePoints& points, JsonWriter& json) {
  std::vector<std::vector<std::uint32_t>> inner(telling.attributions.size());
  for (std::uint32_t i = 0; i < inner.size(); ++i) {
    if (const auto outer = telling.attributions[i].within) inner.at(*outer).push_back(i);
  }
  json.key("attributions").begin_array();
  for (std::uint32_t i = 0; i < inner.size(); ++i) {
    if (telling.attributions[i].within) continue;
    std::vector<std::pair<std::uint32_t, std::size_t>> open = {
        {i, 0}};  // and how many inner ones are written
    begin_attribution(telling.attributions[i], points, json);
    while (!open.empty()) {
      auto& [index, written] = open.back();
      if (written < inner[index].size()) {
        const std::uint32_t next = inner[index][written++];
        begin_attribution(telling.attributions[next], points, json);
        open.emplace_back(next, 0);
      } else {
        json.end_array().end_object();
        open.pop_back();
      }
    }
  }
  json.end_array();
}

void write_places(const std::vector<Place>& places, const CodePoints& points, JsonWriter& json) {
  json.key("places").begin_array();
  for (const Place& place : places) {
    json.begin_object().key("span");
    write_span(place.span, points, json);
    json.key("name_span");
    write_span(place.name_span, points, json);
    json.key("name").string(place.name).key("within").string(place.within).key("kind");
    if (place.kind) {
      json.string(name_of(*place.kind));
    } else {
      json.null();
    }
    json.key("gazetteer_id");
    json.integer_or_null(place.id ? std::optional(place.id->value) : std::nullopt);
    json.key("gazetteer_name").string(place.gazetteer_name).key("admin1").string(place.admin1);
    json.key("country").string(place.country).key("lat");
    json.number_or_null(place.latitude);
    json.key("lon");
    json.number_or_null(place.longitude);
    json.key("approximate").boolean(place.approximate);
    json.key("speaker_place").boolean(place.speaker_place).end_object();
  }
  json.end_array();
}

void write_times(const std::vector<TimeExpression>& times, const CodePoints& points,
                 JsonWriter& json) {
  json.key("times").begin_array();
  for (const TimeExpression& time : times) {
    json.begin_object().key("span");
    write_span(time.span, points, json);
    json.key("core");
    write_span(time.core, points, json);
    json.key("type").string(name_of(time.type)).key("value").string(time.value).key("from");
    if (time.period) {
      json.string(iso_date(time.period->from)).key("to").string(iso_date(time.period->to));
    } else {
      json.null().key("to").null();
    }
    json.key("utterance").boolean(time.utterance).end_object();
  }
  json.end_array();
}

void write_quantities(const std::vector<Quantity>& quantities, const CodePoints& points,
                      JsonWriter& json) {
  json.key("quantities").begin_array();
  for (const Quantity& quantity : quantities) {
    json.begin_object().key("span");
    write_span(quantity.span, points, json);
    json.key("low");
    json.number_or_null(quantity.low);
    json.key("high");
    json.number_or_null(quantity.high);
    json.key("of");
    if (quantity.of) {
      json.string(name_of(*quantity.of));
    } else {
      json.null();
    }
    json.key("who").string(quantity.who).end_object();
  }
  json.end_array();
}

}  // namespace

void write_layers(const Shown& shown, Layers layers, const CodePoints& points, JsonWriter& json) {
  json.key("layers").begin_object();
  if (layers == Layers::places) {
    write_places(shown.reading.places, points, json);
    json.end_object();
    return;
  }
  json.key("text").string(shown.report.text);
  write_sentences(shown.document, points, json);
  write_tokens(shown.document, points, json);
  write_entities(shown.document, points, json);
  write_attributions(shown.reading.telling, points, json);
  write_places(shown.reading.places, points, json);
  write_times(shown.reading.times, points, json);
  write_quantities(shown.reading.quantities, points, json);
  json.end_object();
}

}  // namespace relata
