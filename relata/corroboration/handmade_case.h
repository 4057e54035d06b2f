// SPDX-License-Identifier: Apache-2.0
// HandmadeIncident: incidents for tests, said in a line each: who tells what. Voices and places are made up.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "relata/base/env.h"
#include "relata/corroboration/assess.h"

namespace relata {

// One account of its own report and its own lineage, unless it is told to share one.
struct Told {
  ToldVoice voice;
  EventType type = EventType::airstrike;
  Status status = Status::asserted;
  std::string by = {};  // side
  VictimClass victims = VictimClass::civilians;
  std::vector<ToldCount> counts = {};
  int day = 0;       // of the report, after 2016-10-01
  int lineage = -1;  // -1: one of its own
  std::string to_side = {};
};

inline ToldVoice voice(std::string name, VoiceKind kind, Side side = Side::unaligned) {
  return {std::move(name), kind, side, true};
}
inline ToldVoice agency(std::string name) { return voice(std::move(name), VoiceKind::news_agency); }
inline ToldVoice monitor(std::string name) { return voice(std::move(name), VoiceKind::monitor); }
inline ToldVoice army() { return voice("Northern army", VoiceKind::military, Side::government); }
inline ToldVoice state_media() {
  return voice("Northern state agency", VoiceKind::state_media, Side::government);
}

inline ToldCount killed(double low, std::optional<double> high,
                        VictimClass victims = VictimClass::unknown, std::string words = {}) {
  return {CountOf::killed, "", victims, low, high, std::move(words)};
}

class HandmadeIncident {
 public:
  explicit HandmadeIncident(const std::vector<Told>& told) {
    for (const Told& each : told) add(each);
    incident_.where = site();
    incident_.when = Period{first_day(), first_day()};
    incident_.type = told.empty() ? EventType::attack : told.front().type;
    for (const auto& account : accounts_) incident_.members.push_back({account->key, {}, false});
    if (!accounts_.empty()) incident_.id = {accounts_.front()->key};
  }

  [[nodiscard]] const Incident& incident() const { return incident_; }
  Incident& incident() { return incident_; }
  [[nodiscard]] const std::vector<Lineage>& lineages() const { return lineages_; }
  [[nodiscard]] std::vector<const Account*> accounts() const {
    std::vector<const Account*> pointers;
    for (const auto& account : accounts_) pointers.push_back(account.get());
    return pointers;
  }
  Account& account(std::size_t i) { return *accounts_[i]; }

  [[nodiscard]] Assessment assessed(const AssessmentContext& context = {},
                                    std::string_view profile = "relata") const {
    return assess(incident_, accounts(), lineages_, context, lexicon(),
                  *lexicon().profiles.find(profile));
  }

  static const AssessmentLexicon& lexicon() {
    static const auto files = real_files();
    static const auto loaded = AssessmentLexicon::load({files.get(), RELATA_SOURCE_DIR});
    RELATA_CHECK(static_cast<bool>(loaded));
    return *loaded;
  }
  static Date first_day() { return *make_date(2016, 10, 1); }

 private:
  static Site site() {
    Site site;
    site.name = site.gazetteer_name = "Maren";
    site.kind = PlaceKind::town;
    site.country = "SY";
    site.latitude = 36;
    site.longitude = 37;
    return site;
  }

  void add(const Told& told) {
    auto account = std::make_unique<Account>();
    const auto nth = static_cast<std::uint8_t>(accounts_.size() + 1);
    account->key.report.bytes[0] = nth;
    account->key.trigger = {10, 20};
    account->type = told.type;
    account->status = told.status;
    account->when = Period{first_day(), first_day()};
    account->when_stated = true;
    account->told = first_day() + std::chrono::days(told.day);
    account->where = {site()};
    if (!told.by.empty()) account->by = {{"somebody", told.by, std::nullopt}};
    account->to = {{"people", told.to_side, told.victims}};
    account->counts = told.counts;
    account->chains = {{told.voice}};
    const auto index = static_cast<std::uint32_t>(accounts_.size());
    if (told.lineage >= 0) {
      lineages_[static_cast<std::size_t>(told.lineage)].accounts.push_back(index);
    } else {
      lineages_.push_back({{index}, {}, told.voice});
    }
    accounts_.push_back(std::move(account));
  }

  std::vector<std::unique_ptr<Account>> accounts_;
  std::vector<Lineage> lineages_;
  Incident incident_;
};

}  // namespace relata
