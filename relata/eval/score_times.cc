// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/score_times.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "relata/base/fold.h"

namespace relata {

namespace {

using nlohmann::json;
using std::chrono::days;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool fits(std::string_view text, std::size_t at, char wanted) {
  if (wanted == '~')
    return at >= text.size() || (!is_digit(text[at]) && text[at] != '/' && text[at] != '-');
  if (at >= text.size()) return false;
  return wanted == '0' ? is_digit(text[at]) : text[at] == wanted;
}

// The resolution as a pair of days; nothing if it has none or says that there is no such day.
std::optional<std::pair<Date, Date>> days_of(const json& resolution) {
  const auto day = [&](const char* key) -> std::optional<Date> {
    const auto found = resolution.find(key);
    return found == resolution.end() ? std::nullopt : parse_iso_date(found->get<std::string>());
  };
  const auto is_real = [](Date date) { return static_cast<int>(civil(date).year()) > 1; };
  if (const auto one = day("date"))
    return is_real(*one) ? std::optional(std::pair(*one, *one)) : std::nullopt;
  const auto from = day("startDate");
  const auto to = day("endDate");
  return from && to && is_real(*from) ? std::optional(std::pair(*from, *to)) : std::nullopt;
}

std::optional<TimeAnswer> answer(const json& result) {
  const auto value = result.find("Value");
  if (value == result.end() || value->is_null()) return std::nullopt;
  TimeAnswer answer{
      .words = result.value("Text", ""), .value = value->value("Timex", ""), .days = {}};
  const std::string type = result.value("Type", "");
  answer.range = type.find("range") != std::string::npos;
  if (type == "duration" || type == "set") return answer;
  for (const char* key : {"PastResolution", "FutureResolution"}) {
    const auto resolution = value->find(key);
    if (resolution == value->end()) continue;
    if (const auto found = days_of(*resolution)) answer.days.push_back(*found);
  }
  return answer.days.empty() ? std::nullopt : std::optional(std::move(answer));
}

std::optional<std::string> why_left_out(std::string_view text, const Table& left_out) {
  const std::string lower = lower_ascii(text);
  for (const auto& row : left_out.rows()) {
    if (holds_pattern(lower, row.cell("pattern"))) return std::string(row.cell("reason"));
  }
  return std::nullopt;
}

// The ends that a case may give to a range whose last day this is: the day after, or the first day of the month or year
// that ends with it.
bool ends_with(Date end, Date last) {
  if (end == last || end == last + days(1)) return true;
  const auto after = civil(last + days(1));
  const auto day = civil(last);
  if (static_cast<unsigned>(after.day()) != 1) return false;
  const Date month = Date(day.year() / day.month() / 1);
  const Date year = Date(day.year() / 1 / 1);
  return end == month || (static_cast<unsigned>(after.month()) == 1 && end == year);
}

}  // namespace

bool holds_pattern(std::string_view text, std::string_view pattern) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t matched = 0;
    while (matched < pattern.size() && fits(text, at + matched, pattern[matched])) ++matched;
    if (matched == pattern.size()) return true;
  }
  return false;
}

Result<TimeCases> parse_time_cases(std::string_view text, const Table& left_out) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const json cases = json::parse(text, nullptr, false);
  if (!cases.is_array()) return Error{"not a JSON list of test cases"};
  TimeCases out;
  for (const json& one : cases) {
    const auto context = one.find("Context");
    const auto results = one.find("Results");
    if (context == one.end() || results == one.end() || results->empty()) continue;
    const auto reference = parse_iso_date(context->value("ReferenceDateTime", ""));
    TimeCase parsed{
        .text = one.value("Input", ""), .reference = reference.value_or(Date()), .answers = {}};
    if (!reference) continue;
    if (const auto why = why_left_out(parsed.text, left_out)) {
      ++out.left_out[*why];
      continue;
    }
    for (const json& result : *results) {
      if (auto found = answer(result)) parsed.answers.push_back(std::move(*found));
    }
    if (!parsed.answers.empty()) out.cases.push_back(std::move(parsed));
  }
  return out;
}

bool is_answered(const TimeAnswer& answer, std::span<const FoundTime> found) {
  return std::any_of(found.begin(), found.end(), [&](const FoundTime& time) {
    if (answer.days.empty()) return time.value == answer.value;
    return time.period &&
           std::any_of(answer.days.begin(), answer.days.end(), [&](const auto& wanted) {
             const bool ends = answer.range ? ends_with(wanted.second, time.period->to)
                                            : wanted.second == time.period->to;
             return wanted.first == time.period->from && ends;
           });
  });
}

}  // namespace relata
