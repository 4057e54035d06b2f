// SPDX-License-Identifier: Apache-2.0
// JSON through simdjson, behind one file because its header is heavy. JsonParser keeps its memory from one value to the next.
// Refused: what RFC 8259 refuses, lone surrogates, nesting deeper than the limit.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"

namespace relata {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };
[[nodiscard]] std::string_view name_of(JsonKind);

struct Json {
  JsonKind kind = JsonKind::null;
  std::string text;  // of a string its characters; of a number or truth value as JSON writes it
  std::vector<std::string> names;  // of an object's members, in order
  std::vector<Json> items;         // the elements of an array, the values of an object

  // The first member of that name, or null.
  [[nodiscard]] const Json* find(std::string_view name) const;
};

// A member of an object, not taken apart: arrays and objects as JSON writes them.
struct JsonMember {
  std::string name;
  JsonKind kind = JsonKind::null;
  std::string text;
};

class JsonParser {
 public:
  explicit JsonParser(std::uint32_t depth);
  JsonParser(JsonParser&&) noexcept;
  ~JsonParser();

  Result<Json> parse(std::string_view bytes);
  // The members of what must be an object.
  Result<std::vector<JsonMember>> parse_members(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace relata
