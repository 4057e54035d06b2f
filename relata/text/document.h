// SPDX-License-Identifier: Apache-2.0
// Document: a report's text as sentences, tokens with tag, lemma and tree, names, and who is who.
// Spans are bytes of the report's text; token and sentence numbers are indexes into the vectors here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/span.h"

namespace relata {

// Universal Dependencies parts of speech (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};

// Universal Dependencies relations, with the subtypes that English treebanks use and later stages ask for.
enum class Deprel : std::uint8_t {
  root,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp
};

// Penn Treebank tags, kept because they tell tense and number (VBD, VBN, NNS …).
enum class Xpos : std::uint8_t {
  cc,
  cd,
  dt,
  ex,
  fw,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nn,
  nns,
  nnp,
  nnps,
  pdt,
  pos,
  prp,
  prp_poss,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wp_poss,
  wrb,
  add,
  afx,
  gw,
  hyph,
  nfp,
  open_bracket,
  close_bracket,
  comma,
  stop,
  colon,
  open_quote,
  close_quote,
  dollar,
  other
};

[[nodiscard]] std::string_view name_of(Upos);    // "VERB"
[[nodiscard]] std::string_view name_of(Deprel);  // "nsubj:pass"
[[nodiscard]] std::string_view name_of(Xpos);    // "VBD"
[[nodiscard]] std::optional<Upos> upos_of(std::string_view);
[[nodiscard]] std::optional<Deprel> deprel_of(
    std::string_view);  // unknown subtypes fall back to the plain relation
[[nodiscard]] std::optional<Xpos> xpos_of(std::string_view);

using TokenIndex = std::uint32_t;
inline constexpr TokenIndex kNoToken = UINT32_MAX;  // only as `head` of a root

struct Token {
  Span span;
  std::string lemma;  // lower case but for proper names: "say", "Aleppo"
  Upos upos = Upos::x;
  Xpos xpos = Xpos::other;
  Deprel deprel = Deprel::root;
  TokenIndex head = kNoToken;  // index into Document::tokens; kNoToken: root of its sentence
  std::uint32_t sentence = 0;  // index into Document::sentences
  bool quoted = false;         // inside quotation marks
};

struct Sentence {
  Span span;
  TokenIndex first = 0, last = 0;  // tokens [first, last)
  std::uint32_t paragraph = 0;     // paragraphs are parted by blank lines or line ends
  bool heading = false;            // the title, or a line without a final stop that stands alone
};

enum class NameKind : std::uint8_t {
  person,
  organisation,
  armed_group,
  place,
  facility,
  nationality,
  weapon,
  date,
  quantity
};
[[nodiscard]] std::string_view name_of(NameKind);

inline constexpr TokenIndex kLongestMention = 64;  // tokens of a mention at most

// One mention of somebody or something: a name, a role ("the activist") or a pronoun.
struct Mention {
  Span span;                       // as it stands, without a leading article
  TokenIndex first = 0, last = 0;  // tokens [first, last)
  TokenIndex head = 0;             // the token that heads it in the tree
  std::optional<NameKind> kind;    // nothing: a common noun or a pronoun
  std::uint32_t entity = 0;        // index into Document::entities
};

// Everything that is one and the same somebody within the report.
struct Entity {
  std::string
      name;  // canonical within the report: the fullest name, aliases resolved ("White Helmets")
  std::optional<NameKind> kind;
  std::vector<std::uint32_t> mentions;  // indexes into Document::mentions, in order of the text
};

struct Document {
  std::string_view text;      // the report's; must outlive the document
  std::optional<Span> title;  // the report's
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<std::vector<TokenIndex>> children;  // of each token, in order
  std::vector<Mention> mentions;                  // in order of the text
  std::vector<Entity> entities;
  std::string country;  // of the war that the report is about, ISO 3166; "" if it does not say

  [[nodiscard]] std::string_view words(Span span) const { return words_of(text, span); }
  [[nodiscard]] std::string_view word(TokenIndex token) const { return words(tokens[token].span); }
  [[nodiscard]] const std::string& lemma(TokenIndex token) const { return tokens[token].lemma; }
  // The tokens' span, first to last inclusive of both.
  [[nodiscard]] Span span_of(TokenIndex first, TokenIndex last_inclusive) const {
    return cover(tokens[first].span, tokens[last_inclusive].span);
  }
  // Whether `ancestor` is `token` or above it in the tree.
  [[nodiscard]] bool under(TokenIndex token, TokenIndex ancestor) const;
  // The first and last token (inclusive) of everything under `token`.
  [[nodiscard]] std::pair<TokenIndex, TokenIndex> extent(TokenIndex token) const;
  // The first child with this relation, if any.
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex token, Deprel deprel) const;
  // The mention whose head this token is, if any; and the mention that covers it.
  [[nodiscard]] std::optional<std::uint32_t> mention_headed_by(TokenIndex token) const;
  [[nodiscard]] std::optional<std::uint32_t> mention_over(TokenIndex token) const;
  // The kind of the name that covers the token; nothing if none does or if what covers it is no name.
  [[nodiscard]] std::optional<NameKind> name_kind_over(TokenIndex token) const;
};

}  // namespace relata
