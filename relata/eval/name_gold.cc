// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/name_gold.h"

#include <algorithm>
#include <optional>
#include <set>

#include "relata/base/fold.h"

namespace relata {
namespace {

constexpr std::size_t kSentencesInText = 20;

// The label without "B-" or "I-", as one of the kinds that are scored.
std::optional<ScoredName> kind_of(std::string_view label) {
  const std::string kind = lower_ascii(label.substr(std::min(label.size(), label.find('-') + 1)));
  if (kind == "per" || kind == "person") return ScoredName::person;
  if (kind == "org" || kind == "organisation" || kind == "organization" || kind == "corporation" ||
      kind == "group") {
    return ScoredName::organisation;
  }
  if (kind == "loc" || kind == "location" || kind == "place" || kind == "gpe" || kind == "geo-loc")
    return ScoredName::place;
  return std::nullopt;
}

class Reader {
 public:
  Result<Done> line(std::string_view line, std::size_t number) {
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.empty()) {
      end_sentence();
      return Done{};
    }
    const std::size_t first = line.find_first_of(" \t"), last = line.find_last_of(" \t");
    if (first == std::string_view::npos)
      return Error{"line " + std::to_string(number) + ": a word without a label"};
    const std::string_view word = line.substr(0, first), label = line.substr(last + 1);
    if (word == "-DOCSTART-") {
      end_text();
    } else {
      add(word, label);
    }
    return Done{};
  }

  std::vector<NameGold> texts() && {
    end_text();
    return std::move(texts_);
  }

 private:
  void add(std::string_view word, std::string_view label) {
    if (!now_.text.empty() && now_.text.back() != '\n') now_.text += ' ';
    const auto begin = static_cast<std::uint32_t>(now_.text.size());
    now_.text += word;
    const Span span{begin, static_cast<std::uint32_t>(now_.text.size())};
    const auto kind = label == "O" ? std::nullopt : kind_of(label);
    const bool goes_on = kind && inside_ == kind && !label.starts_with("B-");
    if (goes_on) {
      now_.names.back().span.end = span.end;
    } else if (kind) {
      now_.names.push_back({span, *kind});
    }
    inside_ = kind;
  }

  void end_sentence() {
    inside_.reset();
    if (now_.text.empty() || now_.text.back() == '\n') return;
    now_.text += '\n';
    if (++sentences_ >= kSentencesInText) end_text();
  }

  void end_text() {
    inside_.reset();
    sentences_ = 0;
    if (!now_.text.empty()) texts_.push_back(std::move(now_));
    now_ = {};
  }

  std::vector<NameGold> texts_;
  NameGold now_;
  std::optional<ScoredName> inside_;
  std::size_t sentences_ = 0;
};

// Without "the", "a", "an" before it.
NameMark without_article(NameMark name, std::string_view text) {
  const std::string words = lower_ascii(words_of(text, name.span));
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (words.starts_with(article)) name.span.begin += static_cast<std::uint32_t>(article.size());
  }
  return name;
}

}  // namespace

Result<std::vector<NameGold>> parse_name_gold(std::string_view bytes) {
  Reader reader;
  std::size_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    RELATA_TRY([[maybe_unused]] const Done done, reader.line(bytes.substr(at, end - at), ++number));
    at = end + 1;
  }
  return std::move(reader).texts();
}

std::vector<Scoreboard::Measure> name_measures() {
  using Kind = Scoreboard::Kind;
  return {
      {"names", Kind::f1}, {"person", Kind::f1}, {"organisation", Kind::f1}, {"place", Kind::f1}};
}

void score_names(const NameGold& gold, const std::vector<NameMark>& system,
                 std::vector<Tally>& tally) {
  std::set<NameMark> want, have;
  for (const NameMark& name : gold.names) want.insert(without_article(name, gold.text));
  for (const NameMark& name : system) have.insert(without_article(name, gold.text));
  const auto add = [&](const NameMark& name, Tally one) {
    tally[0] += one;
    tally[1 + static_cast<std::size_t>(name.kind)] += one;
  };
  for (const NameMark& name : want) add(name, {want.count(name) & have.count(name), 0, 1});
  for (const NameMark& name : have) add(name, {0, 1, 0});
}

}  // namespace relata
