// SPDX-License-Identifier: Apache-2.0
#include "relata/text/conllu.h"

#include <array>
#include <charconv>

namespace relata {
namespace {

constexpr std::size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

bool split(std::string_view line, Columns& columns) {
  for (std::size_t i = 0; i < kColumns; ++i) {
    const auto tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) return false;
    columns[i] = line.substr(0, tab);
    line.remove_prefix(
        std::min(line.size(), tab == std::string_view::npos ? line.size() : tab + 1));
  }
  return true;
}

bool number(std::string_view text, std::uint32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

class Reader {
 public:
  Result<std::vector<TreeSentence>> read(std::string_view bytes) {
    for (std::size_t line = 1; !bytes.empty(); ++line) {
      const auto end = bytes.find('\n');
      std::string_view text = bytes.substr(0, end);
      bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
      if (text.ends_with('\r')) text.remove_suffix(1);
      if (const auto problem = take(text); !problem.empty()) {
        return Error{"line " + std::to_string(line) + ": " + std::string(problem)};
      }
    }
    if (const auto problem = finish_sentence(); !problem.empty())
      return Error{std::string(problem)};
    return std::move(sentences_);
  }

 private:
  // Each gives back what is wrong, or nothing.
  std::string_view take(std::string_view line) {
    if (line.empty()) return finish_sentence();
    if (line.front() == '#') return take_comment(line);
    Columns columns;
    if (!split(line, columns)) return "not ten columns";
    if (columns[0].find('.') != std::string_view::npos) return {};
    if (const auto dash = columns[0].find('-'); dash != std::string_view::npos) {
      if (!number(columns[0].substr(dash + 1), joined_to_)) return "a bad range of words";
      joined_space_ = columns[9].find("SpaceAfter=No") == std::string_view::npos;
      return {};
    }
    return take_word(columns);
  }

  std::string_view take_comment(std::string_view line) {
    constexpr std::string_view kText = "# text = ";
    if (line.starts_with(kText)) sentence_.text = line.substr(kText.size());
    if (line.starts_with("# newpar")) sentence_.new_paragraph = true;
    if (line.starts_with("# newdoc")) sentence_.new_document = true;
    return {};
  }

  std::string_view take_word(const Columns& columns) {
    std::uint32_t id = 0;
    if (!number(columns[0], id) || id != sentence_.words.size() + 1) return "words out of order";
    TreeWord word{.form = std::string(columns[1]), .lemma = std::string(columns[2])};
    const auto upos = upos_of(columns[3]);
    if (!upos) return "an unknown part of speech";
    word.upos = *upos;
    word.xpos = xpos_of(columns[4]).value_or(Xpos::other);
    if (!number(columns[6], word.head)) return "a bad head";
    word.deprel = deprel_of(columns[7]).value_or(Deprel::dep);
    word.space_after = columns[9].find("SpaceAfter=No") == std::string_view::npos;
    if (id < joined_to_) word.space_after = false;
    if (id == joined_to_) word.space_after = joined_space_;
    sentence_.words.push_back(std::move(word));
    return {};
  }

  std::string_view finish_sentence() {
    TreeSentence done = std::move(sentence_);
    sentence_ = {};
    joined_to_ = 0;
    if (done.words.empty()) return {};
    for (const TreeWord& word : done.words) {
      if (word.head > done.words.size()) return "a head outside the sentence that ends here";
    }
    sentences_.push_back(std::move(done));
    return {};
  }

  std::vector<TreeSentence> sentences_;
  TreeSentence sentence_;
  std::uint32_t joined_to_ = 0;  // the last word of a multiword token, and whether space follows it
  bool joined_space_ = true;
};

}  // namespace

Result<std::vector<TreeSentence>> read_conllu(std::string_view bytes) {
  return Reader().read(bytes);
}

}  // namespace relata
