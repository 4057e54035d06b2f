// SPDX-License-Identifier: Apache-2.0
#include "relata/events/status_words.h"

#include <algorithm>
#include <array>

#include "relata/base/fold.h"

namespace relata {
namespace {

constexpr std::array<std::string_view, 12> kRoleNames = {"governs",
                                                         "governs_passive",
                                                         "governs_object",
                                                         "governs_to",
                                                         "undoes",
                                                         "describes",
                                                         "aux",
                                                         "mark",
                                                         "none",
                                                         "negation",
                                                         "occurs",
                                                         "makes"};

std::optional<StatusRole> role_of(std::string_view name) {
  const auto* const at = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  if (at == kRoleNames.end()) return std::nullopt;
  return static_cast<StatusRole>(at - kRoleNames.begin());
}

// "call off": "off" follows at once, or hangs on "call".
bool has_second(const Document& document, TokenIndex token, std::string_view second) {
  if (token + 1 < document.tokens.size() && lower_ascii(document.word(token + 1)) == second)
    return true;
  return std::any_of(
      document.children[token].begin(), document.children[token].end(), [&](TokenIndex child) {
        return child > token && child < token + 6 && lower_ascii(document.word(child)) == second;
      });
}

}  // namespace

Result<StatusWords> StatusWords::load(const DataFolder& folder) {
  RELATA_TRY(auto forms, EventWords::load(folder));
  StatusWords words(std::move(forms));
  RELATA_TRY(const Table table,
             folder.table("status_words.tsv", {"words", "role", "status", "negated"}));
  for (const auto& row : table.rows()) {
    const auto role = role_of(row.cell("role"));
    if (!role) return Error{row.where() + ": no role is called " + std::string(row.cell("role"))};
    StatusWord entry{*role, status_of(row.cell("status")), status_of(row.cell("negated")), {}};
    const std::string_view phrase = row.cell("words");
    const auto parts = row.list("words", ' ');
    if (parts.empty()) return Error{row.where() + ": an entry needs a word"};
    // A predicate is found by its own word: "be due" is "due".
    const std::size_t first = parts.size() > 1 && parts[0] == "be" ? 1 : 0;
    if (first + 1 < parts.size()) entry.second = std::string(parts[first + 1]);
    if (phrase.empty()) return Error{row.where() + ": an entry needs a word"};
    auto& entries = words.entries_[words.words_.add(parts[first])];
    const auto at = entry.second.empty() ? entries.end() : entries.begin();
    entries.insert(at, std::move(entry));
  }
  return words;
}

const StatusWord* StatusWords::find(const Document& document, TokenIndex token,
                                    StatusRole role) const {
  for (const FormOf& form : words_.forms(lower_ascii(document.word(token)))) {
    const auto found = entries_.find(form.word);
    if (found == entries_.end()) continue;
    for (const StatusWord& entry : found->second) {
      if (entry.role == role && (entry.second.empty() || has_second(document, token, entry.second)))
        return &entry;
    }
  }
  return nullptr;
}

const StatusWord* StatusWords::find_with(const Document& document, TokenIndex token,
                                         StatusRole role, std::string_view second) const {
  for (const FormOf& form : words_.forms(lower_ascii(document.word(token)))) {
    const auto found = entries_.find(form.word);
    if (found == entries_.end()) continue;
    for (const StatusWord& entry : found->second) {
      if (entry.role == role && entry.second == second && !second.empty()) return &entry;
    }
  }
  return nullptr;
}

}  // namespace relata
