// SPDX-License-Identifier: Apache-2.0
// LemmaExceptions: verbs and nouns whose forms no rule of spelling gives ("fled", "wives"), or that endings mislead ("freed"),
// from data/lemma_exceptions.tsv. They come before what was trained.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/base/data_folder.h"
#include "relata/text/document.h"

namespace relata {

class LemmaExceptions {
 public:
  LemmaExceptions() = default;  // none
  static Result<LemmaExceptions> load(const DataFolder& folder);

  // The lemma of an inflected form, in any case; nothing if it is no exception.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view form, Xpos xpos) const;

 private:
  std::unordered_map<std::string, std::string> verbs_;
  std::unordered_map<std::string, std::string> nouns_;
};

}  // namespace relata
