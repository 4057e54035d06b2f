// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/strand.h"

#include <algorithm>

namespace relata {
namespace {

Strand named_strand(const ToldVoice& voice, Strand::By by, std::optional<Date> day,
                    const LineageLexicon& lexicon) {
  LineageLexicon::Named named = lexicon.look_up(voice.name, day);
  Strand strand;
  strand.by = by;
  strand.key = std::move(named.key);
  strand.owner = std::move(named.owner);
  strand.known = named.known != nullptr;
  strand.origin = voice;
  if (named.known != nullptr && voice.side == Side::unknown) {
    strand.origin.kind = named.known->kind;
    strand.origin.side = named.known->side;
  }
  strand.origin.name = std::move(named.name);
  strand.origin.named = true;
  return strand;
}

// What the report's own voice goes back to, and all that it brings from voices without names.
Strand outermost(const Account& account, const ReportOrigin* report,
                 const LineageLexicon& lexicon) {
  if (report != nullptr && !report->credit.empty()) {
    ToldVoice wire{.name = report->credit, .kind = VoiceKind::news_agency};
    // The publisher may be the wire itself, and then more is known of it.
    const auto own = lexicon.look_up(report->publisher.name, account.told);
    if (own.key == lexicon.look_up(report->credit, account.told).key) wire = report->publisher;
    return named_strand(wire, Strand::By::credit, account.told, lexicon);
  }
  if (report != nullptr && !name_key(report->publisher.name).empty()) {
    const VoiceKind kind = report->publisher.kind;
    const bool agency = kind == VoiceKind::news_agency || kind == VoiceKind::state_media;
    return named_strand(report->publisher, agency ? Strand::By::agency : Strand::By::publisher,
                        account.told, lexicon);
  }
  Strand strand;
  strand.key = "report " + hex(account.key.report);
  return strand;
}

Strand strand_of(const Account& account, const ToldChain& chain, const ReportOrigin* report,
                 const LineageLexicon& lexicon) {
  for (auto voice = chain.rbegin(); voice != chain.rend(); ++voice) {
    if (!voice->named || name_key(voice->name).empty()) continue;
    const bool innermost = voice == chain.rbegin();
    return named_strand(*voice, innermost ? Strand::By::name : Strand::By::brought, account.told,
                        lexicon);
  }
  return outermost(account, report, lexicon);
}

}  // namespace

std::vector<std::vector<Strand>> strands_of(std::span<const Account* const> accounts,
                                            const std::map<ReportId, ReportOrigin>& reports,
                                            const LineageLexicon& lexicon) {
  std::vector<std::vector<Strand>> all(accounts.size());
  for (std::uint32_t i = 0; i < accounts.size(); ++i) {
    const Account& account = *accounts[i];
    const auto found = reports.find(account.key.report);
    const ReportOrigin* report = found == reports.end() ? nullptr : &found->second;
    std::vector<Strand>& strands = all[i];
    if (account.chains.empty()) strands.push_back(outermost(account, report, lexicon));
    for (const ToldChain& chain : account.chains)
      strands.push_back(strand_of(account, chain, report, lexicon));
    for (Strand& strand : strands) strand.account = i;
    std::sort(strands.begin(), strands.end(), [](const Strand& a, const Strand& b) {
      return std::tie(a.key, a.by, a.origin) < std::tie(b.key, b.by, b.origin);
    });
    const auto same = [](const Strand& a, const Strand& b) { return a.key == b.key; };
    strands.erase(std::unique(strands.begin(), strands.end(), same), strands.end());
  }
  return all;
}

}  // namespace relata
