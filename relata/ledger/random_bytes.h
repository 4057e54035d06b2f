// SPDX-License-Identifier: Apache-2.0
// Where random bytes come from: passed in, so that a test can have the same ones twice. Salts and keys are made of them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace relata {

using RandomBytes = std::function<void(std::span<std::uint8_t>)>;

// The machine's own, fit for keys.
[[nodiscard]] RandomBytes system_random();

}  // namespace relata
