// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/word_vectors.h"

#include "doctest/doctest.h"
#include "relata/text/word_view.h"

namespace relata {
namespace {

constexpr std::string_view kJson =
    R"({"dimensions":2,"words":["the","1999","2003","homs","seldom"],)"
    R"("vectors":{"seldom":[5,6,1,4],"the":[1,-2.5,1,0],"1999":[3,4,1,1],"2003":[9,9,1,2],"homs":[7,8,1,3]}})";

TEST_CASE(
    "the most frequent and the wanted words have their vectors; numbers of one shape the first") {
  const std::uint64_t homs = view_word("Homs").lower;
  const auto vectors = read_word_vectors(kJson, 3, {homs});
  REQUIRE(vectors);
  CHECK(vectors->words ==
        std::vector<std::uint64_t>{view_word("the").lower, view_word("1812").lower, homs});
  REQUIRE(vectors->vectors.rows() == 3);
  REQUIRE(vectors->vectors.columns() == 2);
  CHECK(vectors->vectors.row(0)[1] == -2.5F);
  CHECK(vectors->vectors.row(1)[0] == 3);
  CHECK(vectors->vectors.row(2)[1] == 8);
}

TEST_CASE("what is no such file is an error") {
  for (const std::string_view json :
       {"", "{", "[]", R"({"dimensions":0,"words":[],"vectors":{}})",
        R"({"dimensions":2,"words":[1],"vectors":{}})",
        R"({"dimensions":2,"words":["the"],"vectors":{"the":["x"]}})"}) {
    CHECK_FALSE(read_word_vectors(json, 10, {}));
  }
}

}  // namespace
}  // namespace relata
