// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/format.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/ingest/fields.h"
#include "relata/ingest/html_scan.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

std::string ending_of(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  const std::size_t dot = name.find_last_of('.');
  return dot == name.npos ? "" : lower_ascii(name.substr(dot + 1));
}

// A first line of several names, one of which is a name for the text.
bool looks_like_csv(std::string_view start, const IngestTables::Parts& tables) {
  const std::string_view line = start.substr(0, start.find('\n'));
  for (const char separator : {',', ';', '\t', '|'}) {
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin <= line.size()) {
      const std::size_t end = std::min(line.find(separator, begin), line.size());
      std::string name(line.substr(begin, end - begin));
      name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
      names.push_back(std::move(name));
      begin = end + 1;
    }
    if (names.size() < 2) continue;
    const auto fields = FieldChooser(tables.columns, {}).choose(names);
    const auto known = std::count_if(fields.begin(), fields.end(),
                                     [](const auto& field) { return field.has_value(); });
    if (known >= 2 && std::find(fields.begin(), fields.end(), Field::text) != fields.end())
      return true;
  }
  return false;
}

// '{' and a name, or '[' and an object.
bool looks_like_json(std::string_view start) {
  const std::size_t at = skip(start, start.starts_with("\xEF\xBB\xBF") ? 3 : 0, " \t\r\n");
  if (at >= start.size()) return false;
  const std::size_t next = skip(start, at + 1, " \t\r\n");
  if (next >= start.size()) return false;
  return (start[at] == '{' && (start[next] == '"' || start[next] == '}')) ||
         (start[at] == '[' && (start[next] == '{' || start[next] == ']'));
}

}  // namespace

bool is_json_lines(std::string_view path) {
  const std::string ending = ending_of(path);
  return ending == "jsonl" || ending == "ndjson";
}

InputFormat find_format(std::string_view path, std::string_view start,
                        const IngestTables::Parts& tables) {
  const std::string ending = ending_of(path);
  const bool named_pdf = ending == "pdf";
  if (named_pdf || start.starts_with("%PDF-")) return InputFormat::pdf;
  if (ending == "json" || is_json_lines(path)) return InputFormat::json;
  if (ending == "csv" || ending == "tsv") return InputFormat::csv;
  if (ending == "html" || ending == "htm" || ending == "xhtml" || looks_like_html(start))
    return InputFormat::html;
  if (ending == "txt" || ending == "text" || ending == "md") return InputFormat::plain;
  if (looks_like_json(start)) return InputFormat::json;
  if (looks_like_csv(start, tables)) return InputFormat::csv;
  return InputFormat::plain;
}

}  // namespace relata
