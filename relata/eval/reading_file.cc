// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/reading_file.h"

#include <nlohmann/json.hpp>

namespace relata {
namespace {

using nlohmann::json;

// A member, or null if it is absent.
const json& at(const json& object, const char* key) {
  static const json kNull;
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::string text(const json& object, const char* key) {
  const json& value = at(object, key);
  return value.is_null() ? std::string() : value.get<std::string>();
}

std::optional<std::string> maybe_text(const json& object, const char* key) {
  const json& value = at(object, key);
  return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

std::optional<double> maybe_number(const json& object, const char* key) {
  const json& value = at(object, key);
  return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

FileSpan span(const json& value) {
  return {value.at(0).get<std::int64_t>(), value.at(1).get<std::int64_t>()};
}

std::optional<FileSpan> maybe_span(const json& object, const char* key) {
  const json& value = at(object, key);
  return value.is_null() ? std::nullopt : std::optional(span(value));
}

std::vector<FileSpan> spans(const json& object, const char* key) {
  std::vector<FileSpan> out;
  for (const json& value : at(object, key)) out.push_back(span(value));
  return out;
}

std::vector<FileName> names(const json& list) {
  std::vector<FileName> out;
  for (const json& value : list) out.push_back({maybe_span(value, "span"), text(value, "name")});
  return out;
}

FileClaim claim(const json& value) {
  FileClaim out;
  if (const json& id = at(value, "id"); !id.is_null()) out.id = id.get<std::int64_t>();
  out.type = text(value, "type");
  out.status = text(value, "status");
  out.trigger = span(value.at("trigger"));
  out.evidence = span(value.at("evidence"));
  out.by = names(at(value, "by"));
  out.to = names(at(value, "to"));
  out.where = names(at(value, "where"));
  if (const json& when = at(value, "when"); !when.is_null()) {
    out.when = FileWhen{maybe_span(when, "span"), text(when, "from"), text(when, "to")};
  }
  for (const json& count : at(value, "counts")) {
    out.counts.push_back(
        {text(count, "of"), maybe_number(count, "low"), maybe_number(count, "high")});
  }
  for (const json& chain : at(value, "chains")) out.chains.push_back(names(chain));
  return out;
}

ReadingFile reading(const json& value) {
  ReadingFile out;
  out.doc = text(value, "doc");
  out.published = maybe_text(value, "published");
  out.publisher = maybe_text(value, "publisher");
  for (const json& one : at(value, "claims")) out.claims.push_back(claim(one));
  for (const json& one : at(value, "voices")) {
    out.voices.push_back(
        {text(one, "name"), text(one, "kind"), text(one, "side"), spans(one, "spans")});
  }
  for (const json& one : at(value, "relations")) {
    out.relations.push_back(
        {text(one, "kind"), one.at("from").get<std::int64_t>(), one.at("to").get<std::int64_t>()});
  }
  if (const json& layers = at(value, "layers"); layers.is_object()) {
    for (const json& one : at(layers, "attributions")) {
      out.attributions.push_back({spans(one, "source"), spans(one, "cue"), spans(one, "content")});
    }
  }
  return out;
}

}  // namespace

Result<ReadingFile> parse_reading_file(std::string_view bytes) {
  try {  // the library throws; nothing of it leaves this function
    const json value = json::parse(bytes);
    if (!value.is_object()) return Error{"not a JSON object"};
    return reading(value);
  } catch (const json::exception& error) {
    return Error{error.what()};
  }
}

Result<ReadingFiles> parse_reading_lines(std::string_view lines) {
  ReadingFiles out;
  std::size_t number = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<ReadingFile> reading = parse_reading_file(line);
    if (!reading) return reading.error().with("line " + std::to_string(number));
    const std::string doc = reading->doc;
    out.insert_or_assign(doc, std::move(reading).value());
  }
  return out;
}

}  // namespace relata
