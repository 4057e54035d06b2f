// SPDX-License-Identifier: Apache-2.0
#include "relata/query/told_phrases.h"

#include <charconv>
#include <cmath>

#include "relata/export/phrases.h"

namespace relata {
namespace {

std::string digits(double value) {
  char buffer[400];
  const double rounded = std::round(value * 100) / 100;
  return {buffer,
          std::to_chars(buffer, buffer + sizeof buffer, rounded, std::chars_format::fixed).ptr};
}

std::string range_of(double low, double best, const std::optional<double>& high) {
  if (!high) return "at least " + digits(low) + (best != low ? ", best " + digits(best) : "");
  if (low == *high) return digits(low);
  return digits(low) + " to " + digits(*high) + ", best " + digits(best);
}

}  // namespace

std::string number_of(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string phrase(const std::optional<Period>& when) {
  if (!when) return "unknown day";
  return when->from == when->to ? iso_date(when->from)
                                : iso_date(when->from) + " to " + iso_date(when->to);
}

std::string phrase(const Site& where) {
  if (where.name.empty()) return "unknown place";
  return where.within.empty() ? where.name : where.name + ", " + where.within;
}

std::string phrase(const ToldVoice& voice) {
  std::string words = voice.name.empty() ? "the report's own voice" : voice.name;
  std::string about;
  if (voice.kind != VoiceKind::other) about = as_words(name_of(voice.kind));
  if (voice.side != Side::unknown)
    about += (about.empty() ? "" : ", ") + as_words(name_of(voice.side));
  return about.empty() ? words : words + " (" + about + ")";
}

std::string phrase(const std::vector<ToldChain>& chains) {
  if (chains.empty()) return "the report's own voice";
  std::string words;
  for (const ToldChain& chain : chains) {
    if (!words.empty()) words += "; ";
    for (std::size_t i = 0; i < chain.size(); ++i)
      words += (i == 0 ? "" : " ← ") + phrase(chain[i]);
  }
  return words;
}

std::string phrase(const std::vector<ToldActor>& actors) {
  std::string words;
  for (const ToldActor& actor : actors) {
    words += (words.empty() ? "" : "; ") + actor.name;
    if (!actor.side.empty()) words += " (" + as_words(actor.side) + ")";
  }
  return words;
}

std::string phrase(const std::vector<ToldCount>& counts) {
  std::string words;
  for (const ToldCount& count : counts) {
    words += (words.empty() ? "" : "; ") + as_words(name_of(count.of)) + ' ';
    if (count.low && count.high) {
      words += *count.low == *count.high ? digits(*count.low)
                                         : digits(*count.low) + " to " + digits(*count.high);
    } else {
      words += count.low    ? "at least " + digits(*count.low)
               : count.high ? "at most " + digits(*count.high)
                            : "";
    }
    if (!count.who.empty()) words += ' ' + count.who;
  }
  return words;
}

std::string phrase(const CountRange& range) { return range_of(range.low, range.best, range.high); }

std::string phrase(const Toll& toll) {
  std::string words = as_words(name_of(toll.of));
  if (toll.victim_class != VictimClass::unknown)
    words += ", " + as_words(name_of(toll.victim_class));
  return words + ": " + range_of(toll.low, toll.best, toll.high);
}

std::string phrase(const std::optional<Grade>& grade) {
  return grade ? std::string(name_of(*grade)) : "no grade";
}

std::string words_of_account(const Account& account, const TextOf& text_of_report) {
  const auto text = text_of_report(account.key.report);
  if (!text) return "[" + text.error().message + "]";
  if (account.evidence.end > text->size()) return "[the text is shorter than it was]";
  std::string words(words_of(*text, account.evidence));
  const Span trigger = account.key.trigger;
  if (!account.evidence.contains(trigger)) return words;
  words.insert(trigger.end - account.evidence.begin, "»");
  return words.insert(trigger.begin - account.evidence.begin, "«");
}

}  // namespace relata
