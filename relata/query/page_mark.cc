// SPDX-License-Identifier: Apache-2.0
#include "relata/query/page_mark.h"

#include <array>
#include <bit>
#include <charconv>

namespace relata {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";
constexpr std::size_t kLongestMark = 8192;
constexpr std::array<std::string_view, 7> kSortNames = {"date",  "grade",  "lineages", "killed",
                                                        "place", "claims", "name"};

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

std::optional<std::string> bytes_of_hex(std::string_view hex) {
  std::string bytes;
  if (hex.size() % 2 != 0) return std::nullopt;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const std::size_t high = kDigits.find(hex[i]), low = kDigits.find(hex[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>(high << 4 | low);
  }
  return bytes;
}

template <typename Number>
std::optional<Number> number_of(std::string_view text, int base) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct ValueText {
  std::string operator()(std::monostate) const { return "n"; }
  std::string operator()(std::int64_t value) const { return "i" + std::to_string(value); }
  std::string operator()(double value) const {
    char buffer[17];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, std::bit_cast<std::uint64_t>(value), 16).ptr;
    return "r" + std::string(buffer, end);
  }
  std::string operator()(const std::string& value) const { return "t" + hex_of(value); }
  std::string operator()(const SqlBlob& value) const { return "t" + hex_of(value.bytes); }
};

std::optional<SqlValue> sql_value_of(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const char kind = text[0];
  text.remove_prefix(1);
  if (kind == 'n' && text.empty()) return SqlValue();
  if (kind == 'i') {
    if (const auto value = number_of<std::int64_t>(text, 10)) return SqlValue(*value);
  }
  if (kind == 'r') {
    if (const auto bits = number_of<std::uint64_t>(text, 16))
      return SqlValue(std::bit_cast<double>(*bits));
  }
  if (kind == 't') {
    if (auto bytes = bytes_of_hex(text)) return SqlValue(std::move(*bytes));
  }
  return std::nullopt;
}

std::string order_of(SortBy sort, bool descending) {
  return std::string(name_of(sort)) + (descending ? "-:" : "+:");
}

}  // namespace

std::string_view name_of(SortBy sort) { return kSortNames[static_cast<std::size_t>(sort)]; }

std::optional<SortBy> sort_by_of(std::string_view name) {
  for (std::size_t i = 0; i < kSortNames.size(); ++i) {
    if (kSortNames[i] == name) return static_cast<SortBy>(i);
  }
  return std::nullopt;
}

std::string text_of(const PageMark& mark, SortBy sort, bool descending) {
  return order_of(sort, descending) + std::visit(ValueText(), mark.value) + ':' + hex_of(mark.key);
}

Result<PageMark> page_mark_of(std::string_view text, SortBy sort, bool descending) {
  const Error error{"this is not where a page of this order ended"};
  const std::string order = order_of(sort, descending);
  if (text.size() > kLongestMark || !text.starts_with(order)) return error;
  text.remove_prefix(order.size());
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return error;
  auto value = sql_value_of(text.substr(0, colon));
  auto key = bytes_of_hex(text.substr(colon + 1));
  if (!value || !key) return error;
  return PageMark{std::move(*value), std::move(*key)};
}

}  // namespace relata
