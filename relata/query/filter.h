// SPDX-License-Identifier: Apache-2.0
// Filter: which incidents, accounts, reports or voices somebody asks for. Everything that is set must hold; of several values
// of one field one is enough. add_condition() reads one field as it is typed (docs/formats/filters.md), parse_query() a line:
//
//   barrel bombs  "al-Fardous"  type:airstrike  from:2016-11  -status:denied  SANA OR SOHR
//
// What an account says is looked for in the account; an incident is found by its own type, place and days, and by the
// actors, voices, victims and words of any of its accounts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/corroboration/assessment.h"
#include "relata/query/sought_words.h"

namespace relata {

// "Fardous, Aleppo": each part names the place or one that holds it; a country also by its ISO code.
struct NamedPlace {
  std::string name;
  bool operator==(const NamedPlace&) const = default;
};
struct PlaceCircle {
  double latitude = 0, longitude = 0, km = 0;
  bool operator==(const PlaceCircle&) const = default;
};
// Over the date line if west > east.
struct PlaceBox {
  double south = 0, west = 0, north = 0, east = 0;
  bool operator==(const PlaceBox&) const = default;
};
using PlaceWithin = std::variant<NamedPlace, PlaceCircle, PlaceBox>;

enum class ActorRole : std::uint8_t { by, to };
struct ActorChoice {
  std::string name;               // or a side
  std::optional<ActorRole> role;  // nothing: either
  bool operator==(const ActorChoice&) const = default;
};

// Parts that must all hold, each a name, a kind or a side: "opposition/activist".
struct VoiceChoice {
  std::vector<std::string> parts;
  bool operator==(const VoiceChoice&) const = default;
};

struct Filter {
  std::vector<PlaceWithin> places;
  std::optional<Date> from, to;  // overlap with these days
  std::vector<EventType> types;
  std::vector<ActorChoice> actors;
  std::vector<VictimClass> victims;
  std::vector<VoiceChoice> voices;
  std::vector<Grade> grades;
  std::optional<std::uint32_t> lineages;  // at least
  std::vector<Status> statuses;
  std::vector<std::string> reports;  // 32 hexadecimal digits, or the name it came under
  SoughtWords words;
  std::vector<Filter> without;  // what fits any of these is left out
  bool operator==(const Filter&) const = default;
};

// Names of groups of types: data/type_families.tsv.
struct FilterLexicon {
  struct Family {
    std::string name;
    std::vector<EventType> types;
  };
  std::vector<Family> families;
  static Result<FilterLexicon> load(const DataFolder& folder);
};

// Adds what was typed for a field: "place", "from", "to", "type", "actor", "by", "against", "victim", "voice", "grade",
// "lineages", "status", "report", "words". Errors say which values there are.
Result<Done> add_condition(Filter& filter, std::string_view field, std::string_view value,
                           const FilterLexicon& lexicon);

// A whole line. Errors: longer than 4,096 bytes or 64 terms; a quote that is not closed; an unknown field or value; OR
// between different fields.
Result<Filter> parse_query(std::string_view query, const FilterLexicon& lexicon);

[[nodiscard]] const std::vector<std::string_view>& filter_fields();

}  // namespace relata
