// SPDX-License-Identifier: Apache-2.0
// TimeLexicon: the words of time (data/time_words.tsv), number words (data/number_words.tsv) and the verbs whose own time
// is that of the telling (data/reporting_verbs.tsv, column "lemma").
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

// What a word can do in an expression of time.
enum class TimeWordKind : std::uint8_t {
  month,     // value 1-12
  weekday,   // value 1 (Monday) to 7
  unit,      // value: TimeUnit
  day_part,  // "morning": code "MO"
  season,    // value 1 (spring) to 4 (winter): code "SP"
  day,       // "yesterday": value -1
  now,       // "currently"
  recent,    // "recently"
  which,     // "last", "next", "this": value: Which
  part,      // "early", "late", "mid", "beginning", "end": value: Part
  holiday,   // a feast of a fixed day: value month * 100 + day
  repeat,    // "daily": value: TimeUnit
  approx,    // "about", "nearly", "more than": words before a number that do not change the days
  saying     // "statement", "briefing": a noun of saying
};

enum class TimeUnit : std::uint8_t { second, minute, hour, day, night, weekend, week, fortnight, month, quarter, year, decade, century };

struct TimeWord {
  TimeWordKind kind = TimeWordKind::unit;
  int value = 0;
  std::string code;         // TIMEX3: "MO", "SP"
  bool capital = false;     // only when written with a capital: "May", "March"
  bool with_number = false; // only beside a number or month: "Sat", "Nisan"
  bool plural = false;      // "days"
};

class TimeLexicon {
 public:
  static Result<TimeLexicon> load(const DataFolder& data);

  // What a word, in lower case, means; nullptr if it is no word of time.
  [[nodiscard]] const TimeWord* find(std::string_view lower) const;
  [[nodiscard]] bool is_reporting_verb(std::string_view lemma) const;
  [[nodiscard]] const NumberWords& numbers() const { return numbers_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, TimeWord, Hash, std::equal_to<>> words_;
  std::unordered_set<std::string, Hash, std::equal_to<>> reporting_;
  NumberWords numbers_;
};

}  // namespace relata
