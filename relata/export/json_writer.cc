// SPDX-License-Identifier: Apache-2.0
#include "relata/export/json_writer.h"

#include <charconv>
#include <cmath>

#include "relata/base/utf8.h"
#include "relata/export/safe_text.h"

namespace relata {

JsonWriter& JsonWriter::begin_object() {
  open('{');
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  close('}');
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  open('[');
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  close(']');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(name);
  out_ += layout_ == Layout::pretty ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  append_quoted(text);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  separate();
  append_integer(value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  constexpr double kExact =
      9007199254740992.0;  // 2^53: beyond it, not every whole number is a double
  if (!std::isfinite(value)) return null();
  if (value == std::trunc(value) && std::abs(value) <= kExact) {
    return integer(static_cast<std::int64_t>(value));
  }
  separate();
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out_.append(digits, end);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::pair(std::int64_t first, std::int64_t second) {
  separate();
  out_ += '[';
  append_integer(first);
  out_ += layout_ == Layout::pretty ? ", " : ",";
  append_integer(second);
  out_ += ']';
  return *this;
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (depth_ > 0) new_line();
  first_ = false;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
}

void JsonWriter::append_integer(std::int64_t value) {
  char digits[24];
  out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void JsonWriter::append_quoted(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out_ += '"';
  std::size_t plain = 0;  // where the stretch begins that needs no escape
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const auto byte = static_cast<unsigned char>(text[at]);
    char32_t code = byte;
    if (byte < 0x80) {
      ++at;
      if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F) continue;
    } else {
      code = next_code_point(text, at);
      if (!is_hidden(code)) continue;
    }
    out_.append(text, plain, here - plain);
    plain = at;
    if (code == '"' || code == '\\') {
      (out_ += '\\') += static_cast<char>(code);
    } else if (code == '\n') {
      out_ += "\\n";
    } else if (code == '\t') {
      out_ += "\\t";
    } else if (code > 0xFFFF) {
      out_.append(text, here, at - here);  // hidden, but beyond \uXXXX: kept as it is
    } else {
      out_ += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out_ += kHex[(code >> shift) & 0xF];
    }
  }
  out_.append(text, plain, text.size() - plain);
  out_ += '"';
}

void JsonWriter::new_line() {
  if (layout_ == Layout::line) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

}  // namespace relata
