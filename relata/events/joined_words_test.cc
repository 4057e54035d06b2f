// SPDX-License-Identifier: Apache-2.0
#include "relata/events/joined_words.h"

#include <doctest/doctest.h>

#include <string>

namespace relata {
namespace {

struct Word {
  std::string form;
  int head = -1;  // -1: root
  Deprel deprel = Deprel::root;
};

// A sentence of words, some of which are candidates.
struct Spoken {
  std::string text;
  Document document;
  EventCandidates candidates;

  Spoken(const std::vector<Word>& words, const std::vector<TokenIndex>& heads) {
    for (const Word& word : words) text += word.form + " ";
    document.text = text;
    std::uint32_t at = 0;
    for (const Word& word : words) {
      const auto end = at + static_cast<std::uint32_t>(word.form.size());
      Token& token = document.tokens.emplace_back();
      token.span = {at, end};
      token.deprel = word.deprel;
      token.head = word.head < 0 ? kNoToken : static_cast<TokenIndex>(word.head);
      at = end + 1;
    }
    for (const TokenIndex head : heads) {
      EventCandidate& candidate = candidates.list.emplace_back();
      candidate.first = candidate.last = candidate.head = head;
    }
    candidates.of_sentence.emplace_back(0, static_cast<std::uint32_t>(heads.size()));
  }
};

// "jets launched heavy strikes and fled"
Spoken launched_strikes() {
  return Spoken({{"jets", 1, Deprel::nsubj},
                 {"launched", -1, Deprel::root},
                 {"heavy", 3, Deprel::amod},
                 {"strikes", 1, Deprel::obj},
                 {"and", 5, Deprel::cc},
                 {"fled", 1, Deprel::conj}},
                {1, 3, 5});
}

}  // namespace

TEST_CASE("a verb and its object name one happening, with the sum of their probabilities") {
  const Spoken sentence = launched_strikes();
  const std::vector<Judgement> verdicts = {
      {EventType::attack, 0.2F}, {EventType::airstrike, 0.25F}, {EventType::withdrawal, 0.5F}};
  const auto namings = join_words(sentence.document, sentence.candidates, verdicts);
  REQUIRE(namings.size() == 2);
  CHECK(namings[0].word == 0);
  CHECK(namings[0].other == 1);
  CHECK(namings[0].verdict.type == EventType::airstrike);
  CHECK(namings[0].verdict.probability == doctest::Approx(0.45));
  CHECK(namings[1].word == 2);
  CHECK_FALSE(namings[1].other.has_value());
}

TEST_CASE(
    "words of types that do not agree are two happenings, and so are two verbs side by side") {
  const Spoken sentence = launched_strikes();
  const struct {
    EventType launched, strikes, fled;
  } cases[] = {
      {EventType::offensive, EventType::airstrike, EventType::withdrawal},
      {EventType::attack, EventType::offensive, EventType::attack},
  };
  for (const auto& [launched, strikes, fled] : cases) {
    const std::vector<Judgement> verdicts = {{launched, 0.5F}, {strikes, 0.4F}, {fled, 0.3F}};
    CHECK(join_words(sentence.document, sentence.candidates, verdicts).size() == 3);
  }
}

TEST_CASE(
    "a word that is hardly taken for an event joins nothing, and one of no probability is none") {
  const Spoken sentence = launched_strikes();
  const std::vector<Judgement> verdicts = {
      {EventType::attack, 0.04F}, {EventType::airstrike, 0.5F}, {EventType::withdrawal, 0.0F}};
  const auto namings = join_words(sentence.document, sentence.candidates, verdicts);
  REQUIRE(namings.size() == 2);
  CHECK_FALSE(namings[0].other.has_value());
  CHECK_FALSE(namings[1].other.has_value());
}

TEST_CASE("the governing word leads whichever comes first") {
  // "shells from rebels hit houses": the subject stands before its verb.
  const Spoken sentence({{"shells", 1, Deprel::nsubj}, {"hit", -1, Deprel::root}}, {0, 1});
  const std::vector<Judgement> verdicts = {{EventType::shelling, 0.6F}, {EventType::attack, 0.6F}};
  const auto namings = join_words(sentence.document, sentence.candidates, verdicts);
  REQUIRE(namings.size() == 1);
  CHECK(namings[0].word == 1);
  CHECK(namings[0].other == 0);
  CHECK(namings[0].verdict.type == EventType::shelling);
  CHECK(namings[0].verdict.probability == doctest::Approx(1.0));
}

}  // namespace relata
