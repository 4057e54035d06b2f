// SPDX-License-Identifier: Apache-2.0
#include "tests/stories/story.h"

#include <algorithm>
#include <charconv>

#include "relata/base/hash.h"
#include "relata/eval/name_words.h"
#include "relata/export/phrases.h"

namespace relata::stories {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(trimmed(text.substr(at, end - at)));
    at = end + separator.size();
  }
  return parts;
}

// What follows a keyword at the beginning, if it is there.
std::optional<std::string> after(const std::string& part, std::string_view keyword) {
  if (!part.starts_with(keyword)) return std::nullopt;
  return trimmed(std::string_view(part).substr(keyword.size()));
}

// All words of `wanted` are words of `name`.
bool named(const std::string& name, const std::string& wanted) {
  const NameWords have = name_words(name), want = name_words(wanted);
  return !want.empty() && std::includes(have.begin(), have.end(), want.begin(), want.end());
}

bool any_named(const std::vector<Participant>& participants, const std::string& wanted) {
  return std::any_of(participants.begin(), participants.end(), [&](const Participant& one) {
    return named(one.name, wanted) ||
           (one.victim_class && as_words(name_of(*one.victim_class)) == wanted);
  });
}

bool placed(const Claim& claim, const std::string& wanted) {
  return std::any_of(claim.where.begin(), claim.where.end(), [&](const ClaimPlace& place) {
    return named(place.name, wanted) || named(place.within, wanted);
  });
}

bool told(const Claim& claim, const Telling& telling, const std::string& wanted) {
  if (wanted == "the report") return claim.chains.empty();
  const auto voices = split(wanted, ">");
  return std::any_of(claim.chains.begin(), claim.chains.end(), [&](const Chain& chain) {
    return chain.size() == voices.size() &&
           std::equal(chain.begin(), chain.end(), voices.begin(),
                      [&](const Link& link, const std::string& voice) {
                        return named(telling.voices.at(link.voice).name, voice);
                      });
  });
}

bool on(const Claim& claim, const std::string& from, const std::string& to) {
  return claim.when && iso_date(claim.when->period.from) == from &&
         iso_date(claim.when->period.to) == to;
}

struct WantedCount {
  std::optional<double> low, high;
  CountOf of = CountOf::people;
  std::string who;
};

std::optional<double> number(const std::string& word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size() ? std::optional(value)
                                                                  : std::nullopt;
}

// "9 killed civilians", "at least 70 injured", "up to 20 detained", "20 to 30 displaced".
std::optional<WantedCount> wanted_count(const std::string& part) {
  std::vector<std::string> words = split(part, " ");
  WantedCount wanted;
  std::size_t at =
      words.size() > 2 && (part.starts_with("at least ") || part.starts_with("up to ")) ? 2 : 0;
  const auto first = at < words.size() ? number(words[at]) : std::nullopt;
  if (!first) return std::nullopt;
  if (!part.starts_with("up to ")) wanted.low = first;
  if (!part.starts_with("at least ")) wanted.high = first;
  ++at;
  if (at + 1 < words.size() && words[at] == "to") {
    wanted.high = number(words[at + 1]);
    at += 2;
  }
  const auto of = at < words.size() ? count_of(words[at]) : std::nullopt;
  if (!of) return std::nullopt;
  wanted.of = *of;
  for (++at; at < words.size(); ++at) wanted.who += (wanted.who.empty() ? "" : " ") + words[at];
  return wanted;
}

bool counted(const Claim& claim, const WantedCount& wanted) {
  return std::any_of(claim.counts.begin(), claim.counts.end(), [&](const Count& count) {
    return count.of == wanted.of && count.low == wanted.low && count.high == wanted.high &&
           (wanted.who.empty() || named(count.who, wanted.who));
  });
}

bool meets(const Claim& claim, const Reading& reading, const std::string& part) {
  if (const auto status = status_of(part)) return claim.status == *status;
  if (part == "no day") return !claim.when;
  if (const auto name = after(part, "by ")) return any_named(claim.by, *name);
  if (const auto name = after(part, "to ")) return any_named(claim.to, *name);
  if (const auto chain = after(part, "told by ")) return told(claim, reading.telling, *chain);
  if (const auto day = after(part, "on ")) return on(claim, *day, *day);
  if (const auto days = after(part, "from ")) {
    const auto ends = split(*days, " to ");
    return ends.size() == 2 && on(claim, ends[0], ends[1]);
  }
  if (const auto wanted = wanted_count(part)) return counted(claim, *wanted);
  return placed(claim, part);
}

// The words of a claim's trigger are asked of the text; the rest of the claim.
bool meets(const Claim& claim, const Reading& reading, const std::vector<std::string>& parts,
           std::string_view text) {
  if (claim.type != event_type_of(parts.front())) return false;
  return std::all_of(parts.begin() + 1, parts.end(), [&](const std::string& part) {
    if (const auto words = after(part, "words "))
      return "\"" + std::string(words_of(text, claim.trigger)) + "\"" == *words;
    return meets(claim, reading, part);
  });
}

bool holds_voice(const std::vector<std::string>& parts, const std::string& name,
                 const Telling& telling) {
  return std::any_of(telling.voices.begin(), telling.voices.end(), [&](const Voice& voice) {
    return named(voice.name, name) &&
           std::all_of(parts.begin() + 1, parts.end(), [&](const std::string& part) {
             return as_words(name_of(voice.kind)) == as_words(part) ||
                    as_words(name_of(voice.side)) == as_words(part);
           });
  });
}

bool is_relation(const std::string& word) {
  return word == "contradicts" || word == "supports" || word == "cannot_verify" ||
         word == "same_event";
}

bool holds_relation(const std::vector<std::string>& parts, const Reading& reading) {
  const auto type = [&](std::uint32_t id) {
    for (const Claim& claim : reading.claims) {
      if (claim.id == id) return name_of(claim.type);
    }
    return std::string_view();
  };
  return parts.size() == 3 &&
         std::any_of(
             reading.relations.begin(), reading.relations.end(), [&](const Relation& relation) {
               const auto from = type(relation.from), to = type(relation.to);
               return name_of(relation.kind) == parts[0] && ((from == parts[1] && to == parts[2]) ||
                                                             (from == parts[2] && to == parts[1]));
             });
}

bool makes_sense(const Line& line) {
  const std::string& first = line.parts.front();
  return first.starts_with("voice ") || is_relation(first) || event_type_of(first);
}

Result<Done> parse_head(std::string_view line, std::string& title, Report& report) {
  const std::size_t colon = line.find(':');
  const std::string key = trimmed(line.substr(0, colon));
  const std::string value = colon == std::string_view::npos ? "" : trimmed(line.substr(colon + 1));
  if (key == "title") {
    title = value;
  } else if (key == "publisher") {
    report.publisher = value;
  } else if (key == "published") {
    report.published = parse_iso_date(value);
    if (!report.published) return Error{value + " is no day"};
  } else {
    return Error{"the head has title, published and publisher, not " + key};
  }
  return Done{};
}

}  // namespace

Result<Story> parse_story(std::string name, std::string_view text) {
  Story story;
  story.report.id = std::move(name);
  std::string title, body;
  enum { head, report, expected } part = head;
  std::size_t number = 0;
  for (const std::string& line : split(text, "\n")) {
    ++number;
    if (line.starts_with("#")) continue;
    if (line == "----") {
      part = expected;
    } else if (part == head && line.empty()) {
      part = report;
    } else if (part == head) {
      const Result<Done> done = parse_head(line, title, story.report);
      if (!done) return done.error().with("line " + std::to_string(number));
    } else if (part == report) {
      body += line + "\n";
    } else if (!line.empty()) {
      Line one{line, number, line.starts_with("no ") && !line.starts_with("no day"), {}};
      one.parts = split(one.negative ? line.substr(3) : line, "|");
      if (!makes_sense(one))
        return Error{"line " + std::to_string(number) + ": " + one.parts.front() +
                     " is no type of claim"};
      story.lines.push_back(std::move(one));
    }
  }
  if (trimmed(body).empty() || story.lines.empty())
    return Error{"a story has a text, a line ---- and lines to meet"};
  body.erase(body.find_last_not_of('\n') + 2);
  if (!title.empty()) story.report.title = Span{0, static_cast<std::uint32_t>(title.size())};
  story.report.text = title.empty() ? body : title + "\n\n" + body;
  story.report.sha256 = sha256_hex(story.report.text);
  return story;
}

std::optional<std::string> unmet(const Line& line, const Reading& reading, std::string_view text) {
  bool holds = false;
  if (const auto name = after(line.parts.front(), "voice ")) {
    holds = holds_voice(line.parts, *name, reading.telling);
  } else if (is_relation(line.parts.front())) {
    holds = holds_relation(line.parts, reading);
  } else {
    holds = std::any_of(reading.claims.begin(), reading.claims.end(), [&](const Claim& claim) {
      return meets(claim, reading, line.parts, text);
    });
  }
  if (holds != line.negative) return std::nullopt;
  return "line " + std::to_string(line.number) +
         (line.negative ? " is met and must not be: " : " is not met: ") + line.text;
}

}  // namespace relata::stories
