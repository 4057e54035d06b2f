// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/fingerprints.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/base/hash.h"
#include "relata/base/utf8.h"

namespace relata {
namespace {

constexpr std::uint64_t kOrder =
    0x9e3779b97f4a7c15U;  // odd: the place of a word in its shingle counts

std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdU;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53U;
  return hash ^ (hash >> 33);
}

enum class Sign : std::uint8_t { part, digit, ignored, alone, separator };

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// What a character does to words. Written without spaces: each character of these scripts is a word.
Sign sign_of(char32_t c) {
  if (c < 0x80) {
    if (within(c | 0x20, 'a', 'z')) return Sign::part;
    if (within(c, '0', '9')) return Sign::digit;
    return c == '\'' ? Sign::ignored : Sign::separator;
  }
  if (within(c, 0x660, 0x669) || within(c, 0x6F0, 0x6F9)) return Sign::digit;
  if (c == 0xAD || c == 0x2018 || c == 0x2019 || within(c, 0x200B, 0x200F) ||
      within(c, 0x202A, 0x202E) || within(c, 0x2060, 0x206F) || c == 0xFEFF)
    return Sign::ignored;
  if (c == 0xA0 || c == 0xAB || c == 0xB7 || c == 0xBB) return Sign::separator;
  if (within(c, 0x2000, 0x206F) || within(c, 0x3000, 0x303F) || within(c, 0xFF01, 0xFF0F) ||
      c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4)
    return Sign::separator;
  if (within(c, 0x3040, 0x30FF) || within(c, 0x3400, 0x9FFF)) return Sign::alone;
  return Sign::part;
}

// Collects words as they go by.
class WordHasher {
 public:
  explicit WordHasher(std::string_view text) : text_(text) { words_.reserve(text.size() / 6); }

  std::vector<std::uint64_t> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      take(c, begin, at);
    }
    end_word();
    return std::move(words_);
  }

 private:
  void take(char32_t c, std::size_t begin, std::size_t end) {
    switch (sign_of(c)) {
      case Sign::ignored:
        return;
      case Sign::separator:
        if (!inside_number(c, end)) end_word();
        return;
      case Sign::digit:
        if (!after_digit_) add_byte('#');  // a run of digits is one
        after_digit_ = true;
        return;
      case Sign::alone:
        end_word();
        add(begin, end);
        end_word();
        return;
      case Sign::part:
        after_digit_ = false;
        add(begin, end);
        return;
    }
  }

  // The point or comma of "1,200" and "3.5".
  [[nodiscard]] bool inside_number(char32_t c, std::size_t next) const {
    return after_digit_ && (c == '.' || c == ',') && next < text_.size() && text_[next] >= '0' &&
           text_[next] <= '9';
  }

  void add_byte(unsigned char byte) {
    hash_ = fnv1a(byte, hash_);
    in_word_ = true;
  }

  // A letter; lower case if it is one of ASCII.
  void add(std::size_t begin, std::size_t end) {
    for (const char letter : text_.substr(begin, end - begin)) {
      const auto byte = static_cast<unsigned char>(letter);
      add_byte(static_cast<unsigned char>(byte < 0x80 ? byte | 0x20 : byte));
    }
  }

  void end_word() {
    if (in_word_) words_.push_back(hash_);
    hash_ = kFnvStart;
    in_word_ = after_digit_ = false;
  }

  std::string_view text_;
  std::vector<std::uint64_t> words_;
  std::uint64_t hash_ = kFnvStart;
  bool in_word_ = false, after_digit_ = false;
};

std::vector<std::uint64_t> shingles(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> hashes;
  if (words.size() < kShingleWords) return hashes;
  hashes.reserve(words.size() - kShingleWords + 1);
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = 0; j < kShingleWords; ++j) hash = hash * kOrder + words[i + j];
    hashes.push_back(mixed(hash) >> (64 - kFingerprintBits));
  }
  return hashes;
}

// Whether there are letters beyond ASCII; quotation marks and dashes alone do not count.
bool needs_folding(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if ((text[at] & 0x80) == 0) {
      ++at;
      continue;
    }
    const Sign sign = sign_of(next_code_point(text, at));
    if (sign == Sign::part || sign == Sign::alone) return true;
  }
  return false;
}

// The smallest of every window, the last one of equals. A text shorter than a window is one window.
std::vector<std::uint64_t> winnowed(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint64_t> kept;
  const std::size_t window = std::min(kWindow, hashes.size());
  std::size_t smallest = hashes.size();
  for (std::size_t end = window; window > 0 && end <= hashes.size(); ++end) {
    const std::size_t begin = end - window;
    const std::size_t before = smallest;
    if (smallest == hashes.size() || smallest < begin) {
      smallest = begin;
      for (std::size_t i = begin; i < end; ++i)
        if (hashes[i] <= hashes[smallest]) smallest = i;
    } else if (hashes[end - 1] <= hashes[smallest]) {
      smallest = end - 1;
    }
    if (smallest != before) kept.push_back(hashes[smallest]);
  }
  return kept;
}

}  // namespace

std::vector<std::uint64_t> hashed_words(std::string_view text) {
  if (needs_folding(text)) return WordHasher(fold(text)).run();
  return WordHasher(text).run();
}

std::vector<std::uint64_t> fingerprints(std::string_view text) {
  std::vector<std::uint64_t> kept = winnowed(shingles(hashed_words(text)));
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

}  // namespace relata
