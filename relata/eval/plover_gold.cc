// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/plover_gold.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "relata/eval/name_words.h"

namespace relata {
namespace {

using nlohmann::json;

std::string text_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> actors_in(const json& record, const char* key) {
  std::vector<std::string> actors;
  const auto list = record.find(key);
  if (list == record.end() || !list->is_array()) return actors;
  for (const json& actor : *list) {
    if (!actor.is_object()) continue;
    if (std::string text = text_in(actor, "actorText"); !text.empty())
      actors.push_back(std::move(text));
  }
  return actors;
}

NameWords words_of_all(const std::vector<std::string>& names) {
  NameWords words;
  for (const std::string& name : names) {
    for (const std::string& word : name_words(name)) {
      if (word.size() > 2 || name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos)
        words.insert(word);
    }
  }
  return words;
}

bool share(const std::vector<std::string>& gold, const std::vector<std::string>& given) {
  if (gold.empty()) return true;
  const NameWords a = words_of_all(gold), b = words_of_all(given);
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& word) { return b.count(word) > 0; });
}

}  // namespace

Result<std::vector<CodedSentence>> parse_plover_gold(
    std::string_view bytes, const std::map<std::string, std::string>& renamed) {
  const json records = json::parse(bytes, nullptr, false);
  if (!records.is_array()) return Error{"not an array of JSON"};
  std::vector<CodedSentence> sentences;
  for (const json& record : records) {
    if (!record.is_object()) return Error{"a record that is no object"};
    const std::string text = text_in(record, "text");
    if (text.empty()) continue;
    CodedEvent event{text_in(record, "event"), actors_in(record, "source"),
                     actors_in(record, "target")};
    const auto other = renamed.find(event.category);
    if (other != renamed.end()) event.category = other->second;
    const auto known = std::find_if(sentences.begin(), sentences.end(),
                                    [&](const CodedSentence& one) { return one.text == text; });
    if (known == sentences.end()) {
      sentences.push_back({text, {std::move(event)}});
    } else {
      known->events.push_back(std::move(event));
    }
  }
  return sentences;
}

Scoreboard plover_board(const std::vector<CodedSentence>& gold) {
  std::set<std::string> categories;
  for (const CodedSentence& sentence : gold) {
    for (const CodedEvent& event : sentence.events) categories.insert(event.category);
  }
  std::vector<Scoreboard::Measure> measures = {{"category", ScoreKind::f1},
                                               {"who-whom", ScoreKind::f1}};
  for (const std::string& category : categories)
    measures.push_back({category, ScoreKind::class_f1});
  return Scoreboard(std::move(measures));
}

void score_plover(const CodedSentence& gold, const std::vector<CodedEvent>& given,
                  Scoreboard& board) {
  const auto& measures = board.measures();
  const auto column = [&](const std::string& category) {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const Scoreboard::Measure& measure) {
          return measure.kind == ScoreKind::class_f1 && measure.name == category;
        });
    return static_cast<std::size_t>(found - measures.begin());
  };
  auto& tally = board.add_document();
  const auto count = [&](const std::string& category, Tally one) {
    if (const std::size_t at = column(category); at < measures.size()) tally[at] += one;
  };
  for (const CodedEvent& event : given) {
    tally[0].system += 1;
    tally[1].system += 1;
    count(event.category, {0, 1, 0});
  }
  for (const CodedEvent& event : gold.events) {
    const bool named = std::any_of(given.begin(), given.end(), [&](const CodedEvent& one) {
      return one.category == event.category;
    });
    const bool right = std::any_of(given.begin(), given.end(), [&](const CodedEvent& one) {
      return one.category == event.category && share(event.source, one.source) &&
             share(event.target, one.target);
    });
    tally[0] += {named, 0, 1};
    tally[1] += {right, 0, 1};
    count(event.category, {named, 0, 1});
  }
}

}  // namespace relata
