// SPDX-License-Identifier: Apache-2.0
// LineageLexicon: under which key a voice is compared across reports, and to whom it belongs (data/voice_owners.tsv).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/attribution/known_voices.h"
#include "relata/base/data_folder.h"
#include "relata/base/date.h"

namespace relata {

class LineageLexicon {
 public:
  static Result<LineageLexicon> load(const DataFolder& folder);

  struct Named {
    std::string key;    // the same for all names of a known voice
    std::string name;   // for people: the known name, or as given
    std::string owner;  // "" if it belongs to nobody else that is listed
    const KnownVoice* known = nullptr;
  };
  [[nodiscard]] Named look_up(std::string_view name, std::optional<Date> day) const;

 private:
  explicit LineageLexicon(KnownVoices voices) : voices_(std::move(voices)) {}

  KnownVoices voices_;
  std::unordered_map<std::string, std::string> owners_;  // by key
};

}  // namespace relata
