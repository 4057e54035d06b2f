// SPDX-License-Identifier: Apache-2.0
// The kind plover: sentences with the events that people have coded in them by PLOVER; category, and who did it to whom.
// data/plover_names.tsv says what categories of other versions are called in the one that is scored.
#include "cli/eval.h"
#include "relata/base/hash.h"
#include "relata/eval/plover_gold.h"
#include "relata/export/plover_events.h"

namespace relata::cli {
namespace {

Result<std::map<std::string, std::string>> load_names(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("plover_names.tsv", {"other", "category"}));
  std::map<std::string, std::string> names;
  for (const auto& row : table.rows()) names.emplace(row.cell("other"), row.cell("category"));
  return names;
}

std::vector<std::string> words_of_all(const std::string& text, const std::vector<Span>& spans) {
  std::vector<std::string> words;
  for (const Span span : spans) words.emplace_back(words_of(text, span));
  return words;
}

std::string shown_event(const CodedEvent& event) {
  std::string line = event.category;
  for (const auto* actors : {&event.source, &event.target}) {
    line += actors == &event.source ? " (" : " -> ";
    for (const std::string& actor : *actors) line += actor + "; ";
  }
  return line + ")";
}

}  // namespace

Result<Measured> measure_plover(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  RELATA_TRY(const PloverTypes types, PloverTypes::load(reader->folder()));
  RELATA_TRY(const auto names, load_names(reader->folder()));
  const std::string& path = arguments.gold.front();
  RELATA_TRY(const std::string bytes, files.read(path, kLargestGold));
  auto parsed = parse_plover_gold(bytes, names);
  if (!parsed) return parsed.error().with(path);
  Scoreboard board = plover_board(*parsed);
  std::vector<std::string> misses;
  for (const CodedSentence& sentence : *parsed) {
    Report report;
    report.text = sentence.text;
    report.sha256 = sha256_hex(report.text);
    const Annotated annotated = reader->annotate(report);
    std::vector<CodedEvent> given;
    if (const auto event = plover_event(types, annotated.document, annotated.reading)) {
      given.push_back({event->category, words_of_all(report.text, event->source),
                       words_of_all(report.text, event->target)});
    }
    score_plover(sentence, given, board);
    if (!arguments.misses) continue;
    for (const CodedEvent& event : sentence.events) {
      misses.push_back(shown_event(event) + " read as " +
                       (given.empty() ? "nothing" : shown_event(given.front())) + ": " +
                       sentence.text);
    }
  }
  const std::string head = std::to_string(parsed->size()) + " sentences";
  return Measured{std::move(board), head, std::move(misses)};
}

}  // namespace relata::cli
