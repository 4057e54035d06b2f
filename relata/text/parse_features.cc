// SPDX-License-Identifier: Apache-2.0
#include "relata/text/parse_features.h"

#include <algorithm>

namespace relata {
namespace {

using Word = ArcHybrid::Word;

// Steps that grow with the distance: 1 2 3 4 5-6 7-10 11+.
std::uint32_t step_of(std::uint32_t distance) {
  if (distance <= 4) return distance;
  return distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}

const ArcHybrid::Node kNoNode{};

// The state's places, each as word, tag and node.
struct Place {
  std::uint64_t w = 0;
  std::uint64_t t = kOutside;
  Word at = ArcHybrid::kNone;
  std::uint64_t label = 63;
};

class Features {
 public:
  Features(const ArcHybrid& state, std::span<const ParseWord> words, std::vector<Feature>& out)
      : state_(state), words_(words), out_(out) {
    s0_ = place(state.stack(0));
    s1_ = place(state.stack(1));
    s2_ = place(state.stack(2));
    b0_ = place(state.ahead(0));
    b1_ = place(state.ahead(1));
    b2_ = place(state.ahead(2));
    s0l_ = place(node(s0_).left);
    s0r_ = place(node(s0_).right);
    s0l2_ = place(node(s0_).left2);
    s0r2_ = place(node(s0_).right2);
    s1l_ = place(node(s1_).left);
    s1r_ = place(node(s1_).right);
    s1r2_ = place(node(s1_).right2);
    b0l_ = place(node(b0_).left);
    b0l2_ = place(node(b0_).left2);
    s0b0_ = between(s0_, b0_);
    s1s0_ = between(s1_, s0_);
  }

  void all() {
    out_.clear();
    single_words();
    pairs();
    shape_of_state();
    // The first pass, which only guides the second, does without the rest.
    if (words_.back().guide_head == ArcHybrid::kNone) return;
    triples();
    children();
    guides();
  }

 private:
  Place place(Word at) const {
    if (at == ArcHybrid::kNone) return {};
    const ParseWord& word = words_[static_cast<std::size_t>(at)];
    return {word.word, word.tag, at, static_cast<std::uint64_t>(state_.node(at).deprel)};
  }
  const ArcHybrid::Node& node(const Place& place) const {
    return place.at == ArcHybrid::kNone ? kNoNode : state_.node(place.at);
  }
  // Distance and commas between two places as one number.
  std::uint64_t between(const Place& a, const Place& b) const {
    if (a.at == ArcHybrid::kNone || b.at == ArcHybrid::kNone) return 0;
    const auto commas =
        static_cast<std::uint32_t>(words_[static_cast<std::size_t>(b.at) - 1].commas) -
        words_[static_cast<std::size_t>(a.at)].commas;
    return step_of(static_cast<std::uint32_t>(b.at - a.at)) * 4 + std::min(commas & 0xFFU, 3U);
  }
  template <typename... Parts>
  void add(Parts... parts) {
    out_.push_back(feature(next_++, parts...));
  }

  void single_words() {
    add();
    for (const Place* p : {&s0_, &s1_, &b0_, &b1_}) {
      add(p->w);
      add(p->t);
      add(p->w, p->t);
    }
    add(s2_.t);
    add(s2_.w, s2_.t);
    add(b2_.t);
    add(b2_.w, b2_.t);
    add(ending(s0_), s0_.t, b0_.t);
    add(ending(b0_), b0_.t, s0_.t);
    add(ending(s1_), s1_.t, s0_.t);
  }

  void pairs() {
    add(s0_.w, b0_.w);
    add(s0_.w, s0_.t, b0_.t);
    add(s0_.t, b0_.w, b0_.t);
    add(s0_.t, b0_.t);
    add(s0_.w, b0_.w, b0_.t, s0_.t);
    add(s1_.w, s0_.w);
    add(s1_.w, s1_.t, s0_.t);
    add(s1_.t, s0_.w, s0_.t);
    add(s1_.t, s0_.t);
    add(b0_.t, b1_.t);
    add(b0_.w, b1_.t);
    add(b0_.w, b1_.w);
    add(s0_.w, b1_.w);
    add(s0_.w, b1_.t);
    add(s0_.t, b1_.w);
    add(s1_.t, b0_.t);
    add(s1_.w, b0_.w);
    add(s1_.w, b0_.t);
    add(s1_.t, b0_.w);
  }

  void triples() {
    add(s0_.t, b0_.t, b1_.t);
    add(s1_.t, s0_.t, b0_.t);
    add(s2_.t, s1_.t, s0_.t);
    add(b0_.t, b1_.t, b2_.t);
    add(s1_.t, s0_.t, b0_.w);
    add(s1_.t, s0_.w, b0_.t);
    add(s1_.w, s0_.t, b0_.t);
    add(s0_.w, b0_.t, b1_.t);
    add(s0_.t, b0_.w, b1_.t);
    add(s0_.t, b0_.t, b1_.w);
    add(s1_.t, s0_.t, b0_.t, b1_.t);
    add(s2_.t, s1_.t, s0_.t, b0_.t);
    add(s0_.t, b0_.t, b1_.t, b2_.t);
  }

  void children() {
    add(s0_.t, s0l_.t, b0_.t);
    add(s0_.t, s0r_.t, b0_.t);
    add(s0_.t, b0_.t, b0l_.t);
    add(s0_.w, b0_.w, b0l_.w);
    add(s1_.t, s1r_.t, s0_.t);
    add(s1_.t, s1l_.t, s0_.t);
    add(s1_.t, s0_.t, s0l_.t);
    add(s1_.t, s0_.t, s0r_.t);
    add(s0_.t, s0l_.t, s0l2_.t);
    add(s0_.t, s0r_.t, s0r2_.t);
    add(b0_.t, b0l_.t, b0l2_.t);
    // The preposition or conjunction of what is to be attached.
    add(s1_.w, s0l_.w, s0_.t);
    add(s1_.t, s0l_.w, s0_.t);
    add(s1_.t, s0l_.w, s0_.w);
    add(s1_.w, s0_.w, s0l_.w);
    add(s2_.w, s1_.t, s0l_.w, s0_.t);
    add(s0_.w, b0l_.w, b0_.t);
    add(s0_.t, b0l_.w, b0_.w);
    add(s0_.t, b0l_.w, b0_.t);
    add(s0_.w, s0l_.w, s0l_.label);
    add(s0_.w, s0r_.w, s0r_.label);
    add(s0_.t, s0r_.w, s0r_.label, b0_.t);
    add(s1_.w, s1r_.w, s1r_.label, s0_.t);
    add(s1_.t, s1r_.label, s0_.w, s0_.t);
    add(s1_.t, s1r_.label, s1r2_.label, s0_.t);
    add(s0_.t, s0l_.label, s0r_.label, b0_.t);
    add(b0_.w, b0l_.w, b0l_.label);
  }

  void shape_of_state() {
    const auto& n0 = node(s0_);
    const auto& n1 = node(s1_);
    const auto& nb = node(b0_);
    add(s0_.t, n0.left_labels, n0.right_labels);
    add(s0_.w, n0.left_labels);
    add(s0_.w, n0.right_labels);
    add(s0_.t, n0.right_labels, b0_.t);
    add(s0_.t, n0.left_labels, b0_.t);
    add(s0_.t, n0.left_labels, b0_.w);
    add(s1_.t, n1.right_labels, s0_.t);
    add(s1_.w, n1.right_labels, s0_.t);
    add(s1_.t, n1.left_labels, s0_.t, n0.left_labels);
    add(b0_.t, nb.left_labels, s0_.t);
    add(b0_.w, nb.left_labels);
    add(s0_.t, n0.left_labels, b0_.t, nb.left_labels);
    add(s0b0_, s0_.t, b0_.t);
    add(s0b0_, s0_.w);
    add(s0b0_, b0_.w);
    add(s0b0_, s0_.w, b0_.t);
    add(s1s0_, s1_.t, s0_.t);
    add(s1s0_, s1_.w);
    add(s1s0_, s0_.w);
    add(s1s0_, s1_.t, s0_.t, b0_.t);
    add(s1s0_, s1_.t, s0_.t, n0.left_labels);
    add(s0_.t, b0_.t, b0_.at == state_.root(), std::min<std::size_t>(state_.stack_size(), 4));
    add(capital(s1_), capital(s0_), capital(b0_), s1_.t, s0_.t, b0_.t);
  }

  // Where the first pass hangs the top and the next word, and whether it still hangs words ahead under the top.
  void guides() {
    const std::uint32_t top = guide_place(s0_);
    const std::uint32_t next = guide_place(b0_);
    const bool pending = s0_.at != ArcHybrid::kNone && word(s0_).guide_last >= b0_.at;
    const auto label = s0_.at == ArcHybrid::kNone ? Deprel::root : word(s0_).guide_deprel;
    const auto next_label = word(b0_).guide_deprel;
    add(top, next, pending);
    add(top, label, pending);
    add(next, next_label, top);
    add(top, next, pending, s0_.t, b0_.t);
    add(top, pending, s1_.t, s0_.t);
    add(top, label, s1_.t, s0_.t);
    add(top, label, s0_.t, b0_.t);
    add(guide_place(s1_), top, next, pending);
    add(top, label, pending, s0b0_, s1s0_);
  }

  // 0: no word; 1: under the next; 2: under the one below the top; 3: under the top; 4 and 5: further left or right; 6:
  // root.
  std::uint32_t guide_place(const Place& place) const {
    if (place.at == ArcHybrid::kNone) return 0;
    const Word head = word(place).guide_head;
    if (head == b0_.at) return b0_.at == state_.root() ? 6 : 1;
    if (head == s1_.at) return 2;
    if (head == s0_.at) return 3;
    if (head == state_.root()) return 6;
    return head < place.at ? 4 : 5;
  }

  const ParseWord& word(const Place& place) const {
    return words_[static_cast<std::size_t>(place.at)];
  }

  std::uint64_t ending(const Place& place) const {
    return place.at == ArcHybrid::kNone ? 0 : words_[static_cast<std::size_t>(place.at)].ending;
  }
  bool capital(const Place& place) const {
    return place.at != ArcHybrid::kNone && words_[static_cast<std::size_t>(place.at)].capital;
  }

  const ArcHybrid& state_;
  std::span<const ParseWord> words_;
  std::vector<Feature>& out_;
  std::uint32_t next_ = 0;  // the template's number: its place in the order of adding
  Place s0_, s1_, s2_, b0_, b1_, b2_, s0l_, s0r_, s0l2_, s0r2_, s1l_, s1r_, s1r2_, b0l_, b0l2_;
  std::uint64_t s0b0_ = 0;
  std::uint64_t s1s0_ = 0;
};

}  // namespace

void parse_words(std::span<const WordView> views, std::span<const Tag> tags,
                 std::vector<ParseWord>& out) {
  const std::uint64_t comma = hash_text(",");
  out.clear();
  std::uint8_t commas = 0;
  for (std::size_t i = 0; i < views.size(); ++i) {
    const WordView& view = views[i];
    ParseWord word{.word = view.lower, .ending = view.suffix[2], .tag = tags[i]};
    word.is_comma = view.form == comma;
    if (word.is_comma) ++commas;
    word.commas = commas;
    word.capital = view.capital;
    out.push_back(word);
  }
  out.push_back({.word = 1, .ending = 1, .tag = kOutside - 1, .commas = commas});
}

void mirror_words(std::span<const ParseWord> words, std::vector<ParseWord>& out) {
  out.assign(words.rbegin() + 1, words.rend());
  std::uint8_t commas = 0;
  for (ParseWord& word : out) {
    if (word.is_comma) ++commas;
    word.commas = commas;
  }
  out.push_back(words.back());
  out.back().commas = commas;
}

void set_guides(const ArcHybrid& mirrored, std::vector<ParseWord>& words) {
  const Word root = mirrored.root();
  for (ParseWord& word : words) word.guide_last = ArcHybrid::kNone;
  for (Word i = 0; i < root; ++i) {
    const auto& node = mirrored.node(root - 1 - i);
    ParseWord& word = words[static_cast<std::size_t>(i)];
    word.guide_head = node.head == root ? root : root - 1 - node.head;
    word.guide_deprel = node.deprel;
    words[static_cast<std::size_t>(word.guide_head)].guide_last = i;
  }
  words.back().guide_head = root;  // marks that there are guides
}

void parse_features(const ArcHybrid& state, std::span<const ParseWord> words,
                    std::vector<Feature>& out) {
  Features(state, words, out).all();
}

}  // namespace relata
