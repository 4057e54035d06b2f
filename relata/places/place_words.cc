// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_words.h"

#include <algorithm>

#include "relata/base/fold.h"

namespace relata {

namespace {

constexpr std::pair<std::string_view, KindWord> kKinds[] = {
    {"town", KindWord::town},
    {"village", KindWord::village},
    {"neighbourhood", KindWord::neighbourhood},
    {"district", KindWord::district},
    {"region", KindWord::region},
    {"state", KindWord::state},
    {"country", KindWord::country},
    {"capital", KindWord::capital},
    {"camp", KindWord::camp},
    {"area", KindWord::area},
    {"part", KindWord::part},
    {"piece", KindWord::part},
    {"landmark", KindWord::landmark},
    {"border", KindWord::border}};
constexpr std::pair<std::string_view, Preposition> kPrepositions[] = {
    {"in", Preposition::in},
    {"near", Preposition::near},
    {"of", Preposition::of},
    {"other", Preposition::other}};

template <typename Value, std::size_t n>
std::optional<Value> named(const std::pair<std::string_view, Value> (&table)[n],
                           std::string_view name) {
  for (const auto& [known, value] : table) {
    if (known == name) return value;
  }
  return std::nullopt;
}

// The last word of a compound: "refugee camp" is known by "camp".
std::string_view head_word(std::string_view phrase) {
  const std::size_t space = phrase.rfind(' ');
  return space == std::string_view::npos ? phrase : phrase.substr(space + 1);
}

bool is_acronym(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Result<Done> read_word(const Table::Row& row, WordSense& sense) {
  const std::string_view role = row.cell("role"), kind = row.cell("kind");
  if (role == "kind") {
    const auto known = named(kKinds, kind);
    if (!known) return Error{row.where() + ": no such kind: " + std::string(kind)};
    sense.kind = *known;
    sense.piece = kind == "piece";
    sense.plural = row.cell("word").ends_with('s') && !row.cell("word").ends_with("ss");
  } else if (role == "preposition") {
    const auto known = named(kPrepositions, kind);
    if (!known) return Error{row.where() + ": no such preposition: " + std::string(kind)};
    sense.preposition = *known;
  } else if (role == "direction") {
    sense.direction = true;
  } else if (role == "part_of_name") {
    sense.part_of_name = true;
  } else if (role == "title") {
    sense.title = true;
  } else if (role == "speaker") {
    sense.speaker = true;
  } else if (role == "scene") {
    sense.scene = true;
  } else if (role == "list") {
    sense.list = true;
  } else if (role == "never") {
    sense.never = true;
  } else {
    return Error{row.where() + ": no such role: " + std::string(role)};
  }
  return Done{};
}

}  // namespace

bool fits(KindWord word, PlaceKind kind) {
  switch (word) {
    case KindWord::none:
    case KindWord::area:
    case KindWord::part:
    case KindWord::border:
      return true;
    case KindWord::town:
    case KindWord::capital:
      return kind == PlaceKind::town || kind == PlaceKind::village;
    case KindWord::village:
      return kind == PlaceKind::village || kind == PlaceKind::town;
    case KindWord::neighbourhood:
      return kind == PlaceKind::neighbourhood || kind == PlaceKind::town ||
             kind == PlaceKind::village;
    case KindWord::district:
      return kind != PlaceKind::country && kind != PlaceKind::region;
    case KindWord::region:
      return kind == PlaceKind::region;
    case KindWord::state:
      return kind == PlaceKind::region || kind == PlaceKind::country;
    case KindWord::country:
      return kind == PlaceKind::country;
    case KindWord::camp:
      return kind == PlaceKind::camp || kind == PlaceKind::neighbourhood ||
             kind == PlaceKind::town || kind == PlaceKind::village;
    case KindWord::landmark:
      return kind == PlaceKind::landmark || kind == PlaceKind::neighbourhood;
  }
  return true;
}

Result<PlaceWords> PlaceWords::load(const DataFolder& folder) {
  PlaceWords words;
  RELATA_TRY(const Table own, folder.table("place_words.tsv", {"word", "role", "kind"}));
  for (const Table::Row& row : own.rows()) {
    const std::string_view word = row.cell("word");
    if (word.find(' ') != std::string_view::npos)
      continue;  // compounds are known by their last word
    RELATA_TRY(const Done done, read_word(row, words.senses_[lower_ascii(word)]));
    static_cast<void>(done);
  }
  RELATA_TRY(const Table facilities, folder.table("facility_words.tsv", {"word"}));
  for (const Table::Row& row : facilities.rows()) {
    words.senses_[lower_ascii(head_word(row.cell("word")))].facility = true;
  }
  RELATA_TRY(const Table verbs, folder.table("reporting_verbs.tsv", {"verb", "strength"}));
  for (const Table::Row& row : verbs.rows()) {
    if (row.cell("strength") == "says" && row.cell("verb").find(' ') == std::string_view::npos) {
      words.senses_[std::string(row.cell("verb"))].says = true;
    }
  }
  RELATA_TRY(const Table nations, folder.table("nationalities.tsv", {"code", "names", "demonyms"}));
  for (const Table::Row& row : nations.rows()) {
    const std::string code(row.cell("code"));
    if (code.size() != 2) continue;
    for (const auto name : row.list("demonyms", ';')) {
      const std::string lower = lower_ascii(name);
      words.nations_.try_emplace(lower, NationSense{code, true});
      words.nations_.try_emplace(lower + "s", NationSense{code, true});
    }
    for (const auto name : row.list("names", ';'))
      words.nations_.try_emplace(lower_ascii(name), NationSense{code, false});
  }
  RELATA_TRY(const Done done, words.load_bodies(folder));
  static_cast<void>(done);
  return words;
}

// Armed groups, but not those that bear the name of a country or its people ("Syrian army"): they say where they are. Of other
// bodies only acronyms ("SANA"): "Homs Media Centre" holds a place, and "Moscow" is one.
Result<Done> PlaceWords::load_bodies(const DataFolder& folder) {
  constexpr std::pair<std::string_view, char> kTables[] = {
      {"armed_groups.tsv", ';'}, {"organisations.tsv", ';'}, {"known_voices.tsv", '|'}};
  for (const auto& [file, separator] : kTables) {
    const bool armed = file == kTables[0].first;
    RELATA_TRY(const Table table, folder.table(file, {"name", "aliases"}));
    for (const Table::Row& row : table.rows()) {
      std::vector<std::string_view> names = row.list("aliases", separator);
      names.push_back(row.cell("name"));
      for (const std::string_view name : names) {
        const std::string lower = lower_ascii(name);
        const std::string_view first = std::string_view(lower).substr(0, lower.find(' '));
        if ((armed || is_acronym(name)) && nation(first) == nullptr) bodies_.insert(lower);
      }
    }
  }
  return Done{};
}

bool PlaceWords::is_body(std::string_view lower) const {
  return bodies_.find(lower) != bodies_.end();
}

const WordSense* PlaceWords::sense(std::string_view lower) const {
  const auto at = senses_.find(lower);
  return at == senses_.end() ? nullptr : &at->second;
}

const NationSense* PlaceWords::nation(std::string_view lower) const {
  const auto at = nations_.find(lower);
  return at == nations_.end() ? nullptr : &at->second;
}

}  // namespace relata
