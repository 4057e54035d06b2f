// SPDX-License-Identifier: Apache-2.0
#include "relata/quantities/find_quantities.h"

#include <algorithm>
#include <utility>

#include "relata/quantities/count_grammar.h"
#include "relata/quantities/harm.h"
#include "relata/text/pieces.h"

namespace relata {

namespace {

bool exact(const CountPhrase& count) { return count.low && count.low == count.high; }

bool one_person(const CountPhrase& count) {
  return count.form == NumberForm::article || (count.low == 1 && count.high == 1);
}

// Whether two counts make one: "a woman and her two children", "a boy a girl and two women". A list of numbers does not.
bool adds_up(std::span<const Piece> pieces, const CountPhrase& first, const CountPhrase& second) {
  if (first.introduced || first.of_them || second.of_them || !exact(second)) return false;
  if (!first.counts_people() || !second.counts_people()) return false;
  std::size_t at = first.end;
  while (at < second.begin && (pieces[at].is(",") || pieces[at].is("and") || pieces[at].is("as") ||
                               pieces[at].is("well")))
    ++at;
  return at == second.begin;
}

// "the four siblings and their father": one more, who is not counted by a word of number.
void add_relative(std::span<const Piece> pieces, const QuantityLexicon& lexicon,
                  CountPhrase& count) {
  if (!exact(count) || !count.counts_people() || count.introduced ||
      count.end + 2 >= pieces.size() || !pieces[count.end].is("and"))
    return;
  const Piece& owner = pieces[count.end + 1];
  const std::string_view relative = pieces[count.end + 2].lower;
  const bool owned = owner.is("his") || owner.is("her") || owner.is("their");
  if (!owned || relative.ends_with("s") || relative == "children" ||
      lexicon.word(relative) != CountWordKind::person)
    return;
  *count.low += 1;
  count.high = count.low;
  count.end += 3;
}

// Joins the counts of an enumeration into one count of them all.
std::vector<CountPhrase> added_up(std::span<const Piece> pieces, const QuantityLexicon& lexicon,
                                  const std::vector<CountPhrase>& counts) {
  std::vector<CountPhrase> sums;
  bool open = false;  // the last of `sums` is an enumeration that began with one person
  for (const CountPhrase& count : counts) {
    if (!sums.empty() && (open || one_person(sums.back())) && adds_up(pieces, sums.back(), count)) {
      CountPhrase& sum = sums.back();
      *sum.low += *count.low;
      sum.high = sum.low;
      sum.end = count.end;
      sum.noun = count.noun;
      sum.form = NumberForm::words;
      open = true;
      continue;
    }
    open = false;
    sums.push_back(count);
    add_relative(pieces, lexicon, sums.back());
  }
  return sums;
}

class SentenceQuantities {
 public:
  SentenceQuantities(std::span<const Piece> pieces, const Document& document,
                     const QuantityLexicon& lexicon, std::vector<Quantity>& out)
      : pieces_(pieces), document_(document), lexicon_(lexicon), out_(out) {}

  void run() {
    const auto counts = added_up(pieces_, lexicon_, read_counts(pieces_, document_, lexicon_));
    if (counts.empty()) return;
    const auto harms = read_harm(pieces_, counts, document_, lexicon_);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const auto of = what_of(counts[i], harms[i]);
      if (of) out_.push_back(quantity(counts[i], harms[i], *of));
    }
  }

 private:
  // What the count is of; nothing if it counts neither people nor strikes nor a share of anything.
  std::optional<CountOf> what_of(const CountPhrase& count, const std::optional<Harm>& harm) const {
    if (harm && !(count.share && (count.noun_kind == CountWordKind::area || count.of_them)))
      return harm->of;
    if (count.form == NumberForm::article) return std::nullopt;
    if (count.share) {
      const bool of_which = count.of_them && count.end < pieces_.size() &&
                            (pieces_[count.end].is("is") || pieces_[count.end].is("was"));
      const bool of_place = count.noun_kind == CountWordKind::area || of_which;
      return of_place ? std::optional(CountOf::share_of_area) : std::nullopt;
    }
    const bool one_of =
        count.low == 1 && count.high == 1 && pieces_[count.number_end - 1].is("one");
    if (one_of) return std::nullopt;  // "one of the groups", "one man said"
    if (count.noun_kind == CountWordKind::strike) return CountOf::strikes;
    if (count.counts_people()) return CountOf::people;
    return std::nullopt;
  }

  Quantity quantity(const CountPhrase& count, const std::optional<Harm>& harm, CountOf of) const {
    Quantity quantity;
    quantity.span = cover(pieces_[count.begin].span, pieces_[count.end - 1].span);
    quantity.head = pieces_[count.noun.value_or(count.number)].token;
    quantity.low = count.low;
    quantity.high = count.high;
    quantity.of = of;
    quantity.who = who(count);
    quantity.part = count.introduced || count.of_them || (harm && harm->part);
    if (harm) quantity.governor = pieces_[harm->word].token;
    return quantity;
  }

  // The noun phrase without its number: "Syrian soldiers"; "people" if no noun tells.
  std::string who(const CountPhrase& count) const {
    std::size_t first = count.number_end;
    while (first < count.end && (pieces_[first].is("of") || pieces_[first].is("the") ||
                                 pieces_[first].kind == PieceKind::mark))
      ++first;
    if (!count.noun || first > *count.noun) return "people";
    return std::string(document_.words(
        cover(pieces_[first].span, pieces_[std::max(*count.noun, count.end - 1)].span)));
  }

  std::span<const Piece> pieces_;
  const Document& document_;
  const QuantityLexicon& lexicon_;
  std::vector<Quantity>& out_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Document& document, const QuantityLexicon& lexicon) {
  std::vector<Quantity> found;
  const Pieces pieces(document);
  for (std::size_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    SentenceQuantities(pieces.of_sentence(sentence), document, lexicon, found).run();
  }
  return found;
}

}  // namespace relata
