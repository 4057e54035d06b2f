// SPDX-License-Identifier: Apache-2.0
// HtmlTree: a web page as a tree in one array, built by libxml2's HTML parser (which repairs what is broken) through its SAX
// interface. Only what the readers of main text and metadata look at is kept: elements, text, a few attributes.
// Children come after their parent, so a loop over the array is a walk in document order; nothing here recurses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/ingest/limits.h"

namespace relata {

enum class HtmlTag : std::uint8_t {
  text,   // no element: characters
  other,  // an element that none of the below is
  a,
  abbr,
  address,
  article,
  aside,
  audio,
  b,
  base,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  dd,
  del,
  details,
  dialog,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  label,
  legend,
  li,
  link,
  main,
  map,
  mark,
  menu,
  meta,
  nav,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  picture,
  pre,
  q,
  s,
  script,
  section,
  select,
  small,
  source,
  span,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  tt,
  u,
  ul,
  video,
  wbr,
};
[[nodiscard]] HtmlTag html_tag(std::string_view name);

enum class HtmlAttribute : std::uint8_t {
  class_,
  id,
  role,
  itemprop,
  itemtype,
  href,
  rel,
  datetime,
  property,
  name,
  content,
  type,
  style,
  hidden,
  aria_hidden,
  data_component,
  data_testid,
};

struct HtmlNode {
  HtmlTag tag = HtmlTag::other;
  std::uint32_t parent = 0;      // its own index at the root
  std::uint32_t end = 0;         // one past the last node below it
  std::uint32_t text_begin = 0;  // of a text node: where its characters stand
  std::uint32_t text_size = 0;
  std::uint32_t first_attribute = 0;
  std::uint16_t attributes = 0;
};

class HtmlTree {
 public:
  // `page` is UTF-8 without NULs. Errors: deeper, larger or slower than the limits.
  static Result<HtmlTree> parse(std::string_view page, const Limits& limits);

  // Node 0 is a root above everything.
  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
  // The characters of a text node.
  [[nodiscard]] std::string_view text(const HtmlNode& node) const {
    return std::string_view(characters_).substr(node.text_begin, node.text_size);
  }
  // All characters below a node, as they stand.
  [[nodiscard]] std::string all_text(std::uint32_t index) const;
  // The value of an attribute; nothing if the element has none of that name.
  [[nodiscard]] std::optional<std::string_view> attribute(const HtmlNode& node,
                                                          HtmlAttribute name) const;

 private:
  friend class HtmlBuilder;
  struct Attribute {
    HtmlAttribute name;
    std::uint32_t begin;
    std::uint32_t size;
  };

  std::vector<HtmlNode> nodes_;
  std::vector<Attribute> attributes_;
  std::string characters_;
};

}  // namespace relata
