// SPDX-License-Identifier: Apache-2.0
// VoiceHistory: what a voice has been worth within a casebook: of how many incidents it told, how often independent lineages
// bore it out and how often they contradicted it, by topic and year, and the letter that this would earn.
//
// It is counted from finished assessments, incident by incident, and flows back into none: a letter that changed with every
// report would change grades of incidents that nobody has heard anything new of. A person who finds the record convincing
// decides a letter, and that decision counts. Counts of incidents add up in any order, and one incident's can be taken back.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "relata/corroboration/assess.h"

namespace relata {

// What a voice may know well or badly.
enum class Topic : std::uint8_t { harm, fighting, territory, people_moving, other };
[[nodiscard]] std::string_view name_of(Topic);
[[nodiscard]] Topic topic_of(EventType type);

// A voice within a casebook; voices without a name have no record.
struct VoiceKey {
  std::string name;
  VoiceKind kind = VoiceKind::other;
  Side side = Side::unknown;
  auto operator<=>(const VoiceKey&) const = default;
};

// How a voice did in one incident.
struct Testimony {
  VoiceKey voice;
  Topic topic = Topic::other;
  std::optional<int> year;
  bool borne_out = false;     // two or more independent lineages, none against
  bool contradicted = false;  // as many or more against as for
  auto operator<=>(const Testimony&) const = default;
};
[[nodiscard]] std::vector<Testimony> testimony_of(const Incident& incident,
                                                  std::span<const Account* const> accounts,
                                                  const Assessment& assessment);

struct VoiceCount {
  std::uint32_t told = 0, borne_out = 0, contradicted = 0;
  auto operator<=>(const VoiceCount&) const = default;
};
struct VoiceHistory {
  VoiceKey voice;
  VoiceCount all;
  std::map<Topic, VoiceCount> by_topic;
  std::map<int, VoiceCount> by_year;
  Reliability starts = Reliability::f;  // by the table
  std::optional<Reliability> earned;    // nothing: too few that could be judged
  std::optional<Reliability> decided;   // a person's
  [[nodiscard]] Reliability letter() const { return decided.value_or(starts); }  // in force
};

// data/voice_history.tsv: what share must be borne out for a letter.
struct HistoryScale {
  std::uint32_t least_judged = 0;
  struct Step {
    Reliability letter = Reliability::f;
    double share = 0;
  };
  std::vector<Step> steps;  // the best first
  static Result<HistoryScale> load(const DataFolder& folder);
  // By the lower end of what the share may be, so that few cases earn no A.
  [[nodiscard]] std::optional<Reliability> earned(const VoiceCount& count) const;
};

// By voice. The order of the testimonies means nothing.
[[nodiscard]] std::vector<VoiceHistory> voice_histories(std::span<const Testimony> testimonies,
                                                        std::span<const DecidedLetter> decided,
                                                        const VoiceLexicon& voices,
                                                        const HistoryScale& scale);

}  // namespace relata
