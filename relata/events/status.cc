// SPDX-License-Identifier: Apache-2.0
#include "relata/events/status.h"

#include <algorithm>
#include <array>

#include "relata/base/fold.h"
#include "relata/events/clause.h"
#include "relata/events/tree_clues.h"
#include "relata/events/word_order.h"

namespace relata {
namespace {

constexpr std::size_t kMaxClimb = 8;
constexpr TokenIndex kMostAdjectives = 4;

std::array<TokenIndex, kMaxClimb> unpassed() {
  std::array<TokenIndex, kMaxClimb> passed{};
  passed.fill(kNoToken);
  return passed;
}

// Climbs from the trigger; `status_` is what has been found so far.
class Climb {
 public:
  Climb(const Document& document, const StatusWords& words, const EventPhrase& phrase)
      : document_(document),
        words_(words),
        order_(document, words),
        clues_(document, words, phrase),
        phrase_(phrase) {}

  StatusReading run() {
    TokenIndex head = phrase_.head;
    own_words(phrase_.first, phrase_.last, head);
    for (std::size_t climbed = 0; climbed < kMaxClimb; ++climbed) {
      const auto next = above(head);
      if (!next) break;
      passed_[climbed] = head = *next;
      if (is_verbal(document_.tokens[head])) governed_from(order_.before_that(head), false);
    }
    said_after();
    return {status_, figurative_, given_ && status_ == Status::asserted};
  }

 private:
  [[nodiscard]] const StatusWord* find(TokenIndex token, StatusRole role) const {
    return words_.find(document_, token, role);
  }

  // An outer word's verdict over what stands within it.
  void meet(std::optional<Status> outer) {
    if (!outer || *outer == Status::asserted) return;
    if (by_means_ && *outer == Status::denied) return;
    if (*outer == Status::denied && status_ == Status::denied) {
      status_ = Status::asserted;  // "did not fail to capture"
    } else if ((status_ == Status::denied || status_ == Status::doubted) && is_ahead(*outer)) {
      return;  // "vowed not to attack", "will try to find out whether he was shot"
    } else if (*outer != Status::alleged || status_ == Status::asserted) {
      status_ = *outer;
    }
  }

  [[nodiscard]] static bool is_ahead(Status status) {
    return status == Status::planned || status == Status::feared || status == Status::asked;
  }

  // What is said of an event, or of the claim of one, behind its words where the tree has lost it: "the raid on the port was
  // averted", "claims that a jet was shot down are false".
  void said_after() {
    if (status_ != Status::asserted && status_ != Status::alleged) return;
    if (!is_content_ && is_verbal(document_.tokens[phrase_.head]) && !phrase_.noun) return;
    const auto predicate = order_.predicate_after(phrase_.last);
    if (!predicate || std::find(passed_.begin(), passed_.end(), *predicate) != passed_.end())
      return;
    const bool verbal = document_.tokens[*predicate].xpos == Xpos::vbn;
    const StatusWord* word = find(*predicate, StatusRole::governs);
    if (!word && !verbal) word = find(*predicate, StatusRole::describes);
    if (word && word->status != Status::alleged) govern(*word, *predicate, kNoToken);
  }

  void auxiliaries(TokenIndex head, bool negated) {
    if (clues_.is_counterfactual(head)) {
      meet(Status::denied);
      return;
    }
    for (const TokenIndex child : document_.children[head]) {
      const Deprel deprel = document_.tokens[child].deprel;
      if (deprel != Deprel::aux || phrase_.covers(child)) continue;
      const StatusWord* const word = find(child, StatusRole::aux);
      if (!word || lower_ascii(document_.word(child)) == "can") continue;
      const bool past =
          word->status == Status::feared && clues_.has_have(head);  // "may have been killed"
      if (!negated) meet(past ? Status::alleged : word->status);
      return;
    }
  }

  // The words that hang on the event's word, those between the words of its trigger ("dropped no
  // bombs"), and those that stand just before it, wherever the tree has put them.
  void own_words(TokenIndex first, TokenIndex last, TokenIndex head) {
    bool negated = clues_.is_negated(head, kNoToken) || clues_.is_denied_argument(head) ||
                   order_.is_negated(first) || order_.is_denied_beside(first, last) ||
                   order_.is_too_much(first) || order_.inverted_condition(first) == Status::denied;
    for (TokenIndex token = first; token <= last; ++token)
      negated = negated || (token != head && clues_.is_none(token));
    bool marked = false;
    for (const TokenIndex child : document_.children[head]) {
      const Deprel deprel = document_.tokens[child].deprel;
      if (is_mark(deprel) && child < head) {
        if (const StatusWord* const mark = find(child, StatusRole::mark);
            mark && holds(child, head) && !(deprel == Deprel::case_ && clues_.is_definite(head))) {
          if (mark->status == Status::denied) {
            negated = true;
          } else {
            meet(mark->status);
            marked = true;
          }
        }
      }
      if (deprel == Deprel::amod || deprel == Deprel::advmod || deprel == Deprel::compound)
        describe(child);
    }
    described_before(first);
    if (const StatusWord* const word = order_.preposition_before(first)) meet(word->status);
    if (negated) meet(Status::denied);
    if (order_.inverted_condition(first) == Status::feared) meet(Status::feared);
    if (!marked && is_verbal(document_.tokens[head])) {
      if (const StatusWord* const mark = order_.condition_before(head)) {
        meet(mark->status);
        marked = true;
      }
    }
    if (!marked) auxiliaries(head, negated);
    if (order_.is_scheduled(first)) meet(Status::planned);
    governed_from(order_.governing(first), true);
    if (phrase_.noun) object_of(order_.verb_before(first), head);
    const auto before_that = order_.before_that(head);
    is_content_ = before_that.has_value();
    governed_from(before_that, false);
  }

  // The adjectives at once before a noun, whatever the tree hangs them on: "an alleged chemical weapons attack".
  void described_before(TokenIndex first) {
    const TokenIndex start = document_.sentences[document_.tokens[first].sentence].first;
    for (TokenIndex token = first; token > start && first - token < kMostAdjectives; --token) {
      const Upos upos = document_.tokens[token - 1].upos;
      if (upos != Upos::adj && upos != Upos::noun && upos != Upos::propn && upos != Upos::verb)
        return;
      if (document_.tokens[token - 1].xpos == Xpos::vbd) return;  // "claimed two attacks"
      if (upos != Upos::noun && upos != Upos::propn) describe(token - 1);
    }
  }

  void describe(TokenIndex child) {
    const StatusWord* const word = find(child, StatusRole::describes);
    if (!word) return;
    if (!word->status) figurative_ = true;
    meet(word->status);
  }

  [[nodiscard]] static bool is_mark(Deprel deprel) {
    return deprel == Deprel::mark || deprel == Deprel::case_ || deprel == Deprel::cc ||
           deprel == Deprel::advmod;
  }
  // "before he could": only with the modal is what follows denied. "rather than surrender": only of a bare verb.
  [[nodiscard]] bool holds(TokenIndex mark, TokenIndex head) const {
    const std::string word = lower_ascii(document_.word(mark));
    if (word == "than") return document_.tokens[head].xpos == Xpos::vb;
    return word != "before" || clues_.has_could(head);
  }

  // "escaped execution", where the tree makes "escaped" a modifier.
  void object_of(std::optional<TokenIndex> verb, TokenIndex head) {
    if (!verb || *verb == governed_ || document_.tokens[head].head == *verb) return;
    const StatusWord* word = find(*verb, StatusRole::governs_object);
    if (!word) word = find(*verb, StatusRole::governs);
    if (!word || find(*verb, StatusRole::describes)) return;
    if (word->status == Status::denied && clues_.is_definite(head)) return;
    govern(*word, *verb, kNoToken);
    governed_ = *verb;
  }

  // "due to be airlifted", "no evidence that": a governing word before, whatever the tree says.
  void governed_from(std::optional<TokenIndex> before, bool nonfinite) {
    if (!before || *before == governed_) return;
    const StatusWord* const word = governor(*before, nonfinite);
    if (!word) return;
    govern(*word, *before, kNoToken);
    governed_ = *before;
  }

  // "unconfirmed reports spoke of fighting": doubt about who says it reaches what is said.
  void speaker_of(TokenIndex verb) {
    for (const TokenIndex child : document_.children[verb]) {
      const StatusWord* const word = document_.tokens[child].deprel == Deprel::advmod
                                         ? find(child, StatusRole::describes)
                                         : nullptr;
      if (word && word->status == Status::denied) meet(word->status);  // "wrongly reported"
    }
    const auto subject = document_.child(verb, Deprel::nsubj);
    if (!subject) return;
    for (const TokenIndex child : document_.children[*subject]) {
      const StatusWord* const word = document_.tokens[child].deprel == Deprel::amod
                                         ? find(child, StatusRole::describes)
                                         : nullptr;
      if (word && word->status == Status::alleged) meet(word->status);
    }
  }

  // Applies a governing word's verdict.
  void govern(const StatusWord& word, TokenIndex token, TokenIndex from) {
    if (token == governed_) return;  // already met before the trigger
    const bool withheld = word.status == Status::asserted && is_withheld(token);
    if (!withheld && !clues_.is_negated(token, from)) {
      if (!word.status) figurative_ = true;
      meet(word.status);
    } else if (word.negated) {
      if (*word.negated == Status::denied && status_ == Status::denied) return;
      meet(word.negated);
    }
  }

  // "failed to confirm that", "has yet to find evidence that", "nobody can say for sure that": what would bear it out is not
  // there. The word that withholds it has no more to say.
  bool is_withheld(TokenIndex token) {
    const TokenIndex head = document_.tokens[token].head;
    const bool verbal = is_verbal(document_.tokens[token]);
    if (!verbal && head != kNoToken && is_verbal(document_.tokens[head])) {
      return clues_.is_negated(head, token) || is_withheld(head);
    }
    const auto over = order_.governing(token);
    const StatusWord* const word = over ? governor(*over, true) : nullptr;
    if (!word || word->status != Status::denied || clues_.is_negated(*over, kNoToken)) return false;
    governed_ = *over;
    return true;
  }

  // `nonfinite`: of an infinitive or a gerund; else of a clause or a noun.
  const StatusWord* governor(TokenIndex token, bool nonfinite) const {
    if (nonfinite) {
      if (const StatusWord* const word = find(token, StatusRole::governs_to)) return word;
    }
    if (const StatusWord* const word = find(token, StatusRole::governs)) return word;
    if (status_ == Status::planned) {
      if (const StatusWord* const word = find(token, StatusRole::undoes)) return word;
    }
    const bool noun = document_.tokens[token].upos == Upos::noun;
    return noun || clues_.is_passive(token) ? find(token, StatusRole::governs_passive) : nullptr;
  }

  // The next word up whose own negations and governors still reach the event; nothing where scope ends.
  std::optional<TokenIndex> above(TokenIndex node) {
    const Token& token = document_.tokens[node];
    const TokenIndex head = token.head;
    if (head == kNoToken) return std::nullopt;
    switch (token.deprel) {
      case Deprel::conj:
        return over_conjunction(node, head);
      case Deprel::obj:
      case Deprel::iobj:
        return carried_by(node, head, StatusRole::makes);
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
      case Deprel::nsubj_outer:
        return carried_by(node, head, StatusRole::occurs);
      case Deprel::ccomp:
      case Deprel::xcomp:
      case Deprel::acl:
      case Deprel::csubj:
      case Deprel::csubj_pass:
      case Deprel::advcl:
        return out_of_clause(node, head);
      case Deprel::obl:
      case Deprel::nmod:
      case Deprel::compound:
      case Deprel::amod:
        return out_of_phrase(node, head);
      case Deprel::acl_relcl:
        // What the tree takes for a relative clause may be the content of a noun: "the claim that they used gas".
        if (clues_.is_content_clause(node)) return out_of_clause(node, head);
        given_ = true;
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  std::optional<TokenIndex> over_conjunction(TokenIndex node, TokenIndex head) {
    const Token& token = document_.tokens[node];
    if (is_nominal(token)) {
      if (clues_.is_denied_argument(head) && status_ != Status::denied) meet(Status::denied);
      return head;
    }
    bool shares_negation = false;
    bool own = false;
    for (const TokenIndex child : document_.children[node]) {
      const Deprel deprel = document_.tokens[child].deprel;
      const std::string word = lower_ascii(document_.word(child));
      if (deprel == Deprel::cc) shares_negation = word == "or" || word == "nor";
      own = own || deprel == Deprel::nsubj || deprel == Deprel::nsubj_pass || deprel == Deprel::aux;
    }
    if (shares_negation && status_ != Status::denied && clues_.is_negated(head, node))
      meet(Status::denied);
    if (!own && (token.xpos == Xpos::vb || token.xpos == document_.tokens[head].xpos)) {
      auxiliaries(head, clues_.is_negated(head, node));
    }
    return head;
  }

  // Where and when something was said or planned is no part of it: "agreed at the talks".
  [[nodiscard]] static bool is_circumstance(std::string_view preposition) {
    constexpr std::array<std::string_view, 14> kCircumstances = {
        "at",   "in",        "after", "before", "during", "by",     "since",
        "near", "following", "amid",  "under",  "within", "behind", "despite"};
    return std::find(kCircumstances.begin(), kCircumstances.end(), preposition) !=
           kCircumstances.end();
  }

  // A noun's verb: one that only says that the event is (or was made), one that governs it, or one that presupposes it.
  std::optional<TokenIndex> carried_by(TokenIndex node, TokenIndex head, StatusRole carries) {
    if (!is_nominal(document_.tokens[node]) && document_.tokens[node].upos != Upos::adj)
      return std::nullopt;
    const bool passive_subject = document_.tokens[node].deprel == Deprel::nsubj_pass;
    const bool object = carries == StatusRole::makes || passive_subject;
    if (object) {
      const StatusWord* const word = find(head, StatusRole::governs_object);
      // "escaped destruction"; but what escaped "the massacre" did not undo it.
      if (word && !(word->status == Status::denied && clues_.is_definite(node))) {
        govern(*word, head, node);
        return head;
      }
    } else if (status_ == Status::planned) {
      if (const StatusWord* const word = find(head, StatusRole::undoes)) {
        govern(*word, head, node);  // "plans to attack collapsed"
        return head;
      }
    }
    // "the attack was claimed by …" says nothing against the attack: only clauses are hedged by such passives.
    const StatusWord* const word = governor(head, false);
    if (word && word->role != StatusRole::governs_passive &&
        (object || !is_verbal(document_.tokens[head]))) {
      govern(*word, head, node);
      return head;
    }
    if (const StatusWord* const predicate = find(head, StatusRole::describes);
        predicate && !is_verbal(document_.tokens[head])) {
      meet(predicate->status);
      return head;
    }
    const StatusWord* carrier = find(head, carries);
    if (!carrier && passive_subject) carrier = find(head, StatusRole::makes);
    if (carrier) {
      carried_over(*carrier, node, head);
      return head;
    }
    if (carries == StatusRole::occurs && clues_.is_hypothetical(node, head)) meet(Status::feared);
    given_ = clues_.is_definite(node);
    return std::nullopt;
  }

  void carried_over(const StatusWord& carrier, TokenIndex node, TokenIndex head) {
    if (clues_.is_negated(head, node) && status_ != Status::denied) meet(Status::denied);
    meet(carrier.status);  // "famine looms"
    auxiliaries(head, clues_.is_negated(head, node));
    own_marks(head);
  }

  void own_marks(TokenIndex head) {
    for (const TokenIndex child : document_.children[head]) {
      const Deprel deprel = document_.tokens[child].deprel;
      if (deprel == Deprel::mark && child < head) {
        if (const StatusWord* const mark = find(child, StatusRole::mark)) {
          if (holds(child, head)) meet(mark->status);
        }
      }
      if (deprel == Deprel::advmod) describe(child);
    }
  }

  std::optional<TokenIndex> out_of_clause(TokenIndex node, TokenIndex head) {
    const Deprel deprel = document_.tokens[node].deprel;
    if (deprel == Deprel::advcl && !document_.child(node, Deprel::mark)) return std::nullopt;
    const bool at_an_event = document_.child(node, Deprel::case_) && clues_.is_definite(node);
    if (at_an_event || clues_.asks_for_part(node)) {  // "is believed to be behind the attack"
      given_ = true;
      return std::nullopt;
    }
    const bool nonfinite = clues_.is_nonfinite(node);
    if (const StatusWord* const word = governor(head, nonfinite)) {
      // A purpose is not what is denied: "was cancelled to avoid clashes".
      const bool purpose = deprel == Deprel::advcl && status_ == Status::denied;
      if (purpose) return std::nullopt;
      if (deprel != Deprel::advcl || nonfinite || clues_.is_content_clause(node))
        govern(*word, head, node);
      return head;
    }
    if (deprel == Deprel::acl && document_.tokens[node].xpos == Xpos::vb) return over_object(head);
    if (deprel == Deprel::acl_relcl) return std::nullopt;
    if (deprel == Deprel::ccomp || (deprel == Deprel::advcl && nonfinite)) speaker_of(head);
    if (deprel == Deprel::advcl || deprel == Deprel::acl) return std::nullopt;
    // A verb of saying or causing: what stands over it still reaches in ("is said to have been forced to").
    if (deprel == Deprel::xcomp && clues_.is_negated(head, node) && status_ != Status::denied)
      meet(Status::denied);
    // "a deal that would see the town handed over"
    const bool shown = deprel == Deprel::ccomp && find(head, StatusRole::makes);
    if (deprel == Deprel::xcomp || shown) auxiliaries(head, false);
    return head;
  }

  // "urged the cabinet to deploy", where the tree hangs "deploy" on the cabinet.
  std::optional<TokenIndex> over_object(TokenIndex noun) {
    const Token& token = document_.tokens[noun];
    if (token.deprel != Deprel::obj && token.deprel != Deprel::iobj &&
        token.deprel != Deprel::nsubj_pass)
      return std::nullopt;
    const StatusWord* const word = token.head == kNoToken ? nullptr : governor(token.head, true);
    if (!word) return std::nullopt;
    govern(*word, token.head, noun);
    return token.head;
  }

  std::optional<TokenIndex> out_of_phrase(TokenIndex node, TokenIndex head) {
    const Token& token = document_.tokens[node];
    if (token.deprel == Deprel::amod ||
        (token.deprel == Deprel::compound && !is_verbal(document_.tokens[head]))) {
      // A noun that the tree takes for a modifier of what follows: "an offensive east of …".
      if (is_verbal(token)) return std::nullopt;
      if (status_ != Status::denied && clues_.is_denied_argument(head)) meet(Status::denied);
      return head;
    }
    const std::string preposition = preposition_of(document_, node);
    const StatusWord* word = words_.find_with(document_, head, StatusRole::governs, preposition);
    if (!word && !is_circumstance(preposition)) word = governor(head, false);
    if (word) {
      if (token.deprel != Deprel::compound || !is_verbal(document_.tokens[head]))
        govern(*word, head, node);
      return head;
    }
    const StatusWord* const made = find(head, StatusRole::makes);
    if (token.deprel == Deprel::nmod && preposition == "of" && made) return head;
    if (token.deprel == Deprel::obl && made && made->second == preposition) {
      carried_over(*made, node, head);  // "could lead to a massacre"
      return head;
    }
    if (token.deprel == Deprel::obl && preposition == "of") speaker_of(head);
    // "killed in air strikes": doubt about the deed is doubt about its means, its denial is not.
    const bool means = preposition == "in" || preposition == "with" || preposition == "by";
    if (token.deprel == Deprel::obl && means && is_verbal(document_.tokens[head]) &&
        status_ == Status::asserted) {
      auxiliaries(head, clues_.is_negated(head, node));
      own_marks(head);
      if (status_ == Status::denied) status_ = Status::asserted;
      if (status_ == Status::asserted && !clues_.is_definite(node)) {
        by_means_ = true;  // "feared being caught in air strikes"
        return head;
      }
    }
    given_ = !means && clues_.is_definite(node);
    return std::nullopt;
  }

  const Document& document_;
  const StatusWords& words_;
  WordOrder order_;
  TreeClues clues_;
  const EventPhrase& phrase_;
  Status status_ = Status::asserted;
  bool figurative_ = false;
  bool given_ = false;
  bool by_means_ = false;  // climbed out of "killed in air strikes"
  bool is_content_ =
      false;  // of a claim, a report, a fear: a clause that "that" opens behind a noun
  TokenIndex governed_ = kNoToken;
  std::array<TokenIndex, kMaxClimb> passed_ = unpassed();
};

}  // namespace

StatusReading status_at(const Document& document, const StatusWords& words,
                        const EventPhrase& phrase) {
  return Climb(document, words, phrase).run();
}

}  // namespace relata
