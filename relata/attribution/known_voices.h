// SPDX-License-Identifier: Apache-2.0
// KnownVoices: the agencies, monitors, ministries, armies and groups whose kind and side are generally known, with the days
// between which a side held: data/known_voices.tsv, then what armed_groups.tsv and organisations.tsv add. Names match without case, accents, apostrophes, hyphens,
// dots and a leading "the"; short acronyms ("IS", "AP") must also be written as acronyms.
//
//   voices.find("the Syrian Observatory", day)->name    // "Syrian Observatory for Human Rights"
//   voices.side_of_actor("Nusra Front", day)            // {opposition, group "nusra"}
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/attribution/telling.h"
#include "relata/base/data_folder.h"
#include "relata/base/date.h"
#include "relata/base/table.h"

namespace relata {

struct KnownVoice {
  std::string name;
  VoiceKind kind = VoiceKind::other;
  Side side = Side::unknown;
  std::string group;    // what a summary tells apart: "nusra"; else the name of the side
  std::string country;  // ISO 3166 alpha-2, "" if none
  std::optional<Date> from, to;
};

struct KnownSide {
  Side side = Side::unknown;
  std::string_view group;  // "nusra", or the name of the side
  VoiceKind kind = VoiceKind::other;
};

// How names are compared: "The Syrian Army's" -> "syrian army", "Al-Manar" -> "al manar", "U.N." -> "un".
[[nodiscard]] std::string name_key(std::string_view name);
// The same into a buffer: the key of one word is appended to `key`.
void append_name_key(std::string& key, std::string_view word);

class KnownVoices {
 public:
  static constexpr std::size_t kLongestName = 9;  // words

  static Result<KnownVoices> load(const DataFolder& folder);

  // The voice of this name on that day; without a day, the first row of the name.
  [[nodiscard]] const KnownVoice* find(std::string_view name, std::optional<Date> day) const;
  // The same by a key from append_name_key; `name` as written decides whether an acronym is one.
  [[nodiscard]] const KnownVoice* find_key(const std::string& key, std::string_view name,
                                           std::optional<Date> day) const;
  // How many words the longest known name has that begins with this word, given by its key; 0 if none does.
  [[nodiscard]] std::size_t longest_from(const std::string& first_word) const {
    const auto at = longest_from_.find(first_word);
    return at == longest_from_.end() ? 0 : at->second;
  }
  // Whether a name is a common word that stands for the one so called, as in "the Observatory".
  [[nodiscard]] bool is_common(const std::string& key) const { return common_.contains(key); }
  // Whether a name is common words that name somebody only in a report on the voice's country: "rebels".
  [[nodiscard]] bool is_at_home_only(const std::string& key) const { return at_home_.contains(key); }
  // Whether a name is that of a state or of the seat of its government.
  [[nodiscard]] bool is_state(const std::string& key) const { return states_.contains(key); }
  // For actors of events: nothing if the name is not known.
  [[nodiscard]] std::optional<KnownSide> side_of_actor(std::string_view name,
                                                       std::optional<Date> day) const;

 private:
  struct Alias {
    std::uint32_t voice = 0;
    bool acronym = false;  // must be written in capitals
    bool article = false;  // must be written with its article: "The Times"
  };
  static Result<KnownVoice> known_voice(const Table::Row& row);
  void add(KnownVoice voice, const std::vector<std::string_view>& aliases);
  void add_further(KnownVoice voice, std::vector<std::string_view> aliases,
                   const std::set<std::string>& roles);
  [[nodiscard]] bool has_government(std::string_view country) const;
  void add_seats(KnownVoice voice, const std::vector<std::string_view>& seats);
  void add_name(std::string_view name, std::uint32_t index);

  std::vector<KnownVoice> voices_;
  std::unordered_map<std::string, std::vector<Alias>> by_key_;
  std::unordered_map<std::string, std::size_t> longest_from_;
  std::set<std::string> common_, at_home_, states_;
};

}  // namespace relata
