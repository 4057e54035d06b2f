// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/part_table.h"

#include "relata/query/account_bytes.h"

namespace relata {

Result<PartTable> PartTable::open(Database& database) {
  RELATA_TRY(
      Done(),
      database.execute(
          "CREATE TABLE IF NOT EXISTS view_part (part BLOB PRIMARY KEY, whole BLOB NOT NULL) "
          "STRICT, WITHOUT ROWID;"
          "CREATE INDEX IF NOT EXISTS view_part_whole ON view_part (whole);"));
  RELATA_TRY(Statement put, database.prepare("INSERT OR REPLACE INTO view_part VALUES (?1, ?2)"));
  RELATA_TRY(Statement remove, database.prepare("DELETE FROM view_part WHERE part = ?1"));
  return PartTable(std::move(put), std::move(remove));
}

Result<Done> PartTable::put(const Incident& incident) {
  if (!incident.part_of) return remove(incident.id);
  return put_.bind_blob(1, key_bytes(incident.id.first))
      .bind_blob(2, key_bytes(incident.part_of->first))
      .run();
}

Result<Done> PartTable::remove(const IncidentId& id) {
  return remove_.bind_blob(1, key_bytes(id.first)).run();
}

Result<Wholes> Wholes::open(Database& database) {
  RELATA_TRY(Statement select,
             database.prepare("SELECT 1 FROM view_part WHERE whole = ?1 LIMIT 1"));
  return Wholes(std::move(select));
}

Result<bool> Wholes::has_parts(const IncidentId& id) {
  select_.reset();
  RELATA_TRY(const bool there, select_.bind_blob(1, key_bytes(id.first)).step());
  return there;
}

}  // namespace relata
