// SPDX-License-Identifier: Apache-2.0
// Strand: one account by one of the voices that it goes back to. Most accounts have one; what "A and B said" has two.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "relata/lineages/lineage.h"

namespace relata {

struct Strand {
  // How it came by its voice: the more telling first.
  enum class By : std::uint8_t { name, brought, credit, agency, publisher, report };

  std::uint32_t account = 0;
  By by = By::report;
  std::string key;     // of the voice; of a report without a publisher its own
  std::string owner;   // "" if nobody's
  bool known = false;  // the voice is a known one
  ToldVoice origin;

  // Speaks by its own name: nothing but its name, its owner and its quotations tie it.
  [[nodiscard]] bool firm() const { return by == By::name; }
  [[nodiscard]] const std::string& group() const { return owner.empty() ? key : owner; }
};

// Of each account, in the order given; at least one each, of each key one.
[[nodiscard]] std::vector<std::vector<Strand>> strands_of(
    std::span<const Account* const> accounts, const std::map<ReportId, ReportOrigin>& reports,
    const LineageLexicon& lexicon);

}  // namespace relata
