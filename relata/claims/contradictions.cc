// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/contradictions.h"

#include <algorithm>
#include <optional>

#include "relata/claims/locate.h"

namespace relata {

namespace {

constexpr std::uint32_t kSentencesBack = 2;   // from a denial to what it denies
constexpr std::uint32_t kSentencesAway = 12;  // from a denied act to who says that it was done

bool says_so(const Claim& claim) {
  return claim.status == Status::asserted || claim.status == Status::alleged;
}

class Finder {
 public:
  Finder(const Document& document, const Telling& telling, const std::vector<Claim>& claims)
      : document_(document), telling_(telling), claims_(claims) {}

  void denials() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const bool act = claims_[i].status == Status::denied && !is_speech_act(claims_[i].type) &&
                       told_with_denial(claims_[i]);
      const bool bare = claims_[i].type == EventType::denial && says_so(claims_[i]) &&
                        has_denier(claims_[i]) && !names_act(i);
      if (!act && !bare) continue;
      if (const auto denied = denied_by(i)) add(i, *denied);
    }
  }

  // Claims of one happening whose tolls differ, each told by a voice of its own.
  void tolls(const EventTies& ties) {
    const std::vector<std::size_t> first = first_told(ties, claims_.size());
    for (std::size_t later = 0; later < claims_.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const bool tied = first[later] == first[earlier] || may_be_one(earlier, later);
        if (!tied || in_title(earlier) || is_part(earlier) || is_part(later) ||
            !tolls_differ(claims_[earlier], claims_[later]))
          continue;
        add(later, earlier);
        break;
      }
    }
  }

  EventTies take() {
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  void add(std::size_t a, std::size_t b) { found_.emplace_back(std::max(a, b), std::min(a, b)); }

  std::uint32_t sentence(std::size_t i) const { return sentence_of(document_, claims_[i].trigger); }

  bool told_with_denial(const Claim& claim) const {
    const auto over = telling_.over(claim.trigger);
    return over && telling_.attributions[*over].stance == Stance::denies;
  }

  static bool has_denier(const Claim& denial) {
    return !denial.by.empty() || !denial.chains.empty();
  }

  // Whether the act that a denial denies is a claim of its own, right behind it.
  bool names_act(std::size_t denial) const {
    for (std::size_t i = denial + 1; i < claims_.size() && sentence(i) == sentence(denial); ++i) {
      if (claims_[i].status == Status::denied) return true;
    }
    return false;
  }

  // The nearest claim before that says what is denied; for an act, else the nearest one behind.
  std::optional<std::size_t> denied_by(std::size_t denial) const {
    const Claim& claim = claims_[denial];
    const bool act = claim.type != EventType::denial;
    const auto fits = [&](std::size_t i) {
      const Claim& other = claims_[i];
      const auto voice = last_voice(claim);
      if (!says_so(other)) return false;
      if (!act) return is_violent(other.type);
      return (types_agree(other.type, claim.type) && (!voice || voice != last_voice(other)));
    };
    const std::uint32_t reach = act ? kSentencesAway : kSentencesBack;
    for (std::size_t i = denial; i-- > 0 && sentence(denial) - sentence(i) <= reach;) {
      if (fits(i)) return i;
    }
    for (std::size_t i = denial + 1;
         act && i < claims_.size() && sentence(i) - sentence(denial) <= kSentencesBack; ++i) {
      if (fits(i)) return i;
    }
    return std::nullopt;
  }

  // A headline sums up what some voice below says.
  bool in_title(std::size_t i) const { return document_.sentences[sentence(i)].heading; }

  // "five of the dead", "among those killed".
  bool is_part(std::size_t i) const {
    constexpr TokenIndex kBefore = 3;
    const TokenIndex trigger = token_at(document_, claims_[i].trigger.begin);
    for (TokenIndex at = trigger; at-- > 0 && trigger - at <= kBefore;) {
      if (document_.word(at) == "of" || document_.word(at) == "among") return true;
    }
    return false;
  }

  // Told in neighbouring sentences, and nothing speaks against it.
  bool may_be_one(std::size_t a, std::size_t b) const {
    return types_agree(claims_[a].type, claims_[b].type) &&
           sentence(b) - sentence(a) <= kSentencesBack && sentence(a) != sentence(b) &&
           !(claims_[a].when && claims_[b].when &&
             !claims_[a].when->period.overlaps(claims_[b].when->period));
  }

  // The places named first are one, or one lies within the other.
  static bool one_place(const Claim& a, const Claim& b) {
    Claim x, y;
    if (!a.where.empty()) x.where = {a.where[0]};
    if (!b.where.empty()) y.where = {b.where[0]};
    return places_agree(x, y);
  }

  static bool tolls_differ(const Claim& a, const Claim& b) {
    const auto x = last_voice(a);
    const auto y = last_voice(b);
    if (!x || !y || x == y || !says_so(a) || !says_so(b)) return false;
    return counts_conflict(a, b) && !counts_shared(a, b) && one_place(a, b);
  }

  const Document& document_;
  const Telling& telling_;
  const std::vector<Claim>& claims_;
  EventTies found_;
};

}  // namespace

EventTies contradictions(const Document& document, const Telling& telling,
                         const std::vector<Claim>& claims, const EventTies& ties) {
  Finder finder(document, telling, claims);
  finder.denials();
  finder.tolls(ties);
  return finder.take();
}

}  // namespace relata
