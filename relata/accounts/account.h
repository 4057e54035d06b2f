// SPDX-License-Identifier: Apache-2.0
// Account: one claim of one report as it is compared with the claims of other reports: what, who, where, when, how many and
// by whose word, with names resolved to kinds and sides. An account holds values, not words: the words are the spans of the
// reading it was made from, which `key` leads back to.
//
// Accounts are views: accounts_of() makes them from a stored reading and its text, always the same from the same.
// Whoever compares accounts must not depend on their order; where an order is needed it is that of `key`.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/accounts/report_id.h"
#include "relata/attribution/telling.h"
#include "relata/base/date.h"
#include "relata/base/span.h"
#include "relata/claims/claim.h"
#include "relata/events/event.h"
#include "relata/places/place.h"
#include "relata/quantities/quantity.h"

namespace relata {

// By which a claim is known in a casebook: where its trigger stands in the text. A later reading of the same report by a
// newer version gives the same happening the same key as long as it finds the same words, so decisions hold on to keys.
struct AccountKey {
  ReportId report;
  Span trigger;           // bytes of the frozen text
  std::uint16_t nth = 0;  // 0, 1, … if several claims have this trigger
  auto operator<=>(const AccountKey&) const = default;
};

// "3f9a…:152-160", with ".2" behind it for the second claim with that trigger.
[[nodiscard]] std::string text_of(const AccountKey& key);
[[nodiscard]] std::optional<AccountKey> account_key_of(std::string_view text);
// The same as people see and type it, with the first 8 digits of the report: "3f9a12ab:152-160".
[[nodiscard]] std::string short_text_of(const AccountKey& key);

struct ToldVoice {
  std::string name;  // canonical within the report
  VoiceKind kind = VoiceKind::other;
  Side side = Side::unknown;
  bool named =
      false;  // a name known or proper ("SANA", "Ismail Abdallah"), not a description ("activists", "a resident")
  auto operator<=>(const ToldVoice&) const = default;
};
using ToldChain = std::vector<ToldVoice>;  // outermost first; empty: the report's own voice

struct ToldActor {
  std::string name;
  std::string side;  // name_of(Side) or a group that is told apart ("nusra"); "" if unknown
  std::optional<VictimClass> victim_class;  // of `to` only
  auto operator<=>(const ToldActor&) const = default;
};

// How far the doer got at a place, by the words of the claim (ground.h): two claims of one type may tell the opposite.
enum class Ground : std::uint8_t {
  unsaid,
  whole,   // "full control of"
  part,    // "captured parts of", "entered", "a hill in"
  none,    // "attempted to", "but were repelled"
  kept,    // the doer kept it: "repelled an attack on", "retained"
  beside,  // the claim is about something near or beyond it
};
[[nodiscard]] std::string_view name_of(Ground ground);
[[nodiscard]] std::optional<Ground> ground_named(std::string_view name);

// A place of an account as resolved; most of it is empty if it was not.
struct Site {
  std::string name;    // as the report writes it
  std::string within;  // outwards, ends with the country
  std::string gazetteer_name;
  std::optional<PlaceKind> kind;
  std::string admin1;
  std::string country;  // ISO 3166 alpha-2
  std::optional<double> latitude, longitude;
  bool approximate = false;
  Ground ground = Ground::unsaid;
  auto operator<=>(const Site&) const = default;
};

struct ToldCount {
  CountOf of = CountOf::people;
  std::string who;
  VictimClass victim_class = VictimClass::unknown;
  std::optional<double> low, high;
  std::string words = {};  // as they stand: "dozens", "at least 70"
  auto operator<=>(const ToldCount&) const = default;
};

// What a person decided of a claim as the program read it. Never mixed up with what the program says of itself.
enum class Verdict : std::uint8_t { none, accepted, rejected };

struct Account {
  AccountKey key;
  std::uint32_t claim = 0;  // its id in the reading: 1, 2, …
  EventType type = EventType::attack;
  Status status = Status::asserted;
  std::optional<Period> when;
  bool when_stated = false;  // by words of the text; else inferred from the report's day
  std::optional<Date> told;  // the day of the report
  std::vector<Site> where;   // most specific first
  std::vector<ToldActor> by, to;
  std::vector<ToldCount> counts;
  std::vector<ToldChain> chains;  // empty: the report's own voice
  Span evidence;                  // bytes
  bool in_title = false;
  float lead = 0;  // 1 in the title and the first sentence, falling to 0 at the end of the report
  float confidence = 0;  // of the reading
  Verdict verdict = Verdict::none;
  std::vector<std::string> corrected;  // the slots that a person set: "type", "when"; sorted
  std::vector<std::uint32_t> words;    // sorted hashes of the content words of the evidence, folded
  std::vector<std::uint64_t>
      quotes;  // sorted hashes of the quotations of five words and more that it lies in or holds
  bool operator==(const Account&) const = default;
};

// Whether an account says that something took place: asserted or alleged, and no person has rejected the claim.
[[nodiscard]] bool tells_of_a_happening(const Account& account);

// A report with its accounts.
struct ReportAccounts {
  ReportId id;
  std::string doc;          // the row's id or file name, for people
  std::optional<Date> day;  // that anchors it
  ToldVoice publisher;      // the report's own voice; name "" if unknown
  std::string credit;       // "Reuters", "AFP": the wire it came from, "" if none
  std::string title;
  std::vector<Account> accounts;    // in the order of the text
  std::vector<Relation> relations;  // `from` and `to` are Account::claim
};

}  // namespace relata
