// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/json.h"

#include <simdjson.h>

#include "relata/base/utf8.h"

namespace relata {

namespace dom = simdjson::dom;

struct JsonParser::State {
  dom::parser parser;
  std::uint32_t depth = 0;
};

namespace {

JsonKind kind_of(dom::element element) {
  switch (element.type()) {
    case dom::element_type::ARRAY:
      return JsonKind::array;
    case dom::element_type::OBJECT:
      return JsonKind::object;
    case dom::element_type::STRING:
      return JsonKind::string;
    case dom::element_type::BOOL:
      return JsonKind::boolean;
    case dom::element_type::NULL_VALUE:
      return JsonKind::null;
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      return JsonKind::number;
  }
  return JsonKind::null;
}

// simdjson lets a lone low surrogate through.
Result<std::string> checked(std::string_view text) {
  if (first_bad_utf8(text)) return Error{"is no JSON: a lone surrogate in a string"};
  return std::string(text);
}

Result<std::string> text_of(dom::element element) {
  if (element.is_string()) return checked(element.get_string().value_unsafe());
  return checked(simdjson::minify(element));
}

Result<Json> tree_of(dom::element element) {  // as deep as the parser lets it be
  Json json;
  json.kind = kind_of(element);
  if (json.kind == JsonKind::object) {
    const dom::object object = element.get_object().value_unsafe();
    for (const auto [name, value] : object) {
      RELATA_TRY(std::string key, checked(name));
      RELATA_TRY(Json member, tree_of(value));
      json.names.push_back(std::move(key));
      json.items.push_back(std::move(member));
    }
  } else if (json.kind == JsonKind::array) {
    const dom::array array = element.get_array().value_unsafe();
    for (const dom::element value : array) {
      RELATA_TRY(Json item, tree_of(value));
      json.items.push_back(std::move(item));
    }
  } else if (json.kind != JsonKind::null) {
    RELATA_TRY(json.text, text_of(element));
  }
  return json;
}

Error failure(simdjson::error_code code, std::uint32_t depth) {
  if (code == simdjson::DEPTH_ERROR) {
    return Error{"JSON nested deeper than the limit of " + std::to_string(depth)};
  }
  return Error{std::string("is no JSON: ") + simdjson::error_message(code)};
}

}  // namespace

std::string_view name_of(JsonKind kind) {
  switch (kind) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return "a truth value";
    case JsonKind::number:
      return "a number";
    case JsonKind::string:
      return "a string";
    case JsonKind::array:
      return "an array";
    case JsonKind::object:
      return "an object";
  }
  return "";
}

const Json* Json::find(std::string_view name) const {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return &items[i];
  }
  return nullptr;
}

JsonParser::JsonParser(std::uint32_t depth) : state_(std::make_unique<State>()) {
  state_->depth = depth;
}
JsonParser::JsonParser(JsonParser&&) noexcept = default;
JsonParser::~JsonParser() = default;

namespace {

simdjson::simdjson_result<dom::element> parse_with(dom::parser& parser, std::string_view bytes,
                                                   std::uint32_t depth) {
  // The depth holds only while the capacity suffices: allocate() sets both.
  if (parser.capacity() < bytes.size() || parser.max_depth() != depth) {
    const auto problem = parser.allocate(std::max<std::size_t>(bytes.size(), 4096), depth);
    if (problem) return problem;
  }
  return parser.parse(bytes.data(), bytes.size());
}

}  // namespace

Result<Json> JsonParser::parse(std::string_view bytes) {
  const auto result = parse_with(state_->parser, bytes, state_->depth);
  if (result.error()) return failure(result.error(), state_->depth);
  return tree_of(result.value_unsafe());
}

Result<std::vector<JsonMember>> JsonParser::parse_members(std::string_view bytes) {
  const auto result = parse_with(state_->parser, bytes, state_->depth);
  if (result.error()) return failure(result.error(), state_->depth);
  const dom::element root = result.value_unsafe();
  if (!root.is_object())
    return Error{"is " + std::string(name_of(kind_of(root))) + ", not an object"};
  std::vector<JsonMember> members;
  const dom::object object = root.get_object().value_unsafe();
  for (const auto [name, value] : object) {
    JsonMember member;
    RELATA_TRY(member.name, checked(name));
    RELATA_TRY(member.text, text_of(value));
    member.kind = kind_of(value);
    members.push_back(std::move(member));
  }
  return members;
}

}  // namespace relata
