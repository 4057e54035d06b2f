// SPDX-License-Identifier: Apache-2.0
#include "cli/listing.h"

#include <algorithm>
#include <utility>

#include "cli/terminal.h"

namespace relata::cli {
namespace {

// Each condition with the name of its field in queries and of its option.
struct Condition {
  const char* field;
  const char* option;
  std::string value;
};

std::vector<Condition> conditions_of(const FilterArguments& arguments) {
  std::vector<Condition> conditions;
  const auto add = [&](const char* field, const char* option, const std::string& value) {
    if (!value.empty()) conditions.push_back({field, option, value});
  };
  add("place", "--place", arguments.place);
  add("place", "--near", arguments.near.empty() ? "" : arguments.near + "km");
  add("from", "--from", arguments.from);
  add("to", "--to", arguments.to);
  for (const std::string& type : arguments.types) add("type", "--type", type);
  add("by", "--actor", arguments.actor);
  add("victim", "--victims", arguments.victims);
  add("voice", "--voice", arguments.voice);
  for (const std::string& grade : arguments.grades) add("grade", "--grade", grade);
  add("lineages", "--lineages", arguments.lineages > 0 ? std::to_string(arguments.lineages) : "");
  add("status", "--status", arguments.status);
  add("words", "--words", arguments.words);
  return conditions;
}

}  // namespace

Result<Filter> filter_of(const FilterArguments& arguments, const FilterLexicon& lexicon) {
  const std::string& near = arguments.near;
  if (!near.empty() && std::count(near.begin(), near.end(), ',') != 2)
    return Error{"--near " + near + ": write it as LATITUDE,LONGITUDE,KM"};
  Filter filter;
  for (const Condition& condition : conditions_of(arguments)) {
    const auto added = add_condition(filter, condition.field, condition.value, lexicon);
    if (!added) return added.error().with(condition.option);
  }
  return filter;
}

Result<PageRequest> page_of(const ListArguments& arguments) {
  PageRequest page;
  page.sort = sort_by_of(arguments.sort);
  page.descending =
      arguments.sort != "place" && arguments.sort != "name" && arguments.sort != "date";
  page.size = arguments.limit == 0 ? kLargestPage : arguments.limit;
  if (page.size > kLargestPage)
    return Error{"--limit can be " + std::to_string(kLargestPage) + " at most, or 0 for all"};
  page.after = arguments.after;
  return page;
}

View list_view(int width, const std::string& colour) {
  constexpr int kWidest = 110;
  View view;
  view.colour = wants_colour(colour, stdout);
  view.columns = width > 0 ? width : std::min(terminal_columns(), kWidest);
  return view;
}

std::vector<std::string> words_of(const FilterArguments& arguments) {
  std::vector<std::string> words;
  for (const Condition& condition : conditions_of(arguments))
    words.push_back(std::string(condition.option) + ' ' + condition.value);
  return words;
}

}  // namespace relata::cli
