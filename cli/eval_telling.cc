// SPDX-License-Identifier: Apache-2.0
// The kinds claims and attribution: readings against the gold of people, text by text.
#include <set>

#include "cli/eval.h"
#include "relata/base/fold.h"
#include "relata/eval/score_attributions.h"
#include "relata/eval/score_claims.h"

namespace relata::cli {
namespace {

// The readings of the texts beside a claims gold: NAME.txt for every NAME.json.
Result<ReadingFiles> read_beside(const EvalArguments& arguments, const ReadingFiles& gold) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  ReadingFiles readings;
  for (const auto& [name, report] : gold) {
    IngestOptions options;
    options.id = name;
    options.publisher = report.publisher;
    if (report.published) options.published = parse_iso_date(*report.published);
    RELATA_TRY(const Report text,
               reader->report(arguments.gold.front() + "/" + name + ".txt", options));
    RELATA_TRY(ReadingFile reading, reader->reading(text));
    readings.emplace(name, std::move(reading));
  }
  return readings;
}

// The texts that a folder of NAME_….ann annotates, with their gold; the first annotation of a text counts.
Result<std::map<std::string, AttributedText>> load_annotated(const EvalArguments& arguments,
                                                             const Files& files) {
  std::set<std::string> only;
  if (!arguments.only.empty()) {
    RELATA_TRY(const auto names, load_list(files, arguments.only));
    only.insert(names.begin(), names.end());
  }
  const std::string texts = arguments.texts.empty() ? arguments.gold.front() : arguments.texts;
  std::map<std::string, AttributedText> annotated;
  RELATA_TRY(const auto entries, files.list(arguments.gold.front()));
  for (const FileEntry& entry : entries) {
    if (!entry.path.ends_with(".ann")) continue;
    std::string name = stem_of(entry.path);
    if (const std::size_t mark = name.rfind('_'); mark != std::string::npos) name.resize(mark);
    if ((!only.empty() && only.count(name) == 0) || annotated.count(name) > 0) continue;
    RELATA_TRY(const std::string ann, files.read(entry.path, kLargestGold));
    RELATA_TRY(std::string text, files.read(texts + "/" + name + ".txt", kLargestGold));
    annotated.emplace(name, AttributedText{std::move(text), parse_brat(ann), {}});
  }
  if (annotated.empty()) return Error{arguments.gold.front() + ": no annotation to score in it"};
  return annotated;
}

Result<Done> add_system(const EvalArguments& arguments, const Files& files,
                        std::map<std::string, AttributedText>& annotated) {
  if (!arguments.system.empty()) {
    RELATA_TRY(const ReadingFiles readings, load_readings(files, arguments.system));
    for (auto& [name, one] : annotated) {
      if (const auto found = readings.find(name); found != readings.end())
        one.system = found->second.attributions;
    }
    return Done{};
  }
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  const std::string texts = arguments.texts.empty() ? arguments.gold.front() : arguments.texts;
  for (auto& [name, one] : annotated) {
    RELATA_TRY(const Report text, reader->report(texts + "/" + name + ".txt", {}));
    RELATA_TRY(ReadingFile reading, reader->reading(text));
    one.system = std::move(reading.attributions);
  }
  return Done{};
}

}  // namespace

Result<Measured> measure_claims(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const ReadingFiles gold, load_readings(files, arguments.gold.front()));
  RELATA_TRY(const ReadingFiles system, arguments.system.empty()
                                            ? read_beside(arguments, gold)
                                            : load_readings(files, arguments.system));
  ClaimScores scores = score_claims(gold, system, arguments.misses);
  const std::string head = "reports " + std::to_string(gold.size()) + ", without system output " +
                           std::to_string(scores.without_system) + "; claims gold " +
                           std::to_string(scores.gold) + ", system " +
                           std::to_string(scores.system);
  return Measured{std::move(scores.board), head, std::move(scores.misses)};
}

Result<Measured> measure_attribution(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(auto annotated, load_annotated(arguments, files));
  RELATA_TRY(const Done done, add_system(arguments, files, annotated));
  (void)done;
  std::set<std::string> cues;
  if (!arguments.cues.empty()) {
    RELATA_TRY(const auto list, load_list(files, arguments.cues));
    for (const std::string& cue : list) cues.insert(fold(cue));
  }
  return Measured{
      score_attributions(annotated, cues), "texts " + std::to_string(annotated.size()), {}};
}

}  // namespace relata::cli
