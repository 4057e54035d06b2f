// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/case_point.h"
#include "relata/profiles/csv_row.h"
#include "relata/profiles/event_row.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

constexpr std::string_view kNames =
    "Event,Type,From,To,Country code,Country,Admin 1,Place,Latitude,Longitude,Precision (km),"
    "Killed (least),Killed (best),Killed (most),Killed civilians,Injured (least),Injured (best),"
    "Injured (most),Displaced (best),Sources,Reports,Lineages,Lineages against,Grade\r\n";
constexpr std::string_view kTags =
    "#event+id,#event+type,#date+occurred+start,#date+occurred+end,#country+code,#country+name,"
    "#adm1+name,#loc+name,#geo+lat,#geo+lon,#geo+precision,#affected+killed+min,"
    "#affected+killed+best,#affected+killed+max,#affected+killed+civilian,#affected+injured+min,"
    "#affected+injured+best,#affected+injured+max,#affected+displaced+best,#org+source,"
    "#meta+source+count,#meta+lineage+count,#meta+lineage+against,#meta+grade\r\n";

void append_interval(const Toll* toll, CsvRow& row) {
  if (toll == nullptr) {
    row.empty().empty().empty();
    return;
  }
  row.number(toll->low).number(toll->best).number(toll->high);
}

void append_best(const Toll* toll, CsvRow& row) {
  if (toll == nullptr) {
    row.empty();
  } else {
    row.number(toll->best);
  }
}

}  // namespace

void append_hxl_header(std::string& out) {
  out += kNames;
  out += kTags;
}

std::string_view append_hxl_row(const CaseIncident& given, const ProfileTables& tables,
                                std::string& out) {
  if (const std::string_view why = why_no_event(given, tables); !why.empty()) return why;
  const Incident& incident = *given.incident;
  const Assessment& assessment = *given.assessment;
  const CasePoint point = *point_of(incident.where, tables);
  CsvRow row(out);
  row.text(text_of(incident.id)).text(name_of(incident.type));
  row.text(iso_date(incident.when->from)).text(iso_date(incident.when->to));
  row.text(point.country->iso3).text(point.country->name).text(incident.where.admin1);
  row.text(incident.where.name).number(point.latitude).number(point.longitude);
  row.number(point.radius_km);
  append_interval(toll_of(assessment, CountOf::killed), row);
  append_best(toll_of(assessment, CountOf::killed, VictimClass::civilians), row);
  append_interval(toll_of(assessment, CountOf::injured), row);
  append_best(toll_of(assessment, CountOf::displaced), row);
  row.text(joined(publishers_of(given), "; ")).integer(assessment.reports);
  row.integer(assessment.lineages_for).integer(assessment.lineages_against);
  row.text(grade_name(assessment));
  row.end();
  return {};
}

}  // namespace relata
