// SPDX-License-Identifier: Apache-2.0
// Hostile input is normal input: each file of tests/hostile/corpus, and some that are too large to keep, leads to reports or to
// errors that name the file, as tests/hostile/expected.tsv says, within a time, and every report keeps its promises.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "relata/base/hash.h"
#include "relata/base/utf8.h"
#include "relata/ingest/reader.h"

using namespace relata;

namespace {

namespace fs = std::filesystem;

const std::string kRoot = RELATA_SOURCE_DIR;
constexpr double kMostSeconds = 30;  // for one file; under a sanitizer, on a busy machine

struct Outcome {
  std::vector<Report> reports;
  std::vector<std::string> errors;
  std::vector<std::string> warnings;
};

IngestTables load_tables() {
  const auto files = real_files();
  auto tables = load_ingest_tables(DataFolder{files.get(), kRoot});
  RELATA_CHECK(static_cast<bool>(tables));
  return std::move(*tables);
}

Outcome read_everything(const Files& files, const std::string& path) {
  const IngestTables tables = load_tables();
  const auto reader = open_reports(files, tables, {path}, IngestOptions{});
  const auto start = std::chrono::steady_clock::now();
  Outcome outcome;
  while (true) {
    auto item = reader->next();
    if (std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() >
        kMostSeconds) {
      FAIL_CHECK(path << " takes too long");
      return outcome;
    }
    if (!item) {
      outcome.errors.push_back(item.error().message);
    } else if (*item) {
      for (const std::string& warning : (*item)->warnings) outcome.warnings.push_back(warning);
      outcome.reports.push_back(std::move(**item));
    } else {
      return outcome;
    }
  }
}

void check_span(const std::string& text, const std::optional<Span>& span) {
  if (!span) return;
  CHECK(span->begin < span->end);
  REQUIRE(span->end <= text.size());
  CHECK(on_boundary(text, span->begin));
  CHECK(on_boundary(text, span->end));
}

// What every report promises.
void check_report(const Report& report) {
  CHECK_FALSE(report.id.empty());
  CHECK_FALSE(report.text.empty());
  CHECK_FALSE(first_bad_utf8(report.text));
  CHECK(report.text.find('\0') == std::string::npos);
  CHECK(report.sha256 == sha256_hex(report.text));
  check_span(report.text, report.title);
  check_span(report.text, report.dateline.place_span);
  check_span(report.text, report.dateline.date_span);
  check_span(report.text, report.dateline.credit_span);
}

bool any_holds(const std::vector<std::string>& messages, std::string_view part) {
  return std::any_of(messages.begin(), messages.end(), [&](const std::string& message) {
    return message.find(part) != std::string::npos;
  });
}

// A stream of a head, a body many times over, and a tail, of which never more than a block is held.
class RepeatedStream final : public ByteStream {
 public:
  RepeatedStream(std::string head, std::string body, std::uint64_t times, std::string tail)
      : head_(std::move(head)),
        body_(std::move(body)),
        tail_(std::move(tail)),
        size_(head_.size() + body_.size() * times + tail_.size()) {
    // Long pieces are quicker to give.
    while (body_.size() < 4096 && times % 2 == 0 && times > 0) {
      body_ += body_;
      times /= 2;
    }
  }

  Result<std::size_t> read(std::span<char> buffer) override {
    const auto count = std::min<std::uint64_t>(buffer.size(), size_ - at_);
    for (std::uint64_t i = 0; i < count;) i += copy(buffer.subspan(i, count - i));
    return static_cast<std::size_t>(count);
  }

 private:
  std::size_t copy(std::span<char> into) {
    const std::uint64_t tail_at = size_ - tail_.size();
    const std::string& piece = at_ < head_.size() ? head_ : at_ < tail_at ? body_ : tail_;
    const std::uint64_t offset = at_ < head_.size() ? at_
                                 : at_ < tail_at    ? (at_ - head_.size()) % body_.size()
                                                    : at_ - tail_at;
    const std::size_t count =
        piece.copy(into.data(), into.size(), static_cast<std::size_t>(offset));
    at_ += count;
    return count;
  }

  std::string head_;
  std::string body_;
  std::string tail_;
  std::uint64_t size_;
  std::uint64_t at_ = 0;
};

// One file that exists only as it is read.
class OneLargeFile final : public Files {
 public:
  OneLargeFile(std::string head, std::string body, std::uint64_t times, std::string tail)
      : head_(std::move(head)), body_(std::move(body)), tail_(std::move(tail)), times_(times) {}

  Result<std::unique_ptr<ByteStream>> open(const std::string&) const override {
    return std::unique_ptr<ByteStream>(
        std::make_unique<RepeatedStream>(head_, body_, times_, tail_));
  }
  Result<std::string> read(const std::string&, std::uint64_t) const override { return Error{"no"}; }
  Result<std::unique_ptr<MappedFile>> map(const std::string&) const override { return Error{"no"}; }
  Result<std::uint64_t> size(const std::string&) const override { return Error{"no"}; }
  Result<std::string> real_path(const std::string& path) const override { return path; }
  Result<std::vector<FileEntry>> list(const std::string&) const override { return Error{"no"}; }
  bool is_folder(const std::string&) const override { return false; }
  bool exists(const std::string&) const override { return true; }

 private:
  std::string head_;
  std::string body_;
  std::string tail_;
  std::uint64_t times_;
};

}  // namespace

TEST_CASE("each file of the corpus leads to what is expected of it") {
  const auto files = real_files();
  const auto bytes = files->read(kRoot + "/tests/hostile/expected.tsv", 1 << 20);
  REQUIRE(bytes);
  const auto table =
      Table::parse("expected.tsv", bytes.value(), {"file", "reports", "errors", "says"});
  REQUIRE(table);
  const bool pdftotext = ::access("/usr/bin/pdftotext", X_OK) == 0;
  if (!pdftotext) MESSAGE("PDFs are skipped: pdftotext is not installed");
  std::vector<std::string> named;
  for (const auto& row : table.value().rows()) {
    const std::string name(row.cell("file"));
    named.push_back(name);
    const bool is_pdf = name.ends_with(".pdf") || name == "named.txt";
    if (is_pdf && !pdftotext) continue;
    CAPTURE(name);
    const Outcome outcome = read_everything(*files, kRoot + "/tests/hostile/corpus/" + name);
    CHECK(std::to_string(outcome.reports.size()) == row.cell("reports"));
    CHECK(std::to_string(outcome.errors.size()) == row.cell("errors"));
    for (const std::string& error : outcome.errors)
      CHECK(error.find(name + ": ") != std::string::npos);
    const bool said = any_holds(outcome.errors, row.cell("says")) ||
                      any_holds(outcome.warnings, row.cell("says"));
    CHECK((row.cell("says").empty() || said));
    for (const Report& report : outcome.reports) check_report(report);
  }
  CHECK(named.size() >= 60);
  const auto list = files->list(kRoot + "/tests/hostile/corpus");
  REQUIRE(list);
  for (const FileEntry& entry : list.value()) {
    const std::string name = fs::path(entry.path).filename();
    CAPTURE(name);
    CHECK(std::find(named.begin(), named.end(), name) != named.end());
  }
}

TEST_CASE("no entity reaches outside the page, and none multiplies") {
  const auto files = real_files();
  const Outcome outside =
      read_everything(*files, kRoot + "/tests/hostile/corpus/outside_entity.html");
  CHECK(outside.reports.at(0).text.find("root:") == std::string::npos);
  CHECK(read_everything(*files, kRoot + "/tests/hostile/corpus/entity_bomb.html")
            .reports.at(0)
            .text.size() < 2000);
}

TEST_CASE("nothing after the end of a page or between stray tags is lost") {
  const auto files = real_files();
  for (const char* name :
       {"after_end.html", "stray_ends.html", "open_comment.html", "no_end.html", "nul.html"}) {
    CAPTURE(name);
    const Outcome outcome = read_everything(*files, kRoot + "/tests/hostile/corpus/" + name);
    CHECK(outcome.reports.at(0).text.find("two people were killed.") != std::string::npos);
  }
}

TEST_CASE("files too large to keep are refused, or streamed in little memory") {
  struct Case {
    const char* path;
    std::string head;
    std::string body;
    std::uint64_t times;
    std::string tail;
    std::size_t reports;
    const char* says;  // in the first error; "" = no error
  };
  const Case cases[] = {
      {"line.txt", "", "shell ", 17'000'000, "", 0, "line.txt: is larger than the limit"},
      {"text.txt", "", "shell ", 4'000'000, "", 0, "text.txt: its text is larger than the limit"},
      {"line.jsonl", "{\"text\":\"", "shell ", 17'000'000, "\"}\n{\"text\":\"Two died.\"}\n", 1,
       "line.jsonl: line 1: the record is larger"},
      {"line.json", "[{\"text\":\"", "shell ", 17'000'000, "\"},\n{\"text\":\"Two died.\"}]", 1,
       "line.json: line 1: the record is larger"},
      {"line.csv", "text\n", "shell ", 17'000'000, "\nTwo died.\n", 1,
       "line.csv: line 2: the row is larger"},
      {"quote.csv", "text\n\"", "shell ", 17'000'000, "\"\nTwo died.\n", 1,
       "quote.csv: line 2: the row is larger"},
      {"deep.html", "", "<div>", 1'000'000, "x", 0,
       "deep.html: elements nested deeper than the limit"},
      {"tags.html", "", "<i>x</i>", 2'100'000, "", 0,
       "tags.html: more than the limit of 2000000 elements"},
      {"deep.json", "", "[", 100'000'000, "", 0, "deep.json: line 1: is no JSON"},
      {"objects.json", "", "{\"a\":", 20'000'000, "", 0, "objects.json: line 1: is no JSON"},
      {"brackets.jsonl", "", "[", 20'000'000, "\n{\"text\":\"Two died.\"}", 1,
       "brackets.jsonl: line 1: the record is larger"},
      {"many.jsonl", "", "{\"text\":\"Two died.\"}\n", 20'000, "", 20'000, ""},
      {"many.csv", "text\n", "Two died.\n", 20'000, "", 20'000, ""},
      {"quotes.csv", "text\n", "\"\n", 200'000, "", 0, "quotes.csv: line "},
      {"nuls.txt", "", std::string(1, '\0'), 30'000'000, "", 0, "nuls.txt: is not text"},
      {"commas.csv", "text\n", ",", 30'000'000, "", 0,
       "commas.csv: line 2: more than the limit of 1024 columns"},
      {"blank.csv", "text\n", "\n", 10'000'000, "Two died.\n", 1, ""},
      {"blank.jsonl", "", "\n", 10'000'000, "{\"text\":\"Two died.\"}\n", 1, ""},
      {"less.html", "", "<", 20'000'000, "", 0, ""},
      {"comments.html", "<p>Two people died in the old town on Monday.", "<!--", 5'000'000, "", 1,
       ""},
      {"attributes.html", "<p ", "a=1 ", 2'000'000, ">x", 0,
       "attributes.html: the tag at byte 0 has more"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    const Outcome outcome = read_everything(OneLargeFile(c.head, c.body, c.times, c.tail), c.path);
    if (std::strcmp(c.path, "less.html") != 0) CHECK(outcome.reports.size() == c.reports);
    if (*c.says != '\0') {
      REQUIRE_FALSE(outcome.errors.empty());
      CHECK(outcome.errors[0].find(c.says) == 0);
    }
    if (c.reports > 0) check_report(outcome.reports.back());
  }
}

TEST_CASE(
    "what cannot be read is named: a file without permission, a pipe, a device, a folder loop") {
  const fs::path root =
      fs::temp_directory_path() / ("relata_hostile_test_" + std::to_string(::getpid()));
  fs::create_directories(root / "a");
  fs::create_directory_symlink(root, root / "a" / "loop");
  REQUIRE(::mkfifo((root / "pipe.txt").c_str(), 0600) == 0);
  fs::create_symlink("/dev/zero", root / "zero.txt");
  const auto files = real_files();
  REQUIRE(::close(::creat((root / "closed.txt").c_str(), 0000)) == 0);
  const Outcome outcome = read_everything(*files, root.string());
  CHECK(outcome.reports.empty());
  REQUIRE(outcome.errors.size() == 3);
  CHECK(outcome.errors[0].find("closed.txt: ") !=
        std::string::npos);  // cannot be opened; for root, it is empty
  CHECK(outcome.errors[1].find("pipe.txt: is a pipe") != std::string::npos);
  CHECK(outcome.errors[2].find("zero.txt: is a link that leads out of the folder") !=
        std::string::npos);
  CHECK(read_everything(*files, "/dev/zero").errors.at(0) == "/dev/zero: is a device, not a file");
  fs::remove_all(root);
}
