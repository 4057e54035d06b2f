// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/find_telling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace relata {

namespace {

const AttributionLexicon& lexicon() {
  static const AttributionLexicon loaded = [] {
    const auto files = real_files();
    auto result = AttributionLexicon::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
    RELATA_CHECK(result);
    return std::move(*result);
  }();
  return loaded;
}

// A text with its tree written by hand: for each word "form/lemma/XPOS/head/relation", heads counted from 1 within the
// sentence, 0 for the root; a word of a person's name ends in "/person". A new row is a new sentence.
class HandTree {
 public:
  explicit HandTree(const std::vector<std::string>& rows, bool heading = false) {
    for (const std::string& row : rows) add_sentence(row, heading);
    document_.text = text_;
    for (Token& token : document_.tokens) token.quoted = false;
    mark_quoted();
    document_.children.resize(document_.tokens.size());
    for (TokenIndex t = 0; t < document_.tokens.size(); ++t) {
      if (document_.tokens[t].head != kNoToken) {
        document_.children[document_.tokens[t].head].push_back(t);
      }
    }
  }

  [[nodiscard]] const Document& document() const { return document_; }

  // The span of the first occurrence of some words.
  [[nodiscard]] Span find(std::string_view words) const {
    const std::size_t at = text_.find(words);
    RELATA_CHECK(at != std::string::npos);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

 private:
  static std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
      if (c == separator) {
        parts.emplace_back();
      } else {
        parts.back() += c;
      }
    }
    return parts;
  }

  static Upos upos_for(Xpos xpos, const std::string& deprel) {
    const std::string_view tag = name_of(xpos);
    if (deprel.starts_with("aux") || deprel == "cop") return Upos::aux;
    if (tag.starts_with("NNP")) return Upos::propn;
    if (tag.starts_with("NN")) return Upos::noun;
    if (tag.starts_with("VB")) return Upos::verb;
    if (tag.starts_with("JJ")) return Upos::adj;
    if (tag.starts_with("RB")) return Upos::adv;
    if (tag.starts_with("PRP") || tag.starts_with("W")) return Upos::pron;
    if (tag == "DT") return Upos::det;
    if (tag == "CD") return Upos::num;
    if (tag == "CC") return Upos::cconj;
    if (tag == "TO") return Upos::part;
    if (tag == "IN") return deprel == "mark" ? Upos::sconj : Upos::adp;
    return Upos::punct;
  }

  void add_sentence(const std::string& row, bool heading) {
    const auto first = static_cast<TokenIndex>(document_.tokens.size());
    const auto begin = static_cast<std::uint32_t>(text_.size());
    for (const std::string& cell : split(row, ' ')) {
      const std::vector<std::string> part = split(cell, '/');
      RELATA_CHECK(part.size() >= 5);
      if (!text_.empty()) text_ += ' ';
      const auto at = static_cast<std::uint32_t>(text_.size());
      text_ += part[0];
      Token token;
      token.span = {at, static_cast<std::uint32_t>(text_.size())};
      token.lemma = part[1];
      token.xpos = xpos_of(part[2]).value_or(Xpos::other);
      token.upos = upos_for(token.xpos, part[4]);
      const auto deprel = deprel_of(part[4]);
      RELATA_CHECK(deprel);
      token.deprel = *deprel;
      const int head = std::stoi(part[3]);
      token.head = head == 0 ? kNoToken : first + static_cast<TokenIndex>(head) - 1;
      token.sentence = static_cast<std::uint32_t>(document_.sentences.size());
      if (part.size() > 5) add_person(static_cast<TokenIndex>(document_.tokens.size()));
      document_.tokens.push_back(token);
    }
    Sentence sentence;
    sentence.span = {begin, static_cast<std::uint32_t>(text_.size())};
    sentence.first = first;
    sentence.last = static_cast<TokenIndex>(document_.tokens.size());
    sentence.heading = heading;
    document_.sentences.push_back(sentence);
  }

  void add_person(TokenIndex token) {
    if (!document_.mentions.empty() && document_.mentions.back().last == token) {
      document_.mentions.back().last = token + 1;
      document_.mentions.back().head = token;
    } else {
      Mention mention;
      mention.first = token;
      mention.last = token + 1;
      mention.head = token;
      mention.kind = NameKind::person;
      mention.entity = static_cast<std::uint32_t>(document_.entities.size());
      document_.mentions.push_back(mention);
      document_.entities.emplace_back();
      document_.entities.back().kind = NameKind::person;
    }
  }

  void mark_quoted() {
    bool inside = false;
    for (Token& token : document_.tokens) {
      if (token.xpos == Xpos::close_quote) inside = false;
      token.quoted = inside;
      if (token.xpos == Xpos::open_quote) inside = true;
    }
    for (Mention& mention : document_.mentions) {
      mention.span = document_.span_of(mention.first, mention.last - 1);
    }
    document_.text = text_;
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      Entity& entity = document_.entities[document_.mentions[i].entity];
      entity.mentions.push_back(i);
      entity.name = std::string(document_.words(document_.mentions[i].span));
    }
  }

  std::string text_;
  Document document_;
};

// "CNN > Salim Harb | the Observatory": the chains of what stands at `span`.
std::string chains_at(const Telling& telling, Span span) {
  std::string out;
  for (const Chain& chain : telling.chains(span)) {
    if (!out.empty()) out += " | ";
    for (const Link& link : chain) {
      if (&link != &chain.front()) out += " > ";
      out += telling.voices[link.voice].name;
    }
  }
  return out;
}

Telling telling_of(const HandTree& tree, std::optional<std::string_view> publisher = std::nullopt) {
  return find_telling(tree.document(), publisher, std::nullopt, lexicon());
}

struct ChainCase {
  std::string about;
  std::vector<std::string> rows;
  std::string words;
  std::string chain;
};

const std::vector<ChainCase> kChainCases = {
    {"indirect speech",
     {"The/the/DT/2/det army/army/NN/3/nsubj said/say/VBD/0/root rebels/rebel/NNS/5/nsubj "
      "shelled/shell/VBD/3/ccomp Maskana/Maskana/NNP/5/obj ./././3/punct"},
     "shelled",
     "army"},
    {"a source after what it says",
     {"Shells/shell/NNS/2/nsubj hit/hit/VBD/6/ccomp Maskana/Maskana/NNP/2/obj ,/,/,/6/punct "
      "witnesses/witness/NNS/6/nsubj said/say/VBD/0/root ./././6/punct"},
     "hit",
     "witnesses"},
    {"a source after what it says, its comma lost and its tree wrong",
     {"Shells/shell/NNS/2/nsubj hit/hit/VBD/0/root Maskana/Maskana/NNP/5/compound "
      "the/the/DT/5/det "
      "Observatory/Observatory/NNP/2/obj said/say/VBD/2/conj ./././2/punct"},
     "hit",
     "Syrian Observatory for Human Rights"},
    {"according to",
     {"According/accord/VBG/3/case to/to/IN/1/fixed SANA/SANA/NNP/7/obl ,/,/,/7/punct "
      "two/two/CD/6/nummod shells/shell/NNS/7/nsubj fell/fall/VBD/0/root ./././7/punct"},
     "fell",
     "SANA"},
    {"who was told is the outer link",
     {"Salim/Salim/NNP/3/nsubj/person Harb/Harb/NNP/1/flat/person told/tell/VBD/0/root "
      "CNN/CNN/NNP/3/obj "
      "that/that/IN/7/mark shells/shell/NNS/7/nsubj fell/fall/VBD/3/ccomp ./././3/punct"},
     "fell",
     "CNN > Salim Harb"},
    {"reporters are nobody's outlet",
     {"Salim/Salim/NNP/3/nsubj/person Harb/Harb/NNP/1/flat/person told/tell/VBD/0/root "
      "reporters/reporter/NNS/3/obj that/that/IN/7/mark shells/shell/NNS/7/nsubj "
      "fell/fall/VBD/3/ccomp "
      "./././3/punct"},
     "fell",
     "Salim Harb"},
    {"quoted as saying",
     {"CNN/CNN/NNP/2/nsubj quoted/quote/VBD/0/root a/a/DT/4/det medic/medic/NN/2/obj "
      "as/as/IN/6/mark "
      "saying/say/VBG/2/advcl shells/shell/NNS/8/nsubj fell/fall/VBD/6/ccomp ./././2/punct"},
     "fell",
     "CNN > medic"},
    {"quoted by",
     {"A/a/DT/2/det medic/medic/NN/4/nsubj:pass was/be/VBD/4/aux:pass quoted/quote/VBN/0/root "
      "by/by/IN/6/case "
      "CNN/CNN/NNP/4/obl:agent as/as/IN/8/mark saying/say/VBG/4/advcl shells/shell/NNS/10/nsubj "
      "fell/fall/VBD/8/ccomp ./././4/punct"},
     "fell",
     "CNN > medic"},
    {"a saying reported within a saying",
     {"Reuters/Reuters/NNP/2/nsubj reported/report/VBD/0/root that/that/IN/5/mark "
      "residents/resident/NNS/5/nsubj "
      "said/say/VBD/2/ccomp shells/shell/NNS/7/nsubj fell/fall/VBD/5/ccomp ./././2/punct"},
     "fell",
     "Reuters > residents"},
    {"two who say it side by side",
     {"France/France/NNP/4/nsubj and/and/CC/3/cc Britain/Britain/NNP/1/conj said/say/VBD/0/root "
      "shells/shell/NNS/6/nsubj fell/fall/VBD/4/ccomp ./././4/punct"},
     "fell",
     "France | United Kingdom"},
    {"reports of",
     {"Amid/amid/IN/3/case multiple/multiple/JJ/3/amod reports/report/NNS/8/obl of/of/IN/5/case "
      "shelling/shelling/NN/3/nmod ,/,/,/8/punct residents/resident/NNS/8/nsubj "
      "fled/flee/VBD/0/root "
      "./././8/punct"},
     "shelling",
     "multiple reports"},
    {"what no one says is the report's own voice",
     {"The/the/DT/2/det army/army/NN/3/nsubj shelled/shell/VBD/0/root Maskana/Maskana/NNP/3/obj "
      "./././3/punct"},
     "shelled",
     ""},
    {"citing",
     {"CNN/CNN/NNP/2/nsubj reported/report/VBD/0/root that/that/IN/5/mark shells/shell/NNS/5/nsubj "
      "fell/fall/VBD/2/ccomp ,/,/,/2/punct citing/cite/VBG/2/advcl a/a/DT/9/det "
      "medic/medic/NN/7/obj ./././2/punct"},
     "fell",
     "CNN > medic"},
    {"a name and what it is, the comma between them lost",
     {"The/the/DT/2/det Observatory/Observatory/NNP/5/nsubj a/a/DT/4/det "
      "monitor/monitor/NN/5/nsubj "
      "said/say/VBD/0/root shells/shell/NNS/7/nsubj fell/fall/VBD/5/ccomp ./././5/punct"},
     "fell",
     "Syrian Observatory for Human Rights"},
    {"a source behind its verb, the comma lost",
     {"Shells/shell/NNS/2/nsubj fell/fall/VBD/0/root said/say/VBD/2/dep local/local/JJ/5/amod "
      "sources/source/NNS/3/obj ./././2/punct"},
     "fell",
     "local sources"},
    {"lives are claimed by nobody's word",
     {"The/the/DT/2/det blast/blast/NN/3/nsubj claimed/claim/VBD/0/root the/the/DT/5/det "
      "lives/life/NNS/3/obj "
      "of/of/IN/7/case residents/resident/NNS/5/nmod ./././3/punct"},
     "residents",
     ""},
    {"no group speaks for nobody",
     {"No/no/DT/2/det group/group/NN/3/nsubj said/say/VBD/0/root that/that/IN/6/mark "
      "it/it/PRP/6/nsubj "
      "attacked/attack/VBD/3/ccomp ./././3/punct"},
     "attacked",
     ""}};

}  // namespace

TEST_CASE("what is said has the chain of who said it") {
  for (const ChainCase& test : kChainCases) {
    CAPTURE(test.about);
    const HandTree tree(test.rows);
    CHECK(chains_at(telling_of(tree), tree.find(test.words)) == test.chain);
  }
}

TEST_CASE("a pronoun or a role goes back to the voice that it means") {
  const std::string first =
      "The/the/DT/2/det Observatory/Observatory/NNP/3/nsubj said/say/VBD/0/root "
      "shells/shell/NNS/5/nsubj "
      "fell/fall/VBD/3/ccomp ./././3/punct";
  for (const char* source : {"It/it/PRP/2/nsubj", "it/it/PRP/2/nsubj"}) {
    const HandTree tree(
        {first, std::string(source) +
                    " added/add/VBD/0/root that/that/IN/5/mark mortars/mortar/NNS/5/nsubj "
                    "struck/strike/VBD/2/ccomp ./././2/punct"});
    CHECK(chains_at(telling_of(tree), tree.find("struck")) ==
          "Syrian Observatory for Human Rights");
  }
  for (const char* role : {"group/group", "monitor/monitor", "watchdog/watchdog"}) {
    const HandTree tree({first, "The/the/DT/2/det " + std::string(role) +
                                    "/NN/3/nsubj said/say/VBD/0/root mortars/mortar/NNS/5/nsubj "
                                    "struck/strike/VBD/3/ccomp ./././3/punct"});
    CHECK(chains_at(telling_of(tree), tree.find("struck")) ==
          "Syrian Observatory for Human Rights");
  }
}

TEST_CASE("who was once told goes on being told, until somebody else speaks") {
  const HandTree tree(
      {"A/a/DT/2/det medic/medic/NN/3/nsubj told/tell/VBD/0/root CNN/CNN/NNP/3/obj "
       "that/that/IN/7/mark "
       "shells/shell/NNS/7/nsubj fell/fall/VBD/3/ccomp ./././3/punct",
       "The/the/DT/2/det medic/medic/NN/3/nsubj added/add/VBD/0/root that/that/IN/6/mark "
       "mortars/mortar/NNS/6/nsubj struck/strike/VBD/3/ccomp ./././3/punct",
       "Witnesses/witness/NNS/2/nsubj said/say/VBD/0/root fires/fire/NNS/4/nsubj "
       "burned/burn/VBD/2/ccomp "
       "./././2/punct"});
  const Telling telling = telling_of(tree);
  CHECK(chains_at(telling, tree.find("struck")) == "CNN > medic");
  CHECK(chains_at(telling, tree.find("burned")) == "Witnesses");
}

TEST_CASE("a publisher is no link of its own report") {
  const HandTree tree(
      {"A/a/DT/2/det medic/medic/NN/3/nsubj told/tell/VBD/0/root CNN/CNN/NNP/3/obj "
       "that/that/IN/7/mark "
       "shells/shell/NNS/7/nsubj fell/fall/VBD/3/ccomp ./././3/punct"});
  CHECK(chains_at(telling_of(tree, "CNN"), tree.find("fell")) == "medic");
}

TEST_CASE("a party that publishes what it says is who says it") {
  const HandTree tree(
      {"SANA/SANA/NNP/2/nsubj said/say/VBD/0/root shells/shell/NNS/4/nsubj fell/fall/VBD/2/ccomp "
       "./././2/punct",
       "Hamas/Hamas/NNP/2/nsubj said/say/VBD/0/root mortars/mortar/NNS/4/nsubj "
       "struck/strike/VBD/2/ccomp ./././2/punct"});
  CHECK(chains_at(telling_of(tree, "Hamas"), tree.find("struck")) == "Hamas");
  CHECK(chains_at(telling_of(tree, "SANA"), tree.find("fell")).empty());
}

TEST_CASE("a speaker at the sentence's end speaks though its comma is lost") {
  const HandTree tree(
      {"Shells/shell/NNS/2/nsubj fell/fall/VBD/0/root overnight/overnight/RB/2/advmod "
       "the/the/DT/5/det army/army/NN/2/obj said/say/VBD/2/parataxis on/on/IN/8/case "
       "Sunday/Sunday/NNP/6/obl ./././2/punct"});
  CHECK(chains_at(telling_of(tree), tree.find("fell")) == "army");
}

TEST_CASE("the thing that a relative clause speaks of does not speak") {
  const HandTree tree(
      {"The/the/DT/2/det Observatory/Observatory/NNP/0/root which/which/WDT/4/nsubj "
       "tracks/track/VBZ/2/acl:relcl the/the/DT/6/det war/war/NN/7/nsubj said/say/VBD/2/parataxis "
       "shells/shell/NNS/9/nsubj fell/fall/VBD/7/ccomp ./././2/punct"});
  CHECK(chains_at(telling_of(tree), tree.find("fell")) == "Syrian Observatory for Human Rights");
}

TEST_CASE("an open quotation carries its voice over the sentences that follow") {
  const HandTree tree(
      {"\"/\"/``/7/punct Shells/shell/NNS/3/nsubj fell/fall/VBD/7/ccomp ,/,/,/7/punct "
       "\"/\"/''/7/punct "
       "he/he/PRP/7/nsubj said/say/VBD/0/root ./././7/punct",
       "\"/\"/``/3/punct Houses/house/NNS/3/nsubj burned/burn/VBD/0/root ./././3/punct "
       "\"/\"/''/3/punct",
       "Nothing/nothing/NN/2/nsubj moved/move/VBD/0/root ./././2/punct"});
  const Telling telling = telling_of(tree);
  CHECK(telling.over(tree.find("burned")) == telling.over(tree.find("fell")));
  CHECK(telling.over(tree.find("burned")).has_value());
  CHECK_FALSE(telling.over(tree.find("moved")).has_value());
}

TEST_CASE("the stance is that of the cue") {
  struct Case {
    std::string row;
    Stance stance;
  };
  const std::vector<Case> cases = {
      {"The/the/DT/2/det army/army/NN/3/nsubj denied/deny/VBD/0/root that/that/IN/6/mark "
       "it/it/PRP/6/nsubj "
       "shelled/shell/VBD/3/ccomp Maskana/Maskana/NNP/6/obj",
       Stance::denies},
      {"Residents/resident/NNS/2/nsubj feared/fear/VBD/0/root that/that/IN/5/mark "
       "troops/troops/NNS/5/nsubj "
       "come/come/VBP/2/ccomp",
       Stance::fears},
      {"The/the/DT/2/det army/army/NN/3/nsubj vowed/vow/VBD/0/root to/to/TO/5/mark "
       "take/take/VB/3/xcomp "
       "Maskana/Maskana/NNP/5/obj",
       Stance::plans},
      {"The/the/DT/2/det UN/UN/NNP/3/nsubj urged/urge/VBD/0/root both/both/DT/5/det "
       "sides/side/NNS/3/obj "
       "to/to/TO/7/mark stop/stop/VB/3/xcomp",
       Stance::asks},
      {"Troops/troops/NNS/3/nsubj:pass are/be/VBP/3/aux:pass believed/believe/VBN/0/root "
       "to/to/TO/5/mark "
       "advance/advance/VB/3/xcomp",
       Stance::alleges},
  };
  for (const Case& test : cases) {
    CAPTURE(test.row);
    const HandTree tree({test.row});
    const Telling telling = telling_of(tree);
    REQUIRE(telling.attributions.size() == 1);
    CHECK(telling.attributions[0].stance == test.stance);
  }
}

TEST_CASE("a heading names its voice before a colon, after a colon, or in the last place") {
  struct Case {
    std::string row;
    std::string words;
    std::string chain;
  };
  const std::vector<Case> cases = {
      {"UN/UN/NNP/5/dep :/:/:/1/punct 20/20/CD/5/nsubj people/people/NNS/3/dep "
       "killed/kill/VBN/0/root "
       "in/in/IN/7/case Maskana/Maskana/NNP/5/obl",
       "killed", "United Nations"},
      {"20/20/CD/2/nsubj killed/kill/VBN/0/root in/in/IN/4/case Maskana/Maskana/NNP/2/obl "
       ":/:/:/2/punct "
       "monitor/monitor/NN/2/parataxis",
       "killed", "monitor"},
      {"20/20/CD/2/nsubj killed/kill/VBN/0/root in/in/IN/4/case Maskana/Maskana/NNP/5/compound "
       "NGO/NGO/NN/2/obl",
       "killed", "NGO"},
      {"20/20/CD/2/nsubj killed/kill/VBN/0/root in/in/IN/4/case Maskana/Maskana/NNP/2/obl "
       "-/-/:/2/punct "
       "Reuters/Reuters/NNP/2/parataxis",
       "killed", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.row);
    const HandTree tree({test.row}, true);
    CHECK(chains_at(telling_of(tree), tree.find(test.words)) == test.chain);
  }
}

TEST_CASE("kind and side come from the table of voices, or from the words around a name") {
  struct Case {
    std::string source;  // words before "said", which is word `verb`
    int verb;
    VoiceKind kind;
    Side side;
  };
  const std::vector<Case> cases = {
      {"SANA/SANA/NNP/2/nsubj", 2, VoiceKind::state_media, Side::government},
      {"activists/activist/NNS/2/nsubj", 2, VoiceKind::activist, Side::opposition},
      {"A/a/DT/3/det hospital/hospital/NN/3/compound source/source/NN/4/nsubj", 4, VoiceKind::medic,
       Side::unknown},
      {"Russian/Russian/JJ/2/amod officials/official/NNS/3/nsubj", 3, VoiceKind::official,
       Side::russia},
      {"rebel/rebel/NN/2/compound commanders/commander/NNS/3/nsubj", 3, VoiceKind::armed_group,
       Side::opposition},
  };
  for (const Case& test : cases) {
    CAPTURE(test.source);
    const std::string verb = std::to_string(test.verb);
    const HandTree tree({test.source + " said/say/VBD/0/root shells/shell/NNS/" +
                         std::to_string(test.verb + 2) + "/nsubj fell/fall/VBD/" + verb +
                         "/ccomp"});
    const Telling telling = telling_of(tree);
    REQUIRE(telling.voices.size() == 1);
    CHECK(name_of(telling.voices[0].kind) == name_of(test.kind));
    CHECK(name_of(telling.voices[0].side) == name_of(test.side));
  }
}

TEST_CASE("quotations between pairs of apostrophes run on as well") {
  const HandTree tree(
      {"''/''/''/7/punct Shells/shell/NNS/3/nsubj fell/fall/VBD/7/ccomp ,/,/,/7/punct "
       "''/''/''/7/punct "
       "he/he/PRP/7/nsubj said/say/VBD/0/root ./././7/punct",
       "''/''/''/3/punct Houses/house/NNS/3/nsubj burned/burn/VBD/0/root ./././3/punct "
       "''/''/''/3/punct"});
  const Telling telling = telling_of(tree);
  CHECK(telling.over(tree.find("fell")).has_value());
  CHECK(telling.over(tree.find("burned")) == telling.over(tree.find("fell")));
}

TEST_CASE("an announced statement runs on until its speaker is spoken of again") {
  const HandTree tree(
      {"The/the/DT/2/det minister/minister/NN/3/nsubj said/say/VBD/0/root :/:/:/3/punct",
       "Shells/shell/NNS/2/nsubj fell/fall/VBD/0/root ./././2/punct",
       "Houses/house/NNS/2/nsubj burned/burn/VBD/0/root ./././2/punct",
       "The/the/DT/2/det minister/minister/NN/3/nsubj travelled/travel/VBD/0/root ./././3/punct"});
  const Telling telling = telling_of(tree);
  CHECK(chains_at(telling, tree.find("fell")) == "minister");
  CHECK(chains_at(telling, tree.find("burned")) == "minister");
  CHECK(chains_at(telling, tree.find("travelled")).empty());
}

TEST_CASE("a monitor that speaks before it is named is one voice") {
  const HandTree tree(
      {"A/a/DT/2/det monitor/monitor/NN/3/nsubj said/say/VBD/0/root shells/shell/NNS/5/nsubj "
       "fell/fall/VBD/3/ccomp ./././3/punct",
       "The/the/DT/2/det Observatory/Observatory/NNP/3/nsubj said/say/VBD/0/root "
       "mortars/mortar/NNS/5/nsubj struck/strike/VBD/3/ccomp ./././3/punct"});
  const Telling telling = telling_of(tree);
  CHECK(telling.voices.size() == 1);
  CHECK(chains_at(telling, tree.find("fell")) == "Syrian Observatory for Human Rights");
}

}  // namespace relata
