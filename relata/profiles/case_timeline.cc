// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "relata/export/safe_text.h"
#include "relata/profiles/csv_row.h"
#include "relata/profiles/page_drawings.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

constexpr std::int64_t kWidth = 8000, kLane = 140, kLeast = 70;
constexpr std::size_t kMostLanes = 60;

struct Bar {
  const Incident* incident = nullptr;
  Period when;
  std::size_t lane = 0;
};

// Each bar in the first lane that is free by then. Bars beyond the last lane are not drawn.
std::size_t lay_out(std::vector<Bar>& bars, std::int64_t gap_days) {
  std::vector<Date> free_from;
  for (Bar& bar : bars) {
    while (bar.lane < free_from.size() && free_from[bar.lane] > bar.when.from) ++bar.lane;
    if (bar.lane >= kMostLanes) continue;
    if (bar.lane == free_from.size()) free_from.emplace_back();
    free_from[bar.lane] = bar.when.to + std::chrono::days(1 + gap_days);
  }
  return free_from.size();
}

void append_attribute(std::string& out, std::string_view name, std::int64_t value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_digits(out, value);
  out += '"';
}

void append_label(std::string& out, std::int64_t x, std::int64_t y, bool at_end, Date date) {
  out += "<text";
  append_attribute(out, "x", x);
  append_attribute(out, "y", y);
  out += at_end ? " text-anchor=\"end\">" : " text-anchor=\"start\">";
  out += iso_date(date) + "</text>\n";
}

}  // namespace

std::string page_text(std::string_view text) { return html_escaped(isolated(shown(text))); }

void append_timeline(std::span<const CaseIncident> incidents, std::string& out) {
  std::vector<Bar> bars;
  for (const CaseIncident& given : incidents) {
    if (given.incident->when) bars.push_back({given.incident, *given.incident->when, 0});
  }
  if (bars.empty()) return;
  std::ranges::sort(bars, {}, [](const Bar& bar) { return std::pair(bar.when, bar.incident->id); });
  const Date first = bars.front().when.from;
  Date end = first;
  for (const Bar& bar : bars) end = std::max(end, bar.when.to);
  const std::int64_t days = (end - first).count() + 1;
  const std::size_t lanes = lay_out(bars, days * kLeast / kWidth);
  const std::int64_t height = static_cast<std::int64_t>(lanes) * kLane;
  out += "<figure class=\"timeline\"><svg viewBox=\"0 0 8000 ";
  append_digits(out, height + 300);
  out += "\" role=\"img\" aria-label=\"Timeline of the incidents\">\n";
  std::size_t left_out = 0;
  for (const Bar& bar : bars) {
    if (bar.lane >= kMostLanes) {
      ++left_out;
      continue;
    }
    const std::int64_t x = (bar.when.from - first).count() * kWidth / days;
    out += "<a href=\"#" + text_of(bar.incident->id) + "\"><title>" +
           page_text(name_of(*bar.incident)) + "</title><rect class=\"bar\"";
    append_attribute(out, "x", std::min(x, kWidth - kLeast));
    append_attribute(out, "y", static_cast<std::int64_t>(bar.lane) * kLane);
    append_attribute(out, "width", std::max(kLeast, days_of(bar.when) * kWidth / days));
    append_attribute(out, "height", kLane - 30);
    out += "/></a>\n";
  }
  append_label(out, 0, height + 220, false, first);
  if (days > 1) append_label(out, kWidth, height + 220, true, end);
  out += "</svg>";
  if (left_out > 0)
    out += "<figcaption>" + std::to_string(left_out) + " more do not fit.</figcaption>";
  out += "</figure>\n";
}

}  // namespace relata
