// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/freeze.h"

#include "relata/base/hash.h"
#include "relata/ingest/dateline.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

constexpr std::size_t kLongestTitle = 300;

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::string> chosen(const std::optional<std::string>& told,
                                  std::optional<std::string> found) {
  if (told) return told;
  if (found && trim(*found).empty()) return std::nullopt;
  return found;
}

Span span_at(std::size_t begin, std::size_t size) {
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

// Whether the text opens with the title, as whole words.
bool opens_with(std::string_view text, std::string_view title) {
  if (!text.starts_with(title)) return false;
  const char next = text.size() > title.size() ? text[title.size()] : ' ';
  return !is_letter(next) && !is_digit(next) &&
         ((next & 0x80) == 0 || next == '\xE2' ||
          next == '\xC2');  // a dash, quote or space of more bytes
}

// Puts the title in front of the text, unless the text opens with it, perhaps after a date.
Span join_title(std::string_view title, std::string& text, const IngestTables::Parts& tables) {
  const std::size_t start = skip(text, 0, " \t\r\n");
  if (opens_with(std::string_view(text).substr(start), title)) return span_at(start, title.size());
  const std::size_t after_date = after_leading_date(text, tables);
  if (after_date > 0 && opens_with(std::string_view(text).substr(after_date), title)) {
    return span_at(after_date, title.size());
  }
  text.insert(0, std::string(title) + "\n\n");
  return span_at(0, title.size());
}

// The day that a catalogue's words mean. What cannot be used is told.
std::optional<Date> read_published(std::string_view words, const IngestTables::Parts& tables,
                                   DateOrder order, std::vector<std::string>& warnings) {
  const auto match = match_whole_date(words, tables.dates, DateContext{order, std::nullopt});
  if (match && match->date) return match->date;
  const std::string quoted = "published \"" + std::string(words.substr(0, 60)) + "\" ";
  warnings.push_back(quoted + (match ? "may be day first or month first; not used"
                                     : "is no date that can be read; not used"));
  return std::nullopt;
}

}  // namespace

std::optional<Span> title_line(std::string_view text) {
  const std::size_t begin = skip(text, 0, " \t\r\n");
  const std::size_t end = text.find('\n', begin);
  if (end == text.npos) return std::nullopt;
  const std::size_t next = skip(text, end + 1, " \t\r");
  if (next >= text.size() || text[next] != '\n') return std::nullopt;
  const std::string_view line = trim(text.substr(begin, end - begin));
  if (line.empty() || line.size() > kLongestTitle) return std::nullopt;
  if (line.ends_with('.') || line.ends_with(':') || line.ends_with(';') || line.ends_with(','))
    return std::nullopt;
  return span_at(begin, line.size());
}

Result<Report> freeze(Received received, const IngestTables::Parts& tables,
                      const IngestOptions& options) {
  if (trim(received.text).empty()) return Error{"holds no text"};
  const std::uint64_t limit = options.limits.text_bytes;
  if (received.text.size() > limit) {
    return Error{"its text is larger than the limit of " + std::to_string(limit) + " bytes"};
  }
  Report report;
  report.warnings = std::move(received.warnings);
  report.id = std::move(received.id);
  report.text = std::move(received.text);
  report.url = chosen(options.url, std::move(received.url));
  report.publisher = chosen(options.publisher, std::move(received.publisher));
  report.extra = std::move(received.extra);
  if (const auto title = chosen(options.title, std::move(received.title))) {
    report.title = join_title(trim(*title), report.text, tables);
  } else if (received.first_line_may_be_title) {
    report.title = title_line(report.text);
  }
  if (options.published) {
    report.published = options.published;
  } else if (received.published && !trim(*received.published).empty()) {
    report.published =
        read_published(trim(*received.published), tables, options.date_order, report.warnings);
  }
  report.dateline =
      find_dateline(report.text, report.title, tables,
                    DateContext{options.date_order, report.published}, report.warnings);
  report.sha256 = sha256_hex(report.text);
  return report;
}

}  // namespace relata
