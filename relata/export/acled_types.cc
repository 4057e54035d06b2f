// SPDX-License-Identifier: Apache-2.0
#include "relata/export/acled_types.h"

#include <algorithm>

#include "relata/claims/locate.h"
#include "relata/export/main_incident.h"

namespace relata {
namespace {

// Whether a side, as actor_side names it, is that of a state.
bool is_state(std::string_view side) {
  constexpr std::array kStates = {Side::government, Side::coalition, Side::russia,
                                  Side::turkey,     Side::iran,      Side::other_state};
  return std::any_of(kStates.begin(), kStates.end(),
                     [&](Side state) { return name_of(state) == side; });
}

// What is said to have happened weighs more than what is not.
double weight_of(Status status) {
  constexpr double kNoEvent = 0.6;
  switch (status) {
    case Status::asserted:
    case Status::alleged:
      return 1;
    case Status::denied:
    case Status::doubted:
    case Status::planned:
    case Status::feared:
    case Status::asked:
      return kNoEvent;
  }
  return 1;
}

}  // namespace

Result<AcledTypes::Rule> AcledTypes::parse(const Table::Row& row) const {
  Rule rule;
  rule.type = {std::string(row.cell("event_type")), std::string(row.cell("sub_event_type"))};
  for (const std::string_view name : row.list("claims")) {
    const auto type = event_type_of(name);
    if (!type) return Error{row.where() + ": " + std::string(name) + " is no type of claim"};
    rule.claims[static_cast<std::size_t>(*type)] = true;
  }
  rule.alone = row.cell("alone") == "yes";
  const auto lists = [&](std::string_view column) {
    return lists_.mask(row.list(column), row.where());
  };
  RELATA_TRY(rule.by, lists("by"));
  RELATA_TRY(rule.to, lists("to"));
  RELATA_TRY(rule.words, lists("words"));
  RELATA_TRY(rule.with, lists("with"));
  RELATA_TRY(rule.without, lists("without"));
  RELATA_TRY(rule.weight, row.number("weight"));
  if (!(rule.weight > 0)) return Error{row.where() + ": the weight is no number over 0"};
  if (rule.alone && (rule.words == 0 || (rule.by | rule.to) != 0))
    return Error{row.where() + ": words that stand alone must be there, without by and to"};
  return rule;
}

Result<AcledTypes> AcledTypes::load(const DataFolder& folder) {
  RELATA_TRY(WordLists lists, WordLists::load(folder, "acled_words.tsv"));
  AcledTypes types(std::move(lists));
  const auto named = [&](std::string_view list) {
    return types.lists_.mask({list}, "acled_words.tsv");
  };
  RELATA_TRY(types.state_, named("state"));
  RELATA_TRY(types.armed_group_, named("armed_group"));
  RELATA_TRY(types.fighters_, named("fighters"));
  RELATA_TRY(const Table table,
             folder.table("acled_types.tsv", {"event_type", "sub_event_type", "claims", "alone",
                                              "by", "to", "words", "with", "without", "weight"}));
  for (const auto& row : table.rows()) {
    RELATA_TRY(Rule rule, types.parse(row));
    types.rules_.push_back(std::move(rule));
  }
  // The heaviest first; the order of the table within a weight.
  std::stable_sort(types.rules_.begin(), types.rules_.end(),
                   [](const Rule& a, const Rule& b) { return a.weight > b.weight; });
  return types;
}

AcledCoding::AcledCoding(const AcledTypes& types, const Report& report, const Document& document,
                         const Reading& reading, const SummaryLexicon& lexicon)
    : types_(types), report_(report), document_(document), reading_(reading), lexicon_(lexicon) {
  sentences_.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences)
    sentences_.push_back(types.lists_.found(document, sentence.first, sentence.last));
}

ListMask AcledCoding::among(const std::vector<Participant>& participants) const {
  ListMask mask = 0;
  for (const Participant& one : participants) {
    const TokenIndex first = token_at(document_, one.span.begin);
    TokenIndex last = first;
    while (last < document_.tokens.size() && document_.tokens[last].span.begin < one.span.end)
      ++last;
    mask |= types_.lists_.found(document_, first, last);
    mask |= types_.lists_.found(one.name);
  }
  return mask;
}

// By the words that name them; if those say nothing, by the side that is known.
ListMask AcledCoding::doers(const Claim& claim) const {
  const ListMask mask = among(claim.by);
  if ((mask & (types_.state_ | types_.armed_group_)) != 0) return mask;
  const std::string side = side_of_claim(report_, document_, reading_, claim, lexicon_);
  if (side.empty()) return mask;
  return mask | (is_state(side) ? types_.state_ : types_.armed_group_);
}

ListMask AcledCoding::harmed(const Claim& claim) const {
  const bool combatants = std::any_of(claim.to.begin(), claim.to.end(), [](const Participant& one) {
    return one.victim_class == VictimClass::combatants;
  });
  return among(claim.to) | (combatants ? types_.fighters_ : 0);
}

// A sentence and the next: what a sentence leaves open, the next one often says.
ListMask AcledCoding::around(std::size_t sentence) const {
  return sentences_[sentence] | (sentence + 1 < sentences_.size() ? sentences_[sentence + 1] : 0);
}

const AcledTypes::Rule* AcledCoding::rule_of(const Claim& claim) const {
  const ListMask by = doers(claim), to = harmed(claim),
                 words = around(sentence_of(document_, claim.trigger));
  const auto fits = [&](const Rule& rule) {
    return rule.claims[static_cast<std::size_t>(claim.type)] && (rule.by == 0 || (rule.by & by)) &&
           (rule.to == 0 || (rule.to & to)) && (rule.words == 0 || (rule.words & words)) &&
           (rule.with == 0 || (rule.with & words)) && !(rule.without & words);
  };
  const auto rule = std::find_if(types_.rules_.begin(), types_.rules_.end(), fits);
  return rule == types_.rules_.end() ? nullptr : &*rule;
}

const AcledTypes::Rule* AcledCoding::rule_of_words(std::size_t sentence) const {
  const ListMask words = sentences_[sentence];
  const auto fits = [&](const Rule& rule) {
    return rule.alone && (rule.words & words) && (rule.with == 0 || (rule.with & words)) &&
           !(rule.without & words);
  };
  const auto rule = std::find_if(types_.rules_.begin(), types_.rules_.end(), fits);
  return rule == types_.rules_.end() ? nullptr : &*rule;
}

const AcledType* AcledCoding::of(const Claim& claim) const {
  const Rule* rule = rule_of(claim);
  return rule == nullptr ? nullptr : &rule->type;
}

const AcledType* AcledCoding::leading() const {
  const Leads leads(document_);
  const Rule* best = nullptr;
  double most = 0;
  const auto consider = [&](const Rule* rule, Span at, double happened) {
    if (rule == nullptr) return;
    const double weight = rule->weight * leads.weight(at) * happened;
    // Of rules that weigh the same, the first of the table.
    if (weight > most || (weight == most && best != nullptr && rule < best)) {
      most = weight;
      best = rule;
    }
  };
  for (const Claim& claim : reading_.claims)
    consider(rule_of(claim), claim.trigger, weight_of(claim.status));
  for (std::size_t i = 0; i < sentences_.size(); ++i)
    consider(rule_of_words(i), document_.sentences[i].span, 1);
  return best == nullptr ? nullptr : &best->type;
}

}  // namespace relata
