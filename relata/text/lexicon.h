// SPDX-License-Identifier: Apache-2.0
// Lexicon: what Relata's tables know of names and of words for people and things: who is who (armed groups, organisations,
// known voices, their aliases), countries and demonyms, roles, groups of people, facilities, weapons. Each table is one
// PhraseMatcher; the value of a match is an index into the vector beside it.
//
//   RELATA_TRY(Lexicon lexicon, Lexicon::load(folder));
//   FoldedWords words(document);
//   if (auto match = lexicon.actors.longest(words, token)) lexicon.actor[match->value].name;
//   if (auto found = lexicon.groups.find("pregnant women")) lexicon.group[*found].victim_class;   // "women"
//
// Kinds and sides are words of the claims schema here; attribution and events turn them into their own types.
// It decides nothing by context: "Orient" may be a broadcaster or the East.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/base/date.h"
#include "relata/base/result.h"
#include "relata/text/document.h"
#include "relata/text/phrase_matcher.h"

namespace relata {

// On which side somebody stood, and when.
struct ActorSide {
  std::string side;              // "opposition"
  std::string countries;         // ISO 3166 codes, parted by commas; "": anywhere
  std::optional<Date> from, to;  // the days between which it holds
};

struct Actor {
  std::string name;                        // canonical: "Syrian Democratic Forces"
  NameKind kind = NameKind::organisation;  // person, organisation or armed_group
  std::string voice_kind;                  // "monitor"; "" if not told
  std::string family;  // what ties the names that one body bore one after the other; "" if none
  std::vector<ActorSide> sides;  // in the order of the table

  // The side on a day in a report about a country; the first row that fits.
  [[nodiscard]] std::string_view side(std::optional<Date> day, std::string_view country) const;
};

// A name that holds only in some reports: "the army" in a report about Syria.
struct ContextAlias {
  std::string name;     // canonical
  std::string country;  // the report's
  std::string needs;    // a name that the report must also use; "": none
};

struct Nation {
  enum class Kind : std::uint8_t { country, people, faith, region };
  std::string name;     // "Syria"; of peoples the plural: "Kurds"
  std::string code;     // ISO 3166; "" unless a country
  std::string demonym;  // "Syrian"
  Kind kind = Kind::country;
};
// How a nation is named: by its name, by its people, or by where its government sits.
enum class NationForm : std::uint8_t { name, demonym, seat };
struct NationWord {
  std::uint32_t nation = 0;  // index into Lexicon::nation
  NationForm form = NationForm::name;
};

enum class Gender : std::uint8_t { unknown, male, female };
struct Role {
  std::string word;                // "field commander"
  bool body = false;               // "the group", not "the activist"
  std::vector<std::string> kinds;  // kinds of voice that it can be, likeliest first
  bool before_name = false;        // a title: "General"
  bool speaks_for = false;         // its words are those of the body that it belongs to
  Gender gender = Gender::unknown;
};

struct PersonGroup {
  std::string word;          // "soldier"
  std::string victim_class;  // "combatants"
};

struct Facility {
  std::string word;            // "field hospital"
  std::string facility_class;  // "medical"
  bool is_protected = false;
};

enum class CalendarWord : std::uint8_t { month, weekday };

struct Weapon {
  std::string word;          // canonical: "barrel bomb"
  std::string weapon_class;  // an event type: "airstrike"
};

struct Lexicon {
  static Result<Lexicon> load(const DataFolder& folder);

  PhraseMatcher actors;
  std::vector<Actor> actor;
  PhraseMatcher
      context_aliases;  // value: index of a list, because one alias may hold in several countries
  std::vector<std::vector<ContextAlias>> context_alias;
  PhraseMatcher nations;
  std::vector<NationWord> nation_word;
  std::vector<Nation> nation;
  PhraseMatcher roles;
  std::vector<Role> role;
  PhraseMatcher groups;
  std::vector<PersonGroup> group;
  PhraseMatcher facilities;
  std::vector<Facility> facility;
  PhraseMatcher given_names;  // "Nadia"
  PhraseMatcher saying;       // lemmas of verbs by which something is said
  PhraseMatcher calendar;     // months and days of the week; value: CalendarWord
  PhraseMatcher weapons;
  std::vector<Weapon> weapon;

  // Of the country itself: "SY" -> Syria. Nothing for an unknown code.
  [[nodiscard]] const Nation* country(std::string_view code) const;
};

}  // namespace relata
