// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/known_voices.h"

#include <algorithm>
#include <set>

#include "relata/base/fold.h"

namespace relata {

namespace {

constexpr std::size_t kLongestAcronym = 5;  // letters

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Whether a name is written in capitals only ("IS", "U.N.", "SANAs").
bool written_as_acronym(std::string_view name) {
  if (name.starts_with("The ") || name.starts_with("the ")) name.remove_prefix(4);
  if (name.size() > 2 && name.ends_with('s')) name.remove_suffix(1);
  return std::any_of(name.begin(), name.end(), is_upper) &&
         std::none_of(name.begin(), name.end(), is_lower);
}

// A listed name that could be taken for a common word if its case were ignored.
bool is_acronym(std::string_view name) {
  return name.size() <= kLongestAcronym && written_as_acronym(name) && !name.ends_with('s');
}

// A newspaper or the like that is called by a common word, and so only with its article: "The Times".
bool needs_article(std::string_view name) {
  return name.starts_with("The ") && name.find(' ', 4) == std::string_view::npos;
}

bool written_with_article(std::string_view name) {
  return (name.starts_with("The ") || name.starts_with("the ")) && name.size() > 4 &&
         is_upper(name[4]);
}

// "2016-07-28", or a month or a year, of which the first or the last day is taken.
Result<std::optional<Date>> day_in(const Table::Row& row, std::string_view column) {
  const std::string_view cell = row.cell(column);
  if (cell.empty()) return std::optional<Date>();
  const bool last = column == "to";
  std::string text(cell);
  if (text.size() == 4) text += last ? "-12" : "-01";
  if (text.size() == 7) text += last ? "-28" : "-01";
  const auto day = parse_iso_date(text);
  if (!day) return Error{row.where() + ": no day: " + std::string(cell)};
  return day;
}

// Words for roles, which name nobody in particular: "ministry of defence".
Result<std::set<std::string>> role_words(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("role_kinds.tsv", {"word"}));
  std::set<std::string> words;
  for (const Table::Row& row : table.rows()) words.insert(name_key(row.cell("word")));
  return words;
}

}  // namespace

void append_name_key(std::string& key, std::string_view word) {
  if (word == "'s" || word == "’s" || word == "'" || word == "’") return;
  if (!key.empty() && key.back() != ' ') key += ' ';
  const std::string folded = fold(word);
  for (const char c : folded) {
    if (c == '.' || c == '\'' || c == ',' || c == '(' || c == ')' || c == '"') continue;
    const bool gap = c == '-' || c == ' ' || c == '/';
    if (!gap) {
      key += c;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
}

std::string name_key(std::string_view name) {
  std::string key;
  while (!name.empty()) {
    const std::size_t space = name.find_first_of(" \n\t");
    const std::string_view word = name.substr(0, space);
    std::string_view bare = word;
    if (bare.ends_with("'s")) bare.remove_suffix(2);
    if (bare.ends_with("’s")) bare.remove_suffix(4);
    if (!bare.empty()) append_name_key(key, bare);
    if (space == std::string_view::npos) break;
    name.remove_prefix(space + 1);
  }
  while (key.ends_with(' ')) key.pop_back();
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

Result<KnownVoices> KnownVoices::load(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("known_voices.tsv",
                          {"name", "aliases", "kind", "side", "group", "country", "from", "to"}));
  KnownVoices known;
  for (const Table::Row& row : table.rows()) {
    RELATA_TRY(KnownVoice voice, known_voice(row));
    RELATA_TRY(voice.from, day_in(row, "from"));
    RELATA_TRY(voice.to, day_in(row, "to"));
    voice.group = row.cell("group");
    known.add(std::move(voice), row.list("aliases", '|'));
  }
  // Groups and bodies that the tables of names hold; what has a row of its own above keeps it.
  RELATA_TRY(const std::set<std::string> roles, role_words(folder));
  RELATA_TRY(const Table groups,
             folder.table("armed_groups.tsv",
                          {"name", "aliases", "kind", "country", "side", "from", "to"}));
  for (const Table::Row& row : groups.rows()) {
    RELATA_TRY(KnownVoice voice, known_voice(row));
    RELATA_TRY(voice.from, day_in(row, "from"));
    RELATA_TRY(voice.to, day_in(row, "to"));
    known.add_further(std::move(voice), row.list("aliases", ';'), roles);
  }
  RELATA_TRY(const Table bodies,
             folder.table("organisations.tsv", {"name", "aliases", "kind", "country", "side"}));
  for (const Table::Row& row : bodies.rows()) {
    RELATA_TRY(KnownVoice voice, known_voice(row));
    known.add_further(std::move(voice), row.list("aliases", ';'), roles);
  }
  // Every other state speaks through its government, which may be called by its seat; the state's own name is more often a place.
  RELATA_TRY(const Table states,
             folder.table("nationalities.tsv", {"country", "code", "seats", "kind"}));
  for (const Table::Row& row : states.rows()) {
    if (row.cell("kind") != "country") continue;
    known.states_.insert(name_key(row.cell("country")));
    for (const std::string_view seat : row.list("seats", ';')) known.states_.insert(name_key(seat));
    if (known.has_government(row.cell("code"))) continue;
    KnownVoice voice;
    voice.name = row.cell("country");
    voice.kind = VoiceKind::government;
    voice.side = Side::other_state;
    known.add_seats(std::move(voice), row.list("seats", ';'));
  }
  return known;
}

Result<KnownVoice> KnownVoices::known_voice(const Table::Row& row) {
  const auto kind = voice_kind_of(row.cell("kind"));
  const auto side = relata::side_of(row.cell("side"));
  if (!kind) return Error{row.where() + ": no kind of voice: " + std::string(row.cell("kind"))};
  if (!side) return Error{row.where() + ": no side: " + std::string(row.cell("side"))};
  KnownVoice voice;
  voice.name = row.cell("name");
  voice.kind = *kind;
  voice.side = *side;
  voice.country = row.cell("country");
  return voice;
}

void KnownVoices::add(KnownVoice voice, const std::vector<std::string_view>& aliases) {
  const auto index = static_cast<std::uint32_t>(voices_.size());
  if (voice.group.empty()) voice.group = name_of(voice.side);
  add_name(voice.name, index);
  voices_.push_back(std::move(voice));
  for (const std::string_view alias : aliases) add_name(alias, index);
}

// Names that are not known yet: of a known voice if the row is about one, else of a new one.
void KnownVoices::add_further(KnownVoice voice, std::vector<std::string_view> aliases,
                              const std::set<std::string>& roles) {
  const auto at = by_key_.find(name_key(voice.name));
  std::erase_if(aliases, [&](std::string_view alias) {
    const std::string key = name_key(alias);
    return by_key_.contains(key) || roles.contains(key);
  });
  if (at != by_key_.end()) {
    const std::uint32_t index = at->second.front().voice;
    for (const std::string_view alias : aliases) add_name(alias, index);
  } else if (!roles.contains(name_key(voice.name))) {
    add(std::move(voice), aliases);
  }
}

// Whether a row says who governs a state.
bool KnownVoices::has_government(std::string_view country) const {
  return std::any_of(voices_.begin(), voices_.end(), [country](const KnownVoice& voice) {
    return voice.kind == VoiceKind::government && voice.country == country;
  });
}

void KnownVoices::add_seats(KnownVoice voice, const std::vector<std::string_view>& seats) {
  const auto index = static_cast<std::uint32_t>(voices_.size());
  voice.group = name_of(voice.side);
  voices_.push_back(std::move(voice));
  for (const std::string_view seat : seats) {
    if (!by_key_.contains(name_key(seat))) add_name(seat, index);
  }
}

void KnownVoices::add_name(std::string_view name, std::uint32_t index) {
  const std::string key = name_key(name);
  if (name.starts_with("the ")) common_.insert(key);
  const bool at_home = index < voices_.size() && !voices_[index].country.empty();
  if (at_home && std::none_of(name.begin(), name.end(), is_upper)) at_home_.insert(key);
  by_key_[key].push_back({index, is_acronym(name), needs_article(name)});
  std::size_t& longest = longest_from_[key.substr(0, key.find(' '))];
  // Hyphens part words of a key but not tokens, and clitics are tokens of their own: a name may have twice its words.
  const auto spaces = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
  longest = std::max(longest, 2 * (1 + spaces));
}

const KnownVoice* KnownVoices::find_key(const std::string& key, std::string_view name,
                                        std::optional<Date> day) const {
  const auto at = by_key_.find(key);
  if (at == by_key_.end()) return nullptr;
  for (const Alias& alias : at->second) {
    if (alias.acronym && !written_as_acronym(name)) continue;
    if (alias.article && !written_with_article(name)) continue;
    const KnownVoice& voice = voices_[alias.voice];
    if (day && ((voice.from && *day < *voice.from) || (voice.to && *voice.to < *day))) continue;
    return &voice;
  }
  return nullptr;
}

const KnownVoice* KnownVoices::find(std::string_view name, std::optional<Date> day) const {
  return find_key(name_key(name), name, day);
}

std::optional<KnownSide> KnownVoices::side_of_actor(std::string_view name,
                                                    std::optional<Date> day) const {
  const KnownVoice* voice = find(name, day);
  if (!voice) return std::nullopt;
  return KnownSide{voice->side, voice->group, voice->kind};
}

}  // namespace relata
