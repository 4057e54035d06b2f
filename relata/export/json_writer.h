// SPDX-License-Identifier: Apache-2.0
// JsonWriter: appends JSON to a string as it is told, without building a tree: layers hold every token of a report, and
// the same calls must give the same bytes everywhere. Commas and indentation are its care, matching begin and end yours.
//
//   JsonWriter json(out, JsonWriter::Layout::pretty);
//   json.begin_object();
//   json.key("doc").string("a").key("at").pair(3, 7);
//   json.end_object();
//
// It does not read JSON, and it does not check that keys are unique.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace relata {

class JsonWriter {
 public:
  // line: everything on one line. pretty: one member a line, two spaces a level.
  enum class Layout : std::uint8_t { line, pretty };

  JsonWriter(std::string& out, Layout layout) : out_(out), layout_(layout) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  // The text must be well-formed UTF-8. Controls, line separators and the marks that turn the direction of writing are
  // escaped, so that a reading looks in an editor as it is.
  JsonWriter& string(std::string_view text);
  JsonWriter& integer(std::int64_t value);
  // The shortest digits that give the same double back; whole numbers without a point.
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& number_or_null(const std::optional<double>& value) {
    return value ? number(*value) : null();
  }
  JsonWriter& integer_or_null(const std::optional<std::uint32_t>& value) {
    return value ? integer(*value) : null();
  }
  JsonWriter& string_or_null(const std::optional<std::string>& value) {
    return value ? string(*value) : null();
  }
  // [3, 7], on one line whatever the layout.
  JsonWriter& pair(std::int64_t first, std::int64_t second);

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  void append_integer(std::int64_t value);
  void append_quoted(std::string_view text);
  void new_line();

  std::string& out_;
  Layout layout_;
  int depth_ = 0;
  bool first_ = true;  // nothing has been written yet at this depth
  bool after_key_ = false;
};

}  // namespace relata
