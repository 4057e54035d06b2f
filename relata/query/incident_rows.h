// SPDX-License-Identifier: Apache-2.0
// IncidentRows: the rows of incidents in the view tables. Used through ViewWriter.
#pragma once

#include <span>
#include <vector>

#include "relata/corroboration/assessment.h"
#include "relata/query/name_rows.h"
#include "relata/sqlite/database.h"

namespace relata {

class IncidentRows {
 public:
  static Result<IncidentRows> open(Database& database);
  Result<Done> put(const Incident& incident, const Assessment& assessment,
                   std::span<const Account* const> accounts);
  Result<Done> remove(const IncidentId& id);

 private:
  IncidentRows(Database& database, NameRows names)
      : database_(&database), names_(std::move(names)) {}
  Result<Done> put_row(const Incident& incident, const Assessment& assessment,
                       const std::vector<const Account*>& members);
  Result<Done> put_links(std::int64_t row, const std::vector<const Account*>& members);

  Database* database_;
  NameRows names_;
  std::vector<Statement> statements_;
};

// "Syrian Army, Russia": who is said to have done it, those that most accounts name first, at most three.
[[nodiscard]] std::string main_doers(const std::vector<const Account*>& members);

// "airstrike, al-Fardous, Aleppo, Syria": what a list of incidents says first.
[[nodiscard]] std::string title_of(const Incident& incident);

// How many of something, as the assessment has it for everybody; nothing if it has no such toll.
[[nodiscard]] const Toll* toll_of(const Assessment& assessment, CountOf of);

}  // namespace relata
