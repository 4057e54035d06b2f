// SPDX-License-Identifier: Apache-2.0
#include "relata/text/sentences.h"

#include "relata/text/characters.h"

namespace relata {
namespace {

class Splitter {
 public:
  Splitter(std::string_view text, Span paragraph, const TokenRules& rules, std::vector<Span>& out)
      : text_(text), end_(paragraph.end), begin_(paragraph.begin), rules_(rules), out_(out) {}

  void split() {
    std::uint32_t at = begin_;
    while (at < end_) {
      const CharAt here = char_at(text_, at);
      if (here.kind != CharKind::stop) {
        last_ = here;
        at = here.next;
        continue;
      }
      const std::uint32_t stop = at;
      const std::uint32_t after = past_stops(at);
      if (ends_at(stop, after)) close(after);
      last_ = here;
      at = after;
    }
    close(end_);
  }

 private:
  void close(std::uint32_t end) {
    if (begin_ < end) out_.push_back({begin_, end});
    begin_ = skip_space(end);
  }

  [[nodiscard]] std::uint32_t skip_space(std::uint32_t at) const {
    while (at < end_) {
      const CharAt here = char_at(text_, at);
      if (here.kind != CharKind::space) break;
      at = here.next;
    }
    return at;
  }

  // Past the stop, its repetitions, and the quotation marks and brackets that close there.
  [[nodiscard]] std::uint32_t past_stops(std::uint32_t at) const {
    bool closing = false;
    while (at < end_) {
      const CharAt here = char_at(text_, at);
      const bool stop = here.kind == CharKind::stop && !closing;
      const bool closes =
          here.kind == CharKind::close || (here.kind == CharKind::quote && !opens(here));
      if (!stop && !closes) break;
      closing = closes;
      at = here.next;
    }
    return at;
  }

  // A quotation mark with a letter right after it opens.
  [[nodiscard]] bool opens(const CharAt& quote) const {
    if (quote.code == U'“' || quote.code == U'‘' || quote.code == U'«') return true;
    if (quote.code == U'”' || quote.code == U'’' || quote.code == U'»') return false;
    const CharKind next = quote.next < end_ ? char_at(text_, quote.next).kind : CharKind::space;
    return next == CharKind::letter || next == CharKind::digit;
  }

  [[nodiscard]] bool ends_at(std::uint32_t stop, std::uint32_t after) const {
    const bool plain_stop = text_[stop] == '.' && after == stop + 1;
    const std::uint32_t next_word = skip_space(after);
    if (next_word >= end_) return true;
    if (next_word == after) return plain_stop && lost_space(after);
    if (!can_begin(next_word)) return false;
    if (text_[stop] != '.') return true;
    return !plain_stop || !is_abbreviation(stop, next_word);
  }

  // "rebels.The": a small letter, the stop, a capital and a small letter.
  [[nodiscard]] bool lost_space(std::uint32_t after) const {
    const CharAt next = char_at(text_, after);
    if (!is_small(last_.code) || !is_capital(next.code) || next.next >= end_) return false;
    if (!is_small(char_at(text_, next.next).code)) return false;
    return word_before(after - 1).find_first_of("./@") == std::string_view::npos &&
           !is_address_rest(after);
  }

  // Whether what follows up to white space goes on like an address: "Example.Com".
  [[nodiscard]] bool is_address_rest(std::uint32_t at) const {
    while (at + 1 < end_) {
      const CharKind kind = kind_of(static_cast<unsigned char>(text_[at]));
      if (kind == CharKind::space) return false;
      const bool joint = text_[at] == '.' || text_[at] == '/' || text_[at] == '@';
      if (joint && kind_of(static_cast<unsigned char>(text_[at + 1])) == CharKind::letter)
        return true;
      ++at;
    }
    return false;
  }

  // Whether a sentence can begin here: not with a small letter, a comma or the like.
  [[nodiscard]] bool can_begin(std::uint32_t at) const {
    CharAt first = char_at(text_, at);
    while (first.next < end_ && (first.kind == CharKind::quote || first.kind == CharKind::open)) {
      first = char_at(text_, first.next);
    }
    if (is_small(first.code)) return false;
    return first.code != U',' && first.code != U';' && first.code != U':' && first.code != U'&' &&
           first.kind != CharKind::close;
  }

  // The word, up to white space, that ends right before a byte.
  [[nodiscard]] std::string_view word_before(std::uint32_t at) const {
    std::uint32_t begin = at;
    while (begin > begin_ && at - begin < 64 &&
           kind_of(static_cast<unsigned char>(text_[begin - 1])) != CharKind::space)
      --begin;
    while (begin < at && (kind_of(static_cast<unsigned char>(text_[begin])) == CharKind::quote ||
                          text_[begin] == '('))
      ++begin;
    return text_.substr(begin, at - begin);
  }

  [[nodiscard]] std::string_view word_at(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < end_ && kind_of(static_cast<unsigned char>(text_[end])) == CharKind::letter) ++end;
    return text_.substr(at, end - at);
  }

  [[nodiscard]] bool is_abbreviation(std::uint32_t stop, std::uint32_t next_word) const {
    std::string_view word = word_before(stop);
    if (const auto dash = word.rfind('-'); dash != std::string_view::npos)
      word.remove_prefix(dash + 1);
    const std::string_view next = word_at(next_word);
    if (word.size() == 1 && is_capital(static_cast<unsigned char>(word[0]))) {
      return word[0] != 'I' || !rules_.starts_sentence(next);
    }
    const bool digit_next = char_at(text_, next_word).kind == CharKind::digit;
    const auto known = rules_.abbreviation(word);
    if (!known) return word.size() >= 3 && word[1] == '.' && !rules_.starts_sentence(next);
    switch (*known) {
      case Abbreviation::before:
        return is_title_case(word) || word.find('.') != std::string_view::npos || digit_next;
      case Abbreviation::may_end:
        return !rules_.starts_sentence(next);
      case Abbreviation::month:
        return digit_next || (is_title_case(word) && !rules_.starts_sentence(next));
    }
    return false;
  }

  // "No." and "Lt.", and "vs.", but not the plain words "no." and "off." at the end of a sentence.
  [[nodiscard]] static bool is_title_case(std::string_view word) {
    return is_capital(static_cast<unsigned char>(word[0])) || word == "vs" || word == "approx" ||
           word == "incl";
  }

  std::string_view text_;
  std::uint32_t end_;
  std::uint32_t begin_;
  const TokenRules& rules_;
  std::vector<Span>& out_;
  CharAt last_{};
};

}  // namespace

void find_sentences(std::string_view text, Span paragraph, const TokenRules& rules,
                    std::vector<Span>& out) {
  Splitter(text, paragraph, rules, out).split();
}

}  // namespace relata
