// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/pdf.h"

#include <unistd.h>

#include <algorithm>
#include <vector>

#include "relata/base/utf8.h"
#include "relata/ingest/child_process.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t kEdge =
    2;  // lines at the top and at the foot of a page that may be headers or footers
constexpr std::size_t kFewestPages =
    3;  // a line is a header only if it is on so many pages, and on half of them

std::string_view trim(std::string_view line) {
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  return line;
}

Lines split(std::string_view text, char separator) {
  Lines parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// A line with its numbers made the same: "Page 3 of 9" is the same header as "Page 4 of 9".
std::string shape(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (!is_digit(c)) {
      out.push_back(c);
    } else if (!out.ends_with('0')) {
      out.push_back('0');
    }
  }
  return out;
}

// The first and last lines of a page that are not empty.
std::vector<std::size_t> edge_lines(const Lines& page) {
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!trim(page[i]).empty()) filled.push_back(i);
  }
  if (filled.size() <= 2 * kEdge) return filled;
  filled.erase(filled.begin() + kEdge, filled.end() - kEdge);
  return filled;
}

// Blanks the lines at the edges of pages that most pages have.
void drop_headers(std::vector<Lines>& pages) {
  NameMap<std::size_t> seen;
  for (const Lines& page : pages) {
    NameSet here;
    for (const std::size_t i : edge_lines(page)) here.insert(shape(trim(page[i])));
    for (const std::string& line : here) ++seen[line];
  }
  for (Lines& page : pages) {
    for (const std::size_t i : edge_lines(page)) {
      const std::size_t count = seen[shape(trim(page[i]))];
      if (count >= kFewestPages && count * 2 >= pages.size()) page[i] = {};
    }
  }
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with("”") || text.ends_with('"');
}

class Paragraphs {
 public:
  void add(std::string_view line) {
    const std::string_view words = trim(line);
    if (words.empty()) {
      waiting_ = true;
      return;
    }
    // A sentence goes on over the end of a page.
    const bool goes_on = new_page_ && is_lower(words[0]) && !ends_sentence(current_);
    if (waiting_ && !goes_on) flush();
    waiting_ = false;
    new_page_ = false;
    join(words);
  }
  void end_page() {
    waiting_ = true;
    new_page_ = true;
  }
  std::string finish() {
    flush();
    return std::move(text_);
  }

 private:
  void join(std::string_view words) {
    const bool parted = current_.size() > 1 && current_.ends_with('-') &&
                        is_lower(current_[current_.size() - 2]) && is_lower(words[0]);
    if (parted) {
      current_.pop_back();
    } else if (!current_.empty()) {
      current_.push_back(' ');
    }
    current_ += words;
  }
  void flush() {
    if (!current_.empty()) text_ += (text_.empty() ? "" : "\n\n") + current_;
    current_.clear();
  }

  std::string text_;
  std::string current_;
  bool waiting_ = false;
  bool new_page_ = false;
};

// Where systems keep the program. The search path is not asked: it may have been changed.
std::string find_pdftotext() {
  for (const char* path :
       {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"}) {
    if (::access(path, X_OK) == 0) return path;
  }
  return "";
}

std::string first_line(std::string_view text) {
  std::string line(trim(text.substr(0, text.find('\n'))).substr(0, 200));
  return first_bad_utf8(line) ? "no reason given" : line;
}

}  // namespace

std::string pdf_paragraphs(std::string_view text) {
  std::vector<Lines> pages;
  for (const std::string_view page : split(text, '\f')) pages.push_back(split(page, '\n'));
  drop_headers(pages);
  Paragraphs paragraphs;
  for (const Lines& page : pages) {
    for (const std::string_view line : page) paragraphs.add(line);
    paragraphs.end_page();
  }
  return paragraphs.finish();
}

Result<std::string> pdf_text(std::string_view bytes, const IngestOptions& options) {
  if (bytes.substr(0, 1024).find("%PDF-") == bytes.npos) return Error{"is no PDF"};
  const std::string program = options.pdftotext.empty() ? find_pdftotext() : options.pdftotext;
  if (program.empty()) {
    return Error{
        "is a PDF, and pdftotext, which reads PDFs, is not installed (package poppler-utils)"};
  }
  const Limits& limits = options.limits;
  const ChildLimits child{limits.seconds, limits.pdf_cpu_seconds, limits.pdf_memory_bytes,
                          limits.text_bytes};
  RELATA_TRY(const ChildOutput output,
             run_child(program, {"-enc", "UTF-8", "-", "-"}, bytes, child));
  if (output.status != 0 || output.bytes.empty()) {
    const std::string reason =
        output.status == 3 ? "it may not be copied from" : first_line(output.errors);
    return Error{"pdftotext cannot read it (status " + std::to_string(output.status) + ")" +
                 (reason.empty() ? "" : ": " + reason)};
  }
  std::string text = pdf_paragraphs(output.bytes);
  if (text.empty()) return Error{"holds no text: perhaps its pages are images"};
  return text;
}

}  // namespace relata
