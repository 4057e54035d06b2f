// SPDX-License-Identifier: Apache-2.0
// NameLabels: names as one label a token (first, inner, last token of a name, or a name of one token, each with its kind;
// or outside), which labels may follow which, and the best sequence of labels for a sentence.
//
// Only kinds that context must decide have labels; demonyms, weapons, days and numbers are found by tables (name_rules.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/text/document.h"

namespace relata {

using NameLabel = std::uint8_t;
enum class NamePart : std::uint8_t { first, inner, last, only };

inline constexpr std::array kLearntKinds = {NameKind::person, NameKind::organisation,
                                            NameKind::armed_group, NameKind::place,
                                            NameKind::facility};
inline constexpr NameLabel kNoName = 0;
inline constexpr std::size_t kNameLabels = 1 + 4 * kLearntKinds.size();

[[nodiscard]] NameLabel name_label(NameKind kind, NamePart part);
[[nodiscard]] std::optional<NameKind> kind_of(NameLabel label);  // nothing: kNoName
[[nodiscard]] NamePart part_of(NameLabel label);
[[nodiscard]] std::vector<std::string>
name_label_names();  // "person.first", …, in the order of the labels
// Whether `next` may stand after `label`; a sentence begins and ends as if with kNoName.
[[nodiscard]] bool may_follow(NameLabel label, NameLabel next);

// A set of labels, by bit.
using LabelSet = std::uint32_t;
inline constexpr LabelSet kAllLabels = (1U << kNameLabels) - 1;
static_assert(kNameLabels < 32);

// Weights of one label after another: [label * kNameLabels + next].
using LabelPairs = std::array<std::int32_t, kNameLabels * kNameLabels>;

// The best sequence by the sums of each token (kNameLabels in a row) and the pairs. `allowed`: a set for each token, or
// empty for all. If no sequence is allowed, everything is outside. Buffers are kept from call to call.
class LabelDecoder {
 public:
  void decode(std::span<const std::int32_t> sums, const LabelPairs& pairs,
              std::span<const LabelSet> allowed, std::vector<NameLabel>& out);

 private:
  std::vector<NameLabel> from_;
};

}  // namespace relata
