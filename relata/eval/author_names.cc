// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/author_names.h"

#include <algorithm>
#include <utility>

#include "relata/base/fold.h"

namespace relata {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// "R&ouml;mer" -> "Romer": of an entity with a mark the letter is kept, others are a space.
std::string without_entities(std::string_view text) {
  constexpr std::size_t kLongest = 8;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '&' ? text.find(';', i) : std::string_view::npos;
    if (end == std::string_view::npos || end - i > kLongest || end - i < 3) {
      out += text[i];
      continue;
    }
    const std::string_view name = text.substr(i + 1, end - i - 1);
    const bool letter = name.ends_with("uml") || name.ends_with("acute") ||
                        name.ends_with("grave") || name.ends_with("circ") ||
                        name.ends_with("tilde") || name.ends_with("cedil") ||
                        name.ends_with("ring") || name.ends_with("slash");
    if (letter) {
      out += name.front();
    } else {
      out += name == "amp" ? '&' : ' ';
    }
    i = end;
  }
  return out;
}

// Bytes that are no UTF-8 are those of some other encoding, and mark no letter for us.
bool parts_authors(char c) {
  return c == ';' || c == '/' || c == '|' || c == '&' || c == '\n' || c == '(' || c == ')';
}

bool joins(char c) { return c == '\'' || c == '-'; }

// The last word that is no initial.
std::string surname_in(const std::vector<std::string>& words) {
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (word->size() > 1) return *word;
  }
  return "";
}

}  // namespace

bool AuthorNames::is(const std::string& word, Use use) const {
  const auto found = uses_.find(word);
  return found != uses_.end() && found->second == use;
}

// Pieces between semicolons and words like "and", each in its parts between commas.
std::vector<std::vector<AuthorNames::Words>> AuthorNames::pieces(const std::string& folded) const {
  std::vector<std::vector<Words>> all(1, std::vector<Words>(1));
  std::string word;
  const auto end_piece = [&] { all.emplace_back(1); };
  const auto end_word = [&] {
    if (word.empty()) return;
    if (is(word, Use::breaks)) {
      end_piece();
    } else if (!is(word, Use::drops)) {
      all.back().back().push_back(word);
    }
    word.clear();
  };
  for (const char c : folded) {
    if (is_letter(c)) {
      word += c;
    } else if (!joins(c)) {
      end_word();
      if (parts_authors(c)) end_piece();
      if (c == ',' && !all.back().back().empty()) all.back().emplace_back();
    }
  }
  end_word();
  for (auto& piece : all) {
    std::erase_if(piece, [](const Words& words) { return words.empty(); });
  }
  return all;
}

bool AuthorNames::surname_alone(const Words& words) const {
  const auto full = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
    return !is(word, Use::particle);
  });
  return full == 1 && words.back().size() > 1;
}

// "Last, First Last, First", or "First Last, First Last".
void AuthorNames::add_names(const std::vector<Words>& parts, std::size_t first,
                            std::vector<std::string>& names) const {
  if (first >= parts.size()) return;
  const bool surname_first = first + 1 < parts.size() && surname_alone(parts[first]);
  names.push_back(surname_in(parts[first]));
  if (!surname_first) return add_names(parts, first + 1, names);
  for (std::size_t i = first + 1; i + 1 < parts.size(); ++i) {
    if (parts[i].size() == 1) return add_names(parts, i + 1, names);  // a given name alone
    names.push_back(surname_in(parts[i]));
  }
}

std::vector<std::string> AuthorNames::surnames(std::string_view text) const {
  std::vector<std::string> names;
  for (const auto& piece : pieces(fold(without_entities(text)))) add_names(piece, 0, names);
  std::erase_if(names, [](const std::string& name) { return name.size() < 2; });
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Result<AuthorNames> AuthorNames::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("author_words.tsv", {"word", "use"}));
  AuthorNames names;
  for (const auto& row : table.rows()) {
    const std::string_view use = row.cell("use");
    if (use != "breaks" && use != "drops" && use != "particle")
      return Error{"no use: " + std::string(use)}.with(row.where());
    names.uses_.emplace(row.cell("word"), use == "breaks"  ? Use::breaks
                                          : use == "drops" ? Use::drops
                                                           : Use::particle);
  }
  return names;
}

}  // namespace relata
