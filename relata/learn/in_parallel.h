// SPDX-License-Identifier: Apache-2.0
// in_parallel: runs jobs that share nothing, each on a thread of its own. What
// they give must not depend on which ends first.
#pragma once

#include <cstddef>
#include <thread>
#include <vector>

namespace relata {

// Calls job(0) … job(count - 1) and returns when all are done.
template <typename Job>
void in_parallel(std::size_t count, const Job& job) {
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < count; ++i) threads.emplace_back([&job, i] { job(i); });
}

}  // namespace relata
