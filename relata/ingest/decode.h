// SPDX-License-Identifier: Apache-2.0
// decode(): bytes in whatever encoding -> UTF-8, and what a person should know of it. UTF-8 is kept byte for byte (but for its
// byte-order mark and forbidden control characters); a guess is always told. Order: what the caller says, byte-order mark,
// strict UTF-8, what the document declares, damaged UTF-8, ICU's guess. Mojibake is reported, never repaired.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/ingest/tables.h"

namespace relata {

struct Decoded {
  std::string text;  // well-formed UTF-8 without NULs
  std::vector<std::string> warnings;
  std::string guessed;    // the encoding, if it is a guess
  bool repaired = false;  // bytes that fit no character became U+FFFD
};

struct EncodingHints {
  std::optional<std::string> told;      // by the caller: outranks all
  std::optional<std::string> declared;  // by the document, in <meta charset> and the like
};

// Errors: the bytes are no text (a known binary file, many control characters), no encoding fits, an unknown one is told.
Result<Decoded> decode(std::string bytes, const EncodingHints& hints,
                       const IngestTables::Parts& tables);

// The same without a look at what the characters are: for parts of a file that are checked later.
Result<Decoded> decode_text(std::string bytes, const EncodingHints& hints,
                            const IngestTables::Parts& tables);

// What a byte-order mark, or the pattern of zero bytes, says: "utf-16le", "utf-8"; nothing for everything else.
[[nodiscard]] std::optional<std::string> encoding_by_mark(std::string_view bytes);

// What kind of binary file this is by its first bytes, or "".
[[nodiscard]] std::string_view binary_kind(std::string_view bytes,
                                           const IngestTables::Parts& tables);

}  // namespace relata
