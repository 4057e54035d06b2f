// SPDX-License-Identifier: Apache-2.0
// relata control: who held what when, by whose word.
#include <cstdio>

#include "cli/case_commands.h"
#include "cli/ending.h"
#include "cli/open_case.h"
#include "cli/terminal.h"
#include "relata/casebook/case_control.h"
#include "relata/control/control_json.h"
#include "relata/control/control_text.h"

namespace relata::cli {
namespace {

Result<ExitCode> show_control(const ControlArguments& arguments) {
  std::optional<Date> on;
  if (!arguments.on.empty()) {
    on = parse_iso_date(arguments.on);
    if (!on) return misused(Error{"--on " + arguments.on + " is no day; write it as 2016-12-13"});
  }
  RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(arguments.data));
  RELATA_TRY(Casebook casebook, open_with_views(arguments.casebook, knowledge));
  RELATA_TRY(Control control, control_of_case(casebook, knowledge));
  if (!arguments.place.empty()) {
    control = only_place(std::move(control), arguments.place, knowledge);
    if (control.places.empty() && control.shares.empty())
      return Error{"no report tells who held '" + arguments.place + "'"};
  }
  if (on) control = only_day(std::move(control), *on);
  const std::string out = arguments.format == "json"
                              ? control_json(control)
                              : control_text(control, wants_colour(arguments.colour, stdout));
  std::fputs(out.c_str(), stdout);
  return ExitCode::ok;
}

}  // namespace

ExitCode run(const ControlArguments& arguments) { return ended(show_control(arguments)); }

}  // namespace relata::cli
