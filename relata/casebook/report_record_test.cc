// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/report_record.h"

#include <doctest/doctest.h>

#include "relata/base/hash.h"

namespace relata {
namespace {

Report made_report() {
  Report report;
  report.id = "a\"b";
  report.text = "Überfall\n\nBEIRUT (Wire) - Nine died in the old town.";
  report.sha256 = sha256_hex(report.text);
  report.title = Span{0, 9};
  report.publisher = "The Made-Up Post";
  report.published = parse_iso_date("2030-06-05");
  report.dateline.place_span = Span{11, 17};
  report.dateline.date = parse_iso_date("2030-06-04");
  report.extra = {{"section", "world"}, {"section", ""}};
  report.warnings = {"looks odd"};
  report.format = "html";
  report.received = std::string("<p>\0</p>", 8);
  return report;
}

TEST_CASE("a report comes back from its record as it was") {
  const Report made = made_report();
  const auto back = report_of_record(report_record(made));
  REQUIRE(back);
  CHECK(back->id == made.id);
  CHECK(back->text == made.text);
  CHECK(back->sha256 == made.sha256);
  CHECK(back->title == made.title);
  CHECK(back->url == made.url);
  CHECK(back->publisher == made.publisher);
  CHECK(back->published == made.published);
  CHECK(back->dateline.place_span == made.dateline.place_span);
  CHECK(back->dateline.date == made.dateline.date);
  CHECK_FALSE(back->dateline.credit_span);
  CHECK(back->extra == made.extra);
  CHECK(back->warnings == made.warnings);
  CHECK(back->format == made.format);
  CHECK(back->received == made.received);
  CHECK(report_record(*back) == report_record(made));
}

TEST_CASE("bytes that are the text are kept once") {
  Report report = made_report();
  report.received = report.text;
  const std::string record = report_record(report);
  CHECK(record.find("Nine died") == record.rfind("Nine died"));
  CHECK(report_of_record(record)->received == report.text);
}

TEST_CASE("no byte of a record can change unseen") {
  const std::string record = report_record(made_report());
  const std::size_t body = record.find('\n') + 1;
  for (std::size_t at = body; at < record.size(); ++at) {
    std::string changed = record;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CAPTURE(at);
    CHECK_FALSE(report_of_record(changed));
  }
  CHECK_FALSE(report_of_record(record.substr(0, record.size() - 1)));
  CHECK_FALSE(report_of_record(record + "x"));
  CHECK_FALSE(report_of_record(""));
  CHECK_FALSE(report_of_record("{}\n"));
}

TEST_CASE(
    "a report is one and the same by its text, publisher, address and day, whatever its file is "
    "called") {
  const Report made = made_report();
  Report other = made;
  other.id = "another name";
  other.received = "other bytes";
  CHECK(report_id(other) == report_id(made));
  other = made;
  other.publisher = "Another Post";
  CHECK(report_id(other) != report_id(made));
  other = made;
  other.published.reset();
  CHECK(report_id(other) != report_id(made));
}

}  // namespace
}  // namespace relata
