// SPDX-License-Identifier: Apache-2.0
#include "relata/events/word_order.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/shipped_events.h"

namespace relata {
namespace {

TokenIndex token_of(const Document& document, std::string_view word) {
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    if (document.word(token) == word) return token;
  }
  FAIL("no such word: " << word);
  return 0;
}

std::string word_at(const Document& document, std::optional<TokenIndex> token) {
  return token ? std::string(document.word(*token)) : std::string();
}

struct Row {
  std::string text, trigger, expected;
};

template <typename Look>
void check(const ShippedEvents& reader, const std::vector<Row>& rows, const Look& look) {
  for (const Row& row : rows) {
    INFO(row.text);
    const Document document = analyse(row.text, {}, *reader.text);
    const WordOrder order(document, reader.model->knowledge().status);
    CHECK(word_at(document, look(order, token_of(document, row.trigger))) == row.expected);
  }
}

TEST_CASE("the word before the clause that holds an event is found") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  check(reader,
        {{"There is little evidence that anyone fled the villages.", "fled", "evidence"},
         {"Nurses worry they will be abducted.", "abducted", "worry"},
         {"It was not established who shelled the mill.", "shelled", ""},
         {"Rebels attacked the ferry.", "attacked", ""},
         {"He saw the men who attacked the ferry.", "attacked", ""}},
        [](const WordOrder& order, TokenIndex token) { return order.before_that(token); });
}

TEST_CASE("the word that governs an infinitive or a gerund is found over its auxiliaries") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  check(reader,
        {{"The patients are due to be airlifted.", "airlifted", "due"},
         {"The plane is suspected of having bombed the convoy.", "bombed", "suspected"},
         {"The army stopped short of burning the mill.", "burning", "short"},
         {"The army burned the mill.", "burned", ""}},
        [](const WordOrder& order, TokenIndex token) { return order.governing(token); });
}

TEST_CASE("what is said of a noun is found behind its phrases") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  check(reader,
        {{"The raid on the port of Aden was averted.", "raid", "averted"},
         {"The inquiry into the sinking has questioned sailors.", "inquiry", ""}},
        [](const WordOrder& order, TokenIndex token) { return order.predicate_after(token); });
}

TEST_CASE("a condition without \"if\" ends at its comma") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  const std::string text = "Had rebels attacked at night, the fort would have fallen.";
  const Document document = analyse(text, {}, *reader.text);
  const WordOrder order(document, reader.model->knowledge().status);
  CHECK(order.inverted_condition(token_of(document, "attacked")) == Status::denied);
  CHECK(order.inverted_condition(token_of(document, "fallen")) == std::nullopt);
}

TEST_CASE("\"not only\" denies nothing, \"not to\" does") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  const Document vow = analyse("The clan swore not to attack the wells.", {}, *reader.text);
  CHECK(WordOrder(vow, reader.model->knowledge().status).is_negated(token_of(vow, "attack")));
  const Document both = analyse("They not only attacked the fort.", {}, *reader.text);
  CHECK_FALSE(
      WordOrder(both, reader.model->knowledge().status).is_negated(token_of(both, "attacked")));
}

}  // namespace
}  // namespace relata
