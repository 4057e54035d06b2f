// SPDX-License-Identifier: Apache-2.0
#include "relata/query/incidents_text.h"

#include <algorithm>

#include "relata/export/phrases.h"

namespace relata {
namespace {

using Ink = TerminalPage::Ink;

constexpr int kIdColumns = 13, kDayColumns = 10, kTypeColumns = 16;

Ink ink_of(const std::optional<Grade>& grade) {
  if (!grade) return Ink::faint;
  switch (*grade) {
    case Grade::confirmed:
    case Grade::fair:
      return Ink::good;
    case Grade::contested:
    case Grade::weak:
      return Ink::warn;
    case Grade::discounted:
      return Ink::faint;
  }
  return Ink::plain;
}

// "i3fa94c0b1d2e  2016-12-13  airstrike         al-Fardous, Aleppo, Syria"
void write_row(const IncidentRow& row, TerminalPage& page) {
  const int rest = page.columns() - kIdColumns - kDayColumns - kTypeColumns - 6;
  const std::string day = row.when ? iso_date(row.when->from) : "unknown";
  page.safe_line(
      page.painted(TerminalPage::cell(text_of(row.id), kIdColumns), Ink::strong) + "  " +
      TerminalPage::cell(day, kDayColumns) + "  " +
      page.painted(TerminalPage::cell(as_words(name_of(row.type)), kTypeColumns), Ink::head) +
      "  " + TerminalPage::cell(phrase(row.where), std::max(rest, 8)));
  std::string facts = phrase(row.grade) + (row.decided ? " (decided)" : "") + " · " +
                      number_of(row.lineages_for, "lineage", "lineages");
  if (row.lineages_against > 0) facts += ", " + std::to_string(row.lineages_against) + " against";
  facts += " · " + number_of(row.reports, "report", "reports");
  if (row.killed) facts += " · killed " + phrase(*row.killed);
  if (row.injured) facts += " · injured " + phrase(*row.injured);
  if (row.when && row.when->to != row.when->from) facts += " · to " + iso_date(row.when->to);
  if (!row.doers.empty()) facts += " · by " + row.doers;
  page.line(kIdColumns + 2, facts, ink_of(row.grade));
}

// What an account says, and in which words.
void write_account(const AccountRow& row, const IncidentMember* member,
                   const TextOf& text_of_report, TerminalPage& page) {
  const Account& account = row.account;
  std::string head = row.doc;
  if (account.told) head += " · " + iso_date(*account.told);
  head += " · " + as_words(name_of(account.type));
  if (account.status != Status::asserted) head += " (" + as_words(name_of(account.status)) + ")";
  if (member != nullptr && member->role == MemberRole::background) head += " · in passing";
  page.line(4, head, account.status == Status::asserted ? Ink::plain : Ink::warn);
  page.labelled(6, "told", phrase(account.chains));
  if (!account.by.empty()) page.labelled(6, "by", phrase(account.by));
  if (!account.to.empty()) page.labelled(6, "to", phrase(account.to));
  if (!account.counts.empty()) page.labelled(6, "counts", phrase(account.counts));
  if (account.when) page.labelled(6, "when", phrase(account.when));
  if (!account.where.empty()) page.labelled(6, "where", phrase(account.where.front()));
  page.labelled(6, "words", words_of_account(account, text_of_report));
  page.labelled(6, "claim", short_text_of(account.key), Ink::faint);
  if (account.verdict != Verdict::none)
    page.labelled(
        6, "verdict",
        account.verdict == Verdict::accepted ? "accepted by a person" : "rejected by a person",
        Ink::warn);
  for (const std::string& slot : account.corrected)
    page.labelled(6, "verdict", slot + " corrected by a person", Ink::warn);
}

void write_head(const ShownIncident& shown, TerminalPage& page) {
  const auto& [incident, assessment] = shown.stored;
  page.line(0,
            as_words(name_of(incident.type)) + " · " + phrase(incident.where) + " · " +
                phrase(incident.when),
            Ink::strong);
  const auto grade = assessment.decided ? assessment.decided : assessment.grade;
  std::string facts = text_of(incident.id) + " · " + phrase(grade);
  if (assessment.decided) facts += " (decided; computed: " + phrase(assessment.grade) + ")";
  facts += " · " + number_of(assessment.reports, "report", "reports") + ", " +
           number_of(assessment.lineages_for, "lineage", "lineages") + " for, " +
           std::to_string(assessment.lineages_against) + " against";
  if (assessment.opposed_sides_agree) facts += " · opposed sides agree";
  page.line(0, facts, ink_of(grade));
  if (incident.part_of) page.line(0, "part of " + text_of(*incident.part_of), Ink::faint);
  for (const Toll& toll : assessment.tolls) page.line(2, phrase(toll));
  page.blank();
}

const AccountRow* account_of(const ShownIncident& shown, const AccountKey& key) {
  const auto at = std::find_if(shown.accounts.begin(), shown.accounts.end(),
                               [&](const AccountRow& row) { return row.account.key == key; });
  return at == shown.accounts.end() ? nullptr : &*at;
}

std::string name_of_claim(const ShownIncident& shown, const AccountKey& key) {
  const AccountRow* row = account_of(shown, key);
  return row == nullptr ? short_text_of(key) : row->doc + " (" + phrase(row->account.chains) + ")";
}

void write_lineage(const ShownIncident& shown, std::size_t number, TerminalPage& page) {
  const Lineage& lineage = shown.stored.assessment.lineages[number];
  page.line(2, "Lineage " + std::to_string(number + 1) + ": goes back to " + phrase(lineage.origin),
            Ink::head);
  for (const Tie& tie : lineage.ties)
    page.line(4,
              "tied by " + as_words(name_of(tie.kind)) + (tie.what.empty() ? "" : ": " + tie.what),
              Ink::faint);
  for (const std::uint32_t index : lineage.accounts) {
    if (index >= shown.accounts.size()) continue;
    write_account(shown.accounts[index], &shown.stored.incident.members[index],
                  shown.text_of_report, page);
  }
  page.blank();
}

// Accounts that no lineage holds: denials, plans, fears.
void write_others(const ShownIncident& shown, TerminalPage& page) {
  std::vector<bool> written(shown.accounts.size());
  for (const Lineage& lineage : shown.stored.assessment.lineages) {
    for (const std::uint32_t index : lineage.accounts) {
      if (index < written.size()) written[index] = true;
    }
  }
  if (std::all_of(written.begin(), written.end(), [](bool done) { return done; })) return;
  page.line(2, "In no lineage", Ink::head);
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (!written[i])
      write_account(shown.accounts[i], &shown.stored.incident.members[i], shown.text_of_report,
                    page);
  }
  page.blank();
}

void write_claims(const ShownIncident& shown, const std::vector<AccountKey>& keys,
                  TerminalPage& page) {
  for (const AccountKey& key : keys) {
    const AccountRow* row = account_of(shown, key);
    if (row == nullptr) {
      page.line(4, short_text_of(key) + ", of another incident");
    } else {
      write_account(*row, nullptr, shown.text_of_report, page);
    }
  }
}

}  // namespace

void write_incidents_text(const FoundPage<IncidentRow>& found,
                          const std::optional<std::uint64_t>& count, const View& view,
                          std::string& out) {
  TerminalPage page(view, out);
  for (const IncidentRow& row : found.rows) write_row(row, page);
  if (!found.rows.empty()) page.blank();
  std::string foot = number_of(found.rows.size(), "incident", "incidents");
  if (count) foot += " of " + std::to_string(*count);
  if (!found.next.empty()) foot += "; more after " + found.next;
  page.line(0, foot + ".", Ink::strong);
}

void write_incident_text(const ShownIncident& shown, const View& view, std::string& out) {
  TerminalPage page(view, out);
  write_head(shown, page);
  const Assessment& assessment = shown.stored.assessment;
  for (std::size_t i = 0; i < assessment.lineages.size(); ++i) write_lineage(shown, i, page);
  write_others(shown, page);
  if (assessment.contradictions.empty()) return;
  page.line(2, "Where they differ", Ink::head);
  for (const Contradiction& difference : assessment.contradictions) {
    page.line(4, as_words(name_of(difference.slot)), Ink::warn);
    page.labelled(6, "says",
                  difference.first_says + " — " + name_of_claim(shown, difference.first));
    page.labelled(6, "says",
                  difference.second_says + " — " + name_of_claim(shown, difference.second));
  }
  page.blank();
}

void write_why_text(const ShownIncident& shown, const View& view, std::string& out) {
  TerminalPage page(view, out);
  write_head(shown, page);
  const Assessment& assessment = shown.stored.assessment;
  if (!assessment.decided_reason.empty())
    page.line(2, "Decided: " + assessment.decided_reason, Ink::head);
  for (const Reason& reason : assessment.reasons) {
    page.line(2, "Because: " + reason.rule, Ink::head);
    write_claims(shown, reason.accounts, page);
  }
  for (const Accused& accused : assessment.accused)
    page.line(2, "Said to have done it: " + as_words(accused.side) + ", by " +
                     number_of(accused.lineages, "lineage", "lineages"));
  if (!assessment.against_interest.empty()) {
    page.line(2, "Against the interest of who says it", Ink::head);
    write_claims(shown, assessment.against_interest, page);
  }
  page.blank();
  if (!assessment.least_change.empty())
    page.line(2, "The least change that would alter it: " + assessment.least_change, Ink::strong);
  for (const GradeChange& change : assessment.changes)
    page.line(4, change.change + ": " + phrase(change.grade), Ink::faint);
  page.line(
      0,
      "Relata says who claims what and how far their word can be traced; it does not say what "
      "is true.",
      Ink::faint);
}

void write_claim_text(const AccountRow& row, const TextOf& text_of_report, const View& view,
                      std::string& out) {
  TerminalPage page(view, out);
  write_account(row, nullptr, text_of_report, page);
  if (row.incident) page.labelled(6, "of", text_of(*row.incident), Ink::faint);
}

void write_voices_text(const FoundPage<VoiceRow>& found, const View& view, std::string& out) {
  TerminalPage page(view, out);
  const int name_columns = std::max(12, page.columns() - 48);
  page.safe_line(page.painted("letter  claims  of own  borne out  against  voice", Ink::faint));
  for (const VoiceRow& row : found.rows) {
    const auto cell = [](std::uint64_t value, int columns) {
      return TerminalPage::cell(std::to_string(value), columns, true);
    };
    const auto& letter = row.standing.reliability;
    page.safe_line(TerminalPage::cell(letter ? std::string(name_of(*letter)) : "-", 6) + "  " +
                   cell(row.claims, 6) + "  " + cell(row.innermost, 6) + "  " +
                   cell(row.standing.borne_out, 9) + "  " + cell(row.standing.contradicted, 7) +
                   "  " + TerminalPage::cell(phrase(row.voice), name_columns));
  }
  page.blank();
  page.line(0,
            number_of(found.rows.size(), "voice", "voices") +
                (found.next.empty() ? "." : "; more after " + found.next + "."),
            Ink::strong);
}

}  // namespace relata
