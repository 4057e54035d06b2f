// SPDX-License-Identifier: Apache-2.0
#include "relata/export/word_lists.h"

#include <algorithm>

#include "relata/base/fold.h"

namespace relata {
namespace {

constexpr std::size_t kMostLists = 64;

std::vector<std::string> words_in(std::string_view phrase) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    if (end > at) words.push_back(lower_ascii(phrase.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

// What a word may be called in a table.
std::vector<std::string> forms_of(std::string_view word, std::string_view lemma) {
  std::vector<std::string> forms = {lower_ascii(word)};
  if (std::string lower = lower_ascii(lemma); lower != forms.front()) forms.push_back(lower);
  if (const std::string& form = forms.front(); form.size() > 3 && form.ends_with('s'))
    forms.push_back(form.substr(0, form.size() - 1));
  return forms;
}

ListMask lists_of(const std::vector<ListedWord>& words) {
  ListMask mask = 0;
  for (const ListedWord& word : words) mask |= word.lists;
  return mask;
}

}  // namespace

Result<WordLists> WordLists::load(const DataFolder& folder, std::string_view table) {
  RELATA_TRY(const Table rows, folder.table(table, {"list", "words"}));
  WordLists lists;
  for (const auto& row : rows.rows()) {
    if (lists.lists_.size() == kMostLists) return Error{row.where() + ": more than 64 lists"};
    const ListMask list = ListMask{1} << lists.lists_.size();
    if (!lists.lists_.emplace(row.cell("list"), list).second)
      return Error{row.where() + ": the list " + std::string(row.cell("list")) + " is there twice"};
    for (const std::string_view phrase : row.list("words")) lists.add(phrase, list);
  }
  return lists;
}

void WordLists::add(std::string_view phrase, ListMask list) {
  std::vector<std::string> words = words_in(phrase);
  auto& beginning = phrases_[words.front()];
  words.erase(words.begin());
  const auto known = std::find_if(beginning.begin(), beginning.end(),
                                  [&](const Phrase& one) { return one.rest == words; });
  if (known == beginning.end()) {
    beginning.push_back({std::move(words), list});
  } else {
    known->lists |= list;
  }
}

Result<ListMask> WordLists::mask(const std::vector<std::string_view>& names,
                                 const std::string& where) const {
  ListMask mask = 0;
  for (const std::string_view name : names) {
    const auto list = lists_.find(std::string(name));
    if (list == lists_.end())
      return Error{where + ": there is no list of words " + std::string(name)};
    mask |= list->second;
  }
  return mask;
}

const WordLists::Phrase* WordLists::longest(const std::vector<Forms>& words,
                                            std::size_t first) const {
  const Phrase* best = nullptr;
  for (const std::string& form : words[first]) {
    const auto beginning = phrases_.find(form);
    if (beginning == phrases_.end()) continue;
    for (const Phrase& phrase : beginning->second) {
      const std::size_t more = phrase.rest.size();
      if (first + more >= words.size() || (best != nullptr && best->rest.size() >= more)) continue;
      std::size_t met = 0;
      while (met < more) {
        const Forms& next = words[first + 1 + met];
        if (std::find(next.begin(), next.end(), phrase.rest[met]) == next.end()) break;
        ++met;
      }
      if (met == more) best = &phrase;
    }
  }
  return best;
}

std::vector<ListedWord> WordLists::listed(const std::vector<Forms>& words) const {
  std::vector<ListedWord> listed;
  for (std::size_t i = 0; i < words.size();) {
    const Phrase* phrase = longest(words, i);
    if (phrase != nullptr) listed.push_back({static_cast<TokenIndex>(i), phrase->lists});
    i += phrase == nullptr ? 1 : phrase->rest.size() + 1;
  }
  return listed;
}

std::vector<ListedWord> WordLists::listed(const Document& document, TokenIndex first,
                                          TokenIndex last) const {
  std::vector<Forms> words;
  for (TokenIndex token = first; token < last; ++token)
    words.push_back(forms_of(document.word(token), document.lemma(token)));
  std::vector<ListedWord> found = listed(words);
  for (ListedWord& one : found) one.token += first;
  return found;
}

ListMask WordLists::found(const Document& document, TokenIndex first, TokenIndex last) const {
  return lists_of(listed(document, first, last));
}

ListMask WordLists::found(std::string_view name) const {
  std::vector<Forms> words;
  for (const std::string& word : words_in(name)) words.push_back(forms_of(word, word));
  return lists_of(listed(words));
}

}  // namespace relata
