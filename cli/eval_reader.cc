// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/data_root.h"
#include "cli/eval.h"
#include "relata/base/utf8.h"
#include "relata/export/form.h"

namespace relata::cli {

Reader::Reader(std::unique_ptr<Files> files, DataFolder folder, Models models, IngestTables tables)
    : files_(std::move(files)),
      folder_(std::move(folder)),
      models_(std::move(models)),
      tables_(std::move(tables)) {}

Result<std::unique_ptr<Reader>> Reader::load(const std::string& data) {
  auto files = real_files();
  RELATA_TRY(std::string root, find_data_root(*files, data));
  DataFolder folder{files.get(), std::move(root)};
  RELATA_TRY(Models models, load_models(folder));
  RELATA_TRY(IngestTables tables, load_ingest_tables(folder));
  return std::unique_ptr<Reader>(
      new Reader(std::move(files), std::move(folder), std::move(models), std::move(tables)));
}

Result<Report> Reader::report(const std::string& path, const IngestOptions& options) const {
  IngestOptions plain = options;
  plain.format = InputFormat::plain;
  const auto reports = open_reports(*files_, tables_, {path}, plain);
  RELATA_TRY(std::optional<Report> report, reports->next());
  if (!report) return Error{path + ": nothing in it"};
  RELATA_TRY(const std::string bytes, files_->read(path, kLargestGold));
  // Offsets are code points: one may have become U+FFFD, but none may be lost or new.
  const auto length = [](std::string_view text) {
    return CodePoints(text).at_byte(static_cast<std::uint32_t>(text.size()));
  };
  if (first_bad_utf8(bytes) || length(report->text) != length(bytes)) {
    return Error{path + ": is not read as it stands, so the offsets of the gold would not fit"};
  }
  return std::move(*report);
}

Result<ReadingFile> Reader::reading(const Report& report) const {
  const Annotated annotated = annotate(report);
  std::string json;
  write({report, annotated.document, annotated.reading},
        {.form = Form::jsonl, .layers = Layers::all}, 0, json);
  return parse_reading_file(json);
}

std::string stem_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

Result<ReadingFiles> load_readings(const Files& files, const std::string& path) {
  if (!files.is_folder(path)) {
    RELATA_TRY(const std::string lines, files.read(path, kLargestGold));
    auto readings = parse_reading_lines(lines);
    if (!readings) return readings.error().with(path);
    return readings;
  }
  ReadingFiles readings;
  RELATA_TRY(const auto entries, files.list(path));
  for (const FileEntry& entry : entries) {
    if (entry.folder || !entry.path.ends_with(".json")) continue;
    RELATA_TRY(const std::string json, files.read(entry.path, kLargestGold));
    Result<ReadingFile> reading = parse_reading_file(json);
    if (!reading) return reading.error().with(entry.path);
    const std::string doc = reading->doc;
    readings.insert_or_assign(doc, std::move(reading).value());
  }
  if (readings.empty()) return Error{path + ": no .json file in it"};
  return readings;
}

Result<std::vector<std::string>> load_list(const Files& files, const std::string& path) {
  RELATA_TRY(const std::string bytes, files.read(path, kLargestGold));
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string line = bytes.substr(at, end - at);
    line.erase(line.find_last_not_of(" \t\r") + 1);
    line.erase(0, line.find_first_not_of(" \t"));
    if (!line.empty()) lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

}  // namespace relata::cli
