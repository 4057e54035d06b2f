// SPDX-License-Identifier: Apache-2.0
// Keys under which names are compared. The text itself is never normalised; these are made beside it.
#pragma once

#include <string>
#include <string_view>

namespace relata {

// Case, accents and compatibility forms folded away (NFKD, marks dropped, full case folding), ’ written as '.
// ASCII text takes a fast path. "Salāḥ" -> "salah".
[[nodiscard]] std::string fold(std::string_view text);

// ASCII letters lowered, everything else as it is: for word lists in English.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace relata
