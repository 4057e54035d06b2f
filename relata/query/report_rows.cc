// SPDX-License-Identifier: Apache-2.0
#include "relata/query/report_rows.h"

#include <map>
#include <set>
#include <tuple>

#include "relata/query/account_bytes.h"
#include "relata/query/search_words.h"

namespace relata {
namespace {

enum Of : std::size_t {
  find_report,
  add_report,
  remove_report,
  add_words,
  remove_words,
  add_account,
  add_told,
  index_told,
  add_actor,
  add_voice,
  add_victim,
  count_voice,
  accounts_of_report,
  forget_told,
  uncount_voices,
  remove_told,
  remove_actors,
  remove_voices,
  remove_victim,
  remove_account_row,
  stand_voice
};
constexpr const char* kStatements[] = {
    "SELECT row FROM view_report WHERE id = ?1",
    "INSERT INTO view_report (id, doc, day, publisher, credit, title, claims) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "DELETE FROM view_report WHERE row = ?1",
    "INSERT INTO view_report_words (rowid, words, sounds) VALUES (?1, ?2, ?3)",
    "INSERT INTO view_report_words (view_report_words, rowid, words, sounds) "
    "VALUES ('delete', ?1, ?2, ?3)",
    "INSERT INTO view_account (key, report, type, status, from_day, to_day, place, victims) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT INTO view_account_told (row, words, sounds, body) VALUES (?1, ?2, ?3, ?4)",
    "INSERT INTO view_account_words (rowid, words, sounds) VALUES (?1, ?2, ?3)",
    "INSERT OR IGNORE INTO view_account_actor (actor, role, account) VALUES (?1, ?2, ?3)",
    "INSERT INTO view_account_voice (voice, account, innermost) VALUES (?1, ?2, ?3)",
    "INSERT INTO view_account_victim (class, account) VALUES (?1, ?2)",
    "UPDATE view_voice SET claims = claims + 1, innermost = innermost + ?2 WHERE row = ?1",
    "SELECT row, victims FROM view_account WHERE report = ?1",
    "INSERT INTO view_account_words (view_account_words, rowid, words, sounds) "
    "SELECT 'delete', row, words, sounds FROM view_account_told WHERE row = ?1",
    "UPDATE view_voice SET claims = claims - 1, innermost = view_voice.innermost - l.last "
    "FROM (SELECT voice, innermost AS last FROM view_account_voice WHERE account = ?1) AS l "
    "WHERE row = l.voice",
    "DELETE FROM view_account_told WHERE row = ?1",
    "DELETE FROM view_account_actor WHERE account = ?1",
    "DELETE FROM view_account_voice WHERE account = ?1",
    "DELETE FROM view_account_victim WHERE class = ?1 AND account = ?2",
    "DELETE FROM view_account WHERE row = ?1",
    "UPDATE view_voice SET told = ?2, borne_out = ?3, contradicted = ?4, reliability = ?5, earned "
    "= ?6 "
    "WHERE row = ?1",
};

int days_of(Date date) { return static_cast<int>(date.time_since_epoch().count()); }

// Everyone who speaks in the chains of an account, and whether innermost in one of them.
std::map<ToldVoice, bool> voices_of(const Account& account) {
  std::map<ToldVoice, bool> voices;
  for (const ToldChain& chain : account.chains) {
    for (std::size_t i = 0; i < chain.size(); ++i) voices[chain[i]] |= i + 1 == chain.size();
  }
  return voices;
}

}  // namespace

std::uint64_t victims_of(const Account& account) {
  std::uint64_t classes = 0;
  const auto add = [&](VictimClass victims) {
    if (victims != VictimClass::unknown) classes |= std::uint64_t{1} << static_cast<int>(victims);
  };
  for (const ToldActor& actor : account.to) {
    if (actor.victim_class) add(*actor.victim_class);
  }
  for (const ToldCount& count : account.counts) add(count.victim_class);
  return classes;
}

Result<ReportRows> ReportRows::open(Database& database) {
  RELATA_TRY(NameRows names, NameRows::open(database));
  ReportRows rows(database, std::move(names));
  RELATA_TRY(rows.statements_, database.prepare_all(kStatements));
  return rows;
}

Result<Done> ReportRows::put(const ReportAccounts& report, std::string_view text) {
  RELATA_TRY(Done(), remove(report.id, text));
  Statement& insert = statements_[add_report];
  insert.bind_blob(1, bytes_of(report.id)).bind_text(2, report.doc).bind_null(3).bind_null(4);
  if (report.day) insert.bind_integer(3, days_of(*report.day));
  if (!report.publisher.name.empty()) {
    RELATA_TRY(const std::int64_t publisher, names_.voice(report.publisher));
    insert.bind_integer(4, publisher);
  }
  insert.bind_text(5, report.credit).bind_text(6, report.title);
  RELATA_TRY(Done(),
             insert.bind_integer(7, static_cast<std::int64_t>(report.accounts.size())).run());
  const std::int64_t row = database_->last_row();
  const IndexedWords indexed = indexed_words(text);
  RELATA_TRY(Done(), statements_[add_words]
                         .bind_integer(1, row)
                         .bind_text(2, indexed.words)
                         .bind_text(3, indexed.sounds)
                         .run());
  for (const Account& account : report.accounts) {
    RELATA_TRY(Done(), put_account(row, account, text));
  }
  return Done{};
}

Result<Done> ReportRows::put_account(std::int64_t report, const Account& account,
                                     std::string_view text) {
  const Span evidence = account.evidence;
  if (evidence.begin > evidence.end || evidence.end > text.size())
    return Error{"the evidence of " + text_of(account.key) + " does not lie in the text"};
  Statement& insert = statements_[add_account];
  const std::uint64_t victims = victims_of(account);
  insert.bind_blob(1, key_bytes(account.key)).bind_integer(2, report);
  insert.bind_integer(3, static_cast<int>(account.type));
  insert.bind_integer(4, static_cast<int>(account.status)).bind_null(5).bind_null(6).bind_null(7);
  if (account.when) {
    insert.bind_integer(5, days_of(account.when->from)).bind_integer(6, days_of(account.when->to));
  }
  if (!account.where.empty()) {
    RELATA_TRY(const std::int64_t place, names_.place(account.where));
    insert.bind_integer(7, place);
  }
  RELATA_TRY(Done(), insert.bind_integer(8, static_cast<std::int64_t>(victims)).run());
  const std::int64_t row = database_->last_row();
  const IndexedWords indexed = indexed_words(words_of(text, evidence));
  Statement& told = statements_[add_told];
  told.bind_integer(1, row).bind_text(2, indexed.words).bind_text(3, indexed.sounds);
  RELATA_TRY(Done(), told.bind_blob(4, account_bytes(account)).run());
  RELATA_TRY(Done(), statements_[index_told]
                         .bind_integer(1, row)
                         .bind_text(2, indexed.words)
                         .bind_text(3, indexed.sounds)
                         .run());
  return put_links(row, account);
}

Result<Done> ReportRows::put_links(std::int64_t row, const Account& account) {
  for (const auto& [actors, role] : {std::pair(&account.by, 0), std::pair(&account.to, 1)}) {
    for (const ToldActor& actor : *actors) {
      RELATA_TRY(const std::int64_t owner, names_.actor(actor));
      Statement& insert = statements_[add_actor];
      RELATA_TRY(Done(),
                 insert.bind_integer(1, owner).bind_integer(2, role).bind_integer(3, row).run());
    }
  }
  std::map<std::int64_t, bool> voices;  // two that differ in nothing but `named` share a row
  for (const auto& [voice, innermost] : voices_of(account)) {
    RELATA_TRY(const std::int64_t owner, names_.voice(voice));
    voices[owner] |= innermost;
  }
  for (const auto& [owner, innermost] : voices) {
    Statement& insert = statements_[add_voice];
    insert.bind_integer(1, owner).bind_integer(2, row).bind_integer(3, innermost ? 1 : 0);
    RELATA_TRY(Done(), insert.run());
    Statement& count = statements_[count_voice];
    RELATA_TRY(Done(), count.bind_integer(1, owner).bind_integer(2, innermost ? 1 : 0).run());
  }
  const std::uint64_t victims = victims_of(account);
  for (int bit = 0; victims >> bit != 0; ++bit) {
    if ((victims >> bit & 1) == 0) continue;
    RELATA_TRY(Done(), statements_[add_victim].bind_integer(1, bit).bind_integer(2, row).run());
  }
  return Done{};
}

Result<Done> ReportRows::remove_account(std::int64_t row, std::int64_t victims) {
  for (const Of of : {forget_told, uncount_voices, remove_told, remove_actors, remove_voices,
                      remove_account_row}) {
    RELATA_TRY(Done(), statements_[of].bind_integer(1, row).run());
  }
  for (int bit = 0; victims >> bit != 0; ++bit) {
    if ((victims >> bit & 1) == 0) continue;
    RELATA_TRY(Done(), statements_[remove_victim].bind_integer(1, bit).bind_integer(2, row).run());
  }
  return Done{};
}

Result<Done> ReportRows::remove(const ReportId& id, std::string_view text) {
  Statement& find = statements_[find_report].bind_blob(1, bytes_of(id));
  RELATA_TRY(const bool found, find.step());
  const std::int64_t row = found ? find.integer(0) : 0;
  find.reset();
  if (!found) return Done{};
  std::vector<std::pair<std::int64_t, std::int64_t>> accounts;
  Statement& select = statements_[accounts_of_report].bind_integer(1, row);
  for (;;) {
    RELATA_TRY(const bool more, select.step());
    if (!more) break;
    accounts.emplace_back(select.integer(0), select.integer(1));
  }
  select.reset();
  for (const auto& [account, victims] : accounts) {
    RELATA_TRY(Done(), remove_account(account, victims));
  }
  const IndexedWords indexed = indexed_words(text);
  RELATA_TRY(Done(), statements_[remove_words]
                         .bind_integer(1, row)
                         .bind_text(2, indexed.words)
                         .bind_text(3, indexed.sounds)
                         .run());
  return statements_[remove_report].bind_integer(1, row).run();
}

Result<Done> ReportRows::put(const ToldVoice& voice, const VoiceStanding& standing) {
  RELATA_TRY(const std::int64_t row, names_.voice(voice));
  Statement& update = statements_[stand_voice].bind_integer(1, row);
  update.bind_integer(2, standing.told).bind_integer(3, standing.borne_out);
  update.bind_integer(4, standing.contradicted).bind_null(5).bind_null(6);
  if (standing.reliability) update.bind_integer(5, static_cast<int>(*standing.reliability));
  if (standing.earned) update.bind_integer(6, static_cast<int>(*standing.earned));
  return update.run();
}

}  // namespace relata
