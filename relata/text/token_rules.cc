// SPDX-License-Identifier: Apache-2.0
#include "relata/text/token_rules.h"

#include <algorithm>
#include <array>

#include "relata/base/fold.h"
#include "relata/text/word_view.h"

namespace relata {
namespace {

constexpr std::size_t kLongestEntry = 24;

// Lower case on the stack: nothing in the tables is longer than kLongestEntry.
class Lowered {
 public:
  explicit Lowered(std::string_view word) {
    if (word.size() > kLongestEntry) return;
    std::transform(word.begin(), word.end(), bytes_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    size_ = word.size();
  }
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, kLongestEntry> bytes_{};
  std::size_t size_ = 0;
};

Result<Abbreviation> abbreviation_kind(const Table::Row& row) {
  const std::string_view kind = row.cell("kind");
  if (kind == "before") return Abbreviation::before;
  if (kind == "may_end") return Abbreviation::may_end;
  if (kind == "month") return Abbreviation::month;
  return Error{row.where() + ": unknown kind " + std::string(kind)};
}

}  // namespace

Result<TokenRules> TokenRules::load(const DataFolder& folder) {
  TokenRules rules;
  RELATA_TRY(const Table abbreviations, folder.table("abbreviations.tsv", {"form", "kind"}));
  for (const auto& row : abbreviations.rows()) {
    RELATA_TRY(const Abbreviation kind, abbreviation_kind(row));
    rules.abbreviations_.emplace(lower_ascii(row.cell("form")), kind);
  }
  RELATA_TRY(const Table parts, folder.table("token_parts.tsv", {"form", "kind", "parts"}));
  for (const auto& row : parts.rows()) {
    const std::string form(row.cell("form"));
    const std::string_view kind = row.cell("kind");
    if (form.size() > kLongestEntry) return Error{row.where() + ": too long"};
    if (kind == "prefix") {
      rules.parts_[form] |= Part::prefix;
    } else if (kind == "unit") {
      rules.parts_[form] |= Part::unit;
    } else if (kind == "starter") {
      rules.parts_[form] |= Part::starter;
    } else if (kind == "clitic") {
      rules.clitics_.push_back(form);
    } else if (kind == "contraction") {
      rules.contractions_.emplace(form, row.cell("parts").find(' '));
    } else {
      return Error{row.where() + ": unknown kind " + std::string(kind)};
    }
  }
  std::stable_sort(rules.clitics_.begin(), rules.clitics_.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return rules;
}

std::optional<Abbreviation> TokenRules::abbreviation(std::string_view word) const {
  const auto found = abbreviations_.find(Lowered(word).text());
  if (found == abbreviations_.end()) return std::nullopt;
  return found->second;
}

bool TokenRules::is(std::string_view word, Part part) const {
  const auto found = parts_.find(Lowered(word).text());
  return found != parts_.end() && (found->second & part) != 0;
}

std::size_t TokenRules::clitic(std::string_view word) const {
  // The last bytes suffice: the longest clitic with a three-byte apostrophe.
  std::string_view tail = word.substr(word.size() - std::min<std::size_t>(word.size(), 8));
  if (tail.find('\'') == std::string_view::npos && tail.find("’") == std::string_view::npos)
    return 0;
  for (const std::string& clitic : clitics_) {
    std::size_t at = word.size();
    std::size_t left = clitic.size();
    while (left > 0 && at > 0) {
      const char wanted = clitic[left - 1];
      const bool curly = wanted == '\'' && word.substr(0, at).ends_with("’");
      const char found = word[at - 1] >= 'A' && word[at - 1] <= 'Z'
                             ? static_cast<char>(word[at - 1] + 32)
                             : word[at - 1];
      if (!curly && found != wanted) break;
      at -= curly ? 3 : 1;
      --left;
    }
    if (left == 0 && at > 0) return word.size() - at;
  }
  return 0;
}

std::size_t TokenRules::contraction(std::string_view word) const {
  const auto found = contractions_.find(Lowered(word).text());
  return found == contractions_.end() ? 0 : found->second;
}

}  // namespace relata
