// SPDX-License-Identifier: Apache-2.0
#include "relata/query/view_tables.h"

#include <unicode/uchar.h>

#include <string>
#include <vector>

namespace relata {
namespace {

// Raised with every change to the tables, to what fills them, or to how words are folded.
constexpr int kViewsVersion = 2;

// Days are counted from 1970-01-01. Choices are the numbers of their enumerators; of classes, statuses and sides a bit each.
constexpr const char* kReportTables = R"sql(
CREATE TABLE view_about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE view_report (
  row INTEGER PRIMARY KEY, id BLOB NOT NULL, doc TEXT NOT NULL, day INTEGER, publisher INTEGER,
  credit TEXT NOT NULL, title TEXT NOT NULL, claims INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX view_report_id ON view_report (id);
CREATE INDEX view_report_doc ON view_report (doc);
CREATE INDEX view_report_day ON view_report (day, id);
CREATE INDEX view_report_publisher ON view_report (publisher) WHERE publisher IS NOT NULL;
CREATE VIRTUAL TABLE view_report_words USING fts5 (
  words, sounds, content = '', columnsize = 0, tokenize = ascii);
)sql";

constexpr const char* kNameTables = R"sql(
CREATE TABLE view_place (
  row INTEGER PRIMARY KEY, sites BLOB NOT NULL, latitude REAL, longitude REAL) STRICT;
CREATE UNIQUE INDEX view_place_sites ON view_place (sites);
CREATE INDEX view_place_point ON view_place (latitude, longitude) WHERE latitude IS NOT NULL;
CREATE TABLE view_place_word (
  word TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (word, owner)) STRICT, WITHOUT ROWID;
CREATE TABLE view_actor (
  row INTEGER PRIMARY KEY, name TEXT NOT NULL, side TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX view_actor_name ON view_actor (name, side);
CREATE INDEX view_actor_side ON view_actor (side);
CREATE TABLE view_actor_word (
  word TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (word, owner)) STRICT, WITHOUT ROWID;
CREATE TABLE view_voice (
  row INTEGER PRIMARY KEY, key BLOB NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL,
  side INTEGER NOT NULL, named INTEGER NOT NULL, claims INTEGER NOT NULL DEFAULT 0, innermost INTEGER NOT NULL DEFAULT 0,
  told INTEGER NOT NULL DEFAULT 0, borne_out INTEGER NOT NULL DEFAULT 0,
  contradicted INTEGER NOT NULL DEFAULT 0, reliability INTEGER, earned INTEGER) STRICT;
CREATE UNIQUE INDEX view_voice_key ON view_voice (key);
CREATE INDEX view_voice_kind ON view_voice (kind, side);
CREATE INDEX view_voice_side ON view_voice (side);
CREATE INDEX view_voice_claims ON view_voice (claims, key);
CREATE TABLE view_voice_word (
  word TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (word, owner)) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* kAccountTables = R"sql(
CREATE TABLE view_account (
  row INTEGER PRIMARY KEY, key BLOB NOT NULL, report INTEGER NOT NULL, incident INTEGER,
  type INTEGER NOT NULL, status INTEGER NOT NULL, from_day INTEGER, to_day INTEGER, place INTEGER,
  victims INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX view_account_key ON view_account (key);
CREATE INDEX view_account_report ON view_account (report);
CREATE INDEX view_account_incident ON view_account (incident) WHERE incident IS NOT NULL;
CREATE INDEX view_account_day ON view_account (from_day, key, to_day);
CREATE INDEX view_account_long ON view_account (from_day, key, to_day) WHERE to_day > from_day + 7;
CREATE INDEX view_account_type ON view_account (type);
CREATE INDEX view_account_status ON view_account (status) WHERE status > 0;
CREATE INDEX view_account_place ON view_account (place) WHERE place IS NOT NULL;
CREATE TABLE view_account_told (
  row INTEGER PRIMARY KEY, words TEXT NOT NULL, sounds TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE view_account_words USING fts5 (
  words, sounds, content = 'view_account_told', content_rowid = 'row', columnsize = 0,
  tokenize = ascii);
CREATE TABLE view_account_actor (
  actor INTEGER NOT NULL, role INTEGER NOT NULL, account INTEGER NOT NULL,
  PRIMARY KEY (actor, role, account)) STRICT, WITHOUT ROWID;
CREATE INDEX view_account_actor_account ON view_account_actor (account);
CREATE TABLE view_account_voice (
  voice INTEGER NOT NULL, account INTEGER NOT NULL, innermost INTEGER NOT NULL,
  PRIMARY KEY (voice, account)) STRICT, WITHOUT ROWID;
CREATE INDEX view_account_voice_account ON view_account_voice (account);
CREATE TABLE view_account_victim (
  class INTEGER NOT NULL, account INTEGER NOT NULL, PRIMARY KEY (class, account)) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* kIncidentTables = R"sql(
CREATE TABLE view_incident (
  row INTEGER PRIMARY KEY, key BLOB NOT NULL, id TEXT NOT NULL, type INTEGER NOT NULL,
  from_day INTEGER, to_day INTEGER, place INTEGER, place_name TEXT, grade INTEGER, decided INTEGER NOT NULL,
  reports INTEGER NOT NULL, lineages INTEGER NOT NULL, lineages_against INTEGER NOT NULL,
  killed_low REAL, killed REAL, killed_high REAL, injured_low REAL, injured REAL, injured_high REAL,
  victims INTEGER NOT NULL, statuses INTEGER NOT NULL, sides INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX view_incident_key ON view_incident (key);
CREATE INDEX view_incident_id ON view_incident (id);
CREATE INDEX view_incident_day ON view_incident (from_day, key, to_day);
CREATE INDEX view_incident_long ON view_incident (from_day, key, to_day) WHERE to_day > from_day + 7;
CREATE INDEX view_incident_grade ON view_incident (grade, key);
CREATE INDEX view_incident_lineages ON view_incident (lineages, key);
CREATE INDEX view_incident_killed ON view_incident (killed, key);
CREATE INDEX view_incident_place_name ON view_incident (place_name, key);
CREATE INDEX view_incident_type ON view_incident (type);
CREATE INDEX view_incident_place ON view_incident (place) WHERE place IS NOT NULL;
CREATE TABLE view_incident_told (
  row INTEGER PRIMARY KEY, title TEXT NOT NULL, doers TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE TABLE view_incident_actor (
  actor INTEGER NOT NULL, role INTEGER NOT NULL, incident INTEGER NOT NULL,
  PRIMARY KEY (actor, role, incident)) STRICT, WITHOUT ROWID;
CREATE INDEX view_incident_actor_incident ON view_incident_actor (incident);
CREATE TABLE view_incident_voice (
  voice INTEGER NOT NULL, incident INTEGER NOT NULL,
  PRIMARY KEY (voice, incident)) STRICT, WITHOUT ROWID;
CREATE INDEX view_incident_voice_incident ON view_incident_voice (incident);
CREATE TABLE view_incident_victim (
  class INTEGER NOT NULL, incident INTEGER NOT NULL,
  PRIMARY KEY (class, incident)) STRICT, WITHOUT ROWID;
)sql";

std::string version_now() { return std::to_string(kViewsVersion) + ", Unicode " U_UNICODE_VERSION; }

// The version of the views that are there; "" if there are none.
Result<std::string> version_of(Database& database) {
  RELATA_TRY(const auto there,
             database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'view_about'"));
  if (!there) return std::string();
  RELATA_TRY(Statement select,
             database.prepare("SELECT value FROM view_about WHERE name = 'version'"));
  RELATA_TRY(const bool row, select.step());
  return row ? std::string(select.text(0)) : std::string("unknown");
}

}  // namespace

Result<bool> create_views(Database& database) {
  RELATA_TRY(const std::string version, version_of(database));
  if (version == version_now()) return false;
  RELATA_TRY(Done(), drop_views(database));
  for (const char* tables : {kReportTables, kNameTables, kAccountTables, kIncidentTables}) {
    RELATA_TRY(Done(), database.execute(tables));
  }
  RELATA_TRY(Statement insert, database.prepare("INSERT INTO view_about VALUES ('version', ?)"));
  RELATA_TRY(Done(), insert.bind_text(1, version_now()).run());
  return true;
}

Result<bool> has_views(Database& database) {
  RELATA_TRY(const std::string version, version_of(database));
  return version == version_now();
}

Result<Done> drop_views(Database& database) {
  // Dropping a full-text table drops the tables that it keeps its index in.
  for (const char* kind : {"sql LIKE 'CREATE VIRTUAL%' AND", ""}) {
    std::vector<std::string> names;
    {
      RELATA_TRY(Statement select,
                 database.prepare(std::string("SELECT name FROM sqlite_schema WHERE ") + kind +
                                  " type = 'table' AND name GLOB 'view_*' ORDER BY name"));
      for (;;) {
        RELATA_TRY(const bool row, select.step());
        if (!row) break;
        names.emplace_back(select.text(0));
      }
    }
    for (const std::string& name : names) {
      RELATA_TRY(Done(), database.execute("DROP TABLE \"" + name + '"'));
    }
  }
  return Done{};
}

Result<Done> purge_views(Database& database) {
  return database.execute(R"sql(
DELETE FROM view_actor WHERE NOT EXISTS
  (SELECT 1 FROM view_account_actor WHERE actor = view_actor.row);
DELETE FROM view_actor_word WHERE owner NOT IN (SELECT row FROM view_actor);
DELETE FROM view_voice WHERE claims = 0 AND NOT EXISTS
  (SELECT 1 FROM view_report WHERE publisher = view_voice.row);
DELETE FROM view_voice_word WHERE owner NOT IN (SELECT row FROM view_voice);
DELETE FROM view_place WHERE NOT EXISTS (SELECT 1 FROM view_account WHERE place = view_place.row)
  AND NOT EXISTS (SELECT 1 FROM view_incident WHERE place = view_place.row);
DELETE FROM view_place_word WHERE owner NOT IN (SELECT row FROM view_place);
INSERT INTO view_report_words (view_report_words) VALUES ('optimize');
INSERT INTO view_account_words (view_account_words) VALUES ('optimize');
)sql");
}

}  // namespace relata
