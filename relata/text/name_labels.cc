// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_labels.h"

#include <algorithm>

#include "relata/base/result.h"

namespace relata {
namespace {

constexpr std::array<std::string_view, 4> kParts = {"first", "inner", "last", "only"};
constexpr std::int32_t kNever = INT32_MIN / 2;

// may_follow for every pair, as the decoder asks it.
constexpr bool opens(NameLabel label) {
  return label == kNoName || (label - 1) % 4 == 0 || (label - 1) % 4 == 3;
}
constexpr bool closes(NameLabel label) {
  return label == kNoName || (label - 1) % 4 == 2 || (label - 1) % 4 == 3;
}
constexpr bool follows(NameLabel label, NameLabel next) {
  if (closes(label)) return opens(next);
  return !opens(next) && (label - 1) / 4 == (next - 1) / 4;
}
constexpr auto make_before() {
  std::array<LabelSet, kNameLabels> before{};
  for (NameLabel next = 0; next < kNameLabels; ++next) {
    for (NameLabel label = 0; label < kNameLabels; ++label) {
      if (follows(label, next)) before[next] |= 1U << label;
    }
  }
  return before;
}
constexpr auto kBefore = make_before();

}  // namespace

NameLabel name_label(NameKind kind, NamePart part) {
  const auto at = std::find(kLearntKinds.begin(), kLearntKinds.end(), kind);
  RELATA_CHECK(at != kLearntKinds.end());
  return static_cast<NameLabel>(1 + 4 * (at - kLearntKinds.begin()) + static_cast<int>(part));
}

std::optional<NameKind> kind_of(NameLabel label) {
  if (label == kNoName) return std::nullopt;
  return kLearntKinds[static_cast<std::size_t>(label - 1) / 4];
}

NamePart part_of(NameLabel label) {
  return label == kNoName ? NamePart::only : static_cast<NamePart>((label - 1) % 4);
}

std::vector<std::string> name_label_names() {
  std::vector<std::string> names = {"outside"};
  for (NameLabel label = 1; label < kNameLabels; ++label) {
    names.push_back(std::string(name_of(*kind_of(label))) + '.' +
                    std::string(kParts[(label - 1U) % 4]));
  }
  return names;
}

bool may_follow(NameLabel label, NameLabel next) { return follows(label, next); }

void LabelDecoder::decode(std::span<const std::int32_t> sums, const LabelPairs& pairs,
                          std::span<const LabelSet> allowed, std::vector<NameLabel>& out) {
  const std::size_t size = sums.size() / kNameLabels;
  out.assign(size, kNoName);
  if (size == 0) return;
  from_.assign(size * kNameLabels, kNoName);
  std::array<std::int32_t, kNameLabels> best{};
  best.fill(kNever);
  best[kNoName] = 0;
  for (std::size_t i = 0; i < size; ++i) {
    std::array<std::int32_t, kNameLabels> next_best{};
    next_best.fill(kNever);
    const LabelSet open = allowed.empty() ? kAllLabels : allowed[i];
    for (NameLabel next = 0; next < kNameLabels; ++next) {
      if ((open >> next & 1U) == 0) continue;
      for (NameLabel label = 0; label < kNameLabels; ++label) {
        if ((kBefore[next] >> label & 1U) == 0 || best[label] <= kNever) continue;
        const std::int32_t sum = best[label] + pairs[label * kNameLabels + next];
        if (sum > next_best[next]) {
          next_best[next] = sum;
          from_[i * kNameLabels + next] = label;
        }
      }
      if (next_best[next] > kNever) next_best[next] += sums[i * kNameLabels + next];
    }
    best = next_best;
  }
  std::optional<NameLabel> label;
  for (NameLabel last = 0; last < kNameLabels; ++last) {
    if (closes(last) && best[last] > kNever && (!label || best[last] > best[*label])) label = last;
  }
  if (!label) return;
  for (std::size_t i = size; i-- > 0;) {
    out[i] = *label;
    label = from_[i * kNameLabels + *label];
  }
}

}  // namespace relata
