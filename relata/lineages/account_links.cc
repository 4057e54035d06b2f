// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/account_links.h"

#include <algorithm>
#include <map>

namespace relata {
namespace {

// Evidence is copied if most of the words of the shorter are the other's.
constexpr std::size_t kLeastWords = 5;
constexpr double kSameWords = 0.6;
// Of a report of which so much is copied, claims that cannot be matched are taken for copied too.
constexpr float kMostlyCopied = 0.5F;

using Accounts = std::span<const Account* const>;
using Range = std::pair<std::uint32_t, std::uint32_t>;  // of accounts of one report

std::size_t words_in_common(const Account& one, const Account& other) {
  std::size_t common = 0;
  for (auto a = one.words.begin(), b = other.words.begin();
       a != one.words.end() && b != other.words.end();) {
    if (*a == *b) ++common;
    const bool left = *a <= *b, right = *b <= *a;
    if (left) ++a;
    if (right) ++b;
  }
  return common;
}

bool same_evidence(const Account& one, const Account& other) {
  const std::size_t shorter = std::min(one.words.size(), other.words.size());
  if (shorter < kLeastWords) return one.words == other.words && shorter > 0;
  return static_cast<double>(words_in_common(one, other)) >=
         kSameWords * static_cast<double>(shorter);
}

class LinkFinder {
 public:
  LinkFinder(Accounts accounts, std::span<const std::vector<Strand>> strands)
      : accounts_(accounts), strands_(strands) {
    for (std::uint32_t i = 0; i < accounts.size(); ++i) {
      auto [at, added] = ranges_.try_emplace(accounts[i]->key.report, i, i);
      at->second.second = i + 1;
    }
  }

  std::vector<AccountLink> run(const ReportTies& ties) {
    if (ranges_.size() > 1) {
      copies(ties.reuse);
      retellings(ties.retellings);
      quotations();
    }
    std::sort(links_.begin(), links_.end());
    links_.erase(std::unique(links_.begin(), links_.end()), links_.end());
    return std::move(links_);
  }

 private:
  [[nodiscard]] bool has_soft(std::uint32_t i) const {
    return std::any_of(strands_[i].begin(), strands_[i].end(),
                       [](const Strand& strand) { return !strand.firm(); });
  }

  void link(std::uint32_t one, std::uint32_t other, TieKind kind, std::string what,
            bool own_voices_only = false) {
    links_.push_back(
        {std::min(one, other), std::max(one, other), kind, own_voices_only, std::move(what)});
  }

  // Calls use(tie, range, range) for those ties of which both reports are here.
  template <typename Tie_, typename Use>
  void each(std::span<const Tie_> ties, Use use) {
    for (const auto& [report, range] : ranges_) {
      auto tie = std::lower_bound(ties.begin(), ties.end(), report,
                                  [](const Tie_& a, const ReportId& b) { return a.first < b; });
      for (; tie != ties.end() && tie->first == report; ++tie)
        if (const auto second = ranges_.find(tie->second); second != ranges_.end())
          use(*tie, range, second->second);
    }
  }

  void copies(std::span<const TextReuse> reuse) {
    each(reuse, [&](const TextReuse& pair, Range first, Range second) {
      const int percent = static_cast<int>(pair.share * 100 + 0.5F);
      const std::string what = std::to_string(percent) + " % of the text";
      copied_from(first, second, pair.share, what);
      copied_from(second, first, pair.share, what);
    });
  }

  // Links every account of `copy` that does not speak by name with the accounts of `original` that it can be a copy of.
  void copied_from(Range copy, Range original, float share, const std::string& what) {
    for (std::uint32_t i = copy.first; i < copy.second; ++i) {
      if (!has_soft(i)) continue;
      const std::vector<std::uint32_t> matches = matches_of(i, original);
      // Where the other report too has it from nobody with a name, the named voices beside say something else.
      const bool soft = std::any_of(matches.begin(), matches.end(),
                                    [&](std::uint32_t other) { return has_soft(other); });
      for (const std::uint32_t other : matches)
        if (!soft || has_soft(other)) link(i, other, TieKind::copied_text, what, soft);
      if (!matches.empty() || share < kMostlyCopied) continue;
      for (std::uint32_t other = original.first; other < original.second; ++other) {
        if (!has_soft(other)) continue;
        link(i, other, TieKind::copied_text, what, true);
        break;
      }
    }
  }

  // With the same evidence; of the same type if there are such.
  [[nodiscard]] std::vector<std::uint32_t> matches_of(std::uint32_t i, Range others) const {
    std::vector<std::uint32_t> same, same_type;
    for (std::uint32_t other = others.first; other < others.second; ++other) {
      if (!same_evidence(*accounts_[i], *accounts_[other])) continue;
      same.push_back(other);
      if (accounts_[i]->type == accounts_[other]->type) same_type.push_back(other);
    }
    return same_type.empty() ? same : same_type;
  }

  void retellings(std::span<const Retelling> retellings) {
    each(retellings, [&](const Retelling& retelling, Range, Range) {
      const std::string what = std::to_string(retelling.claims.size()) + " claims";
      for (const auto& [first, second] : retelling.claims) {
        const auto one = index_of(first), other = index_of(second);
        if (one && other) link(*one, *other, TieKind::retelling, what);
      }
    });
  }

  [[nodiscard]] std::optional<std::uint32_t> index_of(const AccountKey& key) const {
    const auto at = std::lower_bound(
        accounts_.begin(), accounts_.end(), key,
        [](const Account* account, const AccountKey& wanted) { return account->key < wanted; });
    if (at == accounts_.end() || (*at)->key != key) return std::nullopt;
    return static_cast<std::uint32_t>(at - accounts_.begin());
  }

  // Each holder with the first few, so that many holders make few links. Of an account by several voices it cannot be told
  // whose the quotation is.
  void quotations() {
    constexpr std::size_t kFew = 8;
    std::map<std::uint64_t, std::vector<std::uint32_t>> holders;
    for (std::uint32_t i = 0; i < accounts_.size(); ++i) {
      if (strands_[i].size() != 1) continue;
      for (const std::uint64_t quote : accounts_[i]->quotes) holders[quote].push_back(i);
    }
    for (const auto& [quote, all] : holders)
      for (std::size_t i = 1; i < all.size(); ++i)
        for (std::size_t j = 0; j < std::min(i, kFew); ++j)
          if (accounts_[all[i]]->key.report != accounts_[all[j]]->key.report)
            link(all[j], all[i], TieKind::quotation, "the same words quoted");
  }

  Accounts accounts_;
  std::span<const std::vector<Strand>> strands_;
  std::map<ReportId, Range> ranges_;
  std::vector<AccountLink> links_;
};

}  // namespace

std::vector<AccountLink> links_between(Accounts accounts,
                                       std::span<const std::vector<Strand>> strands,
                                       const ReportTies& ties) {
  return LinkFinder(accounts, strands).run(ties);
}

}  // namespace relata
