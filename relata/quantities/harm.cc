// SPDX-License-Identifier: Apache-2.0
#include "relata/quantities/harm.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace relata {

namespace {

constexpr std::size_t kNear = 7;        // pieces from a count to its predicate, function words only
constexpr std::size_t kWide = 16;       // the same, whatever stands between
constexpr std::size_t kTollReach = 24;  // pieces from "toll" to its number
constexpr std::size_t kPartReach = 8;   // pieces from a part to the words for its whole
constexpr int kSteps = 3;               // up the tree

class HarmReader {
 public:
  HarmReader(std::span<const Piece> pieces, const std::vector<CountPhrase>& counts,
             const Document& document, const QuantityLexicon& lexicon)
      : pieces_(pieces),
        counts_(counts),
        document_(document),
        lexicon_(lexicon),
        used_(pieces.size(), false),
        found_(counts.size()) {}

  std::vector<std::optional<Harm>> run() {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      found_[i] = of_count(i);
      if (found_[i] && !found_[i]->inherited && found_[i]->word >= counts_[i].end)
        used_[found_[i]->word] = true;
    }
    // What follows may tell of what stands before: "three children and a woman were killed".
    for (std::size_t i = counts_.size(); i-- > 0;) {
      if (!found_[i] && i + 1 < counts_.size() && found_[i + 1] && joined_to_next(i))
        found_[i] = inherit(*found_[i + 1]);
    }
    return std::move(found_);
  }

 private:
  bool is(std::size_t at, std::string_view lower) const {
    return at < pieces_.size() && pieces_[at].is(lower);
  }
  bool is_any(std::size_t at, std::initializer_list<std::string_view> lower) const {
    return at < pieces_.size() &&
           std::find(lower.begin(), lower.end(), pieces_[at].lower) != lower.end();
  }
  bool is_mark(std::size_t at) const {
    return at < pieces_.size() && pieces_[at].kind == PieceKind::mark;
  }
  const HarmWord* harm(std::size_t at) const {
    return at < pieces_.size() && pieces_[at].kind == PieceKind::word
               ? lexicon_.harm(pieces_[at].lower)
               : nullptr;
  }

  static Harm inherit(Harm harm) {
    harm.inherited = true;
    return harm;
  }
  static Harm as_part(Harm harm) {
    harm.part = true;
    return inherit(harm);
  }

  // Whether what is counted can be harmed so: no tanks killed.
  bool fits(const HarmWord& word, const CountPhrase& count) const {
    if (count.noun_kind == CountWordKind::thing || count.noun_kind == CountWordKind::strike)
      return false;
    return !word.needs_person || count.counts_people();
  }

  std::optional<Harm> of_count(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    if (auto harm = right_after(i)) return harm;
    if (auto harm = right_before(i)) return harm;
    if (auto harm = of_whole(i)) return harm;
    if (auto harm = predicate_near(i)) return harm;
    if (auto harm = among_others(i)) return harm;
    if (auto harm = of_joined(i)) return harm;
    if (auto harm = toll(i)) return harm;
    if (auto harm = in_phrase(i)) return harm;
    if (auto harm = by_tree(i)) return harm;
    if (count.form == NumberForm::article) return std::nullopt;
    return predicate_wide(i);
  }

  // A word of harm at `at` with what is joined to it: "killed and wounded" is either.
  std::optional<Harm> harm_at(std::size_t at, std::uint8_t uses, const CountPhrase& count) const {
    const HarmWord* word = harm(at);
    if (word == nullptr || !word->has(uses) || !fits(*word, count)) return std::nullopt;
    CountOf of = word->of;
    if (of == CountOf::killed && at >= count.end) {
      const std::size_t next = is_any(at + 1, {"and", "or", "&"}) ? at + 2 : at + 1;
      const HarmWord* second = harm(next);
      if (second != nullptr && second->of == CountOf::injured && !begins_count(next + 1))
        of = CountOf::killed_or_injured;
    }
    if (of == CountOf::injured && at < count.begin && at > 0) {
      const std::size_t before = at > 1 && is_any(at - 1, {"and", "or", "&"}) ? at - 2 : at - 1;
      const HarmWord* first = harm(before);
      if (first != nullptr && first->of == CountOf::killed && !used_[before])
        of = CountOf::killed_or_injured;
    }
    return Harm{.of = of, .word = at};
  }

  bool begins_count(std::size_t at) const {
    return std::any_of(counts_.begin(), counts_.end(), [&](const CountPhrase& count) {
      return count.begin <= at && at < count.end;
    });
  }

  // Whether the count that begins at `at` has a word of harm of its own right after it.
  bool told_after(std::size_t at) const {
    for (const CountPhrase& count : counts_) {
      if (count.begin != at) continue;
      const HarmWord* word = harm(count.end);
      return word != nullptr && word->has(HarmUse::kDone | HarmUse::kState | HarmUse::kSelf);
    }
    return false;
  }

  // "25 dead", "three others injured", "12 casualties". A verb with an object of its own is no participle:
  // "three gunmen killed 12 people".
  std::optional<Harm> right_after(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    auto found = harm_at(count.end, HarmUse::kDone | HarmUse::kState | HarmUse::kSelf, count);
    if (!found) return found;
    const HarmWord* word = harm(count.end);
    if (pieces_[count.end].lower.ends_with("ing"))
      return std::nullopt;  // "killed 12 militants fleeing the town"
    if (word->has(HarmUse::kState | HarmUse::kSelf) && !word->has(HarmUse::kDone)) return found;
    return has_object(count.end) ? std::nullopt : found;
  }

  // Whether the verb there is active: what it is done to follows it.
  bool has_object(std::size_t verb) const {
    return begins_count(verb + 1) && !told_after(verb + 1);
  }

  // "killed 12", "the lives of 12".
  std::optional<Harm> right_before(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    std::size_t at = count.begin;
    while (at > 0 && (is_any(at - 1, {"\"", "“", "by"}) || (is(at - 1, "the") && at > 1))) {
      if (is(at - 1, "by")) return std::nullopt;
      --at;
    }
    if (at == 0) return std::nullopt;
    if (!used_[at - 1]) {
      if (auto found = harm_at(at - 1, HarmUse::kDoes | HarmUse::kDone, count)) return found;
    }
    if (at > 1 && is(at - 1, "dead") && is(at - 2, "shot") && fits(*harm(at - 1), count)) {
      return Harm{.of = CountOf::killed, .word = at - 1};  // "shot dead three men"
    }
    if (at > 2 && is(at - 1, "with") && is_any(at - 2, {"along", "together"})) {
      if (auto found = harm_at(at - 3, HarmUse::kDone, count)) return found;
    }
    if (at > 1 && is_any(at - 1, {"of", "to", "against"})) {
      if (auto found = harm_at(at - 2, HarmUse::kOf, count)) return found;
    }
    return std::nullopt;
  }

  // "including three children", "eight of them children": what happened to the whole before.
  std::optional<Harm> of_whole(std::size_t i) const {
    if (!(counts_[i].introduced || counts_[i].of_them)) return std::nullopt;
    if (counts_[i].share) return std::nullopt;
    for (std::size_t whole = i; whole-- > 0;) {
      if (found_[whole] && !counts_[whole].share) return as_part(*found_[whole]);
    }
    // The whole may go without a number: "killing civilians including three children", "the victims included 51 children".
    for (std::size_t back = 1; back <= kPartReach && back <= counts_[i].begin; ++back) {
      const std::size_t at = counts_[i].begin - back;
      if (is_any(at, {".", ";"})) break;
      constexpr std::uint8_t kAny =
          HarmUse::kDone | HarmUse::kDoes | HarmUse::kState | HarmUse::kToll;
      if (auto found = harm_at(at, kAny, counts_[i])) return as_part(*found);
    }
    return std::nullopt;
  }

  // "12 were killed", "13000 residents to flee": function words alone stand between.
  std::optional<Harm> predicate_near(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    for (std::size_t at = count.end; at < pieces_.size() && at < count.end + kNear; ++at) {
      if (at > count.end) {
        auto found = harm_at(at, HarmUse::kDone | HarmUse::kSelf | HarmUse::kState, count);
        if (found && (!has_object(at) || is_any(at - 1, {"were", "was", "been"}))) return found;
      }
      if (!steps_over(at)) return std::nullopt;
    }
    return std::nullopt;
  }

  // "three children were among the dead", "a child was among at least 22 people killed".
  std::optional<Harm> among_others(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    std::size_t at = count.end;
    while (at < count.end + 3 && is_any(at, {"were", "was", "are", "is", "also", "been"})) ++at;
    if (!is(at, "among")) return were_among(count);
    if (is_any(at + 1, {"them", "whom"})) return std::nullopt;
    for (std::size_t near = at + 1; near <= at + kNear; ++near) {
      if (auto found = harm_at(near, HarmUse::kDone | HarmUse::kState, count))
        return as_part(*found);
    }
    return std::nullopt;
  }

  // "among the wounded were four children".
  std::optional<Harm> were_among(const CountPhrase& count) const {
    if (count.begin == 0 || !is_any(count.begin - 1, {"were", "was", "are", "is"}))
      return std::nullopt;
    for (std::size_t back = 2; back <= kTollReach && back <= count.begin; ++back) {
      const std::size_t at = count.begin - back;
      if (!is(at, "among")) continue;
      for (std::size_t near = at + 1; near <= at + 4; ++near) {
        if (auto found = harm_at(near, HarmUse::kDone | HarmUse::kState | HarmUse::kToll, count))
          return as_part(*found);
      }
    }
    return std::nullopt;
  }

  // "hundreds of badly injured civilians".
  std::optional<Harm> in_phrase(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    for (std::size_t at = count.number_end; count.noun && at < *count.noun; ++at) {
      if (auto found = harm_at(at, HarmUse::kDone | HarmUse::kState, count)) return found;
    }
    return std::nullopt;
  }

  bool steps_over(std::size_t at) const {
    if (is_any(at, {"were", "was",      "have", "has",  "had",      "been",      "being",
                    "be",   "are",      "is",   "got",  "who",      "to",        "left",
                    "lost", "their",    "his",  "her",  "reported", "confirmed", "feared",
                    "gone", "managed",  "also", "more", "said",     "shot",      "found",
                    "in",   "hospital", "\"",   "“",    "”"})) {
      return true;
    }
    const Upos tag = document_.tokens[pieces_[at].token].upos;
    return tag == Upos::adv || tag == Upos::aux || tag == Upos::part ||
           pieces_[at].lower.ends_with("ly");
  }

  // Whether only a comma, "and" or nothing parts a count from the next.
  bool joined_to_next(std::size_t i) const {
    std::size_t at = counts_[i].end;
    while (at < counts_[i + 1].begin && is_any(at, {",", "and", "or", "&", "as", "well", "in",
                                                    "addition", "to", "along", "with", "plus"}))
      ++at;
    return at == counts_[i + 1].begin && counts_[i + 1].noun_kind == counts_[i].noun_kind;
  }

  // "killing two women and three children": as those before, unless told apart.
  std::optional<Harm> of_joined(std::size_t i) const {
    if (i == 0 || !found_[i - 1] || !joined_to_next(i - 1)) return std::nullopt;
    return inherit(*found_[i - 1]);
  }

  // "the toll rose to 12", "a toll of eight".
  std::optional<Harm> toll(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    if (count.share || count.begin == 0 || (count.noun_kind && !count.counts_people()))
      return std::nullopt;
    if (!is_any(count.begin - 1, {"to", "at", "of", "reached", "reaches", "reaching", "is", "was",
                                  "as", "stands", "hit", "passed", "past", "exceeded"}))
      return std::nullopt;
    std::optional<Harm> between;
    for (std::size_t back = 2; back <= kTollReach && back <= count.begin; ++back) {
      const std::size_t at = count.begin - back;
      if (is_any(at, {";", "."})) return std::nullopt;
      const HarmWord* word = harm(at);
      if (is(at, "number") && between) return between;  // "the number of people killed rose to 12"
      if (!between) between = harm_at(at, HarmUse::kDone | HarmUse::kState, count);
      if (word != nullptr && word->has(HarmUse::kToll)) return Harm{.of = word->of, .word = at};
    }
    return std::nullopt;
  }

  // By the tree: the verb that those counted are subject or object of.
  std::optional<Harm> by_tree(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    TokenIndex at = pieces_[count.noun.value_or(count.number)].token;
    for (int step = 0; step < kSteps; ++step) {
      const Token& token = document_.tokens[at];
      if (token.head == kNoToken || token.head == at) return std::nullopt;
      const std::size_t verb = piece_of(token.head);
      if (token.deprel == Deprel::nsubj_pass) return harm_at(verb, HarmUse::kDone, count);
      if (token.deprel == Deprel::nsubj)
        return harm_at(verb, HarmUse::kSelf | HarmUse::kState, count);
      if (token.deprel == Deprel::obj) return harm_at(verb, HarmUse::kDoes | HarmUse::kDone, count);
      const bool climbs = token.deprel == Deprel::conj || token.deprel == Deprel::nmod ||
                          token.deprel == Deprel::nummod || token.deprel == Deprel::compound ||
                          token.deprel == Deprel::appos;
      if (!climbs) return std::nullopt;
      at = token.head;
    }
    return std::nullopt;
  }

  // The first piece of a token of this sentence; past the end if it has none here.
  std::size_t piece_of(TokenIndex token) const {
    const auto found =
        std::lower_bound(pieces_.begin(), pieces_.end(), token,
                         [](const Piece& piece, TokenIndex t) { return piece.token < t; });
    return static_cast<std::size_t>(found - pieces_.begin());
  }

  // "five members of one family from Marea were killed": the first passive or verb of their own further on.
  std::optional<Harm> predicate_wide(std::size_t i) const {
    const CountPhrase& count = counts_[i];
    for (std::size_t at = count.end; at < pieces_.size() && at < count.end + kWide; ++at) {
      if (is_any(at, {".", ";", ":", "after", "when", "while", "as", "which", "said", "before"}))
        return std::nullopt;
      const bool passive = passive_at(at, count.end) && !has_object(at);
      if (auto found = harm_at(
              at, passive ? HarmUse::kDone | HarmUse::kSelf | HarmUse::kState : HarmUse::kSelf,
              count))
        return found;
      const HarmWord* other = harm(at);
      if (other != nullptr && other->has(HarmUse::kDoes | HarmUse::kDone) &&
          at + 1 < pieces_.size() && begins_count(at + 1))
        return std::nullopt;
    }
    return std::nullopt;
  }

  // Whether a participle there is passive: an auxiliary stands before it, or no object can follow.
  bool passive_at(std::size_t at, std::size_t after) const {
    for (std::size_t back = 1; back <= 3 && at >= after + back; ++back) {
      if (is_any(at - back, {"were", "was", "been", "be", "are", "got", "being"})) return true;
    }
    return at + 1 == pieces_.size() || is_any(at + 1, {"in", "by", "when", "as", "during", "after",
                                                       "near", "on", "at", ".", ","});
  }

  std::span<const Piece> pieces_;
  const std::vector<CountPhrase>& counts_;
  const Document& document_;
  const QuantityLexicon& lexicon_;
  std::vector<bool> used_;  // pieces that are the predicate of a count already
  std::vector<std::optional<Harm>> found_;
};

}  // namespace

std::vector<std::optional<Harm>> read_harm(std::span<const Piece> pieces,
                                           const std::vector<CountPhrase>& counts,
                                           const Document& document,
                                           const QuantityLexicon& lexicon) {
  return HarmReader(pieces, counts, document, lexicon).run();
}

}  // namespace relata
