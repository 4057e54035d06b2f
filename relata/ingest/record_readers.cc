// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/record_readers.h"

#include <algorithm>
#include <utility>

#include "relata/base/utf8.h"
#include "relata/ingest/characters.h"
#include "relata/ingest/csv.h"
#include "relata/ingest/decode.h"
#include "relata/ingest/fields.h"
#include "relata/ingest/json.h"
#include "relata/ingest/json_values.h"

namespace relata {

namespace {

using Item = Result<std::optional<Report>>;

std::string at_line(const RecordSource& source, std::uint64_t line) {
  return source.where + ": line " + std::to_string(line);
}

// Cells as a line of CSV (RFC 4180), every one in quotation marks.
std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    line += line.empty() ? "\"" : ",\"";
    for (const char c : cell) line.append(c == '"' ? 2 : 1, c);
    line += '"';
  }
  return line + '\n';
}

// What both kinds of record have in common: the limit on records, the id, the freezing.
class RecordReader : public ReportReader {
 protected:
  explicit RecordReader(RecordSource source)
      : source_(std::move(source)), chooser_(source_.tables.columns, source_.options.columns) {}

  // Counts one more record; false once there have been as many as the limit lets be.
  bool count_record() {
    told_ = true;
    return ++records_ <= source_.options.limits.records;
  }
  [[nodiscard]] Error too_many() const {
    return Error{source_.where + ": more than the limit of " +
                 std::to_string(source_.options.limits.records) + " records; the rest is not read"};
  }

  // The end of the file; if there was no record at all, that is told.
  Item end() {
    if (!std::exchange(told_, true)) return Error{source_.where + ": holds no records"};
    return std::optional<Report>();
  }

  // A record that could not be taken in counts as one: the numbers of those after it stay what they are.
  Item failed(const Error& error, std::uint64_t line) {
    told_ = true;
    ++records_;
    return error.with(at_line(source_, line));
  }

  Item finish(Received received, std::uint64_t line, InputFormat format, std::string bytes) {
    received.first_line_may_be_title = true;
    if (received.id.empty()) received.id = source_.name + ":" + std::to_string(records_);
    const auto checked =
        check_characters(received.text, received.warnings, !received.warnings.empty());
    if (!checked) return checked.error().with(at_line(source_, line));
    auto report = freeze(std::move(received), source_.tables, source_.options);
    if (!report) return report.error().with(at_line(source_, line));
    report->format = name_of(format);
    report->received = std::move(bytes);
    return std::optional<Report>(std::move(*report));
  }

  RecordSource source_;
  FieldChooser chooser_;

 private:
  std::uint64_t records_ = 0;
  bool told_ = false;  // whether anything came of the file
};

class CsvReader final : public RecordReader {
 public:
  CsvReader(InputBuffer input, RecordSource source)
      : RecordReader(std::move(source)), rows_(std::move(input), source_.options.limits) {}

  std::uint64_t bytes_read() const override { return rows_.bytes_read(); }
  std::optional<std::uint64_t> bytes_total() const override { return std::nullopt; }

  Item next() override {
    if (done_) return std::optional<Report>();
    if (names_.empty()) {
      const auto header = read_header();
      if (!header) {
        done_ = true;
        return header.error();
      }
    }
    auto row = rows_.next();
    if (!row) return failed(row.error(), rows_.line());
    if (!*row) return end();
    if (!count_record()) {
      done_ = true;
      return too_many();
    }
    if ((*row)->size() != names_.size()) {
      return Error{std::to_string((*row)->size()) + " cells under " +
                   std::to_string(names_.size()) + " columns"}
          .with(at_line(source_, rows_.line()));
    }
    return read_row(std::move(**row));
  }

 private:
  Result<Done> read_header() {
    auto row = rows_.next();
    if (!row) return row.error().with(at_line(source_, rows_.line()));
    if (!*row) return Error{source_.where + ": holds no text"};
    auto names = decode_cells(std::move(**row), nullptr);
    if (!names) return names.error().with(source_.where);
    names_ = std::move(*names);
    auto sorted = names_;
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end() && !twice->empty())
      return Error{source_.where + ": two columns are named " + *twice};
    fields_ = chooser_.choose(names_);
    if (std::find(fields_.begin(), fields_.end(), Field::text) == fields_.end()) {
      return Error{source_.where + ": no column is the text; its columns are: " + listed(names_)};
    }
    return Done{};
  }

  static std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < 20; ++i)
      list += (i == 0 ? "" : ", ") + names[i].substr(0, 40);
    return list;
  }

  // Cells that are not UTF-8 are converted as a file would be. The first row that needs it makes the guess, on all of the row,
  // for all rows after it.
  Result<std::vector<std::string>> decode_cells(std::vector<std::string> cells,
                                                std::vector<std::string>* warnings) {
    const bool good = std::none_of(cells.begin(), cells.end(), [](const std::string& cell) {
      return first_bad_utf8(cell).has_value();
    });
    if (good) return cells;
    std::string row;
    for (const std::string& cell : cells) row += cell + '\x1F';
    EncodingHints hints;
    if (!encoding_.empty()) hints.told = encoding_;
    RELATA_TRY(Decoded decoded, decode_text(std::move(row), hints, source_.tables));
    if (encoding_.empty()) encoding_ = decoded.guessed;
    std::vector<std::string> out;
    std::size_t begin = 0;
    for (std::size_t end = decoded.text.find('\x1F'); end != std::string::npos;
         end = decoded.text.find('\x1F', begin)) {
      out.push_back(decoded.text.substr(begin, end - begin));
      begin = end + 1;
    }
    if (out.size() != cells.size())
      return Error{"is not UTF-8 and cannot be converted cell by cell"};
    if (warnings != nullptr) *warnings = std::move(decoded.warnings);
    if (warnings != nullptr && warnings->empty() && hints.told) {
      warnings->push_back("the encoding is a guess: not UTF-8, read as " + encoding_ +
                          " like the rows before");
    }
    return out;
  }

  Item read_row(std::vector<std::string> row) {
    Received received;
    std::string kept;
    if (source_.options.keep_received) kept = csv_line(names_) + csv_line(row);
    auto cells = decode_cells(std::move(row), &received.warnings);
    if (!cells) return cells.error().with(at_line(source_, rows_.line()));
    for (std::size_t i = 0; i < cells->size(); ++i)
      put(received, fields_[i], names_[i], std::move((*cells)[i]));
    return finish(std::move(received), rows_.line(), InputFormat::csv, std::move(kept));
  }

  CsvRows rows_;
  std::vector<std::string> names_;
  std::vector<std::optional<Field>> fields_;
  std::string encoding_;  // guessed from the first row that is not UTF-8
  bool done_ = false;
};

class JsonReader final : public RecordReader {
 public:
  JsonReader(InputBuffer input, bool lines, RecordSource source)
      : RecordReader(std::move(source)),
        values_(std::move(input), lines, source_.options.limits),
        parser_(source_.options.limits.json_depth) {}

  std::uint64_t bytes_read() const override { return values_.bytes_read(); }
  std::optional<std::uint64_t> bytes_total() const override { return std::nullopt; }

  Item next() override {
    if (done_) return std::optional<Report>();
    const auto value = values_.next();
    if (!value) return failed(value.error(), values_.line());
    if (!*value) return end();
    if (!count_record()) {
      done_ = true;
      return too_many();
    }
    auto members = parser_.parse_members(**value);
    if (!members) return members.error().with(at_line(source_, values_.line()));
    return read_members(std::move(*members),
                        source_.options.keep_received ? std::string(**value) : std::string());
  }

 private:
  Item read_members(std::vector<JsonMember> members, std::string kept) {
    const std::string where = at_line(source_, values_.line());
    if (members.size() > source_.options.limits.columns) {
      return Error{where + ": more than the limit of " +
                   std::to_string(source_.options.limits.columns) + " members"};
    }
    std::vector<std::string> names;
    names.reserve(members.size());
    for (JsonMember& member : members) names.push_back(std::move(member.name));
    if (names != names_) {
      names_ = std::move(names);
      fields_ = chooser_.choose(names_);
    }
    Received received;
    bool text = false;
    for (std::size_t i = 0; i < members.size(); ++i) {
      JsonMember& member = members[i];
      if (member.kind == JsonKind::null) continue;
      auto field = fields_[i];
      const bool composite = member.kind == JsonKind::array || member.kind == JsonKind::object;
      if (field == Field::text) {
        if (member.kind != JsonKind::string) {
          return Error{where + ": " + names_[i] + " is " + std::string(name_of(member.kind)) +
                       ", not a string"};
        }
        text = true;
      } else if (composite) {
        field.reset();
      }
      put(received, field, names_[i], std::move(member.text));
    }
    if (!text) return Error{where + ": no member is the text"};
    return finish(std::move(received), values_.line(), InputFormat::json, std::move(kept));
  }

  JsonValues values_;
  JsonParser parser_;
  std::vector<std::string> names_;  // of the record before: most have the same
  std::vector<std::optional<Field>> fields_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ReportReader> read_csv(InputBuffer input, RecordSource source) {
  return std::make_unique<CsvReader>(std::move(input), std::move(source));
}

std::unique_ptr<ReportReader> read_json(InputBuffer input, bool lines, RecordSource source) {
  return std::make_unique<JsonReader>(std::move(input), lines, std::move(source));
}

}  // namespace relata
