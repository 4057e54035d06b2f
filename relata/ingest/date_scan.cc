// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/date_scan.h"

#include <array>
#include <cstdlib>

#include "relata/ingest/scan.h"

namespace relata {

namespace {

using std::chrono::days;

// What the numbers of a date may be; the weekday is 0-6.
struct Parts {
  unsigned first = 0;
  unsigned second = 0;
  int year = 0;
};

int full_year(int year, std::size_t digits) {
  if (digits > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

class Matcher {
 public:
  Matcher(std::string_view text, const DateWords& words, const DateContext& context)
      : text_(text), words_(words), context_(context) {}

  std::optional<DateMatch> match(std::size_t at) {
    DateMatch match;
    match.begin = at;
    at = take_weekday(at, match);
    const auto end = take_iso(at, match);
    const auto numeric = end ? end : take_numeric(at, match);
    const auto day_month = numeric ? numeric : take_day_month(at, match);
    const auto found = day_month ? day_month : take_month_day(at, match);
    if (!found) return std::nullopt;
    match.end = *found;
    match.after_time = take_time(*found);
    return match;
  }

 private:
  // "Wed 05 Apr", "Sunday, 9 Oct". Without a weekday, `at` itself.
  std::size_t take_weekday(std::size_t at, DateMatch& match) {
    const std::string_view word = word_at(text_, at);
    const auto day = find_lower(words_.weekdays, word);
    if (!day) return at;
    weekday_ = *day;
    match.has_weekday = true;
    return skip(text_, at + word.size(), " .,");
  }

  [[nodiscard]] bool digit_at(std::size_t at) const {
    return at < text_.size() && is_digit(text_[at]);
  }

  std::optional<std::size_t> take_iso(std::size_t at, DateMatch& match) const {
    const auto year = number_at(text_, at);
    if (year.digits != 4 || year.end >= text_.size()) return std::nullopt;
    const char separator = text_[year.end];
    if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
    const auto month = number_at(text_, year.end + 1);
    if (month.digits == 0 || month.digits > 2 || month.end >= text_.size()) return std::nullopt;
    const auto day = number_at(text_, month.end + 1);
    if (text_[month.end] != separator || day.digits == 0 || day.digits > 2) return std::nullopt;
    match.date = make_date(static_cast<int>(year.value), month.value, day.value);
    match.has_year = true;
    if (!match.date) return std::nullopt;
    return day.end;
  }

  std::optional<std::size_t> take_numeric(std::size_t at, DateMatch& match) const {
    const auto first = number_at(text_, at);
    if (first.digits == 0 || first.digits > 2 || first.end >= text_.size()) return std::nullopt;
    const char separator = text_[first.end];
    if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
    const auto second = number_at(text_, first.end + 1);
    if (second.digits == 0 || second.digits > 2 || second.end >= text_.size()) return std::nullopt;
    if (text_[second.end] != separator) return std::nullopt;
    const auto year = number_at(text_, second.end + 1);
    if (year.digits != 4 && (year.digits != 2 || separator == '.')) return std::nullopt;
    const Parts parts{first.value, second.value,
                      full_year(static_cast<int>(year.value), year.digits)};
    const bool day_first = separator == '.' || (separator == '-' && year.digits == 4);
    if (!read_numeric(parts, day_first, match)) return std::nullopt;
    match.has_year = true;
    return year.end;
  }

  // False if neither reading is a day.
  bool read_numeric(const Parts& parts, bool day_first, DateMatch& match) const {
    const auto by_day = make_date(parts.year, parts.second, parts.first);
    const auto by_month = make_date(parts.year, parts.first, parts.second);
    if (!by_day && !by_month) return false;
    if (!by_day || !by_month || *by_day == *by_month) {
      match.date = by_day ? by_day : by_month;
    } else if (weekday_ && fits(*by_day) != fits(*by_month)) {
      match.date = fits(*by_day) ? by_day : by_month;
    } else if (day_first) {
      match.date = by_day;
    } else if (context_.order != DateOrder::unstated) {
      match.date = context_.order == DateOrder::day_first ? by_day : by_month;
    } else if (context_.near) {
      match.date = distance(*by_day) <= distance(*by_month) ? by_day : by_month;
    } else {
      match.ambiguous = true;
    }
    return true;
  }

  [[nodiscard]] bool fits(Date date) const { return weekday_of(date).c_encoding() == *weekday_; }
  [[nodiscard]] long distance(Date date) const {
    return std::labs((date - *context_.near).count());
  }

  // "5 July 2016", "5th of July, 2016", "5 July".
  std::optional<std::size_t> take_day_month(std::size_t at, DateMatch& match) const {
    const auto day = number_at(text_, at);
    if (day.digits == 0 || day.digits > 2) return std::nullopt;
    std::size_t next = skip(text_, skip_ordinal(day.end), " -");
    if (word_at(text_, next) == "of") next = skip(text_, next + 2, " ");
    const std::string_view word = word_at(text_, next);
    const auto month = find_lower(words_.months, word);
    if (!month) return std::nullopt;
    return take_year(next + word.size(), *month, day.value, match);
  }

  // "July 5, 2016", "Jul 5th 2016", "July 5", and "Jul 052016" of a catalogue that lost its commas.
  std::optional<std::size_t> take_month_day(std::size_t at, DateMatch& match) const {
    const std::string_view word = word_at(text_, at);
    const auto month = find_lower(words_.months, word);
    if (!month) return std::nullopt;
    const std::size_t next = skip(text_, at + word.size(), " .-");
    const auto day = number_at(text_, next);
    if (day.digits == 6 || day.digits == 5) {
      match.date = make_date(static_cast<int>(day.value % 10000), *month, day.value / 10000);
      match.has_year = true;
      if (!match.date) return std::nullopt;
      return day.end;
    }
    if (day.digits == 0 || day.digits > 2) return std::nullopt;
    return take_year(skip_ordinal(day.end), *month, day.value, match);
  }

  [[nodiscard]] std::size_t skip_ordinal(std::size_t at) const {
    const std::string_view word = word_at(text_, at);
    return word == "st" || word == "nd" || word == "rd" || word == "th" ? at + 2 : at;
  }

  // The year after day and month, if one stands there.
  std::optional<std::size_t> take_year(std::size_t at, unsigned month, unsigned day,
                                       DateMatch& match) const {
    const auto year = number_at(text_, skip(text_, at, " .,-"));
    if (year.digits == 4) {
      match.date = make_date(static_cast<int>(year.value), month, day);
      match.has_year = true;
      if (!match.date) return std::nullopt;
      return year.end;
    }
    if (digit_at(at)) return std::nullopt;
    if (!make_date(2000, month, day)) return std::nullopt;
    if (context_.near) match.date = nearest(month, day);
    return at;
  }

  // The day of that name nearest to the known one.
  [[nodiscard]] std::optional<Date> nearest(unsigned month, unsigned day) const {
    const int year = static_cast<int>(civil(*context_.near).year());
    std::optional<Date> best;
    for (int offset = -1; offset <= 1; ++offset) {
      const auto date = make_date(year + offset, month, day);
      if (date && (!best || distance(*date) < distance(*best))) best = date;
    }
    return best;
  }

  // "T10:00:00Z", "18:41", "at 10.30 am", "0147 PM", "2037 UTC+3", "KSA 16:06 - GMT 13:06".
  [[nodiscard]] std::size_t take_time(std::size_t end) const {
    std::size_t at = skip(text_, end, " ,|-");
    if (at < text_.size() && text_[at] == 'T' && digit_at(at + 1)) at += 1;
    if (word_at(text_, at) == "at") at = skip(text_, at + 2, " ");
    for (int turn = 0; turn < 4; ++turn) {
      const std::string_view word = word_at(text_, at);
      if (words_.zones.contains(lower_word(word))) {
        end = skip(text_, at + word.size(), "+0123456789:");
      } else if (const auto clock = clock_end(at)) {
        end = *clock;
      } else {
        break;
      }
      at = skip(text_, end, " ,-()");
    }
    return end;
  }

  // "18:41", "18:41:05.000Z", "18.41", or four digits before a zone.
  [[nodiscard]] std::optional<std::size_t> clock_end(std::size_t at) const {
    const auto hour = number_at(text_, at);
    if (hour.digits == 0 || hour.digits > 4 || hour.end >= text_.size()) return std::nullopt;
    if (hour.digits == 4) {
      const std::string_view zone = word_at(text_, skip(text_, hour.end, " "));
      const bool clock = hour.value / 100 < 24 && hour.value % 100 < 60;
      return clock && words_.zones.contains(lower_word(zone)) ? std::optional(hour.end)
                                                              : std::nullopt;
    }
    if (hour.digits > 2 || hour.value > 24) return std::nullopt;
    if (text_[hour.end] != ':' && text_[hour.end] != '.') {
      const std::string_view half = word_at(text_, skip(text_, hour.end, " "));
      const bool named = lower_word(half) == "am" || lower_word(half) == "pm";
      return named ? std::optional(hour.end) : std::nullopt;
    }
    const auto minute = number_at(text_, hour.end + 1);
    if (minute.digits != 2 || minute.value > 59) return std::nullopt;
    std::size_t end = skip(text_, minute.end, ":.0123456789");
    if (end < text_.size() && text_[end] == 'Z') ++end;
    return end;
  }

  std::string_view text_;
  const DateWords& words_;
  const DateContext& context_;
  std::optional<unsigned> weekday_;
};

}  // namespace

std::optional<DateMatch> match_date(std::string_view text, std::size_t at, const DateWords& words,
                                    const DateContext& context) {
  return Matcher(text, words, context).match(at);
}

std::optional<DateMatch> match_whole_date(std::string_view cell, const DateWords& words,
                                          const DateContext& context) {
  const std::size_t begin = skip(cell, 0, " \t\r\n");
  auto match = match_date(cell, begin, words, context);
  if (!match || !match->has_year) return std::nullopt;
  // What is left may be the offset of a zone ("+03:00") and nothing with letters but a zone's name.
  const std::size_t rest = skip(cell, match->after_time, " \t\r\n+-:.,0123456789()Z");
  if (rest != cell.size()) return std::nullopt;
  return match;
}

}  // namespace relata
