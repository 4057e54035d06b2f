// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/html_blocks.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

constexpr std::uint64_t kFewestBodyBytes = 200;

// Never shown as text, or controls of the page.
bool never_text(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::audio:
    case HtmlTag::button:
    case HtmlTag::canvas:
    case HtmlTag::dialog:
    case HtmlTag::embed:
    case HtmlTag::head:
    case HtmlTag::iframe:
    case HtmlTag::input:
    case HtmlTag::map:
    case HtmlTag::menu:
    case HtmlTag::nav:
    case HtmlTag::noscript:
    case HtmlTag::object:
    case HtmlTag::optgroup:
    case HtmlTag::option:
    case HtmlTag::script:
    case HtmlTag::select:
    case HtmlTag::style:
    case HtmlTag::svg:
    case HtmlTag::template_:
    case HtmlTag::textarea:
    case HtmlTag::video:
      return true;
    default:
      return false;
  }
}

bool boilerplate_role(std::string_view role) {
  return role == "navigation" || role == "banner" || role == "contentinfo" || role == "search" ||
         role == "complementary" || role == "dialog" || role == "alert" || role == "menu" ||
         role == "menubar" || role == "toolbar" || role == "tablist" || role == "button";
}

bool hidden_style(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (!is_space(c)) plain.push_back(c);
  }
  plain = lower_ascii(plain);
  return plain.find("display:none") != plain.npos || plain.find("visibility:hidden") != plain.npos;
}

class BlockBuilder {
 public:
  BlockBuilder(const HtmlTree& tree, const HtmlHints& hints) : tree_(tree), hints_(hints) {
    holder_.resize(tree.nodes().size());
    marks_.resize(tree.nodes().size());
  }

  std::vector<HtmlBlock> build() {
    measure_words();
    protect_body();
    const auto& nodes = tree_.nodes();
    for (std::uint32_t i = 1; i < nodes.size();) {
      const HtmlNode& node = nodes[i];
      inherit(i);
      if (node.tag == HtmlTag::text) {
        add_text(i);
      } else if (leave_out(i)) {
        broken_ = broken_ || is_block(node.tag);
        i = std::max(node.end, i + 1);
        continue;
      } else if (node.tag == HtmlTag::br) {
        add_break(i);
      } else if (is_block(node.tag)) {
        broken_ = true;
      }
      ++i;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  struct Mark {
    bool link = false;
    bool doubt = false;
    bool pre = false;
    bool article = false;
  };

  // Bytes of text under each element, and of those the ones in paragraphs: a part that holds most of the page's paragraphs is
  // not left out for its name ("content-with-sidebar").
  void measure_words() {
    const auto& nodes = tree_.nodes();
    bytes_.resize(nodes.size());
    paragraph_bytes_.resize(nodes.size());
    for (std::size_t i = nodes.size(); i-- > 1;) {
      if (nodes[i].tag == HtmlTag::text) bytes_[i] = nodes[i].text_size;
      if (nodes[i].tag == HtmlTag::p) paragraph_bytes_[i] = bytes_[i];
      if (never_text(nodes[i].tag)) continue;
      bytes_[nodes[i].parent] += bytes_[i];
      paragraph_bytes_[nodes[i].parent] += paragraph_bytes_[i];
    }
  }

  [[nodiscard]] bool holds_most(std::uint32_t i) const {
    return bytes_[i] * 2 > bytes_[0] || paragraph_bytes_[i] * 2 > paragraph_bytes_[0];
  }

  // What is around the largest part that the page itself calls the article's body is not left out for its name.
  void protect_body() {
    const auto& nodes = tree_.nodes();
    guarded_.resize(nodes.size());
    std::uint32_t body = 0;
    std::uint64_t most = kFewestBodyBytes;
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
      if (nodes[i].attributes == 0 || bytes_[i] <= most || hint_of(nodes[i]) != HtmlHint::body)
        continue;
      body = i;
      most = bytes_[i];
    }
    for (std::uint32_t i = body; i != 0; i = nodes[i].parent) guarded_[i] = true;
  }

  void inherit(std::uint32_t i) {
    const HtmlNode& node = tree_.nodes()[i];
    holder_[i] = is_block(node.tag) ? i : holder_[node.parent];
    marks_[i] = marks_[node.parent];
    if (node.tag == HtmlTag::a) marks_[i].link = true;
    if (node.tag == HtmlTag::pre) marks_[i].pre = true;
    if (node.tag == HtmlTag::article) marks_[i].article = true;
    if (node.tag == HtmlTag::figcaption || node.tag == HtmlTag::caption) marks_[i].doubt = true;
  }

  // Whether a part is no text of the article, by what it is or what it is called.
  bool leave_out(std::uint32_t i) {
    const HtmlNode& node = tree_.nodes()[i];
    if (never_text(node.tag)) return true;
    if (node.attributes > 0) {
      if (tree_.attribute(node, HtmlAttribute::hidden)) return true;
      if (tree_.attribute(node, HtmlAttribute::aria_hidden).value_or("") == "true") return true;
      if (hidden_style(tree_.attribute(node, HtmlAttribute::style).value_or(""))) return true;
    }
    const HtmlHint hint = hint_of(node);
    if (hint == HtmlHint::drop_sure && node.tag != HtmlTag::body && node.tag != HtmlTag::html)
      return !guarded_[i];
    if (guarded_[i] || holds_most(i)) return false;
    if (hint == HtmlHint::doubt) marks_[i].doubt = true;
    // A quotation is part of the text, whatever it quotes (class "twitter-tweet").
    if (node.tag == HtmlTag::blockquote) return false;
    if (node.tag == HtmlTag::aside) return true;
    if (node.tag == HtmlTag::footer) return true;
    if (boilerplate_role(tree_.attribute(node, HtmlAttribute::role).value_or(""))) return true;
    return hint == HtmlHint::drop && node.tag != HtmlTag::body && node.tag != HtmlTag::html;
  }

  HtmlHint hint_of(const HtmlNode& node) const {
    if (node.attributes == 0) return HtmlHint::none;
    const auto itemprop = tree_.attribute(node, HtmlAttribute::itemprop).value_or("");
    if (itemprop == "articleBody") return HtmlHint::body;
    HtmlHint strongest = HtmlHint::none;
    for (const HtmlAttribute name : {HtmlAttribute::id, HtmlAttribute::class_}) {
      const auto value = tree_.attribute(node, name);
      const HtmlHint hint = value ? hints_.look_up(*value) : HtmlHint::none;
      if (hint == HtmlHint::body) return hint;
      if (hint == HtmlHint::drop_sure || strongest == HtmlHint::none ||
          (hint == HtmlHint::drop && strongest != HtmlHint::drop_sure)) {
        strongest = hint;
      }
    }
    return strongest;
  }

  void add_break(std::uint32_t i) {
    if (current_.text.empty() || holder_[i] != current_.node || broken_) return;
    while (current_.text.ends_with(' ')) current_.text.pop_back();
    // Two breaks part paragraphs.
    if (!current_.text.ends_with("\n\n")) current_.text.push_back('\n');
  }

  void add_text(std::uint32_t i) {
    const HtmlNode& node = tree_.nodes()[i];
    const std::string_view text = tree_.text(node);
    const bool blank = std::all_of(text.begin(), text.end(), is_space);
    if (blank && (broken_ || holder_[i] != current_.node)) return;
    if (broken_ || holder_[i] != current_.node) flush();
    broken_ = false;
    if (current_.text.empty()) {
      current_.node = holder_[i];
      current_.tag = tree_.nodes()[current_.node].tag;
      current_.doubt = true;
    }
    current_.doubt = current_.doubt && (marks_[i].doubt || blank);
    const bool link = marks_[i].link;
    const bool pre = marks_[i].pre;
    for (const char c : text) append(c, link, pre);
  }

  void append(char c, bool link, bool pre) {
    std::string& out = current_.text;
    if (pre && c == '\n') {
      out.push_back(c);
    } else if (is_space(c)) {
      if (!out.empty() && !is_space(out.back())) out.push_back(' ');
    } else {
      if (out.empty() || is_space(out.back())) {
        ++current_.words;
        current_.link_words += link;
      }
      out.push_back(c);
    }
  }

  void flush() {
    while (!current_.text.empty() && is_space(current_.text.back())) current_.text.pop_back();
    if (!current_.text.empty()) {
      count_sentences(current_);
      blocks_.push_back(std::move(current_));
    }
    current_ = HtmlBlock{};
  }

  // A full stop, question or exclamation mark, perhaps with a closing quote, before a space or the end.
  static void count_sentences(HtmlBlock& block) {
    const std::string& text = block.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
      std::size_t next = i + 1;
      while (next < text.size() && !is_space(text[next]) && next < i + 5 &&
             !is_letter(text[next]) && !is_digit(text[next]))
        ++next;
      block.sentence_ends += next >= text.size() || is_space(text[next]);
    }
  }

  const HtmlTree& tree_;
  const HtmlHints& hints_;
  std::vector<std::uint32_t>
      holder_;  // of each node: the innermost block-level element it stands in
  std::vector<Mark> marks_;
  std::vector<std::uint64_t> bytes_;
  std::vector<std::uint64_t> paragraph_bytes_;
  std::vector<bool> guarded_;
  HtmlBlock current_;
  bool broken_ = false;
  std::vector<HtmlBlock> blocks_;
};

}  // namespace

bool is_block(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::text:
    case HtmlTag::other:
    case HtmlTag::a:
    case HtmlTag::abbr:
    case HtmlTag::b:
    case HtmlTag::br:
    case HtmlTag::cite:
    case HtmlTag::code:
    case HtmlTag::del:
    case HtmlTag::em:
    case HtmlTag::font:
    case HtmlTag::i:
    case HtmlTag::img:
    case HtmlTag::ins:
    case HtmlTag::label:
    case HtmlTag::mark:
    case HtmlTag::picture:
    case HtmlTag::q:
    case HtmlTag::s:
    case HtmlTag::small:
    case HtmlTag::source:
    case HtmlTag::span:
    case HtmlTag::strong:
    case HtmlTag::sub:
    case HtmlTag::sup:
    case HtmlTag::time:
    case HtmlTag::tt:
    case HtmlTag::u:
    case HtmlTag::wbr:
      return false;
    default:
      return true;
  }
}

std::vector<HtmlBlock> html_blocks(const HtmlTree& tree, const HtmlHints& hints) {
  return BlockBuilder(tree, hints).build();
}

}  // namespace relata
