// SPDX-License-Identifier: Apache-2.0
#include "relata/query/account_bytes.h"

#include <algorithm>

#include "relata/query/packing.h"

namespace relata {
namespace {

constexpr std::size_t kKeyBytes = 26;

template <typename Bytes>
void pack(Bytes& bytes, ToldActor& actor) {
  bytes.text(actor.name);
  bytes.text(actor.side);
  pack_optional(bytes, actor.victim_class,
                [&](VictimClass& victims) { bytes.choice(victims, VictimClass::unknown); });
}

template <typename Bytes>
void pack(Bytes& bytes, ToldCount& count) {
  bytes.choice(count.of, CountOf::share_of_area);
  bytes.text(count.who);
  bytes.choice(count.victim_class, VictimClass::unknown);
  pack_optional(bytes, count.low, [&](double& value) { bytes.real(value); });
  pack_optional(bytes, count.high, [&](double& value) { bytes.real(value); });
  bytes.text(count.words);
}

// Sorted numbers, each as how far it is from the one before.
template <typename Bytes, typename Number>
void pack_sorted(Bytes& bytes, std::vector<Number>& numbers) {
  Number before = 0;
  pack_list(bytes, numbers, [&](Number& number) {
    Number step = static_cast<Number>(number - before);
    bytes.number(step);
    number = static_cast<Number>(before + step);
    before = number;
  });
}

template <typename Bytes>
void pack(Bytes& bytes, Account& account) {
  bytes.number(account.claim);
  bytes.choice(account.type, EventType::crisis);
  bytes.choice(account.status, Status::asked);
  pack_optional(bytes, account.when, [&](Period& period) { relata::pack(bytes, period); });
  pack_boolean(bytes, account.when_stated);
  pack_optional(bytes, account.told, [&](Date& date) { relata::pack(bytes, date); });
  pack_list(bytes, account.where, [&](Site& site) { relata::pack(bytes, site); });
  pack_list(bytes, account.by, [&](ToldActor& actor) { pack(bytes, actor); });
  pack_list(bytes, account.to, [&](ToldActor& actor) { pack(bytes, actor); });
  pack_list(bytes, account.counts, [&](ToldCount& count) { pack(bytes, count); });
  pack_list(bytes, account.chains, [&](ToldChain& chain) {
    pack_list(bytes, chain, [&](ToldVoice& voice) { relata::pack(bytes, voice); });
  });
  relata::pack(bytes, account.evidence);
  pack_boolean(bytes, account.in_title);
  pack_float(bytes, account.lead);
  pack_float(bytes, account.confidence);
  bytes.choice(account.verdict, Verdict::rejected);
  pack_list(bytes, account.corrected, [&](std::string& slot) { bytes.text(slot); });
  pack_sorted(bytes, account.words);
  pack_sorted(bytes, account.quotes);
}

void append_big_endian(std::string& out, std::uint32_t value, int size) {
  for (int i = size - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
  return value;
}

}  // namespace

std::string account_bytes(const Account& account) {
  Account copy = account;  // one description serves writing and reading
  PackWriter writer;
  pack(writer, copy);
  return writer.finish();
}

Result<Account> account_of_bytes(const AccountKey& key, std::string_view bytes) {
  Account account;
  account.key = key;
  PackReader reader(bytes);
  pack(reader, account);
  if (!reader.complete()) return Error{"the stored account " + text_of(key) + " cannot be read"};
  return account;
}

std::string key_bytes(const AccountKey& key) {
  std::string bytes(bytes_of(key.report));
  append_big_endian(bytes, key.trigger.begin, 4);
  append_big_endian(bytes, key.trigger.end, 4);
  append_big_endian(bytes, key.nth, 2);
  return bytes;
}

Result<AccountKey> key_of_bytes(std::string_view bytes) {
  if (bytes.size() != kKeyBytes) return Error{"a key of an account has 26 bytes"};
  AccountKey key;
  std::copy_n(bytes.begin(), key.report.bytes.size(), key.report.bytes.begin());
  key.trigger = {big_endian(bytes.substr(16, 4)), big_endian(bytes.substr(20, 4))};
  key.nth = static_cast<std::uint16_t>(big_endian(bytes.substr(24, 2)));
  return key;
}

}  // namespace relata
