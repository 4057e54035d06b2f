// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/score_attributions.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/eval/name_words.h"

namespace relata {
namespace {

enum Measure : std::size_t { detect, usable, source, cue, content, kMeasures };

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool is_numbered(std::string_view word, char letter) {
  return word.size() > 1 && word[0] == letter &&
         word.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// "Source 12 20;24 31": the spans after the label.
std::vector<FileSpan> brat_spans(std::string_view cell) {
  std::vector<FileSpan> spans;
  const std::size_t space = cell.find(' ');
  if (space == std::string_view::npos) return spans;
  for (const std::string_view piece : split(cell.substr(space + 1), ';')) {
    FileSpan span;
    const char* end = piece.data() + piece.size();
    const auto first = std::from_chars(piece.data(), end, span.begin);
    if (first.ec != std::errc() || first.ptr == end) continue;
    if (std::from_chars(first.ptr + 1, end, span.end).ec == std::errc()) spans.push_back(span);
  }
  return spans;
}

// The words of a text as spans of code points, in order.
class Words {
 public:
  explicit Words(std::string_view text) : points_(text), text_(text) {
    std::int64_t point = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++point) {
      const bool letter = is_word_letter(next_code_point(text, at));
      if (letter && !inside) words_.push_back({point, point});
      if (letter) words_.back().end = point + 1;
      inside = letter;
    }
  }

  // Where words begin within the spans. A span that begins within a word begins one.
  [[nodiscard]] std::set<std::int64_t> within(const std::vector<FileSpan>& spans) const {
    std::set<std::int64_t> starts;
    for (const FileSpan& span : spans) {
      auto word =
          std::upper_bound(words_.begin(), words_.end(), span.begin,
                           [](std::int64_t at, const FileSpan& one) { return at < one.end; });
      for (; word != words_.end() && word->begin < span.end; ++word)
        starts.insert(std::max(word->begin, span.begin));
    }
    return starts;
  }

  // The letters from a code point up to the end of its word.
  [[nodiscard]] std::string from(std::int64_t start) const {
    const auto begin = points_.byte_of(static_cast<std::uint32_t>(start));
    std::size_t end = begin;
    for (std::size_t next = begin; next < text_.size();) {
      if (!is_word_letter(next_code_point(text_, next))) break;
      end = next;
    }
    return fold(text_.substr(begin, end - begin));
  }

 private:
  CodePoints points_;
  std::string_view text_;
  std::vector<FileSpan> words_;
};

struct Roles {
  std::set<std::int64_t> source, cue, content;
  bool reporting = false;
};

std::size_t shared(const std::set<std::int64_t>& a, const std::set<std::int64_t>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::int64_t x) { return b.count(x) > 0; }));
}

std::vector<Roles> roles_of(const std::vector<FileAttribution>& attributions, const Words& words,
                            const std::set<std::string>& cues) {
  std::vector<Roles> out;
  for (const auto& one : attributions) {
    Roles roles{words.within(one.source), words.within(one.cue), words.within(one.content), false};
    roles.reporting = std::any_of(roles.cue.begin(), roles.cue.end(),
                                  [&](std::int64_t at) { return cues.count(words.from(at)) > 0; });
    out.push_back(std::move(roles));
  }
  return out;
}

void score_pair(const Roles& gold, const Roles& system, double jaccard, Tally* tally) {
  const bool same_source =
      shared(gold.source, system.source) > 0 || (gold.source.empty() && system.source.empty());
  ++tally[detect].hit;
  tally[usable].hit += jaccard >= 0.5 && same_source;
  tally[source].hit += gold.source == system.source;
  tally[cue].hit += gold.cue == system.cue;
  tally[content].hit += gold.content == system.content;
}

void score_text(const std::vector<Roles>& gold, const std::vector<Roles>& system, bool reporting,
                std::vector<Tally>& tally) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> options;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t j = 0; j < system.size(); ++j) {
      const std::size_t both = shared(gold[i].content, system[j].content);
      if (both == 0 || shared(gold[i].cue, system[j].cue) == 0) continue;
      const std::size_t either = gold[i].content.size() + system[j].content.size() - both;
      options.emplace_back(static_cast<double>(both) / static_cast<double>(either), i, j);
    }
  }
  std::sort(options.begin(), options.end(), std::greater<>());
  const auto count = [&](Tally* rows, bool only_reporting) {
    const auto kept = [&](const Roles& roles) { return !only_reporting || roles.reporting; };
    const auto golds = static_cast<std::uint64_t>(std::count_if(gold.begin(), gold.end(), kept));
    const auto systems =
        static_cast<std::uint64_t>(std::count_if(system.begin(), system.end(), kept));
    for (std::size_t m = 0; m < kMeasures; ++m) rows[m] += {0, systems, golds};
  };
  count(tally.data(), false);
  if (reporting) count(tally.data() + kMeasures, true);
  std::vector<bool> used_gold(gold.size()), used_system(system.size());
  for (const auto& [jaccard, i, j] : options) {
    if (used_gold[i] || used_system[j]) continue;
    used_gold[i] = used_system[j] = true;
    score_pair(gold[i], system[j], jaccard, tally.data());
    if (reporting && gold[i].reporting)
      score_pair(gold[i], system[j], jaccard, tally.data() + kMeasures);
  }
}

}  // namespace

std::vector<FileAttribution> parse_brat(std::string_view ann) {
  std::map<std::string_view, std::vector<FileSpan>> spans;
  std::vector<FileAttribution> out;
  for (const std::string_view line : split(ann, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 2) continue;
    if (is_numbered(cells[0], 'T')) spans[cells[0]] = brat_spans(cells[1]);
    if (!is_numbered(cells[0], 'E')) continue;
    FileAttribution event;
    const auto roles = split(cells[1], ' ');
    for (std::size_t i = 1; i < roles.size(); ++i) {
      const std::size_t colon = roles[i].find(':');
      if (colon == std::string_view::npos) continue;
      std::string role = lower_ascii(roles[i].substr(0, colon));
      role.erase(role.find_last_not_of("0123456789") + 1);
      const auto found = spans.find(roles[i].substr(colon + 1));
      if (found == spans.end()) continue;
      auto* into = role == "source"    ? &event.source
                   : role == "cue"     ? &event.cue
                   : role == "content" ? &event.content
                                       : nullptr;
      if (into != nullptr) into->insert(into->end(), found->second.begin(), found->second.end());
    }
    if (!event.cue.empty() && !event.content.empty()) out.push_back(std::move(event));
  }
  return out;
}

Scoreboard score_attributions(const std::map<std::string, AttributedText>& texts,
                              const std::set<std::string>& cues) {
  std::vector<Scoreboard::Measure> measures;
  for (const char* part : {"", "reporting "}) {
    if (*part != '\0' && cues.empty()) break;
    for (const char* name : {"detect", "usable", "source", "cue", "content"}) {
      measures.push_back({std::string(part) + name, Scoreboard::Kind::f1});
    }
  }
  Scoreboard board(std::move(measures));
  for (const auto& [name, one] : texts) {
    const Words words(one.text);
    score_text(roles_of(one.gold, words, cues), roles_of(one.system, words, cues), !cues.empty(),
               board.add_document());
  }
  return board;
}

}  // namespace relata
