// SPDX-License-Identifier: Apache-2.0
#include "relata/events/clause.h"

#include <algorithm>

#include "relata/base/fold.h"

namespace relata {
namespace {

constexpr int kMaxClimb = 6;  // a broken tree may chain conjuncts for ever

bool is_subject(Deprel deprel) {
  switch (deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::nsubj_outer:
    case Deprel::csubj:
    case Deprel::csubj_pass:
      return true;
    default:
      return false;
  }
}

bool has_passive_mark(const Document& document, TokenIndex head) {
  bool patient = false;
  for (const TokenIndex child : document.children[head]) {
    const Deprel deprel = document.tokens[child].deprel;
    if (deprel == Deprel::aux_pass || deprel == Deprel::obl_agent) return true;
    patient |= deprel == Deprel::nsubj_pass || deprel == Deprel::csubj_pass;
  }
  // "has repeatedly denied": a perfect without "been" is active, whatever the tree calls its subject.
  const auto auxiliary = document.child(head, Deprel::aux);
  return patient && !(auxiliary && document.lemma(*auxiliary) == "have");
}

bool has_auxiliary(const Document& document, TokenIndex head) {
  return document.child(head, Deprel::aux) || document.child(head, Deprel::aux_pass) ||
         document.child(head, Deprel::cop);
}

std::optional<TokenIndex> own_subject(const Document& document, TokenIndex head) {
  for (const TokenIndex child : document.children[head]) {
    if (is_subject(document.tokens[child].deprel)) return behind_relative(document, child);
  }
  return std::nullopt;
}

std::optional<TokenIndex> own_object(const Document& document, TokenIndex head) {
  if (const auto object = document.child(head, Deprel::obj))
    return behind_relative(document, *object);
  return std::nullopt;
}

// The subject that a clause without its own takes from the clause it hangs on.
std::optional<TokenIndex> shared_subject(const Document& document, TokenIndex head, bool passive,
                                         int climbed) {
  const Token& token = document.tokens[head];
  if (token.head == kNoToken || climbed > kMaxClimb) return std::nullopt;
  switch (token.deprel) {
    case Deprel::conj:
    case Deprel::advcl:
    case Deprel::parataxis: {
      if (token.deprel == Deprel::parataxis && token.xpos != Xpos::vbg) return std::nullopt;
      const auto subject = own_subject(document, token.head);
      if (subject || !is_verbal(document.tokens[token.head])) return subject;
      return shared_subject(document, token.head, passive, climbed + 1);
    }
    case Deprel::xcomp:
    case Deprel::ccomp: {
      // "forced the group to withdraw": the object; "refused to withdraw": the subject.
      if (const auto object = own_object(document, token.head)) return object;
      const auto subject = own_subject(document, token.head);
      if (subject || token.deprel == Deprel::ccomp) return subject;
      return shared_subject(document, token.head, passive, climbed + 1);
    }
    case Deprel::acl:
      // "rebels fighting in the city"; but the noun of "a plan to withdraw" is no subject.
      if (token.xpos == Xpos::vbg || token.xpos == Xpos::vbn || passive) return token.head;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

bool preceded_by(const Document& document, TokenIndex token, std::string_view word) {
  return token > 0 && lower_ascii(document.word(token - 1)) == word;
}

}  // namespace

bool is_verbal(const Token& token) { return token.upos == Upos::verb || token.upos == Upos::aux; }

bool is_nominal(const Token& token) {
  return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron ||
         token.upos == Upos::num;
}

bool is_clausal(Deprel deprel) {
  switch (deprel) {
    case Deprel::root:
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::advcl:
    case Deprel::advcl_relcl:
    case Deprel::ccomp:
    case Deprel::csubj:
    case Deprel::csubj_outer:
    case Deprel::csubj_pass:
    case Deprel::parataxis:
    case Deprel::xcomp:
      return true;
    default:
      return false;
  }
}

std::string preposition_of(const Document& document, TokenIndex noun) {
  if (const auto mark = document.child(noun, Deprel::case_))
    return lower_ascii(document.word(*mark));
  // Conjuncts share the preposition of the first.
  const Token& token = document.tokens[noun];
  if (token.deprel == Deprel::conj && token.head != kNoToken && token.head < noun) {
    return preposition_of(document, token.head);
  }
  return {};
}

TokenIndex behind_relative(const Document& document, TokenIndex token) {
  const Token& word = document.tokens[token];
  const bool relative = word.xpos == Xpos::wdt || word.xpos == Xpos::wp ||
                        (word.upos == Upos::pron && lower_ascii(document.word(token)) == "that");
  if (!relative) return token;
  TokenIndex clause = word.head;
  for (int climbed = 0; clause != kNoToken && climbed < kMaxClimb; ++climbed) {
    const Token& head = document.tokens[clause];
    if (head.deprel == Deprel::acl_relcl && head.head != kNoToken) return head.head;
    clause = head.head;
  }
  return token;
}

EventClause clause_of(const Document& document, TokenIndex head) {
  EventClause clause;
  const Token& token = document.tokens[head];
  clause.passive = has_passive_mark(document, head) ||
                   (token.xpos == Xpos::vbn && !has_auxiliary(document, head) &&
                    token.deprel != Deprel::conj && !document.child(head, Deprel::obj));
  if (token.deprel == Deprel::conj && token.xpos == Xpos::vbn && !has_auxiliary(document, head) &&
      token.head != kNoToken && !document.child(head, Deprel::obj)) {
    clause.passive = clause.passive || has_passive_mark(document, token.head);
  }
  clause.subject = own_subject(document, head);
  // A relative clause whose object was taken out: "the town they shelled".
  clause.object = own_object(document, head);
  if (!clause.subject) clause.subject = shared_subject(document, head, clause.passive, 0);
  if (!clause.object && !clause.passive && token.deprel == Deprel::acl_relcl &&
      token.head != kNoToken && clause.subject != token.head) {
    clause.object = token.head;
  }
  for (const TokenIndex child : document.children[head]) {
    const Token& dependent = document.tokens[child];
    // "destroyed by retreating soldiers", read as "by retreating": the object at its side is the agent.
    if (clause.passive && dependent.deprel == Deprel::advcl && dependent.xpos == Xpos::vbg &&
        child > head) {
      const auto object = document.child(child, Deprel::obj);
      if (object && *object == child + 1 && preceded_by(document, child, "by"))
        clause.agent = *object;
    }
    if (dependent.deprel == Deprel::obl_agent) {
      clause.agent = child;
      continue;
    }
    if (dependent.deprel != Deprel::obl && dependent.deprel != Deprel::nmod) continue;
    const std::string preposition = preposition_of(document, child);
    if (preposition == "by" && clause.passive && !clause.agent && is_nominal(dependent)) {
      clause.agent = child;
    } else if (const auto slot = slot_of_preposition(preposition)) {
      clause.phrases.emplace_back(*slot, behind_relative(document, child));
    }
  }
  return clause;
}

}  // namespace relata
