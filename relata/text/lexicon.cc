// SPDX-License-Identifier: Apache-2.0
#include "relata/text/lexicon.h"

#include <algorithm>

namespace relata {
namespace {

// "2016" -> its first day (or its last), "2016-07" likewise, "2016-07-28".
Result<std::optional<Date>> day_of(const Table::Row& row, std::string_view column, bool last) {
  std::string text(row.cell(column));
  if (text.empty()) return std::optional<Date>();
  if (text.size() == 4) text += last ? "-12" : "-01";
  if (text.size() == 7) {
    const auto first = parse_iso_date(text + "-01");
    if (first) {
      const auto day = civil(*first);
      return std::optional<Date>(last ? Date(day.year() / day.month() / std::chrono::last)
                                      : *first);
    }
  }
  if (const auto day = parse_iso_date(text)) return std::optional<Date>(*day);
  return Error{row.where() + ": no day: " + text};
}

NameKind body_kind(std::string_view voice_kind) {
  return voice_kind == "armed_group" || voice_kind == "military" ? NameKind::armed_group
                                                                 : NameKind::organisation;
}

// The actor of this name, a new one if there is none yet.
Actor& actor_named(Lexicon& lexicon, std::string_view name, NameKind kind,
                   std::string_view voice_kind) {
  const auto next = static_cast<std::uint32_t>(lexicon.actor.size());
  const std::uint32_t at = lexicon.actors.add(name, next);
  if (at == next) {
    Actor actor;
    actor.name = name;
    actor.kind = kind;
    actor.voice_kind = voice_kind;
    lexicon.actor.push_back(std::move(actor));
  }
  return lexicon.actor[at];
}

std::uint32_t index_of(const Lexicon& lexicon, const Actor& actor) {
  return static_cast<std::uint32_t>(&actor - lexicon.actor.data());
}

Result<Done> add_sides(const Table::Row& row, Actor& actor) {
  RELATA_TRY(auto from, day_of(row, "from", false));
  RELATA_TRY(auto to, day_of(row, "to", true));
  if (!row.cell("side").empty()) {
    actor.sides.push_back(
        {std::string(row.cell("side")), std::string(row.cell("country")), from, to});
  }
  return Done{};
}

void add_context_alias(std::string_view alias, ContextAlias behind, Lexicon& lexicon) {
  const auto next = static_cast<std::uint32_t>(lexicon.context_alias.size());
  const std::uint32_t at = lexicon.context_aliases.add(alias, next);
  if (at == next) lexicon.context_alias.emplace_back();
  lexicon.context_alias[at].push_back(std::move(behind));
}

// Persons of aliases.tsv come first: other tables do not say that somebody is a person.
Result<Done> load_aliases(const DataFolder& folder, Lexicon& lexicon) {
  RELATA_TRY(const Table table,
             folder.table("aliases.tsv", {"alias", "name", "country", "needs", "kind"}));
  for (const auto& row : table.rows()) {
    if (row.cell("kind") == "person") {
      const Actor& actor = actor_named(lexicon, row.cell("name"), NameKind::person, "");
      lexicon.actors.add(row.cell("alias"), index_of(lexicon, actor));
      continue;
    }
    add_context_alias(row.cell("alias"),
                      {std::string(row.cell("name")), std::string(row.cell("country")),
                       std::string(row.cell("needs"))},
                      lexicon);
  }
  return Done{};
}

// The names of known voices hold before those of other tables; their aliases only after those of armed groups, who are
// what "RSF" or "SNA" means in a report of war.
void load_known_names(const Table& voices, Lexicon& lexicon) {
  for (const auto& row : voices.rows()) {
    if (lexicon.nations.find(row.cell("name"))) continue;  // states are nations here
    const bool person = row.cell("kind") == "official";
    const NameKind kind = person ? NameKind::person : body_kind(row.cell("kind"));
    actor_named(lexicon, row.cell("name"), kind, row.cell("kind"));
  }
}

// "rebels", "government forces": words that name somebody only in a report on the country.
bool is_common(std::string_view alias) {
  return std::none_of(alias.begin(), alias.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void load_known_aliases(const Table& voices, Lexicon& lexicon) {
  for (const auto& row : voices.rows()) {
    const auto at = lexicon.actors.find(row.cell("name"));
    if (!at) continue;
    const std::string country(row.cell("country"));
    for (const auto alias : row.list("aliases", '|')) {
      if (!country.empty() && is_common(alias)) {
        add_context_alias(alias, {std::string(row.cell("name")), country, ""}, lexicon);
      } else {
        lexicon.actors.add(alias, *at);
      }
    }
  }
}

Result<Done> load_bodies(const Table& table, bool dated, Lexicon& lexicon) {
  for (const auto& row : table.rows()) {
    std::string_view name = row.cell("name");
    // A body that an earlier table calls by one of the aliases keeps that name.
    if (!lexicon.actors.find(name)) {
      for (const auto alias : row.list("aliases", ';')) {
        const auto found = lexicon.actors.find(alias);
        if (found && alias.find(' ') != std::string_view::npos &&
            lexicon.actor[*found].name == alias)
          name = alias;
      }
    }
    Actor& actor = actor_named(lexicon, name, body_kind(row.cell("kind")), row.cell("kind"));
    const std::uint32_t at = index_of(lexicon, actor);
    if (dated) {
      RELATA_TRY([[maybe_unused]] const Done done, add_sides(row, actor));
      if (actor.family.empty()) actor.family = row.cell("family");
    } else if (!row.cell("side").empty()) {
      actor.sides.push_back(
          {std::string(row.cell("side")), std::string(row.cell("country")), {}, {}});
    }
    lexicon.actors.add(row.cell("name"), at);
    for (const auto alias : row.list("aliases", ';')) lexicon.actors.add(alias, at);
  }
  return Done{};
}

Nation::Kind nation_kind(std::string_view kind) {
  if (kind == "country") return Nation::Kind::country;
  if (kind == "ethnic") return Nation::Kind::people;
  return kind == "religion" ? Nation::Kind::faith : Nation::Kind::region;
}

Result<Done> load_nations(const DataFolder& folder, Lexicon& lexicon) {
  RELATA_TRY(const Table table, folder.table("nationalities.tsv", {"country", "code", "names",
                                                                   "demonyms", "seats", "kind"}));
  for (const auto& row : table.rows()) {
    const auto number = static_cast<std::uint32_t>(lexicon.nation.size());
    const auto demonyms = row.list("demonyms", ';');
    lexicon.nation.push_back(
        {.name = std::string(row.cell("country")),
         .code = std::string(row.cell("code")),
         .demonym = demonyms.empty() ? std::string() : std::string(demonyms.front()),
         .kind = nation_kind(row.cell("kind"))});
    const auto add = [&](std::string_view words, NationForm form) {
      const auto next = static_cast<std::uint32_t>(lexicon.nation_word.size());
      if (lexicon.nations.add(words, next) == next) lexicon.nation_word.push_back({number, form});
    };
    for (const auto name : row.list("names", ';')) add(name, NationForm::name);
    for (const auto demonym : demonyms) add(demonym, NationForm::demonym);
    for (const auto seat : row.list("seats", ';')) add(seat, NationForm::seat);
  }
  return Done{};
}

// Adds a word and its entry unless the word is there already.
template <typename Entry>
void add_entry(PhraseMatcher& matcher, std::vector<Entry>& entries, std::string_view word,
               Entry entry) {
  const auto next = static_cast<std::uint32_t>(entries.size());
  if (matcher.add(word, next) == next) entries.push_back(std::move(entry));
}

Result<Done> load_roles(const DataFolder& folder, Lexicon& lexicon) {
  RELATA_TRY(const Table table,
             folder.table("titles_and_roles.tsv",
                          {"word", "bearer", "kind", "before_name", "gender", "speaks_for"}));
  for (const auto& row : table.rows()) {
    Role role;
    role.word = row.cell("word");
    role.body = row.cell("bearer") == "body";
    for (const auto kind : row.list("kind")) role.kinds.emplace_back(kind);
    if (role.kinds.empty()) return Error{row.where() + ": no kind"};
    role.before_name = row.cell("before_name") == "yes";
    role.speaks_for = row.cell("speaks_for") == "yes";
    const auto gender = row.cell("gender");
    role.gender = gender == "male"     ? Gender::male
                  : gender == "female" ? Gender::female
                                       : Gender::unknown;
    add_entry(lexicon.roles, lexicon.role, row.cell("word"), std::move(role));
  }
  return Done{};
}

Result<Done> load_things(const DataFolder& folder, Lexicon& lexicon) {
  RELATA_TRY(const Table groups, folder.table("person_groups.tsv", {"word", "class"}));
  for (const auto& row : groups.rows()) {
    add_entry(lexicon.groups, lexicon.group, row.cell("word"),
              PersonGroup{std::string(row.cell("word")), std::string(row.cell("class"))});
  }
  RELATA_TRY(const Table facilities,
             folder.table("facility_words.tsv", {"word", "class", "protected"}));
  for (const auto& row : facilities.rows()) {
    add_entry(lexicon.facilities, lexicon.facility, row.cell("word"),
              Facility{std::string(row.cell("word")), std::string(row.cell("class")),
                       row.cell("protected") == "yes"});
  }
  RELATA_TRY(const Table weapons, folder.table("weapons.tsv", {"word", "aliases", "class"}));
  for (const auto& row : weapons.rows()) {
    const auto at = static_cast<std::uint32_t>(lexicon.weapon.size());
    lexicon.weapon.push_back({std::string(row.cell("word")), std::string(row.cell("class"))});
    lexicon.weapons.add(row.cell("word"), at);
    for (const auto alias : row.list("aliases", ';')) lexicon.weapons.add(alias, at);
  }
  RELATA_TRY(const Table names, folder.table("given_names.tsv", {"name"}));
  for (const auto& row : names.rows()) lexicon.given_names.add(row.cell("name"), 0);
  RELATA_TRY(const Table verbs, folder.table("reporting_verbs.tsv", {"verb", "strength", "link"}));
  for (const auto& row : verbs.rows()) {
    if (row.cell("strength") == "says" && row.cell("link") == "yes")
      lexicon.saying.add(row.cell("verb"), 0);
  }
  RELATA_TRY(const Table days, folder.table("date_words.tsv", {"kind", "word"}));
  for (const auto& row : days.rows()) {
    if (row.cell("kind") == "zone") continue;
    const auto word = row.cell("kind") == "month" ? CalendarWord::month : CalendarWord::weekday;
    lexicon.calendar.add(row.cell("word"), static_cast<std::uint32_t>(word));
  }
  return Done{};
}

}  // namespace

std::string_view Actor::side(std::optional<Date> day, std::string_view country) const {
  for (const ActorSide& row : sides) {
    if (day && ((row.from && *day < *row.from) || (row.to && *day > *row.to))) continue;
    if (!country.empty() && !row.countries.empty() &&
        row.countries.find(country) == std::string::npos)
      continue;
    return row.side;
  }
  return sides.size() == 1 && !day ? std::string_view(sides.front().side) : std::string_view();
}

const Nation* Lexicon::country(std::string_view code) const {
  const auto found = std::find_if(nation.begin(), nation.end(),
                                  [&](const Nation& n) { return !code.empty() && n.code == code; });
  return found == nation.end() ? nullptr : &*found;
}

Result<Lexicon> Lexicon::load(const DataFolder& folder) {
  Lexicon lexicon;
  RELATA_TRY([[maybe_unused]] const Done nations, load_nations(folder, lexicon));
  RELATA_TRY([[maybe_unused]] const Done aliases, load_aliases(folder, lexicon));
  RELATA_TRY(const Table voices, folder.table("known_voices.tsv", {"name", "aliases", "kind"}));
  load_known_names(voices, lexicon);
  RELATA_TRY(const Table groups,
             folder.table("armed_groups.tsv",
                          {"name", "aliases", "kind", "country", "side", "from", "to", "family"}));
  RELATA_TRY([[maybe_unused]] const Done armed, load_bodies(groups, true, lexicon));
  load_known_aliases(voices, lexicon);
  RELATA_TRY(const Table bodies,
             folder.table("organisations.tsv", {"name", "aliases", "kind", "country", "side"}));
  RELATA_TRY([[maybe_unused]] const Done public_bodies, load_bodies(bodies, false, lexicon));
  RELATA_TRY([[maybe_unused]] const Done roles, load_roles(folder, lexicon));
  RELATA_TRY([[maybe_unused]] const Done things, load_things(folder, lexicon));
  return lexicon;
}

}  // namespace relata
