// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/case_control.h"

#include <algorithm>

#include "relata/casebook/kept_accounts.h"
#include "relata/lineages/copy_table.h"
#include "relata/lineages/retelling.h"

namespace relata {
namespace {

// The reports that tell of territory.
Result<std::vector<ReportId>> reports_of_territory(Database& database) {
  std::string types;
  for (const EventType type : {EventType::capture, EventType::withdrawal, EventType::holding,
                               EventType::siege, EventType::offensive, EventType::clash})
    types += (types.empty() ? "" : ", ") + std::to_string(static_cast<int>(type));
  RELATA_TRY(Statement select, database.prepare("SELECT id FROM view_report WHERE row IN (SELECT "
                                                "report FROM view_account WHERE type IN (" +
                                                types + ")) ORDER BY id"));
  std::vector<ReportId> ids;
  while (true) {
    RELATA_TRY(const bool row, select.step());
    if (!row) return ids;
    RELATA_TRY(const ReportId id, report_id_of_bytes(select.blob(0)));
    ids.push_back(id);
  }
}

std::string sound_of(std::string_view name, const CaseKnowledge& knowledge) {
  Site site;
  site.name = name;
  return place_name_key(site, name, knowledge.control.names).skeleton;
}

template <typename Lasting>
void keep_day(std::vector<Lasting>& lasting, Date day) {
  std::erase_if(lasting, [&](const Lasting& one) { return !one.when.overlaps({day, day}); });
}

}  // namespace

Result<Control> control_of_case(Casebook& casebook, const CaseKnowledge& knowledge) {
  Database& database = casebook.ledger().database();
  RELATA_TRY(const auto ids, reports_of_territory(database));
  RELATA_TRY(KeptAccounts kept, KeptAccounts::open(database));
  std::vector<const ReportAccounts*> reports;
  std::map<ReportId, ReportOrigin> origins;
  std::optional<Date> last;
  for (const ReportId& id : ids) {
    RELATA_TRY(const ReportAccounts* report, kept.report(id));
    reports.push_back(report);
    origins.emplace(id, ReportOrigin{id, report->day, report->publisher, report->credit});
    if (report->day) last = std::max(last.value_or(*report->day), *report->day);
  }
  RELATA_TRY(CopyTable copies, CopyTable::open(database));
  RELATA_TRY(const auto reuse, copies.reuse());
  const auto retellings = find_retellings(reports);
  const ControlLineages lineages{origins, {reuse, retellings}, knowledge.lineages};
  Control control = control_of(reports, knowledge.control, &lineages);
  if (last) {
    for (PlaceControl& place : control.places) place = ended_by(std::move(place), *last);
  }
  return control;
}

Control only_place(Control control, std::string_view name, const CaseKnowledge& knowledge) {
  const std::string sought = sound_of(name, knowledge);
  std::erase_if(control.places, [&](const PlaceControl& place) {
    return sound_of(place.place, knowledge) != sought &&
           std::none_of(place.names.begin(), place.names.end(), [&](const std::string& other) {
             return sound_of(other, knowledge) == sought;
           });
  });
  std::erase_if(control.shares,
                [&](const AreaShare& share) { return sound_of(share.area, knowledge) != sought; });
  return control;
}

Control only_day(Control control, Date day) {
  for (PlaceControl& place : control.places) {
    keep_day(place.assessed, day);
    keep_day(place.claimed, day);
  }
  std::erase_if(control.places, [](const PlaceControl& place) {
    return place.assessed.empty() && place.claimed.empty();
  });
  keep_day(control.shares, day);
  return control;
}

}  // namespace relata
