// SPDX-License-Identifier: Apache-2.0
#include "relata/base/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace relata {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The text without marks that are drawn over letters.
icu::UnicodeString without_marks(const icu::UnicodeString& text) {
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  return kept;
}

std::string fold_with_icu(std::string_view text) {
  UErrorCode problem = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(problem);
  auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  // Marks go before as well as after: putting a long run of them in order takes time in its square.
  wide = without_marks(wide);
  if (U_SUCCESS(problem)) wide = nfkd->normalize(wide, problem);
  wide.foldCase();
  icu::UnicodeString kept = without_marks(wide);
  for (std::int32_t i = 0; i < kept.length(); ++i) {
    const char16_t c = kept[i];
    if (c == 0x2019 || c == 0x2018 || c == 0x02BC) kept.setCharAt(i, u'\'');
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string fold(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
  return ascii ? lower_ascii(text) : fold_with_icu(text);
}

}  // namespace relata
