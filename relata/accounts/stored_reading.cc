// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/stored_reading.h"

#include <simdjson.h>

#include <limits>

namespace relata {
namespace {

namespace dom = simdjson::dom;

// Reads members of one object; what is absent or of another kind is remembered, not thrown.
class Members {
 public:
  Members(dom::element element, std::string& wrong) : wrong_(wrong) {
    if (element.get_object().get(object_) != simdjson::SUCCESS) fail("an object");
  }

  std::string text(std::string_view name) {
    std::string_view value;
    if (object_.at_key(name).get_string().get(value) != simdjson::SUCCESS) fail(name);
    return std::string(value);
  }
  std::optional<std::string> text_or_null(std::string_view name) {
    const auto member = object_.at_key(name);
    if (member.error() != simdjson::SUCCESS || member.is_null()) return std::nullopt;
    return text(name);
  }
  std::optional<double> number_or_null(std::string_view name) {
    const auto member = object_.at_key(name);
    if (member.error() != simdjson::SUCCESS || member.is_null()) return std::nullopt;
    double value = 0;
    if (member.get_double().get(value) != simdjson::SUCCESS) fail(name);
    return value;
  }
  std::uint32_t integer(std::string_view name) {
    std::uint64_t value = 0;
    if (object_.at_key(name).get_uint64().get(value) != simdjson::SUCCESS ||
        value > std::numeric_limits<std::uint32_t>::max())
      fail(name);
    return static_cast<std::uint32_t>(value);
  }
  bool boolean(std::string_view name) {
    bool value = false;
    if (object_.at_key(name).get_bool().get(value) != simdjson::SUCCESS) fail(name);
    return value;
  }
  std::optional<Date> day_or_null(std::string_view name) {
    const auto value = text_or_null(name);
    if (!value) return std::nullopt;
    const auto day = parse_iso_date(*value);
    if (!day) fail(name);
    return day;
  }
  std::optional<Span> span_or_null(std::string_view name) {
    const auto member = object_.at_key(name);
    if (member.error() != simdjson::SUCCESS || member.is_null()) return std::nullopt;
    Span span;
    dom::array pair;
    if (member.get_array().get(pair) != simdjson::SUCCESS || pair.size() != 2) {
      fail(name);
      return std::nullopt;
    }
    std::uint64_t begin = 0, end = 0;
    if (pair.at(0).get_uint64().get(begin) != simdjson::SUCCESS ||
        pair.at(1).get_uint64().get(end) != simdjson::SUCCESS || begin > end ||
        end > std::numeric_limits<std::uint32_t>::max()) {
      fail(name);
      return std::nullopt;
    }
    span.begin = static_cast<std::uint32_t>(begin);
    span.end = static_cast<std::uint32_t>(end);
    return span;
  }
  Span span(std::string_view name) {
    const auto found = span_or_null(name);
    if (!found) fail(name);
    return found.value_or(Span{});
  }
  // A member whose value names one of a closed choice.
  template <typename Choice>
  Choice choice(std::string_view name, std::optional<Choice> (*of)(std::string_view)) {
    const std::optional<Choice> value = of(text(name));
    if (!value) fail(name);
    return value.value_or(Choice{});
  }
  template <typename Each>
  void each(std::string_view name, Each each_element) {
    dom::array array;
    if (object_.at_key(name).get_array().get(array) != simdjson::SUCCESS) {
      fail(name);
      return;
    }
    for (const dom::element element : array) each_element(element);
  }
  std::optional<dom::element> object_or_null(std::string_view name) {
    dom::element value;
    if (object_.at_key(name).get(value) != simdjson::SUCCESS || value.is_null())
      return std::nullopt;
    return value;
  }

 private:
  void fail(std::string_view name) {
    if (wrong_.empty()) wrong_ = std::string(name);
  }
  dom::object object_;
  std::string& wrong_;
};

std::optional<RelationKind> relation_kind_of(std::string_view name) {
  for (const RelationKind kind : {RelationKind::contradicts, RelationKind::supports,
                                  RelationKind::cannot_verify, RelationKind::same_event}) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

StoredParticipant participant_of(dom::element element, bool classed, std::string& wrong) {
  Members members(element, wrong);
  StoredParticipant participant{members.text("name"), std::nullopt};
  if (classed) participant.victim_class = members.choice("class", &victim_class_of);
  return participant;
}

ToldCount count_from(dom::element element, std::string& wrong) {
  Members members(element, wrong);
  ToldCount tally;
  tally.of = members.choice("of", &count_of);
  tally.who = members.text("who");
  tally.low = members.number_or_null("low");
  tally.high = members.number_or_null("high");
  return tally;
}

StoredPlace place_of(dom::element element, std::string& wrong) {
  Members members(element, wrong);
  StoredPlace place;
  place.span = members.span("span");
  place.site.name = members.text("name");
  place.site.within = members.text("within");
  return place;
}

StoredPlace resolved_place_of(dom::element element, std::string& wrong) {
  StoredPlace place = place_of(element, wrong);
  Members members(element, wrong);
  Site& site = place.site;
  if (const auto kind = members.text_or_null("kind")) site.kind = place_kind_of(*kind);
  site.gazetteer_name = members.text("gazetteer_name");
  site.admin1 = members.text("admin1");
  site.country = members.text("country");
  site.latitude = members.number_or_null("lat");
  site.longitude = members.number_or_null("lon");
  site.approximate = members.boolean("approximate");
  return place;
}

void read_when(Members& members, StoredClaim& claim, std::string& wrong) {
  const auto element = members.object_or_null("when");
  if (!element) return;
  Members when(*element, wrong);
  claim.when_stated = when.span_or_null("span").has_value();
  const auto from = when.day_or_null("from");
  const auto to = when.day_or_null("to");
  if (from && to && *from <= *to) {
    claim.when = Period{*from, *to};
  } else if (wrong.empty()) {
    wrong = "when";
  }
}

StoredClaim claim_of(dom::element element, std::string& wrong) {
  Members members(element, wrong);
  StoredClaim claim;
  claim.id = members.integer("id");
  claim.type = members.choice("type", &event_type_of);
  claim.trigger = members.span("trigger");
  claim.evidence = members.span("evidence");
  claim.status = members.choice("status", &status_of);
  members.each("by", [&](auto each) { claim.by.push_back(participant_of(each, false, wrong)); });
  members.each("to", [&](auto each) { claim.to.push_back(participant_of(each, true, wrong)); });
  members.each("where", [&](auto each) { claim.where.push_back(place_of(each, wrong)); });
  read_when(members, claim, wrong);
  members.each("counts", [&](auto each) {
    claim.counts.push_back(count_from(each, wrong));
    claim.count_spans.push_back(Members(each, wrong).span("span"));
  });
  members.each("chains", [&](dom::element chain) {
    claim.chains.emplace_back();
    dom::array links;
    if (chain.get_array().get(links) != simdjson::SUCCESS) {
      wrong = "chains";
      return;
    }
    for (const dom::element link : links) {
      claim.chains.back().push_back(Members(link, wrong).text("name"));
    }
  });
  claim.confidence = static_cast<float>(members.number_or_null("confidence").value_or(0));
  return claim;
}

void read_head(Members& members, StoredReading& reading, std::string& wrong) {
  reading.doc = members.text("doc");
  reading.publisher = members.text_or_null("publisher");
  reading.day = members.day_or_null("published");
  reading.title = members.span_or_null("title");
  if (const auto element = members.object_or_null("dateline")) {
    Members dateline(*element, wrong);
    if (const auto day = dateline.day_or_null("day")) reading.day = day;
    reading.credit = dateline.span_or_null("credit");
  }
}

}  // namespace

Result<StoredReading> stored_reading_of(std::string_view json) {
  dom::parser parser;
  dom::element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root))
    return Error{std::string("a stored reading is no JSON: ") + simdjson::error_message(error)};
  std::string wrong;
  StoredReading reading;
  Members members(root, wrong);
  read_head(members, reading, wrong);
  members.each("claims", [&](auto each) { reading.claims.push_back(claim_of(each, wrong)); });
  members.each("voices", [&](auto each) {
    Members voice(each, wrong);
    reading.voices.push_back({voice.text("name"), voice.choice("kind", &voice_kind_of),
                              voice.choice("side", &side_of), false});
  });
  members.each("relations", [&](auto each) {
    Members relation(each, wrong);
    reading.relations.push_back({relation.choice("kind", &relation_kind_of),
                                 relation.integer("from"), relation.integer("to")});
  });
  if (const auto layers = members.object_or_null("layers")) {
    Members(*layers, wrong).each("places", [&](auto each) {
      reading.places.push_back(resolved_place_of(each, wrong));
    });
  }
  if (!wrong.empty()) return Error{"a stored reading has no good member '" + wrong + "'"};
  return reading;
}

}  // namespace relata
