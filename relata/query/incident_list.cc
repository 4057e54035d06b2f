// SPDX-License-Identifier: Apache-2.0
#include "relata/query/incident_list.h"

#include <algorithm>
#include <cmath>

#include "relata/export/json_writer.h"
#include "relata/export/phrases.h"
#include "relata/export/safe_text.h"

namespace relata {
namespace {

std::string heavy(const std::string& text, bool colour) {
  return colour ? "\x1b[1m" + text + "\x1b[0m" : text;
}

std::string counted(std::uint32_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

std::string padded(std::string text, int columns) {
  const int missing = columns - columns_of(text);
  if (missing > 0) text.append(static_cast<std::size_t>(missing), ' ');
  return text;
}

std::string range_phrase(std::string_view what, const std::optional<CountRange>& range) {
  if (!range) return "";
  return " · " + std::string(what) + ' ' + count_phrase(range->low, range->best, range->high);
}

std::string support_of(const IncidentRow& row) {
  std::string text = row.grade ? std::string(name_of(*row.grade)) : "not graded";
  if (row.decided) text += " (decided)";
  text += " · " + counted(row.lineages_for, "lineage", "lineages") + ", " +
          counted(row.reports, "report", "reports");
  if (row.lineages_against > 0) text += ", " + std::to_string(row.lineages_against) + " against";
  text += range_phrase("killed", row.killed) + range_phrase("injured", row.injured);
  if (!row.doers.empty()) text += " · by " + shown(row.doers);
  return text;
}

std::string place_phrase(const Site& where) {
  if (where.name.empty()) return "place unknown";
  return where.name + (where.within.empty() ? "" : ", " + where.within);
}

void write_voice(const VoiceRow& row, JsonWriter& json) {
  json.begin_object()
      .key("name")
      .string(row.voice.name)
      .key("kind")
      .string(name_of(row.voice.kind));
  json.key("side").string(name_of(row.voice.side)).key("claims").integer(row.claims);
  json.key("innermost").integer(row.innermost).key("borne_out").integer(row.standing.borne_out);
  json.key("contradicted").integer(row.standing.contradicted).key("reliability");
  if (row.standing.reliability) {
    json.string(name_of(*row.standing.reliability));
  } else {
    json.null();
  }
  json.end_object();
}

}  // namespace

std::string days_phrase(const std::optional<Period>& when) {
  if (!when) return "day unknown";
  if (when->from == when->to) return iso_date(when->from);
  return iso_date(when->from) + " to " + iso_date(when->to);
}

std::string count_phrase(double low, double best, const std::optional<double>& high) {
  const auto number = [](double value) { return std::to_string(std::llround(value)); };
  if (!high) return number(low) + " or more" + (best > low ? ", best " + number(best) : "");
  if (low == *high) return number(low);
  return number(low) + " to " + number(*high) +
         (best > low && best < *high ? ", best " + number(best) : "");
}

std::string incident_lines(const IncidentRow& row, int columns, bool colour) {
  const std::string id = text_of(row.id);
  const int indent = static_cast<int>(id.size()) + 2;
  std::string out = heavy(id, colour) + "  " + days_phrase(row.when) + "  " +
                    as_words(name_of(row.type)) + " · " + isolated(shown(place_phrase(row.where))) +
                    '\n';
  for (const std::string& line : wrapped(support_of(row), std::max(20, columns - indent)))
    out += std::string(static_cast<std::size_t>(indent), ' ') + isolated(line) + '\n';
  return out;
}

std::string voice_lines(std::span<const VoiceRow> rows, bool colour) {
  int widest = 5;
  for (const VoiceRow& row : rows)
    widest = std::max(widest, std::min(40, columns_of(shown(row.voice.name))));
  std::string out =
      heavy(padded("voice", widest) + "  letter  claims  borne out  contradicted  kind", colour) +
      '\n';
  for (const VoiceRow& row : rows) {
    const VoiceStanding& standing = row.standing;
    const std::string letter =
        standing.reliability ? std::string(name_of(*standing.reliability)) : "F";
    std::string about = as_words(name_of(row.voice.kind));
    if (row.voice.side != Side::unknown) about += ", " + as_words(name_of(row.voice.side));
    out += padded(isolated(shown(row.voice.name)), widest) + "  " + padded(letter, 6) + "  " +
           padded(std::to_string(row.claims), 6) + "  " +
           padded(std::to_string(standing.borne_out), 9) + "  " +
           padded(std::to_string(standing.contradicted), 12) + "  " + about + '\n';
  }
  return rows.empty() ? "No voice speaks in this casebook.\n" : out;
}

std::string voices_json(std::span<const VoiceRow> rows, bool lines) {
  std::string out;
  if (lines) {
    for (const VoiceRow& row : rows) {
      JsonWriter json(out, JsonWriter::Layout::line);
      write_voice(row, json);
      out += '\n';
    }
    return out;
  }
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_array();
  for (const VoiceRow& row : rows) write_voice(row, json);
  json.end_array();
  return out + '\n';
}

}  // namespace relata
