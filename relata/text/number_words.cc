// SPDX-License-Identifier: Apache-2.0
#include "relata/text/number_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace relata {

namespace {

constexpr std::size_t kMostDigits = 15;  // what a double holds exactly

bool adjoins(std::span<const Piece> pieces, std::size_t at) {
  return at < pieces.size() && !pieces[at].spaced;
}

bool is_digits(std::span<const Piece> pieces, std::size_t at) {
  return at < pieces.size() && pieces[at].kind == PieceKind::digits;
}

bool three_digits(std::span<const Piece> pieces, std::size_t at) {
  return is_digits(pieces, at) && pieces[at].lower.size() == 3;
}

double value_of(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Past a dash inside a number word: "twenty-three".
std::size_t past_dash(std::span<const Piece> pieces, std::size_t at) {
  return at < pieces.size() && pieces[at].is_dash() ? at + 1 : at;
}

bool word_is(std::span<const Piece> pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

// "st", "nd", "rd", "th" right after digits.
bool is_ordinal_ending(std::span<const Piece> pieces, std::size_t at) {
  if (!adjoins(pieces, at)) return false;
  const std::string_view ending = pieces[at].lower;
  return ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
}

std::optional<double> parse_double(std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Result<NumberWords> NumberWords::load(const DataFolder& data) {
  constexpr std::array<std::pair<std::string_view, Role>, 7> kRoles = {
      {{"unit", Role::unit},
       {"ten", Role::ten},
       {"hundred", Role::hundred},
       {"scale", Role::scale},
       {"dozen", Role::dozen},
       {"vague", Role::vague},
       {"article", Role::article}}};
  RELATA_TRY(Table table, data.table("number_words.tsv", {"word", "role", "value"}));
  NumberWords words;
  for (const auto& row : table.rows()) {
    const auto value = parse_double(row.cell("value"));
    if (!value) return Error{row.where() + ": value is no number"};
    const std::string_view role = row.cell("role");
    std::string word(row.cell("word"));
    if (role == "fraction") {
      words.fractions_.emplace(std::move(word), *value);
    } else if (role == "ordinal") {
      words.ordinals_.emplace(std::move(word), *value);
    } else {
      const auto* known = std::find_if(kRoles.begin(), kRoles.end(),
                                       [&](const auto& r) { return r.first == role; });
      if (known == kRoles.end()) return Error{row.where() + ": unknown role " + std::string(role)};
      words.cardinals_.emplace(std::move(word), Entry{known->second, *value});
    }
  }
  return words;
}

const NumberWords::Entry* NumberWords::entry(std::span<const Piece> pieces, std::size_t at) const {
  if (at >= pieces.size() || pieces[at].kind != PieceKind::word) return nullptr;
  const auto found = cardinals_.find(pieces[at].lower);
  return found == cardinals_.end() ? nullptr : &found->second;
}

bool NumberWords::is_role(std::span<const Piece> pieces, std::size_t at, Role role) const {
  const Entry* word = entry(pieces, at);
  return word != nullptr && word->role == role;
}

std::optional<Number> NumberWords::read(std::span<const Piece> pieces, std::size_t at) const {
  if (at >= pieces.size() || pieces[at].kind == PieceKind::mark) return std::nullopt;
  if (auto fraction = read_fraction(pieces, at)) return fraction;
  if (auto vague = read_vague(pieces, at)) return vague;
  return read_exact(pieces, at);
}

// "1,200", "1.5", "200 000"; then what multiplies it: "1.5 million".
std::optional<Number> NumberWords::read_exact(std::span<const Piece> pieces, std::size_t at) const {
  if (!is_digits(pieces, at)) return read_words(pieces, at);
  if (pieces[at].lower.size() > kMostDigits) return std::nullopt;
  double value = value_of(pieces[at].lower);
  std::size_t end = at + 1;
  const bool groups = pieces[at].lower.size() <= 3;
  if (groups && adjoins(pieces, end) && pieces[end].is(",") && adjoins(pieces, end + 1)) {
    for (; adjoins(pieces, end) && pieces[end].is(",") && adjoins(pieces, end + 1) &&
           three_digits(pieces, end + 1);
         end += 2) {
      value = value * 1000 + value_of(pieces[end + 1].lower);
    }
  } else if (groups && three_digits(pieces, end) && pieces[end].spaced && value > 0) {
    for (; three_digits(pieces, end) && pieces[end].spaced; ++end)
      value = value * 1000 + value_of(pieces[end].lower);
  }
  if (adjoins(pieces, end) && pieces[end].is(".") && adjoins(pieces, end + 1) &&
      is_digits(pieces, end + 1)) {
    const std::string_view decimals = pieces[end + 1].lower.substr(0, kMostDigits);
    value += value_of(decimals) / std::pow(10.0, static_cast<double>(decimals.size()));
    end += 2;
  }
  if (is_ordinal_ending(pieces, end)) return std::nullopt;
  return times_scale(pieces,
                     Number{.low = value, .high = value, .form = NumberForm::digits, .end = end});
}

// The number times the words of scale after it: "3 dozen", "1.5 million", "200 thousand".
std::optional<Number> NumberWords::times_scale(std::span<const Piece> pieces, Number number) const {
  while (const Entry* word = entry(pieces, number.end)) {
    if (word->role != Role::hundred && word->role != Role::scale && word->role != Role::dozen)
      break;
    number.low *= word->value;
    number.high = number.low;
    number.form = NumberForm::words;
    ++number.end;
  }
  return number;
}

// "twenty-three", "two hundred and five", "a million", "a dozen".
std::optional<Number> NumberWords::read_words(std::span<const Piece> pieces, std::size_t at) const {
  double total = 0;
  double group =
      0;  // below the next scale: "two hundred and five" of "two hundred and five thousand"
  double open =
      1000;  // what may follow must be smaller than this: 10 after "twenty", 100 after "hundred"
  bool any = false;
  std::size_t end = at;
  if (is_role(pieces, at, Role::article)) {
    const Entry* next = entry(pieces, at + 1);
    if (next == nullptr ||
        (next->role != Role::hundred && next->role != Role::scale && next->role != Role::dozen)) {
      return Number{.low = 1, .high = 1.0, .form = NumberForm::article, .end = at + 1};
    }
    end = at + 1;
  }
  while (true) {
    std::size_t next = any ? past_dash(pieces, end) : end;
    if (any && next == end && word_is(pieces, end, "and") && open >= 100) ++next;
    const Entry* word = entry(pieces, next);
    if (word == nullptr || word->role == Role::vague || word->role == Role::article) break;
    if (word->role == Role::unit || word->role == Role::ten) {
      if (any && word->value >= open) break;
      group += word->value;
      open = word->role == Role::ten ? 10 : 0;
    } else if (word->role == Role::scale) {
      total += (group > 0 ? group : 1) * word->value;
      group = 0;
      open = 1000;
    } else {  // hundred, dozen
      group = (group > 0 ? group : 1) * word->value;
      open = word->role == Role::hundred ? 100 : 0;
    }
    any = true;
    end = next + 1;
  }
  if (!any) return std::nullopt;
  return Number{.low = total + group, .high = total + group, .form = NumberForm::words, .end = end};
}

// "dozens", "several hundred", "tens of thousands", "a few", "a couple of".
std::optional<Number> NumberWords::read_vague(std::span<const Piece> pieces, std::size_t at) const {
  const bool article = is_role(pieces, at, Role::article);
  const std::size_t first = article ? at + 1 : at;
  if (!is_role(pieces, first, Role::vague)) return std::nullopt;
  const std::string_view word = pieces[first].lower;
  if ((word == "few" || word == "couple") != article && word != "score") return std::nullopt;
  Number number{.low = entry(pieces, first)->value,
                .high = std::nullopt,
                .form = NumberForm::vague,
                .end = first + 1};
  if (word == "score" && !article) return std::nullopt;
  const bool of = word_is(pieces, number.end, "of");
  const std::size_t next = of ? number.end + 1 : number.end;
  const Entry* scale = entry(pieces, next);
  if (scale == nullptr) return number;
  if (scale->role == Role::dozen) {
    number.low = 2 * scale->value;  // "several dozen" is two dozen or more
    number.end = next + 1;
  } else if (scale->role == Role::hundred || scale->role == Role::scale) {
    number.low *= scale->value;
    number.end = next + 1;
  } else if (of && scale->role == Role::vague && scale->value >= 2000) {
    number.low *=
        scale->value / 2;  // "thousands" is two thousand or more: "tens of thousands" is 20 x 1000
    number.end = next + 1;
  }
  return number;
}

// "half", "a third", "three-quarters", "most of"; "half a million" is a number of its own.
std::optional<Number> NumberWords::read_fraction(std::span<const Piece> pieces,
                                                 std::size_t at) const {
  double times = 1;
  std::size_t name = at;
  if (const Entry* word = entry(pieces, at);
      word != nullptr && (word->role == Role::unit || word->role == Role::article)) {
    times = word->value;
    name = past_dash(pieces, at + 1);
  }
  if (name >= pieces.size() || pieces[name].kind != PieceKind::word) return std::nullopt;
  const auto found = fractions_.find(pieces[name].lower);
  if (found == fractions_.end()) return std::nullopt;
  const std::string_view word = found->first;
  std::size_t end = name + 1;
  const bool of = word_is(pieces, end, "of");
  const bool whole_word = word == "most" || word == "all" || word == "majority";
  if (whole_word ? !of : (name == at && word != "half")) return std::nullopt;
  const double value = times * found->second;
  const std::size_t article = of ? end + 1 : end;
  if (!whole_word && is_role(pieces, article, Role::article)) {
    if (const auto number = read_words(pieces, article);
        number && number->form == NumberForm::words) {
      return Number{.low = value * number->low,
                    .high = value * number->low,
                    .form = NumberForm::words,
                    .end = number->end};
    }
    if (!of) return std::nullopt;  // "half an hour"
  }
  const bool lower_bound = word == "most" || word == "majority";
  return Number{.low = value,
                .high = lower_bound ? std::nullopt : std::optional(value),
                .form = NumberForm::fraction,
                .end = end};
}

std::optional<Number> NumberWords::read_ordinal(std::span<const Piece> pieces,
                                                std::size_t at) const {
  if (is_digits(pieces, at)) {
    if (pieces[at].lower.size() > 4 || !is_ordinal_ending(pieces, at + 1)) return std::nullopt;
    const double value = value_of(pieces[at].lower);
    return Number{.low = value, .high = value, .form = NumberForm::digits, .end = at + 2};
  }
  double value = 0;
  std::size_t name = at;
  if (const Entry* ten = entry(pieces, at); ten != nullptr && ten->role == Role::ten) {
    value = ten->value;
    name = past_dash(pieces, at + 1);
  }
  if (name >= pieces.size() || pieces[name].kind != PieceKind::word) return std::nullopt;
  const auto found = ordinals_.find(pieces[name].lower);
  if (found == ordinals_.end() || (name != at && found->second >= 10)) return std::nullopt;
  value += found->second;
  return Number{.low = value, .high = value, .form = NumberForm::words, .end = name + 1};
}

}  // namespace relata
