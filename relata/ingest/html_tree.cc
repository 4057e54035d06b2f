// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

#include "relata/ingest/html_scan.h"

namespace relata {

namespace {

// In the order of HtmlTag, from `a`.
constexpr std::array<std::string_view, 95> kTagNames = {
    "a",          "abbr",     "address",  "article",    "aside",    "audio",   "b",      "base",
    "blockquote", "body",     "br",       "button",     "canvas",   "caption", "center", "cite",
    "code",       "dd",       "del",      "details",    "dialog",   "div",     "dl",     "dt",
    "em",         "embed",    "fieldset", "figcaption", "figure",   "font",    "footer", "form",
    "h1",         "h2",       "h3",       "h4",         "h5",       "h6",      "head",   "header",
    "hr",         "html",     "i",        "iframe",     "img",      "input",   "ins",    "label",
    "legend",     "li",       "link",     "main",       "map",      "mark",    "menu",   "meta",
    "nav",        "noscript", "object",   "ol",         "optgroup", "option",  "p",      "picture",
    "pre",        "q",        "s",        "script",     "section",  "select",  "small",  "source",
    "span",       "strong",   "style",    "sub",        "summary",  "sup",     "svg",    "table",
    "tbody",      "td",       "template", "textarea",   "tfoot",    "th",      "thead",  "time",
    "title",      "tr",       "tt",       "u",          "ul",       "video",   "wbr"};
static_assert(static_cast<std::size_t>(HtmlTag::wbr) - static_cast<std::size_t>(HtmlTag::a) + 1 ==
              kTagNames.size());
static_assert(std::is_sorted(kTagNames.begin(), kTagNames.end()));

constexpr std::array<std::string_view, 17> kAttributeNames = {
    "class", "id",       "role",        "itemprop",       "itemtype",   "href",
    "rel",   "datetime", "property",    "name",           "content",    "type",
    "style", "hidden",   "aria-hidden", "data-component", "data-testid"};
static_assert(static_cast<std::size_t>(HtmlAttribute::data_testid) + 1 == kAttributeNames.size());

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct ParserCloser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

constexpr std::size_t kLongestAttribute = 4096;  // of those kept; data: addresses are none of them

}  // namespace

HtmlTag html_tag(std::string_view name) {
  const auto found = std::lower_bound(kTagNames.begin(), kTagNames.end(), name);
  if (found == kTagNames.end() || *found != name) return HtmlTag::other;
  return static_cast<HtmlTag>(static_cast<std::size_t>(HtmlTag::a) +
                              static_cast<std::size_t>(found - kTagNames.begin()));
}

// What the parser calls back into. Once something exceeds a limit it stops the parser and keeps the reason.
class HtmlBuilder {
 public:
  HtmlBuilder(HtmlTree& tree, const Limits& limits)
      : tree_(tree),
        limits_(limits),
        deadline_(Clock::now() + std::chrono::seconds(limits.seconds)) {
    tree_.nodes_.push_back(HtmlNode{});
    open_.push_back(0);
  }

  void set_parser(htmlParserCtxtPtr parser) { parser_ = parser; }
  [[nodiscard]] const std::string& problem() const { return problem_; }

  static void start(void* self, const xmlChar* name, const xmlChar** attributes) {
    static_cast<HtmlBuilder*>(self)->open(view(name), attributes);
  }
  static void end(void* self, const xmlChar* name) {
    static_cast<HtmlBuilder*>(self)->close(html_tag(view(name)));
  }
  static void characters(void* self, const xmlChar* text, int size) {
    static_cast<HtmlBuilder*>(self)->add_text(
        std::string_view(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)));
  }

  void finish() {
    for (const std::uint32_t index : open_)
      tree_.nodes_[index].end = static_cast<std::uint32_t>(tree_.nodes_.size());
  }

 private:
  using Clock = std::chrono::steady_clock;

  void stop(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
    xmlStopParser(parser_);
  }

  // Called for every piece of the page; asks the clock now and then.
  void check_time() {
    if (++calls_ % 64 != 0 || Clock::now() <= deadline_) return;
    stop("takes longer to parse than the limit of " + std::to_string(limits_.seconds) + " seconds");
  }

  void open(std::string_view name, const xmlChar** attributes) {
    if (!problem_.empty()) return;
    if (open_.size() > limits_.html_depth) {
      return stop("elements nested deeper than the limit of " + std::to_string(limits_.html_depth));
    }
    if (tree_.nodes_.size() > limits_.html_elements) {
      return stop("more than the limit of " + std::to_string(limits_.html_elements) + " elements");
    }
    check_time();
    if (!problem_.empty()) return;
    HtmlNode node;
    node.tag = html_tag(name);
    node.parent = open_.back();
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      add_attribute(view(attributes[0]), view(attributes[1]));
    }
    node.attributes = static_cast<std::uint16_t>(tree_.attributes_.size() - node.first_attribute);
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes_.size()));
    names_.push_back(node.tag);
    tree_.nodes_.push_back(node);
  }

  void add_attribute(std::string_view name, std::string_view value) {
    const auto known = std::find(kAttributeNames.begin(), kAttributeNames.end(), name);
    if (known == kAttributeNames.end() || value.size() > kLongestAttribute) return;
    const auto begin = static_cast<std::uint32_t>(tree_.characters_.size());
    tree_.characters_ += value;
    tree_.attributes_.push_back({static_cast<HtmlAttribute>(known - kAttributeNames.begin()), begin,
                                 static_cast<std::uint32_t>(value.size())});
  }

  // The parser closes what it opened, in order; an end without a start closes nothing.
  void close(HtmlTag tag) {
    if (names_.empty() || names_.back() != tag) return;
    tree_.nodes_[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
    names_.pop_back();
  }

  void add_text(std::string_view text) {
    check_time();
    if (!problem_.empty() || text.empty()) return;
    HtmlNode& last = tree_.nodes_.back();
    const auto size = static_cast<std::uint32_t>(text.size());
    const bool goes_on = last.tag == HtmlTag::text && last.parent == open_.back() &&
                         last.text_begin + last.text_size == tree_.characters_.size();
    if (goes_on) {
      last.text_size += size;
    } else {
      HtmlNode node;
      node.tag = HtmlTag::text;
      node.parent = open_.back();
      node.text_begin = static_cast<std::uint32_t>(tree_.characters_.size());
      node.text_size = size;
      node.end = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
      tree_.nodes_.push_back(node);
    }
    tree_.characters_ += text;
  }

  HtmlTree& tree_;
  const Limits& limits_;
  Clock::time_point deadline_;
  std::uint64_t calls_ = 0;
  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<std::uint32_t> open_;  // the elements that are open, outermost first
  std::vector<HtmlTag> names_;       // their tags, without the root
  std::string problem_;
};

Result<HtmlTree> HtmlTree::parse(std::string_view page, const Limits& limits) {
  if (const auto at = too_many_attributes(page, limits.html_attributes)) {
    return Error{"the tag at byte " + std::to_string(*at) + " has more than the limit of " +
                 std::to_string(limits.html_attributes) + " attributes"};
  }
  HtmlTree tree;
  tree.characters_.reserve(page.size() / 2);
  HtmlBuilder builder(tree, limits);
  htmlSAXHandler handler{};
  handler.startElement = HtmlBuilder::start;
  handler.endElement = HtmlBuilder::end;
  handler.characters = HtmlBuilder::characters;
  handler.cdataBlock = HtmlBuilder::characters;
  handler.ignorableWhitespace = HtmlBuilder::characters;
  const std::unique_ptr<htmlParserCtxt, ParserCloser> parser(
      htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())));
  if (parser == nullptr) return Error{"no memory for the HTML parser"};
  std::swap(*parser->sax, handler);
  parser->userData = &builder;
  builder.set_parser(parser.get());
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (!builder.problem().empty()) return Error{builder.problem()};
  const bool whole = parser->input == nullptr || parser->input->cur >= parser->input->end;
  if (!whole) return Error{"the HTML parser gave up before the end of the page"};
  builder.finish();
  return tree;
}

std::string HtmlTree::all_text(std::uint32_t index) const {
  std::string all;
  const std::uint32_t end = std::max(nodes_[index].end, index + 1);
  for (std::uint32_t i = index; i < end; ++i) {
    if (nodes_[i].tag == HtmlTag::text) all += text(nodes_[i]);
  }
  return all;
}

std::optional<std::string_view> HtmlTree::attribute(const HtmlNode& node,
                                                    HtmlAttribute name) const {
  for (std::uint32_t i = node.first_attribute; i < node.first_attribute + node.attributes; ++i) {
    if (attributes_[i].name == name) {
      return std::string_view(characters_).substr(attributes_[i].begin, attributes_[i].size);
    }
  }
  return std::nullopt;
}

}  // namespace relata
