// SPDX-License-Identifier: Apache-2.0
// run_child(): a program of the system as a child process with limits, bytes in, bytes out. No shell, an empty environment,
// no files of ours; when a limit is reached the child is killed. For parsers that we do not want in our own memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"

namespace relata {

struct ChildLimits {
  std::uint32_t seconds = 20;  // by the clock
  std::uint32_t cpu_seconds = 20;
  std::uint64_t memory_bytes = 1u << 30;
  std::uint64_t output_bytes = 64u << 20;
};

struct ChildOutput {
  int status = 0;      // the exit status
  std::string bytes;   // standard output
  std::string errors;  // the beginning of standard error
};

// `program` is a path; `arguments` do not include it. Errors: the program cannot be started, a limit was reached, a signal.
Result<ChildOutput> run_child(const std::string& program, const std::vector<std::string>& arguments,
                              std::string_view input, const ChildLimits& limits);

}  // namespace relata
