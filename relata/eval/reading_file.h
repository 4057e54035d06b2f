// SPDX-License-Identifier: Apache-2.0
// A reading as read back from its JSON (docs/formats/reading.md), whoever wrote it: the gold of careful readers and the
// output of a program have the same form. Spans are code points, names and types are text as they stand.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"

namespace relata {

struct FileSpan {
  std::int64_t begin = 0, end = 0;
  [[nodiscard]] bool overlaps(const FileSpan& other) const {
    return begin < other.end && other.begin < end;
  }
};

struct FileName {
  std::optional<FileSpan> span;
  std::string name;
};
struct FileWhen {
  std::optional<FileSpan> span;
  std::string from, to;  // ISO days: their order as text is their order in time
};
struct FileCount {
  std::string of;
  std::optional<double> low, high;
};
using FileChain = std::vector<FileName>;

struct FileClaim {
  std::optional<std::int64_t> id;
  std::string type, status;
  FileSpan trigger, evidence;
  std::vector<FileName> by, to, where;
  std::optional<FileWhen> when;
  std::vector<FileCount> counts;
  std::vector<FileChain> chains;
};
struct FileVoice {
  std::string name, kind, side;
  std::vector<FileSpan> spans;
};
struct FileRelation {
  std::string kind;
  std::int64_t from = 0, to = 0;
};
// From "layers", if there are any.
struct FileAttribution {
  std::vector<FileSpan> source, cue, content;
};

struct ReadingFile {
  std::string doc;
  std::optional<std::string> published, publisher;
  std::vector<FileClaim> claims;
  std::vector<FileVoice> voices;
  std::vector<FileRelation> relations;
  std::vector<FileAttribution> attributions;
};
using ReadingFiles = std::map<std::string, ReadingFile>;  // by doc

// One object. Errors: no JSON, no object, a member of another kind than the contract has.
[[nodiscard]] Result<ReadingFile> parse_reading_file(std::string_view json);
// JSON Lines; the error names the line.
[[nodiscard]] Result<ReadingFiles> parse_reading_lines(std::string_view lines);

}  // namespace relata
