// SPDX-License-Identifier: Apache-2.0
#include "relata/export/summary.h"

#include "relata/export/json_writer.h"

namespace relata {
namespace {

void write_number(std::string_view key, const std::optional<double>& number, JsonWriter& json) {
  json.key(key);
  if (number) {
    json.number(*number);
  } else {
    json.null();
  }
}

void write_text(std::string_view key, std::string_view text, JsonWriter& json) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

}  // namespace

Summary summarise(const Report& report, const Document&, const Reading&) {
  Summary summary;
  summary.date = report.anchor();
  return summary;
}

void write_summary(const Report& report, const Summary& summary, std::string& out) {
  JsonWriter json(out, JsonWriter::Layout::line);
  json.begin_object().key("doc").string(report.id);
  write_text("date", summary.date ? iso_date(*summary.date) : std::string(), json);
  write_text("admin1", summary.admin1, json);
  write_text("type", summary.type ? name_of(*summary.type) : std::string_view(), json);
  write_text("side", summary.side, json);
  write_number("killed_civilians", summary.killed_civilians, json);
  write_number("killed_combatants", summary.killed_combatants, json);
  write_number("killed_children", summary.killed_children, json);
  write_number("killed_women", summary.killed_women, json);
  json.end_object();
}

}  // namespace relata
