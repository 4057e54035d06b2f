// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/nearby_actions.h"

#include <algorithm>
#include <cmath>

#include "relata/corroboration/lineage_facts.h"
#include "relata/places/gazetteer.h"
#include "relata/query/account_bytes.h"

namespace relata {
namespace {

constexpr const char* kTables = R"sql(
CREATE TABLE IF NOT EXISTS view_action (
  cell INTEGER NOT NULL, day INTEGER NOT NULL, key BLOB NOT NULL, latitude REAL NOT NULL,
  longitude REAL NOT NULL, PRIMARY KEY (cell, day, key)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS view_action_watch (
  cell INTEGER NOT NULL, day INTEGER NOT NULL, incident BLOB NOT NULL,
  PRIMARY KEY (cell, day, incident)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS view_action_watch_incident ON view_action_watch (incident);
)sql";
constexpr double kCellsPerDegree = 10;
constexpr int kMostDays = 7;  // of something longer it cannot be said who acted when
constexpr double kKmPerDegree = 111.2;

std::int64_t day_number(Date day) { return day.time_since_epoch().count(); }

struct Cell {
  std::int64_t row = 0, column = 0;
  [[nodiscard]] std::int64_t number() const { return row * 3600 + column; }
};

Cell cell_of(double latitude, double longitude) {
  return {static_cast<std::int64_t>(std::floor((latitude + 90) * kCellsPerDegree)),
          static_cast<std::int64_t>(std::floor((longitude + 180) * kCellsPerDegree))};
}

// The cells that a circle of kNearbyKm around a point may touch.
std::vector<std::int64_t> cells_around(double latitude, double longitude) {
  const double north = kNearbyKm / kKmPerDegree;
  const double east = north / std::max(0.1, std::cos(latitude * std::acos(-1.0) / 180));
  const Cell low = cell_of(latitude - north, longitude - east);
  const Cell high = cell_of(latitude + north, longitude + east);
  std::vector<std::int64_t> cells;
  for (std::int64_t row = low.row; row <= high.row; ++row) {
    for (std::int64_t column = low.column; column <= high.column; ++column)
      cells.push_back(Cell{row, column}.number());
  }
  return cells;
}

bool is_exact(const Site& site) {
  return site.latitude && site.longitude && site.kind != PlaceKind::country &&
         site.kind != PlaceKind::region;
}

bool is_short(const std::optional<Period>& when) {
  return when && (when->to - when->from).count() < kMostDays;
}

}  // namespace

Result<NearbyActions> NearbyActions::open(Database& database) {
  RELATA_TRY(Done(), database.execute(kTables));
  RELATA_TRY(Statement put,
             database.prepare("INSERT OR IGNORE INTO view_action VALUES (?1, ?2, ?3, ?4, ?5)"));
  RELATA_TRY(Statement remove,
             database.prepare("DELETE FROM view_action WHERE cell = ?1 AND day = ?2 AND key = ?3"));
  RELATA_TRY(Statement near,
             database.prepare("SELECT key, latitude, longitude FROM view_action "
                              "WHERE cell = ?1 AND day = ?2 ORDER BY key LIMIT ?3"));
  RELATA_TRY(Statement watch,
             database.prepare("INSERT OR IGNORE INTO view_action_watch VALUES (?1, ?2, ?3)"));
  RELATA_TRY(Statement forget,
             database.prepare("DELETE FROM view_action_watch WHERE incident = ?1"));
  RELATA_TRY(
      Statement watching,
      database.prepare("SELECT incident FROM view_action_watch WHERE cell = ?1 AND day = ?2"));
  return NearbyActions(Statements{std::move(put), std::move(remove), std::move(near),
                                  std::move(watch), std::move(forget), std::move(watching)});
}

Result<Done> NearbyActions::put(const Account& account) {
  if (account.where.empty() || !is_exact(account.where.front()) || !is_short(account.when) ||
      !tells_of_a_happening(account) || !tells_of_action(compared(account)))
    return Done{};
  const Site& site = account.where.front();
  for (Date day = account.when->from; day <= account.when->to; day += std::chrono::days(1)) {
    do_.put.bind_integer(1, cell_of(*site.latitude, *site.longitude).number());
    do_.put.bind_integer(2, day_number(day)).bind_blob(3, key_bytes(account.key));
    RELATA_TRY(Done(), do_.put.bind_real(4, *site.latitude).bind_real(5, *site.longitude).run());
  }
  return Done{};
}

Result<Done> NearbyActions::remove(const Account& account) {
  if (account.where.empty() || !is_exact(account.where.front()) || !is_short(account.when))
    return Done{};
  const Site& site = account.where.front();
  for (Date day = account.when->from; day <= account.when->to; day += std::chrono::days(1)) {
    do_.remove.bind_integer(1, cell_of(*site.latitude, *site.longitude).number());
    RELATA_TRY(
        Done(),
        do_.remove.bind_integer(2, day_number(day)).bind_blob(3, key_bytes(account.key)).run());
  }
  return Done{};
}

Result<std::vector<AccountKey>> NearbyActions::near(const Incident& incident) {
  std::set<AccountKey> found;
  if (!is_exact(incident.where) || !is_short(incident.when)) return std::vector<AccountKey>();
  const double latitude = *incident.where.latitude, longitude = *incident.where.longitude;
  const std::chrono::days around(kNearbyDays);
  for (const std::int64_t cell : cells_around(latitude, longitude)) {
    for (Date day = incident.when->from - around; day <= incident.when->to + around;
         day += std::chrono::days(1)) {
      do_.near.reset();
      do_.near.bind_integer(1, cell).bind_integer(2, day_number(day)).bind_integer(3, kMostOfCell);
      while (true) {
        RELATA_TRY(const bool row, do_.near.step());
        if (!row) break;
        if (distance_km({latitude, longitude}, {do_.near.real(1), do_.near.real(2)}) > kNearbyKm)
          continue;
        RELATA_TRY(const AccountKey key, key_of_bytes(do_.near.blob(0)));
        found.insert(key);
      }
    }
  }
  for (const IncidentMember& member : incident.members) found.erase(member.account);
  return std::vector<AccountKey>(found.begin(), found.end());
}

Result<Done> NearbyActions::watch(const Incident& incident) {
  if (!is_exact(incident.where) || !is_short(incident.when)) return Done{};
  const std::chrono::days around(kNearbyDays);
  for (const std::int64_t cell :
       cells_around(*incident.where.latitude, *incident.where.longitude)) {
    for (Date day = incident.when->from - around; day <= incident.when->to + around;
         day += std::chrono::days(1)) {
      do_.watch.bind_integer(1, cell).bind_integer(2, day_number(day));
      RELATA_TRY(Done(), do_.watch.bind_blob(3, key_bytes(incident.id.first)).run());
    }
  }
  return Done{};
}

Result<Done> NearbyActions::forget(const IncidentId& id) {
  return do_.forget.bind_blob(1, key_bytes(id.first)).run();
}

Result<std::vector<IncidentId>> NearbyActions::watching(const Account& account) {
  std::set<IncidentId> found;
  if (account.where.empty() || !is_exact(account.where.front()) || !is_short(account.when))
    return std::vector<IncidentId>();
  const Site& site = account.where.front();
  for (Date day = account.when->from; day <= account.when->to; day += std::chrono::days(1)) {
    do_.watching.reset();
    do_.watching.bind_integer(1, cell_of(*site.latitude, *site.longitude).number());
    do_.watching.bind_integer(2, day_number(day));
    while (true) {
      RELATA_TRY(const bool row, do_.watching.step());
      if (!row) break;
      RELATA_TRY(const AccountKey key, key_of_bytes(do_.watching.blob(0)));
      found.insert(IncidentId{key});
    }
  }
  return std::vector<IncidentId>(found.begin(), found.end());
}

}  // namespace relata
