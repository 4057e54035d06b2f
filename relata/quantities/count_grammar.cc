// SPDX-License-Identifier: Apache-2.0
#include "relata/quantities/count_grammar.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace relata {

namespace {

using Kind = CountWordKind;

constexpr std::size_t kLongestPhrase = 10;  // pieces of a noun phrase after the number
constexpr int kMostBounds = 3;

class CountReader {
 public:
  CountReader(std::span<const Piece> pieces, const Document& document,
              const QuantityLexicon& lexicon)
      : pieces_(pieces), document_(document), lexicon_(lexicon) {}

  std::vector<CountPhrase> run() {
    std::vector<CountPhrase> counts;
    for (std::size_t at = 0; at < pieces_.size();) {
      const std::size_t past = past_other_number(at);
      if (past > at) {
        at = past;
        continue;
      }
      auto count = read(at);
      if (!count) {
        ++at;
        continue;
      }
      at = std::max(count->end, at + 1);
      counts.push_back(*count);
    }
    return counts;
  }

 private:
  bool is(std::size_t at, std::string_view lower) const {
    return at < pieces_.size() && pieces_[at].is(lower);
  }
  bool is_any(std::size_t at, std::initializer_list<std::string_view> lower) const {
    return at < pieces_.size() &&
           std::find(lower.begin(), lower.end(), pieces_[at].lower) != lower.end();
  }
  bool digits(std::size_t at) const {
    return at < pieces_.size() && pieces_[at].kind == PieceKind::digits;
  }
  bool word(std::size_t at) const {
    return at < pieces_.size() && pieces_[at].kind == PieceKind::word;
  }
  bool adjoins(std::size_t at) const { return at < pieces_.size() && !pieces_[at].spaced; }
  bool dash(std::size_t at) const { return at < pieces_.size() && pieces_[at].is_dash(); }
  std::optional<Kind> kind(std::size_t at) const {
    if (!word(at)) return std::nullopt;
    // "IS" is a group, "May" a month, whatever the words mean in lower case.
    if (is(at, "is") && document_.words(pieces_[at].span) == "IS") return std::nullopt;
    if (is(at, "may") && !pieces_[at].capital) return Kind::stop;
    return lexicon_.word(pieces_[at].lower);
  }
  const HarmWord* harm(std::size_t at) const {
    return word(at) ? lexicon_.harm(pieces_[at].lower) : nullptr;
  }
  Upos upos(std::size_t at) const { return document_.tokens[pieces_[at].token].upos; }

  // Past a number that counts nothing: part of a name ("F-16"), a date or time in digits, money, a resolution.
  std::size_t past_other_number(std::size_t at) const {
    if (!digits(at)) return at;
    const bool in_name =
        at > 0 && adjoins(at) &&
        (word(at - 1) || (dash(at - 1) && adjoins(at - 1) && at > 1 && word(at - 2)));
    if (in_name || (at > 0 && is_any(at - 1, {"$", "£", "€", "#", "+", "/", ":"}))) return at + 1;
    if (at > 0 && kind(at - 1) == Kind::label) return at + 1;
    std::size_t end = at + 1;
    while (adjoins(end) && is_any(end, {":", "/", ".", "-"}) && adjoins(end + 1) &&
           digits(end + 1)) {
      const bool decimal_or_range =
          end == at + 1 && is_any(end, {".", "-"}) && !is(end + 2, pieces_[end].lower);
      if (decimal_or_range) break;
      end += 2;
    }
    if (end > at + 1) return end;
    return is_year(at) || is_code(at) ? at + 1 : at;
  }

  // Four digits of a year where nothing of people follows, or a word before shows it.
  bool is_year(std::size_t at) const {
    const std::string_view text = pieces_[at].lower;
    if (text.size() != 4 || (text[0] != '1' && text[0] != '2') ||
        (is(at + 1, ",") && adjoins(at + 1) && digits(at + 2) && adjoins(at + 2)))
      return false;
    const bool modern = text.starts_with("19") || text.starts_with("20");
    if (!modern) return false;
    if (at > 1 && digits(at - 1) && pieces_[at - 1].lower.size() <= 2 && kind(at - 2) == Kind::unit)
      return true;  // "Jul 11 2016"
    if (at > 0 && (is_any(at - 1, {"in", "since", "until", "early", "late", "mid"}) ||
                   kind(at - 1) == Kind::unit))
      return true;
    for (std::size_t near = at + 1; near < pieces_.size() && near <= at + 3; ++near) {
      const auto found = kind(near);
      if (found == Kind::person || found == Kind::body || found == Kind::strike ||
          harm(near) != nullptr)
        return false;
      if (found == Kind::stop) break;
    }
    return !(at > 0 && harm(at - 1) != nullptr);
  }

  // Digits that begin with nought, or in brackets by themselves.
  bool is_code(std::size_t at) const {
    return (pieces_[at].lower.size() > 1 && pieces_[at].lower[0] == '0') ||
           (at > 0 && is(at - 1, "(") && is(at + 1, ")"));
  }

  std::optional<CountPhrase> read(std::size_t at) const {
    const auto number = lexicon_.numbers().read(pieces_, at);
    if (!number) return read_none(at);
    CountPhrase count{.begin = at,
                      .number = at,
                      .number_end = number->end,
                      .end = number->end,
                      .low = number->low,
                      .high = number->high,
                      .form = number->form};
    count.share = number->form == NumberForm::fraction;
    if (number->form == NumberForm::article) return read_article(count);
    read_percent(count);
    if (!count.share) read_range(count);
    if (measures(count)) return std::nullopt;
    read_bounds_before(count);
    read_phrase(count);
    read_bounds_after(count);
    count.introduced = introduced_at(count.begin);
    return count;
  }

  // "no casualties": none.
  std::optional<CountPhrase> read_none(std::size_t at) const {
    if (!is(at, "no") || !word(at + 1)) return std::nullopt;
    const HarmWord* word_of_harm = harm(at + 1);
    if (word_of_harm == nullptr || !word_of_harm->has(HarmUse::kState) ||
        !pieces_[at + 1].lower.ends_with("s"))
      return std::nullopt;
    return CountPhrase{.begin = at,
                       .number = at,
                       .number_end = at + 1,
                       .end = at + 1,
                       .low = 0,
                       .high = 0,
                       .form = NumberForm::words};
  }

  // "a woman", "another man": one, if it is a person; "a family of six": six.
  std::optional<CountPhrase> read_article(CountPhrase count) const {
    count.number_end = past_age(count.number_end);
    read_phrase(count);
    if (!count.counts_people() || !count.noun || is_plural(*count.noun)) return std::nullopt;
    if (is(count.end, "of")) {
      if (auto members = read(count.end + 1);
          members && members->form != NumberForm::article && !members->share) {
        members->begin = count.begin;
        if (!members->noun) members->noun = count.noun, members->noun_kind = count.noun_kind;
        return members;
      }
    }
    if (count.noun_kind == Kind::body) return std::nullopt;
    count.introduced = introduced_at(count.begin);
    return count;
  }

  // "a 5-year-old child".
  std::size_t past_age(std::size_t at) const {
    const bool age = digits(at) && dash(at + 1) && kind(at + 2) == Kind::unit && dash(at + 3) &&
                     is(at + 4, "old");
    return age ? at + 5 : at;
  }

  // A plural after an article belongs to something else: "a people's council", "a rebels stronghold".
  bool is_plural(std::size_t noun) const {
    const std::string_view lower = pieces_[noun].lower;
    return lower.ends_with("s") || lower == "men" || lower == "women" || lower == "children" ||
           lower == "people" || lower == "troops";
  }

  void read_percent(CountPhrase& count) const {
    std::size_t end = count.number_end;
    if (is(end, "per") && is(end + 1, "cent")) {
      end += 2;
    } else if (is(end, "%") || kind(end) == Kind::percent) {
      end += 1;
    } else {
      return;
    }
    count.share = true;
    count.low = *count.low / 100;
    count.high = count.low;
    count.number_end = count.end = end;
  }

  // "20-30", "20 to 30", "between 20 and 30".
  void read_range(CountPhrase& count) const {
    const std::size_t link = count.number_end;
    const bool between = count.number > 0 && is(count.number - 1, "between");
    const bool from = count.number > 0 && is(count.number - 1, "from");
    const bool linked = dash(link) || (is(link, "to") && !from) ||
                        (is(link, "or") && count.low > 1) || (between && is(link, "and"));
    if (!linked) return;
    const auto second = lexicon_.numbers().read(pieces_, link + 1);
    if (!second || !second->exact() || second->form == NumberForm::article ||
        second->form == NumberForm::fraction || second->low <= *count.low)
      return;
    count.high = second->low;
    count.number_end = count.end = second->end;
    if (between) count.begin = count.number - 1;
  }

  // Whether the number measures something, or belongs to an age or another word: "27-year-old", "120 mm", "three-day".
  bool measures(const CountPhrase& count) const {
    std::size_t next = count.number_end;
    if (dash(next) && adjoins(next)) return true;
    while (is_any(next, {"square", "cubic", "more", "full", "consecutive", "straight", "nautical",
                         "and", "a", "half"}) &&
           next < count.number_end + 3)
      ++next;
    if (is(next, "of") && count.form == NumberForm::vague) ++next;
    if (kind(next) == Kind::unit && !(next > count.number_end && is(next - 1, "and"))) return true;
    if (adjoins(count.number_end) && word(count.number_end) && digits(count.number_end - 1))
      return true;
    const bool after_month = count.number > 0 && digits(count.number) &&
                             kind(count.number - 1) == Kind::unit &&
                             pieces_[count.number - 1].capital;
    return after_month && !(count.number > 1 && is(count.number - 2, "in") &&
                            kind(count.number_end) == Kind::person);
  }

  void read_bounds_before(CountPhrase& count) const {
    for (int times = 0; times < kMostBounds; ++times) {
      const auto bound = lexicon_.bound_before(pieces_, count.begin);
      if (!bound) return;
      apply(bound->bound, count);
      count.begin -= bound->pieces;
    }
  }

  void read_bounds_after(CountPhrase& count) const {
    if (const auto bound = lexicon_.bound_after(pieces_, count.end)) {
      apply(bound->bound, count);
      count.end += bound->pieces;
    }
  }

  static void apply(CountBound bound, CountPhrase& count) {
    if (bound == CountBound::low && count.low) count.high.reset();
    if (bound == CountBound::high && count.low && count.high) count.low.reset();
  }

  // Past "of the", "of his" after a vague number or a share.
  std::size_t past_of(CountPhrase& count) const {
    std::size_t next = count.number_end;
    if (!is(next, "of"))
      return count.form == NumberForm::fraction && is(next, "the") ? next + 1 : next;
    ++next;
    if (is_any(next, {"them", "whom", "those", "which", "us"})) {
      count.of_them = true;
      count.end = next + 1;
      return next + 1;
    }
    while (is_any(next, {"the", "its", "his", "her", "their", "our", "these", "all"})) ++next;
    return next;
  }

  // The noun phrase after the number, as far as words (and tags, where there are any) let it go.
  void read_phrase(CountPhrase& count) const {
    const std::size_t first = past_age(past_of(count));
    std::size_t next = first;
    while (next < pieces_.size() && next < first + kLongestPhrase) {
      const std::size_t past = past_brackets(next, count);
      if (past > next) {
        next = past;
        continue;
      }
      if (!continues_phrase(next, count)) break;
      if (word(next)) take_noun(next, count);
      ++next;
      if (count.counts_people() && is_plural(*count.noun)) break;
    }
    if (!count.noun && first > count.number_end && harm(first) != nullptr)
      count.end = first;  // "several of the wounded"
    if (count.noun) extend_by_conjunct(count);
  }

  // "(IS)", "(female)" and quotation marks inside a noun phrase.
  std::size_t past_brackets(std::size_t at, const CountPhrase& count) const {
    if (is(at, "(") && !count.counts_people()) {
      for (std::size_t close = at + 2; close <= at + 3; ++close) {
        if (is(close, ")")) return close + 1;
      }
    }
    return is_any(at, {"'", "’", "\""}) && !count.noun ? at + 1 : at;
  }

  bool continues_phrase(std::size_t at, const CountPhrase& count) const {
    if (dash(at)) return adjoins(at) && adjoins(at + 1) && word(at + 1);
    if (!word(at)) return is(at, "’") || is(at, "'");
    const auto found = kind(at);
    if (found == Kind::stop || found == Kind::unit) return false;
    if (harm(at) != nullptr && found != Kind::person)
      return !count.noun && stands_before_person(at + 1);
    if (found) return true;
    if (lexicon_.numbers().has(pieces_[at].lower)) return false;
    const Upos tag = upos(at);
    if (tag == Upos::adj || tag == Upos::noun || tag == Upos::propn || tag == Upos::x) return true;
    if (tag == Upos::verb) return !count.noun && stands_before_person(at + 1);
    return tag == Upos::adv && !count.noun;
  }

  // "injured civilians": a participle before the noun.
  bool stands_before_person(std::size_t at) const {
    for (std::size_t near = at; near < at + 2; ++near) {
      if (kind(near) == Kind::person && !is_any(near, {"other", "others"})) return true;
    }
    return false;
  }

  void take_noun(std::size_t at, CountPhrase& count) const {
    const auto found = kind(at);
    const bool known = found == Kind::person || found == Kind::body || found == Kind::strike ||
                       found == Kind::thing || found == Kind::area;
    const bool tagged = upos(at) == Upos::noun || upos(at) == Upos::propn;
    // A noun that nothing is known of heads the phrase only while no known one does: "12 Syrian soldiers Monday".
    const bool heads = known || (tagged && !count.noun_kind && found != Kind::modifier);
    if (!heads) return;
    count.noun = at;
    count.noun_kind = known ? found : std::nullopt;
    count.end = at + 1;
  }

  // "soldiers and fighters", "women and children": two nouns under one number.
  void extend_by_conjunct(CountPhrase& count) const {
    if (!count.counts_people() || !is_any(count.end, {"and", "or"})) return;
    for (std::size_t near = count.end + 1; near <= count.end + 2; ++near) {
      if (kind(near) != Kind::person) {
        if (!word(near) || lexicon_.numbers().has(pieces_[near].lower) || kind(near) ||
            harm(near) != nullptr)
          return;
        continue;
      }
      if (is_plural(near) && is_plural(*count.noun)) count.end = near + 1;
      return;
    }
  }

  // Whether the words before make it a part of what was counted: "including", "among them".
  bool introduced_at(std::size_t begin) const {
    for (std::size_t back = 1; back <= 2 && back <= begin; ++back) {
      if (is_any(begin - back, {"including", "includes", "included"})) return true;
      if (is(begin - back, "among") && back == 2 && is_any(begin - 1, {"them", "whom"}))
        return true;
      if (is(begin - back, "among") && back == 1) return false;
    }
    return false;
  }

  std::span<const Piece> pieces_;
  const Document& document_;
  const QuantityLexicon& lexicon_;
};

}  // namespace

std::vector<CountPhrase> read_counts(std::span<const Piece> pieces, const Document& document,
                                     const QuantityLexicon& lexicon) {
  return CountReader(pieces, document, lexicon).run();
}

}  // namespace relata
