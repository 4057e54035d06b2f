// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/case_views.h"

#include <algorithm>
#include <map>

#include "relata/casebook/assessing.h"
#include "relata/casebook/case_tables.h"
#include "relata/casebook/changes.h"
#include "relata/casebook/view_state.h"
#include "relata/incidents/incident_book.h"
#include "relata/query/account_bytes.h"
#include "relata/query/assessment_bytes.h"
#include "relata/query/view_tables.h"

namespace relata {
namespace {

// Pages of the file that SQLite may keep in memory: many small tables are written at once.
constexpr const char* kRoom = "PRAGMA cache_size = -65536";
constexpr std::size_t kAtOnce = 2'000;  // reports whose accounts are held in memory
constexpr std::size_t kMostHeld =
    20'000;  // reports that stay in memory while incidents are assessed

class Refresh {
 public:
  Refresh(Casebook& casebook, const CaseKnowledge& knowledge, Decided decided, CaseTables tables,
          const RefreshProgress& progress)
      : casebook_(casebook),
        database_(casebook.ledger().database()),
        knowledge_(knowledge),
        decided_(std::move(decided)),
        links_(decided_.links()),
        tables_(std::move(tables)),
        state_(ViewState::of(database_)),
        progress_(progress) {}

  // `anew`: the tables are empty.
  Result<RefreshOutcome> run(const Changes& changes, bool anew) {
    std::set<ReportId> reports = changes.reports;
    if (changes.links) {
      // Sets of claims that people put together reach over many reports: all of them are looked at again.
      for (const ReportId& id : decided_.reports()) reports.insert(id);
    }
    const std::vector<ReportId> ordered(reports.begin(), reports.end());
    if (anew) {
      RELATA_TRY(Done(), put_all(ordered));
      RELATA_TRY(Done(), assess_incidents());
      RELATA_TRY(Done(), put_voices(false));
      return outcome_;
    }
    for (std::size_t at = 0; at < ordered.size(); at += kAtOnce) {
      RELATA_TRY(Done(), put_reports(std::span(ordered).subspan(
                             at, std::min(kAtOnce, ordered.size() - at))));
      if (progress_) progress_(std::min(at + kAtOnce, ordered.size()), 2 * ordered.size());
    }
    if (changes.letters) {
      RELATA_TRY(Done(), note_all_incidents());
    }
    RELATA_TRY(Done(), note_reports_of_copies());
    RELATA_TRY(Done(), assess_incidents());
    RELATA_TRY(Done(), put_voices(changes.letters));
    return outcome_;
  }

 private:
  // A report as it is put: its accounts, as people decided of them.
  Result<std::optional<ReportAccounts>> put_report(const ReportId& id) {
    RELATA_TRY(const auto kept, casebook_.report(id));
    if (!kept) return std::optional<ReportAccounts>();
    auto accounts = accounts_of(id, kept->report.text, kept->reading.reading, knowledge_.accounts);
    if (!accounts) return accounts.error().with(kept->report.id);
    for (const std::uint64_t entry : decided_.apply(*accounts)) outcome_.lost.push_back(entry);
    RELATA_TRY(Done(), state_.set_engine(id, kept->reading.engine.name));
    RELATA_TRY(Done(), forget_actions(id));
    RELATA_TRY(Done(), tables_.writer.put_report(*accounts, kept->report.text));
    for (const Account& account : accounts->accounts) {
      RELATA_TRY(Done(), tables_.nearby.put(account));
      RELATA_TRY(Done(), note_watching(account));
    }
    RELATA_TRY(const auto touched, tables_.copies.add({id, fingerprints(kept->report.text)}));
    copied_.insert(touched.begin(), touched.end());
    return std::optional(std::move(*accounts));
  }

  // What an earlier reading told of actions.
  Result<Done> forget_actions(const ReportId& id) {
    const auto before = tables_.kept.report(id);
    if (!before) return Done{};  // it was not there
    for (const Account& account : (*before)->accounts) {
      RELATA_TRY(Done(), note_watching(account));
      RELATA_TRY(Done(), tables_.nearby.remove(account));
    }
    tables_.kept.forget();
    return Done{};
  }

  Result<Done> note_watching(const Account& account) {
    RELATA_TRY(const auto watching, tables_.nearby.watching(account));
    again_.insert(watching.begin(), watching.end());
    return Done{};
  }

  Result<Done> put_reports(std::span<const ReportId> ids) {
    std::vector<ReportAccounts> accounts;
    for (const ReportId& id : ids) {
      RELATA_TRY(auto put, put_report(id));
      if (put) accounts.push_back(std::move(*put));
    }
    std::vector<const ReportAccounts*> come;
    for (const ReportAccounts& report : accounts) come.push_back(&report);
    IncidentBook book(tables_.episodes, links_, knowledge_.incidents);
    RELATA_TRY(IncidentChanges changes, book.replace(ids, come));
    for (const IncidentId& id : changes.gone) {
      RELATA_TRY(Done(), remove_incident(id));
      now_.erase(id);
    }
    for (Incident& incident : changes.now) {
      const IncidentId id = incident.id;
      now_.insert_or_assign(id, std::move(incident));
    }
    outcome_.reports += accounts.size();
    return Done{};
  }

  // Into empty tables: what put_reports() comes to, sooner.
  Result<Done> put_all(const std::vector<ReportId>& ids) {
    EpisodeCollection episodes(links_, knowledge_.incidents);
    for (const ReportId& id : ids) {
      RELATA_TRY(const auto put, put_report(id));
      if (!put) continue;
      episodes.add(*put);
      if (progress_ && ++outcome_.reports % 256 == 0) progress_(outcome_.reports, 2 * ids.size());
    }
    GroupedEpisodes grouped = std::move(episodes).grouped(1);
    RELATA_TRY(Done(), tables_.episodes.fill(grouped));
    for (Incident& incident : grouped.incidents) {
      const IncidentId id = incident.id;
      now_.emplace_hint(now_.end(), id, std::move(incident));
    }
    return Done{};
  }

  Result<Done> remove_incident(const IncidentId& id) {
    RELATA_TRY(Done(), tables_.writer.remove_incident(id));
    RELATA_TRY(Done(), tables_.testimonies.remove(id));
    RELATA_TRY(Done(), tables_.parts.remove(id));
    return tables_.nearby.forget(id);
  }

  Result<Done> note_all_incidents() {
    RELATA_TRY(Statement select, database_.prepare("SELECT key FROM view_incident"));
    return note(select);
  }

  // The incidents of reports whose text is found to be shared, or no longer.
  Result<Done> note_reports_of_copies() {
    RELATA_TRY(
        Statement select,
        database_.prepare("SELECT i.key FROM view_report r JOIN view_account a ON a.report = r.row "
                          "JOIN view_incident i ON i.row = a.incident WHERE r.id = ?1"));
    for (const ReportId& id : copied_) {
      select.reset();
      select.bind_blob(1, bytes_of(id));
      RELATA_TRY(Done(), note(select));
    }
    return Done{};
  }

  Result<Done> note(Statement& keys) {
    while (true) {
      RELATA_TRY(const bool row, keys.step());
      if (!row) return Done{};
      RELATA_TRY(const AccountKey key, key_of_bytes(keys.blob(0)));
      again_.insert(IncidentId{key});
    }
  }

  Result<Done> assess_incidents() {
    RELATA_TRY(Done(), load_those_again());
    Assessing assessing(tables_.kept, tables_.copies, tables_.nearby, decided_, knowledge_);
    tables_.kept.forget();
    std::uint64_t done = 0;
    for (const auto& [id, incident] : now_) {
      if (tables_.kept.held() > kMostHeld) tables_.kept.forget();
      RELATA_TRY(const Assessed assessed, assessing.assess(incident));
      RELATA_TRY(Done(), put_incident(incident, assessed));
      if (progress_ && ++done % 256 == 0) progress_(now_.size() + done, 2 * now_.size());
    }
    outcome_.incidents = now_.size();
    return Done{};
  }

  // The incidents that stay what they are but whose assessments may not.
  Result<Done> load_those_again() {
    RELATA_TRY(Statement select,
               database_.prepare(
                   "SELECT t.body FROM view_incident i JOIN view_incident_told t ON t.row = i.row "
                   "WHERE i.key = ?1"));
    for (const IncidentId& id : again_) {
      if (now_.contains(id)) continue;
      select.reset();
      RELATA_TRY(const bool there, select.bind_blob(1, key_bytes(id.first)).step());
      if (!there) continue;  // it is no longer one
      RELATA_TRY(AssessedIncident stored, assessment_of_bytes(select.blob(0)));
      now_.emplace(id, std::move(stored.incident));
    }
    return Done{};
  }

  Result<Done> put_incident(const Incident& incident, const Assessed& assessed) {
    std::vector<const Account*> accounts;
    for (const Account& account : assessed.accounts) accounts.push_back(&account);
    RELATA_TRY(Done(), tables_.nearby.forget(incident.id));
    if (assessed.asks_nearby) {
      RELATA_TRY(Done(), tables_.nearby.watch(incident));
    }
    RELATA_TRY(Done(), tables_.testimonies.put(
                           incident.id, testimony_of(incident, accounts, assessed.assessment)));
    RELATA_TRY(Done(), tables_.parts.put(incident));
    return tables_.writer.put_incident(incident, assessed.assessment, accounts);
  }

  Result<Done> put_voices(bool letters) {
    std::set<VoiceKey> voices = tables_.testimonies.changed();
    if (letters) {
      RELATA_TRY(const auto all, tables_.testimonies.voices());
      voices.insert(all.begin(), all.end());
    }
    for (const VoiceKey& voice : voices) {
      const ToldVoice told{voice.name, voice.kind, voice.side, true};
      RELATA_TRY(const VoiceCount count, tables_.testimonies.count_of(voice));
      const auto decided = decided_.letters().find(voice.name);
      const Reliability letter = decided == decided_.letters().end()
                                     ? knowledge_.assessment.voices.letter_of(told)
                                     : decided->second;
      RELATA_TRY(Done(),
                 tables_.writer.put_voice(told, {count.told, count.borne_out, count.contradicted,
                                                 letter, knowledge_.history.earned(count)}));
    }
    return Done{};
  }

  Casebook& casebook_;
  Database& database_;
  const CaseKnowledge& knowledge_;
  const Decided decided_;
  const Decisions links_;
  CaseTables tables_;
  ViewState state_;
  const RefreshProgress& progress_;
  std::map<IncidentId, Incident> now_;  // to be assessed
  std::set<IncidentId> again_;          // to be assessed if they are still there
  std::set<ReportId> copied_;
  RefreshOutcome outcome_;
};

// The tables of the views, empty if they were made by another version, with other knowledge, or must forget something.
Result<Done> prepare(Casebook& casebook, const CaseKnowledge& knowledge, bool anew) {
  Database& database = casebook.ledger().database();
  RELATA_TRY(const bool made, create_views(database));
  RELATA_TRY(ViewState state, ViewState::open(database));
  RELATA_TRY(const std::string tables, state.tables());
  if (made || (tables == knowledge.tables && !anew)) return Done{};
  RELATA_TRY(Done(), drop_views(database));
  RELATA_TRY(const bool again, create_views(database));
  RELATA_CHECK(again);
  if (const auto fresh = ViewState::open(database); !fresh) return fresh.error();
  return Done{};
}

}  // namespace

Result<bool> views_are_current(Casebook& casebook, const CaseKnowledge& knowledge) {
  Database& database = casebook.ledger().database();
  RELATA_TRY(const bool there, ViewState::is_there(database));
  if (!there) return false;
  RELATA_TRY(const bool views, has_views(database));
  if (!views) return false;
  ViewState state = ViewState::of(database);
  RELATA_TRY(const std::uint64_t seen, state.seen());
  RELATA_TRY(const std::string tables, state.tables());
  RELATA_TRY(const std::uint64_t size, casebook.ledger().size());
  return seen == size && tables == knowledge.tables;
}

Result<RefreshOutcome> refresh_views(Casebook& casebook, const CaseKnowledge& knowledge,
                                     const RefreshProgress& progress) {
  Database& database = casebook.ledger().database();
  RELATA_TRY(Done(), database.execute(kRoom));
  RELATA_TRY(Transaction transaction, Transaction::begin(database));
  RELATA_TRY(auto decisions, casebook.decisions());
  RELATA_TRY(Done(), prepare(casebook, knowledge, false));
  RELATA_TRY(ViewState state, ViewState::open(database));
  RELATA_TRY(std::uint64_t seen, state.seen());
  RELATA_TRY(Changes changes, changes_since(seen, casebook, decisions));
  if (changes.erased && seen > 0) {
    RELATA_TRY(Done(), prepare(casebook, knowledge, true));
    seen = 0;
    RELATA_TRY(changes, changes_since(seen, casebook, decisions));
  }
  RELATA_TRY(CaseTables tables, CaseTables::open(database));
  RefreshOutcome outcome;
  {
    Refresh refresh(casebook, knowledge, Decided(std::move(decisions)), std::move(tables),
                    progress);
    RELATA_TRY(outcome, refresh.run(changes, seen == 0));
  }
  RELATA_TRY(const std::uint64_t size, casebook.ledger().size());
  RELATA_TRY(Done(), state.set(size, knowledge.tables));
  RELATA_TRY(Done(), transaction.commit());
  return outcome;
}

}  // namespace relata
