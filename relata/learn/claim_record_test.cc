// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/claim_record.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("a record of claims is read with every field") {
  const auto record =
      parse_report_record(R"({"doc": "a", "published": "2030-06-03", "publisher": null,
    "claims": [{"id": 1, "type": "shelling", "trigger": [0, 8], "evidence": [0, 30], "status": "alleged",
      "by": [{"span": [1, 2], "name": "army"}], "to": [{"span": null, "name": "civilians", "class": "civilians"}],
      "where": [], "when": {"span": null, "from": "2030-06-02", "to": "2030-06-03"},
      "counts": [{"span": [3, 5], "of": "killed", "who": "civilians", "low": 9, "high": null}],
      "chains": [[{"span": [9, 12], "name": "medic"}]]}],
    "voices": [{"name": "medic", "kind": "medic", "side": "unknown", "spans": [[9, 12]]}],
    "relations": [{"kind": "same_event", "from": 1, "to": 1}]})");
  REQUIRE(record);
  CHECK(record->published == make_date(2030, 6, 3));
  REQUIRE(record->claims.size() == 1);
  const ClaimRecord& claim = record->claims[0];
  CHECK(claim.type == EventType::shelling);
  CHECK(claim.status == Status::alleged);
  CHECK_FALSE(claim.to[0].span);
  CHECK(claim.counts[0].low == 9.0);
  CHECK_FALSE(claim.counts[0].high);
  CHECK(claim.chains[0][0].name == "medic");
  CHECK(claim.when->period.from == *make_date(2030, 6, 2));
  CHECK(record->voices[0].spans[0] == Span{9, 12});
  CHECK(record->relations[0].kind == RelationKind::same_event);
}

TEST_CASE("a record that is wrong says what is wrong") {
  struct {
    const char* json;
    const char* message;
  } const cases[] = {
      {"{", "is not JSON"},
      {"{}", "no field doc"},
      {R"({"doc": "a", "claims": [{"id": 1, "type": "party", "status": "asserted"}]})",
       "claim 1: unknown type or status"},
      {R"({"doc": "a", "claims": [{"id": 1, "type": "siege", "status": "asserted", "trigger": [2, 1]}]})",
       "a span ends before it begins"},
  };
  for (const auto& c : cases) {
    const auto record = parse_report_record(c.json);
    REQUIRE_FALSE(record);
    CHECK(record.error().message == c.message);
  }
}
