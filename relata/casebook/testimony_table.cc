// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/testimony_table.h"

#include "relata/query/account_bytes.h"

namespace relata {
namespace {

constexpr const char* kTables = R"sql(
CREATE TABLE IF NOT EXISTS view_testimony (
  incident BLOB NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL, side INTEGER NOT NULL,
  borne_out INTEGER NOT NULL, contradicted INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS view_testimony_incident ON view_testimony (incident);
CREATE TABLE IF NOT EXISTS view_testimony_count (
  name TEXT NOT NULL, kind INTEGER NOT NULL, side INTEGER NOT NULL, told INTEGER NOT NULL,
  borne_out INTEGER NOT NULL, contradicted INTEGER NOT NULL,
  PRIMARY KEY (name, kind, side)) STRICT, WITHOUT ROWID;
)sql";

void bind_voice(Statement& statement, int first, const VoiceKey& voice) {
  statement.bind_text(first, voice.name).bind_integer(first + 1, static_cast<int>(voice.kind));
  statement.bind_integer(first + 2, static_cast<int>(voice.side));
}

VoiceKey voice_at(const Statement& row, int first) {
  return {std::string(row.text(first)), static_cast<VoiceKind>(row.integer(first + 1)),
          static_cast<Side>(row.integer(first + 2))};
}

}  // namespace

Result<TestimonyTable> TestimonyTable::open(Database& database) {
  RELATA_TRY(Done(), database.execute(kTables));
  RELATA_TRY(Statement put,
             database.prepare("INSERT INTO view_testimony VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
  RELATA_TRY(
      Statement of_incident,
      database.prepare("SELECT name, kind, side, borne_out, contradicted FROM view_testimony "
                       "WHERE incident = ?1"));
  RELATA_TRY(Statement remove, database.prepare("DELETE FROM view_testimony WHERE incident = ?1"));
  RELATA_TRY(
      Statement count,
      database.prepare("INSERT INTO view_testimony_count VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON "
                       "CONFLICT DO UPDATE SET "
                       "told = told + excluded.told, borne_out = borne_out + excluded.borne_out, "
                       "contradicted = contradicted + excluded.contradicted"));
  RELATA_TRY(Statement count_of,
             database.prepare("SELECT told, borne_out, contradicted FROM view_testimony_count "
                              "WHERE name = ?1 AND kind = ?2 AND side = ?3"));
  RELATA_TRY(Statement voices,
             database.prepare("SELECT name, kind, side FROM view_testimony_count"));
  return TestimonyTable(Statements{std::move(put), std::move(of_incident), std::move(remove),
                                   std::move(count), std::move(count_of), std::move(voices)});
}

Result<Done> TestimonyTable::put(const IncidentId& incident,
                                 std::span<const Testimony> testimonies) {
  RELATA_TRY(Done(), remove(incident));
  for (const Testimony& one : testimonies) {
    do_.put.bind_blob(1, key_bytes(incident.first));
    bind_voice(do_.put, 2, one.voice);
    RELATA_TRY(Done(),
               do_.put.bind_integer(5, one.borne_out).bind_integer(6, one.contradicted).run());
    RELATA_TRY(Done(), count(one.voice, 1, one.borne_out, one.contradicted));
  }
  return Done{};
}

Result<Done> TestimonyTable::remove(const IncidentId& incident) {
  struct Told {
    VoiceKey voice;
    bool borne_out = false, contradicted = false;
  };
  std::vector<Told> told;
  const std::string key = key_bytes(incident.first);
  do_.of_incident.reset();
  do_.of_incident.bind_blob(1, key);
  while (true) {
    RELATA_TRY(const bool row, do_.of_incident.step());
    if (!row) break;
    told.push_back({voice_at(do_.of_incident, 0), do_.of_incident.integer(3) != 0,
                    do_.of_incident.integer(4) != 0});
  }
  for (const Told& one : told) {
    RELATA_TRY(Done(), count(one.voice, -1, one.borne_out, one.contradicted));
  }
  return told.empty() ? Result<Done>(Done{}) : do_.remove.bind_blob(1, key).run();
}

// `told`: 1 for one more, -1 for one less.
Result<Done> TestimonyTable::count(const VoiceKey& voice, int told, bool borne_out,
                                   bool contradicted) {
  changed_.insert(voice);
  bind_voice(do_.count, 1, voice);
  return do_.count.bind_integer(4, told)
      .bind_integer(5, borne_out ? told : 0)
      .bind_integer(6, contradicted ? told : 0)
      .run();
}

Result<VoiceCount> TestimonyTable::count_of(const VoiceKey& voice) {
  do_.count_of.reset();
  bind_voice(do_.count_of, 1, voice);
  RELATA_TRY(const bool row, do_.count_of.step());
  if (!row) return VoiceCount{};
  const auto number = [&](int column) {
    return static_cast<std::uint32_t>(do_.count_of.integer(column));
  };
  return VoiceCount{number(0), number(1), number(2)};
}

Result<std::vector<VoiceKey>> TestimonyTable::voices() {
  std::vector<VoiceKey> voices;
  do_.voices.reset();
  while (true) {
    RELATA_TRY(const bool row, do_.voices.step());
    if (!row) return voices;
    voices.push_back(voice_at(do_.voices, 0));
  }
}

}  // namespace relata
