// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/retelling.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace relata {
namespace {

struct Told {
  const char* place;
  EventType type;
  std::optional<double> killed;
  const char* voice = "";
};

ReportAccounts report(std::uint8_t number, int day, std::span<const Told> claims) {
  const Date first = *parse_iso_date("2016-10-01");
  ReportAccounts report;
  report.id.bytes[0] = number;
  report.day = first + std::chrono::days(day);
  for (const Told& told : claims) {
    Account& account = report.accounts.emplace_back();
    const auto at = static_cast<std::uint32_t>(10 * report.accounts.size());
    account.key = {report.id, {at, at + 5}, 0};
    account.type = told.type;
    account.when = Period{first, first};
    Site& site = account.where.emplace_back();
    site.name = told.place;
    if (told.killed) {
      ToldCount& count = account.counts.emplace_back();
      count.of = CountOf::killed;
      count.low = count.high = told.killed;
    }
    if (*told.voice != '\0') account.chains = {{{.name = told.voice}}};
  }
  return report;
}

const Told kNews[] = {{"Maarrat", EventType::airstrike, 7, "activists"},
                      {"Saraqib", EventType::shelling, 3, "activists"},
                      {"Binnish", EventType::airstrike, std::nullopt},
                      {"Ariha", EventType::clash, std::nullopt}};

}  // namespace

TEST_CASE("Four claims in the same order within a few days are a retelling") {
  const ReportAccounts original = report(2, 1, kNews);
  const auto with = [&](std::vector<Told> claims, int day = 2) {
    const ReportAccounts later = report(1, day, claims);
    const auto found = retelling_between(original, later);
    CHECK(found == retelling_between(later, original));
    return found ? found->claims.size() : 0;
  };
  std::vector<Told> all(std::begin(kNews), std::end(kNews));
  CHECK(with(all) == 4);
  CHECK(with(all, 9) == 0);

  std::vector<Told> more = all;
  more.insert(more.begin() + 2, {"Kafr", EventType::airstrike, 1});
  CHECK(with(more) == 4);

  std::vector<Told> three(all.begin(), all.begin() + 3);
  CHECK(with(three) == 0);

  std::vector<Told> reordered = all;
  std::swap(reordered[0], reordered[3]);
  CHECK(with(reordered) == 0);

  std::vector<Told> other_toll = all;
  other_toll[0].killed = 8;
  CHECK(with(other_toll) == 0);

  std::vector<Told> unattributed = all;
  unattributed[0].voice = "";
  CHECK(with(unattributed) == 4);

  std::vector<Told> other_voice = all;
  other_voice[0].voice = "the army";
  CHECK(with(other_voice) == 0);
}

TEST_CASE("One claim told four times, or claims without counts, are no retelling") {
  const std::vector<Told> same(4, kNews[0]);
  CHECK_FALSE(retelling_between(report(1, 0, same), report(2, 0, same)));
  std::vector<Told> bare(std::begin(kNews), std::end(kNews));
  bare[0].killed.reset();
  CHECK_FALSE(retelling_between(report(1, 0, bare), report(2, 0, bare)));
}

TEST_CASE("All retellings among reports are found, in any order of these") {
  const std::vector<Told> other = {{"Harem", EventType::airstrike, 2}};
  const ReportAccounts a = report(3, 0, kNews), b = report(1, 1, kNews), c = report(2, 0, other);
  const ReportAccounts* orders[][3] = {{&a, &b, &c}, {&c, &b, &a}, {&b, &c, &a}};
  for (const auto& order : orders) {
    const auto found = find_retellings(order);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == b.id);
    CHECK(found[0].second == a.id);
    CHECK(found[0].claims.size() == 4);
  }
}

}  // namespace relata
