// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/voice_lexicon.h"

#include <algorithm>
#include <utility>

namespace relata {
namespace {

Result<Reliability> letter_in(const Table::Row& row, std::string_view column) {
  const auto letter = reliability_of(row.cell(column));
  if (!letter) return Error{"no letter from A to F"}.with(row.where());
  return *letter;
}

Result<Side> side_in(const Table::Row& row, std::string_view column) {
  const auto side = side_of(row.cell(column));
  if (!side) return Error{"no side: " + std::string(row.cell(column))}.with(row.where());
  return *side;
}

Result<std::optional<Date>> day_in(const Table::Row& row, std::string_view column) {
  if (row.cell(column).empty()) return std::optional<Date>();
  const auto day = parse_iso_date(row.cell(column));
  if (!day) return Error{"no day: " + std::string(row.cell(column))}.with(row.where());
  return day;
}

}  // namespace

bool is_belligerent(Side side) {
  switch (side) {
    case Side::government:
    case Side::opposition:
    case Side::islamic_state:
    case Side::kurdish:
    case Side::coalition:
    case Side::russia:
    case Side::turkey:
    case Side::iran:
    case Side::other_state:
      return true;
    case Side::united_nations:
    case Side::unaligned:
    case Side::unknown:
      return false;
  }
  return false;
}

Reliability VoiceLexicon::letter_of(const ToldVoice& voice) const {
  const KindReliability& kind = of(voice.kind);
  return is_belligerent(voice.side) ? kind.aligned : kind.letter;
}

std::optional<Side> VoiceLexicon::camp_of(const ToldVoice& voice) const {
  if (!of(voice.kind).speaks_for_side || !is_belligerent(voice.side)) return std::nullopt;
  return voice.side;
}

bool VoiceLexicon::opposed(Side a, Side b, std::string_view country,
                           std::optional<Date> day) const {
  return std::any_of(opposed_.begin(), opposed_.end(), [&](const Opposition& each) {
    const bool sides =
        (each.first == a && each.second == b) || (each.first == b && each.second == a);
    if (!sides || (!each.country.empty() && each.country != country)) return false;
    if (!day) return !each.from && !each.to;
    return (!each.from || *each.from <= *day) && (!each.to || *day <= *each.to);
  });
}

Result<Done> VoiceLexicon::load_kinds(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("voice_reliability.tsv",
                          {"kind", "letter", "aligned", "speaks_for_side", "takes_blame"}));
  std::array<bool, kVoiceKinds> seen{};
  for (const auto& row : table.rows()) {
    const auto kind = voice_kind_of(row.cell("kind"));
    if (!kind) return Error{"no kind of voice"}.with(row.where());
    KindReliability& reliability = kinds_[static_cast<std::size_t>(*kind)];
    RELATA_TRY(reliability.letter, letter_in(row, "letter"));
    RELATA_TRY(reliability.aligned, letter_in(row, "aligned"));
    reliability.speaks_for_side = row.cell("speaks_for_side") == "yes";
    reliability.takes_blame = row.cell("takes_blame") == "yes";
    seen[static_cast<std::size_t>(*kind)] = true;
  }
  if (!std::all_of(seen.begin(), seen.end(), [](bool each) { return each; }))
    return Error{"voice_reliability.tsv: a kind of voice has no row"};
  return Done{};
}

Result<Done> VoiceLexicon::load_sides(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("opposed_sides.tsv", {"first", "second", "country", "from", "to"}));
  for (const auto& row : table.rows()) {
    RELATA_TRY(const Side first, side_in(row, "first"));
    RELATA_TRY(const Side second, side_in(row, "second"));
    RELATA_TRY(const std::optional<Date> from, day_in(row, "from"));
    RELATA_TRY(const std::optional<Date> to, day_in(row, "to"));
    opposed_.push_back({first, second, std::string(row.cell("country")), from, to});
  }
  return Done{};
}

Result<VoiceLexicon> VoiceLexicon::load(const DataFolder& folder) {
  VoiceLexicon lexicon;
  RELATA_TRY([[maybe_unused]] const Done kinds, lexicon.load_kinds(folder));
  RELATA_TRY([[maybe_unused]] const Done sides, lexicon.load_sides(folder));
  return lexicon;
}

}  // namespace relata
