// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_key.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace relata {

TEST_CASE("exact keys leave case, accents, apostrophes and hyphens aside") {
  const struct {
    const char* name;
    const char* key;
  } cases[] = {
      {"Salāḥ al-Dīn", "salah al din"},
      {"ash-Sha'ar", "ash shaar"},
      {"Qal’et ash-Sharif", "qalet ash sharif"},
      {"‘Ayn al ‘Arab", "ayn al arab"},
      {"  New   York ", "new york"},
      {"Łódź", "lodz"},
      {"St. Louis", "st louis"},
      {"حلب", "حلب"},
      {"Київ", "киів"},
      {"", ""},
      {"---", ""},
  };
  for (const auto& expected : cases) {
    CHECK_MESSAGE(exact_key(expected.name) == expected.key, expected.name);
  }
}

TEST_CASE("bare keys have no Arabic articles, also not assimilated ones") {
  CHECK(bare_key(exact_key("al-Fardous")) == "fardous");
  CHECK(bare_key(exact_key("Deir ez-Zor")) == "deir zor");
  CHECK(bare_key(exact_key("Salah ad-Deen")) == "salah deen");
  CHECK(bare_key(exact_key("الفردوس")) == exact_key("فردوس"));
  // "as" is an article only before an s, and no article ends a name.
  CHECK(bare_key(exact_key("Ez Cross")) == "ez cross");
  CHECK(bare_key(exact_key("Al")) == "al");
}

TEST_CASE("romanisations of one name share a skeleton, across scripts too") {
  const std::vector<std::vector<const char*>> alike = {
      {"Salah Eddiene", "Salaheddin", "Salah al-Din", "صلاح الدين"},
      {"Deir ez-Zor", "Deir Ezzor", "Dayr az Zawr", "دير الزور"},
      {"Kharkiv", "Kharkov", "Харків", "Харьков"},
      {"Al Ḩasakah", "Hassakeh", "Hasaka", "الحسكة"},
      {"Idlib", "Edleb", "إدلب"},
      {"Sheikh Maqsoud", "Shaykh Maqsud", "الشيخ مقصود"},
  };
  for (const auto& names : alike) {
    for (const char* name : names)
      CHECK_MESSAGE(skeleton(exact_key(name)) == skeleton(exact_key(names[0])), name);
  }
}

TEST_CASE("different names have different skeletons") {
  const char* names[] = {"Homs",   "Hama",  "Aleppo", "Raqqa",  "Latakia",
                         "Tartus", "Douma", "Mosul",  "Kherson"};
  std::set<std::string> seen;
  for (const char* name : names) CHECK_MESSAGE(seen.insert(skeleton(exact_key(name))).second, name);
}

TEST_CASE("a key of a key is the key") {
  for (const char* name : {"Salāḥ al-Dīn", "Łódź", "دير الزور", "O'Fallon", "Ust’-Kut"}) {
    CHECK(exact_key(exact_key(name)) == exact_key(name));
  }
}

namespace {

// [["csr", "al-Fardos", "unh", ["Al-Fardus"]], …]: the strings of each row, without a JSON reader.
std::vector<std::vector<std::string>> read_pairs(const std::string& path) {
  std::ifstream in(path);
  std::stringstream all;
  all << in.rdbuf();
  const std::string bytes = all.str();
  std::vector<std::vector<std::string>> rows;
  int depth = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '[' && ++depth == 2) rows.emplace_back();
    if (bytes[i] == ']') --depth;
    if (bytes[i] != '"') continue;
    const std::size_t end = bytes.find('"', i + 1);
    if (end == std::string::npos) break;
    rows.back().push_back(bytes.substr(i + 1, end - i - 1));
    i = end;
  }
  return rows;
}

bool sound_alike(const std::string& a, const std::string& b) {
  return skeleton(exact_key(a)) == skeleton(exact_key(b));
}

}  // namespace

TEST_CASE(
    "pairs of spellings of Aleppo's neighbourhoods mostly share a skeleton, other neighbourhoods "
    "do not") {
  const auto rows = read_pairs(std::string(RELATA_SOURCE_DIR) +
                               "/../shared/data/places/aleppo/aleppo_name_pairs.json");
  if (rows.empty()) {
    MESSAGE("skipped: ../shared/data/places/aleppo is not here");
    return;
  }
  for (const std::size_t half : {0u, 1u}) {
    std::size_t alike = 0, pairs = 0, confused = 0, others = 0;
    for (std::size_t i = half; i < rows.size(); i += 2) {
      bool any = false;
      for (std::size_t k = 3; k < rows[i].size(); ++k)
        any = any || sound_alike(rows[i][1], rows[i][k]);
      ++pairs;
      alike += any ? 1 : 0;
      for (std::size_t j = half; j < rows.size(); j += 2) {
        if (rows[j][0] != rows[i][0] || rows[j][2] != rows[i][2] || rows[j][1] == rows[i][1])
          continue;
        ++others;
        confused += sound_alike(rows[i][1], rows[j][3]) ? 1 : 0;
      }
    }
    MESSAGE("half " << half << ": " << alike << " of " << pairs << " pairs alike, " << confused
                    << " of " << others << " others confused");
    CHECK(static_cast<double>(alike) / static_cast<double>(pairs) > 0.85);
    CHECK(static_cast<double>(confused) / static_cast<double>(others) < 0.01);
  }
}

}  // namespace relata
