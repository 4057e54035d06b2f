// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/count_profile.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "relata/base/fold.h"

namespace relata {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Whether the phrase stands in the words, not within longer ones.
bool has_phrase(std::string_view words, std::string_view phrase) {
  for (std::size_t at = words.find(phrase); at != std::string_view::npos;
       at = words.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || !is_letter(words[at - 1])) && (end == words.size() || !is_letter(words[end])))
      return true;
  }
  return false;
}

// An exact number is none that a convention is needed for.
bool is_vague(const ToldCount& tally) {
  const bool digits = std::any_of(tally.words.begin(), tally.words.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  return !digits && tally.low.has_value() && !tally.high;
}

Result<std::optional<double>> number_in(const Table::Row& row, std::string_view column) {
  if (row.cell(column).empty()) return std::optional<double>();
  RELATA_TRY(const double number, row.number(column));
  if (number < 0) return Error{"a count below nothing"}.with(row.where());
  return std::optional<double>(number);
}

Result<CountProfile> profile_in(const Table::Row& row) {
  CountProfile profile;
  profile.name = row.cell("profile");
  profile.version = row.cell("version");
  if (row.cell("best") == "lowest") {
    profile.best = BestRule::lowest;
  } else if (row.cell("best") == "vote") {
    profile.best = BestRule::vote;
  } else if (row.cell("best") == "middle") {
    profile.best = BestRule::middle;
  } else {
    return Error{"no rule for the best figure"}.with(row.where());
  }
  RELATA_TRY(const auto low, number_in(row, "unknown_low"));
  RELATA_TRY(const auto best, number_in(row, "unknown_best"));
  if (low && best) profile.unknown = Figure{*low, std::max(*low, *best), std::nullopt};
  return profile;
}

Result<Figure> figure_in(const Table::Row& row) {
  RELATA_TRY(const auto low, number_in(row, "low"));
  RELATA_TRY(const auto best, number_in(row, "best"));
  RELATA_TRY(const auto high, number_in(row, "high"));
  if (!low || !best || *low > *best || (high && *high < *best))
    return Error{"not low <= best <= high"}.with(row.where());
  return Figure{*low, *best, high};
}

void add_phrases(const Table& words, const std::string& owner, CountProfile& profile) {
  for (const auto& row : words.rows()) {
    const std::string_view phrase = row.cell("phrase");
    const bool known = std::any_of(profile.phrases.begin(), profile.phrases.end(),
                                   [&](const auto& each) { return each.words == phrase; });
    if (row.cell("profile") != owner || known) continue;
    const auto figure = figure_in(row);
    const auto read_as = row.number("read_as");
    if (figure && read_as) profile.phrases.push_back({std::string(phrase), *read_as, *figure});
  }
}

}  // namespace

std::optional<Figure> CountProfile::figure_of(const ToldCount& tally) const {
  if (is_vague(tally)) {
    const std::string words = lower_ascii(tally.words);
    for (const Phrase& phrase : phrases) {
      if (*tally.low == phrase.read_as && has_phrase(words, phrase.words)) return phrase.figure;
    }
  }
  if (tally.low && tally.high && *tally.low > *tally.high) return std::nullopt;
  if (tally.low) return Figure{*tally.low, *tally.low, tally.high};
  // "up to 20": the least of the harm that is told of is one.
  if (tally.high) return Figure{std::min(1.0, *tally.high), std::min(1.0, *tally.high), tally.high};
  return std::nullopt;
}

Result<CountProfiles> CountProfiles::load(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("count_profiles.tsv",
                          {"profile", "version", "best", "unknown_low", "unknown_best"}));
  RELATA_TRY(const Table words,
             folder.table("count_conventions.tsv",
                          {"profile", "phrase", "read_as", "low", "best", "high"}));
  for (const auto& row : words.rows()) {
    RELATA_TRY([[maybe_unused]] const Figure figure, figure_in(row));
    RELATA_TRY([[maybe_unused]] const double read_as, row.number("read_as"));
  }
  CountProfiles profiles;
  for (const auto& row : table.rows()) {
    RELATA_TRY(CountProfile profile, profile_in(row));
    add_phrases(words, profile.name, profile);
    add_phrases(words, "*", profile);
    std::stable_sort(profile.phrases.begin(), profile.phrases.end(),
                     [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    profiles.profiles.push_back(std::move(profile));
  }
  if (profiles.profiles.empty()) return Error{"count_profiles.tsv: no profile"};
  return profiles;
}

const CountProfile* CountProfiles::find(std::string_view name) const {
  const auto found = std::find_if(profiles.begin(), profiles.end(),
                                  [&](const CountProfile& each) { return each.name == name; });
  return found == profiles.end() ? nullptr : &*found;
}

}  // namespace relata
