// SPDX-License-Identifier: Apache-2.0
#include "relata/text/quotations.h"

namespace relata {
namespace {

struct Mark {
  bool is_double = false;
  bool may_open = false;
  bool may_close = false;
};

// What a token of quotation marks can do; by its shape, and where that leaves it open by the white space around it.
std::optional<Mark> mark_of(const Document& document, TokenIndex token) {
  const std::string_view word = document.word(token);
  if (word == "“" || word == "«" || word == "„" || word == "``") return Mark{true, true, false};
  if (word == "”" || word == "»" || word == "''") return Mark{true, false, true};
  if (word == "‘") return Mark{false, true, false};
  const bool is_double = word == "\"";
  if (!is_double && word != "'" && word != "’") return std::nullopt;
  const Span span = document.tokens[token].span;
  const bool joined_left = token > 0 && document.tokens[token - 1].span.end == span.begin;
  const bool joined_right =
      token + 1 < document.tokens.size() && document.tokens[token + 1].span.begin == span.end;
  if (joined_left == joined_right) return Mark{is_double, is_double && word != "’", true};
  return Mark{is_double, joined_right && word != "’", joined_left};
}

class Marker {
 public:
  explicit Marker(Document& document) : document_(document) {}

  void paragraph(TokenIndex first, TokenIndex last) {
    for (TokenIndex token = first; token < last; ++token) {
      const auto mark = mark_of(document_, token);
      if (!mark) continue;
      if (token == first && carried_ && mark->is_double) {
        open_ = token;
        open_double_ = true;
        continue;
      }
      if (open_ != kNoToken && mark->may_close && mark->is_double == open_double_) {
        set(open_ + 1, token);
        open_ = kNoToken;
      } else if (mark->may_open && (open_ == kNoToken || mark->is_double) &&
                 !(open_ != kNoToken && open_double_)) {
        open_ = token;
        open_double_ = mark->is_double;
      }
    }
    carried_ = false;
    if (open_ != kNoToken && open_double_) leave_open(last);
    open_ = kNoToken;
  }

 private:
  // The paragraph ends within a quotation.
  void leave_open(TokenIndex last) {
    const auto next = last < document_.tokens.size() ? mark_of(document_, last) : std::nullopt;
    if (next && next->is_double && next->may_open) {
      set(open_ + 1, last);
      carried_ = true;
      return;
    }
    set(open_ + 1, document_.sentences[document_.tokens[open_].sentence].last);
  }
  void set(TokenIndex first, TokenIndex last) {
    for (TokenIndex token = first; token < last; ++token) document_.tokens[token].quoted = true;
  }

  Document& document_;
  TokenIndex open_ = kNoToken;
  bool open_double_ = false;
  bool carried_ = false;
};

}  // namespace

void mark_quotations(Document& document) {
  Marker marker(document);
  const auto& sentences = document.sentences;
  for (std::size_t i = 0; i < sentences.size();) {
    std::size_t end = i + 1;
    while (end < sentences.size() && sentences[end].paragraph == sentences[i].paragraph) ++end;
    marker.paragraph(sentences[i].first, sentences[end - 1].last);
    i = end;
  }
}

}  // namespace relata
