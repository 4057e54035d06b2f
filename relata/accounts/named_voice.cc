// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/named_voice.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"

namespace relata {
namespace {

bool begins_with_capital(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && u_isupper(static_cast<UChar32>(next_code_point(word, at)));
}

// "Ahmad", "al-Sham", but not "British-based".
bool written_as_name(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos) return begins_with_capital(word);
  const std::string_view last = word.substr(hyphen + 1);
  if (begins_with_capital(last)) return true;
  const bool adjective = last.ends_with("ed") || last == "held" || last == "run";
  return begins_with_capital(word) && !adjective;
}

bool is_acronym(std::string_view word) {
  return std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
}

// A word for a role or a side, in the singular or the plural.
bool describes(std::string word, const AttributionLexicon& lexicon) {
  word = lower_ascii(word);
  if (lexicon.side_word(word) != nullptr || lexicon.role(word) != nullptr) return true;
  for (const std::string_view ending : {"s", "es"})
    if (word.ends_with(ending) &&
        lexicon.role(word.substr(0, word.size() - ending.size())) != nullptr)
      return true;
  return false;
}

// The words up to where somebody speaks.
std::vector<std::string> words_before_place(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kBeforePlaces = {"in", "at", "near", "from",
                                                                    "inside"};
  std::vector<std::string> words;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    std::string word(name.substr(at, end - at));
    at = end + 1;
    const bool place =
        std::find(kBeforePlaces.begin(), kBeforePlaces.end(), word) != kBeforePlaces.end();
    if (place) break;
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

// "Amnesty researcher": the first word alone is a name if it is known.
bool is_known(const std::string& word, const KnownVoices& known) {
  const std::string key = name_key(word);
  return known.find(word, std::nullopt) != nullptr && !known.is_common(key) &&
         !known.is_at_home_only(key);
}

}  // namespace

bool names_somebody(const ToldVoice& voice, bool known, const AttributionLexicon& lexicon) {
  if (known) return true;
  if (voice.kind == VoiceKind::reports) return false;
  const std::vector<std::string> words = words_before_place(voice.name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!written_as_name(words[i]) || describes(words[i], lexicon)) continue;
    if (i > 0 || words.size() == 1 || is_acronym(words[i]) || is_known(words[i], lexicon.known()))
      return true;
  }
  return false;
}

}  // namespace relata
