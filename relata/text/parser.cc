// SPDX-License-Identifier: Apache-2.0
#include "relata/text/parser.h"

#include <algorithm>
#include <array>

namespace relata {

std::string action_name(ParseAction action) {
  if (action.move == Move::shift) return "S";
  return (action.move == Move::left ? "L:" : "R:") + std::string(name_of(action.deprel));
}

std::optional<ParseAction> action_of(std::string_view name) {
  if (name == "S") return ParseAction{};
  if (!name.starts_with("L:") && !name.starts_with("R:")) return std::nullopt;
  const auto deprel = deprel_of(name.substr(2));
  if (!deprel) return std::nullopt;
  return ParseAction{name.front() == 'L' ? Move::left : Move::right, *deprel};
}

bool allowed(const ArcHybrid& state, ParseAction action) {
  if (!state.allows(action.move)) return false;
  if (action.move == Move::shift) return true;
  const bool under_root = action.move == Move::left && state.ahead(0) == state.root();
  return under_root == (action.deprel == Deprel::root);
}

Result<DependencyParser> DependencyParser::open(const ModelFile& file, std::string_view section) {
  RELATA_TRY(LinearModel model, LinearModel::open(file, section));
  DependencyParser parser(std::move(model));
  for (const auto label : parser.model_.labels()) {
    const auto action = action_of(label);
    if (!action) return Error{"unknown action of the parser: " + std::string(label)};
    parser.actions_.push_back(*action);
  }
  // With these three some action is allowed in every state.
  const auto has = [&](ParseAction action) {
    return std::find(parser.actions_.begin(), parser.actions_.end(), action) !=
           parser.actions_.end();
  };
  const auto has_right =
      std::any_of(parser.actions_.begin(), parser.actions_.end(), [](ParseAction action) {
        return action.move == Move::right && action.deprel != Deprel::root;
      });
  if (!has({}) || !has({Move::left, Deprel::root}) || !has_right)
    return Error{"the parser lacks actions"};
  return parser;
}

ParseAction DependencyParser::best(const ArcHybrid& state,
                                   std::span<const std::int32_t> sums) const {
  // One question per kind of move, not one per action.
  const bool at_root = state.ahead(0) == state.root();
  const std::array<bool, 3> moves = {state.allows(Move::shift), state.allows(Move::left),
                                     state.allows(Move::right)};
  std::size_t best = actions_.size();
  for (std::size_t i = 0; i < actions_.size(); ++i) {
    const ParseAction action = actions_[i];
    if (best != actions_.size() && sums[i] <= sums[best]) continue;
    if (!moves[static_cast<std::size_t>(action.move)]) continue;
    const bool is_root = action.deprel == Deprel::root;
    if (action.move != Move::shift && is_root != (action.move == Move::left && at_root)) continue;
    best = i;
  }
  RELATA_CHECK(best != actions_.size());
  return actions_[best];
}

void DependencyParser::parse(std::span<const ParseWord> words, ArcHybrid& state,
                             std::vector<Feature>& features) const {
  std::array<std::int32_t, LinearModel::kMaxLabels> sums{};
  state.start(words.size() - 1);
  while (!state.finished()) {
    parse_features(state, words, features);
    model_.sums(features, sums);
    const ParseAction action = best(state, sums);
    state.apply(action.move, action.deprel);
  }
}

}  // namespace relata
