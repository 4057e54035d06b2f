// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/agreement.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace relata {
namespace {

// What an account says is compared with at most so much; the first by key. Whoever is borne out by sixty lineages
// does not need the next.
constexpr std::size_t kSayingsOfLineage = 6;
constexpr std::size_t kLineagesCompared = 60;
constexpr std::size_t kContradictions = 40;  // of one slot

bool same_words(const ComparedAccount& a, const ComparedAccount& b) {
  const Account& x = *a.account;
  const Account& y = *b.account;
  const auto place = [](const Account& account) {
    return account.where.empty() ? std::string_view() : account.where.front().gazetteer_name;
  };
  const auto day = [](const Account& account) {
    return account.when_stated ? account.when : std::nullopt;
  };
  return a.tells == b.tells && a.denies == b.denies && a.accused == b.accused &&
         place(x) == place(y) && day(x) == day(y) && x.counts == y.counts && x.told == y.told;
}

bool differ_in_any(const ComparedAccount& a, const ComparedAccount& b) {
  return std::any_of(std::begin(kDifferingSlots), std::end(kDifferingSlots),
                     [&](DifferingSlot slot) { return differ(slot, a, b); });
}

bool is_about_it(const ComparedAccount& saying) { return saying.tells || saying.denies; }

// Says where and when, so that it could be shown to be wrong.
bool is_definite(const Account& account) {
  return account.when && !account.where.empty() && !account.where.front().name.empty();
}

// Counts lineages, those of one camp once.
class Camps {
 public:
  bool add(const LineageFacts& facts) {
    if (!facts.camp) return true;
    const auto bit = 1U << static_cast<unsigned>(*facts.camp);
    const bool is_new = (seen_ & bit) == 0;
    seen_ |= bit;
    return is_new;
  }

 private:
  unsigned seen_ = 0;
};

bool holds(const AccountKeys& keys, const AccountKey& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

Credibility worse_by_one(Credibility better, bool against_interest) {
  const int number = static_cast<int>(better) + (against_interest ? 0 : 1);
  return static_cast<Credibility>(number);
}

}  // namespace

Agreement::Agreement(std::span<const ComparedAccount> sayings, std::span<const Lineage> lineages,
                     std::span<const LineageFacts> facts, const Setting& setting,
                     const VoiceLexicon& voices)
    : sayings_(sayings),
      facts_(facts),
      setting_(setting),
      voices_(voices),
      spoken_(lineages.size()),
      lineages_(sayings.size()) {
  for (std::uint32_t l = 0; l < lineages.size(); ++l) {
    for (const std::uint32_t account : lineages[l].accounts) {
      lineages_[account].push_back(l);
      auto& spoken = spoken_[l];
      const bool known = std::any_of(spoken.begin(), spoken.end(), [&](std::uint32_t other) {
        return same_words(sayings[account], sayings[other]);
      });
      if (!known && is_about_it(sayings[account]) && spoken.size() < kSayingsOfLineage)
        spoken.push_back(account);
    }
  }
}

bool Agreement::opposed(std::size_t a, std::size_t b) const {
  return voices_.opposed(facts_[a].side, facts_[b].side, setting_.country, setting_.day);
}

Agreement::Support Agreement::support_of(std::uint32_t account) const {
  const auto& own = lineages_[account];
  Camps with, against;
  for (const std::uint32_t l : own) with.add(facts_[l]);
  Support support{1, 0};
  bool opposed_agree = false;
  const std::size_t first_few = std::min(spoken_.size(), kLineagesCompared);
  for (std::uint32_t l = 0; l < first_few; ++l) {
    if (std::find(own.begin(), own.end(), l) != own.end() || spoken_[l].empty()) continue;
    const bool agrees = std::any_of(spoken_[l].begin(), spoken_[l].end(), [&](std::uint32_t other) {
      return !differ_in_any(sayings_[account], sayings_[other]);
    });
    if (agrees) {
      if (with.add(facts_[l])) ++support.with;
      opposed_agree = opposed_agree || std::any_of(own.begin(), own.end(),
                                                   [&](auto mine) { return opposed(mine, l); });
    } else if (against.add(facts_[l])) {
      ++support.against;
    }
  }
  if (opposed_agree) ++support.with;
  return support;
}

Credibility Agreement::credibility_of(std::uint32_t account) const {
  const ComparedAccount& saying = sayings_[account];
  if (!is_about_it(saying) || lineages_[account].empty()) return Credibility::cannot_be_judged;
  const Support support = support_of(account);
  const auto& own = lineages_[account];
  const bool against_interest = std::any_of(own.begin(), own.end(), [&](std::uint32_t l) {
    return holds(facts_[l].against_interest, saying.account->key);
  });
  if (support.with >= 2 && support.against == 0) return Credibility::confirmed;
  if (support.with > support.against && support.with >= 2) return Credibility::probably_true;
  if (support.against == 0) {
    if (against_interest) return Credibility::probably_true;
    return is_definite(*saying.account) ? Credibility::possibly_true
                                        : Credibility::cannot_be_judged;
  }
  return worse_by_one(
      support.with == support.against ? Credibility::possibly_true : Credibility::doubtful,
      against_interest);
}

std::vector<Contradiction> Agreement::contradictions() const {
  std::vector<Contradiction> found;
  std::set<std::tuple<DifferingSlot, std::string, std::string>> seen;
  std::array<std::size_t, std::size(kDifferingSlots)> of_slot{};
  const auto compare = [&](std::uint32_t a, std::uint32_t b) {
    if (sayings_[b].account->key < sayings_[a].account->key) std::swap(a, b);
    for (const DifferingSlot slot : kDifferingSlots) {
      std::size_t& count = of_slot[static_cast<std::size_t>(slot)];
      if (count >= kContradictions || !differ(slot, sayings_[a], sayings_[b])) continue;
      std::string first = words_for(slot, sayings_[a], sayings_[b]);
      std::string second = words_for(slot, sayings_[b], sayings_[a]);
      if (!seen.emplace(slot, std::min(first, second), std::max(first, second)).second) continue;
      ++count;
      found.push_back({slot, sayings_[a].account->key, sayings_[b].account->key, std::move(first),
                       std::move(second)});
    }
  };
  const std::size_t first_few = std::min(spoken_.size(), kLineagesCompared);
  for (std::size_t x = 0; x < first_few; ++x) {
    for (std::size_t y = x + 1; y < first_few; ++y) {
      for (const std::uint32_t a : spoken_[x]) {
        for (const std::uint32_t b : spoken_[y]) compare(a, b);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool Agreement::opposed_sides_agree() const {
  const std::size_t first_few = std::min(facts_.size(), kLineagesCompared);
  for (std::size_t x = 0; x < first_few; ++x) {
    for (std::size_t y = x + 1; y < first_few; ++y) {
      if (facts_[x].tells.empty() || facts_[y].tells.empty() || !opposed(x, y)) continue;
      if (facts_[x].accused.empty() || facts_[y].accused.empty() ||
          share_a_side(facts_[x].accused, facts_[y].accused))
        return true;
    }
  }
  return false;
}

}  // namespace relata
