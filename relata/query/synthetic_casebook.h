// SPDX-License-Identifier: Apache-2.0
// A casebook made up from numbers, for tests and measurements: report n is always the same, and so is every incident. Its
// outlets, people and places are invented; only the shape is that of a real case: a few thousand places and days, some
// voices and words that are everywhere, many that are rare.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "relata/corroboration/assessment.h"

namespace relata {

class SyntheticCasebook {
 public:
  static constexpr std::uint64_t kClaims = 5;  // of a report
  explicit SyntheticCasebook(std::uint64_t incidents) : incidents_(incidents) {}

  [[nodiscard]] std::pair<ReportAccounts, std::string> report(std::uint64_t number) const {
    ReportAccounts report;
    std::string text;
    report.id = report_id(number);
    report.doc = "made-up/" + std::to_string(number);
    report.day = Date(std::chrono::days(16000 + pick(number, 1, 2500)));
    report.publisher = voice(pick(number, 2, 40));
    report.title =
        "Report " + std::to_string(number) + " from " + place(pick(number, 3, 3000)).name;
    text = report.title + "\n\n";
    for (std::uint64_t i = 0; i < kClaims; ++i) {
      report.accounts.push_back(account(number, i, text));
      for (std::uint64_t word = 0; word < 30; ++word)
        text += ' ' + common_word(pick(number * 100 + i, word + 50, 1u << 30));
      text += ".\n";
    }
    return {std::move(report), std::move(text)};
  }

  // Which incident claim `i` of a report tells of: some have hundreds of claims, most a few.
  [[nodiscard]] std::uint64_t incident_of(std::uint64_t number, std::uint64_t i) const {
    const std::uint64_t draw = pick(number * kClaims + i, 4, 1u << 30);
    return draw % 100 < 1 ? draw % (incidents_ / 1000 + 1) : draw % incidents_;
  }

  // The incident of these accounts and what follows from them, much simplified.
  [[nodiscard]] std::pair<Incident, Assessment> incident(
      std::vector<const Account*> accounts) const {
    std::sort(accounts.begin(), accounts.end(),
              [](const Account* a, const Account* b) { return a->key < b->key; });
    Incident incident;
    Assessment assessment;
    incident.id.first = accounts.front()->key;
    incident.type = accounts.front()->type;
    incident.when = accounts.front()->when;
    if (!accounts.front()->where.empty()) incident.where = accounts.front()->where.front();
    for (const Account* account : accounts)
      incident.members.push_back(
          {.account = account->key, .role = MemberRole::tells, .main = false});
    assessment.incident = incident.id;
    assessment.reports = static_cast<std::uint32_t>(accounts.size());
    assessment.lineages_for = static_cast<std::uint32_t>((accounts.size() + 1) / 2);
    if (is_violent(incident.type)) {
      assessment.grade = accounts.size() > 20  ? Grade::confirmed
                         : accounts.size() > 3 ? Grade::fair
                         : accounts.size() > 2 ? Grade::contested
                                               : Grade::weak;
      for (const Account* account : accounts) {
        for (const ToldCount& count : account->counts)
          add_toll(assessment, *account, count.low.value_or(0));
      }
    }
    for (std::uint32_t i = 0; i < assessment.lineages_for; ++i) {
      Lineage lineage{.accounts = {2 * i}, .ties = {}, .origin = {}};
      if (!accounts[2 * i]->chains.empty()) lineage.origin = accounts[2 * i]->chains[0].back();
      assessment.sides.push_back(lineage.origin.side);
      assessment.lineages.push_back(std::move(lineage));
    }
    std::sort(assessment.sides.begin(), assessment.sides.end());
    assessment.sides.erase(std::unique(assessment.sides.begin(), assessment.sides.end()),
                           assessment.sides.end());
    assessment.reasons = {{.rule = "as the numbers fall", .accounts = {incident.id.first}}};
    for (const Account* account : accounts)
      assessment.credibility[account->key] = Credibility::possibly_true;
    return {std::move(incident), std::move(assessment)};
  }

 private:
  // One of `of` numbers, by what is numbered and the use: the finalizer of SplitMix64.
  static std::uint64_t pick(std::uint64_t number, std::uint64_t use, std::uint64_t of) {
    std::uint64_t bits = number * 0x9E3779B97F4A7C15u + use * 0xD1B54A32D192ED03u + 1;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
    return (bits ^ bits >> 31) % of;
  }

  static ReportId report_id(std::uint64_t number) {
    ReportId id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
      id.bytes[i] = static_cast<std::uint8_t>(pick(number, 1000 + i, 256));
    return id;
  }

  static std::string made_name(std::uint64_t number, std::uint64_t use) {
    constexpr std::array<std::string_view, 12> kSyllables = {"ba", "ta", "ri", "mo",  "su", "lek",
                                                             "na", "do", "ga", "fir", "zu", "hem"};
    std::string name;
    for (std::uint64_t i = 0; i < 3; ++i) name += kSyllables[pick(number, use + i, 12)];
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }

  static std::string common_word(std::uint64_t draw) {
    // Word n is drawn about as often as 1/n: the square of an even draw leans to small numbers.
    const std::uint64_t even = draw % 1000;
    const std::uint64_t number = even * even * even / 50'000;
    std::string word = "w";
    for (std::uint64_t rest = number; rest > 0; rest /= 26)
      word += static_cast<char>('a' + rest % 26);
    return word;
  }

  static Site place(std::uint64_t number) {
    const std::uint64_t region = number % 40;
    Site site;
    site.name = made_name(number, 10) + " " + made_name(number, 20);
    site.within = "Region " + made_name(region, 30) + ", Madeupland";
    site.gazetteer_name = site.name;
    site.kind = PlaceKind::town;
    site.admin1 = "Region " + made_name(region, 30);
    site.country = "XM";
    site.latitude = 30 + static_cast<double>(pick(number, 5, 6000)) / 1000;
    site.longitude = 36 + static_cast<double>(pick(number, 6, 8000)) / 1000;
    return site;
  }

  static ToldVoice voice(std::uint64_t number) {
    return {.name = made_name(number, 60) + (number % 2 == 0 ? " News" : " Monitor"),
            .kind = static_cast<VoiceKind>(number % 19),
            .side = static_cast<Side>(pick(number, 7, 12)),
            .named = true};
  }

  static ToldActor actor(std::uint64_t number) {
    return {.name = made_name(number, 70) + (number % 3 == 0 ? " Army" : " Brigade"),
            .side = std::string(name_of(static_cast<Side>(pick(number, 8, 12)))),
            .victim_class = std::nullopt};
  }

  // One that is low far more often than high: from 0 to `of`.
  static std::uint64_t skewed(std::uint64_t draw, std::uint64_t of) {
    const std::uint64_t even = draw % 1000;
    return even * even * even / 1000 * of / 1'000'000;
  }

  Account account(std::uint64_t number, std::uint64_t i, std::string& text) const {
    const std::uint64_t told = incident_of(number, i);
    const std::uint64_t own = number * kClaims + i;
    Account account;
    account.claim = static_cast<std::uint32_t>(i + 1);
    account.type = static_cast<EventType>(skewed(pick(told, 9, 1000), kEventTypes));
    const std::uint64_t status = pick(own, 10, 100);
    account.status =
        status < 85 ? Status::asserted : static_cast<Status>(1 + (status - 85) * 6 / 15);
    const Date day(std::chrono::days(16000 + static_cast<int>(pick(told, 11, 2500))));
    const auto length = std::chrono::days(pick(told, 12, 50) == 0 ? 200 : pick(told, 13, 3));
    if (pick(own, 14, 20) != 0) account.when = Period{day, day + length};
    if (pick(own, 15, 15) != 0) account.where = {place(skewed(pick(told, 16, 1000), 3000))};
    account.by = {actor(skewed(pick(told, 17, 1000), 4000))};
    account.to = {{.name = made_name(told % 500, 80) + "s",
                   .side = "",
                   .victim_class = static_cast<VictimClass>(skewed(pick(told, 18, 1000), 12))}};
    const auto killed = static_cast<double>(skewed(pick(told, 19, 1000), 100) + pick(own, 20, 3));
    account.counts = {{.of = CountOf::killed,
                       .who = "",
                       .victim_class = VictimClass::unknown,
                       .low = killed,
                       .high = killed}};
    const ToldVoice source = voice(40 + skewed(pick(own, 21, 1000), 5000));
    account.chains = {{voice(pick(number, 2, 40)), source}};
    account.confidence = 0.5F;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += account.by[0].name + " hit";
    account.key = {.report = report_id(number),
                   .trigger = {static_cast<std::uint32_t>(text.size() - 3),
                               static_cast<std::uint32_t>(text.size())},
                   .nth = 0};
    if (!account.where.empty()) text += ' ' + account.where[0].name;
    text += ", " + source.name + " said, killing " + std::to_string(static_cast<int>(killed));
    for (std::uint64_t word = 0; word < 8; ++word)
      text += ' ' + common_word(pick(told, word + 30, 1u << 30));
    account.evidence = {begin, static_cast<std::uint32_t>(text.size())};
    text += '.';
    return account;
  }

  static void add_toll(Assessment& assessment, const Account& account, double number) {
    if (assessment.tolls.empty()) {
      assessment.tolls.push_back({.of = CountOf::killed,
                                  .victim_class = VictimClass::unknown,
                                  .low = number,
                                  .best = number,
                                  .high = number,
                                  .from = {account.key},
                                  .lineages = 1});
    }
    Toll& toll = assessment.tolls.front();
    toll.low = std::min(toll.low, number);
    toll.high = std::max(*toll.high, number);
  }

  std::uint64_t incidents_;
};

}  // namespace relata
