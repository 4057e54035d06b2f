// SPDX-License-Identifier: Apache-2.0
#include "relata/export/plover_events.h"

#include "relata/claims/locate.h"
#include "relata/export/main_incident.h"
#include "relata/export/plover_actors.h"

namespace relata {
namespace {

constexpr double kSubordinate = 0.75;  // for each clause that only adds to another
constexpr double kLater = 0.995;       // for each word before it in its sentence

Result<PloverRule> parse(const Table::Row& row, const WordLists& lists) {
  PloverRule rule;
  rule.category = row.cell("category");
  for (const std::string_view name : row.list("claims")) {
    const auto type = event_type_of(name);
    if (!type) return Error{row.where() + ": " + std::string(name) + " is no type of claim"};
    rule.claims[static_cast<std::size_t>(*type)] = true;
  }
  RELATA_TRY(rule.words, lists.mask(row.list("words"), row.where()));
  RELATA_TRY(rule.with, lists.mask(row.list("with"), row.where()));
  RELATA_TRY(rule.without, lists.mask(row.list("without"), row.where()));
  rule.by_speaker = row.cell("source") == "speaker";
  RELATA_TRY(rule.weight, row.number("weight"));
  if (!(rule.weight > 0)) return Error{row.where() + ": the weight is no number over 0"};
  return rule;
}

bool adds_to_another(Deprel deprel) {
  switch (deprel) {
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::advcl:
    case Deprel::advcl_relcl:
    case Deprel::appos:
    case Deprel::parataxis:
      return true;
    default:
      return false;
  }
}

// How near to the main clause and the beginning of its sentence a token stands.
double prominence(const Document& document, TokenIndex token) {
  double weight = 1;
  for (TokenIndex at = token; document.tokens[at].head != kNoToken; at = document.tokens[at].head) {
    if (adds_to_another(document.tokens[at].deprel)) weight *= kSubordinate;
  }
  const TokenIndex first = document.sentences[document.tokens[token].sentence].first;
  for (TokenIndex at = first; at < token; ++at) weight *= kLater;
  return weight;
}

// What is denied, planned, feared or asked for is no event of its type.
bool happened(Status status) { return status == Status::asserted || status == Status::alleged; }

struct Found {
  const PloverRule* rule = nullptr;
  TokenIndex token = 0;
  const Claim* claim = nullptr;
  double weight = 0;
};

// The best of one sentence.
class InSentence {
 public:
  InSentence(const PloverTypes& types, const Document& document, const Sentence& sentence)
      : types_(types),
        document_(document),
        listed_(types.lists.listed(document, sentence.first, sentence.last)) {
    for (const ListedWord& word : listed_) all_ |= word.lists;
  }

  void consider_words(Found& best) const {
    for (const ListedWord& word : listed_) {
      for (const PloverRule& rule : types_.rules) {
        if ((rule.words & word.lists) != 0 && fits(rule)) take(rule, word.token, nullptr, best);
      }
    }
  }
  void consider_claim(const Claim& claim, TokenIndex token, Found& best) const {
    for (const PloverRule& rule : types_.rules) {
      if (rule.claims[static_cast<std::size_t>(claim.type)] && fits(rule))
        take(rule, token, &claim, best);
    }
  }

 private:
  [[nodiscard]] bool fits(const PloverRule& rule) const {
    return (rule.with == 0 || (rule.with & all_) != 0) && (rule.without & all_) == 0;
  }
  void take(const PloverRule& rule, TokenIndex token, const Claim* claim, Found& best) const {
    const double weight = rule.weight * prominence(document_, token);
    if (weight > best.weight) best = {&rule, token, claim, weight};
  }

  const PloverTypes& types_;
  const Document& document_;
  std::vector<ListedWord> listed_;
  ListMask all_ = 0;
};

}  // namespace

Result<PloverTypes> PloverTypes::load(const DataFolder& folder) {
  RELATA_TRY(WordLists lists, WordLists::load(folder, "plover_words.tsv"));
  RELATA_TRY(const Table table,
             folder.table("plover_types.tsv",
                          {"category", "claims", "words", "with", "without", "source", "weight"}));
  PloverTypes types{std::move(lists), {}};
  for (const auto& row : table.rows()) {
    RELATA_TRY(PloverRule rule, parse(row, types.lists));
    types.rules.push_back(std::move(rule));
  }
  return types;
}

std::optional<PloverEvent> plover_event(const PloverTypes& types, const Document& document,
                                        const Reading& reading) {
  const Leads leads(document);
  Found best;
  for (const Sentence& sentence : document.sentences) {
    const InSentence in(types, document, sentence);
    Found found;
    in.consider_words(found);
    for (const Claim& claim : reading.claims) {
      if (sentence.span.contains(claim.trigger) && happened(claim.status))
        in.consider_claim(claim, token_at(document, claim.trigger.begin), found);
    }
    found.weight *= leads.weight(sentence.span);
    if (found.weight > best.weight) best = found;
  }
  if (best.rule == nullptr) return std::nullopt;
  PloverActors actors = actors_around(document, best.token, best.rule->by_speaker);
  const auto spans_of = [](const std::vector<Participant>& participants) {
    std::vector<Span> spans;
    for (const Participant& one : participants) spans.push_back(one.span);
    return spans;
  };
  if (best.claim != nullptr && !best.claim->by.empty()) actors.source = spans_of(best.claim->by);
  if (best.claim != nullptr && !best.claim->to.empty()) actors.target = spans_of(best.claim->to);
  return PloverEvent{best.rule->category, std::move(actors.source), std::move(actors.target)};
}

}  // namespace relata
