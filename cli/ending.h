// SPDX-License-Identifier: Apache-2.0
// How commands end: what failed is said on standard error, in words that are safe to show.
#pragma once

#include <cstdio>
#include <string>

#include "cli/commands.h"
#include "relata/base/result.h"
#include "relata/export/safe_text.h"

namespace relata::cli {

inline void complain(const std::string& line) {
  std::fprintf(stderr, "relata: %s\n", shown(line).c_str());
}

// What was asked for makes no sense: said, and the exit code for it.
[[nodiscard]] inline ExitCode misused(const Error& error) {
  complain(error.message);
  return ExitCode::usage;
}

[[nodiscard]] inline ExitCode ended(const Result<ExitCode>& code) {
  if (code) return *code;
  complain(code.error().message);
  return ExitCode::nothing_done;
}

}  // namespace relata::cli
