// SPDX-License-Identifier: Apache-2.0
#include "relata/times/find_times.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <utility>

#include "relata/text/pieces.h"
#include "relata/times/calendar_grammar.h"
#include "relata/times/clock_grammar.h"
#include "relata/times/length_grammar.h"
#include "relata/times/relative_grammar.h"
#include "relata/times/time_phrase.h"
#include "relata/times/time_pieces.h"
#include "relata/times/utterance.h"

namespace relata {

namespace {

using Kind = TimeWordKind;

constexpr std::size_t kLookBack = 12;    // pieces in which a word may turn a time to the future
constexpr std::size_t kSinceReach = 18;  // pieces from "since" to the time of its clause

std::optional<ReadPhrase> read_any(const TimePieces& pieces, std::size_t at) {
  if (at >= pieces.size() || !pieces.may_begin(at)) return std::nullopt;
  if (auto read = read_relative(pieces, at)) return read;
  return read_calendar(pieces, at);
}

bool is_day(const TimePhrase& phrase) {
  if (const auto* calendar = std::get_if<CalendarPhrase>(&phrase)) {
    return (calendar->day > 0 && calendar->last_day == 0) ||
           (calendar->day == 0 && calendar->month == 0 && calendar->weekday > 0);
  }
  const auto* shift = std::get_if<ShiftPhrase>(&phrase);
  return shift != nullptr && shift->unit == TimeUnit::day && !shift->from_mention;
}

// Past words that may stand between a day and its part or time: ", at", "in the", "early".
std::size_t past_link_to_part(const TimePieces& pieces, std::size_t at) {
  while (pieces.is_any(at, {",", "at", "in", "the", "early", "late", "around", "about", "(", "on"}))
    ++at;
  return at;
}

// "Friday morning", "at dawn on Sunday", "10:30 a.m. on Monday": the day with its part or time.
ReadPhrase with_day_part(const TimePieces& pieces, ReadPhrase read) {
  if (is_day(read.phrase)) {
    const std::size_t next = past_link_to_part(pieces, read.end);
    const bool near = next <= read.end + 3;
    if (const TimeWord* part = pieces.word(next, Kind::day_part); near && part != nullptr) {
      read.day_part = "T" + part->code;
      read.end = next + 1;
    } else if (const TimeWord* night = pieces.word(next, Kind::unit);
               next == read.end && night != nullptr && night->unit() == TimeUnit::night) {
      read.day_part = "TNI";
      read.end = next + 1;
    } else if (auto clock = read_clock(pieces, next); near && next > read.end && clock) {
      read.day_part = std::get<ClockPhrase>(clock->phrase).value;
      read.end = clock->end;
    }
    return read;
  }
  if (const auto* clock = std::get_if<ClockPhrase>(&read.phrase)) {
    std::size_t next = read.end;
    while (pieces.is_any(next, {",", "on", "of", "local", "time", "the", "early"})) ++next;
    auto day = next <= read.end + 4 ? read_any(pieces, next) : std::nullopt;
    if (day && is_day(day->phrase)) {
      day->day_part = clock->value;
      return *day;
    }
  }
  return read;
}

// What the text spoke of last: what "two days later" and "since then" are told from.
struct LastSpokenOf {
  std::optional<Period> day;
  std::optional<Period> any;
};

// Finds the times of one sentence.
class SentenceTimes {
 public:
  SentenceTimes(const Document& document, const TimePieces& pieces, std::optional<Date> anchor,
                LastSpokenOf& mention, std::vector<TimeExpression>& found)
      : document_(document), pieces_(pieces), anchor_(anchor), mention_(mention), found_(found) {}

  void run() {
    for (std::size_t at = 0; at < pieces_.size();) {
      if (const std::size_t end = take_since_then(at); end > at) {
        at = end;
        continue;
      }
      const auto read = read_any(pieces_, at);
      at = read ? take(at, with_day_part(pieces_, *read)) : at + 1;
    }
  }

 private:
  // Keeps the expression that begins at `at`, with its range and preposition; gives the piece after it.
  std::size_t take(std::size_t at, ReadPhrase read) {
    TimeContext here = context(at);
    tell_from_another(read, here);
    auto second = second_of_range(at, read);
    if (second && pieces_.is(read.end, "and") && !follows_between(at) &&
        !two_days(resolve_range(read, *second)))
      second.reset();
    ResolvedTime time = second ? resolve_range(read, *second) : resolve_with_part(read, here);
    const std::size_t end = second ? second->end : read.end;
    const std::size_t start = start_of(at);
    TimeExpression expression{.span = words(start, end),
                              .core = words(at, end),
                              .type = time.type,
                              .value = time.value,
                              .period = time.period};
    if (const auto* calendar = std::get_if<CalendarPhrase>(&read.phrase))
      expression.ambiguous = calendar->ambiguous;
    govern(expression, start, at, end);
    expression.utterance = time.type != TimexType::duration && !expression.open &&
                           is_utterance_time(document_, pieces_[start].token,
                                             pieces_[end - 1].token, pieces_.lexicon());
    if (time.period && time.type != TimexType::duration && !expression.utterance) {
      if (time.period->from == time.period->to) mention_.day = time.period;
      mention_.any = time.period;
    }
    found_.push_back(expression);
    add_since_clause(expression, time, start, end);
    add_onset(expression, time, start, end);
    previous_end_ = end;
    return end;
  }

  // "since then", "have since faced": from what was mentioned last until the report. Gives the piece after it, or `at`.
  std::size_t take_since_then(std::size_t at) {
    if (!pieces_.is(at, "since") || !anchor_ || !mention_.any || mention_.any->from > *anchor_)
      return at;
    const bool then = pieces_.is(at + 1, "then");
    const bool adverb =
        at > 0 && pieces_.is_any(at - 1, {"has", "have", "had", "ever"}) && pieces_.is_word(at + 1);
    if (!then && !adverb) return at;
    const std::size_t end = then ? at + 2 : at + 1;
    found_.push_back(
        TimeExpression{.span = words(at, end),
                       .core = words(at, end),
                       .type = TimexType::duration,
                       .value = iso_date(mention_.any->from) + "/" + iso_date(*anchor_),
                       .period = Period{mention_.any->from, *anchor_},
                       .open = true});
    return end;
  }

  TimeContext context(std::size_t at) const {
    return {.anchor = anchor_, .mentioned = mention_.day, .future = looks_ahead(at)};
  }

  // Whether a word before turns the time to the days to come: "will meet on Thursday". A verb of saying ends the search.
  bool looks_ahead(std::size_t at) const {
    for (std::size_t back = 1; back <= kLookBack && back <= at; ++back) {
      const std::size_t piece = at - back;
      if (pieces_.word(piece, Kind::future) != nullptr) return true;
      if (pieces_.is_any(piece, {"said", "told", ";", ".", "says"})) return false;
    }
    return false;
  }

  ResolvedTime resolve_with_part(const ReadPhrase& read, const TimeContext& context) const {
    ResolvedTime time = resolve(read.phrase, context);
    if (!read.day_part.empty()) {
      time.type = TimexType::time;
      time.value += read.day_part;
    }
    return time;
  }

  // "two days after Friday", "three weeks from tomorrow": told from the day that is named.
  void tell_from_another(ReadPhrase& read, TimeContext& here) const {
    const auto* length = std::get_if<LengthPhrase>(&read.phrase);
    if (length == nullptr || !pieces_.is_any(read.end, {"after", "before", "from"})) return;
    const auto base = read_any(pieces_, read.end + 1);
    if (!base || !is_day(base->phrase)) return;
    here.mentioned = resolve(base->phrase, here).period;
    const int sign = pieces_.is(read.end, "before") ? -1 : 1;
    read = ReadPhrase{
        .phrase =
            ShiftPhrase{
                .count = length->count, .unit = length->unit, .sign = sign, .from_mention = true},
        .end = base->end,
        .day_part = base->day_part};
  }

  // The other end of "from X to Y", "between X and Y", "X-Y", "Saturday and Sunday".
  std::optional<ReadPhrase> second_of_range(std::size_t at, const ReadPhrase& read) const {
    const std::size_t link = read.end;
    const bool dated = std::holds_alternative<CalendarPhrase>(read.phrase) ||
                       std::holds_alternative<ShiftPhrase>(read.phrase) ||
                       std::holds_alternative<UnitPhrase>(read.phrase) ||
                       std::holds_alternative<NowPhrase>(read.phrase);
    if (!dated) return std::nullopt;
    const bool between = follows_between(at);
    const bool joined = pieces_.is(link, "and");
    if (!joined && !pieces_.is_dash(link) &&
        !pieces_.is_any(link, {"to", "until", "till", "through"}))
      return std::nullopt;
    std::size_t next = link + 1;
    while (pieces_.is_any(next, {"the", "into", "on", "in"})) ++next;
    auto second = read_any(pieces_, next);
    if (!second) return second;
    *second = with_day_part(pieces_, *second);
    const bool days = is_day(read.phrase) && is_day(second->phrase);
    const bool same_kind = second->phrase.index() == read.phrase.index() ||
                           std::holds_alternative<NowPhrase>(second->phrase);
    if (joined ? !(between || (days && same_kind)) : !(same_kind || days)) return std::nullopt;
    return second;
  }

  bool follows_between(std::size_t at) const { return at > 0 && pieces_.is(at - 1, "between"); }
  static bool two_days(const ResolvedTime& range) {
    return range.period && range.period->to - range.period->from == std::chrono::days(1);
  }

  // The later end is told from the report, the earlier from the later: "from Friday to Sunday".
  ResolvedTime resolve_range(const ReadPhrase& first, const ReadPhrase& second) const {
    const TimeContext whole = context(first.end);
    const ResolvedTime to = resolve(second.phrase, whole);
    TimeContext before = whole;
    if (to.period) before = {.anchor = to.period->to, .mentioned = whole.mentioned};
    TimePhrase phrase = first.phrase;
    give_year(phrase, second.phrase);
    const auto* calendar = std::get_if<CalendarPhrase>(&phrase);
    const bool named = calendar != nullptr && calendar->which == WhichOne::none;
    const ResolvedTime from = resolve(phrase, named ? before : whole);
    ResolvedTime range{.type = TimexType::duration, .value = from.value + "/" + to.value};
    if (from.period && to.period && from.period->from <= to.period->to)
      range.period = Period{from.period->from, to.period->to};
    return range;
  }

  // "10 March to 5 April 2016": the year stands only once, unless the range turns a year.
  static void give_year(TimePhrase& first, const TimePhrase& second) {
    auto* earlier = std::get_if<CalendarPhrase>(&first);
    const auto* later = std::get_if<CalendarPhrase>(&second);
    if (earlier == nullptr || later == nullptr || earlier->year || !later->year ||
        earlier->month == 0 || later->month == 0)
      return;
    earlier->year = *later->year - (earlier->month > later->month ? 1 : 0);
  }

  // Where the expression begins with its article, approximation and preposition.
  std::size_t start_of(std::size_t at) const {
    std::size_t start = before_approximation(pieces_, at);
    const auto step_over = [&](std::initializer_list<std::string_view> lower) {
      if (start > previous_end_ && pieces_.is_any(start - 1, lower)) --start;
    };
    step_over({"the", "a", "an"});
    step_over({"shortly"});
    step_over({"on", "between", "in", "at", "since", "from", "during", "over", "for", "by", "until",
               "till", "within", "before", "after", "around", "through", "throughout"});
    return start;
  }

  // What the preposition makes of the days.
  void govern(TimeExpression& expression, std::size_t start, std::size_t at,
              std::size_t end) const {
    if (!expression.period || start == at) return;
    const bool clock = expression.type == TimexType::time;
    if (pieces_.is(start, "since") || (pieces_.is(start, "from") && opens(start, end))) {
      if (anchor_ && expression.period->from <= *anchor_) {
        expression.period->to = std::max(*anchor_, expression.period->from);
        expression.open = true;
      }
    } else if (pieces_.is_any(start, {"until", "till"})) {
      const bool ahead = anchor_ && expression.period->to > *anchor_;
      expression.period =
          ahead ? std::optional(Period{*anchor_, expression.period->to}) : std::nullopt;
    } else if (pieces_.is(start, "before") && !clock) {
      expression.period.reset();
    }
  }

  // "From 10 June" with nothing before it in its clause, "from 2014 onwards": it opens a stretch; "a report from June"
  // does not.
  bool opens(std::size_t from, std::size_t end) const {
    return from == 0 || pieces_[from - 1].kind == PieceKind::mark ||
           pieces_.is_any(end, {"on", "onward", "onwards"});
  }

  // "since the conflict began in March 2011": one more expression, from "since" on.
  void add_since_clause(const TimeExpression& inner, const ResolvedTime& time, std::size_t start,
                        std::size_t end) {
    if (inner.open || !time.period || !anchor_ || time.period->from > *anchor_) return;
    for (std::size_t back = 2;
         back <= kSinceReach && back <= start && start - back >= previous_end_; ++back) {
      const std::size_t piece = start - back;
      if (pieces_.is_any(piece, {".", ";", "said"})) return;
      if (!pieces_.is(piece, "since")) continue;
      TimeExpression clause = inner;
      clause.span = words(piece, end);
      clause.core = pieces_[piece].span;
      clause.type = TimexType::duration;
      clause.period = Period{time.period->from, *anchor_};
      clause.utterance = false;
      clause.open = true;
      found_.push_back(clause);
      return;
    }
  }

  // "(the war) which began in 2011", "an offensive launched in May": what began then goes on.
  void add_onset(const TimeExpression& inner, const ResolvedTime& time, std::size_t start,
                 std::size_t end) {
    if (inner.open || !time.period || !anchor_ || time.period->from > *anchor_ || start == 0)
      return;
    const std::size_t verb = pieces_.is(start - 1, "out") && start > 1 ? start - 2 : start - 1;
    if (pieces_.word(verb, Kind::onset) == nullptr || verb <= previous_end_) return;
    const Deprel role = document_.tokens[pieces_[verb].token].deprel;
    const bool of_noun = pieces_.is_any(verb - 1, {"that", "which"}) || role == Deprel::acl ||
                         role == Deprel::acl_relcl;
    if (!of_noun) return;
    TimeExpression onset = inner;
    onset.span = words(verb, end);
    onset.period = Period{time.period->from, *anchor_};
    onset.utterance = false;
    onset.onset = true;
    found_.push_back(onset);
  }

  Span words(std::size_t begin, std::size_t end) const {
    return cover(pieces_[begin].span, pieces_[end - 1].span);
  }

  const Document& document_;
  const TimePieces& pieces_;
  std::optional<Date> anchor_;
  LastSpokenOf& mention_;
  std::vector<TimeExpression>& found_;
  std::size_t previous_end_ = 0;  // pieces before it belong to an expression already kept
};

}  // namespace

std::vector<TimeExpression> find_times(const Document& document, std::optional<Date> anchor,
                                       const TimeLexicon& lexicon) {
  std::vector<TimeExpression> found;
  LastSpokenOf mention;
  const Pieces pieces(document);
  for (std::size_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    const TimePieces words(pieces.of_sentence(sentence), lexicon);
    SentenceTimes(document, words, anchor, mention, found).run();
  }
  std::sort(found.begin(), found.end(), [](const TimeExpression& a, const TimeExpression& b) {
    return std::tuple(a.span.begin, b.span.end, a.onset) <
           std::tuple(b.span.begin, a.span.end, b.onset);
  });
  return found;
}

}  // namespace relata
