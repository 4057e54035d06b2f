// SPDX-License-Identifier: Apache-2.0
#include "relata/places/find_places.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>

#include "relata/base/fold.h"
#include "relata/places/place_key.h"
#include "relata/places/place_score.h"

namespace relata {

namespace {

// A document as the text stage might make it, by rules enough for these sentences: words and marks are tokens, sentences end
// with a full stop, capitals are proper nouns. No names and no tree: places must be found without them too.
class PlainDocument {
 public:
  explicit PlainDocument(std::string text) : text_(std::move(text)) {
    document_.text = text_;
    for (std::uint32_t at = 0; at < text_.size();) {
      if (text_[at] == ' ') {
        ++at;
        continue;
      }
      std::uint32_t end = at + 1;
      while (is_word(at) && end < text_.size() && is_word(end)) ++end;
      if (is_word(at) && text_.compare(end, 2, "'s") == 0) {
        add(at, end);
        add(end, end + 2);
        at = end + 2;
        continue;
      }
      add(at, end);
      if (text_[at] == '.') close();
      at = end;
    }
    close();
    document_.children.resize(document_.tokens.size());
  }

  Document& document() { return document_; }

 private:
  [[nodiscard]] bool is_word(std::uint32_t at) const {
    return std::isalnum(static_cast<unsigned char>(text_[at])) || (text_[at] & 0x80) != 0;
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    Token token;
    token.span = Span{begin, end};
    const std::string word = text_.substr(begin, end - begin);
    token.lemma = lower_ascii(word);
    token.sentence = static_cast<std::uint32_t>(document_.sentences.size());
    token.deprel = Deprel::dep;
    if (std::isupper(static_cast<unsigned char>(word[0])) || (word[0] & 0x80) != 0) {
      token.upos = word == "The" || word == "A" || word == "An" ? Upos::det : Upos::propn;
    } else if (!is_word(begin)) {
      token.upos = Upos::punct;
    } else if (word == "the" || word == "a" || word == "an") {
      token.upos = Upos::det;
    } else if (word.ends_with("ed") || word == "fell" || word == "hit" || word == "left") {
      token.upos = Upos::verb;
    } else {
      token.upos = word.ends_with("ern") || word.ends_with("ry") ? Upos::adj : Upos::noun;
    }
    document_.tokens.push_back(token);
  }

  void close() {
    const TokenIndex first = document_.sentences.empty() ? 0 : document_.sentences.back().last;
    const auto last = static_cast<TokenIndex>(document_.tokens.size());
    if (first == last) return;
    document_.sentences.push_back(
        Sentence{document_.span_of(first, last - 1), first, last, 0, false});
  }

  std::string text_;
  Document document_;
};

const PlaceFinder& finder() {
  static const auto files = real_files();
  static const Result<PlaceFinder> loaded =
      PlaceFinder::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE_MESSAGE(loaded, (loaded ? "" : loaded.error().message));
  return *loaded;
}

std::vector<Place> places_in(const std::string& text) {
  return finder().find(PlainDocument(text).document(), {});
}

const Place* named(const std::vector<Place>& places, std::string_view name) {
  for (const Place& place : places) {
    if (place.name == name) return &place;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("names are resolved and placed within larger places") {
  const struct {
    const char* text;
    const char* name;
    const char* within;
    const char* admin1;
    const char* country;
  } cases[] = {
      {"Shells fell on Manbij in Aleppo province.", "Manbij", "Aleppo province, Syria", "Aleppo",
       "SY"},
      {"Shells fell on Manbij in Aleppo province.", "Aleppo province", "Syria", "Aleppo", "SY"},
      {"Rebels left the Salah Eddiene neighbourhood of Aleppo.", "Salah Eddiene", "Aleppo, Syria",
       "Aleppo", "SY"},
      {"The Syrian town of Saraqib was shelled.", "Saraqib", "Syria", "Idlib", "SY"},
      {"Troops entered Syrias Homs on Friday.", "Homs", "Syria", "Homs", "SY"},
      {"Troops entered Syria's Homs on Friday.", "Homs", "Syria", "Homs", "SY"},
      {"Fighting went on in eastern Aleppo.", "eastern Aleppo", "Aleppo, Syria", "Aleppo", "SY"},
      {"A convoy reached the Damascus suburb of Douma.", "Douma", "Damascus, Syria", "Rif Dimashq",
       "SY"},
      {"Strikes hit Deir Ezzor and Raqqa in Syria.", "Deir Ezzor", "Syria", "Deir ez-Zor", "SY"},
      {"Clashes broke out in Mosul in northern Iraq.", "Mosul", "northern Iraq", "Nineveh", "IQ"},
      {"Drones struck Kharkov in Ukraine.", "Kharkov", "Ukraine", "Kharkiv", "UA"},
      {"The port of Hodeidah in Yemen was hit.", "Hodeidah", "Yemen", "Al Hudaydah", "YE"},
      {"Tanks entered Rafah in the Gaza Strip.", "Rafah", "Gaza Strip, Palestine", "Gaza Strip",
       "PS"},
  };
  for (const auto& expected : cases) {
    CAPTURE(std::string(expected.text));
    const auto places = places_in(expected.text);
    const Place* place = named(places, expected.name);
    REQUIRE(place != nullptr);
    CHECK(place->within == std::string(expected.within));
    CHECK(exact_key(place->admin1) == exact_key(expected.admin1));
    CHECK(place->country == expected.country);
    CHECK(place->id.has_value());
  }
}

TEST_CASE("points are where the places are") {
  const auto places =
      places_in("Shells fell on Manbij in Aleppo province, and on Kobani near the Turkish border.");
  const Place* manbij = named(places, "Manbij");
  const Place* kobani = named(places, "Kobani");
  REQUIRE(manbij != nullptr);
  REQUIRE(kobani != nullptr);
  CHECK(distance_km({*manbij->latitude, *manbij->longitude}, {36.528, 37.955}) < 5);
  CHECK(distance_km({*kobani->latitude, *kobani->longitude}, {36.891, 38.353}) < 5);
}

TEST_CASE("a name of nothing known is found by its kind word, but not resolved") {
  const auto places = places_in("Fighters left the village of Qasr Blanteen in Syria.");
  const Place* place = named(places, "Qasr Blanteen");
  REQUIRE(place != nullptr);
  CHECK_FALSE(place->id.has_value());
  CHECK(place->within == "Syria");
  CHECK_FALSE(place->latitude.has_value());
}

TEST_CASE("the same name lies where the text says") {
  const Place* ours = nullptr;
  auto places = places_in("Tripoli in Libya was quiet.");
  ours = named(places, "Tripoli");
  REQUIRE(ours != nullptr);
  CHECK(ours->country == "LY");
  places = places_in("Tripoli in Lebanon was quiet.");
  ours = named(places, "Tripoli");
  REQUIRE(ours != nullptr);
  CHECK(ours->country == "LB");
}

TEST_CASE("a list shares what it lies in") {
  const auto places = places_in("Strikes hit al-Fardous, al-Sukkari and al-Kallaseh in Aleppo.");
  for (const char* name : {"al-Fardous", "al-Sukkari", "al-Kallaseh"}) {
    CAPTURE(std::string(name));
    const Place* place = named(places, name);
    REQUIRE(place != nullptr);
    CHECK(place->within == "Aleppo, Syria");
    CHECK(place->id.has_value());
    CHECK(place->kind == PlaceKind::neighbourhood);
  }
  const Place* last = named(places, "al-Kallaseh");
  REQUIRE(last->inside.has_value());
  CHECK(places[*last->inside].name == "Aleppo");
}

TEST_CASE("places without a name of their own are kept with their words") {
  const auto places = places_in("The army shelled a military base north of Azaz in Syria.");
  const Place* base = named(places, "military base");
  REQUIRE(base != nullptr);
  CHECK(base->unnamed);
  CHECK_FALSE(base->id.has_value());
  CHECK(base->approximate);
}

TEST_CASE("the town takes the place of the town named before") {
  const auto places =
      places_in("Rebels entered the town of Saraqib in Syria. Families fled the town.");
  const Place& last = places.back();
  CHECK(last.unnamed);
  CHECK(last.name == "Saraqib");
  CHECK(last.id == named(places, "Saraqib")->id);
}

TEST_CASE("a name of a person or a body is no place") {
  PlainDocument plain("Aleppo Media Centre spoke with Paris Hillard.");
  Document& document = plain.document();
  document.mentions.push_back({Span{0, 19}, 0, 3, 2, NameKind::organisation, 0});
  document.mentions.push_back({Span{31, 44}, 5, 7, 6, NameKind::person, 0});
  const auto places = finder().find(document, {});
  CHECK(named(places, "Aleppo") == nullptr);
  CHECK(named(places, "Paris") == nullptr);
}

TEST_CASE("where a speaker stands is marked") {
  const auto based = places_in("The London-based group counted shells in Homs in Syria.");
  REQUIRE(named(based, "London") != nullptr);
  CHECK(named(based, "London")->speaker_place);
  CHECK_FALSE(named(based, "Homs")->speaker_place);
  PlainDocument plain("BEIRUT Shells fell on Homs.");
  const auto places = finder().find(plain.document(), {Span{0, 6}, {}});
  REQUIRE(named(places, "BEIRUT") != nullptr);
  CHECK(named(places, "BEIRUT")->speaker_place);
}

TEST_CASE("the main place is that of the title, not of the speaker") {
  PlainDocument plain("Shells fall on Homs. An envoy flew to Damascus. Syria was quiet in Homs.");
  plain.document().title = Span{0, 19};
  const auto places = finder().find(plain.document(), {});
  const auto main = main_place(plain.document(), places);
  REQUIRE(main.has_value());
  CHECK(places[*main].admin1 == "Homs");
  CHECK_FALSE(main_place(plain.document(), {}).has_value());
}

TEST_CASE("spans hold the words and lie on character boundaries") {
  const std::string text =
      "Жители покинули Алеппо — “Ṣalāḥ al-Dīn” in Aleppo, Syria’s second city.";
  PlainDocument plain(text);
  for (const Place& place : finder().find(plain.document(), {})) {
    CHECK(place.span.end <= text.size());
    CHECK(place.span.contains(place.name_span));
    CHECK((static_cast<unsigned char>(text[place.span.begin]) & 0xC0) != 0x80);
    if (place.inside) CHECK(*place.inside < 100);
  }
  CHECK(places_in("").empty());
}

TEST_CASE("coordinates are scored by distance and overlap") {
  const auto gold = parse_place_gold(
      "<articles><article><text>From Homs to Atlantis &amp; Hama.</text><locations>"
      "<location><start>5</start><end>9</end><lat>34.73</lat><lon>36.72</lon></location>"
      "<location><start>13</start><end>21</end></location>"
      "<location><start>24</start><end>28</end><lat>0</lat><lon>0</lon></location></locations></"
      "article></articles>");
  REQUIRE(gold);
  REQUIRE(gold->size() == 1);
  CHECK(gold->at(0).text == "From Homs to Atlantis & Hama.");
  REQUIRE(gold->at(0).places.size() == 3);
  Place homs, hama, extra;
  homs.name_span = {5, 9};
  homs.latitude = 34.8, homs.longitude = 36.7;
  hama.name_span = {24, 28};
  hama.latitude = 35.1, hama.longitude = 36.8;
  extra.name_span = {0, 4};
  extra.latitude = extra.longitude = 1;
  PlaceScore score;
  score.add(gold->at(0), {extra, homs, hama});
  CHECK(score.gold == 2);
  CHECK(score.found == 3);
  CHECK(score.right == 1);
  CHECK(score.f1() == doctest::Approx(0.4));
  CHECK_FALSE(parse_place_gold("no articles"));
}

// As the names stage might mark it: `kind` over each of `names`, which stand in the text as they are here.
static std::vector<Place> places_with(std::string_view text, std::string_view name, NameKind kind,
                                      std::string_view place = {}) {
  PlainDocument plain{std::string(text)};
  Document& document = plain.document();
  const auto mark = [&](std::string_view words, NameKind as) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
    TokenIndex first = 0;
    while (document.tokens[first].span.begin < span.begin) ++first;
    TokenIndex last = first;
    while (last < document.tokens.size() && document.tokens[last].span.end <= span.end) ++last;
    document.mentions.push_back({span, first, last, last - 1, as, 0});
  };
  mark(name, kind);
  if (!place.empty()) mark(place, NameKind::place);
  std::sort(document.mentions.begin(), document.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.first < b.first; });
  return finder().find(document, {});
}

TEST_CASE(
    "what is listed with places or told of in parts is a place, whoever its name looks like") {
  const struct {
    const char* text;
    const char* name;
    NameKind kind;
    const char* place;
    bool found;
  } cases[] = {
      {"Troops captured the Zurbah, Rufan Qattun and Murjan districts.", "Rufan Qattun",
       NameKind::person, "", true},
      {"Troops captured the Zurbah, Rufan Qattun and Murjan districts.", "Rufan Qattun",
       NameKind::organisation, "", true},
      {"Troops captured two districts, Rufan Qattun and Murjan.", "Rufan Qattun", NameKind::person,
       "", true},
      {"Troops took control of Zurbah, Rufan Qattun and Murjan, with tanks.", "Rufan Qattun",
       NameKind::person, "Zurbah", true},
      {"Troops captured several parts of Rufan Qattun.", "Rufan Qattun", NameKind::person, "",
       true},
      {"Troops captured Rufan Qattun.", "Rufan Qattun", NameKind::person, "", false},
      {"In Zurbah and Murjan, Rufan Qattun reported calm.", "Rufan Qattun", NameKind::person,
       "Zurbah", false},
      {"He spoke for Zurbah and the Rufan Qattun.", "Rufan Qattun", NameKind::organisation,
       "Zurbah", false},
  };
  for (const auto& expected : cases) {
    CAPTURE(std::string(expected.text));
    const auto places = places_with(expected.text, expected.name, expected.kind, expected.place);
    CHECK((named(places, expected.name) != nullptr) == expected.found);
  }
}

}  // namespace relata
