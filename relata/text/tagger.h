// SPDX-License-Identifier: Apache-2.0
// Tagger: one tag for each word, left to right, by the averaged perceptron. A tag is a pair of XPOS and UPOS ("VBD/AUX"),
// so that the two never disagree. Words that the treebanks always tag alike are looked up and not decided.
//
// Sections: "tagger" (LinearModel, labels are the tags), "tagger.known" (LinearModel whose rows are the words looked up).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/model/linear_model.h"
#include "relata/text/document.h"
#include "relata/text/word_view.h"

namespace relata {

using Tag = std::uint8_t;             // a label of the tagger
inline constexpr Tag kOutside = 255;  // the tag before the first word and after the last

[[nodiscard]] std::string tag_name(Xpos xpos, Upos upos);

// What the tagger looks at for word `i`, given the tags to its left. Shared with the trainer.
void tag_features(std::span<const WordView> words, std::size_t i, Tag previous, Tag before_previous,
                  std::vector<Feature>& out);
// The feature by which a word is looked up.
[[nodiscard]] Feature known_word(const WordView& word);

class Tagger {
 public:
  static Result<Tagger> open(const ModelFile& file);

  // `features` is a buffer.
  void tag(std::span<const WordView> words, std::vector<Tag>& tags,
           std::vector<Feature>& features) const;

  [[nodiscard]] Xpos xpos(Tag tag) const { return xpos_[tag]; }
  [[nodiscard]] Upos upos(Tag tag) const { return upos_[tag]; }
  [[nodiscard]] std::span<const std::string_view> labels() const { return model_.labels(); }

 private:
  Tagger(LinearModel model, LinearModel known)
      : model_(std::move(model)), known_(std::move(known)) {}

  LinearModel model_;
  LinearModel known_;
  std::vector<Xpos> xpos_;
  std::vector<Upos> upos_;
};

}  // namespace relata
