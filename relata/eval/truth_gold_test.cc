// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/truth_gold.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "relata/base/data_folder.h"

namespace relata {
namespace {

const AuthorNames& shipped() {
  static const auto files = real_files();
  static const auto names = AuthorNames::load({files.get(), RELATA_SOURCE_DIR});
  REQUIRE(names);
  return *names;
}

TEST_CASE("surnames are found in every form of a list of authors") {
  const std::vector<std::string> three{"pilher", "puden", "romar"};
  struct Case {
    std::string text;
    std::vector<std::string> surnames;
  };
  const std::vector<Case> cases = {
      {"Puden, Arno; Romar, Kay; Pilher, Frank", three},
      {"Arno Puden, Kay Romar, Frank Pilher", three},
      {"PUDEN, ARNO ROMAR, KAY PILHER, FRANK", three},
      {"Puden, Arno/ Romar, Kay/ Pilher, Frank", three},
      {"Arno Puden, Kay R&ouml;mar and Frank Pilher", {"pilher", "puden", "romar"}},
      {"By (author) Puden, Arno By (author) Romar, Kay By (author) Pilher, Frank", three},
      {"Puden, Arno, Romar, Kay, Pilher, Frank", three},
      {"Puden, A. B.", {"puden"}},
      {"O'Leart, Timothy J.", {"oleart"}},
      {"van der Holm, Jan", {"holm"}},
      {"Puden", {"puden"}},
      {"Not Available", {}},
      {"", {}},
  };
  const AuthorNames& names = shipped();
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(names.surnames(each.text) == each.surnames);
  }
}

// A folder of its own that is gone afterwards.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / "relata_truth_gold_test") {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST_CASE("claims of inhabitants and their truths become questions") {
  const Folder folder;
  folder.write("claims.csv",
               "object,SourceID,value,object_id,source_id\n"
               "maren,7: Ana,120,1,1\nmaren,0 (10.0.0.1),999,1,2\nosten,\"8: B, C\",40,2,3\n");
  folder.write("truths.csv", "object,value,object_id\nmaren,120,1\nosten,41,2\n");
  const auto files = real_files();
  const auto set = load_truth_set(*files, folder.path(), shipped());
  REQUIRE(set);
  REQUIRE(set->questions.size() == 2);
  CHECK(set->questions[0].answers.size() == 2);
  REQUIRE(set->questions[0].gold);
  CHECK(set->questions[0].answers[*set->questions[0].gold].number == 120.0);
  CHECK(set->questions[1].has_gold);
  CHECK_FALSE(set->questions[1].gold);  // nobody says it
  CHECK(set->sources == std::vector<std::string>{"0 (10.0.0.1)", "7: Ana", "8: B, C"});
  CHECK(set->kinds == std::vector<std::uint32_t>{1, 0, 0});
  folder.write("claims.csv", "object,SourceID,value\nmaren,7: Ana,many\n");
  const auto bad = load_truth_set(*files, folder.path(), shipped());
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message == "line 2: no number");
}

}  // namespace
}  // namespace relata
