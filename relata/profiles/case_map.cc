// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "relata/profiles/case_point.h"
#include "relata/profiles/csv_row.h"
#include "relata/profiles/page_drawings.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

constexpr double kWidth = 8000;  // units of the drawing, so that whole numbers are exact enough
constexpr double kLeastSpan = 0.2, kKmOfDegree = 111.2;

struct Mark {
  const CaseIncident* incident = nullptr;
  CasePoint point;
};

// The window that a map shows, and where degrees fall in it. Equirectangular, true to scale in the middle.
struct MapWindow {
  double west = 180, east = -180, south = 90, north = -90;

  void take(double longitude, double latitude, double margin_degrees) {
    west = std::min(west, longitude - margin_degrees);
    east = std::max(east, longitude + margin_degrees);
    south = std::max(-90.0, std::min(south, latitude - margin_degrees));
    north = std::min(90.0, std::max(north, latitude + margin_degrees));
  }
  [[nodiscard]] double stretch() const {
    return std::max(0.2, std::cos((south + north) / 2 * std::numbers::pi / 180));
  }
  [[nodiscard]] double scale() const { return kWidth / ((east - west) * stretch()); }
  [[nodiscard]] double height() const { return (north - south) * scale(); }
  [[nodiscard]] std::int64_t x(double longitude) const {
    return std::llround((longitude - west) * stretch() * scale());
  }
  [[nodiscard]] std::int64_t y(double latitude) const {
    return std::llround((north - latitude) * scale());
  }
};

// A window no wider than twice its height and no higher than it is wide.
MapWindow window_of(const std::vector<Mark>& marks) {
  MapWindow window;
  for (const Mark& mark : marks) {
    const double margin = std::max(kLeastSpan, 1.3 * mark.point.radius_km / kKmOfDegree);
    window.take(mark.point.longitude, mark.point.latitude, margin);
  }
  const double width = (window.east - window.west) * window.stretch();
  const double height = window.north - window.south;
  if (height < width / 2) {
    const double more = (width / 2 - height) / 2;
    window.south = std::max(-90.0, window.south - more);
    window.north = std::min(90.0, window.north + more);
  } else if (height > width) {
    const double more = (height - width) / 2 / window.stretch();
    window.west -= more;
    window.east += more;
  }
  return window;
}

void append_xy(std::string& out, char command, std::int64_t x, std::int64_t y) {
  out += command;
  append_digits(out, x);
  out += ' ';
  append_digits(out, y);
}

bool outside(const MapWindow& window, const OutlinePoint& a, const OutlinePoint& b) {
  const auto degrees = [](std::int32_t hundredths) { return hundredths / 100.0; };
  return std::max(degrees(a.longitude), degrees(b.longitude)) < window.west ||
         std::min(degrees(a.longitude), degrees(b.longitude)) > window.east ||
         std::max(degrees(a.latitude), degrees(b.latitude)) < window.south ||
         std::min(degrees(a.latitude), degrees(b.latitude)) > window.north;
}

// Where the map of the world was cut open there is no coast.
bool on_seam(const OutlinePoint& a, const OutlinePoint& b) {
  return std::abs(a.longitude) >= 17999 && std::abs(b.longitude) >= 17999;
}

// The parts of the lines of a kind that cross the window, as one path.
void append_lines(const Outlines& outlines, const MapWindow& window, bool border,
                  std::string& out) {
  std::string path;
  for (const OutlineLine& line : outlines.lines()) {
    if (line.border != border) continue;
    bool drawing = false;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
      const OutlinePoint &a = line.points[i - 1], &b = line.points[i];
      if (outside(window, a, b) || on_seam(a, b)) {
        drawing = false;
        continue;
      }
      if (!drawing)
        append_xy(path, 'M', window.x(a.longitude / 100.0), window.y(a.latitude / 100.0));
      append_xy(path, 'L', window.x(b.longitude / 100.0), window.y(b.latitude / 100.0));
      drawing = true;
    }
  }
  if (!path.empty())
    out +=
        std::string("<path class=\"") + (border ? "border" : "coast") + "\" d=\"" + path + "\"/>\n";
}

void append_areas(std::span<const MapArea> areas, const MapWindow& window, std::string& out) {
  for (const MapArea& area : areas) {
    if (area.ring.size() < 3) continue;
    out += "<path class=\"area\" d=\"";
    for (std::size_t i = 0; i < area.ring.size(); ++i) {
      append_xy(out, i == 0 ? 'M' : 'L', window.x(area.ring[i].longitude / 100.0),
                window.y(area.ring[i].latitude / 100.0));
    }
    out += "Z\"><title>" + page_text(area.name) + "</title></path>\n";
  }
}

void append_mark(const Mark& mark, const MapWindow& window, std::string& out) {
  const std::int64_t x = window.x(mark.point.longitude), y = window.y(mark.point.latitude);
  const double radius = mark.point.radius_km / kKmOfDegree * window.scale();
  const auto circle = [&](std::string_view style, std::int64_t r) {
    out += "<circle class=\"";
    out += style;
    out += "\" cx=\"";
    append_digits(out, x);
    out += "\" cy=\"";
    append_digits(out, y);
    out += "\" r=\"";
    append_digits(out, r);
    out += "\"/>";
  };
  out += "<a href=\"#" + text_of(mark.incident->incident->id) + "\"><title>" +
         page_text(name_of(*mark.incident->incident)) + "</title>";
  circle("within", std::llround(radius));
  circle("spot", 60);
  out += "</a>\n";
}

// Names of the countries whose middle is in the window.
void append_names(const CountryCodes& countries, const MapWindow& window, std::string& out) {
  for (const CountryCode& country : countries.all()) {
    if (country.longitude < window.west || country.longitude > window.east ||
        country.latitude < window.south || country.latitude > window.north)
      continue;
    out += "<text x=\"";
    append_digits(out, window.x(country.longitude));
    out += "\" y=\"";
    append_digits(out, window.y(country.latitude));
    out += "\">" + page_text(country.name) + "</text>\n";
  }
}

}  // namespace

void append_map(std::span<const CaseIncident> incidents, std::span<const MapArea> areas,
                const Outlines& outlines, const ProfileTables& tables, std::string& out) {
  std::vector<Mark> marks;
  for (const CaseIncident& given : incidents) {
    if (const auto point = point_of(given.incident->where, tables))
      marks.push_back({&given, *point});
  }
  if (marks.empty()) return;
  // Wide circles first, so that small ones can be reached.
  std::ranges::stable_sort(marks, std::ranges::greater(),
                           [](const Mark& mark) { return mark.point.radius_km; });
  const MapWindow window = window_of(marks);
  out += "<figure class=\"map\"><svg viewBox=\"0 0 8000 ";
  append_digits(out, std::int64_t{std::llround(window.height())});
  out += "\" role=\"img\" aria-label=\"Map of the incidents\">\n";
  append_areas(areas, window, out);
  append_lines(outlines, window, false, out);
  append_lines(outlines, window, true, out);
  append_names(tables.countries(), window, out);
  for (const Mark& mark : marks) append_mark(mark, window, out);
  out +=
      "</svg><figcaption>Each incident lies somewhere within its circle. Outlines: Natural Earth, "
      "public domain; borders as it draws them.</figcaption></figure>\n";
}

}  // namespace relata
