// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/html_main_text.h"

#include <algorithm>
#include <set>
#include <vector>

#include "relata/base/fold.h"
#include "relata/ingest/html_blocks.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

bool is_heading(HtmlTag tag) { return tag >= HtmlTag::h1 && tag <= HtmlTag::h6; }

class Chooser {
 public:
  Chooser(const HtmlTree& tree, const HtmlHints& hints, std::string_view title)
      : tree_(tree), hints_(hints), title_(fold(title)), blocks_(html_blocks(tree, hints)) {}

  std::string choose() {
    weigh();
    std::uint32_t part = marked_part();
    if (part == 0) part = densest_part();
    return text_within(part);
  }

 private:
  // Words of running text under every element.
  void weigh() {
    const auto& nodes = tree_.nodes();
    prose_.assign(nodes.size(), 0);
    for (const HtmlBlock& block : blocks_) {
      if (block.prose() && !block.doubt) prose_[block.node] += block.words;
    }
    for (std::size_t i = nodes.size(); i-- > 1;) prose_[nodes[i].parent] += prose_[i];
  }

  // The part that the page itself calls the article's body, if it holds a good share of the running text.
  std::uint32_t marked_part() const {
    const auto& nodes = tree_.nodes();
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
      if (nodes[i].attributes == 0 || prose_[i] == 0 || !is_block(nodes[i].tag)) continue;
      if (prose_[i] <= prose_[best] && best != 0) continue;
      if (calls_itself_body(nodes[i]) && (best == 0 || i >= nodes[best].end)) best = i;
    }
    return best != 0 && prose_[best] * 3 >= prose_[0] ? best : 0;
  }

  bool calls_itself_body(const HtmlNode& node) const {
    if (tree_.attribute(node, HtmlAttribute::itemprop).value_or("") == "articleBody") return true;
    for (const HtmlAttribute name : {HtmlAttribute::class_, HtmlAttribute::id}) {
      const auto value = tree_.attribute(node, name);
      if (value && hints_.look_up(*value) == HtmlHint::body) return true;
    }
    return false;
  }

  // From the top down to the smallest part that holds most of the running text.
  std::uint32_t densest_part() const {
    const auto& nodes = tree_.nodes();
    std::uint32_t part = 0;
    while (true) {
      std::uint32_t next = 0;
      for (std::uint32_t child = part + 1; child < nodes[part].end;
           child = std::max(nodes[child].end, child + 1)) {
        if (prose_[child] * 5 >= prose_[part] * 4 && prose_[child] > 0) next = child;
      }
      if (next == 0 || !is_block(nodes[next].tag) || nodes[next].tag == HtmlTag::p) return part;
      part = next;
    }
  }

  bool belongs(const HtmlBlock& block) const {
    if (is_heading(block.tag)) return block.link_share() < 0.5;
    if (block.doubt) return false;
    if (block.prose()) return true;
    if (block.tag == HtmlTag::p || block.tag == HtmlTag::blockquote || block.tag == HtmlTag::pre) {
      return block.link_share() < 0.6;
    }
    if (block.tag == HtmlTag::li || block.tag == HtmlTag::td || block.tag == HtmlTag::dd)
      return block.link_share() < 0.4;
    return block.sentence_ends > 0 && block.words >= 4 && block.link_share() < 0.4;
  }

  std::string text_within(std::uint32_t part) const {
    const std::uint32_t end = tree_.nodes()[part].end;
    std::string text;
    std::vector<const HtmlBlock*> headings;  // not yet followed by text
    for (const HtmlBlock& block : blocks_) {
      if (block.node < part || block.node >= std::max(end, part + 1) || !belongs(block)) continue;
      if (is_heading(block.tag)) {
        // A heading under which nothing stood before one of its own rank is none of the article's.
        while (!headings.empty() && headings.back()->tag >= block.tag) headings.pop_back();
        if (!tells_title(block.text)) headings.push_back(&block);
        continue;
      }
      for (const HtmlBlock* heading : headings) append(text, heading->text);
      headings.clear();
      append(text, block.text);
    }
    return text;
  }

  // Whether a heading is the title, or the title in other words: most of the words of one are words of the other.
  bool tells_title(std::string_view heading) const {
    const std::string folded = fold(heading);
    if (title_.empty() || folded == title_) return folded == title_;
    const auto ours = words_of_folded(folded);
    const auto theirs = words_of_folded(title_);
    std::size_t both = 0;
    for (const std::string_view word : ours) both += theirs.count(word);
    return both * 4 >= 3 * std::max(ours.size(), theirs.size());
  }

  static std::set<std::string_view> words_of_folded(std::string_view text) {
    std::set<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = skip(text, at, " \t\r\n.,:;!?'\"|-");
      at = begin;
      while (at < text.size() &&
             std::string_view(" \t\r\n.,:;!?'\"|-").find(text[at]) == std::string_view::npos)
        ++at;
      if (at > begin) words.insert(text.substr(begin, at - begin));
    }
    return words;
  }

  static void append(std::string& text, const std::string& block) {
    if (!text.empty()) text += "\n\n";
    text += block;
  }

  const HtmlTree& tree_;
  const HtmlHints& hints_;
  std::string title_;
  std::vector<HtmlBlock> blocks_;
  std::vector<std::uint64_t> prose_;
};

}  // namespace

std::string main_text(const HtmlTree& tree, const HtmlHints& hints, std::string_view title) {
  return Chooser(tree, hints, title).choose();
}

}  // namespace relata
