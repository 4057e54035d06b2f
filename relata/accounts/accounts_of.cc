// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/accounts_of.h"

#include <algorithm>
#include <map>

#include "relata/accounts/compared_words.h"
#include "relata/accounts/named_voice.h"
#include "relata/accounts/stored_reading.h"
#include "relata/base/utf8.h"
#include "relata/export/actor_side.h"

namespace relata {
namespace {

class AccountMaker {
 public:
  AccountMaker(const ReportId& id, std::string_view text, StoredReading reading,
               const AccountLexicon& lexicon)
      : text_(text),
        reading_(std::move(reading)),
        lexicon_(lexicon),
        points_(text),
        quotes_(quoted_stretches(text)) {
    report_.id = id;
  }

  Result<ReportAccounts> make() {
    const auto lies_in_text = [&](Span span) { return span.end <= points_.at_byte(size()); };
    for (const StoredClaim& claim : reading_.claims) {
      if (!lies_in_text(claim.evidence) || !lies_in_text(claim.trigger) ||
          !std::all_of(claim.count_spans.begin(), claim.count_spans.end(), lies_in_text))
        return Error{"a stored reading has spans that do not lie in its text"};
    }
    make_head();
    for (const StoredPlace& place : reading_.places) places_.emplace(place.span, &place.site);
    theatre_ = {most_told_country(), "", reading_.day};
    for (const StoredClaim& claim : reading_.claims) report_.accounts.push_back(account_of(claim));
    number_keys();
    report_.relations = reading_.relations;
    return std::move(report_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  [[nodiscard]] std::string words(const std::optional<Span>& span) const {
    return span ? std::string(words_of(text_, points_.inside(*span))) : std::string();
  }

  void make_head() {
    report_.doc = reading_.doc;
    report_.day = reading_.day;
    report_.title = words(reading_.title);
    report_.credit = words(reading_.credit);
    if (reading_.publisher)
      report_.publisher = canonical({*reading_.publisher, VoiceKind::other, Side::unknown, true});
    title_end_ = reading_.title ? points_.inside(*reading_.title).end : 0;
    const std::size_t stop = text_.find(". ", std::min<std::size_t>(title_end_ + 1, text_.size()));
    lead_end_ = stop == std::string_view::npos ? size() : static_cast<std::uint32_t>(stop);
  }

  // One name for one voice, whatever a report calls it.
  [[nodiscard]] ToldVoice canonical(ToldVoice voice) const {
    const KnownVoice* known = lexicon_.attribution.known().find(voice.name, reading_.day);
    voice.named = names_somebody(voice, known != nullptr, lexicon_.attribution);
    if (known == nullptr) return voice;
    voice.name = known->name;
    if (voice.kind == VoiceKind::other) voice.kind = known->kind;
    if (voice.side == Side::unknown) voice.side = known->side;
    return voice;
  }

  [[nodiscard]] std::string most_told_country() const {
    std::map<std::string, int> told;
    for (const StoredClaim& claim : reading_.claims) {
      for (const StoredPlace& place : claim.where) ++told[site_of(place).country];
    }
    told.erase("");
    const auto most = std::max_element(
        told.begin(), told.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == told.end() ? std::string() : most->first;
  }

  [[nodiscard]] Site site_of(const StoredPlace& place) const {
    const auto at = places_.find(place.span);
    if (at == places_.end()) return place.site;
    Site site = *at->second;
    site.name = place.site.name;
    site.within = place.site.within;
    return site;
  }

  [[nodiscard]] std::vector<ToldActor> actors_of(
      const std::vector<StoredParticipant>& participants) const {
    std::vector<ToldActor> actors;
    for (const StoredParticipant& participant : participants) {
      actors.push_back({participant.name,
                        actor_side(participant.name, theatre_, lexicon_.attribution),
                        participant.victim_class});
    }
    return actors;
  }

  [[nodiscard]] ToldChain chain_of(const std::vector<std::string>& names) const {
    ToldChain chain;
    for (const std::string& name : names) {
      const auto at = std::find_if(reading_.voices.begin(), reading_.voices.end(),
                                   [&](const ToldVoice& voice) { return voice.name == name; });
      chain.push_back(
          canonical(at == reading_.voices.end() ? ToldVoice{name, {}, {}, false} : *at));
    }
    return chain;
  }

  [[nodiscard]] float lead_of(const Account& account) const {
    if (account.key.trigger.begin <= lead_end_) return 1;
    return static_cast<float>(size() - account.key.trigger.begin) /
           static_cast<float>(size() - lead_end_);
  }

  // Each place with how far the doer got there.
  [[nodiscard]] std::vector<Site> sites_of(const StoredClaim& claim) const {
    const GroundClaim words{claim.type, points_.inside(claim.trigger),
                            points_.inside(claim.evidence)};
    const auto in_evidence = [&](const StoredPlace& place) {
      return words.evidence.overlaps(points_.inside(place.span));
    };
    const bool any = std::any_of(claim.where.begin(), claim.where.end(), in_evidence);
    std::vector<Site> sites;
    std::optional<GroundBefore> before;
    for (const StoredPlace& place : claim.where) {
      const Span span = points_.inside(place.span);
      Site site = site_of(place);
      if (any &&
          !in_evidence(place)) {  // where it lies, or a place before, but not what is told of
        site.ground = Ground::beside;
        sites.push_back(std::move(site));
        continue;
      }
      const bool listed = before && before->place.end <= span.begin;
      site.ground = ground_of(text_, words, span, listed ? &*before : nullptr, lexicon_.ground);
      before = GroundBefore{span, site.ground};
      sites.push_back(std::move(site));
    }
    return sites;
  }

  [[nodiscard]] Account account_of(const StoredClaim& claim) const {
    Account account;
    account.key = {report_.id, points_.inside(claim.trigger), 0};
    account.claim = claim.id;
    account.type = claim.type;
    account.status = claim.status;
    account.when = claim.when;
    account.when_stated = claim.when_stated;
    account.told = reading_.day;
    account.where = sites_of(claim);
    account.by = actors_of(claim.by);
    account.to = actors_of(claim.to);
    account.counts = claim.counts;
    for (std::size_t i = 0; i < account.counts.size(); ++i) {
      account.counts[i].victim_class = lexicon_.persons.of(account.counts[i].who);
      account.counts[i].words = words(claim.count_spans[i]);
    }
    for (const auto& names : claim.chains) account.chains.push_back(chain_of(names));
    account.evidence = points_.inside(claim.evidence);
    account.in_title = account.key.trigger.begin < title_end_;
    account.lead = lead_of(account);
    account.confidence = claim.confidence;
    account.words = compared_words(words_of(text_, account.evidence));
    for (const QuotedStretch& quote : quotes_) {
      if (quote.span.overlaps(account.evidence)) account.quotes.push_back(quote.hash);
    }
    std::sort(account.quotes.begin(), account.quotes.end());
    account.quotes.erase(std::unique(account.quotes.begin(), account.quotes.end()),
                         account.quotes.end());
    return account;
  }

  void number_keys() {
    std::map<Span, std::uint16_t> seen;
    for (Account& account : report_.accounts) account.key.nth = seen[account.key.trigger]++;
  }

  std::string_view text_;
  StoredReading reading_;
  const AccountLexicon& lexicon_;
  CodePoints points_;
  std::vector<QuotedStretch> quotes_;
  std::map<Span, const Site*> places_;
  Theatre theatre_;
  std::uint32_t title_end_ = 0, lead_end_ = 0;
  ReportAccounts report_;
};

}  // namespace

Result<AccountLexicon> AccountLexicon::load(const DataFolder& folder) {
  RELATA_TRY(AttributionLexicon attribution, AttributionLexicon::load(folder));
  RELATA_TRY(PersonClasses persons, PersonClasses::load(folder));
  RELATA_TRY(GroundWords ground, GroundWords::load(folder));
  return AccountLexicon{std::move(attribution), std::move(persons), std::move(ground)};
}

Result<ReportAccounts> accounts_of(const ReportId& id, std::string_view text,
                                   std::string_view reading_json, const AccountLexicon& lexicon) {
  RELATA_TRY(StoredReading reading, stored_reading_of(reading_json));
  return AccountMaker(id, text, std::move(reading), lexicon).make();
}

}  // namespace relata
