// SPDX-License-Identifier: Apache-2.0
// A reading for a person at a terminal: the head of the report, then claim by claim the type, place and day, who to whom,
// how many, the line of telling and the exact words, with the trigger «marked»; at the end what was not understood.
// Words of the report are made safe to show (safe_text.h); no line is wider than asked.
#pragma once

#include <string>

#include "relata/export/form.h"

namespace relata {

void write_reading_text(const Shown& shown, const View& view, std::string& out);

}  // namespace relata
