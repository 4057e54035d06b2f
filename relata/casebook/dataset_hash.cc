// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/dataset_hash.h"

#include "relata/base/hash.h"
#include "relata/casebook/case_control.h"
#include "relata/control/control_json.h"

namespace relata {
namespace {

// The SHA-256 of the rows, each value behind its length.
Result<std::string> hash_of_rows(Database& database, std::string_view sql) {
  RELATA_TRY(Statement select, database.prepare(sql));
  std::string hash;
  while (true) {
    RELATA_TRY(const bool row, select.step());
    if (!row) return hash;
    std::string bytes = hash;
    for (int column = 0; column < select.columns(); ++column) {
      const std::string_view value = select.blob(column);
      bytes += std::to_string(value.size()) + ':';
      bytes += value;
    }
    hash = sha256_hex(bytes);
  }
}

}  // namespace

Result<std::string> dataset_hash(Casebook& casebook, const CaseKnowledge& knowledge) {
  Database& database = casebook.ledger().database();
  std::string all;
  for (const char* sql :
       {"SELECT a.key, t.body, i.key FROM view_account a JOIN view_account_told t ON t.row = a.row "
        "LEFT JOIN view_incident i ON i.row = a.incident ORDER BY a.key",
        "SELECT i.key, i.id, t.body, t.title, t.doers FROM view_incident i JOIN view_incident_told "
        "t ON t.row = i.row "
        "ORDER BY i.key",
        "SELECT key, name, kind, side, claims, innermost, borne_out, contradicted, reliability "
        "FROM view_voice "
        "WHERE claims > 0 ORDER BY key"}) {
    RELATA_TRY(const std::string hash, hash_of_rows(database, sql));
    all += hash + '\n';
  }
  RELATA_TRY(const Control control, control_of_case(casebook, knowledge));
  return sha256_hex(all + control_json(control));
}

}  // namespace relata
