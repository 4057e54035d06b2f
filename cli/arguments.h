// SPDX-License-Identifier: Apache-2.0
// The command line as the structs of commands.h. Help, version and complaints are printed here. CLI11, which does the
// work, costs four seconds a file that includes it: only arguments.cc and options.cc do.
#pragma once

#include <variant>
#include <vector>

#include "cli/case_commands.h"
#include "cli/commands.h"

namespace relata::cli {

using Command =
    std::variant<ReadArguments, AddArguments, RereadArguments, IncidentsArguments, ShowArguments,
                 WhyArguments, ControlArguments, VoicesArguments, SearchArguments, DecideArguments,
                 VerifyArguments, EraseArguments, ExportArguments, EvalArguments,
                 GazetteerArguments, CompletionArguments>;

struct CommandLine {
  // What to do; or, if help was asked for or the line makes no sense, how to end.
  std::variant<Command, ExitCode> action;
  std::vector<CommandOutline> outline;  // of all commands, for shell completion
};

[[nodiscard]] CommandLine parse_command_line(int count, const char* const* words);

}  // namespace relata::cli
