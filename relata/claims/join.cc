// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/join.h"

#include <algorithm>

#include "relata/claims/accused.h"
#include "relata/claims/counted_victims.h"
#include "relata/claims/event_counts.h"
#include "relata/claims/event_places.h"
#include "relata/claims/event_times.h"
#include "relata/claims/heard_voices.h"
#include "relata/claims/repeats.h"
#include "relata/claims/shared_doers.h"

namespace relata {

namespace {

Status status_of(Stance stance) {
  switch (stance) {
    case Stance::asserts:
      return Status::asserted;
    case Stance::alleges:
      return Status::alleged;
    case Stance::denies:
      return Status::denied;
    case Stance::doubts:
      return Status::doubted;
    case Stance::cannot_verify:
      return Status::doubted;
    case Stance::plans:
      return Status::planned;
    case Stance::fears:
      return Status::feared;
    case Stance::asks:
      return Status::asked;
  }
  return Status::asserted;
}

// Whether the event's clause is told as past: "they began their advance", "had been shelled".
bool told_as_past(const Document& document, TokenIndex head) {
  while (document.tokens[head].upos != Upos::verb && document.tokens[head].head != kNoToken) {
    head = document.tokens[head].head;
  }
  if (document.tokens[head].xpos == Xpos::vbd) return true;
  if (document.tokens[head].xpos != Xpos::vbn) return false;
  const auto auxiliary = document.child(head, Deprel::aux);
  return auxiliary && document.lemma(*auxiliary) == "have";
}

// The clause's own words decide; where they assert, the stance of whoever tells it does, but what is told as past was
// neither planned nor asked for. A speech act was performed, whatever stance its own words take.
Status joined_status(const Document& document, const Event& event, const Telling& telling) {
  if (event.status != Status::asserted || event.given || is_speech_act(event.type))
    return event.status;
  const auto over = telling.over(event.trigger);
  if (!over) return Status::asserted;
  const Stance stance = telling.attributions[*over].stance;
  const bool ahead = stance == Stance::plans || stance == Stance::asks || stance == Stance::fears;
  return ahead && told_as_past(document, event.head) ? Status::asserted : status_of(stance);
}

// Whoever performs a speech act is its `by`; only who tells of it is a link (SCHEMA.md, rulings). So the speaker is taken
// off the end of the chain, and stands in `by` if the clause names nobody there.
void part_speaker_from_tellers(const Telling& telling, Claim& claim) {
  for (Chain& chain : claim.chains) {
    if (chain.empty()) continue;
    const Link link = chain.back();
    const std::string& name = telling.voices[link.voice].name;
    const bool unnamed = claim.by.empty();
    const bool performs =
        std::any_of(claim.by.begin(), claim.by.end(), [&](const Participant& speaker) {
          return speaker.name == name || speaker.span.overlaps(link.span);
        });
    if (unnamed) claim.by.push_back(Participant{link.span, name, 0, std::nullopt});
    if (performs || unnamed) chain.pop_back();
  }
  std::erase_if(claim.chains, [](const Chain& chain) { return chain.empty(); });
}

// Whoever tells of a happening did not do it by telling: a tree may take "the army said" for the doer of what was said.
void drop_tellers(const Telling& telling, Claim& claim) {
  std::erase_if(claim.by, [&](const Participant& doer) {
    return std::any_of(
        telling.attributions.begin(), telling.attributions.end(), [&](const Attribution& saying) {
          const auto tells = [&](Span content) { return content.contains(claim.trigger); };
          return saying.link && saying.source && saying.source->contains(doer.span) &&
                 std::any_of(saying.content.begin(), saying.content.end(), tells);
        });
  });
}

// Events of sentences that only repeat an earlier one are no new claims.
void drop_repeated(const Document& document, std::vector<Event>& events) {
  const std::vector<bool> repeated = repeated_sentences(document);
  std::erase_if(events,
                [&](const Event& event) { return repeated[document.tokens[event.head].sentence]; });
}

}  // namespace

Result<JoinSigns> JoinSigns::load(const DataFolder& folder) {
  RELATA_TRY(RelationSigns relations, RelationSigns::load(folder));
  RELATA_TRY(VictimClasses victims, VictimClasses::load(folder));
  return JoinSigns{std::move(relations), std::move(victims)};
}

Reading join(const Report& report, const Document& document, Findings findings,
             const JoinSigns& signs, const SlotModel& slots) {
  Reading reading;
  drop_repeated(document, findings.events);
  const SlotContext context(document, findings.events);
  EventPlaces places(context, findings.telling, findings.places, findings.times, slots);
  EventTimes times(context, findings.times, report, slots);
  auto counts = counts_of_events(context, findings.quantities, findings.events, slots);
  for (std::size_t i = 0; i < findings.events.size(); ++i) {
    const Event& event = findings.events[i];
    Claim claim;
    claim.type = event.type;
    claim.trigger = event.trigger;
    claim.evidence = event.evidence;
    claim.status = joined_status(document, event, findings.telling);
    claim.by = event.by;
    claim.to = event.to;
    PlaceChoice place = places.choose(event);
    TimeChoice time = times.choose(event);
    claim.where = std::move(place.where);
    claim.when = std::move(time.when);
    claim.counts = std::move(counts[i]);
    add_counted_victims(document, signs.victims, claim);
    claim.chains = findings.telling.chains(event.trigger);
    if (is_speech_act(event.type)) {
      part_speaker_from_tellers(findings.telling, claim);
    } else {
      drop_tellers(findings.telling, claim);
    }
    const SlotCalibration& worth = slots.calibration();
    claim.confidences = {event.confidence, worth.slot(ClaimSlot::place, place.likelihood),
                         worth.slot(ClaimSlot::time, time.likelihood)};
    claim.confidence =
        event.confidence * worth.whole({place.likelihood, time.likelihood, !claim.chains.empty()});
    reading.claims.push_back(std::move(claim));
  }
  let_the_accused_be_doers(document, reading.claims);
  share_doers(document, signs.relations.words, reading.claims);
  const auto unverified =
      add_unverified_accounts(document, findings.telling, signs.relations.words, reading.claims);
  for (std::uint32_t i = 0; i < reading.claims.size(); ++i) reading.claims[i].id = i + 1;
  // From here on no new claims are made.
  reading.relations =
      relations_between(document, findings.telling, signs.relations, unverified, reading.claims);
  reading.telling = std::move(findings.telling);
  reading.places = std::move(findings.places);
  reading.times = std::move(findings.times);
  reading.quantities = std::move(findings.quantities);
  keep_heard_voices(reading);
  return reading;
}

}  // namespace relata
