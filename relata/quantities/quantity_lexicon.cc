// SPDX-License-Identifier: Apache-2.0
#include "relata/quantities/quantity_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "relata/base/fold.h"

namespace relata {

namespace {

constexpr std::size_t kLongestBound = 4;  // pieces of a phrase of bounds

template <typename T, std::size_t N>
std::optional<T> named(const std::array<std::pair<std::string_view, T>, N>& names,
                       std::string_view name) {
  const auto* found = std::find_if(names.begin(), names.end(),
                                   [&](const auto& entry) { return entry.first == name; });
  if (found == names.end()) return std::nullopt;
  return found->second;
}

constexpr std::array<std::pair<std::string_view, CountWordKind>, 9> kKinds = {
    {{"person", CountWordKind::person},
     {"body", CountWordKind::body},
     {"modifier", CountWordKind::modifier},
     {"strike", CountWordKind::strike},
     {"unit", CountWordKind::unit},
     {"label", CountWordKind::label},
     {"percent", CountWordKind::percent},
     {"area", CountWordKind::area},
     {"stop", CountWordKind::stop}}};
constexpr std::array<std::pair<std::string_view, std::uint8_t>, 6> kUses = {
    {{"done", HarmUse::kDone},
     {"does", HarmUse::kDoes},
     {"self", HarmUse::kSelf},
     {"state", HarmUse::kState},
     {"of", HarmUse::kOf},
     {"toll", HarmUse::kToll}}};
constexpr std::array<std::pair<std::string_view, CountBound>, 3> kBounds = {
    {{"none", CountBound::none}, {"low", CountBound::low}, {"high", CountBound::high}}};

// The words of some pieces with single spaces between, in a buffer that lasts as long as the caller's.
std::string_view joined(std::span<const Piece> pieces, std::string& buffer) {
  buffer.clear();
  for (const Piece& piece : pieces) {
    if (!buffer.empty()) buffer += ' ';
    buffer += piece.lower;
  }
  return buffer;
}

// A plural made by rule from the singular of a noun phrase's last word.
std::string plural_of(std::string_view word) {
  if (word.ends_with("man")) return std::string(word.substr(0, word.size() - 3)) + "men";
  if (word.ends_with("child")) return std::string(word) + "ren";
  if (word.ends_with("y") && word.size() > 2 &&
      std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos) {
    return std::string(word.substr(0, word.size() - 1)) + "ies";
  }
  if (word.ends_with("s") || word.ends_with("x") || word.ends_with("ch") || word.ends_with("sh"))
    return std::string(word) + "es";
  if (word.ends_with("fe")) return std::string(word.substr(0, word.size() - 2)) + "ves";
  return std::string(word) + "s";
}

}  // namespace

Result<Done> QuantityLexicon::load_words(const DataFolder& data) {
  RELATA_TRY(Table table, data.table("count_words.tsv", {"word", "kind"}));
  for (const auto& row : table.rows()) {
    const auto kind = named(kKinds, row.cell("kind"));
    if (!kind) return Error{row.where() + ": unknown kind " + std::string(row.cell("kind"))};
    words_.emplace(std::string(row.cell("word")), *kind);
  }
  return Done{};
}

// Words of count_words.tsv and of harm go before: "shells" are strikes, "wounded" is what befell somebody.
Result<Done> QuantityLexicon::load_people(const DataFolder& data) {
  RELATA_TRY(Table table, data.table("person_groups.tsv", {"word", "class"}));
  for (const auto& row : table.rows()) {
    const std::string_view victims = row.cell("class");
    const bool thing = victims == "property" || victims == "place";
    std::string_view word = row.cell("word");
    if (word.find(' ') != std::string_view::npos) continue;
    const std::string lower = lower_ascii(word);
    const CountWordKind kind = thing ? CountWordKind::thing : CountWordKind::person;
    for (const std::string& form : {lower, plural_of(lower)}) {
      if (!harm_.contains(form) && !numbers_.has(form)) words_.emplace(form, kind);
    }
  }
  return Done{};
}

Result<Done> QuantityLexicon::load_harm(const DataFolder& data) {
  RELATA_TRY(Table table, data.table("harm_words.tsv", {"word", "use", "of", "needs"}));
  for (const auto& row : table.rows()) {
    const auto use = named(kUses, row.cell("use"));
    const auto of = count_of(row.cell("of"));
    if (!use) return Error{row.where() + ": unknown use " + std::string(row.cell("use"))};
    if (!of) return Error{row.where() + ": unknown of " + std::string(row.cell("of"))};
    HarmWord& word =
        harm_
            .emplace(std::string(row.cell("word")),
                     HarmWord{.of = *of, .needs_person = row.cell("needs") == "person"})
            .first->second;
    if (word.of != *of) return Error{row.where() + ": a word of two kinds of harm"};
    word.uses = static_cast<std::uint8_t>(word.uses | *use);
  }
  return Done{};
}

Result<Done> QuantityLexicon::load_bounds(const DataFolder& data) {
  RELATA_TRY(Table table, data.table("count_bounds.tsv", {"phrase", "place", "bound"}));
  for (const auto& row : table.rows()) {
    const auto bound = named(kBounds, row.cell("bound"));
    if (!bound) return Error{row.where() + ": unknown bound " + std::string(row.cell("bound"))};
    (row.cell("place") == "after" ? after_ : before_)
        .emplace(std::string(row.cell("phrase")), *bound);
  }
  return Done{};
}

Result<QuantityLexicon> QuantityLexicon::load(const DataFolder& data) {
  QuantityLexicon lexicon;
  RELATA_TRY(lexicon.numbers_, NumberWords::load(data));
  RELATA_TRY([[maybe_unused]] Done words, lexicon.load_words(data));
  RELATA_TRY([[maybe_unused]] Done harm, lexicon.load_harm(data));
  RELATA_TRY([[maybe_unused]] Done people, lexicon.load_people(data));
  RELATA_TRY([[maybe_unused]] Done bounds, lexicon.load_bounds(data));
  return lexicon;
}

const HarmWord* QuantityLexicon::harm(std::string_view lower) const {
  const auto found = harm_.find(lower);
  return found == harm_.end() ? nullptr : &found->second;
}

std::optional<CountWordKind> QuantityLexicon::word(std::string_view lower) const {
  const auto found = words_.find(lower);
  if (found == words_.end()) return std::nullopt;
  return found->second;
}

std::optional<BoundPhrase> QuantityLexicon::bound_before(std::span<const Piece> pieces,
                                                         std::size_t at) const {
  std::string buffer;
  for (std::size_t length = std::min(kLongestBound, at); length > 0; --length) {
    const auto found = before_.find(joined(pieces.subspan(at - length, length), buffer));
    if (found != before_.end()) return BoundPhrase{found->second, length};
  }
  return std::nullopt;
}

std::optional<BoundPhrase> QuantityLexicon::bound_after(std::span<const Piece> pieces,
                                                        std::size_t at) const {
  std::string buffer;
  for (std::size_t length = at < pieces.size() ? std::min(kLongestBound, pieces.size() - at) : 0;
       length > 0; --length) {
    const auto found = after_.find(joined(pieces.subspan(at, length), buffer));
    if (found != after_.end()) return BoundPhrase{found->second, length};
  }
  return std::nullopt;
}

}  // namespace relata
