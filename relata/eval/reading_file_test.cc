// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/reading_file.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("a reading is read back with what scorers need, and nulls are no values") {
  const auto reading = parse_reading_file(
      R"({"doc":"r","published":null,"claims":[{"id":1,"type":"capture","status":"denied","trigger":[1,4],"evidence":[0,9],)"
      R"("by":[{"span":null,"name":"army"}],"when":{"span":null,"from":"2016-12-12","to":"2016-12-13"},)"
      R"("counts":[{"of":"killed","low":0.75,"high":null}],"chains":[[{"span":[5,7],"name":"CNN"}]]}],)"
      R"("layers":{"attributions":[{"source":[],"cue":[[1,2]],"content":[[3,4],[6,8]]}]}})");
  REQUIRE(reading);
  REQUIRE(reading->claims.size() == 1);
  const FileClaim& claim = reading->claims[0];
  CHECK(!reading->published);
  CHECK(!claim.by[0].span);
  CHECK(claim.counts[0].low == 0.75);
  CHECK(!claim.counts[0].high);
  CHECK(claim.chains[0][0].span->begin == 5);
  CHECK(claim.to.empty());
  CHECK(reading->attributions[0].content.size() == 2);
}

TEST_CASE("what is no reading is an error that says where") {
  for (const char* bad : {"", "[]", "{\"claims\":[{}]}", "{\"doc\":7}",
                          "{\"doc\":", "{\"claims\":[{\"trigger\":[1]}]}"}) {
    CAPTURE(bad);
    CHECK(!parse_reading_file(bad));
  }
  const auto lines = parse_reading_lines("{\"doc\":\"a\"}\n\n{\"doc\":\n");
  REQUIRE(!lines);
  CHECK(lines.error().message.find("line 3: ") == 0);
}
