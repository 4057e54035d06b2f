// SPDX-License-Identifier: Apache-2.0
// What pdftotext gives, back into paragraphs: no letters or digits appear that were not there.
#include "fuzz/fuzz_input.h"
#include "relata/ingest/pdf.h"

using namespace relata;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view pages = view_of(data, size);
  const std::string text = pdf_paragraphs(pages);
  // A paragraph may gain an empty line before it, which stood there as the end of a page: at most twice its bytes.
  RELATA_CHECK(text.size() <= 2 * pages.size());
  if (!first_bad_utf8(pages)) RELATA_CHECK(!first_bad_utf8(text));
  return 0;
}
