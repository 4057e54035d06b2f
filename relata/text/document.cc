// SPDX-License-Identifier: Apache-2.0
#include "relata/text/document.h"

#include <algorithm>
#include <array>

#include "relata/base/result.h"

namespace relata {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 51> kDeprelNames = {
    "root",          "acl",         "acl:relcl",    "advcl",        "advcl:relcl", "advmod",
    "amod",          "appos",       "aux",          "aux:pass",     "case",        "cc",
    "cc:preconj",    "ccomp",       "compound",     "compound:prt", "conj",        "cop",
    "csubj",         "csubj:outer", "csubj:pass",   "dep",          "det",         "det:predet",
    "discourse",     "dislocated",  "expl",         "fixed",        "flat",        "goeswith",
    "iobj",          "list",        "mark",         "nmod",         "nmod:desc",   "nmod:poss",
    "nmod:unmarked", "nsubj",       "nsubj:outer",  "nsubj:pass",   "nummod",      "obj",
    "obl",           "obl:agent",   "obl:unmarked", "orphan",       "parataxis",   "punct",
    "reparandum",    "vocative",    "xcomp"};
static_assert(kDeprelNames.size() == static_cast<std::size_t>(Deprel::xcomp) + 1);

constexpr std::array<std::string_view, 50> kXposNames = {
    "CC",  "CD",    "DT",    "EX",  "FW",   "IN",  "JJ",  "JJR", "JJS",  "LS",
    "MD",  "NN",    "NNS",   "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",
    "RBR", "RBS",   "RP",    "SYM", "TO",   "UH",  "VB",  "VBD", "VBG",  "VBN",
    "VBP", "VBZ",   "WDT",   "WP",  "WP$",  "WRB", "ADD", "AFX", "GW",   "HYPH",
    "NFP", "-LRB-", "-RRB-", ",",   ".",    ":",   "``",  "''",  "$",    "X"};
static_assert(kXposNames.size() == static_cast<std::size_t>(Xpos::other) + 1);
static_assert(kUposNames.size() == static_cast<std::size_t>(Upos::x) + 1);

constexpr std::array<std::string_view, 9> kNameKinds = {"person", "organisation", "armed_group",
                                                        "place",  "facility",     "nationality",
                                                        "weapon", "date",         "quantity"};

template <typename E, std::size_t N>
std::optional<E> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<E>(found - names.begin());
}

// Mentions are in the order of their first token, so those over a token lie just before the first that begins after it.
template <typename Fits>
std::optional<std::uint32_t> nearest_mention(const std::vector<Mention>& mentions, TokenIndex token,
                                             Fits fits) {
  auto at =
      std::upper_bound(mentions.begin(), mentions.end(), token,
                       [](TokenIndex t, const Mention& mention) { return t < mention.first; });
  while (at != mentions.begin()) {
    --at;
    if (fits(*at)) return static_cast<std::uint32_t>(at - mentions.begin());
    if (at->first + kLongestMention < token) break;
  }
  return std::nullopt;
}

void widen(const Document& document, TokenIndex token, std::pair<TokenIndex, TokenIndex>& extent) {
  extent.first = std::min(extent.first, token);
  extent.second = std::max(extent.second, token);
  for (const TokenIndex child : document.children[token]) widen(document, child, extent);
}

}  // namespace

std::string_view name_of(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }
std::string_view name_of(Deprel deprel) { return kDeprelNames[static_cast<std::size_t>(deprel)]; }
std::string_view name_of(Xpos xpos) { return kXposNames[static_cast<std::size_t>(xpos)]; }
std::string_view name_of(NameKind kind) { return kNameKinds[static_cast<std::size_t>(kind)]; }

std::optional<Upos> upos_of(std::string_view name) { return find_name<Upos>(kUposNames, name); }
std::optional<Xpos> xpos_of(std::string_view name) { return find_name<Xpos>(kXposNames, name); }

std::optional<Deprel> deprel_of(std::string_view name) {
  if (const auto exact = find_name<Deprel>(kDeprelNames, name)) return exact;
  return find_name<Deprel>(kDeprelNames, name.substr(0, name.find(':')));
}

bool Document::under(TokenIndex token, TokenIndex ancestor) const {
  while (token != kNoToken && token != ancestor) token = tokens[token].head;
  return token == ancestor;
}

std::pair<TokenIndex, TokenIndex> Document::extent(TokenIndex token) const {
  std::pair<TokenIndex, TokenIndex> extent{token, token};
  widen(*this, token, extent);
  return extent;
}

std::optional<TokenIndex> Document::child(TokenIndex token, Deprel deprel) const {
  for (const TokenIndex child : children[token]) {
    if (tokens[child].deprel == deprel) return child;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Document::mention_headed_by(TokenIndex token) const {
  return nearest_mention(mentions, token,
                         [&](const Mention& mention) { return mention.head == token; });
}

std::optional<std::uint32_t> Document::mention_over(TokenIndex token) const {
  return nearest_mention(mentions, token, [&](const Mention& mention) {
    return mention.first <= token && token < mention.last;
  });
}

std::optional<NameKind> Document::name_kind_over(TokenIndex token) const {
  const auto mention = mention_over(token);
  return mention ? mentions[*mention].kind : std::nullopt;
}

}  // namespace relata
