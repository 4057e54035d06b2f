// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/ground.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "relata/base/fold.h"

namespace relata {
namespace {

using Role = GroundWords::Role;
using Words = std::vector<std::string>;

constexpr std::array<std::pair<Ground, std::string_view>, 6> kGrounds{{{Ground::unsaid, "unsaid"},
                                                                       {Ground::whole, "whole"},
                                                                       {Ground::part, "part"},
                                                                       {Ground::none, "none"},
                                                                       {Ground::kept, "kept"},
                                                                       {Ground::beside, "beside"}}};

constexpr std::array<std::pair<Role, std::string_view>, 12> kRoles{{{Role::whole, "whole"},
                                                                    {Role::part, "part"},
                                                                    {Role::attempt, "attempt"},
                                                                    {Role::failed, "failed"},
                                                                    {Role::keeps, "keeps"},
                                                                    {Role::into, "into"},
                                                                    {Role::towards, "towards"},
                                                                    {Role::of, "of"},
                                                                    {Role::kind, "kind"},
                                                                    {Role::control, "control"},
                                                                    {Role::clause, "clause"},
                                                                    {Role::passive, "passive"}}};

constexpr std::ptrdiff_t kFew = 6;  // words before an event or a place that may tell of it

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '%' ||
         (c & 0x80) != 0;
}

// The words of a stretch, lower case; punctuation that parts clauses is none.
Words words_in(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Words found;
  if (begin >= end || end > text.size()) return found;
  const std::string lower = lower_ascii(text.substr(begin, end - begin));
  for (std::size_t at = 0; at < lower.size();) {
    if (!is_word_byte(lower[at])) {
      ++at;
      continue;
    }
    std::size_t stop = at;
    while (stop < lower.size() && is_word_byte(lower[stop])) ++stop;
    found.push_back(lower.substr(at, stop - at));
    at = stop;
  }
  return found;
}

std::uint32_t sentence_end(std::string_view text, std::uint32_t from) {
  for (std::uint32_t at = from; at < text.size(); ++at) {
    const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?' || text[at] == '\n';
    if (stop && (at + 1 == text.size() || text[at] == '\n' || text[at + 1] == ' ')) return at;
  }
  return static_cast<std::uint32_t>(text.size());
}

class Reader {
 public:
  Reader(std::string_view text, const GroundClaim& claim, const GroundWords& words)
      : text_(text), claim_(claim), words_(words) {
    trigger_ = words_in(text, claim.trigger.begin, claim.trigger.end);
    ahead_ = words_in(text, claim.evidence.begin, claim.trigger.begin);
    const std::uint32_t end = std::max(claim.evidence.end, claim.trigger.end);
    rest_ = words_in(text, claim.trigger.end, sentence_end(text, end));
  }

  [[nodiscard]] Ground of(Span place, const GroundBefore* before) const {
    if (claim_.type == EventType::clash || claim_.type == EventType::attack)
      return any(trigger_, Role::failed) ? Ground::kept : Ground::unsaid;
    const bool attempt = any(trigger_, Role::attempt) || near_end(ahead_, Role::attempt);
    if (attempt || (claim_.type == EventType::offensive && any(rest_, Role::failed)))
      return Ground::none;
    if (any(trigger_, Role::keeps)) return Ground::kept;
    if (claim_.type == EventType::withdrawal && only_some()) return Ground::part;
    if (before != nullptr) {
      const Words between = words_in(text_, before->place.end, place.begin);
      const auto plain = [&](const std::string& word) {
        return word == "and" || word == "the" || has(word, Role::kind);
      };
      if (std::all_of(between.begin(), between.end(), plain)) return before->ground;
    }
    if (place.begin >= claim_.trigger.end) return after_trigger(place, before);
    return claim_.type == EventType::offensive ? Ground::part : before_trigger(place);
  }

 private:
  [[nodiscard]] bool has(const std::string& word, Role role) const {
    const auto [first, last] = words_.words.equal_range(word);
    return std::any_of(first, last, [&](const auto& entry) { return entry.second == role; });
  }
  [[nodiscard]] bool any(const Words& words, Role role) const {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return has(word, role); });
  }
  // Among the last few words.
  [[nodiscard]] bool near_end(const Words& words, Role role) const {
    const auto first = words.end() - std::min<std::ptrdiff_t>(kFew, std::ssize(words));
    return std::any_of(first, words.end(),
                       [&](const std::string& word) { return has(word, role); });
  }

  // "some rebels", "36 rebels surrendered": the others may still be there.
  [[nodiscard]] bool only_some() const {
    const auto first = ahead_.end() - std::min<std::ptrdiff_t>(kFew, std::ssize(ahead_));
    return near_end(ahead_, Role::part) ||
           std::any_of(first, ahead_.end(), [](const std::string& word) {
             return word.front() >= '0' && word.front() <= '9';
           });
  }

  // "captured [most of the northern] X": the words between the trigger, or the place before, and the place.
  [[nodiscard]] Ground after_trigger(Span place, const GroundBefore* before) const {
    std::uint32_t begin = claim_.trigger.end;
    const bool further = before != nullptr && before->place.end > begin;
    if (further) begin = before->place.end;
    const Words between = words_in(text_, begin, place.begin);
    if (any(between, Role::clause)) return Ground::beside;
    if (any(between, Role::part)) return Ground::part;
    std::optional<std::size_t> preposition;
    for (std::size_t i = 0; i < between.size(); ++i) {
      if (has(between[i], Role::of) || has(between[i], Role::into) ||
          has(between[i], Role::towards))
        preposition = i;
    }
    if (claim_.type == EventType::offensive) return entered(between, preposition);
    const bool whole =
        any(trigger_, Role::whole) || any(between, Role::whole) || near_end(ahead_, Role::whole);
    if (!preposition) return whole ? Ground::whole : Ground::unsaid;
    if (has(between[*preposition], Role::towards)) return Ground::beside;
    const std::string* governor = *preposition > 0 ? &between[*preposition - 1] : nullptr;
    const bool of_all = governor == nullptr || has(*governor, Role::control) ||
                        (has(*governor, Role::kind) && has(between[*preposition], Role::of)) ||
                        has(*governor, Role::whole);
    if (!of_all || (has(between[*preposition], Role::into) && governor != nullptr))
      return Ground::part;
    return whole ? Ground::whole : Ground::unsaid;
  }

  [[nodiscard]] Ground entered(const Words& between, std::optional<std::size_t> preposition) const {
    if (any(trigger_, Role::towards) || any(between, Role::towards)) return Ground::none;
    if (any(trigger_, Role::into)) return Ground::part;
    if (preposition && has(between[*preposition], Role::into)) return Ground::part;
    return Ground::unsaid;
  }

  // "X was captured", "In X, troops captured a hill".
  [[nodiscard]] Ground before_trigger(Span place) const {
    const Words ahead = words_in(text_, std::min(claim_.evidence.begin, place.begin), place.begin);
    if (near_end(ahead, Role::part)) return Ground::part;
    const bool passive = near_end(words_in(text_, place.end, claim_.trigger.begin), Role::passive);
    const Words after = words_in(text_, claim_.trigger.end, claim_.evidence.end);
    const bool whole = any(trigger_, Role::whole) || near_end(ahead, Role::whole);
    if (passive || claim_.type != EventType::capture || after.empty() || after.front() == "it" ||
        after.front() == "them" || after.front() == "by")
      return whole ? Ground::whole : Ground::unsaid;
    // "the district" is the place itself, "two districts" and "a hill" are in it.
    const bool itself = after.size() > 1 && after.front() == "the" && has(after[1], Role::kind);
    return itself ? Ground::unsaid : Ground::part;
  }

  std::string_view text_;
  const GroundClaim& claim_;
  const GroundWords& words_;
  Words trigger_, ahead_, rest_;
};

}  // namespace

std::string_view name_of(Ground ground) {
  for (const auto& [value, name] : kGrounds) {
    if (value == ground) return name;
  }
  return "unsaid";
}

std::optional<Ground> ground_named(std::string_view name) {
  for (const auto& [value, known] : kGrounds) {
    if (known == name) return value;
  }
  return std::nullopt;
}

Result<GroundWords> GroundWords::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("ground_words.tsv", {"word", "role"}));
  GroundWords words;
  for (const auto& row : table.rows()) {
    const auto role = std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& known) {
      return known.second == row.cell("role");
    });
    if (role == kRoles.end()) return Error{"no such role"}.with(row.where());
    words.words.emplace(std::string(row.cell("word")), role->first);
  }
  return words;
}

Ground ground_of(std::string_view text, const GroundClaim& claim, Span place,
                 const GroundBefore* before, const GroundWords& words) {
  switch (claim.type) {
    case EventType::capture:
    case EventType::withdrawal:
    case EventType::holding:
    case EventType::offensive:
    case EventType::clash:
    case EventType::attack:
      return Reader(text, claim, words).of(place, before);
    default:
      return Ground::unsaid;
  }
}

}  // namespace relata
