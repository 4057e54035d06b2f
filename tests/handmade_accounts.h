// SPDX-License-Identifier: Apache-2.0
// Accounts made by hand for tests: a report on one line, its accounts one after the other.
//
//   HandmadeReport report("a", "2016-10-12");
//   report.tell(EventType::airstrike, "2016-10-12", {quarter("Osten", 36.2, 37.15)}, 12);
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/accounts/compared_words.h"

namespace relata {

inline Site handmade_site(std::string name, PlaceKind kind, double latitude, double longitude) {
  Site site;
  site.name = site.gazetteer_name = std::move(name);
  site.kind = kind;
  site.admin1 = "Kalania";
  site.within = "Kalania, Nowhere";
  site.country = "XX";
  site.latitude = latitude;
  site.longitude = longitude;
  return site;
}
inline Site quarter(std::string name, double latitude, double longitude) {
  return handmade_site(std::move(name), PlaceKind::neighbourhood, latitude, longitude);
}
inline Site village(std::string name, double latitude, double longitude) {
  return handmade_site(std::move(name), PlaceKind::village, latitude, longitude);
}
inline Site town(std::string name, double latitude, double longitude) {
  return handmade_site(std::move(name), PlaceKind::town, latitude, longitude);
}

struct HandmadeReport {
  ReportAccounts report;

  HandmadeReport(const std::string& name, const std::string& day) {
    report.id = report_id({std::string(64, '0'), name, "", day});
    report.doc = name;
    report.day = parse_iso_date(day);
  }

  // `day`: "2016-10-12", "2016-10-12/2016-10-14", "~2016-10-12" if it is only inferred. Early accounts stand in the lead.
  Account& tell(EventType type, std::string day, std::vector<Site> where, double dead = 0,
                const std::string& words = "") {
    Account account;
    const auto at = static_cast<std::uint32_t>(report.accounts.size());
    account.key = {report.id, Span{at * 100, at * 100 + 6}, 0};
    account.claim = at + 1;
    account.type = type;
    account.when_stated = !day.empty() && day[0] != '~';
    if (!day.empty() && day[0] == '~') day.erase(0, 1);
    if (const auto from = parse_iso_date(day)) {
      const std::size_t slash = day.find('/');
      const auto to = slash == std::string::npos ? from : parse_iso_date(day.substr(slash + 1));
      account.when = Period{*from, to.value_or(*from)};
    }
    account.told = report.day;
    account.where = std::move(where);
    if (dead > 0)
      account.counts.push_back({CountOf::killed, "people", VictimClass::people, dead, dead});
    account.words = compared_words(words);
    account.evidence = account.key.trigger;
    account.in_title = at == 0;
    account.lead = std::max(0.0F, 1 - 0.1F * static_cast<float>(at));
    account.confidence = 0.7F;
    report.accounts.push_back(std::move(account));
    return report.accounts.back();
  }

  void tie(std::uint32_t later, std::uint32_t earlier) {
    report.relations.push_back({RelationKind::same_event, later, earlier});
  }
};

}  // namespace relata
