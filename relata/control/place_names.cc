// SPDX-License-Identifier: Apache-2.0
#include "relata/control/place_names.h"

#include <algorithm>
#include <vector>

#include "relata/places/place_key.h"

namespace relata {
namespace {

constexpr std::size_t kLeastConsonants = 3;  // fewer are shared by too many names

std::vector<std::string> words_of(std::string_view key) {
  std::vector<std::string> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.emplace_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

Result<PlaceNameWords> PlaceNameWords::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("place_name_words.tsv", {"word", "role", "as"}));
  PlaceNameWords words;
  for (const auto& row : table.rows()) {
    const std::string word(row.cell("word"));
    const auto role = row.cell("role");
    if (role != "kind" && role != "direction") return Error{"no such role"}.with(row.where());
    const std::string as(row.cell("as").empty() ? row.cell("word") : row.cell("as"));
    words.words[word] = Word{role == "kind" ? Role::kind : Role::direction, as};
  }
  return words;
}

bool has_parts(const Site& site) {
  return site.kind == PlaceKind::town || site.kind == PlaceKind::region ||
         site.kind == PlaceKind::county || site.kind == PlaceKind::country;
}

bool names_a_place(const Site& site, const PlaceNameWords& words) {
  if (site.kind == PlaceKind::country || site.name.empty()) return false;
  // Scripts without capitals have no unnamed places that a reader of English finds.
  const bool named = std::any_of(site.name.begin(), site.name.end(),
                                 [](char c) { return is_upper(c) || (c & 0x80) != 0; });
  if (!named) return false;
  const auto parts = words_of(exact_key(site.name));
  if (parts.size() > 1 && parts[1] == "of" && words.words.contains(parts[0])) return false;
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& word) { return !words.words.contains(word); });
}

PlaceNameKey place_name_key(const Site& site, std::string_view name, const PlaceNameWords& words) {
  PlaceNameKey key;
  auto parts = words_of(exact_key(name));
  const bool keep_part = has_parts(site);
  while (parts.size() > 1) {
    const auto found = words.words.find(parts.front());
    if (found == words.words.end()) break;
    if (found->second.role == PlaceNameWords::Role::direction && keep_part)
      key.part = found->second.as;
    parts.erase(parts.begin());
  }
  const auto is_kind = [&](const std::string& word) {
    const auto found = words.words.find(word);
    return found != words.words.end() && found->second.role == PlaceNameWords::Role::kind;
  };
  while (parts.size() > 1 && is_kind(parts.back())) parts.pop_back();
  std::string exact;
  for (const std::string& part : parts) exact += (exact.empty() ? "" : " ") + part;
  key.bare = bare_key(exact);
  key.skeleton = skeleton(exact);
  if (key.skeleton.size() < kLeastConsonants) key.skeleton = key.bare;
  return key;
}

}  // namespace relata
