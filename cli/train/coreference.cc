// SPDX-License-Identifier: Apache-2.0
// Measures coreference on the voices of reports with claims; it trains nothing.
#include <cstdio>
#include <ctime>

#include "cli/train/command.h"
#include "relata/base/data_folder.h"
#include "relata/learn/claim_record.h"
#include "relata/learn/coreference_score.h"
#include "relata/text/analyse.h"

namespace relata {
namespace {

void print_share(const char* what, std::size_t part, std::size_t all) {
  std::printf("%-52s %5zu of %5zu  %.3f\n", what, part, all,
              all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all));
}

}  // namespace

Result<Done> measure_coreference(const Files& files,
                                 const std::vector<std::string_view>& arguments) {
  RELATA_TRY(const TrainOptions options, TrainOptions::parse(arguments, {"--claims", "--data", "--misses"}));
  RELATA_TRY(const TextModel model,
             TextModel::load(DataFolder{&files, options.one("--data", ".")}));
  const bool show = options.one("--misses", "no") == "yes";
  CoreferenceScore score;
  for (const std::string& folder : options.all("--claims")) {
    RELATA_TRY(const auto entries, files.list(folder));
    for (const FileEntry& entry : entries) {
      if (!entry.path.ends_with(".json")) continue;
      RELATA_TRY(const std::string json, files.read(entry.path, kLargestInput));
      RELATA_TRY(const std::string text,
                 files.read(entry.path.substr(0, entry.path.size() - 5) + ".txt", kLargestInput));
      RELATA_TRY(const ReportRecord record, parse_report_record(json));
      const Document document = analyse(text, {}, model);
      score_coreference(
          document, record, score,
          [&](std::string_view called, std::string_view words, std::string_view name) {
            if (show)
              std::printf("%s: %s  [%s]  %s\n", record.doc.c_str(), std::string(called).c_str(),
                          std::string(words).c_str(), std::string(name).c_str());
          });
    }
  }
  print_share("places of voices that speak twice, in one entity", score.together, score.spans);
  print_share("such voices, whole", score.whole, score.voices);
  print_share("voices whose entity is another's too", score.mixed, score.voices);
  print_share("places of voices, named as readers do", score.called_alike, score.named);
  print_share("actors and victims, named as readers do", score.actors_alike, score.actors);
  return Done{};
}

}  // namespace relata
