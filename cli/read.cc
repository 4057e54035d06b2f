// SPDX-License-Identifier: Apache-2.0
// relata read: reports in, what they claim out. Reports are read at the same time and shown in the order in which they
// came; one that cannot be read is named on standard error and does not stop the others.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/data_root.h"
#include "cli/ending.h"
#include "cli/in_order.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "relata/export/form.h"
#include "relata/export/summary.h"
#include "relata/ingest/reader.h"
#include "relata/pipeline.h"

namespace relata::cli {
namespace {

constexpr int kWidest = 110;  // a longer line is hard to read

View view_of(const ReadArguments& arguments, std::FILE* out) {
  View view;
  view.form = form_of(arguments.format).value_or(Form::text);
  view.layers = arguments.layers ? Layers::all : Layers::none;
  view.colour = wants_colour(arguments.colour, out);
  view.columns = arguments.width > 0 ? arguments.width : std::min(terminal_columns(), kWidest);
  return view;
}

// A report on its way to be read, and how far the input was when it came.
struct Incoming {
  Result<Report> report;
  std::size_t number = 0;  // of the reports that could be read so far
};
struct Outgoing {
  std::string bytes;
  std::optional<Error> error;
  std::vector<std::string> warnings;
};

// Everything that one `relata read` needs while it runs.
class ReadRun {
 public:
  ReadRun(ReportReader& reader, const Models& models, View view, std::FILE* out, bool progress)
      : reader_(reader),
        models_(models),
        view_(view),
        out_(out),
        total_(reader.bytes_total()),
        progress_(progress) {}

  ExitCode run(unsigned jobs) {
    std::string bytes;
    opening(view_, bytes);
    put(bytes);
    in_order<Incoming, Outgoing>(
        jobs, [this] { return make(); },
        [this](Incoming incoming) { return work(std::move(incoming)); },
        [this](Outgoing outgoing) { take(outgoing); });
    bytes.clear();
    closing(view_, bytes);
    put(bytes);
    progress_.clear();
    if (std::fflush(out_) != 0 || !written_) {
      std::fputs("relata: the output could not be written\n", stderr);
      return ExitCode::nothing_done;
    }
    if (failed_ == 0) return ExitCode::ok;
    return read_ == 0 ? ExitCode::nothing_done : ExitCode::some_failed;
  }

 private:
  std::optional<Incoming> make() {
    if (stopped_) return std::nullopt;
    Result<std::optional<Report>> next = reader_.next();
    bytes_read_ = reader_.bytes_read();
    if (!next) return Incoming{next.error(), 0};
    if (!*next) return std::nullopt;
    return Incoming{std::move(**next), made_++};
  }

  Outgoing work(Incoming incoming) const {
    if (!incoming.report) return {{}, incoming.report.error(), {}};
    const Report report = std::move(incoming.report).value();
    const Annotated annotated = read(report, models_);
    Outgoing outgoing;
    write({report, annotated.document, annotated.reading}, view_, incoming.number, outgoing.bytes);
    if (view_.form != Form::text) {  // there they stand at the end of the reading
      for (const auto& warning : report.warnings)
        outgoing.warnings.push_back(report.id + ": " + warning);
    }
    return outgoing;
  }

  void take(const Outgoing& outgoing) {
    if (outgoing.error) {
      ++failed_;
      complain(outgoing.error->message);
      return;
    }
    ++read_;
    for (const auto& warning : outgoing.warnings) complain("warning: " + warning);
    put(outgoing.bytes);
    progress_.show(read_, bytes_read_, total_);
  }

  void complain(const std::string& line) {
    progress_.clear();
    cli::complain(line);
  }

  void put(std::string_view bytes) {
    if (!written_ || std::fwrite(bytes.data(), 1, bytes.size(), out_) == bytes.size()) return;
    written_ = false;
    stopped_ = true;  // no use in reading on
  }

  ReportReader& reader_;
  const Models& models_;
  const View view_;
  std::FILE* out_;
  const std::optional<std::uint64_t> total_;
  Progress progress_;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::atomic<bool> stopped_ = false;
  std::size_t made_ = 0;
  std::uint64_t read_ = 0, failed_ = 0;
  bool written_ = true;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Result<ExitCode> read_all(const ReadArguments& arguments, const IngestOptions& options) {
  const auto files = real_files();
  RELATA_TRY(const std::string root, find_data_root(*files, arguments.data));
  const DataFolder folder{files.get(), root};
  RELATA_TRY(const Models models, load_models(folder));
  RELATA_TRY(const IngestTables tables, load_ingest_tables(folder));
  std::optional<SummaryLexicon> lexicon;
  if (arguments.format == "summary") {
    RELATA_TRY(SummaryLexicon loaded, SummaryLexicon::load(folder));
    lexicon.emplace(std::move(loaded));
  }
  std::unique_ptr<std::FILE, CloseFile> file;
  if (!arguments.output.empty()) {
    file.reset(std::fopen(arguments.output.c_str(), "wb"));
    if (!file) return Error{arguments.output + ": cannot be written"};
  }
  std::FILE* out = file ? file.get() : stdout;
  const auto reader = open_reports(*files, tables, arguments.input.paths, options);
  const bool progress = is_terminal(stderr) && !is_terminal(out);
  View view = view_of(arguments, out);
  if (lexicon) view.lexicon = &*lexicon;
  return ReadRun(*reader, models, view, out, progress).run(workers(arguments.jobs));
}

}  // namespace

ExitCode run(const ReadArguments& arguments) {
  const Result<IngestOptions> options = ingest_options(arguments.input);
  if (!options) return misused(options.error());
  return ended(read_all(arguments, *options));
}

}  // namespace relata::cli
