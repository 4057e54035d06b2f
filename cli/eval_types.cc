// SPDX-License-Identifier: Apache-2.0
// The kind types: snippets of text, each with one label of its kind of event; the sub-event type of what the snippet is
// about (relata/export/acled_types.h) is compared. data/case2021_types.tsv says which label stands for which.
#include <algorithm>

#include "cli/eval.h"
#include "relata/base/hash.h"
#include "relata/export/acled_types.h"

namespace relata::cli {
namespace {

struct Label {
  std::string name, sub_event_type;
  bool acled = false;  // one of ACLED's own
};

Result<std::vector<Label>> load_labels(const DataFolder& folder) {
  RELATA_TRY(const Table table,
             folder.table("case2021_types.tsv", {"label", "sub_event_type", "acled"}));
  std::vector<Label> labels;
  for (const auto& row : table.rows()) {
    labels.push_back({std::string(row.cell("label")), std::string(row.cell("sub_event_type")),
                      row.cell("acled") == "yes"});
  }
  return labels;
}

struct Snippet {
  std::string text, label;
};

// The columns are id, text, label, whatever they are called.
Result<std::vector<Snippet>> load_snippets(const Files& files, const std::string& path) {
  RELATA_TRY(const std::string bytes, files.read(path, kLargestGold));
  std::vector<Snippet> snippets;
  std::size_t line = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string row =
        bytes.substr(at, bytes.substr(at, end - at).ends_with('\r') ? end - at - 1 : end - at);
    at = end + 1;
    if (++line == 1 || row.empty()) continue;
    const std::size_t first = row.find('\t'), last = row.rfind('\t');
    if (first == std::string::npos || first == last)
      return Error{path + ": line " + std::to_string(line) + ": not three cells"};
    snippets.push_back({row.substr(first + 1, last - first - 1), row.substr(last + 1)});
  }
  return snippets;
}

// Which label is counted where: all of them by name, and those of ACLED alone once more without one, as a group of their
// own that snippets with other labels do not enter.
class Board {
 public:
  explicit Board(const std::vector<Label>& labels) : labels_(labels), board_(measures(labels)) {}

  [[nodiscard]] std::size_t index_of(std::string_view label) const {
    const auto found = std::find_if(labels_.begin(), labels_.end(),
                                    [&](const Label& one) { return one.name == label; });
    return static_cast<std::size_t>(found - labels_.begin());
  }
  // `given`: the number of the label that was given, or as many as there are if none was.
  void add(std::size_t gold, std::size_t given) {
    auto& tally = board_.add_document();
    count(gold, given, kHead, tally);
    tally[2] += {given == gold, 1, 1};
    if (!labels_[gold].acled) return;
    count(gold, given < labels_.size() && labels_[given].acled ? given : labels_.size(),
          kHead + labels_.size(), tally);
  }
  [[nodiscard]] Scoreboard take() { return std::move(board_); }

 private:
  static constexpr std::size_t kHead = 3;

  static std::vector<Scoreboard::Measure> measures(const std::vector<Label>& labels) {
    std::vector<Scoreboard::Measure> measures = {{"ACLED labels", ScoreKind::weighted_f1, 1},
                                                 {"all labels", ScoreKind::weighted_f1},
                                                 {"right", ScoreKind::accuracy}};
    for (const Label& label : labels) measures.push_back({label.name, ScoreKind::class_f1});
    for (std::size_t i = 0; i < labels.size(); ++i)
      measures.push_back({"", ScoreKind::class_f1, 1});
    return measures;
  }
  void count(std::size_t gold, std::size_t given, std::size_t first,
             std::vector<Tally>& tally) const {
    tally[first + gold] += {given == gold, 0, 1};
    if (given < labels_.size()) tally[first + given] += {0, 1, 0};
  }

  const std::vector<Label>& labels_;
  Scoreboard board_;
};

}  // namespace

Result<Measured> measure_types(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  RELATA_TRY(const std::vector<Label> labels, load_labels(reader->folder()));
  RELATA_TRY(const AcledTypes types, AcledTypes::load(reader->folder()));
  RELATA_TRY(const SummaryLexicon lexicon, SummaryLexicon::load(reader->folder()));
  RELATA_TRY(const auto snippets, load_snippets(files, arguments.gold.front()));
  Board board(labels);
  std::vector<std::string> misses;
  for (const Snippet& snippet : snippets) {
    const std::size_t gold = board.index_of(snippet.label);
    if (gold == labels.size())
      return Error{arguments.gold.front() + ": " + snippet.label + " is no label that is known"};
    Report report;
    report.text = snippet.text;
    report.sha256 = sha256_hex(report.text);
    const Annotated annotated = reader->annotate(report);
    const AcledCoding coding(types, report, annotated.document, annotated.reading, lexicon);
    const AcledType* type = coding.leading();
    const auto given = std::find_if(labels.begin(), labels.end(), [&](const Label& label) {
      return type != nullptr && label.sub_event_type == type->sub_event_type;
    });
    board.add(gold, static_cast<std::size_t>(given - labels.begin()));
    const std::string name = given == labels.end() ? "nothing" : given->name;
    if (arguments.misses && name != snippet.label)
      misses.push_back(snippet.label + " read as " + name + ": " + snippet.text);
  }
  const std::string head = std::to_string(snippets.size()) + " snippets";
  return Measured{board.take(), head, std::move(misses)};
}

}  // namespace relata::cli
