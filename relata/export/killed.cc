// SPDX-License-Identifier: Apache-2.0
#include "relata/export/killed.h"

#include <algorithm>

#include "relata/base/fold.h"

namespace relata {
namespace {

// What is told of one class of people: the number that weighs most.
struct Told {
  std::optional<double> number;
  double weight = 0;
};

// The classes that a recorder of casualties tells apart.
// Of `some` civilians it is told what they were: medics, reporters.
enum class Column : std::uint8_t { people, civilians, some, combatants, children, women };
constexpr std::size_t kColumns = 6;
constexpr double kLeastPart =
    0.8;  // of the weight of the main number; lighter ones are of other incidents
constexpr double kVague = 0.3;  // what "dozens" weighs beside a number

Column column_of(VictimClass victims) {
  switch (victims) {
    case VictimClass::civilians:
      return Column::civilians;
    case VictimClass::medics:
    case VictimClass::aid_workers:
    case VictimClass::journalists:
    case VictimClass::officials:
    case VictimClass::detainees:
      return Column::some;
    case VictimClass::children:
      return Column::children;
    case VictimClass::women:
      return Column::women;
    case VictimClass::combatants:
      return Column::combatants;
    case VictimClass::property:
    case VictimClass::place:
    case VictimClass::people:
    case VictimClass::unknown:
      return Column::people;
  }
  return Column::people;
}

// "at least 70" is 70; "up to 70" is 70; "20 to 30" is the lower, which is sure.
std::optional<double> best(const Count& count) { return count.low ? count.low : count.high; }

// "dozens", "hundreds": a large number without its digits that has no upper end.
bool is_vague(const Count& count, const Document& document) {
  constexpr double kSmall = 20;  // smaller numbers are often spelled out
  if (count.high || !count.low || *count.low < kSmall) return false;
  const std::string_view words = document.words(count.span);
  return std::none_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

VictimClass class_of(const Count& count, const Claim& claim, const PersonClasses& persons) {
  if (const VictimClass stated = persons.of(count.who);
      stated != VictimClass::unknown && stated != VictimClass::people) {
    return stated;
  }
  for (const Participant& victim : claim.to) {
    if (victim.span.overlaps(count.span) && victim.victim_class) return *victim.victim_class;
  }
  return VictimClass::unknown;
}

}  // namespace

Result<PersonClasses> PersonClasses::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("person_groups.tsv", {"word", "class"}));
  PersonClasses persons;
  for (const auto& row : table.rows()) {
    const auto victims = victim_class_of(row.cell("class"));
    if (!victims)
      return Error{row.where() + ": " + std::string(row.cell("class")) + " is no class"};
    persons.classes_.emplace(lower_ascii(row.cell("word")), *victims);
  }
  return persons;
}

VictimClass PersonClasses::of(std::string_view who) const {
  const std::string words = lower_ascii(who);
  for (std::size_t end = words.size(); end > 0;) {
    const std::size_t space = words.rfind(' ', end - 1);
    const std::size_t begin = space == std::string::npos ? 0 : space + 1;
    const std::string word = words.substr(begin, end - begin);
    for (const std::size_t cut : {0U, 1U, 2U}) {  // "fighters", "fighter"; "witnesses", "witness"
      if (cut > 0 && (word.size() <= cut + 2 || word.back() != 's')) break;
      const auto found = classes_.find(word.substr(0, word.size() - cut));
      if (found != classes_.end()) return found->second;
    }
    end = begin == 0 ? 0 : begin - 1;
  }
  return VictimClass::unknown;
}

Killed killed_in(const Document& document, const std::vector<IncidentClaim>& incident,
                 const Reading& reading, const PersonClasses& persons) {
  Told told[kColumns];
  for (const IncidentClaim& one : incident) {
    const Claim& claim = reading.claims[one.claim];
    for (const Count& count : claim.counts) {
      if (count.of != CountOf::killed) continue;
      Told& column = told[static_cast<std::size_t>(column_of(class_of(count, claim, persons)))];
      const double weight = one.weight * (is_vague(count, document) ? kVague : 1.0);
      if (weight > column.weight) column = {best(count), weight};
    }
  }
  double heaviest = 0;
  for (const Told& column : told) heaviest = std::max(heaviest, column.weight);
  const auto number = [&](Column column) {
    const Told& one = told[static_cast<std::size_t>(column)];
    return one.weight < kLeastPart * heaviest ? std::nullopt : one.number;
  };
  const auto people = number(Column::people);
  Killed killed{number(Column::civilians), number(Column::combatants), number(Column::children),
                number(Column::women)};
  const double parts = std::max(
      {killed.children.value_or(0), killed.women.value_or(0), number(Column::some).value_or(0)});
  if (!killed.civilians && people && *people > killed.combatants.value_or(0)) {
    killed.civilians = *people - killed.combatants.value_or(0);
  }
  if (!killed.civilians && !people && parts > 0) killed.civilians = parts;
  return killed;
}

}  // namespace relata
