// SPDX-License-Identifier: Apache-2.0
// How good ingest is, on data beside the repository: main text of web pages against what people read out of them (runs of four
// words, averaged over pages, as the article extraction benchmark does), and the dates that reports state of themselves.
// Skipped, and said so, where the data is not there.
#include <doctest/doctest.h>

#include <map>

#include "relata/ingest/child_process.h"
#include "relata/ingest/json.h"
#include "relata/ingest/reader.h"

using namespace relata;

namespace {

const std::string kShared = std::string(RELATA_SOURCE_DIR) + "/../shared";

IngestTables load_tables() {
  const auto files = real_files();
  auto tables = load_ingest_tables(DataFolder{files.get(), RELATA_SOURCE_DIR});
  RELATA_CHECK(static_cast<bool>(tables));
  return std::move(*tables);
}

// Letters, digits and everything beyond ASCII but the punctuation that English and German pages have.
std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool ascii = (c & 0x80) == 0;
    const bool word = ascii ? std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' : true;
    if (text.substr(i).starts_with("\xE2\x80") || text.substr(i).starts_with("\xC2\xA0")) {
      i += c == '\xE2' ? 2 : 1;
      if (!words.back().empty()) words.emplace_back();
    } else if (word) {
      words.back().push_back(c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::map<std::string, int> runs_of_four(std::string_view text) {
  const std::vector<std::string> words = words_in(text);
  std::map<std::string, int> runs;
  for (std::size_t i = 0; i == 0 || i + 4 <= words.size(); ++i) {
    std::string run;
    for (std::size_t k = i; k < std::min(i + 4, words.size()); ++k) run += words[k] + ' ';
    ++runs[run];
  }
  return runs;
}

struct Overlap {
  double precision = 0;
  double recall = 0;
};

Overlap overlap(std::string_view truth, std::string_view system) {
  const auto expected = runs_of_four(truth);
  const auto found = runs_of_four(system);
  const auto total = [](const std::map<std::string, int>& runs) {
    int sum = 0;
    for (const auto& [run, count] : runs) sum += count;
    return std::max(sum, 1);
  };
  int both = 0;
  for (const auto& [run, count] : expected) {
    const auto same = found.find(run);
    if (same != found.end()) both += std::min(count, same->second);
  }
  return Overlap{static_cast<double>(both) / total(found),
                 static_cast<double>(both) / total(expected)};
}

// The text of a page without the title that ingest puts in front of it.
std::string body_of(const Report& report) {
  if (!report.title || report.title->begin != 0) return report.text;
  return report.text.substr(report.title->end);
}

}  // namespace

TEST_CASE("main text of web pages") {
  const auto files = real_files();
  const auto truth = files->read(kShared + "/data/html/truth.json", 64u << 20);
  if (!truth) {
    MESSAGE("skipped: " << truth.error().message);
    return;
  }
  const IngestTables tables = load_tables();
  JsonParser parser(64);
  const auto pages = parser.parse(truth.value());
  REQUIRE(pages);
  double precision = 0;
  double recall = 0;
  const Json& all = pages.value();
  for (std::size_t i = 0; i < all.names.size(); ++i) {
    const std::string& id = all.names[i];
    const Json& page = all.items[i];
    const auto packed = files->read(kShared + "/data/html/pages/" + id + ".html.gz", 64u << 20);
    REQUIRE(packed);
    auto unpacked = run_child("/bin/gzip", {"-dc"}, packed.value(), ChildLimits{});
    REQUIRE(unpacked);
    const auto one = files_in_memory({{"page.html", unpacked->bytes}});
    const auto report = open_reports(*one, tables, {"page.html"}, IngestOptions{})->next();
    const std::string text = report ? body_of(**report) : std::string();
    const Overlap found = overlap(page.find("articleBody")->text, text);
    precision += found.precision;
    recall += found.recall;
  }
  const auto count = static_cast<double>(all.names.size());
  precision /= count;
  recall /= count;
  const double f1 = 2 * precision * recall / (precision + recall);
  MESSAGE("pages " << count << "  precision " << precision << "  recall " << recall << "  F1 "
                   << f1);
  CHECK(f1 >= 0.945);
}

TEST_CASE("the dates that reports state of themselves") {
  const auto files = real_files();
  const auto list = files->list(kShared + "/claims/train");
  if (!list) {
    MESSAGE("skipped: " << list.error().message);
    return;
  }
  const IngestTables tables = load_tables();
  JsonParser parser(64);
  int reports = 0;
  int found = 0;
  int catalogued = 0;
  int agree = 0;
  for (const FileEntry& entry : list.value()) {
    if (!entry.path.ends_with(".txt")) continue;
    const auto report = open_reports(*files, tables, {entry.path}, IngestOptions{})->next();
    REQUIRE(report);
    ++reports;
    const std::optional<Date> own = (*report.value()).dateline.date;
    found += own.has_value();
    const auto json = files->read(entry.path.substr(0, entry.path.size() - 4) + ".json", 16u << 20);
    const auto gold = parser.parse(json.value());
    const auto published = parse_iso_date(gold.value().find("published")->text);
    if (own && published) {
      ++catalogued;
      agree += *own == *published;
    }
  }
  MESSAGE("reports " << reports << "  state a day " << found << "  of " << catalogued
                     << " with a catalogue's day, the same " << agree);
  CHECK(found >= 140);
}
