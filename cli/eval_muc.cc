// SPDX-License-Identifier: Apache-2.0
// The kind muc: reports of the Message Understanding Conferences and their templates, in one folder: day, place, number of
// dead and perpetrator of the main incident (relata/eval/muc_gold.h says what is right).
#include <algorithm>

#include "cli/eval.h"
#include "relata/base/hash.h"
#include "relata/eval/muc_gold.h"
#include "relata/export/perpetrator.h"
#include "relata/export/summary.h"

namespace relata::cli {
namespace {

struct Gold {
  std::vector<MucReport> reports;
  std::map<std::string, MucKey> keys;
};

// Files that begin with "key" hold templates, those that begin with "dev" reports.
Result<Gold> load_gold(const Files& files, const std::string& folder) {
  RELATA_TRY(const auto entries, files.list(folder));
  Gold gold;
  for (const FileEntry& entry : entries) {
    const std::string name = stem_of(entry.path);
    if (!name.starts_with("key") && !name.starts_with("dev")) continue;
    RELATA_TRY(const std::string bytes, files.read(entry.path, kLargestGold));
    if (name.starts_with("key")) {
      gold.keys.merge(parse_muc_keys(bytes));
    } else {
      for (MucReport& report : parse_muc_reports(bytes)) gold.reports.push_back(std::move(report));
    }
  }
  if (gold.keys.empty()) return Error{folder + ": no templates"};
  return gold;
}

// What the heaviest claim that counts dead counts; else one for each that a killing names.
void count_killed(const std::vector<IncidentClaim>& incident, const Reading& reading,
                  MucAnswer& answer) {
  for (const IncidentClaim& one : incident) {
    for (const Count& count : reading.claims[one.claim].counts) {
      if (count.of != CountOf::killed) continue;
      answer.killed_low = count.low;
      answer.killed_high = count.high;
      return;
    }
  }
  for (const IncidentClaim& one : incident) {
    const Claim& claim = reading.claims[one.claim];
    const bool deadly = claim.type == EventType::killing || claim.type == EventType::execution ||
                        claim.type == EventType::massacre;
    if (!deadly || claim.to.empty()) continue;
    answer.killed_low = answer.killed_high = static_cast<double>(claim.to.size());
    return;
  }
}

// The parts of "Maren, Osten, Kalania".
void add_outer_places(const std::string& within, std::vector<std::string>& places) {
  for (std::size_t at = 0; at < within.size();) {
    const std::size_t end = std::min(within.find(", ", at), within.size());
    places.push_back(within.substr(at, end - at));
    at = end + 2;
  }
}

MucAnswer answer_of(const Report& report, const Annotated& annotated,
                    const SummaryLexicon& lexicon) {
  const Reading& reading = annotated.reading;
  const auto incident = main_incident(annotated.document, reading);
  MucAnswer answer;
  answer.day = summarise(report, annotated.document, reading, lexicon).date;
  for (const IncidentClaim& one : incident) {
    for (const ClaimPlace& where : reading.claims[one.claim].where) {
      answer.places.push_back(where.name);
      add_outer_places(where.within, answer.places);
    }
    if (!answer.places.empty()) break;
  }
  count_killed(incident, reading, answer);
  if (const auto perpetrator = perpetrator_of(incident, reading)) {
    answer.perpetrator = perpetrator->name;
    answer.confidence = name_of(perpetrator->firmness);
  }
  return answer;
}

// What the key and we say of where, who and how firmly, on one line.
std::string shown_case(const MucReport& report, const MucKey& key, const MucAnswer& answer) {
  const auto list = [](const std::vector<std::string>& names) {
    std::string line;
    for (const std::string& name : names) line += (line.empty() ? "" : " / ") + name;
    return line.empty() ? std::string("-") : line;
  };
  return report.name + ": place " + list(key.places) + " read as " + list(answer.places) +
         "; perpetrator " + list(key.organisations) + " read as " +
         (answer.perpetrator.empty() ? "-" : answer.perpetrator) + "; confidence " +
         list(key.confidence) + " read as " + (answer.confidence.empty() ? "-" : answer.confidence);
}

}  // namespace

Result<Measured> measure_muc(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  RELATA_TRY(const SummaryLexicon lexicon, SummaryLexicon::load(reader->folder()));
  RELATA_TRY(const Gold gold, load_gold(files, arguments.gold.front()));
  Scoreboard board = muc_board();
  std::vector<std::string> misses;
  for (const MucReport& one : gold.reports) {
    const auto key = gold.keys.find(one.name);
    if (key == gold.keys.end()) continue;
    Report report;
    report.text = one.text;
    report.sha256 = sha256_hex(report.text);
    report.published = one.day;
    const MucAnswer answer = answer_of(report, reader->annotate(report), lexicon);
    score_muc(key->second, answer, board);
    if (arguments.misses) misses.push_back(shown_case(one, key->second, answer));
  }
  const std::string head = std::to_string(board.documents()) + " reports with one template, of " +
                           std::to_string(gold.reports.size());
  return Measured{std::move(board), head, std::move(misses)};
}

}  // namespace relata::cli
