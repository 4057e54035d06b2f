// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_key.h"

#include <algorithm>
#include <utility>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"

namespace relata {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Marks that stand for ayn, hamza or the soft sign and are written or left out at will: they part no word.
bool is_silent_mark(char c) { return c == '\'' || c == '`' || c == '.' || c == '"'; }

// Letters that folding keeps although romanisations write them in ASCII.
std::string_view plain_form(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'đ':
    case U'ð':
      return "d";
    case U'ł':
      return "l";
    case U'ı':
      return "i";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ə':
      return "e";
    case U'þ':
      return "th";
    default:
      return {};
  }
}

bool is_silent(char32_t c) {
  return c == 0x02BF || c == 0x02BE || c == 0x02B9 || c == 0x02BB || c == 0x02C8 || c == 0x00B4 ||
         c == 0x201C || c == 0x201D || c == 0x200E || c == 0x200F || c == 0x0640;
}

// Punctuation and spaces outside ASCII part words.
bool parts_words(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x206F) || c == 0x3000 || c == 0x00B7 || c == 0x30FB;
}

// Folds what is not ASCII, letter by letter replaced or dropped where romanisations disagree.
std::string fold_wide(std::string_view name) {
  const std::string folded = fold(name);
  std::string out;
  out.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (is_silent(c)) continue;
    if (parts_words(c)) {
      out += ' ';
    } else if (const auto plain = plain_form(c); !plain.empty()) {
      out += plain;
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

void append_key(std::string_view text, std::string& out) {
  for (const char raw : text) {
    const char c = lower(raw);
    if (is_letter_or_digit(c)) {
      out += c;
    } else if (!is_silent_mark(c) && !out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
}

// Letters of Arabic, Cyrillic and Hebrew script by the consonant class that romanisations give them.
constexpr std::pair<std::u32string_view, char> kForeignConsonants[] = {
    {U"بپбпבפף", 'b'}, {U"تطثтתט", 't'}, {U"جچژ", 'j'},  {U"жزظзז", 'z'},
    {U"خх", 'x'},      {U"دضذдד", 'd'},  {U"رрר", 'r'},  {U"سصсסцצץ", 's'},
    {U"شшщשч", 'S'},   {U"غгґגگ", 'g'},  {U"فф", 'f'},   {U"вڤ", 'v'},
    {U"قكکкקכך", 'k'}, {U"لлל", 'l'},    {U"مмמם", 'm'}, {U"نнנן", 'n'},
};

// '\0' for a vowel or a letter that romanisations drop.
char foreign_consonant(char32_t c) {
  for (const auto& [letters, consonant] : kForeignConsonants) {
    if (letters.find(c) != std::u32string_view::npos) return consonant;
  }
  return '\0';
}

// One letter or digraph of a romanised word: its consonant class and how many bytes it takes.
std::pair<char, std::size_t> latin_consonant(std::string_view rest) {
  const char next = rest.size() > 1 ? rest[1] : '\0';
  switch (rest[0]) {
    case 's':
      return next == 'h' ? std::pair('S', std::size_t{2}) : std::pair('s', std::size_t{1});
    case 'c':
      if (next == 'h') return {'S', 2};
      return {next == 'e' || next == 'i' ? 's' : 'k', next == 'k' ? 2u : 1u};
    case 'k':
      return next == 'h' ? std::pair('x', std::size_t{2}) : std::pair('k', std::size_t{1});
    case 'g':
      return {'g', next == 'h' ? 2u : 1u};
    case 'd':
      if (next == 'j') return {'j', 2};
      return {'d', next == 'h' ? 2u : 1u};
    case 't':
      return {'t', next == 'h' ? 2u : 1u};
    case 'z':
      return {'z', next == 'h' ? 2u : 1u};
    case 'p':
      return next == 'h' ? std::pair('f', std::size_t{2}) : std::pair('b', std::size_t{1});
    case 'q':
      return {'k', 1};
    case 'b':
    case 'f':
    case 'j':
    case 'l':
    case 'm':
    case 'n':
    case 'r':
    case 'v':
      return {rest[0], 1};
    case 'x':
      return {'x', 1};
    default:
      return {rest[0] >= '0' && rest[0] <= '9' ? rest[0] : '\0', 1};
  }
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// h, w and y are kept only at the beginning of a word, where every romanisation writes them.
char initial_glide(std::string_view word) {
  const bool glide = word[0] == 'h' || word[0] == 'w' || word[0] == 'y';
  return glide && word.size() > 1 && (is_vowel(word[1]) || word[0] == 'h') ? word[0] : '\0';
}

char foreign_glide(char32_t c) {
  if (c == U'ه' || c == U'ح' || c == U'ה' || c == U'ח') return 'h';
  if (c == U'و') return 'w';
  return c == U'ي' || c == U'י' || c == U'ی' ? 'y' : '\0';
}

void append_latin_skeleton(std::string_view word, std::string& out) {
  if (const char glide = initial_glide(word)) out += glide;
  char before = '\0';
  for (std::size_t at = 0; at < word.size();) {
    const auto [consonant, size] = latin_consonant(word.substr(at));
    if (consonant != '\0' && consonant != before) out += consonant;  // "dd" is one
    before = consonant;
    at += size;
  }
}

void append_foreign_skeleton(std::string_view word, std::string& out) {
  bool first = true;
  for (std::size_t at = 0; at < word.size(); first = false) {
    const char32_t c = next_code_point(word, at);
    const char consonant = c < 0x80 ? latin_consonant(std::string_view(word).substr(at - 1)).first
                                    : foreign_consonant(c);
    if (consonant != '\0') {
      out += consonant;
    } else if (const char glide = foreign_glide(c); first && glide != '\0') {
      out += glide;
    }
  }
}

// "الدين" without its article.
std::string_view without_arabic_article(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  return word.starts_with(kArticle) && word.size() > kArticle.size() + 2
             ? word.substr(kArticle.size())
             : word;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

}  // namespace

bool is_article(std::string_view word, std::string_view next) {
  if (next.empty()) return false;
  if (word == "al" || word == "el" || word == "ul" || word == "il") return true;
  if (word.size() < 2 || word.size() > 3) return false;
  if (word[0] != 'a' && word[0] != 'e' && word[0] != 'u' && word[0] != 'i') return false;
  const std::string_view assimilated = word.substr(1);
  if (assimilated.size() == 2 && assimilated[1] != 'h') return false;
  return std::string_view("sdtzrnjl").find(assimilated[0]) != std::string_view::npos &&
         next.starts_with(assimilated);
}

void exact_key(std::string_view name, std::string& out) {
  out.clear();
  if (is_ascii(name)) {
    append_key(name, out);
  } else {
    append_key(fold_wide(name), out);
  }
}

std::string exact_key(std::string_view name) {
  std::string out;
  exact_key(name, out);
  return out;
}

void bare_key(std::string_view exact, std::string& out) {
  out.clear();
  while (!exact.empty()) {
    const std::string_view word = first_word(exact);
    exact.remove_prefix(std::min(exact.size(), word.size() + 1));
    if (is_article(word, first_word(exact))) continue;
    if (!out.empty()) out += ' ';
    out += without_arabic_article(word);
  }
}

std::string bare_key(std::string_view exact) {
  std::string out;
  bare_key(exact, out);
  return out;
}

void skeleton(std::string_view key, std::string& out) {
  out.clear();
  while (!key.empty()) {
    const std::string_view word = first_word(key);
    key.remove_prefix(std::min(key.size(), word.size() + 1));
    if (is_article(word, first_word(key))) continue;
    if (is_ascii(word)) {
      append_latin_skeleton(word, out);
    } else {
      append_foreign_skeleton(without_arabic_article(word), out);
    }
  }
  if (out.size() < 2) out.clear();
}

std::string skeleton(std::string_view key) {
  std::string out;
  skeleton(key, out);
  return out;
}

}  // namespace relata
