// SPDX-License-Identifier: Apache-2.0
#include "relata/control/control_rules.h"

namespace relata {
namespace {

Result<Likelihoods> likelihoods(const Table::Row& row, const std::string& prefix) {
  Likelihoods found;
  RELATA_TRY(found.doer, row.number(prefix + "doer"));
  RELATA_TRY(found.other, row.number(prefix + "other"));
  RELATA_TRY(found.third, row.number(prefix + "third"));
  RELATA_TRY(found.contested, row.number(prefix + "contested"));
  for (const double value : {found.doer, found.other, found.third, found.contested}) {
    if (!(value > 0 && value <= 1))
      return Error{"a likelihood is above 0 and at most 1"}.with(row.where());
  }
  return found;
}

Result<Done> read_evidence(const DataFolder& folder, ControlRules& rules) {
  RELATA_TRY(const Table table,
             folder.table("control_evidence.tsv",
                          {"type", "ground", "doer", "other", "third", "contested", "before_doer",
                           "before_other", "before_third", "before_contested"}));
  for (const auto& row : table.rows()) {
    const auto type = event_type_of(row.cell("type"));
    const auto ground = ground_named(row.cell("ground"));
    if ((!type && row.cell("type") != "disputed") || !ground)
      return Error{"no such type or ground"}.with(row.where());
    EvidenceRow evidence;
    RELATA_TRY(evidence.after, likelihoods(row, ""));
    RELATA_TRY(evidence.before, likelihoods(row, "before_"));
    rules.evidence[{type, *ground}] = evidence;
  }
  return Done{};
}

Result<Done> read_sides(const DataFolder& folder, ControlRules& rules) {
  RELATA_TRY(const Table table, folder.table("control_sides.tsv", {"side", "holder", "opposed"}));
  for (const auto& row : table.rows()) {
    const auto holder = holder_named(row.cell("holder"));
    const auto opposed = holder_named(row.cell("opposed"));
    if (!holder || (!opposed && !row.cell("opposed").empty()))
      return Error{"no such holder"}.with(row.where());
    rules.sides[std::string(row.cell("side"))] = ControlSide{*holder, opposed};
  }
  return Done{};
}

Result<Done> read_settings(const DataFolder& folder, ControlSettings& settings) {
  RELATA_TRY(const Table table, folder.table("control_settings.tsv", {"setting", "value"}));
  std::map<std::string, double, std::less<>> values;
  for (const auto& row : table.rows()) {
    RELATA_TRY(values[std::string(row.cell("setting"))], row.number("value"));
  }
  const auto take = [&](std::string_view name, auto& value) {
    const auto found = values.find(name);
    if (found == values.end()) return false;
    value = static_cast<std::remove_reference_t<decltype(value)>>(found->second);
    return true;
  };
  const bool all =
      take("stay", settings.stay) && take("stay_told", settings.stay_told) &&
      take("shown", settings.shown) && take("days_before", settings.days_before) &&
      take("days_after", settings.days_after) && take("most_lineages", settings.most_lineages) &&
      take("alleged", settings.alleged) && take("own_side", settings.own_side) &&
      take("given", settings.given) && take("contested_untold", settings.contested_untold);
  return all ? Result<Done>(Done{}) : Error{"control_settings.tsv: a setting is not there"};
}

}  // namespace

Result<ControlRules> ControlRules::load(const DataFolder& folder) {
  ControlRules rules;
  RELATA_TRY([[maybe_unused]] const auto evidence, read_evidence(folder, rules));
  RELATA_TRY([[maybe_unused]] const auto sides, read_sides(folder, rules));
  RELATA_TRY([[maybe_unused]] const auto settings, read_settings(folder, rules.settings));
  RELATA_TRY(rules.names, PlaceNameWords::load(folder));
  return rules;
}

const EvidenceRow* ControlRules::row(const EvidenceKind& kind) const {
  const auto found = evidence.find(kind);
  return found == evidence.end() ? nullptr : &found->second;
}

Holder ControlRules::holder_of(std::string_view side) const {
  const auto found = sides.find(side);
  return found == sides.end() ? Holder::unknown : found->second.holder;
}

std::optional<Holder> ControlRules::opposed_to(Holder holder) const {
  const auto found = sides.find(name_of(holder));
  return found == sides.end() ? std::nullopt : found->second.opposed;
}

}  // namespace relata
