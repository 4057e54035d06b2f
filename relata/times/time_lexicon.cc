// SPDX-License-Identifier: Apache-2.0
#include "relata/times/time_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace relata {

namespace {

using Kind = TimeWordKind;
using Named = std::pair<std::string_view, int>;

constexpr std::array<std::pair<std::string_view, Kind>, 16> kKinds = {
    {{"month", Kind::month},
     {"weekday", Kind::weekday},
     {"unit", Kind::unit},
     {"day_part", Kind::day_part},
     {"season", Kind::season},
     {"day", Kind::day},
     {"now", Kind::now},
     {"recent", Kind::recent},
     {"which", Kind::which},
     {"part", Kind::part},
     {"holiday", Kind::holiday},
     {"repeat", Kind::repeat},
     {"future", Kind::future},
     {"ongoing", Kind::ongoing},
     {"consecutive", Kind::consecutive},
     {"onset", Kind::onset}}};

// In the order of TimeUnit, WhichOne (from 1) and PartOf (from 1).
constexpr std::array<std::string_view, 13> kUnits = {
    "second",    "minute", "hour",    "day",  "night",  "weekend", "week",
    "fortnight", "month",  "quarter", "year", "decade", "century"};
constexpr std::array<std::string_view, 7> kWhich = {"last", "past",      "recent", "this",
                                                    "next", "following", "same"};
constexpr std::array<std::string_view, 5> kParts = {"early", "mid", "late", "before", "after"};

template <std::size_t N>
std::optional<int> index_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<int>(at - names.begin());
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> value_of(Kind kind, std::string_view text) {
  const auto after = [](std::optional<int> index) {
    return index ? std::optional(*index + 1) : index;
  };
  switch (kind) {
    case Kind::unit:
    case Kind::repeat:
      return index_of(kUnits, text);
    case Kind::which:
      return after(index_of(kWhich, text));
    case Kind::part:
      return after(index_of(kParts, text));
    case Kind::month:
    case Kind::weekday:
    case Kind::day_part:
    case Kind::season:
    case Kind::day:
    case Kind::now:
    case Kind::recent:
    case Kind::holiday:
    case Kind::future:
    case Kind::ongoing:
    case Kind::consecutive:
    case Kind::onset:
      return whole_number(text);
  }
  return std::nullopt;
}

}  // namespace

// The words that say something to hearers or readers; rows of belief, wish and deed are left out.
Result<TimeLexicon::Set> TimeLexicon::reporting(const DataFolder& data, std::string_view table,
                                                std::string_view column) {
  RELATA_TRY(Table rows, data.table(table, {column, "frames", "strength"}));
  Set words;
  for (const auto& row : rows.rows()) {
    const std::string_view word = row.cell(column);
    if (row.cell("strength") != "says" || word.find(' ') != std::string_view::npos) continue;
    const auto frames = row.list("frames");
    const bool tells = std::any_of(frames.begin(), frames.end(), [](std::string_view frame) {
      return frame == "clause" || frame == "hearer" || frame == "about";
    });
    if (tells) words.emplace(word);
  }
  return words;
}

Result<TimeLexicon> TimeLexicon::load(const DataFolder& data) {
  TimeLexicon lexicon;
  RELATA_TRY(Table table, data.table("time_words.tsv", {"word", "kind", "value", "code", "needs"}));
  for (const auto& row : table.rows()) {
    const auto* kind = std::find_if(kKinds.begin(), kKinds.end(),
                                    [&](const auto& k) { return k.first == row.cell("kind"); });
    if (kind == kKinds.end())
      return Error{row.where() + ": unknown kind " + std::string(row.cell("kind"))};
    const auto value = value_of(kind->second, row.cell("value"));
    if (!value) return Error{row.where() + ": unknown value " + std::string(row.cell("value"))};
    const std::string_view needs = row.cell("needs");
    lexicon.words_.emplace(std::string(row.cell("word")),
                           TimeWord{.kind = kind->second,
                                    .value = *value,
                                    .code = std::string(row.cell("code")),
                                    .needs_capital = needs == "capital",
                                    .needs_number = needs == "number",
                                    .plural = needs == "plural"});
  }
  RELATA_TRY(lexicon.verbs_, reporting(data, "reporting_verbs.tsv", "verb"));
  RELATA_TRY(lexicon.nouns_, reporting(data, "reporting_nouns.tsv", "noun"));
  RELATA_TRY(lexicon.numbers_, NumberWords::load(data));
  return lexicon;
}

const TimeWord* TimeLexicon::find(std::string_view lower) const {
  const auto found = words_.find(lower);
  return found == words_.end() ? nullptr : &found->second;
}

}  // namespace relata
