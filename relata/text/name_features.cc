// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_features.h"

#include <unordered_map>

namespace relata {
namespace {

enum Template : std::uint32_t {
  kBias,
  kLabel,
  kForm,
  kLower,
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kPrefix2,
  kPrefix3,
  kShape,
  kPreviousLower,
  kNextLower,
  kBeforeLower,
  kAfterLower,
  kPreviousPair,
  kNextPair,
  kShapes,
  kShapesWide,
  kPlace,
  kMarks,
  kPreviousMarks,
  kNextMarks,
  kMarksAround,
  kElsewhere,
  kElsewhereShape,
  kPreviousShapeLower,
  kNextShapeLower,
  kMarkLower,
  kPreviousSuffix,
  kNextSuffix,
  kBeforePair,
  kAfterPair,
  kAround,
  kShapeSuffix,
  kMarksShape,
  kNextMarksShape,
  kAfterMarks,
  kBeforeMarks
};

// How the report writes a word elsewhere.
constexpr std::uint8_t kSmall = 1, kCapitalInside = 2;

// Sentences most of whose words have capitals tell nothing by them.
constexpr std::size_t kShortestTitleCase = 4;

}  // namespace

Feature NameFeatures::of_pair(std::size_t pair) { return feature(kLabel, pair); }

NameFeatures::NameFeatures(const Document& document, const FoldedWords& words,
                           const Lexicon& lexicon)
    : document_(document), words_(document.tokens.size()) {
  for (TokenIndex token = 0; token < words_.size(); ++token)
    words_[token].view = view_word(document.word(token));
  mark(words, lexicon);
  look_elsewhere();
}

void NameFeatures::mark(const FoldedWords& words, const Lexicon& lexicon) {
  TokenIndex actor_end = 0;
  TokenIndex nation_end = 0;
  const auto set = [&](const PhraseMatch& match, std::uint32_t first, std::uint32_t inside) {
    words_[match.first].marks |= first;
    for (TokenIndex token = match.first + 1; token < match.last; ++token)
      words_[token].marks |= inside;
  };
  for (TokenIndex token = 0; token < words_.size(); ++token) {
    const bool capital = words_[token].view.capital;
    if (capital && token >= actor_end) {
      if (const auto match = lexicon.actors.longest(words, token)) {
        const NameKind kind = lexicon.actor[match->value].kind;
        const std::uint32_t mark = kind == NameKind::person         ? kPersonMark
                                   : kind == NameKind::organisation ? kOrganisationMark
                                                                    : kArmedMark;
        set(*match, mark, mark | kInsideActorMark);
        actor_end = match->last;
        words_[actor_end - 1].marks |= kActorLastMark;
      }
    }
    if (capital && token >= nation_end) {
      if (const auto match = lexicon.nations.longest(words, token)) {
        const NationForm form = lexicon.nation_word[match->value].form;
        set(*match,
            form == NationForm::name      ? kCountryMark
            : form == NationForm::demonym ? kDemonymMark
                                          : kSeatMark,
            kInsideNationMark);
        nation_end = match->last;
      }
    }
    if (capital && lexicon.given_names.find(words, token, token + 1))
      words_[token].marks |= kGivenMark;
    if (const auto match = lexicon.roles.longest(words, token)) {
      const Role& role = lexicon.role[match->value];
      const bool armed =
          role.body && (role.kinds.front() == "armed_group" || role.kinds.front() == "military");
      const std::uint32_t mark = armed              ? kFighterMark
                                 : role.body        ? kBodyMark
                                 : role.before_name ? kTitleMark
                                                    : kRoleMark;
      set(*match, mark, mark);
    }
    if (const auto match = lexicon.facilities.longest(words, token))
      set(*match, kFacilityMark, kFacilityMark);
    if (const auto match = lexicon.weapons.longest(words, token))
      set(*match, kWeaponMark, kWeaponMark);
    if (const auto match = lexicon.groups.longest(words, token))
      set(*match, kGroupMark, kGroupMark);
  }
}

void NameFeatures::look_elsewhere() {
  title_case_.assign(document_.sentences.size(), false);
  std::unordered_map<std::uint64_t, std::uint8_t> seen;
  seen.reserve(words_.size());
  for (std::size_t number = 0; number < document_.sentences.size(); ++number) {
    const Sentence& sentence = document_.sentences[number];
    std::size_t capitals = 0;
    std::size_t letters = 0;
    for (TokenIndex token = sentence.first; token < sentence.last; ++token) {
      const unsigned char c = static_cast<unsigned char>(document_.word(token).front());
      if (!((c | 0x20) >= 'a' && (c | 0x20) <= 'z') && c < 0x80) continue;
      ++letters;
      capitals += words_[token].view.capital;
    }
    title_case_[number] = letters >= kShortestTitleCase && capitals * 10 > letters * 6;
    for (TokenIndex token = sentence.first; token < sentence.last; ++token) {
      const WordView& view = words_[token].view;
      if (!view.capital) {
        seen[view.lower] |= kSmall;
      } else if (token != sentence.first && !title_case_[number]) {
        seen[view.lower] |= kCapitalInside;
      }
    }
  }
  for (Word& word : words_) {
    if (const auto found = seen.find(word.view.lower); found != seen.end())
      word.elsewhere = found->second;
  }
}

void NameFeatures::of(TokenIndex token, std::vector<Feature>& out) const {
  static constexpr Word kNone{};
  const Sentence& sentence = document_.sentences[document_.tokens[token].sentence];
  const auto at = [&](std::ptrdiff_t offset) -> const Word& {
    const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(token) + offset;
    return place < static_cast<std::ptrdiff_t>(sentence.first) ||
                   place >= static_cast<std::ptrdiff_t>(sentence.last)
               ? kNone
               : words_[static_cast<std::size_t>(place)];
  };
  const Word& word = at(0);
  const Word& last = at(-1);
  const Word& next = at(1);
  const Word& before = at(-2);
  const Word& later = at(2);
  const WordView& v = word.view;
  const bool first = token == sentence.first;
  const bool title_case = title_case_[document_.tokens[token].sentence];
  const auto place = static_cast<std::uint32_t>((first ? 1 : 0) + (title_case ? 2 : 0));
  out.clear();
  out.insert(out.end(), {feature(kBias),
                         feature(kForm, v.form),
                         feature(kLower, v.lower),
                         feature(kSuffix2, v.suffix[1], v.capital),
                         feature(kSuffix3, v.suffix[2], v.capital),
                         feature(kSuffix4, v.suffix[3], v.capital),
                         feature(kPrefix2, v.prefix[1], v.capital),
                         feature(kPrefix3, v.prefix[2], v.capital),
                         feature(kShape, v.shape, place),
                         feature(kShapeSuffix, v.shape, v.suffix[1]),
                         feature(kPreviousLower, last.view.lower),
                         feature(kNextLower, next.view.lower),
                         feature(kBeforeLower, before.view.lower),
                         feature(kAfterLower, later.view.lower),
                         feature(kPreviousPair, last.view.lower, v.lower),
                         feature(kNextPair, v.lower, next.view.lower),
                         feature(kAround, last.view.lower, next.view.lower, v.capital),
                         feature(kBeforePair, before.view.lower, last.view.lower, v.capital),
                         feature(kAfterPair, next.view.lower, later.view.lower, v.capital),
                         feature(kShapes, last.view.shape, v.shape, next.view.shape),
                         feature(kShapesWide,
                                 before.view.capital + 2 * last.view.capital + 4 * v.capital +
                                     8 * next.view.capital + 16 * later.view.capital,
                                 place),
                         feature(kPlace, place, v.capital, v.all_capitals),
                         feature(kElsewhere, word.elsewhere, place, v.capital),
                         feature(kElsewhereShape, word.elsewhere, v.shape, place),
                         feature(kPreviousShapeLower, last.view.shape, v.lower),
                         feature(kNextShapeLower, next.view.shape, v.lower),
                         feature(kPreviousSuffix, last.view.suffix[2], v.capital),
                         feature(kNextSuffix, next.view.suffix[2], v.capital),
                         feature(kMarks, word.marks),
                         feature(kMarksShape, word.marks, v.shape, place),
                         feature(kPreviousMarks, last.marks, v.capital, word.marks != 0),
                         feature(kNextMarks, next.marks, v.capital, word.marks != 0),
                         feature(kNextMarksShape, next.marks, next.view.capital, v.shape),
                         feature(kMarksAround, last.marks, word.marks, next.marks),
                         feature(kMarkLower, word.marks, v.lower, last.marks),
                         feature(kAfterMarks, later.marks, next.view.capital, v.capital),
                         feature(kBeforeMarks, before.marks, last.view.capital, v.capital)});
}

}  // namespace relata
