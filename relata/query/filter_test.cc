// SPDX-License-Identifier: Apache-2.0
#include "relata/query/filter.h"

#include <doctest/doctest.h>

namespace relata {
namespace {

const FilterLexicon& lexicon() {
  static const FilterLexicon made{{{"strikes", {EventType::shelling, EventType::airstrike}}}};
  return made;
}

std::string error_of(std::string_view query) {
  const auto filter = parse_query(query, lexicon());
  return filter ? "" : filter.error().message;
}

Filter filter_of(std::string_view query) {
  const auto filter = parse_query(query, lexicon());
  REQUIRE_MESSAGE(filter, query);
  return *filter;
}

TEST_CASE("a line of words, quotes and fields becomes a filter") {
  const Filter filter = filter_of(
      "barrel \"burning bombs\" type:strikes place:\"Fardous, Aleppo\" from:2016-11 to:2016 "
      "-status:denied SANA OR SOHR -exercise by:government lineages:2 grade:fair victim:civilians");
  REQUIRE(filter.words.size() == 4);
  CHECK(filter.words[0].any[0].words == std::vector<std::string>{"barrel"});
  CHECK(filter.words[1].any[0].words == std::vector<std::string>{"burning", "bombs"});
  CHECK(filter.words[2].any.size() == 2);
  CHECK(filter.words[3].absent);
  CHECK(filter.types == std::vector<EventType>{EventType::shelling, EventType::airstrike});
  REQUIRE(filter.places.size() == 1);
  CHECK(std::get<NamedPlace>(filter.places[0]).name == "Fardous, Aleppo");
  CHECK(filter.from == make_date(2016, 11, 1));
  CHECK(filter.to == make_date(2016, 12, 31));
  REQUIRE(filter.without.size() == 1);
  CHECK(filter.without[0].statuses == std::vector<Status>{Status::denied});
  CHECK(filter.actors == std::vector<ActorChoice>{{"government", ActorRole::by}});
  CHECK(filter.lineages == 2u);
  CHECK(filter.grades == std::vector<Grade>{Grade::fair});
  CHECK(filter.victims == std::vector<VictimClass>{VictimClass::civilians});
}

TEST_CASE("places are names, circles and boxes") {
  CHECK(std::get<PlaceCircle>(filter_of("place:36.2,37.16,5km").places[0]) ==
        PlaceCircle{36.2, 37.16, 5});
  CHECK(std::get<PlaceBox>(filter_of("place:\"36, 37, 36.5, 37.5\"").places[0]) ==
        PlaceBox{36, 37, 36.5, 37.5});
  CHECK(std::get<PlaceBox>(filter_of("place:-20,179,-10,-179").places[0]).east == -179);
  for (const char* bad : {"place:91,0,5km", "place:1,2", "place:1,2,-5km", "place:2,0,1,1",
                          "place:1,2,x", "place:\"...\"", "place:1,2,3,4,5"})
    CHECK_MESSAGE(error_of(bad) != "", bad);
}

TEST_CASE("what cannot be read is said clearly") {
  const struct {
    const char* query;
    const char* error;
  } cases[] = {
      {"\"open", "a quote is not closed"},
      {"colour:red", "'colour' is no field; there are place, from"},
      {"type:party", "'party' is no type; there are strikes, execution"},
      {"grade:good", "'good' is no grade; there are confirmed, fair"},
      {"from:yesterday", "'yesterday' is no date; write 2016-11-30"},
      {"from:2016-02-30", "is no date"},
      {"to:2016 to:2017", "given twice"},
      {"a OR type:siege", "OR joins words, or values of one field"},
      {"a OR -b", "- cannot stand in a choice with OR"},
      {"OR a", "OR stands after nothing"},
      {"a OR", "OR stands before nothing"},
      {"type:", "nothing stands after type:"},
      {"a -", "nothing stands after -"},
      {"...", "nothing to look for in '...'"},
      {"lineages:-1", "is no number of lineages"},
      {"bo*", "fewer than three letters before *"},
  };
  for (const auto& expected : cases)
    CHECK_MESSAGE(error_of(expected.query).find(expected.error) != std::string::npos,
                  (std::string(expected.query) + ": " + error_of(expected.query)));
  CHECK(error_of(std::string(5000, 'a')) == "a query of more than 4,096 bytes");
  std::string many;
  for (int i = 0; i < 65; ++i) many += "word ";
  CHECK(error_of(many) == "more than 64 terms");
  CHECK(error_of("a\xFF") == "the query is no UTF-8");
}

TEST_CASE("what looks like a field and is none is an error, what stands in quotes is words") {
  CHECK(filter_of("\"type:siege\"").words[0].any[0].words ==
        std::vector<std::string>{"type", "siege"});
  CHECK(filter_of("12:30").words[0].any[0].words == std::vector<std::string>{"12", "30"});
  CHECK(filter_of("  \t ") == Filter{});
  CHECK(filter_of("~fardous").words[0].any[0].sounds == std::vector<std::string>{"frds"});
}

}  // namespace
}  // namespace relata
