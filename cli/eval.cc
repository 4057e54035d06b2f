// SPDX-License-Identifier: Apache-2.0
// relata eval: how accurate Relata is on texts that people have read, so that users can measure it on their own data.
#include "cli/eval.h"

#include <cstdio>

#include "cli/data_root.h"
#include "cli/results_table.h"
#include "relata/export/safe_text.h"

namespace relata::cli {
namespace {

Result<Measured> measure(const EvalArguments& arguments, const Files& files) {
  if (arguments.kind == "claims") return measure_claims(arguments, files);
  if (arguments.kind == "attribution") return measure_attribution(arguments, files);
  if (arguments.kind == "parse") return measure_parse(arguments, files);
  if (arguments.kind == "names") return measure_names(arguments, files);
  if (arguments.kind == "places") return measure_places(arguments, files);
  if (arguments.kind == "times") return measure_times(arguments, files);
  if (arguments.kind == "plover") return measure_plover(arguments, files);
  if (arguments.kind == "muc") return measure_muc(arguments, files);
  if (arguments.kind == "ecb") return measure_ecb(arguments, files);
  if (arguments.kind == "truth") return measure_truth(arguments, files);
  RELATA_CHECK(arguments.kind == "types");
  return measure_types(arguments, files);
}

void print(const Measured& measured, const std::vector<Score>& scores, bool intervals) {
  for (const std::string& miss : measured.misses) std::printf("%s\n", miss.c_str());
  std::printf("%s\n", measured.head.c_str());
  for (const Score& score : scores) {
    const std::string interval = [&] {
      char text[40] = "";
      if (intervals) std::snprintf(text, sizeof text, "   [%.3f, %.3f]", score.low, score.high);
      return std::string(text);
    }();
    if (score.kind == ScoreKind::f1 || score.kind == ScoreKind::class_f1) {
      std::printf("%-14s P %.3f  R %.3f  F1 %.3f%s\n", score.name.c_str(), score.total.precision(),
                  score.total.recall(), score.value, interval.c_str());
    } else {
      std::printf("%-14s %s %.3f%s\n", score.name.c_str(),
                  score.kind == ScoreKind::accuracy ? "accuracy" : "mean F1", score.value,
                  interval.c_str());
    }
  }
}

Result<Done> evaluate(const EvalArguments& arguments) {
  const auto files = real_files();
  RELATA_TRY(const Measured measured, measure(arguments, *files));
  const std::vector<Score> scores = measured.board.scores(arguments.resamples);
  print(measured, scores, arguments.resamples > 0);
  if (arguments.append.empty()) return Done{};
  RELATA_TRY(const std::string root, find_data_root(*files, arguments.data));
  return append_results(*files, root, arguments, measured, scores);
}

}  // namespace

ExitCode run(const EvalArguments& arguments) {
  const Result<Done> done = evaluate(arguments);
  if (done) return ExitCode::ok;
  std::fprintf(stderr, "relata: %s\n", shown(done.error().message).c_str());
  return ExitCode::nothing_done;
}

}  // namespace relata::cli
