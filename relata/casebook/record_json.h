// SPDX-License-Identifier: Apache-2.0
// Members of the small JSON objects that records begin with. The first member that is absent or of another kind is
// remembered: ask once, at the end.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/date.h"
#include "relata/base/span.h"
#include "relata/ingest/json.h"

namespace relata {

class RecordMembers {
 public:
  explicit RecordMembers(const Json& object) : object_(object) {}

  std::string text(std::string_view name) {
    const Json* member = of_kind(name, JsonKind::string);
    if (member == nullptr) wrong(name);
    return member == nullptr ? std::string() : member->text;
  }
  std::optional<std::string> text_or_null(std::string_view name) {
    if (absent(name)) return std::nullopt;
    return text(name);
  }
  std::uint64_t integer(std::string_view name) {
    const Json* member = of_kind(name, JsonKind::number);
    std::uint64_t value = 0;
    if (member == nullptr || !whole(member->text, value)) wrong(name);
    return value;
  }
  std::optional<std::uint64_t> integer_or_null(std::string_view name) {
    if (absent(name)) return std::nullopt;
    return integer(name);
  }
  std::optional<Date> day_or_null(std::string_view name) {
    const auto value = text_or_null(name);
    if (!value) return std::nullopt;
    const auto day = parse_iso_date(*value);
    if (!day) wrong(name);
    return day;
  }
  std::optional<Span> span_or_null(std::string_view name) {
    if (absent(name)) return std::nullopt;
    const Json* pair = of_kind(name, JsonKind::array);
    std::uint64_t begin = 0, end = 0;
    if (pair == nullptr || pair->items.size() != 2 || !whole(pair->items[0].text, begin) ||
        !whole(pair->items[1].text, end) || begin > end || end > UINT32_MAX) {
      wrong(name);
      return std::nullopt;
    }
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  // nullptr: absent, or of another kind.
  const Json* of_kind(std::string_view name, JsonKind kind) const {
    const Json* member = object_.find(name);
    return member == nullptr || member->kind != kind ? nullptr : member;
  }
  [[nodiscard]] bool absent(std::string_view name) const {
    const Json* member = object_.find(name);
    return member == nullptr || member->kind == JsonKind::null;
  }
  void wrong(std::string_view name) {
    if (wrong_.empty()) wrong_ = name;
  }
  // The name of the first bad member, "" if all was well.
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  static bool whole(std::string_view text, std::uint64_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
  }
  const Json& object_;
  std::string wrong_;
};

}  // namespace relata
