// SPDX-License-Identifier: Apache-2.0
// SyntheticReports: accounts of reports that nobody wrote, for tests and benchmarks of what is made of many: happenings of a
// made-up country, each told by one or more reports with the small differences that reports have. A few cities and a few days
// have most of them. The same seed and number give the same report, whichever were asked for before.
//
//   const SyntheticReports reports(7, 200'000);
//   ReportAccounts one = reports.report(123);       // five accounts on average
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "relata/accounts/account.h"

namespace relata {

class SyntheticReports {
 public:
  SyntheticReports(std::uint64_t seed, std::uint32_t reports) : seed_(seed), reports_(reports) {}

  [[nodiscard]] std::uint32_t size() const { return reports_; }

  [[nodiscard]] ReportAccounts report(std::uint32_t number) const {
    Dice dice{mix(seed_ ^ 0x5265706F7274ULL, number)};
    ReportAccounts report;
    for (std::size_t i = 0; i < report.id.bytes.size(); ++i)
      report.id.bytes[i] = static_cast<std::uint8_t>(dice.below(256));
    report.doc = std::to_string(number);
    // Two of three tell of a happening that others tell of too.
    const std::uint32_t main = happening_of(number);
    report.day = day_of(main) + std::chrono::days(dice.below(2));
    report.publisher = {"outlet " + std::to_string(dice.below(40)), VoiceKind::newspaper, {}, true};
    tell(main, 2 + dice.below(3), true, dice, report);
    if (dice.below(3) > 0) tell(neighbour(main, dice), 1 + dice.below(2), false, dice, report);
    if (dice.below(3) == 0) tell(dice.below(happenings()), 1, false, dice, report);
    if (dice.below(6) == 0) sum_up(dice, report);
    return report;
  }

 private:
  struct Dice {
    std::uint64_t state = 0;
    std::uint32_t below(std::uint32_t limit) {
      state = mix(state, 1);
      return static_cast<std::uint32_t>((state >> 32) * limit >> 32);
    }
    double share() { return (below(1U << 24) + 0.5) / (1U << 24); }
  };

  static std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    std::uint64_t hash = a + (b + 1) * 0x9e3779b97f4a7c15U;
    hash = (hash ^ hash >> 30) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ hash >> 27) * 0x94d049bb133111ebU;
    return hash ^ hash >> 31;
  }

  [[nodiscard]] std::uint32_t happenings() const { return reports_ / 2 + 1; }
  // A few happenings are told by hundreds of reports, most by one or two.
  [[nodiscard]] std::uint32_t happening_of(std::uint32_t number) const {
    Dice dice{mix(seed_ ^ 0x48617070656EULL, number)};
    const double skewed = std::pow(dice.share(), 1.6);
    return static_cast<std::uint32_t>(skewed * happenings());
  }
  [[nodiscard]] std::uint32_t neighbour(std::uint32_t happening, Dice& dice) const {
    return std::min(happenings() - 1, happening + 1 + dice.below(3));
  }
  // Happenings are numbered in the order of time: some 25 a day, ten times as many on hot days.
  [[nodiscard]] static Date day_of(std::uint32_t happening) {
    const std::uint32_t block = happening / 1000;
    const std::uint32_t within = happening % 1000;
    const std::uint32_t day = within < 250 ? 0 : 1 + (within - 250) / 25;
    return Date(std::chrono::days(14610 + block * 31 + day));
  }

  static Site site(std::uint32_t town, std::uint32_t quarter, bool exact) {
    Site site;
    const std::uint32_t province = town % 14;
    site.gazetteer_name = "Town" + letters(town);
    site.kind = PlaceKind::town;
    site.latitude = 30.0 + province * 0.6 + town * 0.013;
    site.longitude = 36.0 + (province * 7 % 14) * 0.5 + (town * 37 % 100) * 0.011;
    site.admin1 = "Province " + letters(province);
    site.country = "XX";
    site.within = site.admin1 + ", Nowhere";
    if (exact) {
      site.gazetteer_name = "Quarter" + letters(town * 40 + quarter);
      site.kind = PlaceKind::neighbourhood;
      site.latitude = *site.latitude + quarter * 0.004;
    }
    site.name = site.gazetteer_name;
    return site;
  }

  static std::string letters(std::uint32_t number) {
    static constexpr const char* kSyllables[] = {"ba", "do", "ki", "lu", "me", "na", "ro", "sa",
                                                 "ti", "vu", "ga", "fe", "hi", "jo", "pu", "za"};
    std::string text;
    for (int i = 0; i < 4; ++i, number /= 16) text += kSyllables[number % 16];
    return text;
  }

  void tell(std::uint32_t happening, std::uint32_t accounts, bool main, Dice& dice,
            ReportAccounts& report) const {
    Dice facts{mix(seed_ ^ 0x4661637473ULL, happening)};
    static constexpr EventType kTypes[] = {EventType::airstrike, EventType::shelling,
                                           EventType::bombing,   EventType::clash,
                                           EventType::killing,   EventType::capture};
    const EventType type = kTypes[facts.below(6)];
    // A third of everything happens in three cities.
    const std::uint32_t town = facts.below(3) == 0 ? facts.below(3) : 3 + facts.below(300);
    const std::uint32_t quarter = facts.below(20);
    const auto dead = static_cast<std::uint32_t>(1 + std::pow(facts.share(), 4) * 120);
    const std::uint32_t topic = facts.below(4000);
    const std::uint32_t first = static_cast<std::uint32_t>(report.accounts.size());
    for (std::uint32_t i = 0; i < accounts; ++i) {
      Account account;
      const std::uint32_t at = (first + i) * 100;
      account.key = {report.id, Span{at, at + 6}, 0};
      account.claim = first + i + 1;
      account.type = dice.below(5) == 0 ? EventType::attack : type;
      const std::uint32_t doubt = dice.below(20);
      account.status = doubt == 0 ? Status::denied : doubt < 4 ? Status::alleged : Status::asserted;
      const Date day = day_of(happening);
      account.when_stated = dice.below(3) > 0;
      account.when = account.when_stated ? Period{day, day}
                                         : Period{*report.day - std::chrono::days(1), *report.day};
      account.told = report.day;
      account.where.push_back(site(town, quarter, dice.below(3) > 0));
      if (dice.below(2) == 0)
        account.by.push_back({"side " + std::to_string(happening % 5), "government", {}});
      if (dice.below(2) == 0) {
        const double number = dead + (dice.below(4) == 0 ? dice.below(4) : 0);
        account.counts.push_back({CountOf::killed, "people", VictimClass::people, number, number});
      }
      for (std::uint32_t word = 0; word < 12; ++word) {
        const std::uint32_t one = word < 6 ? topic * 8 + dice.below(8) : dice.below(3000);
        account.words.push_back(
            static_cast<std::uint32_t>(mix(77, word < 6 ? one : one + 1000000)));
      }
      std::sort(account.words.begin(), account.words.end());
      account.words.erase(std::unique(account.words.begin(), account.words.end()),
                          account.words.end());
      account.evidence = account.key.trigger;
      account.in_title = main && i == 0;
      account.lead = main ? (i == 0 ? 1.0F : 0.8F) : 0.3F;
      account.confidence = 0.7F;
      if (i > 0) report.relations.push_back({RelationKind::same_event, account.claim, first + 1});
      report.accounts.push_back(std::move(account));
    }
  }

  // "Thirty killed across the province", told above two of its quarters.
  static void sum_up(Dice& dice, ReportAccounts& report) {
    if (report.accounts.empty()) return;
    const Account told = report.accounts.front();
    const std::uint32_t town = dice.below(300);
    double dead = 0;
    for (std::uint32_t part = 0; part < 2; ++part) {
      Account account = told;
      account.where = {site(town, part * 9, true)};
      account.where[0].admin1 = "Province " + letters(town % 14);
      const double number = 2 + dice.below(9);
      dead += number;
      account.counts = {{CountOf::killed, "people", VictimClass::people, number, number}};
      account.in_title = false;
      account.lead = 0.2F;
      add(std::move(account), report);
    }
    Account whole = told;
    whole.type = EventType::toll;
    whole.status = Status::asserted;
    whole.where = {site(town, 0, false)};
    whole.counts = {{CountOf::killed, "people", VictimClass::people, dead, dead}};
    whole.in_title = false;
    whole.lead = 0.25F;
    add(std::move(whole), report);
  }

  static void add(Account account, ReportAccounts& report) {
    const auto number = static_cast<std::uint32_t>(report.accounts.size());
    account.key.trigger = Span{number * 100, number * 100 + 6};
    account.claim = number + 1;
    account.evidence = account.key.trigger;
    report.accounts.push_back(std::move(account));
  }

  std::uint64_t seed_;
  std::uint32_t reports_;
};

}  // namespace relata
