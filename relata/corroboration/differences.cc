// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/differences.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "relata/corroboration/voice_lexicon.h"
#include "relata/places/gazetteer.h"

namespace relata {
namespace {

// Two places of a happening are two if they lie further apart than spellings, outskirts and wide streets explain.
constexpr double kApartKm = 15;       // towns and villages
constexpr double kApartInCityKm = 2;  // neighbourhoods and landmarks

bool within_city(PlaceKind kind) {
  return kind == PlaceKind::neighbourhood || kind == PlaceKind::landmark;
}

// Nothing: no place, or one too wide or too vague to contradict another.
const Site* point_of(const Account& account) {
  if (account.where.empty()) return nullptr;
  const Site& site = account.where.front();
  if (!site.kind || site.approximate || !site.latitude || !site.longitude) return nullptr;
  switch (*site.kind) {
    case PlaceKind::town:
    case PlaceKind::village:
    case PlaceKind::neighbourhood:
    case PlaceKind::landmark:
    case PlaceKind::camp:
      return &site;
    case PlaceKind::country:
    case PlaceKind::region:
    case PlaceKind::county:
      return nullptr;
  }
  return nullptr;
}

bool places_differ(const Account& a, const Account& b) {
  const Site* x = point_of(a);
  const Site* y = point_of(b);
  if (x == nullptr || y == nullptr || x->gazetteer_name == y->gazetteer_name) return false;
  const bool in_city = within_city(*x->kind) && within_city(*y->kind);
  return distance_km({*x->latitude, *x->longitude}, {*y->latitude, *y->longitude}) >
         (in_city ? kApartInCityKm : kApartKm);
}

double low_of(const ToldCount& tally) { return tally.low.value_or(0); }
double high_of(const ToldCount& tally) {
  return tally.high.value_or(std::numeric_limits<double>::infinity());
}

bool tallies_differ(const Account& a, const ToldCount& x, const Account& b, const ToldCount& y) {
  const bool a_less = high_of(x) < low_of(y);
  const bool b_less = high_of(y) < low_of(x);
  if (!a_less && !b_less) return false;
  if (!a.told || !b.told) return true;
  return a_less ? *a.told >= *b.told : *b.told >= *a.told;  // else it grew
}

// The counts in which they differ; nothing if in none. Who also gives the other's figure does not contradict it.
std::pair<const ToldCount*, const ToldCount*> differing_tallies(const Account& a,
                                                                const Account& b) {
  for (const ToldCount& x : a.counts) {
    if (!counts_people(x)) continue;
    bool met = false;
    const ToldCount* apart = nullptr;
    for (const ToldCount& also : a.counts) {
      for (const ToldCount& y : b.counts) {
        if (!same_counted(x, also) || !same_counted(x, y)) continue;
        const bool differ = tallies_differ(a, also, b, y);
        met = met || !differ;
        if (differ && &also == &x && apart == nullptr) apart = &y;
      }
    }
    if (!met && apart != nullptr) return {&x, apart};
  }
  return {nullptr, nullptr};
}

std::string number(double value) {
  char text[32];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  return error == std::errc() ? std::string(text, end) : std::string();
}

std::string figure(const ToldCount& tally) {
  std::string text = !tally.high  ? "at least " + number(low_of(tally))
                     : !tally.low ? "at most " + number(*tally.high)
                     : *tally.low == *tally.high
                         ? number(*tally.low)
                         : number(*tally.low) + " to " + number(*tally.high);
  text += ' ' + std::string(name_of(tally.of));
  if (tally.victim_class != VictimClass::unknown)
    text += " (" + std::string(name_of(tally.victim_class)) + ')';
  return text;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

ComparedAccount compared(const Account& account) {
  ComparedAccount saying;
  saying.account = &account;
  saying.tells = tells_of_a_happening(account) && !is_speech_act(account.type);
  saying.denies = account.type == EventType::denial
                      ? tells_of_a_happening(account)
                      : account.status == Status::denied && !is_speech_act(account.type);
  if (!saying.tells) return saying;
  const auto add = [&](const std::vector<ToldActor>& actors) {
    for (const ToldActor& actor : actors) {
      const auto side = side_of(actor.side);
      // A group that is told apart from its side fights.
      if (!actor.side.empty() && (!side || is_belligerent(*side)))
        saying.accused.push_back(actor.side);
    }
  };
  add(account.by);
  if (account.type == EventType::clash) add(account.to);
  std::sort(saying.accused.begin(), saying.accused.end());
  saying.accused.erase(std::unique(saying.accused.begin(), saying.accused.end()),
                       saying.accused.end());
  return saying;
}

bool same_counted(const ToldCount& a, const ToldCount& b) {
  const auto all = [](VictimClass victims) {
    return victims == VictimClass::people ? VictimClass::unknown : victims;
  };
  return a.of == b.of && all(a.victim_class) == all(b.victim_class);
}

bool share_a_side(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& each) {
    return std::binary_search(b.begin(), b.end(), each);
  });
}

bool counts_people(const ToldCount& tally) {
  return tally.of != CountOf::strikes && tally.of != CountOf::share_of_area;
}

bool differ(DifferingSlot slot, const ComparedAccount& a, const ComparedAccount& b) {
  if (slot == DifferingSlot::whether) return (a.tells && b.denies) || (a.denies && b.tells);
  if (!a.tells || !b.tells) return false;
  const Account& x = *a.account;
  const Account& y = *b.account;
  switch (slot) {
    case DifferingSlot::whether:
      return false;
    case DifferingSlot::who:
      return !a.accused.empty() && !b.accused.empty() && !share_a_side(a.accused, b.accused);
    case DifferingSlot::where:
      return places_differ(x, y);
    case DifferingSlot::when:
      return x.when && y.when && x.when_stated && y.when_stated && !x.when->overlaps(*y.when);
    case DifferingSlot::how_many:
      return differing_tallies(x, y).first != nullptr;
  }
  return false;
}

std::string words_for(DifferingSlot slot, const ComparedAccount& saying,
                      const ComparedAccount& other) {
  const Account& account = *saying.account;
  switch (slot) {
    case DifferingSlot::whether:
      return saying.denies ? "it did not happen" : "it happened";
    case DifferingSlot::who:
      return joined(saying.accused);
    case DifferingSlot::where:
      return account.where.empty() ? "" : account.where.front().name;
    case DifferingSlot::when:
      if (!account.when) return "";
      return account.when->from == account.when->to
                 ? iso_date(account.when->from)
                 : iso_date(account.when->from) + " to " + iso_date(account.when->to);
    case DifferingSlot::how_many: {
      const ToldCount* tally = differing_tallies(account, *other.account).first;
      return tally == nullptr ? "" : figure(*tally);
    }
  }
  return "";
}

}  // namespace relata
