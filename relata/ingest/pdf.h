// SPDX-License-Identifier: Apache-2.0
// A PDF as text: poppler's pdftotext reads it as a child process with limits; what it gives is put back into paragraphs.
#pragma once

#include <string>
#include <string_view>

#include "relata/ingest/tables.h"

namespace relata {

// Errors: no PDF; pdftotext is not installed, refuses the file (encrypted, broken) or reaches a limit; a PDF without text.
Result<std::string> pdf_text(std::string_view bytes, const IngestOptions& options);

// Paragraphs from pdftotext's lines, pages parted by form feeds: lines that repeat at the top or foot of most pages and page
// numbers are left out, words parted at the end of a line are joined, lines of a paragraph become one.
[[nodiscard]] std::string pdf_paragraphs(std::string_view pages);

}  // namespace relata
