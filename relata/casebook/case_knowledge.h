// SPDX-License-Identifier: Apache-2.0
// CaseKnowledge: everything that the views of a casebook are made with beside its record. Immutable once loaded.
#pragma once

#include <string>

#include "relata/accounts/accounts_of.h"
#include "relata/base/data_folder.h"
#include "relata/control/control_rules.h"
#include "relata/corroboration/assess.h"
#include "relata/corroboration/voice_history.h"
#include "relata/incidents/incident_tables.h"
#include "relata/lineages/lineage_lexicon.h"
#include "relata/query/filter.h"

namespace relata {

struct CaseKnowledge {
  AccountLexicon accounts;
  LineageLexicon lineages;
  IncidentTables incidents;
  AssessmentLexicon assessment;
  HistoryScale history;
  ControlRules control;
  FilterLexicon filters;
  // Of the tables that all this was loaded from: views made with others are made anew.
  std::string tables;

  static Result<CaseKnowledge> load(const DataFolder& folder);
};

}  // namespace relata
