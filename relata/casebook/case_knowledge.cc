// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/case_knowledge.h"

#include "relata/casebook/reading_record.h"

namespace relata {

Result<CaseKnowledge> CaseKnowledge::load(const DataFolder& folder) {
  RELATA_TRY(AccountLexicon accounts, AccountLexicon::load(folder));
  RELATA_TRY(LineageLexicon lineages, LineageLexicon::load(folder));
  RELATA_TRY(IncidentTables incidents, IncidentTables::load(folder));
  RELATA_TRY(AssessmentLexicon assessment, AssessmentLexicon::load(folder));
  RELATA_TRY(HistoryScale history, HistoryScale::load(folder));
  RELATA_TRY(ControlRules control, ControlRules::load(folder));
  RELATA_TRY(FilterLexicon filters, FilterLexicon::load(folder));
  RELATA_TRY(std::string tables, hash_of_tables(folder));
  return CaseKnowledge{std::move(accounts),   std::move(lineages), std::move(incidents),
                       std::move(assessment), std::move(history),  std::move(control),
                       std::move(filters),    std::move(tables)};
}

}  // namespace relata
