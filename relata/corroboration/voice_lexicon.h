// SPDX-License-Identifier: Apache-2.0
// VoiceLexicon: what is known of voices before anything is known of one: the letter that its kind starts with and whether its
// word is its side's (data/voice_reliability.tsv), and which sides fight each other, where and when (data/opposed_sides.tsv).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/base/data_folder.h"
#include "relata/corroboration/assessment.h"

namespace relata {

inline constexpr std::size_t kVoiceKinds = static_cast<std::size_t>(VoiceKind::other) + 1;

struct KindReliability {
  Reliability letter = Reliability::f;
  Reliability aligned = Reliability::f;  // if the voice has a side in the war
  bool speaks_for_side = false;
  bool takes_blame = false;  // it can accept responsibility for its side
};

// Whether a side fights in wars.
[[nodiscard]] bool is_belligerent(Side side);

class VoiceLexicon {
 public:
  static Result<VoiceLexicon> load(const DataFolder& folder);

  [[nodiscard]] const KindReliability& of(VoiceKind kind) const {
    return kinds_[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] Reliability letter_of(const ToldVoice& voice) const;
  // The side whose word the voice's is; two of one side are no two independent voices.
  [[nodiscard]] std::optional<Side> camp_of(const ToldVoice& voice) const;
  // country: ISO 3166 of the country that is fought over, "" if unknown.
  [[nodiscard]] bool opposed(Side a, Side b, std::string_view country,
                             std::optional<Date> day) const;

 private:
  struct Opposition {
    Side first, second;
    std::string country;
    std::optional<Date> from, to;
  };
  Result<Done> load_kinds(const DataFolder& folder);
  Result<Done> load_sides(const DataFolder& folder);

  std::array<KindReliability, kVoiceKinds> kinds_{};
  std::vector<Opposition> opposed_;
};

}  // namespace relata
