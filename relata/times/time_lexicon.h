// SPDX-License-Identifier: Apache-2.0
// TimeLexicon: the words of time (data/time_words.tsv), number words (data/number_words.tsv), and the verbs and nouns whose
// own time is that of the telling (data/reporting_verbs.tsv, data/reporting_nouns.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "relata/base/data_folder.h"
#include "relata/base/result.h"
#include "relata/text/number_words.h"

namespace relata {

// What a word can do in an expression of time, and what its value is.
enum class TimeWordKind : std::uint8_t {
  month,        // 1-12
  weekday,      // 1 (Monday) to 7
  unit,         // TimeUnit
  day_part,     // "morning", code "MO"
  season,       // 1 (spring) to 4 (winter), code "SP"
  day,          // "yesterday": days from the report's
  now,          // "currently"
  recent,       // "recently": days back
  which,        // "last", "next", "this": WhichOne
  part,         // "early", "late": PartOf
  holiday,      // month * 100 + day
  repeat,       // "daily", code "P1D"
  future,       // "will": turns a time after it to the days to come
  ongoing,      // "war": after a length it lasts until the report
  consecutive,  // "straight": "the third straight day"
  onset,        // "began": what began then goes on until the report
};

enum class TimeUnit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  night,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  year,
  decade,
  century
};
enum class WhichOne : std::uint8_t {
  none,
  last,
  past,
  recent,
  this_one,
  next,
  following,
  same,
  after_next  // made by the grammar alone
};
enum class PartOf : std::uint8_t {
  whole,
  early,
  mid,
  late,
  before,
  after,
  first_half,  // made by the grammar alone, as the next
  second_half
};  // before, after: "earlier", "later"

struct TimeWord {
  TimeWordKind kind = TimeWordKind::unit;
  int value = 0;
  std::string code;            // TIMEX3: "MO", "SP"
  bool needs_capital = false;  // "May", "March"
  bool needs_number = false;   // only beside a number or another word of a date: "Sat", "Nisan"
  bool plural = false;         // "days"

  [[nodiscard]] TimeUnit unit() const { return static_cast<TimeUnit>(value); }
  [[nodiscard]] WhichOne which() const { return static_cast<WhichOne>(value); }
  [[nodiscard]] PartOf part() const { return static_cast<PartOf>(value); }
};

class TimeLexicon {
 public:
  static Result<TimeLexicon> load(const DataFolder& data);

  // What a word, in lower case, means; nullptr if it is no word of time.
  [[nodiscard]] const TimeWord* find(std::string_view lower) const;
  [[nodiscard]] bool is_reporting_verb(std::string_view lemma) const {
    return verbs_.contains(lemma);
  }
  [[nodiscard]] bool is_reporting_noun(std::string_view lemma) const {
    return nouns_.contains(lemma);
  }
  [[nodiscard]] const NumberWords& numbers() const { return numbers_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;

  static Result<Set> reporting(const DataFolder& data, std::string_view table,
                               std::string_view column);

  std::unordered_map<std::string, TimeWord, Hash, std::equal_to<>> words_;
  Set verbs_;
  Set nouns_;
  NumberWords numbers_;
};

}  // namespace relata
