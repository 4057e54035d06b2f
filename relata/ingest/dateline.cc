// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/dateline.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/ingest/credit.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

constexpr std::size_t kHeadBytes =
    700;  // how far from the beginning of the body a head line may begin
constexpr std::size_t kHeadLines = 6;
constexpr std::size_t kFootBytes = 400;
constexpr std::size_t kLongestPlace = 40;
constexpr std::size_t kSectionWords =
    8;  // "Middle East Syria Military 07-08-2013": words before a date without a sentence
constexpr std::string_view kBetween = " \t\r\n\f.,|:;*•·-";

using LeadIn = DatelineWords::LeadIn;

// A dash of any kind, with the spaces around it; `at` itself if none is there. A hyphen must have a space on one side.
std::size_t skip_dash(std::string_view text, std::size_t at) {
  const std::size_t dash = skip(text, at, " ");
  const std::string_view rest = text.substr(std::min(dash, text.size()));
  for (const std::string_view sign : {"—", "–", "--", "―", "−"}) {
    if (rest.starts_with(sign)) return skip(text, dash + sign.size(), " ");
  }
  const bool hyphen = rest.starts_with("- ") || (rest.starts_with("-") && dash > at);
  return hyphen ? skip(text, dash + 1, " ") : at;
}

class Finder {
 public:
  Finder(std::string_view text, std::optional<Span> title, const IngestTables::Parts& tables,
         const DateContext& context)
      : text_(text), tables_(tables), context_(context) {
    if (title) title_ = words_of(text, *title);
    body_ = title && title->begin == 0 ? title->end : 0;
  }

  Dateline find() {
    read_head(0);
    if (body_ > 0) read_head(body_);
    read_first_lines();
    if (!found_.date) read_credited_date();
    read_foot();
    if (!found_.date && found_.date_span && !ambiguous_) found_.date_span.reset();
    return found_;
  }

  [[nodiscard]] bool ambiguous() const { return ambiguous_ && !found_.date; }

  // The first word after a date at the very beginning, 0 without one.
  std::size_t read_leading_date() {
    const std::size_t start = skip_between(0);
    const std::size_t lead_in = take_lead_in(start);
    const auto match = match_at(lead_in);
    if (!match) return 0;
    const std::size_t end = skip_between(match->after_time);
    return text_.substr(std::min(end, text_.size())).starts_with("title:")
               ? skip(text_, end + 6, " ")
               : end;
  }

  // The byte after what stands before the report's first words.
  std::size_t read_head(std::size_t at) {
    for (int turn = 0; turn < 8; ++turn) {
      const std::size_t start = skip_between(at);
      const std::size_t next = take_one(start);
      if (next == start) return at;
      at = next;
    }
    return at;
  }

 private:
  [[nodiscard]] std::size_t skip_between(std::size_t at) const {
    while (true) {
      const std::size_t next = skip_dash(text_, skip(text_, at, kBetween));
      if (next == at) return at;
      at = next;
    }
  }

  // Takes whatever of a head stands at `at`, else gives `at` back.
  std::size_t take_one(std::size_t at) {
    if (const std::size_t end = take_lead_in(at); end > at) return end;
    if (const std::size_t end = take_date(at); end > at) return end;
    if (const std::size_t end = take_title(at); end > at) return end;
    if (const std::size_t end = take_place(at); end > at) return end;
    if (const std::size_t end = take_credit(at); end > at) return end;
    return take_section(at);
  }

  // "Date of publication", "Posted on": only if what it announces follows.
  std::size_t take_lead_in(std::size_t at) {
    std::string words;
    std::size_t end = at;
    std::size_t best = at;
    for (int count = 0; count < 4; ++count) {
      const std::string_view word = word_at(text_, end);
      if (word.empty() || word.size() > 12) break;
      if (!words.empty()) words.push_back(' ');
      words += lower_ascii(word);
      end += word.size();
      const auto known = tables_.datelines.lead_ins.find(words);
      if (known != tables_.datelines.lead_ins.end()) {
        const std::size_t after = skip(text_, end, " :\n");
        const bool announced = known->second == LeadIn::date ? match_at(after).has_value()
                                                             : text_.substr(end, 1) == ":";
        if (announced && known->second != LeadIn::source) best = after;
      }
      end = skip(text_, end, " ");
    }
    return best;
  }

  [[nodiscard]] std::optional<DateMatch> match_at(std::size_t at) const {
    auto match = match_date(text_, at, tables_.dates, context_);
    if (match && !match->has_year) return std::nullopt;
    return match;
  }

  // A date after which no sentence goes on: "12 March 2011 protests began" is none of the report's own.
  std::size_t take_date(std::size_t at) {
    const auto match = match_at(at);
    if (!match) return at;
    const std::size_t next = skip(text_, match->after_time, " ");
    const bool goes_on = next < text_.size() && is_lower(text_[next]) && next > match->after_time &&
                         !announces(next);
    if (goes_on) return at;
    keep_date(*match);
    return match->after_time;
  }

  // "by Youssef Diab", "title: …": a lower-case word that no sentence goes on with.
  [[nodiscard]] bool announces(std::size_t at) const {
    const std::string_view word = word_at(text_, at);
    return word == "by" || text_.substr(at + word.size(), 1) == ":";
  }

  void keep_date(const DateMatch& match) {
    if (found_.date || (found_.date_span && match.ambiguous)) return;
    found_.date_span =
        Span{static_cast<std::uint32_t>(match.begin), static_cast<std::uint32_t>(match.end)};
    found_.date = match.date;
    ambiguous_ = match.ambiguous;
  }

  // The title told once more. A site's name at the end of the title ("… | Jordan Times") need not be.
  std::size_t take_title(std::size_t at) const {
    if (title_.size() < 12 || at < body_) return at;
    const std::string_view rest = text_.substr(std::min(at, text_.size()));
    const std::size_t most = std::min(rest.size(), title_.size());
    const auto differ = std::mismatch(
        title_.begin(), title_.begin() + static_cast<std::ptrdiff_t>(most), rest.begin());
    const auto same = static_cast<std::size_t>(differ.first - title_.begin());
    if (same == title_.size()) return at + same;
    const std::string_view left = title_.substr(same);
    const bool site = left.starts_with("|") || left.starts_with("- ") || left.starts_with("– ");
    return site && same >= title_.size() / 2 ? at + same : at;
  }

  // "BEIRUT", "Damascus", "ALEPPO, Syria", with credit and day after it: "BEIRUT, Dec 13 (Reuters) —".
  std::size_t take_place(std::size_t at) {
    if (found_.place_span) return at;
    std::size_t end = place_end(at);
    if (end == at || end - at > kLongestPlace) return at;
    const std::string_view name = text_.substr(at, end - at);
    const bool capitals = std::none_of(name.begin(), name.end(), is_lower) && name.size() > 3;
    const bool known = tables_.datelines.places.contains(fold(name));
    if (is_agency(name, tables_.datelines) && !known) return at;
    std::size_t after = skip_region(end);
    const std::optional<DateMatch> day = day_after(after);
    if (day) after = day->after_time;
    auto credit = credit_in_brackets(text_, skip(text_, after, " "), tables_.datelines);
    if (!credit) credit = credit_before_dash(skip(text_, after, " "));
    if (credit) after = credit->end;
    const std::size_t dash = skip_dash(text_, after);
    const bool dashed = dash > after;
    const bool colon = known && text_.substr(after, 2) == ": ";
    const bool sure = (dashed && (capitals || known || credit)) || colon || (credit && capitals) ||
                      (known && capitals && opens_sentence(after));
    if (!sure) return at;
    found_.place_span = Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (day) keep_date(*day);
    if (credit && !found_.credit_span) found_.credit_span = credit->name;
    return dashed ? dash : colon ? after + 2 : after;
  }

  // "(Tidewater Wire) -": a name in brackets between a place and a dash is a credit, known or not.
  [[nodiscard]] std::optional<Credit> credit_before_dash(std::size_t at) const {
    if (text_.substr(std::min(at, text_.size()), 1) != "(" || !is_upper(text_[at + 1]))
      return std::nullopt;
    const std::size_t close = text_.substr(at, kLongestPlace).find(')');
    if (close == std::string_view::npos || skip_dash(text_, at + close + 1) == at + close + 1)
      return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(at);
    const auto end = static_cast<std::uint32_t>(at + close);
    return Credit{Span{begin + 1, end}, at + close + 1};
  }

  // The end of a run of one to four capitalised words or of words in capitals.
  [[nodiscard]] std::size_t place_end(std::size_t at) const {
    std::size_t end = at;
    std::size_t next = at;
    bool capitals = false;
    for (int count = 0; count < 4; ++count) {
      if (next >= text_.size() || !is_upper(text_[next])) break;
      std::size_t stop = next;
      bool lower = false;
      while (stop < text_.size() &&
             (is_letter(text_[stop]) || text_[stop] == '\'' || (text_[stop] & 0x80) != 0 ||
              (text_[stop] == '-' && stop + 1 < text_.size() && is_letter(text_[stop + 1])))) {
        if (text_.substr(stop).starts_with("\xE2\x80\x94") ||
            text_.substr(stop).starts_with("\xE2\x80\x93"))
          break;
        lower = lower || is_lower(text_[stop]);
        ++stop;
      }
      // "BEIRUT At least": the change from capitals ends the place.
      if (count > 0 && capitals && (lower || stop - next < 2)) break;
      if (count == 0) capitals = !lower;
      end = stop;
      // A name that is known is the whole place: "Beirut Doctors Without Borders".
      next = stop;
      if (text_.substr(next, 1) != " ") break;
      ++next;
    }
    return end;
  }

  // ", Syria": up to three capitalised words after a comma that are no month.
  [[nodiscard]] std::size_t skip_region(std::size_t at) const {
    if (text_.substr(at, 2) != ", ") return at;
    std::size_t end = at;
    std::size_t next = at + 2;
    for (int count = 0; count < 3; ++count) {
      const std::string_view word = word_at(text_, next);
      if (word.empty() || !is_upper(word[0]) || find_lower(tables_.dates.months, word)) break;
      end = next + word.size();
      if (text_.substr(end, 1) == ".") ++end;
      if (text_.substr(end, 1) != " ") break;
      next = end + 1;
    }
    return end;
  }

  // ", Dec 13": a day after a place, with or without a year.
  [[nodiscard]] std::optional<DateMatch> day_after(std::size_t at) const {
    return match_date(text_, skip(text_, at, " ,"), tables_.dates, context_);
  }

  // " At least 70": a sentence begins after words in capitals.
  [[nodiscard]] bool opens_sentence(std::size_t at) const {
    if (text_.substr(at, 1) != " ") return false;
    const std::string_view word = word_at(text_, at + 1);
    return !word.empty() && is_upper(word[0]) && (word.size() == 1 || is_lower(word[1]));
  }

  // "(Reuters)", or a bare "AFP" between the title and a date or sentence.
  std::size_t take_credit(std::size_t at) {
    std::optional<Credit> credit = credit_in_brackets(text_, at, tables_.datelines);
    if (!credit) {
      credit = bare_credit(text_, at, tables_.datelines);
      if (!credit) return at;
      const std::size_t next = skip(text_, credit->end, " \n");
      const bool sentence = next < text_.size() && (is_upper(text_[next]) || is_digit(text_[next]));
      if (!sentence || next == credit->end || at == 0) return at;
    }
    if (!found_.credit_span) found_.credit_span = credit->name;
    return credit->end;
  }

  // Words of sections before a date: capitalised, with no sentence in between.
  std::size_t take_section(std::size_t at) {
    if (found_.date || at == 0) return at;
    std::size_t next = at;
    for (std::size_t count = 0; count < kSectionWords; ++count) {
      const std::string_view word = word_at(text_, next);
      // A time of day may stand among them ("2159 18.05.2017").
      const bool time = is_digit(text_[next]) && count > 0 && number_at(text_, next).digits == 4;
      if (!time && (word.empty() || !is_upper(word[0]) || word == "On")) return at;
      next = skip(text_, time ? next + 4 : next + word.size(), " |/>&\n-");
      if (next >= text_.size() || text_[next] == '.') return at;
      const auto match = is_digit(text_[next]) ? match_at(next) : std::nullopt;
      if (match) {
        keep_date(*match);
        return match->after_time;
      }
    }
    return at;
  }

  // "… says a monitor AFP Friday 23 Aug 2013 A bombing …": an agency and a date side by side end what stands before the text.
  void read_credited_date() {
    const std::size_t last = std::min(text_.size(), body_ + kHeadBytes);
    for (std::size_t at = body_; at < last; ++at) {
      if (!is_upper(text_[at]) || (at > 0 && text_[at - 1] != ' ' && text_[at - 1] != '\n'))
        continue;
      // A weekday, a day and a time of day together are no part of a sentence.
      const auto stamp = match_at(at);
      if (stamp && stamp->has_weekday && stamp->after_time > stamp->end) return keep_date(*stamp);
      const auto credit = bare_credit(text_, at, tables_.datelines);
      if (!credit) continue;
      const std::size_t next = skip(text_, credit->end, " ,|-");
      const auto match = match_at(next);
      if (!match || match->begin == credit->end) continue;
      keep_date(*match);
      if (!found_.credit_span) found_.credit_span = credit->name;
      return;
    }
  }

  // Dates on a short line of their own near the top: bylines.
  void read_first_lines() {
    std::size_t at = body_;
    for (std::size_t count = 0; count < kHeadLines && !found_.date; ++count) {
      at = text_.find_first_not_of(" \t\r\n", at);
      if (at == text_.npos || at > body_ + kHeadBytes) return;
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      if (end - at <= 120 && text_[end - 1] != '.') read_byline(at, end);
      read_head(at);
      at = end;
    }
  }

  // "By Jane Doe | 12 December 2016 10:00": the first date of the line, after which it ends.
  void read_byline(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      const bool starts = at == begin || !(is_letter(text_[at - 1]) || is_digit(text_[at - 1]));
      if (!starts || !(is_digit(text_[at]) || is_upper(text_[at]))) continue;
      const auto match = match_at(at);
      if (!match || match->end > end) continue;
      if (skip(text_, match->after_time, " \t\r.,|)-") >= end) keep_date(*match);
      return;
    }
  }

  void read_foot() {
    const std::size_t from = text_.size() > kFootBytes ? text_.size() - kFootBytes : 0;
    if (!found_.credit_span) {
      if (const auto credit = credit_at_foot(text_, from, tables_.datelines))
        found_.credit_span = credit->name;
    }
    if (found_.date) return;
    // "Last Update: Saturday 7 October 2017 KSA 16:06".
    for (std::size_t at = from; at < text_.size(); ++at) {
      if (!is_upper(text_[at]) || (at > 0 && is_letter(text_[at - 1]))) continue;
      const std::size_t after = take_lead_in(at);
      if (after == at) continue;
      if (const auto match = match_at(after)) keep_date(*match);
      return;
    }
  }

  std::string_view text_;
  const IngestTables::Parts& tables_;
  const DateContext& context_;
  std::string_view title_;
  std::size_t body_ = 0;  // where the text after the title begins
  Dateline found_;
  bool ambiguous_ = false;
};

}  // namespace

Dateline find_dateline(std::string_view text, std::optional<Span> title,
                       const IngestTables::Parts& tables, const DateContext& context,
                       std::vector<std::string>& warnings) {
  Finder finder(text, title, tables, context);
  Dateline found = finder.find();
  if (finder.ambiguous() && found.date_span) {
    warnings.push_back("the date \"" + std::string(words_of(text, *found.date_span)) +
                       "\" may be day first or month first; not used");
  }
  return found;
}

std::size_t after_leading_date(std::string_view text, const IngestTables::Parts& tables) {
  const DateContext context;
  Finder finder(text, std::nullopt, tables, context);
  return finder.read_leading_date();
}

}  // namespace relata
