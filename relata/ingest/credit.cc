// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/credit.h"

#include "relata/base/fold.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

constexpr std::size_t kLongestName = 60;

Span span_of(std::size_t begin, std::size_t end) {
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && (is_space(text[end - 1]) || text[end - 1] == '.')) --end;
  return end;
}

// "Source: Syrian Coalition)", "Source TRTWorld and agencies" up to a bracket or the end of the line; with a colon or within
// brackets any name will do, else only what begins the foot's last words.
std::optional<Credit> stated_source(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  if (word != "Source" && word != "Sources" && word != "SOURCE") return std::nullopt;
  std::size_t begin = at + word.size();
  const bool colon = text.substr(begin, 1) == ":";
  begin = skip(text, begin, " :");
  if (!colon && (begin == at + word.size() || begin >= text.size() || !is_upper(text[begin])))
    return std::nullopt;
  std::size_t end = begin;
  while (end < text.size() && text[end] != ')' && text[end] != '\n' && text[end] != ']' &&
         text[end] != '.')
    ++end;
  const std::size_t stop = trim_end(text, begin, end);
  if (text.substr(begin, stop - begin).find('(') != std::string_view::npos) return std::nullopt;
  const bool bracketed = end < text.size() && text[end] == ')';
  const bool last = skip(text, end, " .\n\r\t)") >= text.size();
  if (stop == begin || stop - begin > kLongestName || !(bracketed || last || colon))
    return std::nullopt;
  return Credit{span_of(begin, stop), end};
}

}  // namespace

bool is_agency(std::string_view name, const DatelineWords& words) {
  return words.agencies.contains(name);
}

std::optional<Credit> credit_in_brackets(std::string_view text, std::size_t at,
                                         const DatelineWords& words) {
  if (text.substr(std::min(at, text.size()), 1) != "(") return std::nullopt;
  const std::size_t close = text.substr(0, std::min(text.size(), at + kLongestName)).find(')', at);
  if (close == text.npos) return std::nullopt;
  std::size_t begin = at + 1;
  while (begin < close) {
    const std::size_t end = std::min(text.find_first_of("/,)", begin), close);
    const std::size_t first = skip(text, begin, " ");
    const std::size_t last = trim_end(text, first, end);
    if (last > first && is_agency(text.substr(first, last - first), words)) {
      return Credit{span_of(first, last), close + 1};
    }
    begin = end + 1;
  }
  return std::nullopt;
}

std::optional<Credit> bare_credit(std::string_view text, std::size_t at,
                                  const DatelineWords& words) {
  std::optional<Credit> best;
  std::size_t end = at;
  for (int count = 0; count < 4; ++count) {
    std::size_t stop = end;
    while (stop < text.size() && (is_letter(text[stop]) || text[stop] == '-' || text[stop] == '\''))
      ++stop;
    if (stop == end) break;
    if (is_agency(text.substr(at, stop - at), words)) best = Credit{span_of(at, stop), stop};
    if (text.substr(stop, 1) != " ") break;
    end = stop + 1;
  }
  return best;
}

std::optional<Credit> credit_at_foot(std::string_view text, std::size_t from,
                                     const DatelineWords& words) {
  std::optional<Credit> last;
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == 'S') {
      const bool starts = at == 0 || !is_letter(text[at - 1]);
      if (const auto source = starts ? stated_source(text, at) : std::nullopt) last = source;
    } else if (c == '(') {
      const auto credit = credit_in_brackets(text, at, words);
      if (credit && skip(text, credit->end, " .\n\r\t") >= text.size()) last = credit;
    } else if (c == '-' || c == '\xE2' || c == '\n') {
      // "--AFP", "— Reuters", or the agency alone on the last line.
      std::size_t begin = skip(text, at, "- \n\r\t");
      if (text.substr(begin).starts_with("—") || text.substr(begin).starts_with("–"))
        begin = skip(text, begin + 3, " ");
      const auto credit = bare_credit(text, begin, words);
      if (credit && skip(text, credit->end, " .\n\r\t") >= text.size()) last = credit;
    }
  }
  return last;
}

}  // namespace relata
