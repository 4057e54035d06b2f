// SPDX-License-Identifier: Apache-2.0
// Accounts made by hand, for the tests of control: made-up places, made-up voices, and no text behind them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "relata/accounts/account.h"

namespace relata {

inline Site made_site(std::string name, Ground ground = Ground::unsaid,
                      std::string within = "Marrat, Syria") {
  Site site;
  site.name = std::move(name);
  site.within = std::move(within);
  site.ground = ground;
  return site;
}

struct MadeClaim {
  EventType type = EventType::capture;
  std::string by;  // a side
  Site where;
  std::string day;
  std::string voice = {};  // "" for the report's own
  Side voice_side = Side::unknown;
  Status status = Status::asserted;
};

// A report of one claim for each; `number` makes its id.
inline ReportAccounts made_report(std::uint8_t number, const std::vector<MadeClaim>& claims) {
  ReportAccounts report;
  report.id.bytes[0] = number;
  report.doc = "report" + std::to_string(number);
  for (const MadeClaim& claim : claims) {
    Account account;
    const auto at = static_cast<std::uint32_t>(report.accounts.size() * 10);
    account.key = {report.id, {at, at + 5}, 0};
    account.claim = static_cast<std::uint32_t>(report.accounts.size() + 1);
    account.type = claim.type;
    account.status = claim.status;
    if (const auto day = parse_iso_date(claim.day)) account.when = Period{*day, *day};
    account.where = {claim.where};
    if (!claim.by.empty()) account.by = {{claim.by, claim.by, {}}};
    if (!claim.voice.empty())
      account.chains = {{ToldVoice{claim.voice, VoiceKind::other, claim.voice_side, true}}};
    report.accounts.push_back(std::move(account));
  }
  return report;
}

}  // namespace relata
