// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/score_claims.h"

#include <doctest/doctest.h>

using namespace relata;

namespace {

FileName named(std::string name, std::int64_t begin, std::int64_t end) {
  return {FileSpan{begin, end}, std::move(name)};
}

FileClaim claim(std::int64_t id, std::string type, FileSpan trigger) {
  FileClaim out;
  out.id = id;
  out.type = std::move(type);
  out.status = "asserted";
  out.trigger = trigger;
  out.evidence = {trigger.begin - 10, trigger.end + 10};
  return out;
}

ReadingFile gold_report() {
  ReadingFile report;
  report.doc = "r";
  FileClaim capture = claim(1, "capture", {100, 108});
  capture.where = {named("al-Fardous", 110, 120)};
  capture.when = FileWhen{FileSpan{130, 136}, "2016-12-12", "2016-12-12"};
  capture.chains = {{named("CNN", 10, 13), named("Ismail Abdallah", 20, 35)}};
  capture.by = {named("Syrian army", 80, 91)};
  FileClaim killing = claim(2, "killing", {200, 206});
  killing.counts = {{"killed", 70.0, std::nullopt}};
  report.claims = {capture, killing};
  report.voices = {{"Ismail Abdallah", "civil_defence", "opposition", {{20, 35}}}};
  report.relations = {{"contradicts", 1, 2}};
  return report;
}

double value(const ClaimScores& scores, std::string_view name) {
  for (const Score& score : scores.board.scores(0)) {
    if (score.name == name) return score.value;
  }
  return -1;
}

ClaimScores scored(const ReadingFile& system, bool misses = false) {
  return score_claims({{"r", gold_report()}}, {{"r", system}}, misses);
}

}  // namespace

TEST_CASE("gold against itself is right in everything") {
  const ClaimScores scores = scored(gold_report());
  for (const Score& score : scores.board.scores(0)) {
    if (score.total.gold == 0) continue;
    CAPTURE(score.name);
    CHECK(score.value == 1.0);
  }
  CHECK(scores.without_system == 0);
}

TEST_CASE("one wrong slot costs what it should, and no more") {
  struct {
    const char* name;
    void (*change)(ReadingFile&);
    const char* measure;
    double expected;
  } const cases[] = {
      {"a method is no other type than killing",
       [](ReadingFile& r) { r.claims[1].type = "shelling"; }, "typed", 1.0},
      {"a withdrawal is no capture", [](ReadingFile& r) { r.claims[0].type = "withdrawal"; },
       "typed", 0.5},
      {"... though it is found", [](ReadingFile& r) { r.claims[0].type = "withdrawal"; }, "detect",
       1.0},
      {"the outer link matters to the chain",
       [](ReadingFile& r) { r.claims[0].chains[0].erase(r.claims[0].chains[0].begin()); }, "chain",
       0.5},
      {"... and not to the last voice",
       [](ReadingFile& r) { r.claims[0].chains[0].erase(r.claims[0].chains[0].begin()); }, "voice",
       1.0},
      {"a stated day must be exact", [](ReadingFile& r) { r.claims[0].when->to = "2016-12-13"; },
       "time", 0.5},
      {"... but a near one overlaps", [](ReadingFile& r) { r.claims[0].when->to = "2016-12-13"; },
       "near", 1.0},
      {"a time invented without words does no harm",
       [](ReadingFile& r) {
         r.claims[1].when = FileWhen{{}, "2016-01-01", "2016-01-02"};
       },
       "time", 1.0},
      {"a time invented with words does",
       [](ReadingFile& r) {
         r.claims[1].when = FileWhen{FileSpan{1, 2}, "2016-01-01", "2016-01-02"};
       },
       "time", 0.5},
      {"a place by another spelling at the same words",
       [](ReadingFile& r) { r.claims[0].where[0].name = "Fardos"; }, "place", 1.0},
      {"a place elsewhere by the same name",
       [](ReadingFile& r) {
         r.claims[0].where = {{FileSpan{900, 910}, "Al Fardous"}};
       },
       "place", 1.0},
      {"no place where there is one", [](ReadingFile& r) { r.claims[0].where.clear(); }, "usable",
       0.5},
      {"70 is not at least 70", [](ReadingFile& r) { r.claims[1].counts[0].high = 70.0; }, "counts",
       0.0},
      {"contradiction has no direction",
       [](ReadingFile& r) {
         r.relations = {{"contradicts", 2, 1}};
       },
       "contradicts", 1.0},
      {"a voice of another side is the same voice",
       [](ReadingFile& r) { r.voices[0].side = "government"; }, "voices", 1.0},
      {"... on the wrong side", [](ReadingFile& r) { r.voices[0].side = "government"; },
       "voice_side", 0.0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    ReadingFile system = gold_report();
    c.change(system);
    CHECK(value(scored(system), c.measure) == doctest::Approx(c.expected));
  }
}

TEST_CASE("each gold claim takes at most one partner, the better one") {
  ReadingFile system = gold_report();
  FileClaim twin = system.claims[0];
  twin.id = 3;
  twin.chains.clear();
  system.claims.insert(system.claims.begin(), twin);
  const ClaimScores scores = scored(system, true);
  CHECK(value(scores, "voice") == 1.0);
  CHECK(value(scores, "detect") == doctest::Approx(0.8));
  CHECK(scores.misses == std::vector<std::string>{"r system 3 capture: invented"});
}

TEST_CASE("a report that the system is silent on counts against it") {
  const ClaimScores scores = score_claims({{"r", gold_report()}}, {});
  CHECK(scores.without_system == 1);
  CHECK(value(scores, "detect") == 0.0);
}
