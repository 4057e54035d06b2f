// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/name_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"

namespace relata {
namespace {

constexpr std::array<std::string_view, 8> kArticles = {"the", "a",  "an", "al",
                                                       "el",  "as", "ar", "of"};

}  // namespace

bool is_word_letter(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  return c == '_' || u_isalnum(c) || u_charType(c) == U_LETTER_NUMBER ||
         u_charType(c) == U_OTHER_NUMBER;
}

NameWords name_words(std::string_view name) {
  const std::string folded = fold(name);
  NameWords words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && std::find(kArticles.begin(), kArticles.end(), word) == kArticles.end())
      words.insert(word);
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t here = at;
    if (is_word_letter(next_code_point(folded, at))) {
      word.append(folded, here, at - here);
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

bool one_holds_other(const NameWords& a, const NameWords& b) {
  if (a.empty() || b.empty()) return false;
  return std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
         std::includes(b.begin(), b.end(), a.begin(), a.end());
}

bool same_name(const FileName& a, const FileName& b) {
  if (a.span && b.span && a.span->overlaps(*b.span)) return true;
  return one_holds_other(name_words(a.name), name_words(b.name));
}

}  // namespace relata
