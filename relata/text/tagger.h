// SPDX-License-Identifier: Apache-2.0
// Tagger: one tag for each word, left to right, by the averaged perceptron. A tag is a pair of XPOS and UPOS ("VBD/AUX"),
// so that the two never disagree.
//
// Sections: "tagger" (LinearModel, labels are the tags), "habits" (WordTable: which set of tags a word is known to take).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/model/linear_model.h"
#include "relata/model/word_table.h"
#include "relata/text/document.h"
#include "relata/text/word_view.h"

namespace relata {

using Tag = std::uint8_t;             // a label of the tagger
inline constexpr Tag kOutside = 255;  // the tag before the first word and after the last

[[nodiscard]] std::string tag_name(Xpos xpos, Upos upos);

// What the tagger looks at for word `i`, given the tags to its left. Shared with the trainer.
void tag_features(std::span<const WordView> words, std::size_t i, Tag previous, Tag before_previous,
                  std::vector<Feature>& out);

class Tagger {
 public:
  static Result<Tagger> open(const ModelFile& file);

  // `features` is a buffer.
  void tag(std::span<const WordView> words, std::vector<Tag>& tags,
           std::vector<Feature>& features) const;

  [[nodiscard]] const WordTable& habits() const { return habits_; }
  [[nodiscard]] Xpos xpos(Tag tag) const { return xpos_[tag]; }
  [[nodiscard]] Upos upos(Tag tag) const { return upos_[tag]; }
  [[nodiscard]] std::span<const std::string_view> labels() const { return model_.labels(); }

 private:
  Tagger(LinearModel model, WordTable habits) : model_(std::move(model)), habits_(habits) {}

  LinearModel model_;
  WordTable habits_;
  std::vector<Xpos> xpos_;
  std::vector<Upos> upos_;
};

}  // namespace relata
