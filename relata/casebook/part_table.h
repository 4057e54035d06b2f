// SPDX-License-Identifier: Apache-2.0
// PartTable: which incidents are part of which: a day's strikes of a week's toll. Table view_part.
#pragma once

#include "relata/incidents/incident.h"
#include "relata/sqlite/database.h"

namespace relata {

class PartTable {
 public:
  // Makes its table if it is not there. The database must outlive it.
  static Result<PartTable> open(Database& database);

  // In place of what was put of the incident before.
  Result<Done> put(const Incident& incident);
  Result<Done> remove(const IncidentId& id);

 private:
  PartTable(Statement put, Statement remove) : put_(std::move(put)), remove_(std::move(remove)) {}
  Statement put_, remove_;
};

// Asks whether incidents are wholes of others; the table must be there.
class Wholes {
 public:
  static Result<Wholes> open(Database& database);
  Result<bool> has_parts(const IncidentId& id);

 private:
  explicit Wholes(Statement select) : select_(std::move(select)) {}
  Statement select_;
};

}  // namespace relata
