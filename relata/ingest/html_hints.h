// SPDX-License-Identifier: Apache-2.0
// HtmlHints: the words with which web pages mark their parts in class and id ("sidebar", "article-body"), from
// data/html_hints.tsv. Looked up word by word, so "related" is found in "m-related_list" and not in "unrelated". Words that
// often mean something else in a longer name ("field-label-hidden") count only as a whole name: `drop_alone`.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/base/data_folder.h"

namespace relata {

enum class HtmlHint : std::uint8_t {
  none,
  body,       // holds the article: "articlebody", "story-content"
  content,    // likely near the article: "post", "main"
  drop_sure,  // never part of it, however much text it holds: "comments"
  drop,       // never part of it: "sidebar", "share"
  doubt,      // seldom part of it: "caption", "meta", "tags"
};

class HtmlHints {
 public:
  static Result<HtmlHints> load(const DataFolder& folder);

  // What a class or id says: the strongest hint of its words and of each two neighbouring words joined.
  [[nodiscard]] HtmlHint look_up(std::string_view names) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  struct Entry {
    HtmlHint hint = HtmlHint::none;
    bool alone = false;
  };
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> hints_;
};

}  // namespace relata
