// SPDX-License-Identifier: Apache-2.0
#include "relata/text/lemma_exceptions.h"

#include "doctest/doctest.h"

namespace relata {
namespace {

TEST_CASE("exceptions hold for inflected forms of their kind alone") {
  const auto files = files_in_memory(
      {{"r/data/lemma_exceptions.tsv",
        "# ours\nlemma\tkind\tforms\nflee\tverb\tfled\nwife\tnoun\twives\nfind\tverb\tfound\n"}});
  const auto exceptions = LemmaExceptions::load(DataFolder{files.get(), "r"});
  REQUIRE(exceptions);
  CHECK(exceptions->find("Fled", Xpos::vbd) == "flee");
  CHECK(exceptions->find("wives", Xpos::nns) == "wife");
  CHECK_FALSE(exceptions->find("wives", Xpos::vbz));
  CHECK_FALSE(exceptions->find("found", Xpos::vb));
  CHECK_FALSE(exceptions->find("walked", Xpos::vbd));
}

TEST_CASE("an unknown kind is an error that names the line") {
  const auto files = files_in_memory(
      {{"r/data/lemma_exceptions.tsv", "# ours\nlemma\tkind\tforms\nflee\tverbs\tfled\n"}});
  const auto exceptions = LemmaExceptions::load(DataFolder{files.get(), "r"});
  REQUIRE_FALSE(exceptions);
  CHECK(exceptions.error().message.find("line 3") != std::string::npos);
}

TEST_CASE("the shipped exceptions cover the verbs of war") {
  const auto files = real_files();
  const auto exceptions = LemmaExceptions::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(exceptions);
  for (const auto& [form, lemma] :
       {std::pair("fled", "flee"), std::pair("struck", "strike"), std::pair("shot", "shoot"),
        std::pair("bombed", "bomb"), std::pair("slain", "slay")}) {
    CHECK(exceptions->find(form, Xpos::vbn) == lemma);
  }
}

}  // namespace
}  // namespace relata
