// SPDX-License-Identifier: Apache-2.0
#include "relata/control/bearing.h"

#include <algorithm>
#include <set>

namespace relata {
namespace {

bool is_change_or_state(EventType type) {
  return type == EventType::capture || type == EventType::holding || type == EventType::withdrawal;
}

// What the doers hold places for: nothing if none of them has a side, or they hold for different ones.
std::optional<Holder> holder_of(const std::vector<ToldActor>& actors, const ControlRules& rules) {
  std::optional<Holder> found;
  for (const ToldActor& actor : actors) {
    const Holder holder = rules.holder_of(actor.side);
    if (holder == Holder::unknown) continue;
    if (found && *found != holder) return std::nullopt;
    found = holder;
  }
  return found;
}

// The side that takes and holds places in these days by what the report tells, if it is one side only.
std::optional<Holder> only_captor(const ReportAccounts& report, const Period& when,
                                  const ControlRules& rules) {
  std::set<Holder> captors;
  for (const Account& account : report.accounts) {
    const bool takes = account.type == EventType::capture || account.type == EventType::holding;
    if (!takes || !tells_of_a_happening(account) || !account.when || !account.when->overlaps(when))
      continue;
    if (const auto holder = holder_of(account.by, rules)) captors.insert(*holder);
  }
  return captors.size() == 1 ? std::optional(*captors.begin()) : std::nullopt;
}

Holder voice_holder(const Account& account, const ReportAccounts& report,
                    const ControlRules& rules) {
  std::optional<Holder> found;
  for (const ToldChain& chain : account.chains) {
    if (chain.empty()) continue;
    const Holder holder = rules.holder_of(name_of(chain.back().side));
    if (found && *found != holder) return Holder::unknown;
    found = holder;
  }
  return found ? *found : rules.holder_of(name_of(report.publisher.side));
}

// What is told cannot lie after the day of the report; a happening that has no day is of no use, a state has the report's.
std::optional<Period> when_of(const Account& account) {
  if (!account.when)
    return account.told && account.type == EventType::holding
               ? std::optional(Period{*account.told, *account.told})
               : std::nullopt;
  Period when = *account.when;
  if (account.told) {
    when.to = std::min(when.to, *account.told);
    when.from = std::min(when.from, when.to);
  }
  return when;
}

bool tells_a_share(const Account& account) {
  return std::any_of(account.counts.begin(), account.counts.end(), [](const ToldCount& count) {
    return count.of == CountOf::share_of_area && !(count.low && *count.low >= 1);
  });
}

Ground ground_at(const Account& account, const Site& site) {
  const bool may_be_part = site.ground == Ground::unsaid || site.ground == Ground::whole;
  return may_be_part && is_change_or_state(account.type) && tells_a_share(account) ? Ground::part
                                                                                   : site.ground;
}

}  // namespace

std::vector<Bearing> bearings_of(const ReportAccounts& report, const ControlRules& rules) {
  std::vector<Bearing> found;
  for (const Account& account : report.accounts) {
    const bool denied = account.status == Status::denied;
    if (!tells_of_a_happening(account) && !(denied && is_change_or_state(account.type))) continue;
    const auto when = when_of(account);
    if (!when) continue;
    auto doer = holder_of(account.by, rules);
    const bool given = !doer && account.type == EventType::capture;
    if (given) doer = only_captor(report, *when, rules);
    if (!doer) continue;
    Bearing bearing{&account, nullptr, {}, *doer, holder_of(account.to, rules), *when};
    if (bearing.other == bearing.doer) bearing.other.reset();
    bearing.denied = denied;
    bearing.own_side = voice_holder(account, report, rules) == *doer;
    if (account.status == Status::alleged) bearing.weight *= rules.settings.alleged;
    if (bearing.own_side) bearing.weight *= rules.settings.own_side;
    if (given) bearing.weight *= rules.settings.given;
    for (const Site& site : account.where) {
      if (!names_a_place(site, rules.names)) continue;
      if (has_parts(site) && tells_a_share(account)) continue;
      bearing.site = &site;
      bearing.kind = {account.type, ground_at(account, site)};
      if (rules.row(bearing.kind) != nullptr) found.push_back(bearing);
    }
  }
  return found;
}

std::vector<AreaShare> area_shares_of(const ReportAccounts& report, const ControlRules& rules) {
  std::vector<AreaShare> found;
  for (const Account& account : report.accounts) {
    if (!tells_of_a_happening(account) || !is_change_or_state(account.type)) continue;
    const auto when = when_of(account);
    if (!when || account.where.empty() || !has_parts(account.where.front())) continue;
    const Holder holder = holder_of(account.by, rules).value_or(Holder::unknown);
    for (const ToldCount& count : account.counts) {
      if (count.of != CountOf::share_of_area) continue;
      const Site& site = account.where.front();
      found.push_back({site.name, site.within, *when, holder, count.low, count.high, account.key});
    }
  }
  return found;
}

}  // namespace relata
