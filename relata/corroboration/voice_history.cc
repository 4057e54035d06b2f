// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/voice_history.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace relata {
namespace {

bool moves_people(EventType type) {
  return type == EventType::displacement || type == EventType::evacuation ||
         type == EventType::aid_delivery || type == EventType::aid_obstruction;
}

bool is_fighting(EventType type) {
  return type == EventType::clash || type == EventType::offensive ||
         type == EventType::troop_movement || type == EventType::weapons_disruption ||
         type == EventType::destruction;
}

bool is_territory(EventType type) {
  return type == EventType::capture || type == EventType::withdrawal ||
         type == EventType::holding || type == EventType::siege;
}

void count(const Testimony& testimony, VoiceCount& counts) {
  ++counts.told;
  if (testimony.borne_out) ++counts.borne_out;
  if (testimony.contradicted) ++counts.contradicted;
}

// The best number of the voice's accounts: it is borne out if any of them is.
std::optional<Credibility> best_number(const Lineage& lineage,
                                       std::span<const Account* const> accounts,
                                       const Assessment& assessment) {
  std::optional<Credibility> best;
  for (const std::uint32_t index : lineage.accounts) {
    const auto found = assessment.credibility.find(accounts[index]->key);
    if (found == assessment.credibility.end() || found->second == Credibility::cannot_be_judged)
      continue;
    best = best ? std::min(*best, found->second) : found->second;
  }
  return best;
}

// Lower end of the interval of Wilson (1927) that holds a share 19 times of 20.
double least_share(double hits, double all) {
  constexpr double kZ = 1.96;
  const double share = hits / all;
  const double middle = share + kZ * kZ / (2 * all);
  const double spread = kZ * std::sqrt(share * (1 - share) / all + kZ * kZ / (4 * all * all));
  return (middle - spread) / (1 + kZ * kZ / all);
}

}  // namespace

std::string_view name_of(Topic topic) {
  switch (topic) {
    case Topic::harm:
      return "harm";
    case Topic::fighting:
      return "fighting";
    case Topic::territory:
      return "territory";
    case Topic::people_moving:
      return "people moving";
    case Topic::other:
      return "other";
  }
  return "";
}

Topic topic_of(EventType type) {
  if (is_violent(type) || type == EventType::abduction || type == EventType::detention)
    return Topic::harm;
  if (is_fighting(type)) return Topic::fighting;
  if (is_territory(type)) return Topic::territory;
  return moves_people(type) ? Topic::people_moving : Topic::other;
}

std::vector<Testimony> testimony_of(const Incident& incident,
                                    std::span<const Account* const> accounts,
                                    const Assessment& assessment) {
  std::vector<Testimony> testimonies;
  std::optional<int> year;
  if (incident.when) year = static_cast<int>(civil(incident.when->from).year());
  for (const Lineage& lineage : assessment.lineages) {
    if (lineage.origin.name.empty() || !lineage.origin.named) continue;
    Testimony testimony{{lineage.origin.name, lineage.origin.kind, lineage.origin.side},
                        topic_of(incident.type),
                        year};
    if (const auto number = best_number(lineage, accounts, assessment)) {
      testimony.borne_out = *number == Credibility::confirmed;
      testimony.contradicted =
          *number == Credibility::doubtful || *number == Credibility::improbable;
    }
    testimonies.push_back(std::move(testimony));
  }
  std::sort(testimonies.begin(), testimonies.end());
  return testimonies;
}

Result<HistoryScale> HistoryScale::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("voice_history.tsv", {"name", "value"}));
  HistoryScale scale;
  for (const auto& row : table.rows()) {
    RELATA_TRY(const double value, row.number("value"));
    if (row.cell("name") == "least_judged") {
      scale.least_judged = static_cast<std::uint32_t>(std::max(value, 1.0));
    } else if (const auto letter = reliability_of(row.cell("name"))) {
      scale.steps.push_back({*letter, value});
    } else {
      return Error{"neither a letter nor least_judged"}.with(row.where());
    }
  }
  std::sort(scale.steps.begin(), scale.steps.end(),
            [](const Step& a, const Step& b) { return a.letter < b.letter; });
  if (scale.steps.empty() || scale.least_judged == 0)
    return Error{"voice_history.tsv: no letters, or no least_judged"};
  return scale;
}

std::optional<Reliability> HistoryScale::earned(const VoiceCount& count) const {
  const std::uint32_t judged = count.borne_out + count.contradicted;
  if (judged < least_judged || judged == 0) return std::nullopt;
  const double share = least_share(count.borne_out, judged);
  for (const Step& step : steps) {
    if (share >= step.share) return step.letter;
  }
  return steps.back().letter;
}

std::vector<VoiceHistory> voice_histories(std::span<const Testimony> testimonies,
                                          std::span<const DecidedLetter> decided,
                                          const VoiceLexicon& voices, const HistoryScale& scale) {
  std::map<VoiceKey, VoiceHistory> records;
  for (const Testimony& testimony : testimonies) {
    VoiceHistory& record = records[testimony.voice];
    count(testimony, record.all);
    count(testimony, record.by_topic[testimony.topic]);
    if (testimony.year) count(testimony, record.by_year[*testimony.year]);
  }
  std::vector<VoiceHistory> result;
  for (auto& [voice, record] : records) {
    record.voice = voice;
    record.starts = voices.letter_of({voice.name, voice.kind, voice.side, true});
    record.earned = scale.earned(record.all);
    for (const DecidedLetter& each : decided) {
      if (each.voice == voice.name) record.decided = each.letter;
    }
    result.push_back(std::move(record));
  }
  return result;
}

}  // namespace relata
