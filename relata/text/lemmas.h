// SPDX-License-Identifier: Apache-2.0
// Lemmas: the dictionary form of a word from its form and tag, in the way of UD English: "was"/VBD be, "forces"/NNS force. A
// LinearModel ("lemmas") over endings and whole words chooses an edit, "3|be": cut three bytes, add "be".
// Proper names keep their form and case; numbers, marks and foreign words stay as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/model/linear_model.h"
#include "relata/text/document.h"

namespace relata {

class Lemmas {
 public:
  static Result<Lemmas> open(const ModelFile& file);

  // `features` is a buffer.
  [[nodiscard]] std::string lemma(std::string_view form, Upos upos, Xpos xpos,
                                  std::vector<Feature>& features) const;

 private:
  struct Edit {
    std::size_t cut = 0;
    std::string_view add;
  };
  explicit Lemmas(LinearModel model) : model_(std::move(model)) {}

  LinearModel model_;
  std::vector<Edit> edits_;
};

// What edits apply to: the plain form in lower case, or for proper names as it stands.
[[nodiscard]] std::string lemma_base(std::string_view form, Upos upos);
// Whether words of this tag can have a lemma other than their base.
[[nodiscard]] bool has_edits(Upos upos, Xpos xpos);
// The first kWordFeatures of them are of the whole word.
inline constexpr std::size_t kWordFeatures = 2;
void lemma_features(std::string_view base, Upos upos, Xpos xpos, std::vector<Feature>& out);

}  // namespace relata
