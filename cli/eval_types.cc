// SPDX-License-Identifier: Apache-2.0
// The kind types: snippets of text, each with one label of its kind of event; the label of the claim that the snippet is
// about is compared. data/case2021_types.tsv says which types of claim stand for which label.
#include <algorithm>
#include <map>

#include "cli/eval.h"
#include "relata/base/hash.h"
#include "relata/export/main_incident.h"
#include "relata/export/summary.h"

namespace relata::cli {
namespace {

class Labels {
 public:
  static Result<Labels> load(const DataFolder& folder) {
    RELATA_TRY(const Table table, folder.table("case2021_types.tsv", {"label", "types", "side"}));
    Labels labels;
    for (const auto& row : table.rows()) {
      labels.names_.emplace_back(row.cell("label"));
      for (const auto type : row.list("types")) {
        labels.rules_.push_back(
            {std::string(row.cell("label")), std::string(type), std::string(row.cell("side"))});
      }
    }
    return labels;
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  // The label of a type done by a side: of rules for the type, one that asks for this side before one that asks for none.
  [[nodiscard]] std::string label(std::string_view type, std::string_view side) const {
    std::string any;
    for (const Rule& rule : rules_) {
      if (rule.type != type) continue;
      if (!rule.side.empty() && rule.side == side) return rule.label;
      if (rule.side.empty()) any = rule.label;
    }
    return any;
  }

 private:
  struct Rule {
    std::string label, type, side;
  };
  std::vector<std::string> names_;
  std::vector<Rule> rules_;
};

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

}  // namespace

Result<Measured> measure_types(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  RELATA_TRY(const Labels labels, Labels::load(reader->folder()));
  RELATA_TRY(const SummaryLexicon lexicon, SummaryLexicon::load(reader->folder()));
  RELATA_TRY(const auto snippets, load_snippets(files, arguments.gold.front()));
  std::vector<Scoreboard::Measure> measures = {{"all labels", Scoreboard::Kind::weighted_f1},
                                               {"right", Scoreboard::Kind::accuracy}};
  std::map<std::string, std::size_t> column;
  for (const std::string& name : labels.names()) {
    column[name] = measures.size();
    measures.push_back({name, Scoreboard::Kind::class_f1});
  }
  Scoreboard board(std::move(measures));
  for (const Snippet& snippet : snippets) {
    if (column.count(snippet.label) == 0)
      return Error{arguments.gold.front() + ": " + snippet.label + " is no label that is known"};
    Report report;
    report.text = snippet.text;
    report.sha256 = sha256_hex(report.text);
    const Annotated annotated = reader->annotate(report);
    std::string given;
    if (const auto leading = leading_claim(annotated.document, annotated.reading)) {
      const Claim& claim = annotated.reading.claims[*leading];
      given = labels.label(name_of(claim.type), side_of_claim(report, annotated.document,
                                                              annotated.reading, claim, lexicon));
    }
    auto& tally = board.add_document();
    tally[1] += {given == snippet.label, 1, 1};
    tally[column[snippet.label]] += {given == snippet.label, 0, 1};
    if (!given.empty()) tally[column[given]] += {0, 1, 0};
  }
  const std::string head = std::to_string(snippets.size()) + " snippets";
  return Measured{std::move(board), head, {}};
}

}  // namespace relata::cli
