// SPDX-License-Identifier: Apache-2.0
#include "relata/text/lemma_exceptions.h"

#include "relata/base/fold.h"

namespace relata {

Result<LemmaExceptions> LemmaExceptions::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("lemma_exceptions.tsv", {"lemma", "kind", "forms"}));
  LemmaExceptions exceptions;
  for (const auto& row : table.rows()) {
    const std::string_view kind = row.cell("kind");
    if (kind != "verb" && kind != "noun") {
      return Error{row.where() + ": unknown kind " + std::string(kind)};
    }
    auto& words = kind == "verb" ? exceptions.verbs_ : exceptions.nouns_;
    for (const auto form : row.list("forms")) words.emplace(form, row.cell("lemma"));
  }
  return exceptions;
}

std::optional<std::string_view> LemmaExceptions::find(std::string_view form, Xpos xpos) const {
  const bool verb =
      xpos == Xpos::vbd || xpos == Xpos::vbn || xpos == Xpos::vbg || xpos == Xpos::vbz;
  if (!verb && xpos != Xpos::nns) return std::nullopt;
  const auto& words = verb ? verbs_ : nouns_;
  const auto found = words.find(lower_ascii(form));
  if (found == words.end()) return std::nullopt;
  return found->second;
}

}  // namespace relata
