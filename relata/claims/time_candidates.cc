// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/time_candidates.h"

#include <algorithm>

#include "relata/claims/locate.h"

namespace relata {

namespace {

enum Template : std::uint32_t {
  kBias = 300,
  kType,
  kTimex,
  kUtterance,
  kLead,
  kAge,
  kLength,
  kRank,
  kOwnTimes,
  kStatus,
  kTypeTimex,
  kTense,
  kShape,
  kHoldsEvent
};

constexpr std::uint32_t kLeadSentences = 4;  // the title and the first sentences after it
constexpr std::uint32_t kSentencesBack = 2;
constexpr std::chrono::days kFresh{10};  // a lead tells of days at most this long before the report
constexpr std::chrono::days kLongestLead{4};  // and of no longer stretch than this

std::uint32_t days_between(Date from, Date to) {
  return to < from ? 0 : static_cast<std::uint32_t>((to - from).count());
}

}  // namespace

TimeCandidates::TimeCandidates(const SlotContext& context, std::span<const TimeExpression> times,
                               const Report& report)
    : context_(context),
      times_(times),
      anchor_(report.anchor()),
      dateline_(report.dateline.date_span) {
  const Document& document = context.document();
  for (const TimeExpression& time : times) heads_.push_back(head_of(document, time.core));
  first_of_.resize(document.sentences.size() + 1, static_cast<std::uint32_t>(times.size()));
  for (std::size_t i = times.size(); i-- > 0;) {
    first_of_[document.tokens[heads_[i]].sentence] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t s = document.sentences.size(); s-- > 0;)
    first_of_[s] = std::min(first_of_[s], first_of_[s + 1]);
  for (std::uint32_t i = 0; i < times.size() && !lead_; ++i) {
    if (document.tokens[heads_[i]].sentence >= kLeadSentences) break;
    if (!usable(i)) continue;
    const Period period = *times[i].period;
    const bool fresh = !anchor_ || (period.to <= *anchor_ + std::chrono::days(1) &&
                                    *anchor_ - period.to <= kFresh);
    if (fresh && period.to - period.from <= kLongestLead) lead_ = i;
  }
}

bool TimeCandidates::usable(std::uint32_t time) const {
  const TimeExpression& found = times_[time];
  return found.period && found.type != TimexType::set &&
         !(dateline_ && dateline_->overlaps(found.core));
}

std::optional<Period> TimeCandidates::lead() const {
  return lead_ ? times_[*lead_].period : std::nullopt;
}

Candidate TimeCandidates::candidate(const Event& event, std::uint32_t time,
                                    std::uint32_t rank) const {
  Candidate candidate{time, {}};
  auto& out = candidate.features;
  const auto type = static_cast<std::uint64_t>(event.type);
  const TimeExpression& found = times_[time];
  const auto timex = static_cast<std::uint64_t>(found.type);
  const int before = std::clamp(context_.sentences_before(event, heads_[time]), -1, 4);
  const std::uint32_t sentence = context_.document().tokens[event.head].sentence;
  const bool own_times = first_of_[sentence] != first_of_[sentence + 1];
  out.push_back(feature(kBias, 1));
  out.push_back(feature(kType, type));
  out.push_back(feature(kTimex, timex, before));
  out.push_back(feature(kTypeTimex, type, timex, before == 0));
  out.push_back(feature(kUtterance, found.utterance, before, type));
  out.push_back(feature(kUtterance, found.utterance, before, own_times));
  out.push_back(feature(kLead, lead_ == time, before, own_times));
  if (anchor_)
    out.push_back(feature(kAge, bucket(days_between(found.period->to, *anchor_)), before));
  out.push_back(
      feature(kLength, bucket(days_between(found.period->from, found.period->to)), before));
  out.push_back(feature(kRank, rank, before));
  out.push_back(feature(kOwnTimes, own_times, before));
  out.push_back(feature(kStatus, static_cast<std::uint64_t>(event.status), before));
  out.push_back(feature(kTense,
                        static_cast<std::uint64_t>(context_.document().tokens[event.head].xpos),
                        before, timex));
  out.push_back(feature(kShape, found.open + 2 * found.onset, before));
  out.push_back(feature(kShape, found.open + 2 * found.onset, type, before == 0));
  const Span head = context_.document().tokens[event.head].span;
  out.push_back(feature(kHoldsEvent, found.span.contains(head), found.open));
  context_.pair_features(event, heads_[time], out);
  return candidate;
}

std::vector<Candidate> TimeCandidates::of(const Event& event, const EarlierChoices& earlier) const {
  const std::uint32_t sentence = context_.document().tokens[event.head].sentence;
  const std::uint32_t first = first_of_[sentence - std::min(sentence, kSentencesBack)];
  const auto next = std::min<std::size_t>(sentence + 2, first_of_.size() - 1);
  std::vector<std::uint32_t> times;
  for (std::uint32_t i = first; i < first_of_[next]; ++i) {
    if (usable(i)) times.push_back(i);
  }
  for (const auto& further : {lead_, earlier.last(), earlier.last_of(event.type)}) {
    if (further && std::find(times.begin(), times.end(), *further) == times.end())
      times.push_back(*further);
  }
  const auto apart = [&](std::uint32_t time) {
    return event.head > heads_[time] ? event.head - heads_[time] : heads_[time] - event.head;
  };
  std::stable_sort(times.begin(), times.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return apart(a) < apart(b); });
  std::vector<Candidate> candidates;
  for (std::uint32_t rank = 0; rank < times.size(); ++rank) {
    candidates.push_back(candidate(event, times[rank], std::min(rank, 5U)));
  }
  return candidates;
}

}  // namespace relata
