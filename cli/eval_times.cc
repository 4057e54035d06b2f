// SPDX-License-Identifier: Apache-2.0
// The kind times: expressions of time against test cases for dates, durations and repetitions.
#include "cli/data_root.h"
#include "cli/eval.h"
#include "relata/eval/score_times.h"
#include "relata/text/analyse.h"
#include "relata/times/find_times.h"

namespace relata::cli {
namespace {

void score(const TimeCases& cases, const TextModel& model, const TimeLexicon& lexicon,
           Measured& measured) {
  for (const TimeCase& one : cases.cases) {
    const Document document = analyse(one.text, {}, model);
    const auto times = find_times(document, one.reference, lexicon);
    std::vector<FoundTime> found;
    for (const TimeExpression& time : times) found.push_back({time.value, time.period});
    auto& tally = measured.board.add_document();
    for (const TimeAnswer& answer : one.answers) {
      const bool right = is_answered(answer, found);
      tally[0] += {.hit = right ? 1u : 0u, .system = found.empty() ? 0u : 1u, .gold = 1};
      if (!right)
        measured.misses.push_back("missed: " + answer.words + " (" + answer.value +
                                  ") in: " + one.text);
    }
  }
}

}  // namespace

Result<Measured> measure_times(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const std::string root, find_data_root(files, arguments.data));
  const DataFolder folder{&files, root};
  RELATA_TRY(const TextModel model, TextModel::load(folder));
  RELATA_TRY(const TimeLexicon lexicon, TimeLexicon::load(folder));
  RELATA_TRY(const Table left_out, folder.table("time_cases_left_out.tsv", {"pattern", "reason"}));
  Measured measured{Scoreboard({{"times", Scoreboard::Kind::accuracy}}), "", {}};
  std::size_t scored = 0;
  std::map<std::string, std::size_t> reasons;
  for (const std::string& path : arguments.gold) {
    RELATA_TRY(const std::string json, files.read(path, kLargestGold));
    const auto cases = parse_time_cases(json, left_out);
    if (!cases) return cases.error().with(path);
    score(*cases, model, lexicon, measured);
    scored += cases->cases.size();
    for (const auto& [reason, count] : cases->left_out) reasons[reason] += count;
  }
  measured.head = "cases " + std::to_string(scored);
  for (const auto& [reason, count] : reasons)
    measured.head += "; left out " + std::to_string(count) + ": " + reason;
  if (!arguments.misses) measured.misses.clear();
  return measured;
}

}  // namespace relata::cli
