// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <exception>

#include "cli/arguments.h"

using namespace relata::cli;

namespace {

struct Runner {
  const std::vector<CommandOutline>& outline;
  ExitCode operator()(const CompletionArguments& arguments) const {
    return run(arguments, outline);
  }
  ExitCode operator()(const auto& arguments) const { return run(arguments); }
};

}  // namespace

int main(int count, char** words) {
  try {
    const CommandLine line = parse_command_line(count, words);
    if (const auto* end = std::get_if<ExitCode>(&line.action)) return static_cast<int>(*end);
    return static_cast<int>(std::visit(Runner{line.outline}, std::get<Command>(line.action)));
  } catch (const std::exception& error) {  // out of memory, or a bug
    std::fprintf(stderr, "relata: %s\n", error.what());
    return static_cast<int>(ExitCode::nothing_done);
  }
}
