// SPDX-License-Identifier: Apache-2.0
#include "relata/events/event_words.h"

#include <algorithm>
#include <array>

namespace relata {
namespace {

constexpr std::array<std::string_view, kWordClasses> kClassNames = {
    "air",      "shell",    "gun",      "explosive", "suicide",  "chemical", "vehicle", "arms",
    "force",    "civilian", "property", "place",     "aid",      "truce",    "harm",    "authority",
    "diplomat", "conflict", "sport",    "arts",      "business", "household"};

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

// "ship" doubles its last letter before -ed and -ing; so may "target", which is harmless to allow.
bool may_double(std::string_view word) {
  const std::size_t size = word.size();
  return size >= 3 && !is_vowel(word[size - 1]) && is_vowel(word[size - 2]) &&
         !is_vowel(word[size - 3]) &&
         std::string_view("wxy").find(word.back()) == std::string_view::npos;
}

bool ends_with_y(std::string_view word) {
  return word.size() >= 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

struct Forms {
  std::vector<std::string> s, past, ing;
};

// What the rules of English spelling make of a word; more than is ever written does no harm.
Forms regular_forms(const std::string& word) {
  const std::string stem = word.substr(0, word.size() - 1);
  if (ends_with_y(word)) return {{stem + "ies"}, {stem + "ied"}, {word + "ing"}};
  Forms forms{{word + "s"}, {}, {}};
  const char last = word.back();
  if (last == 's' || last == 'x' || last == 'z' || last == 'h' || last == 'o')
    forms.s.push_back(word + "es");
  if (last == 'e') {
    forms.past.push_back(word + "d");
    forms.ing.push_back(stem + "ing");
  } else {
    forms.past.push_back(word + "ed");
    forms.ing.push_back(word + "ing");
  }
  if (may_double(word)) {
    forms.past.push_back(word + last + "ed");
    forms.ing.push_back(word + last + "ing");
  }
  return forms;
}

FormKind kind_of_irregular(std::string_view form) {
  if (form.ends_with("ing")) return FormKind::ing;
  if (form.ends_with("s") || form.ends_with("men") || form == "children" || form == "feet")
    return FormKind::s;
  return FormKind::past;
}

}  // namespace

std::string_view name_of(WordClass word_class) {
  return kClassNames[static_cast<std::size_t>(word_class)];
}

std::optional<WordClass> EventWords::class_of(std::string_view name) {
  const auto* const at = std::find(kClassNames.begin(), kClassNames.end(), name);
  if (at == kClassNames.end()) return std::nullopt;
  return static_cast<WordClass>(at - kClassNames.begin());
}

void EventWords::add_form(std::string form, WordId word, FormKind kind) {
  auto& forms = forms_[std::move(form)];
  const bool known = std::any_of(forms.begin(), forms.end(), [&](const FormOf& other) {
    return other.word == word && other.kind == kind;
  });
  if (!known) forms.push_back({word, kind});
}

WordId EventWords::add(std::string_view lemma) {
  if (const auto known = words_.find(lemma); known != words_.end()) return known->second;
  const auto word = static_cast<WordId>(classes_.size());
  classes_.push_back(0);
  const std::string text(lemma);
  words_.emplace(text, word);
  add_form(text, word, FormKind::base);
  if (text.size() < 2) return word;
  const Forms forms = regular_forms(text);
  for (const auto& form : forms.s) add_form(form, word, FormKind::s);
  for (const auto& form : forms.past) add_form(form, word, FormKind::past);
  for (const auto& form : forms.ing) add_form(form, word, FormKind::ing);
  if (const auto irregular = irregular_.find(lemma); irregular != irregular_.end()) {
    for (const auto& form : irregular->second) add_form(form, word, kind_of_irregular(form));
  }
  return word;
}

std::span<const FormOf> EventWords::forms(std::string_view lower) const {
  const auto found = forms_.find(lower);
  if (found == forms_.end()) return {};
  return found->second;
}

std::vector<WordId> EventWords::words_in(WordClass word_class) const {
  std::vector<WordId> words;
  for (WordId word = 0; word < classes_.size(); ++word) {
    if (classes_[word] & bit(word_class)) words.push_back(word);
  }
  return words;
}

Result<EventWords> EventWords::load(const DataFolder& folder) {
  EventWords words;
  RELATA_TRY(const Table irregular, folder.table("irregular_forms.tsv", {"lemma", "forms"}));
  for (const auto& row : irregular.rows()) {
    for (const auto form : row.list("forms"))
      words.irregular_[std::string(row.cell("lemma"))].emplace_back(form);
  }
  RELATA_TRY(const Table classes, folder.table("event_words.tsv", {"class", "words"}));
  for (const auto& row : classes.rows()) {
    const auto word_class = class_of(row.cell("class"));
    if (!word_class)
      return Error{row.where() + ": no class of words is called " + std::string(row.cell("class"))};
    for (const auto lemma : row.list("words")) words.classes_[words.add(lemma)] |= bit(*word_class);
  }
  return words;
}

}  // namespace relata
