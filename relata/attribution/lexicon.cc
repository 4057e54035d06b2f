// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/lexicon.h"

#include <algorithm>
#include <array>

namespace relata {

namespace {

constexpr std::array<std::string_view, 16> kFrames = {
    "clause",     "quote",     "inf",    "ing",   "object",      "object_as", "small", "hearer",
    "hearer_inf", "hearer_as", "accuse", "blame", "inf_passive", "of",        "for",   "about"};
constexpr std::array<std::string_view, 4> kStrengths = {"says", "holds", "acts", "seems"};
constexpr std::array<std::string_view, 3> kSorts = {"person", "group", "thing"};

template <std::size_t size>
Result<std::size_t> choice_in(const std::array<std::string_view, size>& names,
                              std::string_view name, const Table::Row& row) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return Error{row.where() + ": not known: " + std::string(name)};
  return static_cast<std::size_t>(at - names.begin());
}

Result<bool> yes_or_no(const Table::Row& row, std::string_view column) {
  const std::string_view cell = row.cell(column);
  if (cell != "yes" && cell != "no") {
    return Error{row.where() + ": " + std::string(column) + " is neither yes nor no"};
  }
  return cell == "yes";
}

// Particles first ("call for" before "call"), then the frames that ask for more words around the verb.
std::size_t rank(const CueSense& sense) {
  constexpr std::array kOrder = {CueFrame::hearer_as,  CueFrame::clause, CueFrame::quote,
                                 CueFrame::hearer,     CueFrame::inf,    CueFrame::ing,
                                 CueFrame::hearer_inf, CueFrame::small,  CueFrame::object_as,
                                 CueFrame::accuse,     CueFrame::blame};
  for (std::size_t i = 0; i < kOrder.size(); ++i) {
    if (sense.takes(kOrder[i])) return i;
  }
  return kOrder.size();
}

bool asked_before(const CueSense& a, const CueSense& b) {
  if (a.particle.size() != b.particle.size()) return a.particle.size() > b.particle.size();
  return rank(a) < rank(b);
}

}  // namespace

Result<AttributionLexicon> AttributionLexicon::load(const DataFolder& folder) {
  AttributionLexicon lexicon;
  RELATA_TRY(lexicon.verbs_, load_cues(folder, "reporting_verbs.tsv", "verb"));
  RELATA_TRY(lexicon.nouns_, load_cues(folder, "reporting_nouns.tsv", "noun"));
  RELATA_TRY(lexicon.known_, KnownVoices::load(folder));
  RELATA_TRY([[maybe_unused]] const Done roles, lexicon.load_roles(folder));
  RELATA_TRY([[maybe_unused]] const Done sides, lexicon.load_side_words(folder));
  RELATA_TRY([[maybe_unused]] const Done lists, lexicon.load_small_lists(folder));
  return lexicon;
}

Result<AttributionLexicon::Senses> AttributionLexicon::load_cues(const DataFolder& folder,
                                                                 std::string_view file,
                                                                 std::string_view word_column) {
  const bool nouns = word_column == "noun";
  RELATA_TRY(const Table table, nouns ? folder.table(file, {word_column, "frames", "stance",
                                                            "strength", "link", "voice", "channel"})
                                      : folder.table(file, {word_column, "frames", "stance",
                                                            "strength", "link", "unless", "only"}));
  Senses senses;
  for (const Table::Row& row : table.rows()) {
    CueSense sense;
    for (const std::string_view frame : row.list("frames")) {
      RELATA_TRY(const std::size_t bit, choice_in(kFrames, frame, row));
      sense.frames |= 1u << bit;
    }
    const auto stance = stance_of(row.cell("stance"));
    if (!stance) return Error{row.where() + ": no stance: " + std::string(row.cell("stance"))};
    sense.stance = *stance;
    RELATA_TRY(const std::size_t strength, choice_in(kStrengths, row.cell("strength"), row));
    sense.strength = static_cast<Strength>(strength);
    RELATA_TRY(sense.link, yes_or_no(row, "link"));
    if (!nouns) {
      for (const std::string_view object : row.list("unless")) sense.unless.emplace_back(object);
      for (const std::string_view object : row.list("only")) sense.only.emplace_back(object);
    }
    if (nouns) {
      sense.speaks = !row.cell("voice").empty();
      RELATA_TRY(sense.channel, yes_or_no(row, "channel"));
    }
    const std::string_view word = row.cell(word_column);
    const std::size_t space = word.find(' ');
    if (space != std::string_view::npos) sense.particle = word.substr(space + 1);
    senses[std::string(word.substr(0, space))].push_back(std::move(sense));
  }
  for (auto& [lemma, list] : senses) std::stable_sort(list.begin(), list.end(), asked_before);
  return senses;
}

Result<Done> AttributionLexicon::load_roles(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("role_kinds.tsv", {"word", "kind", "side", "sort",
                                                                "refers", "takes_org"}));
  for (const Table::Row& row : table.rows()) {
    VoiceRole role;
    const auto kind = voice_kind_of(row.cell("kind"));
    if (!kind) return Error{row.where() + ": no kind of voice: " + std::string(row.cell("kind"))};
    role.kind = *kind;
    if (!row.cell("side").empty()) {
      const auto side = relata::side_of(row.cell("side"));
      if (!side) return Error{row.where() + ": no side: " + std::string(row.cell("side"))};
      role.side = *side;
    }
    RELATA_TRY(const std::size_t sort, choice_in(kSorts, row.cell("sort"), row));
    role.sort = static_cast<RoleSort>(sort);
    for (const std::string_view refers : row.list("refers")) {
      const auto other = voice_kind_of(refers);
      if (other) role.refers |= 1u << static_cast<unsigned>(*other);
      role.same_word |= refers == "same";
    }
    RELATA_TRY(role.takes_body, yes_or_no(row, "takes_org"));
    const std::string_view word = row.cell("word");
    role.words = 1 + static_cast<std::size_t>(std::count(word.begin(), word.end(), ' '));
    roles_.emplace(word, role);
  }
  return Done{};
}

Result<Done> AttributionLexicon::load_side_words(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("side_words.tsv", {"word", "side", "scope"}));
  for (const Table::Row& row : table.rows()) {
    const auto side = relata::side_of(row.cell("side"));
    if (!side) return Error{row.where() + ": no side: " + std::string(row.cell("side"))};
    side_words_.emplace(row.cell("word"), SideWord{*side, row.cell("scope") == "state"});
  }
  return Done{};
}

Result<Done> AttributionLexicon::load_small_lists(const DataFolder& folder) {
  RELATA_TRY(const Table hedges, folder.table("hedges.tsv", {"word", "stance"}));
  for (const Table::Row& row : hedges.rows()) {
    const auto stance = stance_of(row.cell("stance"));
    if (!stance) return Error{row.where() + ": no stance: " + std::string(row.cell("stance"))};
    hedges_.emplace(row.cell("word"), *stance);
  }
  RELATA_TRY(const Table light, folder.table("saying_light_verbs.tsv", {"verb"}));
  for (const Table::Row& row : light.rows()) light_verbs_.emplace(row.cell("verb"));
  return Done{};
}

std::span<const CueSense> AttributionLexicon::verb(const std::string& lemma) const {
  const auto at = verbs_.find(lemma);
  if (at == verbs_.end()) return {};
  return at->second;
}

std::span<const CueSense> AttributionLexicon::noun(const std::string& lemma) const {
  const auto at = nouns_.find(lemma);
  if (at == nouns_.end()) return {};
  return at->second;
}

std::optional<Stance> AttributionLexicon::hedge(const std::string& word) const {
  const auto at = hedges_.find(word);
  if (at == hedges_.end()) return std::nullopt;
  return at->second;
}

const VoiceRole* AttributionLexicon::role(const std::string& words) const {
  const auto at = roles_.find(words);
  return at == roles_.end() ? nullptr : &at->second;
}

const SideWord* AttributionLexicon::side_word(const std::string& word) const {
  const auto at = side_words_.find(word);
  return at == side_words_.end() ? nullptr : &at->second;
}

}  // namespace relata
