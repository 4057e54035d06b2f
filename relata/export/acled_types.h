// SPDX-License-Identifier: Apache-2.0
// ACLED's event type and sub-event type of claims, by the rules of data/acled_types.tsv over the lists of words of
// data/acled_words.tsv. A rule asks for types of claim, for who did it to whom, and for words of the claim's sentence or
// the one after; of the rules that fit, the heaviest holds, and of those that weigh the same, the first.
//
//   RELATA_TRY(const AcledTypes types, AcledTypes::load(folder));
//   const AcledCoding coding(types, report, document, reading, lexicon);
//   if (const AcledType* type = coding.of(claim)) …   // type->sub_event_type == "Mob violence"
//
// What ACLED does not record has no event type: its sub-event type then says what it is ("natural disaster"). The rules see
// one text: whether a territory changed hands before, or whose protest it was that day, they do not know.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "relata/export/summary.h"
#include "relata/export/word_lists.h"

namespace relata {

struct AcledType {
  std::string event_type;  // "" if ACLED does not record such things
  std::string sub_event_type;
  auto operator<=>(const AcledType&) const = default;
};

// The tables. Immutable once loaded.
class AcledTypes {
 public:
  // Errors: as Table and WordLists; a type of claim or a list that is not there; a weight that is no number over 0.
  static Result<AcledTypes> load(const DataFolder& folder);

 private:
  friend class AcledCoding;
  struct Rule {
    AcledType type;
    std::array<bool, kEventTypes> claims{};
    bool alone = false;       // the words of a sentence are enough to say that it is about this
    ListMask by = 0, to = 0;  // somebody of these; 0: whoever
    ListMask words = 0, with = 0, without = 0;  // one of these; one of these too; none of these
    double weight = 1;
  };
  explicit AcledTypes(WordLists lists) : lists_(std::move(lists)) {}
  Result<Rule> parse(const Table::Row& row) const;

  WordLists lists_;
  ListMask state_ = 0, armed_group_ = 0,
           fighters_ = 0;  // lists of those who are known otherwise too
  std::vector<Rule> rules_;
};

// The claims of one reading as ACLED would call them. What it is made of must outlive it.
class AcledCoding {
 public:
  AcledCoding(const AcledTypes& types, const Report& report, const Document& document,
              const Reading& reading, const SummaryLexicon& lexicon);

  // Of a claim of the reading; nullptr if no rule fits.
  [[nodiscard]] const AcledType* of(const Claim& claim) const;
  // Of what the text is about: the heaviest of all that its claims and sentences tell, what stands early before what stands
  // late. nullptr if it tells of nothing.
  [[nodiscard]] const AcledType* leading() const;

 private:
  using Rule = AcledTypes::Rule;
  [[nodiscard]] ListMask doers(const Claim& claim) const;
  [[nodiscard]] ListMask harmed(const Claim& claim) const;
  [[nodiscard]] ListMask among(const std::vector<Participant>& participants) const;
  [[nodiscard]] ListMask around(std::size_t sentence) const;
  [[nodiscard]] const Rule* rule_of(const Claim& claim) const;
  [[nodiscard]] const Rule* rule_of_words(std::size_t sentence) const;

  const AcledTypes& types_;
  const Report& report_;
  const Document& document_;
  const Reading& reading_;
  const SummaryLexicon& lexicon_;
  std::vector<ListMask> sentences_;  // the lists that each has words of
};

}  // namespace relata
