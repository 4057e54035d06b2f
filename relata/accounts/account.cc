// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/account.h"

#include <charconv>

namespace relata {
namespace {

template <typename Number>
bool take_number(std::string_view& text, Number& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::string text_of(const AccountKey& key) {
  std::string text = hex(key.report) + ':' + std::to_string(key.trigger.begin) + '-' +
                     std::to_string(key.trigger.end);
  if (key.nth > 0) text += '.' + std::to_string(key.nth + 1);
  return text;
}

std::string short_text_of(const AccountKey& key) {
  const std::string text = text_of(key);
  return text.substr(0, 8) + text.substr(text.find(':'));
}

std::optional<AccountKey> account_key_of(std::string_view text) {
  AccountKey key;
  const auto report = report_id_of(text.substr(0, 32));
  if (!report) return std::nullopt;
  key.report = *report;
  text.remove_prefix(32);
  if (!take(text, ':') || !take_number(text, key.trigger.begin) || !take(text, '-') ||
      !take_number(text, key.trigger.end) || key.trigger.end < key.trigger.begin)
    return std::nullopt;
  if (text.empty()) return key;
  if (!take(text, '.') || !take_number(text, key.nth) || key.nth < 2 || !text.empty())
    return std::nullopt;
  --key.nth;
  return key;
}

bool tells_of_a_happening(const Account& account) {
  return account.verdict != Verdict::rejected &&
         (account.status == Status::asserted || account.status == Status::alleged);
}

}  // namespace relata
