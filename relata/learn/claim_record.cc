// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/claim_record.h"

#include <simdjson.h>

namespace relata {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;

// Anything that is not as it should be ends the reading of the record; caught in parse_report_record.
struct Wrong {
  std::string what;
};

element field(element object, const char* name) {
  element value;
  if (object[name].get(value) != simdjson::SUCCESS) throw Wrong{std::string("no field ") + name};
  return value;
}

std::string text(element value) {
  std::string_view found;
  if (value.get(found) != simdjson::SUCCESS) throw Wrong{"a text is expected"};
  return std::string(found);
}

std::uint32_t whole(element value) {
  std::uint64_t found = 0;
  if (value.get(found) != simdjson::SUCCESS || found > UINT32_MAX)
    throw Wrong{"a whole number is expected"};
  return static_cast<std::uint32_t>(found);
}

array list(element value) {
  array found;
  if (value.get(found) != simdjson::SUCCESS) throw Wrong{"a list is expected"};
  return found;
}

// The list of a field; empty if there is no such field or it is null.
array list_or_empty(element object, const char* name, const array& empty) {
  element value;
  if (object[name].get(value) != simdjson::SUCCESS || value.is_null()) return empty;
  return list(value);
}

Span span(element value) {
  const array pair = list(value);
  if (pair.size() != 2) throw Wrong{"a span is a pair of numbers"};
  const Span found{whole(pair.at(0)), whole(pair.at(1))};
  if (found.begin > found.end) throw Wrong{"a span ends before it begins"};
  return found;
}

std::optional<Span> span_or_null(element object) {
  element value;
  if (object["span"].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return span(value);
}

std::string text_or_empty(element object, const char* name) {
  element value;
  if (object[name].get(value) != simdjson::SUCCESS || value.is_null()) return {};
  return text(value);
}

std::optional<double> number_or_null(element object, const char* name) {
  element value;
  double found = 0;
  if (object[name].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  if (value.get(found) != simdjson::SUCCESS)
    throw Wrong{std::string(name) + ": a number is expected"};
  return found;
}

Date date(element object, const char* name) {
  const auto found = parse_iso_date(text(field(object, name)));
  if (!found) throw Wrong{std::string(name) + ": a day is expected"};
  return *found;
}

std::vector<NamedSpan> named_spans(const array& items) {
  std::vector<NamedSpan> found;
  for (const element item : items) {
    found.push_back(
        {span_or_null(item), text_or_empty(item, "name"), text_or_empty(item, "class")});
  }
  return found;
}

ClaimRecord claim(element object, const array& empty) {
  ClaimRecord found;
  found.id = whole(field(object, "id"));
  const auto type = event_type_of(text(field(object, "type")));
  const auto status = status_of(text(field(object, "status")));
  if (!type || !status)
    throw Wrong{"claim " + std::to_string(found.id) + ": unknown type or status"};
  found.type = *type;
  found.status = *status;
  found.trigger = span(field(object, "trigger"));
  found.evidence = span(field(object, "evidence"));
  found.by = named_spans(list_or_empty(object, "by", empty));
  found.to = named_spans(list_or_empty(object, "to", empty));
  found.where = named_spans(list_or_empty(object, "where", empty));
  element when;
  if (object["when"].get(when) == simdjson::SUCCESS && !when.is_null()) {
    found.when = WhenRecord{span_or_null(when), Period{date(when, "from"), date(when, "to")}};
  }
  for (const element item : list_or_empty(object, "counts", empty)) {
    found.counts.push_back({span_or_null(item), text_or_empty(item, "of"),
                            number_or_null(item, "low"), number_or_null(item, "high")});
  }
  for (const element item : list_or_empty(object, "chains", empty))
    found.chains.push_back(named_spans(list(item)));
  return found;
}

Relation relation(element object) {
  const std::string kind = text(field(object, "kind"));
  for (const RelationKind known : {RelationKind::contradicts, RelationKind::supports,
                                   RelationKind::cannot_verify, RelationKind::same_event}) {
    if (kind == name_of(known))
      return {known, whole(field(object, "from")), whole(field(object, "to"))};
  }
  throw Wrong{"unknown relation " + kind};
}

ReportRecord report(element object, const array& empty) {
  ReportRecord found;
  found.doc = text(field(object, "doc"));
  if (const std::string day = text_or_empty(object, "published"); !day.empty())
    found.published = parse_iso_date(day);
  if (const std::string name = text_or_empty(object, "publisher"); !name.empty())
    found.publisher = name;
  for (const element item : list(field(object, "claims")))
    found.claims.push_back(claim(item, empty));
  for (const element item : list_or_empty(object, "voices", empty)) {
    VoiceRecord voice{
        text_or_empty(item, "name"), text_or_empty(item, "kind"), text_or_empty(item, "side"), {}};
    for (const element each : list_or_empty(item, "spans", empty))
      voice.spans.push_back(span(each));
    found.voices.push_back(std::move(voice));
  }
  for (const element item : list_or_empty(object, "relations", empty))
    found.relations.push_back(relation(item));
  return found;
}

}  // namespace

Result<ReportRecord> parse_report_record(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::parser none;
  element object;
  array empty;
  if (none.parse(std::string_view("[]")).get(empty) != simdjson::SUCCESS)
    return Error{"no JSON parser"};
  if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS)
    return Error{"is not JSON"};
  try {
    return report(object, empty);
  } catch (const Wrong& wrong) {
    return Error{wrong.what};
  }
}

}  // namespace relata
