// SPDX-License-Identifier: Apache-2.0
#include "relata/text/paragraphs.h"

#include <algorithm>

#include "relata/base/result.h"
#include "relata/text/characters.h"

namespace relata {
namespace {

// A line may be wrapped if its block's width lies between these, in bytes.
constexpr std::uint32_t kNarrowest = 50;
constexpr std::uint32_t kWidest = 140;

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CharAt first = char_at(text, span.begin);
    if (first.kind != CharKind::space) break;
    span.begin = first.next;
  }
  std::uint32_t end = span.begin;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const CharAt here = char_at(text, at);
    at = here.next;
    if (here.kind != CharKind::space) end = at;
  }
  return {span.begin, std::min(end, span.end)};
}

std::uint32_t first_word_size(std::string_view line) {
  return static_cast<std::uint32_t>(std::min(line.find(' '), line.size()));
}

class Blocks {
 public:
  Blocks(std::string_view text, std::vector<Span>& out) : text_(text), out_(out) {}

  // One line, trimmed; an empty one ends the block.
  void line(Span span) {
    if (span.empty()) return finish();
    lines_.push_back(span);
  }

  void finish() {
    if (lines_.empty()) return;
    std::uint32_t width = 0;
    for (const Span line : lines_) width = std::max(width, line.size());
    // Wrapped text is made of full lines, but for the last of a paragraph.
    const auto full = std::count_if(lines_.begin(), lines_.end(),
                                    [&](Span line) { return line.size() * 4 >= width * 3; });
    const bool wrapped =
        width >= kNarrowest && width <= kWidest && full >= 2 && full * 3 >= std::ssize(lines_) * 2;
    Span paragraph = lines_[0];
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (goes_on(lines_[i - 1], lines_[i], wrapped ? width : UINT32_MAX)) {
        paragraph.end = lines_[i].end;
        continue;
      }
      out_.push_back(paragraph);
      paragraph = lines_[i];
    }
    out_.push_back(paragraph);
    lines_.clear();
  }

 private:
  [[nodiscard]] bool goes_on(Span line, Span next, std::uint32_t width) const {
    const std::string_view next_words = words_of(text_, next);
    if (is_small(char_at(text_, next.begin).code) && !ends_sentence(line)) return true;
    return line.size() + 1 + first_word_size(next_words) > width;
  }

  [[nodiscard]] bool ends_sentence(Span line) const {
    const char last = text_[line.end - 1];
    return last == '.' || last == '!' || last == '?' || last == '"';
  }

  std::string_view text_;
  std::vector<Span>& out_;
  std::vector<Span> lines_;
};

void add_lines(std::string_view text, Span part, std::vector<Span>& out) {
  Blocks blocks(text, out);
  for (std::uint32_t at = part.begin; at < part.end;) {
    std::uint32_t end = at;
    while (end < part.end && text[end] != '\n' && text[end] != '\r' && text[end] != '\f') ++end;
    blocks.line(trimmed(text, {at, end}));
    if (end + 1 < part.end && text[end] == '\r' && text[end + 1] == '\n') ++end;
    at = end + 1;
  }
  blocks.finish();
}

}  // namespace

std::vector<Span> find_paragraphs(std::string_view text, std::span<const Span> apart) {
  std::vector<Span> paragraphs;
  std::uint32_t at = 0;
  for (const Span span : apart) {
    RELATA_CHECK(at <= span.begin && span.end <= text.size());
    add_lines(text, {at, span.begin}, paragraphs);
    if (const Span alone = trimmed(text, span); !alone.empty()) paragraphs.push_back(alone);
    at = span.end;
  }
  add_lines(text, {at, static_cast<std::uint32_t>(text.size())}, paragraphs);
  return paragraphs;
}

}  // namespace relata
