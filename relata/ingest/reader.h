// SPDX-License-Identifier: Apache-2.0
// open_reports(): files, folders or standard input, in any of the formats Relata reads -> Reports,
// one at a time, in bounded memory. A file or row that cannot be read is an Error in its turn,
// naming the file and the line, and reading goes on.
//
//   RELATA_TRY(IngestTables tables, load_ingest_tables(folder));
//   auto reader = open_reports(*files, tables, {"in/", "-"}, IngestOptions{});
//   while (true) {
//     Result<std::optional<Report>> item = reader->next();
//     if (!item) { warn(item.error()); continue; }
//     if (!*item) break;                              // no more
//     use(**item);
//   }
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/ingest/limits.h"
#include "relata/ingest/report.h"

namespace relata {

// What a file is taken for. `by_name` goes by its ending and its first bytes.
enum class InputFormat : std::uint8_t { by_name, plain, html, pdf, json, csv };
[[nodiscard]] std::string_view name_of(InputFormat);  // "html"
[[nodiscard]] std::optional<InputFormat> input_format(std::string_view name);

// How 7/10/16 is meant. Unstated: used only where one reading is impossible, else a warning and no
// date.
enum class DateOrder : std::uint8_t { unstated, day_first, month_first };

struct IngestOptions {
  Limits limits;
  InputFormat format = InputFormat::by_name;
  DateOrder date_order = DateOrder::unstated;
  std::optional<std::string> encoding;  // "windows-1256": instead of what the bytes say
  std::optional<std::string> id;        // these outrank what the input says of itself
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<std::string> publisher;
  std::optional<Date> published;
  // field -> column, for tables whose columns have other names: {"text", "article_content"}; "" =
  // no column is that field. Fields: text, title, url, publisher, published, id.
  std::map<std::string, std::string> columns;
  std::string pdftotext;       // the program; "" = where the system keeps it
  bool keep_received = false;  // Report::received
};

// What ingest knows of the world: names of columns, agencies, months, the words web pages mark
// their parts with.
class IngestTables {
 public:
  struct Parts;
  explicit IngestTables(std::unique_ptr<const Parts> parts);
  IngestTables(IngestTables&&) noexcept;
  IngestTables& operator=(IngestTables&&) noexcept;
  ~IngestTables();
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<const Parts> parts_;
};
Result<IngestTables> load_ingest_tables(const DataFolder& folder);

class ReportReader {
 public:
  virtual ~ReportReader() = default;
  // The next report; nothing at the end; an Error for a file or row that could not be read, after
  // which next() goes on.
  virtual Result<std::optional<Report>> next() = 0;
  // How far it is, for a progress bar: bytes taken in so far, and of how many, where that is known
  // (no standard input).
  [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
  [[nodiscard]] virtual std::optional<std::uint64_t> bytes_total() const = 0;
};

// `files` and `tables` must outlive the reader. A path is a file, a folder (all it holds, sorted by
// name; names that begin with a dot are left out; links that lead out of the folder are an Error)
// or "-" for standard input.
[[nodiscard]] std::unique_ptr<ReportReader> open_reports(const Files& files,
                                                         const IngestTables& tables,
                                                         std::vector<std::string> paths,
                                                         IngestOptions options);

}  // namespace relata
