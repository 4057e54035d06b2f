// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/coreference_score.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"

namespace relata {
namespace {

std::set<std::string> words_of_name(std::string_view name) {
  constexpr std::array<std::string_view, 8> kArticles = {"the", "a",  "an", "al",
                                                         "el",  "as", "ar", "of"};
  std::set<std::string> words;
  std::string word;
  for (const char c : fold(name) + " ") {
    const bool inside = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (inside) {
      word += c;
    } else if (!word.empty()) {
      if (std::find(kArticles.begin(), kArticles.end(), word) == kArticles.end())
        words.insert(word);
      word.clear();
    }
  }
  return words;
}

bool counts_for_little(const Mention& mention) {
  return mention.kind == NameKind::nationality || mention.kind == NameKind::date ||
         mention.kind == NameKind::quantity || mention.kind == NameKind::weapon;
}

std::size_t depth(const Document& document, TokenIndex token) {
  std::size_t depth = 0;
  while (document.tokens[token].head != kNoToken) {
    token = document.tokens[token].head;
    ++depth;
  }
  return depth;
}

// The mention in the span whose head stands highest in the tree; of equals a name, then the longest. If the span holds no
// head ("Abdel Rahman" of "Rami Abdel Rahman"), the longest that it shares words with.
std::optional<std::uint32_t> mention_in(const Document& document, Span span) {
  std::optional<std::uint32_t> best;
  std::tuple<bool, std::size_t, bool, std::uint32_t> lowest;
  for (std::uint32_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& mention = document.mentions[i];
    if (!mention.span.overlaps(span) || counts_for_little(mention)) continue;
    const std::tuple key{!document.tokens[mention.head].span.overlaps(span),
                         depth(document, mention.head), !mention.kind.has_value(),
                         UINT32_MAX - mention.span.size()};
    if (!best || key < lowest) {
      best = i;
      lowest = key;
    }
  }
  return best;
}

}  // namespace

bool called_alike(std::string_view a, std::string_view b) {
  const auto x = words_of_name(a);
  const auto y = words_of_name(b);
  return !x.empty() && !y.empty() &&
         (std::includes(x.begin(), x.end(), y.begin(), y.end()) ||
          std::includes(y.begin(), y.end(), x.begin(), x.end()));
}

void score_coreference(const Document& document, const ReportRecord& record,
                       CoreferenceScore& score, const Misnamed& missed) {
  const CodePoints points(document.text);
  std::map<std::uint32_t, std::size_t> voices_of_entity;
  std::vector<std::uint32_t> chosen;
  for (const VoiceRecord& voice : record.voices) {
    std::map<std::uint32_t, std::size_t> count;
    for (const Span outside : voice.spans) {
      const Span span = points.inside(outside);
      const auto mention = mention_in(document, span);
      if (mention) ++count[document.mentions[*mention].entity];
      const std::string name =
          mention ? document.entities[document.mentions[*mention].entity].name : std::string();
      ++score.named;
      const bool alike = called_alike(name, voice.name);
      score.called_alike += alike;
      if (!alike) missed(voice.name, document.words(span), name);
    }
    const auto most =
        std::max_element(count.begin(), count.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != count.end()) {
      ++voices_of_entity[most->first];
      chosen.push_back(most->first);
    }
    if (voice.spans.size() < 2) continue;
    ++score.voices;
    score.spans += voice.spans.size();
    const std::size_t together = most == count.end() ? 0 : most->second;
    score.together += together;
    score.whole += together == voice.spans.size();
    for (const Span outside : voice.spans) {
      const Span span = points.inside(outside);
      const auto mention = mention_in(document, span);
      const bool apart = !mention || document.mentions[*mention].entity != most->first;
      if (apart && mention)
        missed(voice.name, document.words(span),
               "apart: " + document.entities[document.mentions[*mention].entity].name);
    }
  }
  for (const std::uint32_t entity : chosen) score.mixed += voices_of_entity[entity] > 1;
  for (const ClaimRecord& claim : record.claims) {
    for (const auto* actors : {&claim.by, &claim.to}) {
      for (const NamedSpan& actor : *actors) {
        if (!actor.span) continue;
        const Span span = points.inside(*actor.span);
        const auto mention = mention_in(document, span);
        ++score.actors;
        const bool alike =
            called_alike(mention ? document.entities[document.mentions[*mention].entity].name
                                 : document.words(span),
                         actor.name);
        score.actors_alike += alike;
      }
    }
  }
}

}  // namespace relata
