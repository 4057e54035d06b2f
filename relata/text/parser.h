// SPDX-License-Identifier: Apache-2.0
// DependencyParser: greedy arc-hybrid parsing; each move with its relation is the best of a LinearModel (labels "S",
// "L:nsubj", "R:obj" …). Linear in the words of the sentence. Two passes: "parser.guide" reads from right to left, and
// "parser" from left to right, with the first tree among its features: it knows what lies ahead (Attardi and
// Dell'Orletta 2009).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/model/linear_model.h"
#include "relata/text/arc_hybrid.h"
#include "relata/text/parse_features.h"

namespace relata {

// A move and, for left and right, the relation that it gives.
struct ParseAction {
  Move move = Move::shift;
  Deprel deprel = Deprel::root;
  auto operator<=>(const ParseAction&) const = default;
};
[[nodiscard]] std::string action_name(ParseAction action);
[[nodiscard]] std::optional<ParseAction> action_of(std::string_view name);

// Whether the state allows an action: `root` goes with the artificial root and with nothing else.
[[nodiscard]] bool allowed(const ArcHybrid& state, ParseAction action);

class DependencyParser {
 public:
  static Result<DependencyParser> open(const ModelFile& file, std::string_view section);

  // Leaves the finished tree in `state`. `words` are those of parse_words. `features` is a buffer.
  void parse(std::span<const ParseWord> words, ArcHybrid& state,
             std::vector<Feature>& features) const;

 private:
  explicit DependencyParser(LinearModel model) : model_(std::move(model)) {}
  [[nodiscard]] ParseAction best(const ArcHybrid& state, std::span<const std::int32_t> sums) const;

  LinearModel model_;
  std::vector<ParseAction> actions_;
};

}  // namespace relata
