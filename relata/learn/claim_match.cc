// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/claim_match.h"

#include <algorithm>
#include <set>
#include <string>

#include "relata/base/fold.h"

namespace relata {

namespace {

std::set<std::string> words_in(std::string_view name) {
  std::set<std::string> words;
  std::string word;
  for (const char c : fold(name) + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0) {
      word.push_back(c);
    } else if (!word.empty()) {
      if (word != "the" && word != "al" && word != "of" && word != "a") words.insert(word);
      word.clear();
    }
  }
  return words;
}

bool agrees(const NamedSpan& gold, const Span& span, std::string_view name,
            const CodePoints& points) {
  return (gold.span && points.inside(*gold.span).overlaps(span)) || names_agree(gold.name, name);
}

}  // namespace

bool names_agree(std::string_view a, std::string_view b) {
  const auto x = words_in(a);
  const auto y = words_in(b);
  if (x.empty() || y.empty()) return false;
  return std::includes(x.begin(), x.end(), y.begin(), y.end()) ||
         std::includes(y.begin(), y.end(), x.begin(), x.end());
}

bool place_agrees(const ClaimRecord& gold, const Span& span, std::string_view name,
                  const CodePoints& points) {
  return !gold.where.empty() && agrees(gold.where[0], span, name, points);
}

bool place_agrees(const ClaimRecord& gold, const std::vector<ClaimPlace>& where,
                  const CodePoints& points) {
  if (where.empty()) return gold.where.empty();
  return place_agrees(gold, where[0].span, where[0].name, points);
}

bool time_agrees(const ClaimRecord& gold, const std::optional<When>& when) {
  if (!gold.when) return !when || !when->span;
  if (gold.when->span) return when && when->period == gold.when->period;
  return !when || when->period.overlaps(gold.when->period);
}

bool last_voice_agrees(const ClaimRecord& gold, const std::vector<Chain>& chains,
                       const Telling& telling, const CodePoints& points) {
  const auto is_told = [](const auto& chain) { return !chain.empty(); };
  const bool told = std::any_of(gold.chains.begin(), gold.chains.end(), is_told);
  if (!told || chains.empty()) return !told && chains.empty();
  return std::any_of(gold.chains.begin(), gold.chains.end(), [&](const auto& wanted) {
    return !wanted.empty() && std::any_of(chains.begin(), chains.end(), [&](const Chain& found) {
      return !found.empty() && agrees(wanted.back(), found.back().span,
                                      telling.voices[found.back().voice].name, points);
    });
  });
}

}  // namespace relata
