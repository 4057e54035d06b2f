// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/reading_record.h"

#include <doctest/doctest.h>

#include <map>

namespace relata {
namespace {

TEST_CASE("what read a report is known by what it knew") {
  std::map<std::string, std::string> known = {{"root/data/a.tsv", "one"},
                                              {"root/data/b.tsv", "two"},
                                              {"root/models/m.bin", "weights"},
                                              {"root/models/m.toml", "remarks"}};
  const auto engine = [&] {
    const auto files = files_in_memory(known);
    auto made = engine_of({files.get(), "root"});
    REQUIRE(made);
    return *made;
  };
  const Engine first = engine();
  CHECK(first.models.size() == 1);
  CHECK(first.models.at(0).first == "m.bin");
  known["root/models/m.toml"] = "other remarks";
  CHECK(engine() == first);
  known["root/data/b.tsv"] = "three";
  CHECK(engine().tables != first.tables);
  known["root/models/m.bin"] = "other weights";
  CHECK(engine().models != first.models);
}

TEST_CASE("a reading comes back from its record as it was") {
  ReadingRecord record;
  record.report.bytes[3] = 7;
  record.engine = {"relata 9.9", "ab", {{"m.bin", "cd"}}};
  record.reading = "{\"claims\":[]}\n";
  const auto back = reading_of_record(reading_record(record));
  REQUIRE(back);
  CHECK(back->report == record.report);
  CHECK(back->engine == record.engine);
  CHECK(back->reading == record.reading);
  for (const std::string_view wrong : {"", "{}", "{}\n", "{\"form\":\"relata reading 1\"}\n{}"}) {
    CAPTURE(wrong);
    CHECK_FALSE(reading_of_record(wrong));
  }
}

}  // namespace
}  // namespace relata
