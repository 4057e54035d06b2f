// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/reidentification.h"

#include <algorithm>
#include <charconv>

#include "relata/base/date.h"
#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/profiles/read_csv.h"

namespace relata {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

// "al-Fardous, Aleppo", "airstrike in al-Fardous": the parts that may be places.
bool names_place(std::string_view folded, const std::set<std::string>& places) {
  const std::size_t in = folded.find(" in ");
  if (in != std::string_view::npos) folded.remove_prefix(in + 4);
  while (!folded.empty()) {
    const std::size_t end = folded.find_first_of(",;");
    std::string_view part = folded.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (places.contains(std::string(part))) return true;
    if (end == std::string_view::npos) break;
    folded.remove_prefix(end + 1);
  }
  return false;
}

Result<Done> check_value(std::string_view value, const Withheld& withheld) {
  const std::vector<std::string> words = folded_words(value);
  if (withheld.names.meets(words)) return Error{"a sealed name would be shown"};
  if (withheld.words.meets(words)) return Error{"words or a title of a report would be shown"};
  if (names_place(fold(value), withheld.places)) return Error{"a place would be shown too exactly"};
  return Done{};
}

Result<Done> check_addresses(std::string_view bytes, const Withheld& withheld) {
  if (bytes.find("://") != std::string_view::npos) return Error{"an address would be shown"};
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    while (at < bytes.size() && is_hexadecimal(bytes[at])) ++at;
    if (at - begin >= 32 && withheld.hashes.contains(std::string(bytes.substr(begin, at - begin))))
      return Error{"a hash or an id of a report would be shown"};
    if (at == begin) ++at;
  }
  return Done{};
}

// Days and numbers, wherever they stand.
Result<Done> check_figures(std::string_view bytes, const Withheld& withheld) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_digit(bytes[at]) || (at > 0 && is_digit(bytes[at - 1]))) continue;
    if (const auto day = bytes.substr(at, 10); parse_iso_date(day)) {
      if (!withheld.days.contains(std::string(day)))
        return Error{"a day would be shown that is not that of a coarse period"};
      at += 9;
      continue;
    }
    std::size_t end = at;
    while (end < bytes.size() && is_digit(bytes[end])) ++end;
    if (end >= bytes.size() || bytes[end] != '.') continue;
    const std::size_t point = end++;
    while (end < bytes.size() && is_digit(bytes[end])) ++end;
    // UCDP writes "00:00:00.000" behind its days.
    if (end - point > 3 && bytes.substr(point, 4) != ".000")
      return Error{"a number would be shown as exactly as a coordinate"};
  }
  return Done{};
}

Result<Done> check_all(std::string_view bytes, const std::vector<std::string>& values,
                       const Withheld& withheld) {
  RELATA_TRY([[maybe_unused]] const Done no_address, check_addresses(bytes, withheld));
  // The same values come again and again.
  std::set<std::string> different(values.begin(), values.end());
  for (const std::string& value : different) {
    RELATA_TRY([[maybe_unused]] const Done value_is_safe, check_value(value, withheld));
  }
  return check_figures(bytes, withheld);
}

// Which columns make the cell of a row, and which one says what it is about.
struct CellColumns {
  std::string_view id;
  std::vector<std::string_view> cell;
  std::size_t header_lines = 1;
};

CellColumns columns_of(Profile profile) {
  switch (profile) {
    case Profile::incidents_csv:
      return {"incident", {"country", "admin1", "latitude", "longitude", "from", "to", "type"}};
    case Profile::claims_csv:
      return {"incident", {"country", "admin1", "latitude", "longitude", "from", "to"}};
    case Profile::acled:
      return {"event_id_cnty", {"iso", "admin1", "latitude", "longitude", "event_date"}};
    case Profile::ged:
      return {"relid", {"country_id", "adm_1", "latitude", "longitude", "date_start", "date_end"}};
    case Profile::hxl:
      return {
          "Event", {"Country code", "Admin 1", "Latitude", "Longitude", "From", "To", "Type"}, 2};
    case Profile::incidents_jsonl:
    case Profile::claims_jsonl:
    case Profile::geojson:
    case Profile::ftm:
    case Profile::annotations:
    case Profile::prov:
      return {};
  }
  return {};
}

using Cells = std::map<std::string, std::set<std::string>>;  // by cell, the incidents in it

Cells csv_cells(Profile profile, std::string_view bytes) {
  const CellColumns columns = columns_of(profile);
  const auto rows = read_csv(bytes);
  Cells cells;
  if (rows.empty()) return cells;
  const auto index = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(rows.front(), name) - rows.front().begin());
  };
  for (std::size_t i = columns.header_lines; i < rows.size(); ++i) {
    std::string key;
    for (const std::string_view name : columns.cell) key += rows[i].at(index(name)) + "\n";
    cells[key].insert(rows[i].at(index(columns.id)));
  }
  return cells;
}

// What stands behind `before` up to a quote, in JSON that we wrote: a quote within a string is escaped, so none is mistaken.
std::string_view behind(std::string_view line, std::string_view before) {
  const std::size_t at = line.find(before);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + before.size());
  return line.substr(0, line.find('"'));
}

Cells json_cells(Profile profile, std::string_view bytes) {
  Cells cells;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const bool money = profile == Profile::ftm;
    const std::string_view id = behind(line, money ? R"("recordId":[")" : R"("incident":")");
    if (id.empty()) continue;
    std::string key(behind(line, money ? R"("location":[")" : R"("where":{"name":")"));
    if (profile == Profile::claims_jsonl) key = behind(line, R"("where":[{"name":")");
    key += '\n';
    key += behind(line, money ? R"("startDate":[")" : R"("from":")");
    key += '\n';
    key += behind(line, money ? R"("endDate":[")" : R"("to":")");
    cells[key].insert(std::string(id));
  }
  return cells;
}

Result<Done> check_cells(const Cells& cells, std::uint32_t smallest) {
  for (const auto& [key, incidents] : cells) {
    if (incidents.size() < smallest)
      return Error{"a row would stand with fewer than " + std::to_string(smallest) +
                   " in its place and time"};
  }
  return Done{};
}

}  // namespace

std::vector<std::string> csv_values(std::string_view bytes) {
  std::vector<std::string> values;
  for (auto& row : read_csv(bytes)) {
    for (std::string& cell : row) values.push_back(std::move(cell));
  }
  return values;
}

std::vector<std::string> json_values(std::string_view bytes) {
  std::vector<std::string> values;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] != '"') continue;
    std::string value;
    for (++at; at < bytes.size() && bytes[at] != '"'; ++at) {
      if (bytes[at] != '\\' || at + 1 >= bytes.size()) {
        value += bytes[at];
        continue;
      }
      unsigned code = 0;
      if (bytes[++at] == 'u' && at + 4 < bytes.size()) {
        std::from_chars(bytes.data() + at + 1, bytes.data() + at + 5, code, 16);
        append_utf8(value, code);
        at += 4;
      } else {
        value +=
            std::string_view("nrtbf").find(bytes[at]) == std::string_view::npos ? bytes[at] : ' ';
      }
    }
    values.push_back(std::move(value));
  }
  return values;
}

std::vector<std::string> html_values(std::string_view bytes) {
  std::vector<std::string> values;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t tag = std::min(bytes.find('<', at), bytes.size());
    if (tag > at) values.emplace_back(bytes.substr(at, tag - at));
    at = std::min(bytes.find('>', tag), bytes.size() - 1) + 1;
  }
  return values;
}

Result<Done> check_public(Profile profile, std::string_view bytes, const PublicCase& shown) {
  switch (profile) {
    case Profile::annotations:
    case Profile::prov:
      return Error{std::string(name_of(profile)) +
                   " is made of the words and origins of reports: it cannot be public"};
    case Profile::incidents_csv:
    case Profile::claims_csv:
    case Profile::acled:
    case Profile::ged:
    case Profile::hxl: {
      RELATA_TRY([[maybe_unused]] const Done safe,
                 check_all(bytes, csv_values(bytes), shown.withheld()));
      return check_cells(csv_cells(profile, bytes), shown.smallest_cell());
    }
    case Profile::incidents_jsonl:
    case Profile::claims_jsonl:
    case Profile::geojson:
    case Profile::ftm: {
      RELATA_TRY([[maybe_unused]] const Done safe,
                 check_all(bytes, json_values(bytes), shown.withheld()));
      return check_cells(json_cells(profile, bytes), shown.smallest_cell());
    }
  }
  return Done{};
}

Result<Done> check_public_page(std::string_view html, const PublicCase& shown) {
  return check_all(html, html_values(html), shown.withheld());
}

}  // namespace relata
