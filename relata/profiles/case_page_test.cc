// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/case_page.h"

#include <doctest/doctest.h>

#include "relata/profiles/claim_matrix.h"
#include "relata/profiles/handmade_case.h"
#include "relata/profiles/write_export.h"

using namespace relata;

namespace {

const ShippedTables& shipped() {
  static const ShippedTables kShipped;
  REQUIRE_MESSAGE(kShipped.tables, (kShipped.tables ? "" : kShipped.tables.error().message));
  return kShipped;
}

const Outlines& outlines() {
  static const Result<Outlines> kOutlines = Outlines::load(shipped().folder);
  REQUIRE_MESSAGE(kOutlines, (kOutlines ? "" : kOutlines.error().message));
  return *kOutlines;
}

std::string page_of(const HandmadeCase& made, std::size_t most = 99) {
  std::vector<CaseIncident> incidents(made.incidents.begin(), made.incidents.end());
  incidents.resize(std::min(most, incidents.size()));
  std::string page;
  append_case_page({incidents, {}, made.origin, *shipped().tables, outlines()}, page);
  return page;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++n;
  return n;
}

}  // namespace

TEST_CASE("a page of a case has a map, a timeline, and what each incident rests on") {
  const HandmadeCase made;
  const std::string page = page_of(made);
  CHECK(has(page, "<svg viewBox=\"0 0 8000 "));
  CHECK(has(page, "class=\"border\""));
  CHECK(times(page, "<rect class=\"bar\"") == 3);
  CHECK(times(page, "<circle class=\"within\"") == 2);  // the denial lies nowhere
  CHECK(times(page, "<section id=\"i") == 3);
  CHECK(has(page, "<span class=\"grade\">fair</span>"));
  CHECK(has(page, "Nour Haddad"));
  CHECK(has(page, "warplanes struck “a shelter”"));
  CHECK(has(page, "<td class=\"denies\" title=\"denies it\">\u2715</td>"));
  CHECK(times(page, "<table") == times(page, "</table>"));
  CHECK(times(page, "<section") == times(page, "</section>"));
  CHECK(times(page, "<svg") == times(page, "</svg>"));
}

TEST_CASE("a page of one incident has no list and no timeline") {
  const std::string page = page_of(HandmadeCase(), 1);
  CHECK_FALSE(has(page, "class=\"timeline\""));
  CHECK(has(page, "<title>airstrike in al-Fardous, Aleppo, Syria</title>"));
  CHECK(times(page, "<section id=\"i") == 1);
}

TEST_CASE("a page needs nothing else, runs nothing and leads nowhere") {
  const HandmadeCase made;
  const std::string page = page_of(made);
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(has(page, "src="));
  CHECK_FALSE(has(page, "url("));
  CHECK_FALSE(has(page, "@import"));
  CHECK_FALSE(has(page, "<link"));
  CHECK_FALSE(has(page, "http://"));
  CHECK_FALSE(has(page, "https://"));
  CHECK(times(page, "href=\"") == times(page, "href=\"#i"));
  CHECK(has(page, "default-src 'none'"));
}

TEST_CASE("what strangers wrote stays text") {
  HandmadeCase made;
  const std::string_view hostile =
      "</title><script>alert(1)</script><img src=x onerror=alert(2)>\u202E\"'&";
  CaseReport& report = *const_cast<CaseReport*>(made.incidents[0].accounts[0].report);
  Account& account = *const_cast<Account*>(made.incidents[0].accounts[0].account);
  report.title = report.publisher.name = report.doc = hostile;
  account.by = {{std::string(hostile), "government", std::nullopt}};
  account.chains = {{{std::string(hostile), VoiceKind::medic, Side::unknown, true}}};
  account.where[0].name = hostile;
  made.made[0].where.name = made.made[0].where.within = hostile;
  made.incidents[0].accounts[0].evidence.words = hostile;
  Assessment& assessment = made.assessments[0];
  assessment.lineages[0].origin.name = assessment.least_change = assessment.decided_reason =
      hostile;
  assessment.decided = Grade::weak;
  assessment.reasons = {{std::string(hostile), {}}};
  assessment.contradictions = {
      {DifferingSlot::where, account.key, account.key, std::string(hostile), "x"}};
  made.origin.name = made.origin.checkpoint = hostile;
  made.origin.filters = {std::string(hostile)};
  for (const std::string& page : {page_of(made), page_of(made, 1)}) {
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "<img"));
    CHECK_FALSE(has(page, "\u202E"));
    CHECK(times(page, "</title>") == 1 + times(page, "<title>") - 1);
    CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(has(page, "&lt;U+202E&gt;"));
  }
}

TEST_CASE("Arabic is kept from turning what stands beside it") {
  CHECK(page_text("الفردوس") == "\u2068الفردوس\u2069");
  CHECK(page_text("a & b") == "a &amp; b");
}

TEST_CASE("the matrix sets propositions against lineages, a denial against what it denies") {
  HandmadeCase made;
  CaseIncident& strike = made.incidents[0];
  Account& second = *const_cast<Account*>(strike.accounts[1].account);
  second.status = Status::denied;
  const auto rows = claim_matrix(strike);
  using enum MatrixMark;
  const struct {
    DifferingSlot slot;
    std::string_view proposition;
    std::vector<MatrixMark> marks;
  } expected[] = {{DifferingSlot::whether, "airstrike", {says, denies}},
                  {DifferingSlot::who, "by Syrian air force", {says, silent}},
                  {DifferingSlot::where, "in al-Fardous", {says, silent}},
                  {DifferingSlot::when, "2016-12-12", {says, silent}},
                  {DifferingSlot::how_many, "civilians killed 12 to 20", {says, silent}}};
  REQUIRE(rows.size() == std::size(expected));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].slot == expected[i].slot);
    CHECK(rows[i].proposition == expected[i].proposition);
    CHECK(rows[i].marks == expected[i].marks);
  }
}

TEST_CASE("outlines hold the coast of Syria and its borders, and broken ones are refused") {
  std::size_t near = 0;
  for (const OutlineLine& line : outlines().lines()) {
    for (const OutlinePoint& point : line.points)
      near += point.longitude > 3550 && point.longitude < 4250 && point.latitude > 3230 &&
              point.latitude < 3735;
  }
  CHECK(near > 50);
  for (const std::string_view line :
       {"", "1,2", "1,2 3", "1,2 a,b", "1,2 99999,0", "18000,0 1,0"}) {
    CAPTURE(line);
    const auto files = files_in_memory(
        {{"r/data/outlines.tsv", "# x\nkind\tline\ncoast\t" + std::string(line) + "\n"}});
    CHECK_FALSE(Outlines::load({files.get(), "r"}));
  }
}

TEST_CASE("a public page shows neither words nor people") {
  HandmadeCase made;
  const std::vector<CaseIncident> incidents(made.incidents.begin(), made.incidents.end());
  const CasePage page{incidents, {}, made.origin, *shipped().tables, outlines()};
  ProtectionRules rules{"secret", {}, 2};
  const auto out = write_page(rules, page);
  REQUIRE_MESSAGE(out, (out ? "" : out.error().message));
  CHECK_FALSE(has(out->bytes, "Haddad"));
  CHECK_FALSE(has(out->bytes, "al-Fardous"));
  const auto whole = write_page(std::nullopt, page);
  REQUIRE(whole);
  CHECK(has(whole->bytes, "Haddad"));
  CHECK(has(whole->manifest, "\"profile\": \"html\""));
}
