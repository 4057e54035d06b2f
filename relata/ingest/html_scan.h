// SPDX-License-Identifier: Apache-2.0
// What must be known of a web page before it is parsed: the encoding that it declares, and whether a tag would take the
// parser too long. Both look at the bytes only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace relata {

// <meta charset=…>, <meta http-equiv … content="…; charset=…"> or <?xml … encoding="…"?> in the first 4096 bytes.
[[nodiscard]] std::optional<std::string> declared_encoding(std::string_view page);

// Where the first tag begins that has more attributes than `most`. Scripts, styles and comments are passed over.
[[nodiscard]] std::optional<std::size_t> too_many_attributes(std::string_view page,
                                                             std::uint32_t most);

// Whether the bytes begin as a web page does.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

}  // namespace relata
