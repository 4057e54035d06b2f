// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/reader.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "relata/ingest/test_tables.h"

using namespace relata;

namespace {

struct Outcome {
  std::vector<Report> reports;
  std::vector<std::string> errors;
};

Outcome read_everything(const Files& files, std::vector<std::string> paths,
                        const IngestOptions& options = {}) {
  const IngestTables tables = test_tables();
  const auto reader = open_reports(files, tables, std::move(paths), options);
  Outcome outcome;
  for (int i = 0; i < 1000; ++i) {
    auto item = reader->next();
    if (!item) {
      outcome.errors.push_back(item.error().message);
    } else if (!*item) {
      return outcome;
    } else {
      outcome.reports.push_back(std::move(**item));
    }
  }
  FAIL("no end");
  return outcome;
}

Outcome read_everything(std::map<std::string, std::string> files, std::vector<std::string> paths,
                        const IngestOptions& options = {}) {
  return read_everything(*files_in_memory(std::move(files)), std::move(paths), options);
}

}  // namespace

TEST_CASE("each format gives reports, by its ending or by its first bytes") {
  struct Case {
    const char* path;
    const char* bytes;
    const char* id;
    const char* text;
  };
  const Case cases[] = {
      {"in/a.b.txt", "Two died.", "a.b", "Two died."},
      {"-", "Two died.", "stdin", "Two died."},
      {"a.html", "<title>T</title><p>Two died in the old town on Monday.", "a",
       "T\n\nTwo died in the old town on Monday."},
      {"a.txt", "<!DOCTYPE html><title>T</title><p>Two died.", "a", "T\n\nTwo died."},
      {"a.csv", "id,text\n7,Two died.\n", "7", "Two died."},
      {"a.csv", "article_title,article_content\nT,Two died.\n", "a:1", "T\n\nTwo died."},
      {"-", "title;text\nT;Two died.\n", "stdin:1", "T\n\nTwo died."},
      {"a.jsonl", "{\"text\":\"Two died.\",\"id\":5}\n", "5", "Two died."},
      {"a.json", "{\n\"text\":\"Two died.\"\n}", "a:1", "Two died."},
      {"-", "[{\"body\":\"Two died.\"}]", "stdin:1", "Two died."},
      {"a.json", "\xEF\xBB\xBF{\"text\":\"Two died.\"}", "a:1", "Two died."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const Outcome outcome = read_everything({{c.path, c.bytes}}, {c.path});
    CHECK(outcome.errors.empty());
    REQUIRE(outcome.reports.size() == 1);
    CHECK(outcome.reports[0].id == c.id);
    CHECK(outcome.reports[0].text == c.text);
  }
}

TEST_CASE("a CSV in UTF-16 or windows-1252 is read as one in UTF-8") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("id,text\n1,Two died.\n")) wide += std::string{c, '\0'};
  CHECK(read_everything({{"a.csv", wide}}, {"a.csv"}).reports.at(0).text == "Two died.");
  const Outcome outcome = read_everything(
      {{"a.csv", "id,text\n1,The caf\xE9 of the old town was hit by two shells.\n"}}, {"a.csv"});
  CHECK(outcome.reports.at(0).text == "The café of the old town was hit by two shells.");
  CHECK(outcome.reports.at(0).warnings.at(0).find("the encoding is a guess") == 0);
}

TEST_CASE(
    "fields are known by their names, extras are kept, and what the caller says comes first") {
  const std::string csv =
      "unit_id,article_content,source,date,actor\n1,Two died.,example,2016-12-13,unknown\n";
  const Report report = read_everything({{"a.csv", csv}}, {"a.csv"}).reports.at(0);
  CHECK(report.publisher == "example");
  CHECK(iso_date(*report.published) == "2016-12-13");
  CHECK(report.extra == std::vector<std::pair<std::string, std::string>>{{"actor", "unknown"}});
  IngestOptions options;
  options.columns = {{"published", ""}, {"text", "actor"}};
  options.publisher = "told";
  const Report told = read_everything({{"a.csv", csv}}, {"a.csv"}, options).reports.at(0);
  CHECK(told.text == "unknown");
  CHECK_FALSE(told.published);
  CHECK(told.publisher == "told");
  CHECK(told.extra.size() == 2);
}

TEST_CASE("one bad row or file does not stop the others, and each is named") {
  const Outcome outcome = read_everything(
      {{"in/a.csv", "id,text\n1,Two died.\n2\n3,\n4,Four died.\n"},
       {"in/b.jsonl",
        "{\"text\":\"One died.\"}\nrubbish\n{\"text\":3}\n{\"title\":\"x\"}\n[]\n{\"text\":\"Six "
        "died.\"}\n"},
       {"in/c.txt", ""},
       {"in/d.csv", "a,b\n1,2\n"},
       {"in/e.csv", "text,text\n1,2\n"},
       {"in/f.html", "PK\x03\x04"},
       {"in/.hidden", "x"},
       {"in/z.txt", "Nine died."}},
      {"in", "none.txt"});
  CHECK(outcome.reports.size() == 5);
  const std::vector<std::string> expected = {
      "in/a.csv: line 3: 1 cells under 2 columns",
      "in/a.csv: line 4: holds no text",
      "in/b.jsonl: line 2: is no JSON",
      "in/b.jsonl: line 3: text is a number, not a string",
      "in/b.jsonl: line 4: no member is the text",
      "in/b.jsonl: line 5: is an array, not an object",
      "in/c.txt: is empty",
      "in/d.csv: no column is the text; its columns are: a, b",
      "in/e.csv: two columns are named text",
      "in/f.html: is a zip archive",
      "none.txt: cannot be opened",
  };
  REQUIRE(outcome.errors.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(expected[i]);
    CHECK(outcome.errors[i].find(expected[i]) == 0);
  }
}

TEST_CASE(
    "links that lead in circles or out of the folder are safe, and pipes and devices are refused") {
  namespace fs = std::filesystem;
  const fs::path root =
      fs::temp_directory_path() / ("relata_reader_test_" + std::to_string(::getpid()));
  fs::create_directories(root / "in" / "sub");
  std::ofstream(root / "in" / "sub" / "a.txt") << "Two died.";
  std::ofstream(root / "secret.txt") << "Not to be read.";
  fs::create_directory_symlink(root / "in", root / "in" / "sub" / "loop");
  fs::create_symlink(root / "secret.txt", root / "in" / "b.txt");
  fs::create_symlink(root / "nowhere", root / "in" / "c.txt");
  fs::create_symlink(root / "in" / "sub" / "a.txt", root / "in" / "d.txt");
  const Outcome outcome = read_everything(*real_files(), {(root / "in").string() + "/"});
  CHECK(outcome.reports.size() == 2);
  REQUIRE(outcome.errors.size() == 2);
  CHECK(outcome.errors[0].find("b.txt: is a link that leads out of the folder") !=
        std::string::npos);
  CHECK(outcome.errors[1].find("c.txt: leads nowhere") != std::string::npos);
  fs::remove_all(root);
  CHECK(read_everything(*real_files(), {"/dev/zero"}).errors.at(0) ==
        "/dev/zero: is a device, not a file");
}

TEST_CASE("bytes are counted for a progress bar") {
  const IngestTables tables = test_tables();
  const auto files =
      files_in_memory({{"in/a.txt", "Two died."}, {"in/b.csv", "text\nFour died.\n"}});
  const auto reader = open_reports(*files, tables, {"in"}, IngestOptions{});
  CHECK(reader->bytes_total() == 25);
  CHECK(reader->bytes_read() == 0);
  while (true) {
    const auto item = reader->next();
    REQUIRE(item);
    if (!item.value()) break;
  }
  CHECK(reader->bytes_read() == 25);
}

TEST_CASE("a file larger than the limit is an error that names it") {
  IngestOptions options;
  options.limits.file_bytes = 5;
  CHECK(read_everything({{"a.txt", "Two died."}}, {"a.txt"}, options).errors.at(0) ==
        "a.txt: is larger than the limit of 5 bytes");
  options.limits.records = 1;
  const Outcome outcome = read_everything({{"a.csv", "text\na\nb\nc\n"}}, {"a.csv"}, options);
  CHECK(outcome.reports.size() == 1);
  CHECK(outcome.errors.at(0) == "a.csv: more than the limit of 1 records; the rest is not read");
}

TEST_CASE("the bytes a report came in are kept when they are asked for") {
  IngestOptions keeping;
  keeping.keep_received = true;
  const std::string page = "<!DOCTYPE html><title>T</title><p>Two died in the old town.";
  const auto kept = [&](const char* path, const std::string& bytes) {
    const Outcome outcome = read_everything({{path, bytes}}, {path}, keeping);
    REQUIRE(outcome.reports.size() == 1);
    return outcome.reports[0];
  };
  CHECK(kept("a.html", page).received == page);
  CHECK(kept("a.html", page).format == "html");
  CHECK(kept("a.txt",
             "Two d\xE9"
             "c\xE9"
             "d\xE9"
             "s.")
            .received ==
        "Two d\xE9"
        "c\xE9"
        "d\xE9"
        "s.");
  CHECK(kept("a.jsonl", "{\"text\":  \"Two died.\"}\n").received == "{\"text\":  \"Two died.\"}");
  CHECK(kept("a.csv", "id,text\n7,\"Two \"\"men\"\" died.\"\n").received ==
        "\"id\",\"text\"\n\"7\",\"Two \"\"men\"\" died.\"\n");
  CHECK(read_everything({{"a.txt", "Two died."}}, {"a.txt"}).reports.at(0).received.empty());
}
