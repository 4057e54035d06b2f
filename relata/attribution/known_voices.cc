// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/known_voices.h"

#include <algorithm>

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

Result<std::optional<Date>> day_in(const Table::Row& row, std::string_view column) {
  const std::string_view cell = row.cell(column);
  if (cell.empty()) return std::optional<Date>();
  const auto day = parse_iso_date(cell);
  if (!day) return Error{row.where() + ": no day: " + std::string(cell)};
  return day;
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
    const auto kind = voice_kind_of(row.cell("kind"));
    const auto side = relata::side_of(row.cell("side"));
    if (!kind) return Error{row.where() + ": no kind of voice: " + std::string(row.cell("kind"))};
    if (!side) return Error{row.where() + ": no side: " + std::string(row.cell("side"))};
    RELATA_TRY(const std::optional<Date> from, day_in(row, "from"));
    RELATA_TRY(const std::optional<Date> to, day_in(row, "to"));
    const auto index = static_cast<std::uint32_t>(known.voices_.size());
    known.voices_.push_back({.name = std::string(row.cell("name")),
                             .kind = *kind,
                             .side = *side,
                             .group = std::string(row.cell("group")),
                             .country = std::string(row.cell("country")),
                             .from = from,
                             .to = to});
    if (known.voices_.back().group.empty()) known.voices_.back().group = name_of(*side);
    std::vector<std::string_view> names = row.list("aliases", '|');
    names.insert(names.begin(), row.cell("name"));
    for (const std::string_view name : names) {
      const std::string key = name_key(name);
      known.by_key_[key].push_back({index, is_acronym(name)});
      std::size_t& longest = known.longest_from_[key.substr(0, key.find(' '))];
      // Hyphens part words of a key but not tokens, and clitics are tokens of their own: a name may have twice its words.
      longest = std::max(
          longest, 2 * (1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '))));
    }
  }
  return known;
}

const KnownVoice* KnownVoices::find_key(const std::string& key, std::string_view name,
                                        std::optional<Date> day) const {
  const auto at = by_key_.find(key);
  if (at == by_key_.end()) return nullptr;
  for (const Alias& alias : at->second) {
    if (alias.acronym && !written_as_acronym(name)) continue;
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
