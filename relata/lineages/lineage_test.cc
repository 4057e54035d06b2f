// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/lineage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

namespace relata {
namespace {

const LineageLexicon& lexicon() {
  static const auto files = real_files();
  static const auto loaded = LineageLexicon::load({files.get(), RELATA_SOURCE_DIR});
  REQUIRE_MESSAGE(loaded, (loaded ? std::string() : loaded.error().message));
  return *loaded;
}

ReportId report(std::uint8_t number) {
  ReportId id;
  id.bytes[0] = number;
  return id;
}

ToldVoice named(const char* name) { return {.name = name, .named = true}; }
ToldVoice unnamed(const char* name) { return {.name = name}; }

// A case: reports and accounts, and what is expected of them.
struct Casebook {
  std::map<ReportId, ReportOrigin> reports;
  std::vector<Account> accounts;
  std::vector<TextReuse> reuse;
  std::vector<Retelling> retellings;

  void add_report(std::uint8_t number, const char* publisher, const char* credit = "",
                  VoiceKind kind = VoiceKind::newspaper) {
    const Date day = *parse_iso_date("2016-08-01") + std::chrono::days(number);
    reports[report(number)] = {report(number), day, {.name = publisher, .kind = kind}, credit};
  }

  Account& add(std::uint8_t number, std::vector<ToldChain> chains,
               std::vector<std::uint32_t> words = {}) {
    Account account;
    std::uint32_t at = 0;
    for (const Account& other : accounts)
      if (other.key.report == report(number)) at = other.key.trigger.end + 10;
    account.key = {report(number), {at, at + 5}, 0};
    account.told = reports.at(report(number)).day;
    account.chains = std::move(chains);
    account.words = std::move(words);
    return accounts.emplace_back(std::move(account));
  }

  [[nodiscard]] std::vector<Lineage> lineages() const {
    std::vector<const Account*> all;
    for (const Account& account : accounts) all.push_back(&account);
    return lineages_of(all, reports, {reuse, retellings}, lexicon());
  }

  // "0 1|2" and, with origins, "SANA: 0 1|AFP: 2".
  [[nodiscard]] std::string groups(bool origins = false) const {
    std::string text;
    for (const Lineage& lineage : lineages()) {
      if (!text.empty()) text += '|';
      if (origins) text += lineage.origin.name + ": ";
      for (const std::uint32_t i : lineage.accounts)
        text += (i == lineage.accounts.front() ? "" : " ") + std::to_string(i);
    }
    return text;
  }
};

std::vector<TieKind> kinds_of(const Lineage& lineage) {
  std::vector<TieKind> kinds;
  for (const Tie& tie : lineage.ties) kinds.push_back(tie.kind);
  return kinds;
}

const std::vector<std::uint32_t> kMarket = {1, 2, 3, 4, 5, 6, 7, 8};
const std::vector<std::uint32_t> kMarketEdited = {1, 2, 3, 4, 5, 6, 20, 21};
const std::vector<std::uint32_t> kSchool = {31, 32, 33, 34, 35, 36};

}  // namespace

TEST_CASE("Reports that go back to one voice with a name are one lineage, under any of its names") {
  Casebook book;
  book.add_report(1, "Made-up Gazette");
  book.add_report(2, "Invented Times");
  book.add_report(3, "Fancied Post");
  book.add(1, {{named("Syrian Observatory for Human Rights")}});
  book.add(2, {{named("AFP"), named("SOHR")}});
  book.add(3, {{named("Rami Abdel Rahman")}});
  book.add(3, {{named("White Helmets")}});
  CHECK(book.groups(true) == "Syrian Observatory for Human Rights: 0 1 2|White Helmets: 3");
  CHECK(kinds_of(book.lineages()[0]) == std::vector{TieKind::voice, TieKind::owner});
}

TEST_CASE(
    "Two outlets' activists are two lineages; one outlet's are one, with all that it brings "
    "unnamed") {
  Casebook book;
  book.add_report(1, "Made-up Gazette");
  book.add_report(2, "Invented Times");
  book.add_report(3, "Invented Times");
  book.add(1, {{unnamed("activists")}});
  book.add(2, {{unnamed("activists")}});
  book.add(2, {{unnamed("a resident")}});
  book.add(3, {});
  CHECK(book.groups(true) == "Made-up Gazette: 0|Invented Times: 1 2 3");
  CHECK(kinds_of(book.lineages()[1]) == std::vector{TieKind::same_report, TieKind::voice});
}

TEST_CASE("Reports without a publisher are lineages of their own, without a name") {
  Casebook book;
  book.add_report(1, "");
  book.add_report(2, "");
  book.add(1, {});
  book.add(1, {{unnamed("a medical source")}});
  book.add(2, {});
  CHECK(book.groups(true) == ": 0 1|: 2");
}

TEST_CASE("A paper that credits a wire goes back to it, save where a voice of its own has a name") {
  Casebook book;
  book.add_report(1, "Made-up Gazette", "Agence France-Presse");
  book.add_report(2, "AFP", "", VoiceKind::news_agency);
  book.add_report(3, "Made-up Gazette");
  book.add(1, {});
  book.add(1, {{named("SANA")}});
  book.add(2, {});
  book.add(3, {});
  CHECK(book.groups(true) == "AFP: 0 2|SANA: 1|Made-up Gazette: 3");
  CHECK(kinds_of(book.lineages()[0]) == std::vector{TieKind::wire});
}

TEST_CASE("What activists told an agency goes back to the agency wherever it is printed") {
  Casebook book;
  book.add_report(1, "Made-up Gazette");
  book.add_report(2, "Invented Times");
  book.add(1, {{named("Reuters"), unnamed("activists")}});
  book.add(2, {{named("Reuters"), unnamed("a medic")}});
  CHECK(book.groups(true) == "Reuters: 0 1");
}

TEST_CASE("The media of one state are one lineage, with each voice shown") {
  Casebook book;
  book.add_report(1, "SANA", "", VoiceKind::state_media);
  book.add_report(2, "Invented Times");
  book.add(1, {});
  book.add(2, {{named("Syrian state television")}});
  book.add(2, {{named("Al-Ikhbariya")}});
  book.add(2, {{named("RT")}});
  CHECK(book.groups() == "0 1 2|3");
  const auto ties = book.lineages()[0].ties;
  REQUIRE(ties.size() == 2);
  CHECK(ties[0].kind == TieKind::owner);
  CHECK(ties[0].what == "Syrian state media");
}

TEST_CASE("An account by two voices belongs to the lineage of each and joins them not") {
  Casebook book;
  for (std::uint8_t i = 1; i <= 3; ++i) book.add_report(i, "");
  book.add(1, {{named("SANA")}});
  book.add(2, {{named("SANA")}, {named("SOHR")}});
  book.add(3, {{named("SOHR")}});
  CHECK(book.groups(true) == "SANA: 0 1|Syrian Observatory for Human Rights: 1 2");
}

TEST_CASE("Copied evidence ties to whom it was copied from; the rest of the report stays its own") {
  Casebook book;
  book.add_report(1, "Made-up Gazette");
  book.add_report(2, "Invented Times");
  book.reuse = {{report(1), report(2), 0.41F}};
  book.add(1, {{named("SANA")}}, kMarket);
  book.add(2, {}, kMarketEdited);  // the copy left out who said it
  book.add(2, {}, kSchool);
  CHECK(book.groups(true) == "SANA: 0 1|Invented Times: 2");
  const auto ties = book.lineages()[0].ties;
  REQUIRE(ties.size() == 1);
  CHECK(ties[0].kind == TieKind::copied_text);
  CHECK(ties[0].what == "41 % of the text");
  book.reuse.clear();
  CHECK(book.groups(true) == "SANA: 0|Invented Times: 1 2");
}

TEST_CASE(
    "A report that is mostly a copy is one with the original, whose word it is if it came first") {
  Casebook book;
  book.add_report(1, "Invented Times");
  book.add_report(2, "Made-up Gazette");
  book.add_report(3, "Made-up Gazette");
  book.reuse = {{report(1), report(2), 0.9F}};
  book.add(1, {}, kMarket);
  book.add(2, {{unnamed("witnesses")}}, kSchool);
  book.add(3, {}, {70, 71, 72, 73, 74});
  CHECK(book.groups(true) == "Invented Times: 0 1|Made-up Gazette: 2");
}

TEST_CASE("A paper that copies two agencies does not make one of them") {
  Casebook book;
  book.add_report(1, "AFP", "", VoiceKind::news_agency);
  book.add_report(2, "Reuters", "", VoiceKind::news_agency);
  book.add_report(3, "Made-up Gazette");
  book.add_report(4, "Made-up Gazette");
  book.reuse = {{report(1), report(3), 0.8F}, {report(2), report(4), 0.8F}};
  book.add(1, {}, kMarket);
  book.add(2, {}, kSchool);
  book.add(3, {}, kMarket);
  book.add(4, {}, kSchool);
  CHECK(book.groups(true) == "AFP: 0 2|Reuters: 1 3");
}

TEST_CASE("The same quotation is one origin, but never makes one of two known voices") {
  Casebook book;
  for (std::uint8_t i = 1; i <= 4; ++i) book.add_report(i, "");
  book.add(1, {{named("White Helmets")}}).quotes = {77};
  book.add(2, {{named("Made Up-Name")}}).quotes = {77};
  book.add(3, {{unnamed("a rescuer")}}).quotes = {77};
  book.add(4, {{named("UNICEF")}}).quotes = {77};
  CHECK(book.groups(true) == "White Helmets: 0 1 2|UNICEF: 2 3");
}

TEST_CASE("A report that retells another's claims is no second origin of them") {
  Casebook book;
  book.add_report(1, "Made-up Gazette");
  book.add_report(2, "Invented Times");
  book.add(1, {{unnamed("activists")}});
  book.add(2, {});
  book.add(2, {});
  book.retellings = {{report(1), report(2), {{book.accounts[0].key, book.accounts[1].key}}}};
  CHECK(book.groups(true) == "Made-up Gazette: 0 1|Invented Times: 2");
  CHECK(kinds_of(book.lineages()[0]) == std::vector{TieKind::retelling});
}

namespace {

Casebook random_case(std::mt19937& random) {
  static constexpr const char* kNames[] = {"SANA",    "RT",           "SOHR",
                                           "Reuters", "Made Up-Name", "Sputnik"};
  static constexpr const char* kPublishers[] = {"", "AFP", "Made-up Gazette", "Invented Times"};
  const auto drawn = [&](std::size_t size) { return random() % size; };
  Casebook book;
  const auto reports = static_cast<std::uint8_t>(2 + drawn(6));
  for (std::uint8_t i = 1; i <= reports; ++i)
    book.add_report(i, kPublishers[drawn(4)], drawn(4) == 0 ? "Reuters" : "");
  for (std::size_t i = 0; i < 3 + drawn(12); ++i) {
    std::vector<ToldChain> chains;
    for (std::size_t j = drawn(3); j > 0; --j) {
      ToldChain chain;
      if (drawn(3) > 0) chain.push_back(named(kNames[drawn(6)]));
      if (drawn(3) == 0) chain.push_back(unnamed("activists"));
      chains.push_back(std::move(chain));
    }
    Account& account = book.add(static_cast<std::uint8_t>(1 + drawn(reports)), std::move(chains),
                                drawn(2) == 0 ? kMarket : kSchool);
    if (drawn(3) == 0) account.quotes = {drawn(3)};
  }
  for (std::uint8_t i = 1; i <= reports; ++i)
    for (std::uint8_t j = i + 1; j <= reports; ++j)
      if (drawn(4) == 0) book.reuse.push_back({report(i), report(j), drawn(2) == 0 ? 0.3F : 0.9F});
  return book;
}

// A lineage in words that do not depend on how the accounts are numbered.
std::string in_words(const std::vector<Lineage>& lineages, const std::vector<const Account*>& all) {
  std::string text;
  for (const Lineage& lineage : lineages) {
    text += lineage.origin.name + ':';
    for (const std::uint32_t i : lineage.accounts) text += ' ' + text_of(all[i]->key);
    for (const Tie& tie : lineage.ties)
      text += " [" + std::string(name_of(tie.kind)) + ' ' + text_of(all[tie.first]->key) + ' ' +
              text_of(all[tie.second]->key) + ' ' + tie.what + ']';
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("Lineages hold every account, are held together by their ties, and know no order") {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    const Casebook book = random_case(random);
    std::vector<const Account*> all;
    for (const Account& account : book.accounts) all.push_back(&account);
    const auto made = [&] {
      return lineages_of(all, book.reports, {book.reuse, book.retellings}, lexicon());
    };
    const std::vector<Lineage> lineages = made();
    std::set<std::uint32_t> seen;
    for (const Lineage& lineage : lineages) {
      seen.insert(lineage.accounts.begin(), lineage.accounts.end());
      REQUIRE(lineage.ties.size() + 1 == lineage.accounts.size());
      std::set<std::uint32_t> tied{lineage.accounts.front()};
      for (std::size_t i = 0; i < lineage.ties.size(); ++i)
        for (const Tie& tie : lineage.ties)
          if (tied.contains(tie.first) || tied.contains(tie.second))
            tied.insert({tie.first, tie.second});
      REQUIRE(tied == std::set(lineage.accounts.begin(), lineage.accounts.end()));
    }
    REQUIRE(seen.size() == all.size());
    const std::string words = in_words(lineages, all);
    for (int again = 0; again < 3; ++again) {
      std::shuffle(all.begin(), all.end(), random);
      REQUIRE(in_words(made(), all) == words);
    }
  }
}

}  // namespace relata
