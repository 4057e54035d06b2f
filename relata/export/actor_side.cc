// SPDX-License-Identifier: Apache-2.0
#include "relata/export/actor_side.h"

#include <algorithm>
#include <vector>

#include "relata/base/fold.h"

namespace relata {
namespace {

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The side of the longest known name within the words.
std::string known_side(const std::vector<std::string_view>& words, std::optional<Date> day,
                       const KnownVoices& known) {
  for (std::size_t length = std::min(words.size(), KnownVoices::kLongestName); length > 0;
       --length) {
    for (std::size_t first = 0; first + length <= words.size(); ++first) {
      const char* begin = words[first].data();
      const auto& last = words[first + length - 1];
      const std::string_view name(begin,
                                  static_cast<std::size_t>(last.data() + last.size() - begin));
      const auto side = known.side_of_actor(name, day);
      if (side && side->side != Side::unknown && side->side != Side::unaligned)
        return std::string(side->group);
    }
  }
  return "";
}

// The side that a word for a role has: "rebels", "jihadist".
std::string role_side(const std::vector<std::string_view>& words,
                      const AttributionLexicon& lexicon) {
  for (const std::string_view word : words) {
    std::string lower = lower_ascii(word);
    for (int cut = 0; cut < 2; ++cut) {  // "rebels", "rebel"
      const VoiceRole* role = lexicon.role(lower);
      if (role != nullptr && role->side != Side::unknown && role->side != Side::unaligned) {
        return std::string(name_of(role->side));
      }
      if (lower.size() < 4 || lower.back() != 's') break;
      lower.pop_back();
    }
  }
  return "";
}

}  // namespace

std::string actor_side(std::string_view name, std::optional<Date> day,
                       const AttributionLexicon& lexicon) {
  const auto words = words_in(name);
  if (std::string side = known_side(words, day, lexicon.known()); !side.empty()) return side;
  const auto side_word = [&](bool state_only) -> std::string {
    for (const std::string_view word : words) {
      const SideWord* side = lexicon.side_word(lower_ascii(word));
      if (side != nullptr && side->state_only == state_only)
        return std::string(name_of(side->side));
    }
    return "";
  };
  if (std::string side = side_word(false); !side.empty()) return side;
  if (std::string side = role_side(words, lexicon); !side.empty()) return side;
  return side_word(true);  // "Syrian warplanes", but not "Syrian rebels"
}

}  // namespace relata
