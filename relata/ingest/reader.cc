// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/reader.h"

#include <array>

#include "relata/base/fold.h"
#include "relata/ingest/decode.h"
#include "relata/ingest/fields.h"
#include "relata/ingest/format.h"
#include "relata/ingest/html_page.h"
#include "relata/ingest/path_walk.h"
#include "relata/ingest/pdf.h"
#include "relata/ingest/record_readers.h"

namespace relata {

namespace {

constexpr std::size_t kPeekBytes = 4096;

// A stream whose first bytes have been looked at and come once more.
class PeekedStream final : public ByteStream {
 public:
  explicit PeekedStream(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  Result<std::string_view> peek() {
    while (start_.size() < kPeekBytes) {
      char buffer[kPeekBytes];
      RELATA_TRY(const std::size_t got, stream_->read(buffer));
      if (got == 0) break;
      start_.append(buffer, got);
    }
    return std::string_view(start_);
  }

  Result<std::size_t> read(std::span<char> buffer) override {
    if (at_ == start_.size()) return stream_->read(buffer);
    const std::size_t count = start_.copy(buffer.data(), buffer.size(), at_);
    at_ += count;
    return count;
  }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::string start_;
  std::size_t at_ = 0;
};

Result<std::string> read_all(ByteStream& stream, std::uint64_t limit) {
  std::string bytes;
  std::size_t size = 0;
  while (true) {
    if (bytes.size() - size < (64u << 10))
      bytes.resize(std::max<std::size_t>(2 * bytes.size(), 256u << 10));
    RELATA_TRY(const std::size_t got,
               stream.read(std::span(bytes.data() + size, bytes.size() - size)));
    size += got;
    if (size > limit)
      return Error{"is larger than the limit of " + std::to_string(limit) + " bytes"};
    if (got > 0) continue;
    bytes.resize(size);
    return bytes;
  }
}

// "in/a.b.html" -> "a.b"; standard input is "stdin".
std::string name_without_ending(std::string_view path) {
  if (path == "-") return "stdin";
  std::string_view name = path.substr(path.find_last_of('/') + 1);
  const std::size_t dot = name.find_last_of('.');
  return std::string(dot == name.npos || dot == 0 ? name : name.substr(0, dot));
}

class Reader final : public ReportReader {
 public:
  Reader(const Files& files, const IngestTables::Parts& tables, std::vector<std::string> paths,
         IngestOptions options)
      : files_(files),
        tables_(tables),
        options_(std::move(options)),
        paths_(paths),
        walk_(files, std::move(paths), options_.limits) {}

  std::uint64_t bytes_read() const override {
    return bytes_before_ + (records_ ? records_->bytes_read() : 0);
  }

  std::optional<std::uint64_t> bytes_total() const override {
    std::uint64_t total = 0;
    PathWalk walk(files_, paths_, options_.limits);
    while (true) {
      const auto path = walk.next();
      if (!path) continue;
      if (!*path) return total;
      if (**path == "-") return std::nullopt;
      if (const auto size = files_.size(**path)) total += size.value();
    }
  }

  Result<std::optional<Report>> next() override {
    while (true) {
      if (records_) {
        auto item = records_->next();
        if (!item || *item) return item;
        bytes_before_ += records_->bytes_read();
        records_.reset();
      }
      const auto path = walk_.next();
      if (!path) return path.error();
      if (!*path) return std::optional<Report>();
      auto item = open(**path);
      if (!item) return item.error();
      if (*item) return item;
    }
  }

 private:
  // Gives the report of a file that holds one, or nothing and sets records_.
  Result<std::optional<Report>> open(const std::string& path) {
    const std::string where = path == "-" ? "standard input" : path;
    auto opened = files_.open(path);
    if (!opened) return opened.error();  // which names the path
    auto stream = std::make_unique<PeekedStream>(std::move(*opened));
    const auto start = stream->peek();
    if (!start) return start.error();
    RELATA_CHECK(start->size() <= 2 * kPeekBytes);
    const InputFormat format = options_.format == InputFormat::by_name
                                   ? find_format(path, *start, tables_)
                                   : options_.format;
    if (format == InputFormat::json || format == InputFormat::csv) {
      auto buffer = InputBuffer::open(std::move(stream), options_.encoding, tables_);
      if (!buffer) return buffer.error().with(where);
      RecordSource source{where, name_without_ending(path), tables_, options_};
      records_ = format == InputFormat::csv
                     ? read_csv(std::move(*buffer), std::move(source))
                     : read_json(std::move(*buffer), is_json_lines(path), std::move(source));
      return std::optional<Report>();
    }
    auto report = read_whole(path, *stream, format);
    if (!report) return report.error().with(where);
    return std::optional<Report>(std::move(*report));
  }

  Result<Report> read_whole(const std::string& path, ByteStream& stream, InputFormat format) {
    RELATA_TRY(std::string bytes, read_all(stream, options_.limits.file_bytes));
    bytes_before_ += bytes.size();
    if (bytes.empty()) return Error{"is empty"};
    std::string kept = options_.keep_received ? bytes : std::string();
    Received received;
    if (format == InputFormat::html) {
      RELATA_TRY(received, read_html(std::move(bytes), tables_, options_));
    } else if (format == InputFormat::pdf) {
      RELATA_TRY(const std::string text, pdf_text(bytes, options_));
      RELATA_TRY(Decoded decoded, decode(text, EncodingHints{}, tables_));
      received.text = std::move(decoded.text);
      received.warnings = std::move(decoded.warnings);
      received.first_line_may_be_title = true;
    } else {
      RELATA_TRY(Decoded decoded,
                 decode(std::move(bytes), EncodingHints{options_.encoding, std::nullopt}, tables_));
      received.text = std::move(decoded.text);
      received.warnings = std::move(decoded.warnings);
      received.first_line_may_be_title = true;
    }
    received.id = options_.id.value_or(name_without_ending(path));
    RELATA_TRY(Report report, freeze(std::move(received), tables_, options_));
    report.format = name_of(format);
    report.received = std::move(kept);
    return report;
  }

  const Files& files_;
  const IngestTables::Parts& tables_;
  const IngestOptions options_;
  const std::vector<std::string> paths_;
  PathWalk walk_;
  std::unique_ptr<ReportReader> records_;  // of the file being read, if it holds many reports
  std::uint64_t bytes_before_ = 0;
};

constexpr std::array kFormats = {InputFormat::by_name, InputFormat::plain, InputFormat::html,
                                 InputFormat::pdf,     InputFormat::json,  InputFormat::csv};

}  // namespace

std::string_view name_of(InputFormat format) {
  switch (format) {
    case InputFormat::by_name:
      return "by_name";
    case InputFormat::plain:
      return "plain";
    case InputFormat::html:
      return "html";
    case InputFormat::pdf:
      return "pdf";
    case InputFormat::json:
      return "json";
    case InputFormat::csv:
      return "csv";
  }
  return "";
}

std::optional<InputFormat> input_format(std::string_view name) {
  for (const InputFormat format : kFormats) {
    if (name_of(format) == name) return format;
  }
  return std::nullopt;
}

std::unique_ptr<ReportReader> open_reports(const Files& files, const IngestTables& tables,
                                           std::vector<std::string> paths, IngestOptions options) {
  return std::make_unique<Reader>(files, tables.parts(), std::move(paths), std::move(options));
}

}  // namespace relata
