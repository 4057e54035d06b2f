// SPDX-License-Identifier: Apache-2.0
// Readings as one self-contained page: the text with its claims marked, and beside each paragraph the claims it makes,
// with their lines of telling. It needs no script and asks the network for nothing; a policy in its head forbids both.
// Everything that comes from a report is escaped, and its hidden marks are shown.
#pragma once

#include <string>
#include <string_view>

#include "relata/export/form.h"

namespace relata {

void write_html_opening(std::string& out);
// `number` keeps the anchors of the reports of one page apart.
void write_reading_html(const Shown& shown, std::size_t number, std::string& out);
void write_html_closing(std::string& out);

// The page's style sheet.
[[nodiscard]] std::string_view html_style();

}  // namespace relata
