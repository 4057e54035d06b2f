// SPDX-License-Identifier: Apache-2.0
// Incidents, accounts, reports and voices as JSON, each one object (docs/formats/casebook-views.md). Whoever writes JSON
// Lines asks for Layout::line and adds a line end. Spans are code points of the report's text.
#pragma once

#include "relata/export/json_writer.h"
#include "relata/query/told_phrases.h"

namespace relata {

void write_json(const IncidentRow& row, JsonWriter& json);
void write_json(const VoiceRow& row, JsonWriter& json);
void write_json(const ReportRow& row, JsonWriter& json);
// With its exact words, if the text can be had.
void write_json(const AccountRow& row, const TextOf& text_of_report, JsonWriter& json);
// Everything that `show` and `why` say.
void write_json(const ShownIncident& incident, JsonWriter& json);

}  // namespace relata
