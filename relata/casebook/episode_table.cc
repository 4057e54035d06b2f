// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/episode_table.h"

#include <algorithm>

#include "relata/casebook/episode_bytes.h"
#include "relata/query/account_bytes.h"

namespace relata {
namespace {

// `head`: of the incident that it is in. Numbers of blocks and orders are unsigned; as SQLite's signed ones they are kept
// with their highest bit turned, so that they sort as they should.
constexpr const char* kTables = R"sql(
CREATE TABLE IF NOT EXISTS view_episode (
  key BLOB PRIMARY KEY, head BLOB, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS view_episode_head ON view_episode (head, key) WHERE head IS NOT NULL;
CREATE TABLE IF NOT EXISTS view_episode_block (
  block INTEGER NOT NULL, place INTEGER NOT NULL, key BLOB NOT NULL,
  PRIMARY KEY (block, place, key)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS view_episode_link (
  one BLOB NOT NULL, other BLOB NOT NULL, weight REAL NOT NULL,
  PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;
)sql";

std::int64_t sortable(std::uint64_t number) {
  return static_cast<std::int64_t>(number ^ std::uint64_t{1} << 63);
}

}  // namespace

Result<EpisodeTable> EpisodeTable::open(Database& database) {
  RELATA_TRY(Done(), database.execute(kTables));
  RELATA_TRY(Statement put, database.prepare("INSERT INTO view_episode VALUES (?1, NULL, ?2)"));
  RELATA_TRY(Statement put_block,
             database.prepare("INSERT INTO view_episode_block VALUES (?1, ?2, ?3)"));
  RELATA_TRY(Statement remove, database.prepare("DELETE FROM view_episode WHERE key = ?1"));
  RELATA_TRY(Statement remove_block,
             database.prepare(
                 "DELETE FROM view_episode_block WHERE block = ?1 AND place = ?2 AND key = ?3"));
  RELATA_TRY(Statement body, database.prepare("SELECT body FROM view_episode WHERE key = ?1"));
  RELATA_TRY(
      Statement of_report,
      database.prepare("SELECT key FROM view_episode WHERE key >= ?1 AND key < ?2 ORDER BY key"));
  RELATA_TRY(Statement before,
             database.prepare("SELECT key FROM view_episode_block WHERE block = ?1 AND "
                              "(place, key) < (?2, ?3) ORDER BY place DESC, key DESC LIMIT ?4"));
  RELATA_TRY(Statement after,
             database.prepare("SELECT key FROM view_episode_block WHERE block = ?1 AND "
                              "(place, key) > (?2, ?3) ORDER BY place, key LIMIT ?4"));
  RELATA_TRY(Statement link,
             database.prepare("INSERT OR REPLACE INTO view_episode_link VALUES (?1, ?2, ?3)"));
  RELATA_TRY(Statement unlink,
             database.prepare("DELETE FROM view_episode_link WHERE one = ?1 AND other = ?2"));
  RELATA_TRY(Statement links,
             database.prepare(
                 "SELECT other, weight FROM view_episode_link WHERE one = ?1 ORDER BY other"));
  RELATA_TRY(Statement head, database.prepare("SELECT head FROM view_episode WHERE key = ?1"));
  RELATA_TRY(Statement set_head,
             database.prepare("UPDATE view_episode SET head = ?2 WHERE key = ?1"));
  RELATA_TRY(Statement members,
             database.prepare("SELECT key FROM view_episode WHERE head = ?1 ORDER BY key"));
  return EpisodeTable(Statements{std::move(put), std::move(put_block), std::move(remove),
                                 std::move(remove_block), std::move(body), std::move(of_report),
                                 std::move(before), std::move(after), std::move(link),
                                 std::move(unlink), std::move(links), std::move(head),
                                 std::move(set_head), std::move(members)});
}

Result<Done> EpisodeTable::fill(const GroupedEpisodes& grouped) {
  struct Placed {
    BlockEntry entry;
    std::uint32_t episode = 0;
    auto operator<=>(const Placed&) const = default;
  };
  std::vector<Placed> placed;
  for (std::uint32_t i = 0; i < grouped.episodes.size(); ++i) {
    const Episode& episode = grouped.episodes[i];
    RELATA_TRY(
        Done(),
        do_.put.bind_blob(1, key_bytes(episode.key)).bind_blob(2, episode_bytes(episode)).run());
    if (grouped.heads[i]) {
      RELATA_TRY(Done(), set_head(episode.key, grouped.episodes[*grouped.heads[i]].key));
    }
    for (const BlockEntry& entry : block_entries(episode)) placed.push_back({entry, i});
  }
  std::sort(placed.begin(), placed.end());
  for (const Placed& one : placed) {
    do_.put_block.bind_integer(1, sortable(one.entry.block))
        .bind_integer(2, sortable(one.entry.order));
    RELATA_TRY(Done(),
               do_.put_block.bind_blob(3, key_bytes(grouped.episodes[one.episode].key)).run());
  }
  return fill_links(grouped);
}

// Both ways, in the order of their ends.
Result<Done> EpisodeTable::fill_links(const GroupedEpisodes& grouped) {
  std::vector<Pull> links = grouped.links;
  for (const Pull& link : grouped.links) links.push_back({link.second, link.first, link.weight});
  std::sort(links.begin(), links.end(), [](const Pull& a, const Pull& b) {
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
  for (const Pull& link : links) {
    do_.link.bind_blob(1, key_bytes(grouped.episodes[link.first].key));
    do_.link.bind_blob(2, key_bytes(grouped.episodes[link.second].key));
    RELATA_TRY(Done(), do_.link.bind_real(3, static_cast<double>(link.weight)).run());
  }
  return Done{};
}

Result<Done> EpisodeTable::put(const Episode& episode, std::span<const BlockEntry> entries) {
  const std::string key = key_bytes(episode.key);
  RELATA_TRY(Done(), do_.put.bind_blob(1, key).bind_blob(2, episode_bytes(episode)).run());
  for (const BlockEntry& entry : entries) {
    do_.put_block.bind_integer(1, sortable(entry.block)).bind_integer(2, sortable(entry.order));
    RELATA_TRY(Done(), do_.put_block.bind_blob(3, key).run());
  }
  return Done{};
}

Result<Done> EpisodeTable::remove(const Episode& episode, std::span<const BlockEntry> entries) {
  RELATA_TRY(const auto linked, links(episode.key));
  for (const EpisodeLink& link : linked) {
    if (const auto done = unlink(episode.key, link.other); !done) return done.error();
  }
  const std::string key = key_bytes(episode.key);
  for (const BlockEntry& entry : entries) {
    do_.remove_block.bind_integer(1, sortable(entry.block)).bind_integer(2, sortable(entry.order));
    RELATA_TRY(Done(), do_.remove_block.bind_blob(3, key).run());
  }
  return do_.remove.bind_blob(1, key).run();
}

Result<Episode> EpisodeTable::episode(const EpisodeKey& key) {
  do_.body.reset();
  RELATA_TRY(const bool there, do_.body.bind_blob(1, key_bytes(key)).step());
  if (!there) return Error{"the views lack an episode"};
  return episode_of_bytes(key, do_.body.blob(0));
}

Result<std::vector<EpisodeKey>> EpisodeTable::of_report(const ReportId& report) {
  const std::string begin(bytes_of(report));
  do_.of_report.reset();
  do_.of_report.bind_blob(1, begin).bind_blob(2, begin + std::string(16, '\xFF'));
  return keys(do_.of_report);
}

Result<std::vector<EpisodeKey>> EpisodeTable::before(const BlockEntry& entry, const EpisodeKey& key,
                                                     std::size_t most) {
  return beside(do_.before, entry, key, most);
}

Result<std::vector<EpisodeKey>> EpisodeTable::after(const BlockEntry& entry, const EpisodeKey& key,
                                                    std::size_t most) {
  return beside(do_.after, entry, key, most);
}

Result<std::vector<EpisodeKey>> EpisodeTable::beside(Statement& select, const BlockEntry& entry,
                                                     const EpisodeKey& key, std::size_t most) {
  select.reset();
  select.bind_integer(1, sortable(entry.block)).bind_integer(2, sortable(entry.order));
  select.bind_blob(3, key_bytes(key)).bind_integer(4, static_cast<std::int64_t>(most));
  return keys(select);
}

Result<Done> EpisodeTable::link(const EpisodeKey& a, const EpisodeKey& b, float weight) {
  const std::string one = key_bytes(a), other = key_bytes(b);
  do_.link.bind_real(3, static_cast<double>(weight));
  RELATA_TRY(Done(), do_.link.bind_blob(1, one).bind_blob(2, other).run());
  return do_.link.bind_blob(1, other).bind_blob(2, one).run();
}

Result<Done> EpisodeTable::unlink(const EpisodeKey& a, const EpisodeKey& b) {
  const std::string one = key_bytes(a), other = key_bytes(b);
  RELATA_TRY(Done(), do_.unlink.bind_blob(1, one).bind_blob(2, other).run());
  return do_.unlink.bind_blob(1, other).bind_blob(2, one).run();
}

Result<std::vector<EpisodeLink>> EpisodeTable::links(const EpisodeKey& key) {
  do_.links.reset();
  do_.links.bind_blob(1, key_bytes(key));
  std::vector<EpisodeLink> links;
  while (true) {
    RELATA_TRY(const bool row, do_.links.step());
    if (!row) return links;
    RELATA_TRY(const EpisodeKey other, key_of_bytes(do_.links.blob(0)));
    links.push_back({other, static_cast<float>(do_.links.real(1))});
  }
}

Result<std::optional<EpisodeKey>> EpisodeTable::head(const EpisodeKey& key) {
  do_.head.reset();
  RELATA_TRY(const bool there, do_.head.bind_blob(1, key_bytes(key)).step());
  if (!there || do_.head.is_null(0)) return std::optional<EpisodeKey>();
  RELATA_TRY(const EpisodeKey head, key_of_bytes(do_.head.blob(0)));
  return std::optional(head);
}

Result<Done> EpisodeTable::set_head(const EpisodeKey& key, const std::optional<EpisodeKey>& head) {
  do_.set_head.bind_blob(1, key_bytes(key));
  if (head) {
    do_.set_head.bind_blob(2, key_bytes(*head));
  } else {
    do_.set_head.bind_null(2);
  }
  return do_.set_head.run();
}

Result<std::vector<EpisodeKey>> EpisodeTable::members(const EpisodeKey& head) {
  do_.members.reset();
  do_.members.bind_blob(1, key_bytes(head));
  return keys(do_.members);
}

Result<std::vector<EpisodeKey>> EpisodeTable::keys(Statement& select) {
  std::vector<EpisodeKey> keys;
  while (true) {
    RELATA_TRY(const bool row, select.step());
    if (!row) return keys;
    RELATA_TRY(const EpisodeKey key, key_of_bytes(select.blob(0)));
    keys.push_back(key);
  }
}

}  // namespace relata
