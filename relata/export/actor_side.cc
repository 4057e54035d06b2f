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

// Who fights: neither a mediator nor an observer is the doer of a harm.
bool fights(Side side) {
  return side != Side::united_nations && side != Side::unaligned && side != Side::unknown;
}
bool fights(VoiceKind kind) {
  switch (kind) {
    case VoiceKind::government:
    case VoiceKind::military:
    case VoiceKind::armed_group:
    case VoiceKind::official:
    case VoiceKind::other:
      return true;
    default:
      return false;  // who tells, counts or helps
  }
}

std::string side_in(const KnownVoice& voice, const Theatre& theatre) {
  if (!fights(voice.side) || !fights(voice.kind)) return "";
  const bool elsewhere =
      !voice.country.empty() && !theatre.country.empty() && voice.country != theatre.country;
  if (voice.side == Side::government && elsewhere) return std::string(name_of(Side::other_state));
  return voice.group.empty() ? std::string(name_of(voice.side)) : voice.group;
}

// Of a known name; of a state's military if the name is that of a state or its people.
std::string side_of_name(std::string_view name, const Theatre& theatre, const KnownVoices& known) {
  const KnownVoice* military = known.find(std::string(name) + " military", theatre.day);
  if (military != nullptr) return side_in(*military, theatre);
  const KnownVoice* voice = known.find(name, theatre.day);
  return voice == nullptr ? std::string() : side_in(*voice, theatre);
}

// The side of the longest known name within the words.
std::string known_side(const std::vector<std::string_view>& words, const Theatre& theatre,
                       const KnownVoices& known) {
  for (std::size_t length = std::min(words.size(), KnownVoices::kLongestName); length > 0;
       --length) {
    for (std::size_t first = 0; first + length <= words.size(); ++first) {
      const char* begin = words[first].data();
      const auto& last = words[first + length - 1];
      const std::string_view name(begin,
                                  static_cast<std::size_t>(last.data() + last.size() - begin));
      if (known.find(name, theatre.day) == nullptr) continue;
      if (std::string side = side_of_name(name, theatre, known); !side.empty()) return side;
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
      if (role != nullptr && fights(role->side)) {
        return std::string(name_of(role->side));
      }
      if (lower.size() < 4 || lower.back() != 's') break;
      lower.pop_back();
    }
  }
  return "";
}

}  // namespace

std::string actor_side(std::string_view name, const Theatre& theatre,
                       const AttributionLexicon& lexicon) {
  if (!theatre.country_name.empty() && name == theatre.country_name) return "";
  const auto words = words_in(name);
  if (std::string side = known_side(words, theatre, lexicon.known()); !side.empty()) return side;
  for (const std::string_view word : words) {
    const SideWord* side = lexicon.side_word(lower_ascii(word));
    if (side != nullptr && !side->state_only && fights(side->side))
      return std::string(name_of(side->side));
  }
  if (std::string side = role_side(words, lexicon); !side.empty()) return side;
  for (const std::string_view word : words) {  // last: "Syrian warplanes", but not "Syrian rebels"
    if (std::string side = side_of_name(word, theatre, lexicon.known()); !side.empty()) return side;
    const SideWord* side = lexicon.side_word(lower_ascii(word));
    if (side != nullptr && fights(side->side)) return std::string(name_of(side->side));
  }
  return "";
}

}  // namespace relata
