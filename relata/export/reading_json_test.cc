// SPDX-License-Identifier: Apache-2.0
#include "relata/export/reading_json.h"

#include <doctest/doctest.h>

#include "relata/export/handmade_reading.h"

using namespace relata;

namespace {

std::string written(const HandmadeReading& made, const View& view) {
  std::string out;
  write(made.shown(), view, 0, out);
  return out;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a claim is written as the contract says, in code points") {
  const auto made = handmade_reading();
  const std::string line = written(*made, {.form = Form::jsonl});
  // The Arabic word of the title is 14 bytes and 7 code points: offsets in bytes would be 7 more.
  const std::string_view parts[] = {
      R"({"doc":"harbour-3","relata":")",
      R"("published":"2016-12-13","publisher":"The Harbour Courier","url":null,"title":[0,)",
      R"({"id":1,"type":"capture","trigger":[36,44],"evidence":[29,65],"status":"asserted",)"
      R"("by":[{"span":[29,35],"name":"Syrian army"}],"to":[],)"
      R"("where":[{"span":[45,55],"name":"al-Fardous","within":"Aleppo, Syria"}],)"
      R"("when":{"span":[56,65],"from":"2016-12-12","to":"2016-12-12"},"counts":[],)"
      R"("chains":[[{"span":[90,103],"name":"Radio Saffron"},{"span":[67,84],"name":"Nour Haddad"}]],"confidences":{"type":0.95,"where":0.8,"when":0.75},"confidence":0.9})",
      R"("to":[{"span":[106,127],"name":"civilians","class":"civilians"}],"where":[],)"
      R"("when":{"span":null,"from":"2016-12-12","to":"2016-12-13"},)"
      R"("counts":[{"span":[106,127],"of":"killed","who":"civilians","low":70,"high":null,"confidence":0.625}])",
      R"("confidence":0.333})",
      R"({"name":"Nour Haddad","kind":"medic","side":"opposition","spans":[[67,84]]})",
      R"("relations":[{"kind":"contradicts","from":3,"to":2}])",
      R"("extra":[["desk","north"]],"warnings":["looks like mojibake: \u001b[31m"]})",
  };
  for (const auto part : parts) {
    CAPTURE(part);
    CHECK(holds(line, part));
  }
  CHECK(!holds(line, "layers"));
  CHECK(line.find('\n') == line.size() - 1);
}

TEST_CASE("every span of the outside selects the same words as the one of the inside") {
  const auto made = handmade_reading();
  const CodePoints points(made->report.text);
  for (const Claim& claim : made->reading.claims) {
    const Span outside = points.outside(claim.trigger);
    CHECK(points.inside(outside) == claim.trigger);
  }
}

TEST_CASE("layers show what the claims were made from") {
  const auto made = handmade_reading();
  const std::string line = written(*made, {.form = Form::jsonl, .layers = Layers::all});
  const std::string_view parts[] = {
      R"("attributions":[{"source":[[67,84]],"cue":[[85,89]],"content":[[29,65]],"voice":1,"stance":"asserts","carried":false,"inner":[{"source":[[)",
      R"("kind":"neighbourhood","gazetteer_id":7,"gazetteer_name":"Al Fardous","admin1":"Aleppo","country":"SY","lat":36.185,"lon":37.16,)",
      R"("name":"Thereville","within":"","kind":null,"gazetteer_id":null)",
      R"("type":"DATE","value":"2016-12-12","from":"2016-12-12","to":"2016-12-12","utterance":false})",
  };
  for (const auto part : parts) {
    CAPTURE(part);
    CHECK(holds(line, part));
  }
}

TEST_CASE("json and jsonl hold the same, but for space") {
  const auto made = handmade_reading();
  std::string pretty = written(*made, {.form = Form::json, .layers = Layers::all});
  std::string line = written(*made, {.form = Form::jsonl, .layers = Layers::all});
  CHECK(holds(pretty, "\n  \"claims\": [\n    {\n      \"id\": 1,"));
  for (std::string* text : {&pretty, &line}) {
    std::erase(*text, ' ');
    std::erase(*text, '\n');
  }
  CHECK(pretty == line);
}
