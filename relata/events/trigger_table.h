// SPDX-License-Identifier: Apache-2.0
// TriggerTable: the words that events are told with (data/event_triggers.tsv) and where they stand in a sentence.
// A row: lemmas parted by spaces; "a|b" is a choice, "@air" any word of that class, "_" up to four words between, "self" a
// reflexive pronoun; part of speech v, n, a (adjective) or x (modal); the types it may tell of, the likeliest first; the
// frame of its agent and patient; a guard on what its object or subject must be for it to be meant at all.
// Matching looks at words and tags alone; whether a match is an event at all is the classifier's business.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/events/event.h"
#include "relata/events/event_words.h"
#include "relata/events/frame.h"
#include "relata/text/document.h"

namespace relata {

// What each token may be a form of, and its classes; made once per document.
struct TokenWords {
  std::vector<std::span<const FormOf>> forms;  // views into the table's words
  std::vector<ClassMask> classes;
};

enum class TriggerPos : std::uint8_t { verb, noun, adjective, modal };

// What must stand as the object or the subject; `name`: a proper name will do.
struct Guard {
  std::optional<Slot> slot;
  ClassMask classes = 0;
  bool name = false;
};

struct TriggerElement {
  enum class Kind : std::uint8_t { words, gap, reflexive };
  Kind kind = Kind::words;
  std::vector<WordId> words;  // sorted; of kind words
};

struct Trigger {
  std::string words;  // as in the table
  TriggerPos pos = TriggerPos::verb;
  std::vector<EventType> types;  // the likeliest first
  std::uint32_t frame = 0;       // index into TriggerTable::frames()
  Guard guard;
  std::vector<TriggerElement> elements;
  std::size_t head = 0;    // the element that stands in the tree for the whole
  std::size_t weight = 0;  // elements without gaps: longer triggers are preferred
};

struct TriggerMatch {
  const Trigger* trigger = nullptr;
  TokenIndex first = 0, last = 0;  // inclusive
  TokenIndex head = 0;
  std::uint64_t covered = 0;  // bit i: token first + i is one of its words, not of a gap
  bool tag_agrees = true;     // the head's tag is that of the table
};

class TriggerTable {
 public:
  static Result<TriggerTable> load(const DataFolder& folder);

  [[nodiscard]] TokenWords look_up(const Document& document) const;
  // Every match in a sentence, in order of the first token.
  void match(const Document& document, const TokenWords& words, const Sentence& sentence,
             std::vector<TriggerMatch>& out) const;

  [[nodiscard]] const std::vector<Frame>& frames() const { return frames_; }
  [[nodiscard]] const EventWords& words() const { return words_; }

 private:
  explicit TriggerTable(EventWords words) : words_(std::move(words)) {}
  Result<TriggerElement> element(std::string_view part);
  Result<Done> add_row(const Table::Row& row);
  Result<Done> add_phrase(std::string_view phrase, Trigger trigger);
  void index();

  EventWords words_;
  std::vector<Frame> frames_;
  std::vector<Trigger> triggers_;
  std::vector<std::vector<std::uint32_t>>
      by_first_word_;  // of each word, the triggers that may begin with it
};

}  // namespace relata
