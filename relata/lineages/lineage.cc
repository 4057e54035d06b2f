// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/lineage.h"

#include <algorithm>
#include <set>

#include "relata/lineages/account_links.h"
#include "relata/lineages/joined_sets.h"
#include "relata/lineages/spanning_ties.h"
#include "relata/lineages/strand.h"

namespace relata {
namespace {

// Voices by name that are one: by quotations that they share. Two known voices never become one by that.
class JoinedGroups {
 public:
  explicit JoinedGroups(std::span<const std::vector<Strand>> strands) {
    for (const auto& all : strands)
      for (const Strand& strand : all) {
        number_.try_emplace(strand.group(), 0);
        if (strand.known) known_.insert(strand.group());
      }
    std::uint32_t next = 0;
    for (auto& [group, number] : number_) number = next++;
    sets_ = JoinedSets(number_.size());
    has_known_.resize(number_.size());
    for (const std::string& group : known_) has_known_[number_.at(group)] = true;
  }

  void join(const Strand& one, const Strand& other) {
    const std::uint32_t a = of(one), b = of(other);
    if (a == b || (has_known_[a] && has_known_[b])) return;
    const bool known = has_known_[a] || has_known_[b];
    has_known_[sets_.join(a, b)] = known;
  }

  [[nodiscard]] std::uint32_t of(const Strand& strand) {
    return sets_.of(number_.at(strand.group()));
  }

 private:
  std::map<std::string, std::uint32_t> number_;
  std::set<std::string> known_;
  JoinedSets sets_;
  std::vector<bool> has_known_;
};

// From here on accounts are ascending by key.
class LineageFinder {
 public:
  LineageFinder(std::span<const Account* const> accounts,
                const std::map<ReportId, ReportOrigin>& reports, const ReportTies& ties,
                const LineageLexicon& lexicon)
      : accounts_(accounts),
        strands_(strands_of(accounts, reports, lexicon)),
        links_(links_between(accounts, strands_, ties)),
        groups_(strands_) {
    for (auto& all : strands_) {
      first_.push_back(static_cast<std::uint32_t>(flat_.size()));
      for (Strand& strand : all) flat_.push_back(&strand);
    }
    copies_ = JoinedSets(flat_.size());
  }

  std::vector<Lineage> run() {
    join_quoted();
    join_copies();
    place_all();
    std::vector<Lineage> lineages;
    for (auto& [group, members] : members_) lineages.push_back(lineage_of(members));
    std::sort(lineages.begin(), lineages.end(), [](const Lineage& a, const Lineage& b) {
      return std::tie(a.accounts.front(), a.origin) < std::tie(b.accounts.front(), b.origin);
    });
    return lineages;
  }

 private:
  struct Members {
    std::vector<const Strand*> strands;
    std::vector<const Strand*> origins;  // those that made it this lineage
  };

  void join_quoted() {
    for (const AccountLink& link : links_) {
      if (link.kind != TieKind::quotation) continue;
      const Strand& one = strands_[link.first].front();
      const Strand& other = strands_[link.second].front();
      if (one.firm() && other.firm()) groups_.join(one, other);
    }
  }

  // The only strand of an account that is not by name, or the one of this key.
  [[nodiscard]] std::optional<std::uint32_t> soft(std::uint32_t account,
                                                  const std::string& key) const {
    std::optional<std::uint32_t> found;
    for (std::size_t i = 0; i < strands_[account].size(); ++i) {
      const Strand& strand = strands_[account][i];
      if (strand.firm()) continue;
      const auto at = static_cast<std::uint32_t>(first_[account] + i);
      if (strand.key == key) return at;
      if (!found) found = at;
    }
    return found;
  }

  void join_copies() {
    for (const AccountLink& link : links_) {
      const auto one = soft(link.first, "");
      const auto other = one ? soft(link.second, flat_[*one]->key) : soft(link.second, "");
      const auto same = other ? soft(link.first, flat_[*other]->key) : one;
      if (same && other)
        copies_.join(*same, *other);
      else if (!link.own_voices_only && one)
        named_origins(*one, link.second);
      else if (!link.own_voices_only && other)
        named_origins(*other, link.first);
    }
  }

  void named_origins(std::uint32_t copy, std::uint32_t original) {
    for (const Strand& strand : strands_[original])
      if (strand.firm()) attached_.emplace_back(copy, &strand);
  }

  // Whose word a set of copies is if none has a named voice: the wire's before a paper's, the earliest report's.
  [[nodiscard]] bool earlier(const Strand* one, const Strand* other) const {
    const auto rank = [&](const Strand* strand) {
      const auto& day = accounts_[strand->account]->told;
      return std::tuple(strand->by, !day, day, strand->account, strand->key);
    };
    return rank(one) < rank(other);
  }

  void place_all() {
    std::map<std::uint32_t, std::vector<const Strand*>> copies;
    for (std::uint32_t i = 0; i < flat_.size(); ++i) {
      if (flat_[i]->firm()) {
        Members& members = members_[groups_.of(*flat_[i])];
        members.strands.push_back(flat_[i]);
        members.origins.push_back(flat_[i]);
      } else {
        copies[copies_.of(i)].push_back(flat_[i]);
      }
    }
    std::map<std::uint32_t, std::set<std::uint32_t>> groups;
    for (const auto& [copy, strand] : attached_)
      groups[copies_.of(copy)].insert(groups_.of(*strand));
    for (const auto& [set, strands] : copies) {
      auto& into = groups[set];
      if (into.empty()) {
        const Strand* origin = *std::min_element(strands.begin(), strands.end(),
                                                 [&](auto* a, auto* b) { return earlier(a, b); });
        into.insert(groups_.of(*origin));
        members_[groups_.of(*origin)].origins.push_back(origin);
      }
      for (const std::uint32_t group : into) {
        auto& all = members_[group].strands;
        all.insert(all.end(), strands.begin(), strands.end());
      }
    }
  }

  [[nodiscard]] Lineage lineage_of(const Members& members) const {
    Lineage lineage;
    for (const Strand* strand : members.strands) lineage.accounts.push_back(strand->account);
    std::sort(lineage.accounts.begin(), lineage.accounts.end());
    lineage.accounts.erase(std::unique(lineage.accounts.begin(), lineage.accounts.end()),
                           lineage.accounts.end());
    lineage.ties = spanning_ties(accounts_, members.strands, links_);
    lineage.origin = origin_of(members.origins);
    return lineage;
  }

  // The owner if it speaks itself, else a known voice, else the voice heard most; of equals the first in the alphabet.
  [[nodiscard]] static ToldVoice origin_of(const std::vector<const Strand*>& origins) {
    std::map<std::string, std::vector<const Strand*>> by_key;
    for (const Strand* strand : origins) by_key[strand->key].push_back(strand);
    const auto weight = [](const auto& voice) {
      const Strand& one = *voice.second.front();
      return std::tuple(name_key(one.owner) == voice.first, one.known, voice.second.size());
    };
    const auto best =
        std::max_element(by_key.begin(), by_key.end(),
                         [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
    const std::vector<const Strand*>& strands = best->second;
    const Strand* first = *std::min_element(strands.begin(), strands.end(), [](auto* a, auto* b) {
      return std::tie(a->account, a->by) < std::tie(b->account, b->by);
    });
    return first->origin;
  }

  std::span<const Account* const> accounts_;
  std::vector<std::vector<Strand>> strands_;
  std::vector<AccountLink> links_;
  JoinedGroups groups_;
  std::vector<const Strand*> flat_;
  std::vector<std::uint32_t> first_;  // of each account, into flat_
  JoinedSets copies_;                 // of flat_
  std::vector<std::pair<std::uint32_t, const Strand*>> attached_;
  std::map<std::uint32_t, Members> members_;
};

}  // namespace

std::string_view name_of(TieKind kind) {
  switch (kind) {
    case TieKind::same_report:
      return "same_report";
    case TieKind::voice:
      return "voice";
    case TieKind::owner:
      return "owner";
    case TieKind::quotation:
      return "quotation";
    case TieKind::copied_text:
      return "copied_text";
    case TieKind::wire:
      return "wire";
    case TieKind::retelling:
      return "retelling";
  }
  return "";
}

std::vector<Lineage> lineages_of(std::span<const Account* const> accounts,
                                 const std::map<ReportId, ReportOrigin>& reports,
                                 const ReportTies& ties, const LineageLexicon& lexicon) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < accounts.size(); ++i) order.push_back(i);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return accounts[a]->key < accounts[b]->key; });
  std::vector<const Account*> sorted;
  for (const std::uint32_t i : order) sorted.push_back(accounts[i]);
  std::vector<Lineage> lineages = LineageFinder(sorted, reports, ties, lexicon).run();
  for (Lineage& lineage : lineages) {
    for (std::uint32_t& account : lineage.accounts) account = order[account];
    for (Tie& tie : lineage.ties) {
      tie.first = order[tie.first];
      tie.second = order[tie.second];
    }
  }
  return lineages;
}

}  // namespace relata
