// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/muc_gold.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "relata/eval/name_words.h"

namespace relata {
namespace {

constexpr int kDaysBefore = 7;  // of a key that has only a last day

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + at.size();
  }
  return parts;
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

// "03 JAN 90": years are those of the twentieth century.
std::optional<Date> date_in(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                        "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  const auto parts = split(text, " ");
  if (parts.size() < 3) return std::nullopt;
  const auto day = number_in(parts[0]), year = number_in(parts[2]);
  const auto month = std::find(kMonths.begin(), kMonths.end(), parts[1].substr(0, 3));
  if (!day || !year || *day < 1 || month == kMonths.end()) return std::nullopt;
  return make_date(1900 + *year, static_cast<unsigned>(month - kMonths.begin() + 1),
                   static_cast<unsigned>(*day));
}

std::optional<Period> days_in(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) {
    const auto day = date_in(text);
    return day ? std::optional(Period{*day, *day}) : std::nullopt;
  }
  const auto last = date_in(trimmed(text.substr(dash + 1)));
  if (!last) return std::nullopt;
  const std::string_view first_words = trimmed(text.substr(0, dash));
  if (first_words.empty()) return Period{*last - std::chrono::days(kDaysBefore), *last};
  const auto first = date_in(first_words);
  return first && *first <= *last ? std::optional(Period{*first, *last}) : std::nullopt;
}

// The slots of one template by their numbers, line by line; comments (";") are passed over.
using Slots = std::map<int, std::vector<std::string>>;

Slots slots_of(const std::vector<std::string_view>& lines) {
  constexpr std::size_t kColumn = 36;  // where what fills a slot begins
  Slots slots;
  int slot = -1;
  for (const std::string_view line : lines) {
    if (line.empty() || trimmed(line).starts_with(';')) continue;
    const std::size_t dot = line.find('.');
    if (line.front() != ' ' && dot != std::string_view::npos && dot <= 2)
      slot = number_in(line.substr(0, dot)).value_or(-1);
    if (line.size() > kColumn) slots[slot].emplace_back(trimmed(line.substr(kColumn)));
  }
  return slots;
}

bool empty(const std::string& filler) { return filler.empty() || filler == "-" || filler == "*"; }

// What stands in quotation marks.
std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t begin = text.find('"'); begin != std::string_view::npos;) {
    const std::size_t end = text.find('"', begin + 1);
    if (end == std::string_view::npos) break;
    out.emplace_back(text.substr(begin + 1, end - begin - 1));
    begin = text.find('"', end + 1);
  }
  return out;
}

// "EL SALVADOR: SAN MIGUEL (DEPARTMENT): APOPA (CITY)".
std::vector<std::string> places_in(const std::vector<std::string>& lines) {
  std::vector<std::string> places;
  if (lines.empty() || empty(lines.front())) return places;
  for (std::string_view part : split(lines.front(), ":")) {
    part = trimmed(part.substr(0, part.find('(')));
    if (!part.empty()) places.emplace_back(part);
  }
  return places;
}

// The dead: those whose effect (slot 23) is death, by their numbers (slot 21).
std::optional<double> killed_in(Slots& slots) {
  double killed = 0;
  bool any = false;
  for (const std::string& effect : slots[23]) {
    if (!effect.starts_with("DEATH")) continue;
    const auto names = quoted(effect);
    const auto line = std::find_if(slots[21].begin(), slots[21].end(), [&](const std::string& one) {
      const auto counted = quoted(one);
      return !names.empty() &&
             std::find(counted.begin(), counted.end(), names.front()) != counted.end();
    });
    if (line == slots[21].end()) return std::nullopt;
    const auto number = number_in(trimmed(std::string_view(*line).substr(0, line->find(':'))));
    if (!number) return std::nullopt;
    killed += *number;
    any = true;
  }
  return any ? std::optional(killed) : std::nullopt;
}

MucKey key_of(Slots& slots) {
  MucKey key;
  if (!slots[2].empty()) key.days = days_in(slots[2].front());
  key.places = places_in(slots[3]);
  key.killed = killed_in(slots);
  for (const std::string& line : slots[10]) {
    for (std::string& name : quoted(line)) key.organisations.push_back(std::move(name));
  }
  for (const std::string& line : slots[11]) {
    if (empty(line)) continue;
    for (std::string_view part : split(std::string_view(line).substr(0, line.find(':')), "/")) {
      if (part.starts_with('?')) part = trimmed(part.substr(1));
      if (!part.empty() && part.find('"') == std::string_view::npos)
        key.confidence.emplace_back(part);
    }
  }
  return key;
}

bool named(const std::vector<std::string>& ours, std::string_view name) {
  const NameWords words = name_words(name);
  return std::any_of(ours.begin(), ours.end(), [&](const std::string& one) {
    return one_holds_other(name_words(one), words);
  });
}

// Reads on over "[REPORT]", "[TEXT]" and the like; a dateline ends with "--".
void take_paragraph(std::string paragraph, MucReport& report) {
  const std::size_t dashes = paragraph.find(" --");
  const std::size_t comma = paragraph.find(", ");
  if (report.text.empty() && dashes != std::string::npos && comma < dashes) {
    report.day = date_in(std::string_view(paragraph).substr(comma + 2, dashes - comma - 2));
    paragraph.erase(0, dashes + 3);
  }
  std::string plain;
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    if (paragraph[at] == '[') {
      at = std::min(paragraph.find(']', at), paragraph.size());
    } else {
      plain += paragraph[at];
    }
  }
  if (const auto text = trimmed(plain); !text.empty()) report.text += std::string(text) + "\n\n";
}

}  // namespace

std::vector<MucReport> parse_muc_reports(std::string_view texts) {
  std::vector<MucReport> reports;
  std::string paragraph;
  const auto end_paragraph = [&] {
    if (!reports.empty() && !paragraph.empty()) take_paragraph(paragraph, reports.back());
    paragraph.clear();
  };
  for (const std::string_view line : split(texts, "\n")) {
    if (line.starts_with("DEV-MUC") && line.ends_with(')')) {
      end_paragraph();
      reports.push_back({std::string(line.substr(0, line.find(' '))), "", std::nullopt});
    } else if (line.empty()) {
      end_paragraph();
    } else {
      paragraph += (paragraph.empty() ? "" : " ") + std::string(line);
    }
  }
  end_paragraph();
  return reports;
}

std::map<std::string, MucKey> parse_muc_keys(std::string_view templates) {
  std::map<std::string, MucKey> keys;
  std::map<std::string, int> filled;
  std::vector<std::string_view> lines;
  const auto end_template = [&] {
    Slots slots = slots_of(lines);
    lines.clear();
    if (slots[0].empty() || slots[1].empty()) return;
    const std::string name = slots[0].front().substr(0, slots[0].front().find(' '));
    if (slots[1].front() == "*") return;  // the report tells of no incident
    if (++filled[name] > 1) {
      keys.erase(name);
    } else {
      keys[name] = key_of(slots);
    }
  };
  for (std::size_t at = 0; at < templates.size();) {
    const std::size_t end = std::min(templates.find('\n', at), templates.size());
    const std::string_view line = templates.substr(at, end - at);
    if (line.starts_with("0.")) end_template();
    lines.push_back(line);
    at = end + 1;
  }
  end_template();
  return keys;
}

Scoreboard muc_board() {
  return Scoreboard({{"date", ScoreKind::f1},
                     {"place", ScoreKind::f1},
                     {"region", ScoreKind::f1},
                     {"killed", ScoreKind::f1},
                     {"perpetrator", ScoreKind::f1},
                     {"confidence", ScoreKind::f1}});
}

void score_muc(const MucKey& key, const MucAnswer& answer, Scoreboard& board) {
  auto& tally = board.add_document();
  if (key.days) {
    const bool right = answer.day && key.days->from <= *answer.day && *answer.day <= key.days->to;
    tally[0] += {right, answer.day.has_value(), 1};
  }
  if (!key.places.empty()) {
    const bool place = named(answer.places, key.places.back());
    const auto inner = key.places.begin() + (key.places.size() > 1 ? 1 : 0);
    const bool region = std::any_of(
        inner, key.places.end(), [&](const std::string& one) { return named(answer.places, one); });
    tally[1] += {place, !answer.places.empty(), 1};
    tally[2] += {region, !answer.places.empty(), 1};
  }
  if (key.killed) {
    const auto low = answer.killed_low ? answer.killed_low : answer.killed_high;
    const auto high = answer.killed_high ? answer.killed_high : answer.killed_low;
    const bool right = low && *low <= *key.killed && *key.killed <= *high;
    tally[3] += {right, low.has_value(), 1};
  }
  if (!key.organisations.empty()) {
    const bool right =
        std::any_of(key.organisations.begin(), key.organisations.end(),
                    [&](const std::string& one) { return named({answer.perpetrator}, one); });
    tally[4] += {right, !answer.perpetrator.empty(), 1};
  }
  if (!key.confidence.empty()) {
    const bool right = std::find(key.confidence.begin(), key.confidence.end(), answer.confidence) !=
                       key.confidence.end();
    tally[5] += {right, !answer.confidence.empty(), 1};
  }
}

}  // namespace relata
