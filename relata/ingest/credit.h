// SPDX-License-Identifier: Apache-2.0
// Credits of agencies as reports write them: "(Reuters)" at the head, "--AFP", "- REUTERS", "(AP)", "Source: SANA" at the
// foot. A credit describes the whole report; it is no link of a chain of telling.
#pragma once

#include <optional>
#include <string_view>

#include "relata/base/span.h"
#include "relata/ingest/tables.h"

namespace relata {

struct Credit {
  Span name;            // "Reuters"
  std::size_t end = 0;  // after the credit with its brackets
};

[[nodiscard]] bool is_agency(std::string_view name, const DatelineWords& words);

// "(Reuters)" or "(SANA/AFP)" that begins at `at`: the first name that is an agency's.
[[nodiscard]] std::optional<Credit> credit_in_brackets(std::string_view text, std::size_t at,
                                                       const DatelineWords& words);

// "AFP" or "Thomson Reuters" as whole words at `at`, the longest form there is.
[[nodiscard]] std::optional<Credit> bare_credit(std::string_view text, std::size_t at,
                                                const DatelineWords& words);

// The last credit from byte `from` to the end.
[[nodiscard]] std::optional<Credit> credit_at_foot(std::string_view text, std::size_t from,
                                                   const DatelineWords& words);

}  // namespace relata
