// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/near_copies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "relata/lineages/copy_table.h"
#include "relata/lineages/planted_copies.h"

namespace relata {
namespace {

struct Case {
  const char* one;
  const char* other;
  bool same;
};

// Reports in which fingerprints come to count and cease to: some copied paragraph is in many of them.
std::vector<PrintedReport> printed(const Planted& planted) {
  std::vector<PrintedReport> reports;
  for (std::size_t i = 0; i < planted.reports.size(); ++i)
    reports.push_back({planted_id(i), fingerprints(planted.reports[i].text)});
  return reports;
}

std::vector<PrintedReport> sample(std::size_t count) {
  return printed(plant_copies({.reports = count, .copied = 0.4, .seed = 3}));
}

template <typename T>
T need(Result<T> result) {
  REQUIRE_MESSAGE(result, (result ? std::string() : result.error().message));
  return std::move(result).value();
}

std::vector<ReportId> ids_in(const std::vector<TextReuse>& pairs) {
  std::vector<ReportId> ids;
  for (const TextReuse& pair : pairs) ids.insert(ids.end(), {pair.first, pair.second});
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

TEST_CASE("Words are compared without case, accents, punctuation and numbers") {
  const Case cases[] = {
      {"Shells fell on the old market", "shells fell -- on THE old, market!", true},
      {"At least 12 people were killed", "At least 1,300 people were killed", true},
      {"the town of Al-Bāb was shelled", "the town of al Bab was shelled", true},
      {"Syria’s army shelled the town", "Syrias army shelled the town", true},
      {"الجيش قصف السوق القديم", "الجيش قَصَف السوق القديم", true},
      {"zero\u200Bwidth marks hide nothing here", "zerowidth marks hide nothing here", true},
      {"Shells fell on the old market", "Shells fell on the new market", false},
      {"at least 12 people were killed", "at least twelve people were killed", false},
      {"the old market was shelled", "the market old was shelled", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.one);
    CHECK((fingerprints(one.one) == fingerprints(one.other)) == one.same);
    CHECK(fingerprints(one.one).size() > 0);
  }
}

TEST_CASE("A text without words enough has no fingerprints, and any bytes do no harm") {
  CHECK(fingerprints("").empty());
  CHECK(fingerprints("— … !").empty());
  CHECK(fingerprints("three words only").empty());
  CHECK(fingerprints("four words are enough").size() == 1);
  CHECK(fingerprints("日本語の文は空白なし").size() >= 1);
}

TEST_CASE("Whoever shares nineteen words in a row shares a fingerprint") {
  std::mt19937 random(5);
  const auto word = [&] { return "w" + std::string(1 + random() % 3, char('a' + random() % 26)); };
  for (int round = 0; round < 200; ++round) {
    std::string shared, one, other;
    for (std::size_t i = 0; i < kShingleWords + kWindow - 1; ++i) shared += word() + " ";
    for (int i = 0; i < 40; ++i) one += word() + " ", other += word() + " ";
    const auto a = fingerprints(one + shared + other), b = fingerprints(other + shared + one);
    std::vector<std::uint64_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    CHECK_FALSE(both.empty());
  }
}

TEST_CASE("Planted copies are found, and little else") {
  const Planted planted = plant_copies({.reports = 3000, .seed = 11});
  const CopyScore score = score_copies(planted, find_reuse(printed(planted), 2));
  CHECK(score.planted > 200);
  CHECK(score.recall() >= 0.90);
  CHECK(score.precision() >= 0.98);
}

TEST_CASE("The pairs depend on neither order nor threads") {
  std::vector<PrintedReport> reports = sample(1500);
  const auto pairs = find_reuse(reports, 1);
  CHECK(pairs.size() > 300);
  CHECK(std::is_sorted(pairs.begin(), pairs.end()));
  std::mt19937 random(1);
  for (const unsigned threads : {1U, 2U, 5U}) {
    std::shuffle(reports.begin(), reports.end(), random);
    CHECK(find_reuse(reports, threads) == pairs);
  }
}

TEST_CASE(
    "A story printed many times stays a copy, a paragraph that unlike reports hold does not") {
  const Planted planted = plant_copies({.reports = 80, .copied = 0, .seed = 2});
  const std::string& paragraph = planted.reports[0].text;
  std::vector<PrintedReport> verbatim, unlike;
  for (std::size_t i = 1; i < planted.reports.size(); ++i) {
    const std::string footer = "Read more on our page number " + std::to_string(i) + " today";
    verbatim.push_back({planted_id(i), fingerprints(paragraph + footer)});
    unlike.push_back(
        {planted_id(i), fingerprints(planted.reports[i].text + paragraph.substr(0, 300))});
  }
  CHECK(find_reuse(verbatim, 1).size() == 79 * 78 / 2);
  CHECK(find_reuse(unlike, 1).size() < 79);
}

TEST_CASE("The table in the file holds what is found at once, whatever came and went") {
  const std::vector<PrintedReport> all = sample(400);
  std::mt19937 random(9);
  for (int round = 0; round < 3; ++round) {
    Database database = need(Database::open(":memory:", Database::Mode::create));
    CopyTable table = need(CopyTable::open(database));
    std::vector<PrintedReport> waiting = all, in;
    std::shuffle(waiting.begin(), waiting.end(), random);
    std::vector<TextReuse> before;
    for (int step = 0; step < 480; ++step) {
      std::vector<ReportId> changed;
      if (waiting.empty() || (in.size() > 30 && random() % 10 == 0)) {
        const std::size_t at = random() % in.size();
        changed = need(table.remove(in[at].id));
        waiting.insert(waiting.begin(), in[at]);
        in.erase(in.begin() + static_cast<std::ptrdiff_t>(at));
      } else {
        changed = need(table.add(waiting.back()));
        in.push_back(waiting.back());
        waiting.pop_back();
      }
      if (step % 10 != 9) {
        if (step % 10 == 8) before = need(table.reuse());
        continue;
      }
      const std::vector<TextReuse> now = need(table.reuse());
      REQUIRE(now == find_reuse(in, 1));
      std::vector<TextReuse> differ;
      std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(),
                                    std::back_inserter(differ));
      CHECK(ids_in(differ) == changed);
    }
    const ReportId one = in[0].id;
    CHECK(need(table.add(in[0])).empty());
    std::vector<TextReuse> own = need(table.reuse());
    std::erase_if(own,
                  [&](const TextReuse& pair) { return pair.first != one && pair.second != one; });
    CHECK(need(table.reuse_of(one)) == own);
  }
}

}  // namespace relata
