// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/profile_row.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "relata/export/phrases.h"
#include "relata/profiles/csv_row.h"

namespace relata {
namespace {

// Whether `a` shows better than `b` what it is about.
bool shows_better(const CaseAccount& a, const CaseAccount& b) {
  const auto rank = [](const CaseAccount& one) {
    return std::tuple(!tells_of_a_happening(*one.account), -one.account->lead);
  };
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  return a.account->key < b.account->key;
}

void append_padded(std::string& out, int value, std::size_t digits) {
  char buffer[12];
  const auto size =
      static_cast<std::size_t>(std::to_chars(buffer, buffer + sizeof buffer, value).ptr - buffer);
  for (std::size_t n = size; n < digits; ++n) out += '0';
  out.append(buffer, size);
}

}  // namespace

std::int64_t number_of(const Incident& incident) {
  const std::string id = text_of(incident.id);
  std::int64_t number = 0;
  std::from_chars(id.data() + 1, id.data() + id.size(), number, 16);
  return number;
}

std::string with_country(std::string_view name, std::string_view country) {
  constexpr std::string_view kHere = "{country}";
  const std::size_t at = name.find(kHere);
  if (at == std::string_view::npos) return std::string(name);
  std::string out(name.substr(0, at));
  out += country;
  out += name.substr(at + kHere.size());
  return out;
}

std::vector<std::string_view> publishers_of(const CaseIncident& given) {
  std::vector<std::string_view> names;
  for (const CaseAccount& told : given.accounts) {
    if (!told.report->publisher.name.empty()) names.push_back(told.report->publisher.name);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string joined(const std::vector<std::string_view>& parts, std::string_view by) {
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += by;
    out += part;
  }
  return out;
}

const CaseAccount* leading_account(const CaseIncident& given) {
  const auto best = std::ranges::min_element(given.accounts, shows_better);
  return best == given.accounts.end() ? nullptr : &*best;
}

std::int64_t days_of(const Period& period) { return (period.to - period.from).count() + 1; }

int year_of(Date date) { return static_cast<int>(civil(date).year()); }

Date middle_of(const Period& period) {
  return period.from + std::chrono::days((period.to - period.from).count() / 2);
}

void append_date(std::string& out, Date date) {
  const auto day = civil(date);
  append_padded(out, static_cast<int>(day.year()), 4);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(day.month())), 2);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(day.day())), 2);
}

std::string_view grade_name(const Assessment& assessment) {
  if (assessment.decided) return name_of(*assessment.decided);
  return assessment.grade ? name_of(*assessment.grade) : std::string_view();
}

std::string tolls_phrase(const Assessment& assessment) {
  std::string out;
  for (const Toll& toll : assessment.tolls) {
    if (!out.empty()) out += "; ";
    if (toll.victim_class != VictimClass::unknown)
      out += as_words(name_of(toll.victim_class)) + " ";
    out += as_words(name_of(toll.of)) + " ";
    append_digits(out, toll.low);
    if (!toll.high || *toll.high != toll.low) {
      out += toll.high ? " to " : " or more";
      if (toll.high) append_digits(out, *toll.high);
      out += " (best ";
      append_digits(out, toll.best);
      out += ')';
    }
  }
  return out;
}

const Toll* toll_of(const Assessment& assessment, CountOf of, VictimClass victim_class) {
  const auto at = std::ranges::find_if(assessment.tolls, [&](const Toll& toll) {
    return toll.of == of && toll.victim_class == victim_class;
  });
  return at == assessment.tolls.end() ? nullptr : &*at;
}

std::string name_of(const Incident& incident) {
  std::string out = as_words(name_of(incident.type));
  if (incident.where.name.empty()) return out;
  out += " in " + incident.where.name;
  if (!incident.where.within.empty()) out += ", " + incident.where.within;
  return out;
}

}  // namespace relata
