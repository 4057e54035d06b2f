// SPDX-License-Identifier: Apache-2.0
#include "relata/export/reading_text.h"

#include <algorithm>

#include "relata/export/phrases.h"
#include "relata/export/safe_text.h"

namespace relata {
namespace {

// The marks that a terminal takes for colour and weight (ECMA-48); empty where none are wanted.
struct Ink {
  std::string_view strong, faint, type, warn, trigger, off;
};
constexpr Ink kNoInk{};
constexpr Ink kInk{"\x1b[1m", "\x1b[2m", "\x1b[1;36m", "\x1b[33m", "\x1b[1;4m", "\x1b[0m"};

// Where the trigger begins and ends, while its clause is wrapped: shown() never lets these two pass from a report.
constexpr std::string_view kTriggerBegins = "\uFDD0", kTriggerEnds = "\uFDD1";

constexpr int kIndent = 5;  // room for the claim's number
constexpr int kLabel = 6;   // "told  "

std::string painted(std::string_view ink, std::string_view words, const Ink& set) {
  if (ink.empty() || words.empty()) return std::string(words);
  return std::string(ink) + std::string(words) + std::string(set.off);
}

class Page {
 public:
  Page(const View& view, std::string& out)
      : ink_(view.colour ? kInk : kNoInk), columns_(std::max(view.columns, 30)), out_(out) {}

  [[nodiscard]] const Ink& ink() const { return ink_; }
  [[nodiscard]] int columns() const { return columns_; }

  // Words of any origin, made safe, wrapped, each line behind `indent` spaces; the first behind `lead`, which must be as wide.
  void lines(std::string_view lead, int indent, std::string_view words, std::string_view ink) {
    safe_lines(lead, indent, shown(words), ink);
  }

  // The same for words that are safe already.
  void safe_lines(std::string_view lead, int indent, std::string_view words, std::string_view ink) {
    bool first = true;
    for (const std::string& line : wrapped(words, columns_ - indent)) {
      if (first) {
        out_ += lead;
      } else {
        out_.append(static_cast<std::size_t>(indent), ' ');
      }
      first = false;
      out_ += painted(ink, marked(isolated(line)), ink_);
      out_ += '\n';
    }
  }

  // A line of a claim: "     told  CNN ← …".
  void labelled(std::string_view label, std::string_view words, std::string_view ink = {}) {
    safe_labelled(label, shown(words), ink);
  }
  void safe_labelled(std::string_view label, std::string_view words, std::string_view ink = {}) {
    std::string lead(kIndent, ' ');
    lead += painted(ink_.faint, label, ink_);
    lead.append(static_cast<std::size_t>(std::max(1, kLabel - columns_of(label))), ' ');
    safe_lines(lead, kIndent + kLabel, words, ink);
  }

  void blank() { out_ += '\n'; }

 private:
  // The line with the trigger's marks as ink, or as «» where there is none. A trigger may go on over a line end.
  std::string marked(std::string line) {
    if (inside_ && !ink_.trigger.empty()) line.insert(0, ink_.trigger);
    for (const auto mark : {kTriggerBegins, kTriggerEnds}) {
      const std::size_t at = line.find(mark);
      if (at == std::string::npos) continue;
      inside_ = mark == kTriggerBegins;
      const std::string_view plain = inside_ ? "«" : "»";
      const std::string_view ink = inside_ ? ink_.trigger : ink_.off;
      line.replace(at, mark.size(), ink.empty() ? plain : ink);
    }
    if (inside_) line += ink_.off;
    return line;
  }

  const Ink& ink_;
  int columns_;
  bool inside_ = false;  // of a trigger
  std::string& out_;
};

void write_head(const Shown& shown_reading, Page& page) {
  const Report& report = shown_reading.report;
  if (report.title) page.lines("", 0, words_of(report.text, *report.title), page.ink().strong);
  std::string facts = report.id;
  if (report.publisher) facts += " · " + *report.publisher;
  if (report.dateline.date) {
    facts += " · dated " + iso_date(*report.dateline.date);
  } else if (report.published) {
    facts += " · published " + iso_date(*report.published);
  }
  page.lines("", 0, facts, page.ink().faint);
  page.blank();
}

// "  3  capture (denied) · al-Fardous, Aleppo, Syria · 2016-12-13"
void write_claim_head(const Claim& claim, Page& page) {
  std::string number = std::to_string(claim.id);
  std::string lead(
      static_cast<std::size_t>(std::max(0, kIndent - 2 - static_cast<int>(number.size()))), ' ');
  lead += number + "  ";
  std::string head = as_words(name_of(claim.type));
  if (claim.status != Status::asserted) head += " (" + as_words(name_of(claim.status)) + ")";
  if (!claim.where.empty()) head += " · " + phrase(claim.where);
  if (claim.when) head += " · " + phrase(*claim.when);
  page.lines(lead, kIndent, head,
             claim.status == Status::asserted ? page.ink().type : page.ink().warn);
}

std::string chain_of(const Chain& chain, const Telling& telling, const Report& report) {
  if (chain.empty())
    return report.publisher ? *report.publisher + ", in its own voice" : "the report's own voice";
  std::string line;
  for (const Link& link : chain) {
    if (!line.empty()) line += " ← ";
    line += phrase(telling.voices.at(link.voice));
  }
  return line;
}

// The clause with its trigger marked.
void write_words(const Claim& claim, const Report& report, Page& page) {
  const Span evidence = cover(claim.evidence, claim.trigger);
  const std::string before = shown(words_of(report.text, {evidence.begin, claim.trigger.begin}));
  const std::string trigger = shown(words_of(report.text, claim.trigger));
  const std::string after = shown(words_of(report.text, {claim.trigger.end, evidence.end}));
  const auto glued = [&](std::uint32_t at) {  // no space stood at this byte
    return at > evidence.begin && at < evidence.end && report.text[at - 1] != ' ' &&
           report.text[at - 1] != '\n' && report.text[at] != ' ' && report.text[at] != '\n';
  };
  std::string words = before;
  if (!before.empty() && !glued(claim.trigger.begin)) words += ' ';
  words.append(kTriggerBegins).append(trigger).append(kTriggerEnds);
  if (!after.empty() && !glued(claim.trigger.end)) words += ' ';
  page.safe_labelled("words", words + after);
}

void write_claim(const Claim& claim, const Shown& shown_reading, Page& page) {
  write_claim_head(claim, page);
  if (!claim.by.empty()) page.labelled("by", phrase(claim.by));
  if (!claim.to.empty()) page.labelled("to", phrase(claim.to));
  for (const Count& count : claim.counts) {
    std::string words = phrase(count) + " " + as_words(name_of(count.of));
    if (!count.who.empty()) words += ": " + count.who;
    page.labelled("count", words);
  }
  const Telling& telling = shown_reading.reading.telling;
  if (claim.chains.empty()) page.labelled("told", chain_of({}, telling, shown_reading.report));
  for (const Chain& chain : claim.chains)
    page.labelled("told", chain_of(chain, telling, shown_reading.report));
  write_words(claim, shown_reading.report, page);
  std::string ties;
  for (const std::string& tie : ties_of(claim.id, shown_reading.reading.relations))
    ties += (ties.empty() ? "" : "; ") + tie;
  if (!ties.empty()) page.labelled("ties", ties, page.ink().faint);
  page.blank();
}

void write_foot(const Shown& shown_reading, Page& page) {
  const Reading& reading = shown_reading.reading;
  const auto number = [](std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
  };
  page.lines("", 0,
             number(reading.claims.size(), "claim", "claims") + ", " +
                 number(reading.telling.voices.size(), "voice", "voices") +
                 ". Relata says who claims what; it does not say what is true.",
             page.ink().strong);
  for (const std::string& line : not_understood(shown_reading))
    page.lines("! ", 2, line, page.ink().warn);
}

}  // namespace

void write_reading_text(const Shown& shown_reading, const View& view, std::string& out) {
  Page page(view, out);
  write_head(shown_reading, page);
  for (const Claim& claim : shown_reading.reading.claims) write_claim(claim, shown_reading, page);
  write_foot(shown_reading, page);
}

}  // namespace relata
