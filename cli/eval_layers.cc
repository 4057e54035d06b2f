// SPDX-License-Identifier: Apache-2.0
// The kinds that measure what claims are made from: parse, names, places, times. All but parse read the texts as any
// report is read.
#include <algorithm>

#include "cli/eval.h"
#include "relata/base/hash.h"
#include "relata/eval/name_gold.h"
#include "relata/eval/score_times.h"
#include "relata/places/place_score.h"
#include "relata/text/parse_score.h"
#include "relata/text/text_model.h"

namespace relata::cli {
namespace {

using Kind = Scoreboard::Kind;

// The files of the command line; of a folder, those that end so.
Result<std::vector<std::string>> gold_files(const EvalArguments& arguments, const Files& files,
                                            std::string_view ending) {
  std::vector<std::string> paths;
  for (const std::string& path : arguments.gold) {
    if (!files.is_folder(path)) {
      paths.push_back(path);
      continue;
    }
    RELATA_TRY(const auto entries, files.list(path));
    for (const FileEntry& entry : entries) {
      if (!entry.folder && entry.path.ends_with(ending)) paths.push_back(entry.path);
    }
  }
  if (paths.empty())
    return Error{arguments.gold.front() + ": no file that ends with " + std::string(ending)};
  return paths;
}

Report report_of(std::string text) {
  Report report;
  report.text = std::move(text);
  report.sha256 = sha256_hex(report.text);
  return report;
}

void add_parse(const ParseScore& score, Scoreboard& board) {
  auto& tally = board.add_document();
  const std::uint64_t right[] = {score.upos, score.xpos, score.lemmas, score.heads, score.labelled};
  for (std::size_t i = 0; i < std::size(right); ++i)
    tally[i] += {right[i], score.words, score.words};
}

std::vector<NameMark> marked(const Document& document) {
  std::vector<NameMark> names;
  for (const Mention& mention : document.mentions) {
    if (!mention.kind) continue;
    switch (*mention.kind) {
      case NameKind::person:
        names.push_back({mention.span, ScoredName::person});
        break;
      case NameKind::organisation:
      case NameKind::armed_group:
        names.push_back({mention.span, ScoredName::organisation});
        break;
      case NameKind::place:
      case NameKind::facility:
        names.push_back({mention.span, ScoredName::place});
        break;
      case NameKind::nationality:
      case NameKind::weapon:
      case NameKind::date:
      case NameKind::quantity:
        break;
    }
  }
  return names;
}

std::string counted(std::size_t number, const char* what) {
  return std::to_string(number) + " " + what;
}

}  // namespace

Result<Measured> measure_parse(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  RELATA_TRY(const TextModel model, TextModel::load(reader->folder()));
  RELATA_TRY(const auto paths, gold_files(arguments, files, ".conllu"));
  Scoreboard board({{"UPOS", Kind::accuracy},
                    {"XPOS", Kind::accuracy},
                    {"lemma", Kind::accuracy},
                    {"UAS", Kind::accuracy},
                    {"LAS", Kind::accuracy}});
  std::size_t sentences = 0;
  for (const std::string& path : paths) {
    RELATA_TRY(const std::string bytes, files.read(path, kLargestGold));
    auto trees = read_conllu(bytes);
    if (!trees) return trees.error().with(path);
    sentences += trees->size();
    for (std::size_t first = 0; first < trees->size();) {
      std::size_t last = first + 1;
      while (last < trees->size() && !(*trees)[last].new_document) ++last;
      add_parse(score_parse(model.syntax, std::span(*trees).subspan(first, last - first)), board);
      first = last;
    }
  }
  const std::string head = counted(board.documents(), "documents, ") +
                           counted(sentences, "sentences; words of the gold, tags of the model");
  return Measured{std::move(board), head, {}};
}

Result<Measured> measure_names(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  RELATA_TRY(const auto paths, gold_files(arguments, files, ".conll"));
  Scoreboard board(name_measures());
  for (const std::string& path : paths) {
    RELATA_TRY(const std::string bytes, files.read(path, kLargestGold));
    const auto texts = parse_name_gold(bytes);
    if (!texts) return texts.error().with(path);
    for (const NameGold& gold : *texts) {
      const Report report = report_of(gold.text);
      score_names(gold, marked(reader->annotate(report).document), board.add_document());
    }
  }
  const std::string head = counted(board.documents(), "texts");
  return Measured{std::move(board), head, {}};
}

Result<Measured> measure_places(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  RELATA_TRY(const auto paths, gold_files(arguments, files, ".xml"));
  Scoreboard board({{"right place", Kind::f1}, {"found", Kind::accuracy}});
  for (const std::string& path : paths) {
    RELATA_TRY(const std::string bytes, files.read(path, kLargestGold));
    const auto texts = parse_place_gold(bytes);
    if (!texts) return texts.error().with(path);
    for (const GoldText& gold : *texts) {
      const Report report = report_of(gold.text);
      PlaceScore score;
      score.add(gold, reader->annotate(report).reading.places);
      auto& tally = board.add_document();
      tally[0] += {score.right, score.found, score.gold};
      tally[1] += {score.overlapped, score.gold, score.gold};
    }
  }
  const std::string head = counted(board.documents(), "texts; right: within 161 km");
  return Measured{std::move(board), head, {}};
}

Result<Measured> measure_times(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const auto reader, Reader::load(arguments.data));
  RELATA_TRY(const Table left_out,
             reader->folder().table("time_cases_left_out.tsv", {"pattern", "reason"}));
  RELATA_TRY(const auto paths, gold_files(arguments, files, ".json"));
  Scoreboard board({{"right days", Kind::accuracy}});
  std::size_t skipped = 0;
  for (const std::string& path : paths) {
    RELATA_TRY(const std::string bytes, files.read(path, kLargestGold));
    const auto cases = parse_time_cases(bytes, left_out);
    if (!cases) return cases.error().with(path);
    for (const auto& [reason, number] : cases->left_out) skipped += number;
    for (const TimeCase& one : cases->cases) {
      Report report = report_of(one.text);
      report.published = one.reference;
      const Annotated annotated = reader->annotate(report);
      std::vector<FoundTime> found;
      for (const TimeExpression& time : annotated.reading.times)
        found.push_back({time.value, time.period});
      auto& tally = board.add_document();
      for (const TimeAnswer& answer : one.answers) tally[0] += {is_answered(answer, found), 1, 1};
    }
  }
  const std::string head = counted(board.documents(), "cases; left out ") + std::to_string(skipped);
  return Measured{std::move(board), head, {}};
}

}  // namespace relata::cli
