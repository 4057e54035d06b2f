// SPDX-License-Identifier: Apache-2.0
#include "relata/query/search_words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/places/place_key.h"

namespace relata {
namespace {

constexpr std::size_t kLongestWord = 96;  // bytes, folded; what is longer is no word of a language

bool is_ascii_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

// Letters and numbers begin a word.
bool begins_word(char32_t c) {
  if (c < 0x80) return is_ascii_word(c);
  return (U_GET_GC_MASK(icu(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

// Marks that sit on letters and characters without form go on with it.
bool goes_on(char32_t c) {
  return begins_word(c) ||
         (c >= 0x80 && (U_GET_GC_MASK(icu(c)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0);
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x02BB;
}

UScriptCode script_of(char32_t c) {
  UErrorCode problem = U_ZERO_ERROR;
  return uscript_getScript(icu(c), &problem);
}

// Scripts that put no spaces between words.
bool stands_alone(char32_t c) {
  if (c < 0x0E00) return false;
  switch (script_of(c)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool is_foreign(char32_t c) {
  if (c < 0x0370) return false;
  const UScriptCode script = script_of(c);
  return script == USCRIPT_ARABIC || script == USCRIPT_CYRILLIC || script == USCRIPT_HEBREW;
}

// Letters of Arabic script that are written for one another, after folding has taken the marks off: alef wasla, alef
// maksura and Farsi yeh, teh marbuta, keheh; digits of both Arabic rows. 0: the letter is dropped.
char32_t arabic_letter(char32_t c) {
  if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + U'0';
  if (c >= 0x06F0 && c <= 0x06F9) return c - 0x06F0 + U'0';
  switch (c) {
    case 0x0671:
      return 0x0627;
    case 0x0649:
    case 0x06CC:
      return 0x064A;
    case 0x0629:
    case 0x06C1:
      return 0x0647;
    case 0x06A9:
      return 0x0643;
    case 0x0621:  // a hamza of its own is often left out
    case 0x0640:
      return 0;
    default:
      return c;
  }
}

// The article with what is written together with it, if three letters are left.
std::string_view without_arabic_prefix(std::string_view word) {
  for (const std::string_view prefix : {"وال", "بال", "فال", "كال", "لل", "ال"}) {
    if (word.starts_with(prefix) && word.size() >= prefix.size() + 6)
      return word.substr(prefix.size());
  }
  return word;
}

std::string folded_word(std::string_view word) {
  const std::string folded = fold(word);
  if (std::all_of(folded.begin(), folded.end(), [](char c) { return (c & 0x80) == 0; }) &&
      folded.size() <= kLongestWord) {
    std::string plain;
    for (const char c : folded) {
      if (is_ascii_word(static_cast<unsigned char>(c))) plain += c;
    }
    return plain;
  }
  std::string out;
  for (std::size_t at = 0; at < folded.size() && out.size() < kLongestWord;) {
    const char32_t c = arabic_letter(next_code_point(folded, at));
    if (c != 0 && begins_word(c)) append_utf8(out, c);
  }
  return std::string(without_arabic_prefix(out));
}

// Where the word that begins at `begin` ends. An apostrophe between letters goes on with it, but not in "army's".
std::size_t end_of_word(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const char32_t first = next_code_point(text, at);
  const bool alone = stands_alone(first);
  for (std::size_t next = at; next < text.size(); at = next) {
    const char32_t c = next_code_point(text, next);
    if (alone ? begins_word(c) || !goes_on(c) : stands_alone(c)) break;
    if (goes_on(c)) continue;
    if (!is_apostrophe(c) || next >= text.size()) break;
    std::size_t after = next;
    const char32_t letter = next_code_point(text, after);
    std::size_t beyond = after;
    const bool word_ends = after >= text.size() || !goes_on(next_code_point(text, beyond));
    if (!begins_word(letter) || ((letter == 's' || letter == 'S') && word_ends)) break;
  }
  return at;
}

std::string without_capitals(std::string sound) {
  std::replace(sound.begin(), sound.end(), 'S', 'c');  // "sh": the index knows no capitals
  return sound;
}

bool is_latin(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return (c & 0x80) == 0; });
}

// Whether nothing but a hyphen or one space stands between two words.
bool close_by(std::string_view text, const SearchWord& first, const SearchWord& second) {
  const std::string_view between = words_of(text, {first.span.end, second.span.begin});
  return between == "-" || between == " " || between == "\xE2\x80\x90" || between == "\xE2\x80\x91";
}

bool has_arabic_article(std::string_view text, const SearchWord& word) {
  return words_of(text, word.span).starts_with("ال");
}

void add_sounds(std::string_view text, std::vector<SearchWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    SearchWord& word = words[i];
    if (word.sound.empty()) continue;  // no name
    const bool next_is_near = i + 1 < words.size() && close_by(text, word, words[i + 1]);
    if (next_is_near && is_article(word.folded, words[i + 1].folded)) {
      word.sound.clear();
      continue;
    }
    word.sound = without_capitals(skeleton(word.folded));
    const bool over_article =
        i >= 2 && !words[i - 2].sound.empty() && close_by(text, words[i - 2], words[i - 1]) &&
        close_by(text, words[i - 1], word) && is_article(words[i - 1].folded, word.folded);
    const bool with_article = i >= 1 && word.foreign && close_by(text, words[i - 1], word) &&
                              has_arabic_article(text, word);
    if (over_article || with_article) {
      const SearchWord& before = words[over_article ? i - 2 : i - 1];
      word.joined = without_capitals(skeleton(before.folded + ' ' + word.folded));
      if (word.joined.size() < 3) word.joined.clear();
    }
  }
}

void append_word(std::string& out, std::string_view word) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

}  // namespace

std::vector<SearchWord> search_words(std::string_view text) {
  std::vector<SearchWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t first = next_code_point(text, at);
    if (!begins_word(first)) continue;
    at = end_of_word(text, begin);
    SearchWord word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    word.folded = folded_word(text.substr(begin, at - begin));
    if (word.folded.empty()) continue;
    word.foreign = is_foreign(first) && !is_latin(word.folded);
    const bool capital = first < 0x80 ? first >= 'A' && first <= 'Z' : u_isupper(icu(first)) != 0;
    // An article may be written small ("al-Fardous"): add_sounds() looks at what it stands before.
    if (word.foreign || (capital && is_latin(word.folded))) word.sound = "?";
    words.push_back(std::move(word));
  }
  add_sounds(text, words);
  return words;
}

std::string indexed_sound(std::string_view sound, bool foreign) {
  if (sound.size() > 2 || sound.empty()) return std::string(sound);
  return (foreign ? "2" : "1") + std::string(sound);
}

std::string sought_sound(std::string_view sound, bool foreign) {
  return indexed_sound(sound, !foreign);
}

IndexedWords indexed_words(std::string_view text) {
  IndexedWords indexed;
  for (const SearchWord& word : search_words(text)) {
    append_word(indexed.words, word.folded);
    append_word(indexed.sounds, indexed_sound(word.sound, word.foreign));
    append_word(indexed.sounds, word.joined);
  }
  return indexed;
}

std::vector<SearchWord> name_words(std::string_view name, bool all_sound) {
  std::vector<SearchWord> words = search_words(name);
  std::vector<SearchWord> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool article = i + 1 < words.size() && is_article(words[i].folded, words[i + 1].folded);
    if (article) continue;
    if (all_sound) words[i].sound = without_capitals(skeleton(words[i].folded));
    kept.push_back(std::move(words[i]));
  }
  return kept;
}

std::string folded_name(std::string_view name) {
  std::string folded;
  for (const SearchWord& word : name_words(name)) append_word(folded, word.folded);
  return folded;
}

std::string sound_of_name(std::string_view name) {
  std::string sound = without_capitals(skeleton(folded_name(name)));
  return sound.size() < 3 ? std::string() : sound;
}

}  // namespace relata
