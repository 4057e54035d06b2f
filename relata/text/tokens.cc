// SPDX-License-Identifier: Apache-2.0
#include "relata/text/tokens.h"

#include <algorithm>

#include "relata/text/characters.h"

namespace relata {
namespace {

constexpr std::size_t kLongestTopDomain = 6;

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`' || c == U'‘';
}
bool is_word(CharKind kind) { return kind == CharKind::letter || kind == CharKind::digit; }

// "www.…", "http://…", "a@b.org", "site.com/page": kept whole.
bool is_address(std::string_view chunk) {
  if (chunk.starts_with("www.") || chunk.find("://") != std::string_view::npos) return true;
  const auto at = chunk.find('@');
  if (at != std::string_view::npos && at > 0)
    return chunk.find('.', at) != std::string_view::npos || at + 1 == chunk.size();
  for (const std::string_view domain : {".com", ".org", ".net", ".gov"}) {
    const auto found = chunk.find(domain);
    const auto end = found + domain.size();
    if (found != std::string_view::npos && found > 0 && (end == chunk.size() || chunk[end] == '/'))
      return true;
  }
  return false;
}

// "U.S", "J", "a.m": single letters parted by full stops.
bool is_initials(std::string_view word) {
  if (word.empty() || word.size() > 2 * kLongestTopDomain) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool wants_letter = i % 2 == 0;
    if (wants_letter ? kind_of(static_cast<unsigned char>(word[i])) != CharKind::letter
                     : word[i] != '.')
      return false;
  }
  return word.size() % 2 == 1;
}

class Cutter {
 public:
  Cutter(std::string_view text, Span sentence, const TokenRules& rules, std::vector<Span>& out)
      : text_(text), sentence_(sentence), rules_(rules), out_(out) {}

  void cut() {
    std::uint32_t at = sentence_.begin;
    while (at < sentence_.end) {
      const CharAt first = char_at(text_, at);
      if (first.kind == CharKind::space) {
        at = first.next;
        continue;
      }
      std::uint32_t end = first.next;
      while (end < sentence_.end) {
        const CharAt next = char_at(text_, end);
        if (next.kind == CharKind::space) break;
        end = next.next;
      }
      chunk({at, end});
      at = end;
    }
  }

 private:
  void add(std::uint32_t begin, std::uint32_t end) {
    if (begin < end) out_.push_back({begin, end});
  }
  [[nodiscard]] std::string_view words(Span span) const { return words_of(text_, span); }

  // What stands between two white spaces.
  void chunk(Span span) {
    if (is_address(words(span))) return address(span);
    std::uint32_t at = span.begin;
    while (at < span.end) {
      const CharAt here = char_at(text_, at);
      const std::uint32_t end =
          is_word(here.kind) ? word_end({at, span.end}) : mark_end({at, span.end}, here);
      if (is_word(here.kind)) {
        word({at, end});
      } else {
        add(at, end);
      }
      at = end;
    }
  }

  // An address with the marks around it apart.
  void address(Span span) {
    while (!span.empty() && !is_word(char_at(text_, span.begin).kind)) {
      const std::uint32_t next = char_at(text_, span.begin).next;
      add(span.begin, next);
      span.begin = next;
    }
    std::uint32_t end = span.end;
    while (end > span.begin &&
           std::string_view(".,;:!?)]}>\"'").find(text_[end - 1]) != std::string_view::npos)
      --end;
    add(span.begin, end);
    for (; end < span.end; ++end) add(end, end + 1);
  }

  // The end of the word that begins here: letters and digits with the marks that may stand inside.
  [[nodiscard]] std::uint32_t word_end(Span span) const {
    std::uint32_t at = span.begin;
    CharAt last{};
    while (at < span.end) {
      const CharAt here = char_at(text_, at);
      if (!is_word(here.kind) && !joins(last, here, span.end, span.begin, at)) break;
      last = here;
      at = here.next;
    }
    return at;
  }

  // Whether a mark inside a word belongs to it.
  [[nodiscard]] bool joins(const CharAt& before, const CharAt& mark, std::uint32_t end,
                           std::uint32_t begin, std::uint32_t at) const {
    const CharAt after = mark.next < end ? char_at(text_, mark.next) : CharAt{};
    const bool digits = before.kind == CharKind::digit && after.kind == CharKind::digit;
    if (mark.code == U'.') return stop_joins(before, after, Span{begin, at}, mark.next == end);
    if (is_apostrophe(mark.code))
      return before.kind == CharKind::letter && after.kind == CharKind::letter;
    if (mark.code == U',' || mark.code == U':') return digits;
    if (mark.code == U'/') return digits;
    if (mark.code == U'&') return is_capital(before.code) && is_capital(after.code);
    if (mark.code == U'_' || mark.code == U'+') return is_word(after.kind);
    if (mark.kind == CharKind::dash) return hyphen_joins(before, mark, after, Span{begin, at}, end);
    return false;
  }

  [[nodiscard]] bool stop_joins(const CharAt& before, const CharAt& after, Span so_far,
                                bool chunk_ends) const {
    if (before.kind == CharKind::digit && after.kind == CharKind::digit) return true;
    const std::string_view word = words(so_far);
    if (is_initials(word) && (after.kind == CharKind::letter || word.size() > 1)) return true;
    if (after.kind == CharKind::letter) return !is_capital(after.code) || is_capital(before.code);
    if (is_initials(word) && is_capital(before.code)) return true;
    const auto known = rules_.abbreviation(last_part(word));
    return known && (chunk_ends || after.kind == CharKind::other) &&
           !at_end_as_word(so_far, *known);
  }

  // "no." or "Sat." as the sentence's last word is a plain word and a full stop.
  [[nodiscard]] bool at_end_as_word(Span so_far, Abbreviation kind) const {
    if (kind == Abbreviation::may_end) return false;
    std::uint32_t at = so_far.end + 1;
    while (at < sentence_.end && char_at(text_, at).kind == CharKind::space)
      at = char_at(text_, at).next;
    return at >= sentence_.end;
  }

  [[nodiscard]] static std::string_view last_part(std::string_view word) {
    const auto dash = word.rfind('-');
    return dash == std::string_view::npos ? word : word.substr(dash + 1);
  }

  [[nodiscard]] bool hyphen_joins(const CharAt& before, const CharAt& mark, const CharAt& after,
                                  Span so_far, std::uint32_t end) const {
    if (mark.code != U'-' && mark.code != U'‐' && mark.code != U'‑') return false;
    if (!is_word(after.kind)) return false;
    const std::string_view word = words(so_far);
    if (before.kind == CharKind::digit && after.kind == CharKind::digit)
      return is_number_row(so_far, mark.next, end);
    const bool short_code =
        word.size() <= 3 && is_capital(before.code) && after.kind == CharKind::digit;
    return short_code || rules_.stays_joined(word);
  }

  // "15-11-2014" and telephone numbers stay whole; "20-30" is a range of two numbers.
  [[nodiscard]] bool is_number_row(Span so_far, std::uint32_t rest, std::uint32_t end) const {
    if (words(so_far).find('-') != std::string_view::npos) return true;
    while (rest < end && char_at(text_, rest).kind == CharKind::digit) ++rest;
    return rest + 1 < end && text_[rest] == '-' && char_at(text_, rest + 1).kind == CharKind::digit;
  }

  // The end of a mark: the same mark again belongs to it ("...", "--", "!!"), but for brackets and quotation marks.
  [[nodiscard]] std::uint32_t mark_end(Span span, const CharAt& mark) const {
    std::uint32_t at = mark.next;
    const bool alone = mark.kind == CharKind::open || mark.kind == CharKind::close ||
                       mark.code == U'"' || mark.code == U'“' || mark.code == U'”' ||
                       mark.code == U'$' || mark.code == U',' || mark.code == U'%';
    if (alone) return at;
    while (at < span.end) {
      const CharAt next = char_at(text_, at);
      const bool same = next.code == mark.code ||
                        (mark.kind == CharKind::stop && (next.code == U'!' || next.code == U'?'));
      if (!same) break;
      at = next.next;
    }
    if (is_apostrophe(mark.code)) return clitic_end(span, at);
    return at;
  }

  // An apostrophe that begins "'s" or "'90s" after a mark or a space belongs to what follows.
  [[nodiscard]] std::uint32_t clitic_end(Span span, std::uint32_t at) const {
    const std::uint32_t end = word_end({at, span.end});
    const std::string_view rest = words({at, end});
    const bool after_word = span.begin > sentence_.begin &&
                            char_at(text_, span.begin - 1).kind != CharKind::space &&
                            (rest == "s" || rest == "S");
    const bool decade = rest.size() == 3 &&
                        kind_of(static_cast<unsigned char>(rest[0])) == CharKind::digit &&
                        rest[2] == 's';
    return after_word || decade ? end : at;
  }

  // A word: cut clitics and contractions off, part numbers from units.
  void word(Span span) {
    std::string_view word = words(span);
    if (const std::size_t cut = rules_.contraction(word)) {
      add(span.begin, span.begin + static_cast<std::uint32_t>(cut));
      return add(span.begin + static_cast<std::uint32_t>(cut), span.end);
    }
    if (const std::size_t size = rules_.clitic(word)) {
      const auto cut = span.end - static_cast<std::uint32_t>(size);
      this->word({span.begin, cut});
      return add(cut, span.end);
    }
    std::size_t digits = 0;
    while (digits < word.size() &&
           (kind_of(static_cast<unsigned char>(word[digits])) == CharKind::digit ||
            (digits > 0 && (word[digits] == '.' || word[digits] == ',' || word[digits] == ':')))) {
      ++digits;
    }
    if (digits > 0 && digits < word.size() && rules_.is_unit(word.substr(digits))) {
      const auto cut = span.begin + static_cast<std::uint32_t>(digits);
      add(span.begin, cut);
      return add(cut, span.end);
    }
    add(span.begin, span.end);
  }

  std::string_view text_;
  Span sentence_;
  const TokenRules& rules_;
  std::vector<Span>& out_;
};

}  // namespace

void tokenize(std::string_view text, Span sentence, const TokenRules& rules,
              std::vector<Span>& out) {
  Cutter(text, sentence, rules, out).cut();
}

}  // namespace relata
