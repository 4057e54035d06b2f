// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/incident_text.h"

#include <algorithm>

#include "relata/export/phrases.h"
#include "relata/export/safe_text.h"
#include "relata/query/incident_list.h"

namespace relata {
namespace {

constexpr std::size_t kLongestWords = 400;  // bytes of evidence that are shown

class Lines {
 public:
  explicit Lines(const TextLooks& looks) : looks_(looks) {}

  void title(const std::string& text) {
    out_ += looks_.colour ? "\x1b[1m" + text + "\x1b[0m\n" : text + '\n';
  }
  // Wrapped, its second and later lines as far in as the first.
  void line(int indent, const std::string& text) {
    for (const std::string& part : wrapped(text, std::max(20, looks_.columns - indent)))
      out_ += std::string(static_cast<std::size_t>(indent), ' ') + isolated(part) + '\n';
  }
  // The same behind a label: "by    Syrian army".
  void labelled(int indent, const std::string& label, int width, const std::string& text) {
    const auto lines = wrapped(text, std::max(20, looks_.columns - indent - width));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string start(static_cast<std::size_t>(indent), ' ');
      start += i == 0 ? label : "";
      start.resize(static_cast<std::size_t>(indent + width), ' ');
      out_ += start + isolated(lines[i]) + '\n';
    }
  }
  void gap() { out_ += '\n'; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  const TextLooks& looks_;
  std::string out_;
};

std::string about(const ToldVoice& voice) {
  std::string text = shown(voice.name.empty() ? "an unnamed voice" : voice.name) + " (" +
                     as_words(name_of(voice.kind));
  if (voice.side != Side::unknown) text += ", " + as_words(name_of(voice.side));
  return text + ')';
}

std::string chain_of(const CaseAccount& told, const ToldChain& chain) {
  std::string text = told.report->publisher.name.empty() ? shown(told.report->doc)
                                                         : shown(told.report->publisher.name);
  for (const ToldVoice& voice : chain) text += " <- " + about(voice);
  return text;
}

// The evidence with the trigger «marked», shortened at its end.
std::string marked(const CaseAccount& told) {
  std::string words(told.evidence.words);
  const Account& account = *told.account;
  if (account.key.trigger.begin >= account.evidence.begin &&
      account.key.trigger.end <= account.evidence.end) {
    words.insert(account.key.trigger.end - account.evidence.begin, "»");
    words.insert(account.key.trigger.begin - account.evidence.begin, "«");
  }
  if (words.size() > kLongestWords) {
    std::size_t end = kLongestWords;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    words = words.substr(0, end) + " …";
  }
  return shown(words);
}

std::string actors_of(const std::vector<ToldActor>& actors) {
  std::string text;
  for (const ToldActor& actor : actors) {
    text += (text.empty() ? "" : "; ") + shown(actor.name);
    if (!actor.side.empty()) text += " (" + as_words(actor.side) + ")";
  }
  return text;
}

std::string counts_of(const Account& account) {
  std::string text;
  for (const ToldCount& count : account.counts) {
    if (!count.low && !count.high) continue;
    text += (text.empty() ? "" : "; ") + as_words(name_of(count.of)) + ' ' +
            count_phrase(count.low.value_or(0), count.low.value_or(0), count.high);
    if (!count.who.empty()) text += ' ' + shown(count.who);
  }
  return text;
}

void write_account(const CaseAccount& told, int indent, Lines& lines) {
  const Account& account = *told.account;
  std::string head = short_id(account.key) + "  " + as_words(name_of(account.type));
  if (account.status != Status::asserted) head += " (" + std::string(name_of(account.status)) + ")";
  if (account.verdict == Verdict::accepted) head += " · accepted by a person";
  if (account.verdict == Verdict::rejected) head += " · rejected by a person";
  for (const std::string& slot : account.corrected) head += " · " + slot + " corrected by a person";
  lines.line(indent, head);
  if (const std::string by = actors_of(account.by); !by.empty())
    lines.labelled(indent + 2, "by", 6, by);
  if (const std::string to = actors_of(account.to); !to.empty())
    lines.labelled(indent + 2, "to", 6, to);
  if (const std::string counts = counts_of(account); !counts.empty())
    lines.labelled(indent + 2, "count", 6, counts);
  if (account.chains.empty()) lines.labelled(indent + 2, "told", 6, chain_of(told, {}));
  for (const ToldChain& chain : account.chains)
    lines.labelled(indent + 2, "told", 6, chain_of(told, chain));
  lines.labelled(indent + 2, "words", 6, marked(told));
}

std::string grade_line(const Assessment& assessment) {
  if (assessment.decided)
    return std::string(name_of(*assessment.decided)) +
           " (decided by a person: " + shown(assessment.decided_reason) + ")";
  return assessment.grade ? std::string(name_of(*assessment.grade)) : "not graded: it harms nobody";
}

void write_head(const CaseIncident& given, Lines& lines) {
  const Incident& incident = *given.incident;
  const Assessment& assessment = *given.assessment;
  std::string place = incident.where.name.empty() ? "place unknown" : incident.where.name;
  if (!incident.where.within.empty()) place += ", " + incident.where.within;
  lines.title(text_of(incident.id) + "  " + as_words(name_of(incident.type)) + " · " +
              shown(place) + " · " + days_phrase(incident.when));
  lines.labelled(2, "grade", 10, grade_line(assessment));
  std::string support = std::to_string(assessment.lineages_for) + " for, " +
                        std::to_string(assessment.lineages_against) + " against, in " +
                        std::to_string(assessment.reports) + " reports";
  if (assessment.opposed_sides_agree) support += "; opposed sides agree";
  lines.labelled(2, "lineages", 10, support);
  for (const Toll& toll : assessment.tolls) {
    std::string text =
        as_words(name_of(toll.of)) + ' ' + count_phrase(toll.low, toll.best, toll.high);
    if (toll.victim_class != VictimClass::unknown)
      text += ' ' + as_words(name_of(toll.victim_class));
    lines.labelled(2, "toll", 10, text);
  }
  for (const Accused& accused : assessment.accused)
    lines.labelled(2, "accused", 10,
                   as_words(accused.side) + ", by " + std::to_string(accused.lineages) +
                       (accused.lineages == 1 ? " lineage" : " lineages"));
  if (incident.part_of) lines.labelled(2, "part of", 10, text_of(*incident.part_of));
}

void write_lineage(const CaseIncident& given, const Lineage& lineage, std::size_t number,
                   Lines& lines) {
  lines.gap();
  lines.title("  lineage " + std::to_string(number) + ": " + about(lineage.origin));
  for (const std::uint32_t index : lineage.accounts)
    write_account(given.accounts.at(index), 4, lines);
  for (const Tie& tie : lineage.ties) {
    lines.line(4, "tied by " + as_words(name_of(tie.kind)) +
                      (tie.what.empty() ? "" : " (" + shown(tie.what) + ")") + ": " +
                      short_id(given.accounts.at(tie.first).account->key) + " and " +
                      short_id(given.accounts.at(tie.second).account->key));
  }
}

const CaseAccount* account_of(const CaseIncident& given, const AccountKey& key) {
  for (const CaseAccount& told : given.accounts) {
    if (told.account->key == key) return &told;
  }
  return nullptr;  // of another incident: an action nearby
}

}  // namespace

std::string short_id(const AccountKey& key) {
  const std::string text = text_of(key);
  return text.substr(0, 8) + text.substr(text.find(':'));
}

std::string incident_text(const CaseIncident& given, const TextLooks& looks) {
  Lines lines(looks);
  write_head(given, lines);
  std::size_t number = 0;
  for (const Lineage& lineage : given.assessment->lineages)
    write_lineage(given, lineage, ++number, lines);
  if (!given.assessment->contradictions.empty()) lines.gap();
  for (const Contradiction& one : given.assessment->contradictions) {
    lines.line(2, "differ: " + as_words(name_of(one.slot)) + ": " + shown(one.first_says) + " (" +
                      short_id(one.first) + ") against " + shown(one.second_says) + " (" +
                      short_id(one.second) + ")");
  }
  return lines.take();
}

std::string why_text(const CaseIncident& given, const TextLooks& looks) {
  Lines lines(looks);
  write_head(given, lines);
  lines.gap();
  lines.title("  because");
  for (const Reason& reason : given.assessment->reasons) {
    lines.line(4, reason.rule);
    for (const AccountKey& key : reason.accounts) {
      const CaseAccount* told = account_of(given, key);
      lines.line(6, short_id(key) + (told == nullptr ? "  (told of another incident nearby)"
                                                     : "  " + marked(*told)));
    }
  }
  lines.gap();
  lines.title("  what would change it");
  if (given.assessment->changes.empty()) lines.line(4, "no small change that was tried");
  for (const GradeChange& change : given.assessment->changes)
    lines.line(4, change.change + ": " +
                      (change.grade ? std::string(name_of(*change.grade)) : "no grade"));
  return lines.take();
}

std::string claim_text(const CaseAccount& account, const TextLooks& looks) {
  Lines lines(looks);
  std::string head = short_id(account.account->key) + " · " + shown(account.report->doc);
  if (account.report->day) head += " · " + iso_date(*account.report->day);
  if (!account.report->title.empty()) head += " · " + shown(account.report->title);
  lines.title(head);
  write_account(account, 2, lines);
  return lines.take();
}

}  // namespace relata
