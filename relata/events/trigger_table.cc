// SPDX-License-Identifier: Apache-2.0
#include "relata/events/trigger_table.h"

#include <algorithm>
#include <array>

#include "relata/base/fold.h"

namespace relata {
namespace {

constexpr std::size_t kMaxGap = 4;
constexpr TokenIndex kMaxLength = 64;  // tokens from the first word of a match to its last

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    if (at != 0) parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

std::optional<TriggerPos> pos_of(std::string_view name) {
  if (name == "v") return TriggerPos::verb;
  if (name == "n") return TriggerPos::noun;
  if (name == "a") return TriggerPos::adjective;
  if (name == "x") return TriggerPos::modal;
  return std::nullopt;
}

bool is_preposition(std::string_view word) { return slot_of_preposition(word).has_value(); }

// The part that heads a phrase: of a verb the first word that is no class; of a noun the word before the first
// preposition, else the last.
std::size_t head_of(const std::vector<std::string_view>& parts, TriggerPos pos) {
  if (pos != TriggerPos::noun) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i][0] != '@' && parts[i] != "_") return i;
    }
    return 0;
  }
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (is_preposition(parts[i])) return i - 1;
  }
  return parts.size() - 1;
}

Result<Guard> guard_of(const Table::Row& row) {
  Guard guard;
  const std::string_view cell = row.cell("guard");
  if (cell.empty()) return guard;
  const std::size_t colon = cell.find(':');
  if (colon == std::string_view::npos)
    return Error{row.where() + ": a guard is written obj:class|class"};
  guard.slot = slot_of(cell.substr(0, colon));
  if (!guard.slot) return Error{row.where() + ": no slot of that name in " + std::string(cell)};
  for (const auto name : split(cell.substr(colon + 1), '|')) {
    if (name == "name") {
      guard.name = true;
      continue;
    }
    const auto word_class = EventWords::class_of(name);
    if (!word_class)
      return Error{row.where() + ": no class of words is called " + std::string(name)};
    guard.classes |= bit(*word_class);
  }
  return guard;
}

bool has_word(std::span<const FormOf> forms, const std::vector<WordId>& words) {
  return std::any_of(forms.begin(), forms.end(), [&](const FormOf& form) {
    return std::binary_search(words.begin(), words.end(), form.word);
  });
}

bool is_hyphen(const Document& document, TokenIndex token) {
  const std::string_view word = document.word(token);
  return word == "-" || word == "‑" || word == "–";
}

bool is_reflexive(std::string_view word) {
  return word.ends_with("self") || word.ends_with("selves");
}

// Whether words between the parts of one trigger may include this one: not if a clause begins or ends here.
bool may_stand_between(const Token& token) {
  if (token.upos == Upos::sconj || token.xpos == Xpos::stop || token.xpos == Xpos::md) return false;
  // "denied blocking aid" is no "denied … aid".
  if (token.xpos == Xpos::vbg && (token.upos == Upos::verb || token.upos == Upos::aux))
    return false;
  return token.xpos != Xpos::vbd && token.xpos != Xpos::vbz && token.xpos != Xpos::vbp;
}

// Whether the head's form and tag can be that of the row: nothing, if the form cannot be; else whether the tag agrees.
std::optional<bool> agrees(const Trigger& trigger, FormKind form, const Token& token) {
  const bool tag_verb = token.upos == Upos::verb || token.upos == Upos::aux;
  const bool tag_noun = token.upos == Upos::noun || token.upos == Upos::propn;
  switch (trigger.pos) {
    case TriggerPos::verb:
      if ((form == FormKind::base || form == FormKind::s) && token.upos == Upos::adj)
        return std::nullopt;
      return tag_verb;
    case TriggerPos::noun:
      if (form == FormKind::past || form == FormKind::ing) return std::nullopt;
      return tag_noun;
    case TriggerPos::adjective:
      if (form != FormKind::base) return std::nullopt;
      return token.upos == Upos::adj || token.upos == Upos::verb;
    case TriggerPos::modal:
      return true;
  }
  return std::nullopt;
}

// One attempt to lay a trigger over a sentence from a token on.
class Attempt {
 public:
  Attempt(const Document& document, const TokenWords& words, const Trigger& trigger, TokenIndex end)
      : document_(document), words_(words), trigger_(trigger), end_(end) {}

  bool from(TokenIndex token, std::size_t element) {
    if (element == trigger_.elements.size()) return true;
    while (token < end_ && element > 0 && is_hyphen(document_, token)) ++token;
    if (element == 0) first_ = token;
    if (token >= end_ || token - first_ >= kMaxLength) return false;
    const TriggerElement& part = trigger_.elements[element];
    switch (part.kind) {
      case TriggerElement::Kind::words:
        if (!has_word(words_.forms[token], part.words)) return false;
        break;
      case TriggerElement::Kind::reflexive:
        if (!is_reflexive(document_.word(token))) return false;
        break;
      case TriggerElement::Kind::gap:
        return over_gap(token, element);
    }
    if (!from(token + 1, element + 1)) return false;
    if (element == trigger_.head) head_ = token;
    last_ = std::max(last_, token);
    covered_ |= std::uint64_t{1} << (token - first_);
    return true;
  }

  [[nodiscard]] TokenIndex head() const { return head_; }
  [[nodiscard]] TokenIndex last() const { return last_; }
  [[nodiscard]] std::uint64_t covered() const { return covered_; }

 private:
  bool over_gap(TokenIndex token, std::size_t element) {
    for (std::size_t skipped = 0; skipped <= kMaxGap; ++skipped, ++token) {
      if (from(token, element + 1)) return true;
      if (token >= end_ || !may_stand_between(document_.tokens[token])) return false;
    }
    return false;
  }

  const Document& document_;
  const TokenWords& words_;
  const Trigger& trigger_;
  TokenIndex end_;
  TokenIndex first_ = 0;
  TokenIndex head_ = 0;
  TokenIndex last_ = 0;
  std::uint64_t covered_ = 0;
};

}  // namespace

Result<TriggerElement> TriggerTable::element(std::string_view part) {
  TriggerElement element;
  if (part == "_") {
    element.kind = TriggerElement::Kind::gap;
    return element;
  }
  if (part == "self") {
    element.kind = TriggerElement::Kind::reflexive;
    return element;
  }
  if (part[0] == '@') {
    const auto word_class = EventWords::class_of(part.substr(1));
    if (!word_class) return Error{"no class of words is called " + std::string(part)};
    element.words = words_.words_in(*word_class);
  } else {
    for (const auto word : split(part, '|')) element.words.push_back(words_.add(word));
  }
  std::sort(element.words.begin(), element.words.end());
  return element;
}

Result<Done> TriggerTable::add_phrase(std::string_view phrase, Trigger trigger) {
  auto parts = split(phrase, ' ');
  while (!parts.empty() && parts.back() == "_") parts.pop_back();
  if (parts.empty()) return Error{"a trigger needs a word"};
  trigger.head = head_of(parts, trigger.pos);
  for (const auto part : parts) {
    RELATA_TRY(auto made, element(part));
    trigger.weight += made.kind != TriggerElement::Kind::gap;
    trigger.elements.push_back(std::move(made));
  }
  triggers_.push_back(std::move(trigger));
  return Done{};
}

Result<Done> TriggerTable::add_row(const Table::Row& row) {
  Trigger trigger;
  trigger.words = row.cell("words");
  const auto pos = pos_of(row.cell("pos"));
  if (!pos) return Error{row.where() + ": part of speech must be v, n, a or x"};
  trigger.pos = *pos;
  for (const auto name : row.list("types")) {
    const auto type = event_type_of(name);
    if (!type) return Error{row.where() + ": no event type is called " + std::string(name)};
    trigger.types.push_back(*type);
  }
  if (trigger.types.empty()) return Error{row.where() + ": a trigger needs a type"};
  const auto frame = std::find_if(frames_.begin(), frames_.end(), [&](const Frame& other) {
    return other.name == row.cell("frame");
  });
  if (frame == frames_.end())
    return Error{row.where() + ": no frame is called " + std::string(row.cell("frame"))};
  trigger.frame = static_cast<std::uint32_t>(frame - frames_.begin());
  RELATA_TRY(trigger.guard, guard_of(row));
  // "ill-treat" is one token or three, as the tokeniser sees it.
  std::string apart(trigger.words);
  std::replace(apart.begin(), apart.end(), '-', ' ');
  const bool hyphen = apart != trigger.words;
  auto added = add_phrase(trigger.words, trigger);
  if (added && hyphen) added = add_phrase(apart, trigger);
  if (!added) return added.error().with(row.where());
  return Done{};
}

void TriggerTable::index() {
  by_first_word_.assign(words_.size(), {});
  for (std::uint32_t i = 0; i < triggers_.size(); ++i) {
    for (const WordId word : triggers_[i].elements.front().words) by_first_word_[word].push_back(i);
  }
}

Result<TriggerTable> TriggerTable::load(const DataFolder& folder) {
  RELATA_TRY(auto words, EventWords::load(folder));
  TriggerTable table(std::move(words));
  RELATA_TRY(table.frames_, load_frames(folder));
  RELATA_TRY(const Table rows,
             folder.table("event_triggers.tsv", {"words", "pos", "types", "frame", "guard"}));
  for (const auto& row : rows.rows()) {
    const auto added = table.add_row(row);
    if (!added) return added.error();
  }
  table.index();
  return table;
}

TokenWords TriggerTable::look_up(const Document& document) const {
  TokenWords out;
  out.forms.resize(document.tokens.size());
  out.classes.assign(document.tokens.size(), 0);
  std::string lower;
  for (TokenIndex i = 0; i < document.tokens.size(); ++i) {
    lower.assign(document.word(i));
    for (char& letter : lower) {
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    out.forms[i] = words_.forms(lower);
    for (const FormOf& form : out.forms[i]) out.classes[i] |= words_.classes(form.word);
  }
  return out;
}

void TriggerTable::match(const Document& document, const TokenWords& words,
                         const Sentence& sentence, std::vector<TriggerMatch>& out) const {
  for (TokenIndex token = sentence.first; token < sentence.last; ++token) {
    for (const FormOf& form : words.forms[token]) {
      for (const std::uint32_t number : by_first_word_[form.word]) {
        const Trigger& trigger = triggers_[number];
        Attempt attempt(document, words, trigger, sentence.last);
        if (!attempt.from(token, 0)) continue;
        // The head's own form must be one that the row's part of speech can take.
        const auto& head_words = trigger.elements[trigger.head].words;
        std::optional<bool> best;
        for (const FormOf& head : words.forms[attempt.head()]) {
          if (!std::binary_search(head_words.begin(), head_words.end(), head.word)) continue;
          const auto fits = agrees(trigger, head.kind, document.tokens[attempt.head()]);
          if (fits) best = best.value_or(false) || *fits;
        }
        if (best)
          out.push_back(
              {&trigger, token, attempt.last(), attempt.head(), attempt.covered(), *best});
      }
    }
  }
}

}  // namespace relata
