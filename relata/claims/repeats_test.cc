// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/repeats.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("a headline that the body repeats, and a sentence printed twice, count once") {
  const std::string text =
      "Army takes village in the hills\n\n"
      "15-11-2030 Army takes village in the hills. The army took a whole village. He said. The "
      "army "
      "took a whole village! He said.";
  Document document;
  document.text = text;
  std::size_t begin = 0;
  for (const std::string ends : {"\n\n", ". The", ". He", ". The", "! He", "said."}) {
    const std::size_t stop = text.find(ends, begin);
    Sentence sentence;
    sentence.span = Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)};
    document.sentences.push_back(sentence);
    begin = stop + 2;
  }
  document.title = document.sentences[0].span;
  const auto repeated = repeated_sentences(document);
  CHECK_FALSE(repeated[0]);
  CHECK(repeated[1]);
  CHECK_FALSE(repeated[2]);
  CHECK_FALSE(repeated[3]);
  CHECK(document.words(document.sentences[4].span) == "The army took a whole village");
  CHECK(repeated[4]);
  CHECK_FALSE(repeated[5]);  // "He said" is too short to be a repeat
}
