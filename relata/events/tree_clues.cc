// SPDX-License-Identifier: Apache-2.0
#include "relata/events/tree_clues.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/events/clause.h"

namespace relata {
namespace {

bool is_argument(Deprel deprel) {
  switch (deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::obj:
    case Deprel::iobj:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool TreeClues::is_none(TokenIndex token) const {
  return !phrase_.covers(token) && order_.is_none(token);
}

bool TreeClues::is_denied_argument(TokenIndex token) const {
  const Token& word = document_.tokens[token];
  if (word.upos != Upos::verb && words_.find(document_, token, StatusRole::none)) return true;
  return std::any_of(
      document_.children[token].begin(), document_.children[token].end(), [&](TokenIndex child) {
        const Deprel deprel = document_.tokens[child].deprel;
        const bool determiner = deprel == Deprel::det || deprel == Deprel::cc_preconj ||
                                deprel == Deprel::advmod || deprel == Deprel::amod;
        return child < token && determiner && is_none(child);
      });
}

bool TreeClues::is_negated(TokenIndex token, TokenIndex except) const {
  for (const TokenIndex child : document_.children[token]) {
    if (child == except) continue;
    const Deprel deprel = document_.tokens[child].deprel;
    if (is_argument(deprel)
            ? is_denied_argument(child)
            : (deprel != Deprel::conj && !is_clausal(deprel) && child < token && is_none(child))) {
      return true;
    }
  }
  // "nothing to suggest that", "no reason to believe that"
  const Token& word = document_.tokens[token];
  return word.deprel == Deprel::acl && word.head != kNoToken && word.head < token &&
         is_denied_argument(word.head);
}

bool TreeClues::is_counterfactual(TokenIndex head) const {
  bool would = false;
  for (const TokenIndex child : document_.children[head]) {
    if (document_.tokens[child].deprel != Deprel::aux) continue;
    const std::string word = lower_ascii(document_.word(child));
    if (word == "would") would = true;
    if (would && word == "have") return true;
    if (word == "had" && is_clausal(document_.tokens[head].deprel)) {
      for (const TokenIndex other : document_.children[head]) {
        const Deprel deprel = document_.tokens[other].deprel;
        if ((deprel == Deprel::nsubj || deprel == Deprel::nsubj_pass) && other > child) return true;
      }
    }
  }
  return false;
}

bool TreeClues::has_have(TokenIndex head) const {
  return std::any_of(document_.children[head].begin(), document_.children[head].end(),
                     [&](TokenIndex child) {
                       return document_.tokens[child].deprel == Deprel::aux &&
                              lower_ascii(document_.word(child)) == "have";
                     });
}

bool TreeClues::has_could(TokenIndex head) const {
  return std::any_of(document_.children[head].begin(), document_.children[head].end(),
                     [&](TokenIndex child) {
                       const std::string word = lower_ascii(document_.word(child));
                       return word == "could" || word == "can";
                     });
}

bool TreeClues::is_passive(TokenIndex token) const {
  return document_.child(token, Deprel::aux_pass) || document_.child(token, Deprel::nsubj_pass) ||
         document_.tokens[token].xpos == Xpos::vbn;
}

bool TreeClues::is_hypothetical(TokenIndex subject, TokenIndex head) const {
  for (const TokenIndex child : document_.children[head]) {
    if (document_.tokens[child].deprel != Deprel::aux) continue;
    const StatusWord* const word = words_.find(document_, child, StatusRole::aux);
    if (!word) continue;
    const std::string form = lower_ascii(document_.word(child));
    if (form == "would" || has_any(subject)) return true;
    if (word->status == Status::feared && !is_definite(subject)) return true;
  }
  return false;
}

bool TreeClues::has_any(TokenIndex noun) const {
  const auto determiner = document_.child(noun, Deprel::det);
  return determiner && lower_ascii(document_.word(*determiner)) == "any";
}

bool TreeClues::is_definite(TokenIndex noun) const {
  return std::any_of(document_.children[noun].begin(), document_.children[noun].end(),
                     [&](TokenIndex child) {
                       const Deprel deprel = document_.tokens[child].deprel;
                       if (deprel == Deprel::nmod_poss) return true;
                       if (deprel != Deprel::det) return false;
                       const std::string word = lower_ascii(document_.word(child));
                       return word == "the" || word == "this" || word == "these" ||
                              word == "that" || word == "those" || word == "both";
                     });
}

bool TreeClues::asks_for_part(TokenIndex clause) const {
  return std::any_of(document_.children[clause].begin(), document_.children[clause].end(),
                     [&](TokenIndex child) {
                       const Xpos xpos = document_.tokens[child].xpos;
                       if (lower_ascii(document_.word(child)) == "that") return false;
                       return child < clause && (xpos == Xpos::wp || xpos == Xpos::wrb ||
                                                 xpos == Xpos::wdt || xpos == Xpos::wp_poss);
                     });
}

bool TreeClues::is_nonfinite(TokenIndex verb) const {
  const Xpos xpos = document_.tokens[verb].xpos;
  if (xpos == Xpos::vb || xpos == Xpos::vbg) return true;
  return std::any_of(document_.children[verb].begin(), document_.children[verb].end(),
                     [&](TokenIndex child) {
                       if (child > verb) return false;
                       const std::string word = lower_ascii(document_.word(child));
                       return word == "to" || word == "having" || word == "being" || word == "be";
                     });
}

bool TreeClues::is_content_clause(TokenIndex clause) const {
  return std::any_of(document_.children[clause].begin(), document_.children[clause].end(),
                     [&](TokenIndex child) {
                       if (document_.tokens[child].deprel != Deprel::mark) return false;
                       const std::string word = lower_ascii(document_.word(child));
                       return word == "that" || word == "whether";
                     });
}

}  // namespace relata
