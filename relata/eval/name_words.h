// SPDX-License-Identifier: Apache-2.0
// When two names are taken for the same by the scorers: spans that overlap, or words of which one set holds the other.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "relata/eval/reading_file.h"

namespace relata {

using NameWords = std::set<std::string>;

// The words of a name, folded, without articles.
[[nodiscard]] NameWords name_words(std::string_view name);
// Neither is empty, and one holds all of the other.
[[nodiscard]] bool one_holds_other(const NameWords& a, const NameWords& b);
[[nodiscard]] bool same_name(const FileName& a, const FileName& b);

[[nodiscard]] bool is_word_letter(char32_t code_point);

}  // namespace relata
