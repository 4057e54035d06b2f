// SPDX-License-Identifier: Apache-2.0
// What the kinds of `relata eval` share: the means of reading texts, and a board of scores with the lines that head it.
// One source file each for kinds that belong together.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "relata/eval/reading_file.h"
#include "relata/eval/scoreboard.h"
#include "relata/ingest/reader.h"
#include "relata/pipeline.h"

namespace relata::cli {

struct Measured {
  Scoreboard board;
  std::string head;                 // "reports 24, …": printed above the scores
  std::vector<std::string> misses;  // printed above that, if asked for
};

// Loaded once, when a kind first needs it.
class Reader {
 public:
  static Result<std::unique_ptr<Reader>> load(const std::string& data);

  [[nodiscard]] const Files& files() const { return *files_; }
  [[nodiscard]] const DataFolder& folder() const { return folder_; }
  [[nodiscard]] const std::string& root() const { return folder_.root; }

  // A report of one file of plain text, its text the file's, code point for code point.
  [[nodiscard]] Result<Report> report(const std::string& path, const IngestOptions& options) const;
  [[nodiscard]] Annotated annotate(const Report& report) const { return read(report, models_); }
  // The reading with its layers, as it would be written and read back by anybody.
  [[nodiscard]] Result<ReadingFile> reading(const Report& report) const;

 private:
  Reader(std::unique_ptr<Files> files, DataFolder folder, Models models, IngestTables tables);

  std::unique_ptr<Files> files_;
  DataFolder folder_;
  Models models_;
  IngestTables tables_;
};

inline constexpr std::uint64_t kLargestGold = std::uint64_t{1} << 30;

// Readings made before: a file of JSON Lines, or a folder of NAME.json.
[[nodiscard]] Result<ReadingFiles> load_readings(const Files& files, const std::string& path);
// "a/b.txt" -> "b".
[[nodiscard]] std::string stem_of(const std::string& path);
// The lines of a list, trimmed, lower-cased if asked for, without empty ones.
[[nodiscard]] Result<std::vector<std::string>> load_list(const Files& files,
                                                         const std::string& path);

Result<Measured> measure_claims(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_times(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_attribution(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_parse(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_names(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_places(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_times(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_muc(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_ecb(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_plover(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_truth(const EvalArguments& arguments, const Files& files);
Result<Measured> measure_types(const EvalArguments& arguments, const Files& files);

}  // namespace relata::cli
