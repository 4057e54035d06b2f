// SPDX-License-Identifier: Apache-2.0
// The hash by which a frozen text is known. SHA-256, from libsodium.
#pragma once

#include <string>
#include <string_view>

namespace relata {

// 64 hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace relata
