// SPDX-License-Identifier: Apache-2.0
// relata decide and erase: what people decide, with their reasons.
#include <cstdio>

#include "cli/case_commands.h"
#include "cli/case_ids.h"
#include "cli/ending.h"
#include "cli/open_case.h"

namespace relata::cli {
namespace {

// How many words each action wants behind it, and which.
struct Wanted {
  std::size_t count;
  const char* words;
};

Wanted wanted_by(Action action) {
  switch (action) {
    case Action::accept:
    case Action::reject:
      return {1, "CLAIM"};
    case Action::correct:
      return {3, "CLAIM SLOT VALUE"};
    case Action::merge:
    case Action::split:
      return {2, "CLAIM CLAIM"};
    case Action::grade:
      return {2, "INCIDENT GRADE"};
    case Action::reliability:
      return {2, "VOICE LETTER"};
    case Action::seal:
      return {1, "VOICE"};
    case Action::undo:
      return {1, "NUMBER"};
  }
  return {0, ""};
}

Result<Done> fill(Decision& decision, const std::vector<std::string>& about, Database& database) {
  switch (decision.action) {
    case Action::merge:
    case Action::split: {
      RELATA_TRY(decision.second, find_claim(database, about[1]));
      [[fallthrough]];
    }
    case Action::accept:
    case Action::reject:
    case Action::correct:
    case Action::grade: {
      RELATA_TRY(decision.first, find_claim(database, about[0]));
      if (decision.action == Action::correct) decision.slot = about[1], decision.value = about[2];
      if (decision.action == Action::grade) decision.value = about[1];
      return Done{};
    }
    case Action::reliability:
      decision.value = about[1];
      [[fallthrough]];
    case Action::seal:
      decision.subject = about[0];
      return Done{};
    case Action::undo: {
      RELATA_TRY(decision.undoes, entry_number(about[0]));
      return Done{};
    }
  }
  return Done{};
}

Result<ExitCode> decide(const DecideArguments& arguments) {
  RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(arguments.data));
  RELATA_TRY(Casebook casebook, open_for_writing(arguments.casebook, arguments.key, false));
  RELATA_TRY(Done(), bring_up_to_date(casebook, knowledge));
  Decision decision;
  decision.who = arguments.who.empty() ? name_of_user() : arguments.who;
  decision.why = arguments.why;
  decision.action = action_of(arguments.action).value_or(Action::accept);
  const Wanted wanted = wanted_by(decision.action);
  if (arguments.about.size() != wanted.count)
    return misused(Error{arguments.action + " is written: relata decide CASE " + arguments.action +
                         ' ' + wanted.words + " --why REASON"});
  RELATA_TRY(Done(), fill(decision, arguments.about, casebook.ledger().database()));
  RELATA_TRY(const std::uint64_t entry, casebook.decide(decision, now()));
  RELATA_TRY(Done(), bring_up_to_date(casebook, knowledge));
  std::printf("decision %llu: %s, by %s\n", static_cast<unsigned long long>(entry),
              arguments.action.c_str(), shown(decision.who).c_str());
  return ExitCode::ok;
}

Result<ExitCode> erase(const EraseArguments& arguments) {
  RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(arguments.data));
  RELATA_TRY(Casebook casebook, open_for_writing(arguments.casebook, arguments.key, false));
  RELATA_TRY(Done(), bring_up_to_date(casebook, knowledge));
  RELATA_TRY(const ReportId report, find_report(casebook.ledger().database(), arguments.what));
  const std::string who = arguments.who.empty() ? name_of_user() : arguments.who;
  RELATA_TRY(const std::size_t entries, casebook.erase(report, who, arguments.why, now()));
  RELATA_TRY(Done(), bring_up_to_date(casebook, knowledge));
  std::printf("erased %zu entries of report %s; copies of this file elsewhere still hold them\n",
              entries, hex(report).substr(0, 8).c_str());
  return ExitCode::ok;
}

}  // namespace

ExitCode run(const DecideArguments& arguments) { return ended(decide(arguments)); }
ExitCode run(const EraseArguments& arguments) { return ended(erase(arguments)); }

}  // namespace relata::cli
