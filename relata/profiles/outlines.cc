// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/outlines.h"

#include <charconv>
#include <cstdlib>

namespace relata {
namespace {

bool take_number(std::string_view& text, std::int32_t& value) {
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

// Steps are relative to the point before.
bool parse(std::string_view text, std::vector<OutlinePoint>& points) {
  OutlinePoint at;
  while (!text.empty()) {
    OutlinePoint step;
    if (!take_number(text, step.longitude) || !text.starts_with(',')) return false;
    text.remove_prefix(1);
    if (!take_number(text, step.latitude)) return false;
    if (text.starts_with(' ')) text.remove_prefix(1);
    if (std::abs(step.longitude) > 36000 || std::abs(step.latitude) > 18000) return false;
    at = {at.longitude + step.longitude, at.latitude + step.latitude};
    if (std::abs(at.longitude) > 18000 || std::abs(at.latitude) > 9000) return false;
    points.push_back(at);
  }
  return points.size() > 1;
}

}  // namespace

Result<Outlines> Outlines::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("outlines.tsv", {"kind", "line"}));
  Outlines outlines;
  for (const Table::Row& row : table.rows()) {
    OutlineLine& line = outlines.lines_.emplace_back();
    line.border = row.cell("kind") == "border";
    if (!parse(row.cell("line"), line.points)) return Error{row.where() + ": no line"};
  }
  return outlines;
}

}  // namespace relata
