// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/testimony_table.h"

#include "relata/query/account_bytes.h"

namespace relata {
namespace {

constexpr const char* kTable = R"sql(
CREATE TABLE IF NOT EXISTS view_testimony (
  incident BLOB NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL, side INTEGER NOT NULL,
  topic INTEGER NOT NULL, year INTEGER, borne_out INTEGER NOT NULL, contradicted INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS view_testimony_incident ON view_testimony (incident);
CREATE INDEX IF NOT EXISTS view_testimony_voice ON view_testimony (name, kind, side);
)sql";

void bind_voice(Statement& statement, int first, const VoiceKey& voice) {
  statement.bind_text(first, voice.name).bind_integer(first + 1, static_cast<int>(voice.kind));
  statement.bind_integer(first + 2, static_cast<int>(voice.side));
}

}  // namespace

Result<TestimonyTable> TestimonyTable::open(Database& database) {
  RELATA_TRY(Done(), database.execute(kTable));
  RELATA_TRY(
      Statement put,
      database.prepare("INSERT INTO view_testimony VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
  RELATA_TRY(Statement voices,
             database.prepare("SELECT name, kind, side FROM view_testimony WHERE incident = ?1"));
  RELATA_TRY(Statement remove, database.prepare("DELETE FROM view_testimony WHERE incident = ?1"));
  RELATA_TRY(Statement of,
             database.prepare("SELECT topic, year, borne_out, contradicted FROM view_testimony "
                              "WHERE name = ?1 AND kind = ?2 AND side = ?3"));
  return TestimonyTable(
      Statements{std::move(put), std::move(voices), std::move(remove), std::move(of)});
}

Result<Done> TestimonyTable::put(const IncidentId& incident,
                                 std::span<const Testimony> testimonies) {
  RELATA_TRY(Done(), remove(incident));
  for (const Testimony& one : testimonies) {
    changed_.insert(one.voice);
    do_.put.bind_blob(1, key_bytes(incident.first));
    bind_voice(do_.put, 2, one.voice);
    do_.put.bind_integer(5, static_cast<int>(one.topic));
    if (one.year) {
      do_.put.bind_integer(6, *one.year);
    } else {
      do_.put.bind_null(6);
    }
    RELATA_TRY(Done(),
               do_.put.bind_integer(7, one.borne_out).bind_integer(8, one.contradicted).run());
  }
  return Done{};
}

Result<Done> TestimonyTable::remove(const IncidentId& incident) {
  const std::string key = key_bytes(incident.first);
  do_.voices.reset();
  do_.voices.bind_blob(1, key);
  while (true) {
    RELATA_TRY(const bool row, do_.voices.step());
    if (!row) break;
    changed_.insert({std::string(do_.voices.text(0)), static_cast<VoiceKind>(do_.voices.integer(1)),
                     static_cast<Side>(do_.voices.integer(2))});
  }
  return do_.remove.bind_blob(1, key).run();
}

Result<std::vector<Testimony>> TestimonyTable::of(const VoiceKey& voice) {
  do_.of.reset();
  bind_voice(do_.of, 1, voice);
  std::vector<Testimony> testimonies;
  while (true) {
    RELATA_TRY(const bool row, do_.of.step());
    if (!row) return testimonies;
    Testimony one{voice, static_cast<Topic>(do_.of.integer(0)), std::nullopt,
                  do_.of.integer(2) != 0, do_.of.integer(3) != 0};
    if (!do_.of.is_null(1)) one.year = static_cast<int>(do_.of.integer(1));
    testimonies.push_back(std::move(one));
  }
}

}  // namespace relata
