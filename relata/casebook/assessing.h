// SPDX-License-Identifier: Apache-2.0
// Assessing: an incident of a casebook -> its assessment, from what the view tables hold of its accounts and reports: their
// lineages, actions nearby, and what people decided.
#pragma once

#include <vector>

#include "relata/casebook/case_knowledge.h"
#include "relata/casebook/decided.h"
#include "relata/casebook/kept_accounts.h"
#include "relata/casebook/nearby_actions.h"
#include "relata/incidents/incident.h"
#include "relata/lineages/copy_table.h"

namespace relata {

// An incident with all that its assessment was made from.
struct Assessed {
  Assessment assessment;
  std::vector<Account> accounts;  // of its members, in that order
  bool asks_nearby = false;       // none of its own accounts tells of an action
};

class Assessing {
 public:
  // All must outlive this.
  Assessing(KeptAccounts& kept, CopyTable& copies, NearbyActions& nearby, const Decided& decided,
            const CaseKnowledge& knowledge);

  Result<Assessed> assess(const Incident& incident);

 private:
  Result<std::vector<Lineage>> lineages(const std::vector<const Account*>& accounts);

  KeptAccounts& kept_;
  CopyTable& copies_;
  NearbyActions& nearby_;
  const Decided& decided_;
  const CaseKnowledge& knowledge_;
  std::vector<DecidedLetter> letters_;
};

}  // namespace relata
