// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/html_hints.h"

#include <vector>

#include "relata/ingest/scan.h"

namespace relata {

namespace {

constexpr std::size_t kMostWords = 64;  // of one class attribute; style sheets may name hundreds

// The words of a class or id, lower case: "c-ArticleBody_left" -> c, article, body, left. A space ends a name.
struct Word {
  std::string text;
  bool begins_name = false;
  bool ends_name = false;
};

std::vector<Word> words_in(std::string_view names) {
  std::vector<Word> words;
  bool in_word = false;
  bool begins_name = true;
  for (std::size_t i = 0; i < names.size() && words.size() < kMostWords; ++i) {
    const char c = names[i];
    if (!is_letter(c)) {
      in_word = false;
      if (is_space(c)) {
        begins_name = true;
        if (!words.empty()) words.back().ends_name = true;
      }
      continue;
    }
    const bool hump = is_upper(c) && i > 0 && is_lower(names[i - 1]);
    if (!in_word || hump) {
      words.push_back(Word{"", begins_name, false});
      begins_name = false;
    }
    in_word = true;
    words.back().text.push_back(is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
  }
  if (!words.empty()) words.back().ends_name = true;
  return words;
}

}  // namespace

Result<HtmlHints> HtmlHints::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("html_hints.tsv", {"word", "hint"}));
  HtmlHints hints;
  for (const auto& row : table.rows()) {
    const std::string_view name = row.cell("hint");
    const bool alone = name == "drop_alone";
    const HtmlHint hint = name == "body"            ? HtmlHint::body
                          : name == "content"       ? HtmlHint::content
                          : name == "drop_sure"     ? HtmlHint::drop_sure
                          : name == "drop" || alone ? HtmlHint::drop
                          : name == "doubt"         ? HtmlHint::doubt
                                                    : HtmlHint::none;
    if (hint == HtmlHint::none)
      return Error{row.where() + ": is no body, content, drop_sure, drop, drop_alone or doubt"};
    hints.hints_.emplace(row.cell("word"), Entry{hint, alone});
  }
  return hints;
}

HtmlHint HtmlHints::look_up(std::string_view names) const {
  bool body = false;
  bool content = false;
  bool sure = false;
  bool drop = false;
  bool doubt = false;
  const auto note = [&](const std::string& word, bool whole_name) {
    const auto found = hints_.find(word);
    if (found == hints_.end() || (found->second.alone && !whole_name)) return;
    const HtmlHint hint = found->second.hint;
    body = body || hint == HtmlHint::body;
    content = content || hint == HtmlHint::content;
    sure = sure || hint == HtmlHint::drop_sure;
    drop = drop || hint == HtmlHint::drop;
    doubt = doubt || hint == HtmlHint::doubt;
  };
  const std::vector<Word> words = words_in(names);
  for (std::size_t i = 0; i < words.size(); ++i) {
    note(words[i].text, words[i].begins_name && words[i].ends_name);
    if (i > 0 && !words[i].begins_name) {
      note(words[i - 1].text + words[i].text, words[i - 1].begins_name && words[i].ends_name);
    }
  }
  if (body) return HtmlHint::body;
  if (sure) return HtmlHint::drop_sure;
  if (drop) return HtmlHint::drop;
  if (doubt) return HtmlHint::doubt;
  return content ? HtmlHint::content : HtmlHint::none;
}

}  // namespace relata
