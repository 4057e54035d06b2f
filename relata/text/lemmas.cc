// SPDX-License-Identifier: Apache-2.0
#include "relata/text/lemmas.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/text/word_view.h"

namespace relata {
namespace {

constexpr std::size_t kLongestEnding = 6;
// Numbers of templates; to the last two the ending's size is added.
constexpr std::uint32_t kTag = 0;
constexpr std::uint32_t kWordTag = 1;
constexpr std::uint32_t kWordUpos = 2;
constexpr std::uint32_t kEnding = 2;
constexpr std::uint32_t kEndingAndVowels = kEnding + kLongestEnding;

// Vowels that stand together count once: "shell" 1, "control" 2. It decides whether a doubled letter is part of the word.
std::uint32_t vowel_groups(std::string_view word) {
  std::uint32_t groups = 0;
  bool last = false;
  for (const char c : word) {
    const bool vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    groups += vowel && !last;
    last = vowel;
  }
  return groups;
}

}  // namespace

std::string lemma_base(std::string_view form, Upos upos) {
  if (upos == Upos::propn) return std::string(form);
  std::string buffer;
  return lower_ascii(plain_form(form, buffer));
}

bool has_edits(Upos upos, Xpos xpos) {
  switch (upos) {
    case Upos::propn:
      return xpos == Xpos::nnps;
    case Upos::num:
    case Upos::punct:
    case Upos::sym:
    case Upos::x:
      return false;
    case Upos::adj:
    case Upos::adp:
    case Upos::adv:
    case Upos::aux:
    case Upos::cconj:
    case Upos::det:
    case Upos::intj:
    case Upos::noun:
    case Upos::part:
    case Upos::pron:
    case Upos::sconj:
    case Upos::verb:
      return true;
  }
  return false;
}

void lemma_features(std::string_view base, Upos upos, Xpos xpos, std::vector<Feature>& out) {
  out.clear();
  out.push_back(feature(kWordTag, hash_text(base), xpos));
  out.push_back(feature(kWordUpos, hash_text(base), upos));
  out.push_back(feature(kTag, xpos));
  const std::uint32_t groups = vowel_groups(base);
  for (std::size_t size = 1; size <= std::min(base.size(), kLongestEnding); ++size) {
    const std::uint64_t ending = hash_text(base.substr(base.size() - size));
    const auto number = static_cast<std::uint32_t>(size);
    out.push_back(feature(kEnding + number, ending, xpos));
    out.push_back(feature(kEndingAndVowels + number, ending, xpos, groups));
  }
}

Result<Lemmas> Lemmas::open(const ModelFile& file) {
  RELATA_TRY(LinearModel model, LinearModel::open(file, "lemmas"));
  Lemmas lemmas(std::move(model));
  for (const auto label : lemmas.model_.labels()) {
    Edit edit;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), edit.cut);
    if (error != std::errc{} || end == label.data() + label.size() || *end != '|') {
      return Error{"unknown edit of a lemma: " + std::string(label)};
    }
    edit.add = label.substr(static_cast<std::size_t>(end - label.data()) + 1);
    lemmas.edits_.push_back(edit);
  }
  return lemmas;
}

std::string Lemmas::lemma(std::string_view form, Upos upos, Xpos xpos,
                          std::vector<Feature>& features) const {
  std::string base = lemma_base(form, upos);
  if (!has_edits(upos, xpos)) return base;
  lemma_features(base, upos, xpos, features);
  std::array<std::int32_t, LinearModel::kMaxLabels> sums{};
  model_.sums(features, sums);
  std::size_t best = edits_.size();
  for (std::size_t i = 0; i < edits_.size(); ++i) {
    const bool fits =
        edits_[i].cut <= base.size() && edits_[i].cut < base.size() + edits_[i].add.size();
    if (fits && (best == edits_.size() || sums[i] > sums[best])) best = i;
  }
  if (best == edits_.size() || !on_boundary(base, base.size() - edits_[best].cut)) return base;
  base.resize(base.size() - edits_[best].cut);
  base += edits_[best].add;
  return base;
}

}  // namespace relata
