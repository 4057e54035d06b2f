// SPDX-License-Identifier: Apache-2.0
#include "relata/text/names.h"

#include <array>
#include <string>

#include "doctest/doctest.h"
#include "relata/text/sentences.h"
#include "relata/text/tokens.h"

namespace relata {
namespace {

struct Loaded {
  std::unique_ptr<Files> files = real_files();
  DataFolder folder{files.get(), RELATA_SOURCE_DIR};
  Result<Lexicon> lexicon = Lexicon::load(folder);
  Result<TokenRules> rules = TokenRules::load(folder);
  Result<NameTagger> tagger = NameTagger::load(folder);
};

const Loaded& loaded() {
  static const Loaded all;
  REQUIRE_MESSAGE(all.lexicon, all.lexicon.error().message);
  REQUIRE_MESSAGE(all.rules, all.rules.error().message);
  REQUIRE_MESSAGE(all.tagger, all.tagger.error().message);
  return all;
}

// Sentences and tokens of one paragraph, and its names.
Document named(std::string_view text) {
  Document document;
  document.text = text;
  std::vector<Span> sentences;
  find_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, *loaded().rules, sentences);
  for (const Span span : sentences) {
    std::vector<Span> tokens;
    tokenize(text, span, *loaded().rules, tokens);
    Sentence sentence;
    sentence.span = span;
    sentence.first = static_cast<TokenIndex>(document.tokens.size());
    for (const Span token : tokens) {
      document.tokens.emplace_back();
      document.tokens.back().span = token;
      document.tokens.back().sentence = static_cast<std::uint32_t>(document.sentences.size());
    }
    sentence.last = static_cast<TokenIndex>(document.tokens.size());
    document.sentences.push_back(sentence);
  }
  loaded().tagger->find(document, FoldedWords(document), *loaded().lexicon);
  return document;
}

TEST_CASE("names are found with their kind, without articles and titles") {
  struct Case {
    std::string_view text, name;
    NameKind kind;
  };
  constexpr std::array kCases = {
      Case{"The Syrian Democratic Forces advanced on Raqqa.", "Syrian Democratic Forces",
           NameKind::armed_group},
      Case{"The Syrian Democratic Forces advanced on Raqqa.", "Raqqa", NameKind::place},
      Case{"Fighters of the al-Nusra Front left the town.", "al-Nusra Front",
           NameKind::armed_group},
      Case{"Residents fled from al-Fardous to the west.", "al-Fardous", NameKind::place},
      Case{"The spokesman, Colonel Idris Haddad, told reporters that 12 soldiers died.",
           "Idris Haddad", NameKind::person},
      Case{"Karam al Masri told Reuters that the road was shut.", "Reuters",
           NameKind::organisation},
      Case{"Doctors of the Union of Medical Care and Relief Organisations treated them.",
           "Union of Medical Care and Relief Organisations", NameKind::organisation},
      Case{"The UN Security Council met in New York.", "UN Security Council",
           NameKind::organisation},
      Case{"The Syrian people suffer.", "Syrian", NameKind::nationality},
      Case{"Helicopters dropped barrel bombs on the market.", "barrel bombs", NameKind::weapon},
      Case{"They came on 12 May and left on Tuesday.", "12 May", NameKind::date},
      Case{"They came on 12 May and left on Tuesday.", "Tuesday", NameKind::date},
      Case{"At least 1,200 people fled.", "1,200", NameKind::quantity},
      Case{"Syrias army shelled the town the Nusra Fronts hold.", "Syrias army",
           NameKind::armed_group},
  };
  for (const auto& [text, name, kind] : kCases) {
    const auto shown_text = text;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_text);
    const auto shown_name = name;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_name);
    const Document document = named(text);
    bool found = false;
    std::string all;
    for (const Mention& mention : document.mentions) {
      all += std::string(document.words(mention.span)) + '/' + std::string(name_of(*mention.kind)) +
             ' ';
      found = found || (document.words(mention.span) == name && mention.kind == kind);
    }
    CAPTURE(all);
    CHECK(found);
  }
}

TEST_CASE("names do not overlap and come in order, also in text that is no report") {
  for (const std::string_view text :
       {"THE ARMY OF CONQUEST TOOK IDLIB", "x ( ) - -- al-al- 's 's The the The",
        "May may march in March , 2016 2016 2016",
        "Aleppo\xE2\x80\x99s Salāḥ ad-Dīn al- al-Hasan bin bin Saleh of of The The Hague 5 5 5"}) {
    CAPTURE(text);
    const Document document = named(text);
    TokenIndex last = 0;
    for (const Mention& mention : document.mentions) {
      CHECK(mention.first >= last);
      CHECK(mention.first < mention.last);
      CHECK(mention.span == document.span_of(mention.first, mention.last - 1));
      last = mention.last;
    }
  }
}

TEST_CASE("the decoder gives the best sequence that is whole") {
  const NameLabel first = name_label(NameKind::person, NamePart::first);
  const NameLabel last = name_label(NameKind::person, NamePart::last);
  std::vector<std::int32_t> sums(2 * kNameLabels, 0);
  sums[first] = 5;  // of token 0; nothing speaks for a name's end at token 1
  sums[kNameLabels + kNoName] = 3;
  LabelDecoder decoder;
  std::vector<NameLabel> labels;
  const LabelPairs none{};
  decoder.decode(sums, none, {}, labels);
  CHECK(labels == std::vector<NameLabel>{first, last});  // 5 + 0 > 0 + 3
  sums[kNameLabels + kNoName] = 6;
  decoder.decode(sums, none, {}, labels);
  CHECK(labels == std::vector<NameLabel>{kNoName, kNoName});
  const std::vector<LabelSet> allowed = {LabelSet{1} << first, kAllLabels};
  decoder.decode(sums, none, allowed, labels);
  CHECK(labels == std::vector<NameLabel>{first, last});
  decoder.decode({}, none, {}, labels);
  CHECK(labels.empty());
}

TEST_CASE("labels follow each other only as parts of one name") {
  for (NameLabel label = 0; label < kNameLabels; ++label) {
    for (NameLabel next = 0; next < kNameLabels; ++next) {
      const bool goes_on = label != kNoName &&
                           (part_of(label) == NamePart::first || part_of(label) == NamePart::inner);
      const bool inside =
          next != kNoName && (part_of(next) == NamePart::inner || part_of(next) == NamePart::last);
      CHECK(may_follow(label, next) ==
            (goes_on ? inside && kind_of(label) == kind_of(next) : !inside));
    }
  }
}

}  // namespace
}  // namespace relata
