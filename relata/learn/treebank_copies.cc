// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/treebank_copies.h"

#include <algorithm>
#include <map>
#include <string>

namespace relata {
namespace {

constexpr std::size_t kShortestHeadline = 4;
constexpr std::size_t kLongestHeadline = 20;

// The sentence without some of its words: what hung under them hangs under their heads. Nothing if the root is one of them.
std::optional<TreeSentence> without(const TreeSentence& sentence,
                                    const std::vector<bool>& dropped) {
  const auto& words = sentence.words;
  std::vector<std::uint32_t> number(words.size() + 1, 0);  // new numbers, from 1
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (dropped[i] && words[i].head == 0) return std::nullopt;
    if (!dropped[i]) number[i + 1] = ++count;
  }
  TreeSentence result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (dropped[i]) continue;
    TreeWord word = words[i];
    while (word.head != 0 && dropped[word.head - 1]) word.head = words[word.head - 1].head;
    word.head = number[word.head];
    result.words.push_back(std::move(word));
  }
  return result;
}

bool is_possessive(const TreeWord& word) { return word.xpos == Xpos::pos; }

// "'s" for "is", "'re", "'ll": without its apostrophe no one can tell it from the word before.
bool is_other_clitic(const TreeWord& word) {
  return !is_possessive(word) && word.form.size() > 1 && word.form.front() == '\'' &&
         word.upos != Upos::punct;
}

void capitalise(std::string& form) {
  if (!form.empty() && form[0] >= 'a' && form[0] <= 'z') form[0] = static_cast<char>(form[0] - 32);
}

bool stays_small(const TreeWord& word) {
  return word.form.size() <= 3 &&
         (word.upos == Upos::adp || word.upos == Upos::cconj || word.upos == Upos::part);
}

bool is_article(const TreeWord& word) {
  return word.upos == Upos::det && (word.lemma == "the" || word.lemma == "a");
}

std::string third_person(const std::string& lemma) {
  const auto ends = [&](std::string_view ending) { return lemma.ends_with(ending); };
  if (ends("s") || ends("sh") || ends("ch") || ends("x") || ends("z") || lemma == "do" ||
      lemma == "go")
    return lemma + "es";
  const bool consonant_y =
      ends("y") && lemma.size() > 1 &&
      std::string_view("aeiou").find(lemma[lemma.size() - 2]) == std::string_view::npos;
  if (consonant_y) return lemma.substr(0, lemma.size() - 1) + "ies";
  return lemma == "have" ? "has" : lemma + "s";
}

// "killed" -> "kills", or "kill" after a plural subject.
void tell_in_present(TreeSentence& sentence, std::size_t verb) {
  TreeWord& word = sentence.words[verb];
  if (word.xpos != Xpos::vbd || word.upos != Upos::verb) return;
  const bool plural =
      std::any_of(sentence.words.begin(), sentence.words.end(), [&](const TreeWord& other) {
        return other.head == verb + 1 && other.deprel == Deprel::nsubj &&
               (other.xpos == Xpos::nns || other.xpos == Xpos::nnps || other.xpos == Xpos::prp);
      });
  word.form = plural ? word.lemma : third_person(word.lemma);
  word.xpos = plural ? Xpos::vbp : Xpos::vbz;
}

bool all_capitals(std::string_view form) {
  return form.size() >= 2 && std::all_of(form.begin(), form.end(),
                                         [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What acronyms are spelt like in copies: the short words of grammar ("is", "who", "it"), in order.
std::vector<std::string> short_words(const std::vector<TreeSentence>& sentences) {
  constexpr std::size_t kLongest = 3;
  constexpr std::size_t kLeastOften = 20;
  std::map<std::string, std::size_t> counts;
  for (const TreeSentence& sentence : sentences) {
    for (const TreeWord& word : sentence.words) {
      const bool grammar = word.upos == Upos::adp || word.upos == Upos::aux ||
                           word.upos == Upos::pron || word.upos == Upos::sconj ||
                           word.upos == Upos::det || word.upos == Upos::part;
      const bool small = std::all_of(word.form.begin(), word.form.end(),
                                     [](char c) { return c >= 'a' && c <= 'z'; });
      if (grammar && small && word.form.size() >= 2 && word.form.size() <= kLongest)
        ++counts[word.form];
    }
  }
  std::vector<std::string> words;
  for (const auto& [word, count] : counts) {
    if (count >= kLeastOften) words.push_back(word);
  }
  return words;
}

}  // namespace

std::optional<TreeSentence> with_acronym(const TreeSentence& sentence, std::string_view word) {
  TreeSentence changed = sentence;
  const auto shouted = std::count_if(changed.words.begin(), changed.words.end(),
                                     [](const TreeWord& w) { return all_capitals(w.form); });
  if (3 * shouted > std::ssize(changed.words)) return std::nullopt;
  const auto is_name = [&](std::size_t at) {
    return at < changed.words.size() && changed.words[at].upos == Upos::propn;
  };
  for (std::size_t i = 0; i < changed.words.size(); ++i) {
    if (!is_name(i) || is_name(i + 1) || (i > 0 && is_name(i - 1))) continue;
    TreeWord& name = changed.words[i];
    name.xpos = Xpos::nnp;
    name.form.clear();
    for (const char c : word) name.form += static_cast<char>(c - 32);
    name.lemma = name.form;
    return changed;
  }
  return std::nullopt;
}

std::optional<TreeSentence> without_signs(const TreeSentence& sentence) {
  std::vector<bool> dropped(sentence.words.size(), false);
  TreeSentence changed = sentence;
  bool any = false;
  for (std::size_t i = 0; i < changed.words.size(); ++i) {
    TreeWord& word = changed.words[i];
    if (is_other_clitic(word)) return std::nullopt;
    if (is_possessive(word) && (i == 0 || changed.words[i - 1].upos == Upos::punct))
      return std::nullopt;
    if (word.form == "," || is_possessive(word)) {
      dropped[i] = any = true;
      if (word.form == "'s" || word.form == "’s") changed.words[i - 1].form += 's';
    } else if (word.form == "n't") {
      word.form = "nt";
      any = true;
    }
  }
  if (!any) return std::nullopt;
  return without(changed, dropped);
}

std::optional<TreeSentence> as_headline(const TreeSentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() < kShortestHeadline || words.size() > kLongestHeadline) return std::nullopt;
  const auto root =
      std::find_if(words.begin(), words.end(), [](const TreeWord& word) { return word.head == 0; });
  const bool finite = root != words.end() && root->upos == Upos::verb &&
                      (root->xpos == Xpos::vbd || root->xpos == Xpos::vbz ||
                       root->xpos == Xpos::vbn || root->xpos == Xpos::vbp);
  if (!finite || words.front().upos == Upos::pron) return std::nullopt;
  TreeSentence changed = sentence;
  tell_in_present(changed, static_cast<std::size_t>(root - words.begin()));
  std::vector<bool> dropped(words.size(), false);
  for (std::size_t i = 0; i < words.size(); ++i) {
    TreeWord& word = changed.words[i];
    const bool helper =
        word.lemma == "be" && (word.deprel == Deprel::aux || word.deprel == Deprel::aux_pass);
    dropped[i] = is_article(word) || helper || (i + 1 == words.size() && word.form == ".");
    if (i == 0 || !stays_small(word)) capitalise(word.form);
  }
  return without(changed, dropped);
}

std::vector<TreeSentence> with_copies(std::vector<TreeSentence> sentences, const CopyShare& share) {
  const std::vector<std::string> words = short_words(sentences);
  std::vector<TreeSentence> result;
  std::size_t acronyms = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    std::optional<TreeSentence> copy;
    if (i % share.without_signs_every == 0) copy = without_signs(sentences[i]);
    if (!copy && i % share.headline_every == 1) copy = as_headline(sentences[i]);
    if (!copy && !words.empty()) {
      copy = with_acronym(sentences[i], words[acronyms / share.acronym_every % words.size()]);
      if (copy && acronyms++ % share.acronym_every != 0) copy.reset();
    }
    result.push_back(std::move(sentences[i]));
    if (copy) result.push_back(std::move(*copy));
  }
  return result;
}

}  // namespace relata
