// SPDX-License-Identifier: Apache-2.0
// Bytes in any encoding: what comes out is well-formed UTF-8 without NULs, and UTF-8 that was well-formed stays as it is.
// The first byte chooses what the document declares.
#include <array>

#include "fuzz/ingest_tables.h"
#include "relata/ingest/decode.h"

using namespace relata;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array kDeclared = {"",       "utf-8",  "iso-8859-1",  "windows-1256",
                                    "utf-16", "utf-7",  "iso-2022-jp", "gbk",
                                    "koi8-r", "klingon"};
  EncodingHints hints;
  if (data[0] % kDeclared.size() != 0) hints.declared = kDeclared[data[0] % kDeclared.size()];
  const std::string bytes(view_of(data + 1, size - 1));
  const auto decoded = decode(bytes, hints, fuzz_tables());
  if (!decoded) return 0;
  const std::string& text = decoded.value().text;
  RELATA_CHECK(!first_bad_utf8(text));
  RELATA_CHECK(text.find('\0') == std::string::npos);
  const bool plain =
      !first_bad_utf8(bytes) && decoded.value().warnings.empty() && !encoding_by_mark(bytes);
  if (plain) RELATA_CHECK(text == bytes);
  return 0;
}
