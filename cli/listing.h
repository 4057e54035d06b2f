// SPDX-License-Identifier: Apache-2.0
// What lists are asked for, as the query stage wants it.
#pragma once

#include "cli/case_commands.h"
#include "relata/export/form.h"
#include "relata/export/json_writer.h"
#include "relata/query/filter.h"
#include "relata/query/incidents_json.h"
#include "relata/query/page.h"

namespace relata::cli {

// Errors: a value that makes no sense, and which there are.
[[nodiscard]] Result<Filter> filter_of(const FilterArguments& arguments,
                                       const FilterLexicon& lexicon);
[[nodiscard]] Result<PageRequest> page_of(const ListArguments& arguments);

// How lists and single things are shown on the terminal.
[[nodiscard]] View list_view(int width, const std::string& colour);

// Rows as JSON: one array, indented, or an object a line.
template <typename Row>
void write_list(const std::vector<Row>& rows, bool array, std::string& out) {
  if (array) {
    JsonWriter json(out, JsonWriter::Layout::pretty);
    json.begin_array();
    for (const Row& row : rows) write_json(row, json);
    json.end_array();
    out += '\n';
    return;
  }
  for (const Row& row : rows) {
    JsonWriter json(out, JsonWriter::Layout::line);
    write_json(row, json);
    out += '\n';
  }
}

// The conditions as they were typed, "--place Aleppo", for manifests.
[[nodiscard]] std::vector<std::string> words_of(const FilterArguments& arguments);

}  // namespace relata::cli
