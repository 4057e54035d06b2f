// SPDX-License-Identifier: Apache-2.0
// The values of a filter's fields, as they are typed.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/query/filter.h"

namespace relata {
namespace {

constexpr std::size_t kLongestValue = 1024;
constexpr std::size_t kValuesOfField = 64;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    if (const auto part = trimmed(text.substr(0, at)); !part.empty()) parts.push_back(part);
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// "Suicide bombing" and "suicide-bombing" are suicide_bombing.
std::string as_name(std::string_view typed) {
  std::string name = lower_ascii(typed);
  std::replace(name.begin(), name.end(), '-', '_');
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

Error none_of(std::string_view value, std::string_view what, const std::string& names) {
  return Error{"'" + std::string(value) + "' is no " + std::string(what) + "; there are " + names};
}

template <typename Enum>
std::string all_names(Enum last) {
  std::string names;
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(last); ++i)
    names += (i == 0 ? "" : ", ") + std::string(name_of(static_cast<Enum>(i)));
  return names;
}

// The first or the last day that a date means: 2016, 2016-11, 2016-11-30.
Result<Date> date_of(std::string_view typed, bool last) {
  const Error error{"'" + std::string(typed) + "' is no date; write 2016-11-30, 2016-11 or 2016"};
  const std::string text(typed);
  const auto digits = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7 ? text[i] != '-' : !digits(i)) return error;
  }
  std::optional<Date> date;
  if (text.size() == 10) {
    date = parse_iso_date(text);
  } else if (text.size() == 7 || text.size() == 4) {
    const bool month = text.size() == 7;
    date = parse_iso_date(text + (month ? "-01" : "-01-01"));
    if (date && last) {
      const auto day = civil(*date);
      date = month ? Date(day.year() / day.month() / std::chrono::last)
                   : Date(day.year() / std::chrono::December / 31);
    }
  }
  if (!date) return error;
  return *date;
}

Error bad_place(std::string_view typed) {
  return Error{"'" + std::string(typed) +
               "' is no place; write a name, LATITUDE,LONGITUDE,KMkm or SOUTH,WEST,NORTH,EAST"};
}

Result<PlaceWithin> place_of(std::string_view typed) {
  std::vector<std::string_view> parts = split(typed, ',');
  const bool figures = !parts.empty() && number_of(parts[0]).has_value();
  if (!figures) {
    if (search_words(typed).empty()) return bad_place(typed);
    return PlaceWithin(NamedPlace{std::string(trimmed(typed))});
  }
  const bool circle = parts.size() == 3;
  if (circle && parts[2].ends_with("km"))
    parts[2] = trimmed(parts[2].substr(0, parts[2].size() - 2));
  std::vector<double> values;
  for (const std::string_view part : parts) {
    const auto value = number_of(part);
    if (!value) return bad_place(typed);
    values.push_back(*value);
  }
  const auto latitude = [](double value) { return value >= -90 && value <= 90; };
  const auto longitude = [](double value) { return value >= -180 && value <= 180; };
  if (circle && latitude(values[0]) && longitude(values[1]) && values[2] >= 0 && values[2] <= 20038)
    return PlaceWithin(PlaceCircle{values[0], values[1], values[2]});
  if (values.size() == 4 && latitude(values[0]) && longitude(values[1]) && latitude(values[2]) &&
      longitude(values[3]) && values[0] <= values[2])
    return PlaceWithin(PlaceBox{values[0], values[1], values[2], values[3]});
  return bad_place(typed);
}

Result<Done> add_type(Filter& filter, std::string_view value, const FilterLexicon& lexicon) {
  const std::string name = as_name(value);
  if (const auto type = event_type_of(name)) {
    filter.types.push_back(*type);
    return Done{};
  }
  std::string names;
  for (const FilterLexicon::Family& family : lexicon.families) {
    names += family.name + ", ";
    if (family.name != name) continue;
    filter.types.insert(filter.types.end(), family.types.begin(), family.types.end());
    return Done{};
  }
  return none_of(value, "type", names + all_names(EventType::crisis));
}

Result<Done> add_words(Filter& filter, std::string_view value) {
  RELATA_TRY(SoughtTerm term, sought_term(value, false, false));
  filter.words.push_back({.any = {std::move(term)}, .absent = false});
  return Done{};
}

Result<Done> add_date(Filter& filter, std::string_view value, bool last) {
  RELATA_TRY(const Date date, date_of(value, last));
  std::optional<Date>& bound = last ? filter.to : filter.from;
  if (bound) return Error{"given twice"};
  bound = date;
  return Done{};
}

Result<Done> add_lineages(Filter& filter, std::string_view value) {
  const auto number = number_of(value);
  if (!number || *number < 0 || *number > 1e6 || *number != std::floor(*number))
    return Error{"'" + std::string(value) + "' is no number of lineages"};
  filter.lineages = static_cast<std::uint32_t>(*number);
  return Done{};
}

Result<Done> add_voice(Filter& filter, std::string_view value) {
  VoiceChoice choice;
  for (const std::string_view part : split(value, '/')) choice.parts.emplace_back(part);
  if (choice.parts.empty() || search_words(value).empty())
    return Error{"'" + std::string(value) + "' is no voice; write a name, a kind or a side"};
  filter.voices.push_back(std::move(choice));
  return Done{};
}

Result<Done> add_actor(Filter& filter, std::string_view value, std::optional<ActorRole> role) {
  if (search_words(value).empty())
    return Error{"'" + std::string(value) + "' is no actor; write a name or a side"};
  filter.actors.push_back({std::string(value), role});
  return Done{};
}

template <typename Enum, typename Parse>
Result<Done> add_choice(std::vector<Enum>& choices, std::string_view value, std::string_view what,
                        Enum last, Parse parse) {
  const std::optional<Enum> choice = parse(as_name(value));
  if (!choice) return none_of(value, what, all_names(last));
  choices.push_back(*choice);
  return Done{};
}

Result<Done> add_value(Filter& filter, std::string_view field, std::string_view value,
                       const FilterLexicon& lexicon) {
  if (field == "place") {
    RELATA_TRY(PlaceWithin place, place_of(value));
    filter.places.push_back(std::move(place));
    return Done{};
  }
  if (field == "from") return add_date(filter, value, false);
  if (field == "to") return add_date(filter, value, true);
  if (field == "type") return add_type(filter, value, lexicon);
  if (field == "actor") return add_actor(filter, value, std::nullopt);
  if (field == "by") return add_actor(filter, value, ActorRole::by);
  if (field == "against") return add_actor(filter, value, ActorRole::to);
  if (field == "victim")
    return add_choice(filter.victims, value, "class of victims", VictimClass::people,
                      victim_class_of);
  if (field == "voice") return add_voice(filter, value);
  if (field == "grade")
    return add_choice(filter.grades, value, "grade", Grade::discounted, grade_of);
  if (field == "lineages") return add_lineages(filter, value);
  if (field == "status")
    return add_choice(filter.statuses, value, "status", Status::asked, status_of);
  if (field == "report") {
    filter.reports.emplace_back(value);
    return Done{};
  }
  if (field == "words") return add_words(filter, value);
  std::string names;
  for (const std::string_view name : filter_fields())
    names += (names.empty() ? "" : ", ") + std::string(name);
  return none_of(field, "field", names);
}

}  // namespace

const std::vector<std::string_view>& filter_fields() {
  static const std::vector<std::string_view> fields = {
      "place",  "from",  "to",    "type",     "actor",  "by",     "against",
      "victim", "voice", "grade", "lineages", "status", "report", "words"};
  return fields;
}

Result<Done> add_condition(Filter& filter, std::string_view field, std::string_view value,
                           const FilterLexicon& lexicon) {
  value = trimmed(value);
  if (value.empty()) return Error{"nothing given"}.with(field);
  if (value.size() > kLongestValue || first_bad_utf8(value))
    return Error{"more than 1,024 bytes, or no UTF-8"}.with(field);
  auto added = add_value(filter, field, value, lexicon);
  if (!added) return added.error().with(field);
  const std::size_t most =
      std::max({filter.places.size(), filter.types.size(), filter.actors.size(),
                filter.victims.size(), filter.voices.size(), filter.grades.size(),
                filter.statuses.size(), filter.reports.size(), filter.words.size()});
  if (most > kValuesOfField) return Error{"more than 64 values"}.with(field);
  return Done{};
}

Result<FilterLexicon> FilterLexicon::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("type_families.tsv", {"family", "types"}));
  FilterLexicon lexicon;
  for (const Table::Row& row : table.rows()) {
    Family family{std::string(row.cell("family")), {}};
    for (const std::string_view name : row.list("types")) {
      const auto type = event_type_of(name);
      if (!type) return Error{"'" + std::string(name) + "' is no type"}.with(row.where());
      family.types.push_back(*type);
    }
    lexicon.families.push_back(std::move(family));
  }
  return lexicon;
}

}  // namespace relata
