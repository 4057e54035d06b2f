// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/lineage_lexicon.h"

namespace relata {

Result<LineageLexicon> LineageLexicon::load(const DataFolder& folder) {
  RELATA_TRY(KnownVoices voices, KnownVoices::load(folder));
  RELATA_TRY(const Table table, folder.table("voice_owners.tsv", {"voice", "owner"}));
  LineageLexicon lexicon(std::move(voices));
  for (const Table::Row& row : table.rows()) {
    const std::string key = lexicon.look_up(row.cell("voice"), std::nullopt).key;
    if (key.empty() || row.cell("owner").empty())
      return Error{row.where() + ": a voice and its owner are needed"};
    const auto [at, added] = lexicon.owners_.emplace(key, row.cell("owner"));
    if (!added && at->second != row.cell("owner"))
      return Error{row.where() + ": has another owner already: " + std::string(row.cell("voice"))};
  }
  return lexicon;
}

LineageLexicon::Named LineageLexicon::look_up(std::string_view name,
                                              std::optional<Date> day) const {
  const KnownVoice* known = voices_.find(name, day);
  Named named;
  named.known = known;
  named.name = known != nullptr ? known->name : std::string(name);
  named.key = name_key(named.name);
  if (const auto owner = owners_.find(named.key); owner != owners_.end())
    named.owner = owner->second;
  return named;
}

}  // namespace relata
