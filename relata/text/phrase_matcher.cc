// SPDX-License-Identifier: Apache-2.0
#include "relata/text/phrase_matcher.h"

#include <algorithm>

#include "relata/model/feature.h"

namespace relata {
namespace {

std::uint64_t step(std::uint64_t key, std::uint64_t word) {
  return mix(key * 0x9E3779B97F4A7C15U ^ word);
}

bool needs_capitals(std::string_view phrase) {
  return phrase.size() <= 3 &&
         std::all_of(phrase.begin(), phrase.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

const PhraseMatcher::Slot* PhraseMatcher::slot(std::uint64_t key) const {
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at].used && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  return slots_[at].used ? &slots_[at] : nullptr;
}

PhraseMatcher::Slot& PhraseMatcher::insert(std::uint64_t key) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at].used && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  if (!slots_[at].used) {
    slots_[at] = {.key = key, .used = true};
    ++used_;
  }
  return slots_[at];
}

void PhraseMatcher::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (!slot.used) continue;
    std::size_t at = slot.key & (slots_.size() - 1);
    while (slots_[at].used) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

std::uint32_t PhraseMatcher::add(std::string_view phrase, std::uint32_t value) {
  const auto words = fold_phrase(phrase);
  if (words.empty() || words.size() > kMaxWords) return value;
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    key = step(key, words[i].hash);
    Slot& slot = insert(key);
    if (i + 1 < words.size()) {
      slot.longer = true;
    } else if (slot.value == kNone) {
      slot.value = value;
      slot.capitals = needs_capitals(phrase);
    } else {
      slot.capitals = slot.capitals && needs_capitals(phrase);
      return slot.value;
    }
  }
  return value;
}

void PhraseMatcher::walk(Search& search, std::uint64_t key, std::size_t depth, bool exact) const {
  if (depth == search.words.size() || depth == kMaxWords) return;
  const FoldedWord& word = search.words[depth];
  for (const bool plural : {false, true}) {
    if (plural && word.singular == word.hash) break;
    const std::uint64_t next = step(key, plural ? word.singular : word.hash);
    const Slot* at = slot(next);
    if (at == nullptr) continue;
    if (at->value != kNone && word.closes_token && depth + 1 > search.best_words &&
        (!at->capitals || word.all_capitals)) {
      search.best = {search.words[0].token, word.token + 1, at->value, exact && !plural};
      search.best_words = depth + 1;
    }
    if (at->longer) walk(search, next, depth + 1, exact && !plural);
  }
}

std::optional<PhraseMatch> PhraseMatcher::longest(const FoldedWords& words,
                                                  TokenIndex first) const {
  Search search{words.from(first), std::nullopt, 0};
  walk(search, 0, 0, true);
  return search.best;
}

std::optional<std::uint32_t> PhraseMatcher::find(std::string_view phrase) const {
  const auto words = fold_phrase(phrase);
  Search search{words, std::nullopt, 0};
  walk(search, 0, 0, true);
  if (!search.best || search.best_words != words.size()) return std::nullopt;
  return search.best->value;
}

std::optional<std::uint32_t> PhraseMatcher::find(const FoldedWords& words, TokenIndex first,
                                                 TokenIndex last) const {
  auto all = words.from(first);
  std::size_t count = 0;
  while (count < all.size() && all[count].token < last) ++count;
  Search search{all.first(count), std::nullopt, 0};
  walk(search, 0, 0, true);
  if (!search.best || search.best_words != count) return std::nullopt;
  return search.best->value;
}

}  // namespace relata
