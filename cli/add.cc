// SPDX-License-Identifier: Apache-2.0
// relata add and reread: reports in, their readings into a casebook. Reports are read at the same time and appended in the
// order in which they came, some at a time, so that little is lost if the work is cut short.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <set>

#include "cli/case_commands.h"
#include "cli/data_root.h"
#include "cli/ending.h"
#include "cli/in_order.h"
#include "cli/input.h"
#include "cli/open_case.h"
#include "cli/terminal.h"
#include "relata/casebook/report_record.h"
#include "relata/export/form.h"
#include "relata/ingest/reader.h"
#include "relata/pipeline.h"

namespace relata::cli {
namespace {

constexpr std::size_t kMostAtOnce = 64;  // reports of one batch
constexpr std::chrono::seconds kLongest{2};

std::string stored_reading(const Report& report, const Models& models) {
  const Annotated annotated = read(report, models);
  std::string json;
  write({report, annotated.document, annotated.reading},
        {.form = Form::jsonl, .layers = Layers::places}, 0, json);
  return json;
}

struct Outgoing {
  std::optional<ReadReport> read;
  std::optional<Error> error;
};

// Everything that one `relata add` needs while it runs.
class AddRun {
 public:
  AddRun(Casebook& casebook, ReportReader& reader, const Models& models, const Engine& engine,
         std::set<ReportId> known)
      : casebook_(casebook),
        reader_(reader),
        models_(models),
        engine_(engine),
        known_(std::move(known)),
        total_(reader.bytes_total()),
        progress_(is_terminal(stderr)) {}

  Result<Done> run(unsigned jobs) {
    in_order<Result<Report>, Outgoing>(
        jobs, [this] { return make(); },
        [this](Result<Report> report) { return work(std::move(report)); },
        [this](Outgoing outgoing) { take(std::move(outgoing)); });
    if (!stopped_) flush();
    progress_.clear();
    if (stopped_) return *stopped_;
    return Done{};
  }

  [[nodiscard]] std::size_t added() const { return added_; }
  [[nodiscard]] std::size_t there() const { return there_; }
  [[nodiscard]] std::size_t failed() const { return failed_; }

 private:
  std::optional<Result<Report>> make() {
    while (!stop_) {
      Result<std::optional<Report>> next = reader_.next();
      bytes_read_ = reader_.bytes_read();
      if (!next) return Result<Report>(next.error());
      if (!*next) return std::nullopt;
      if (known_.insert(report_id(**next)).second) return Result<Report>(std::move(**next));
      ++there_;
    }
    return std::nullopt;
  }

  Outgoing work(Result<Report> report) const {
    if (!report) return {std::nullopt, report.error()};
    std::string reading = stored_reading(*report, models_);
    return {ReadReport{std::move(*report), std::move(reading)}, std::nullopt};
  }

  void take(Outgoing outgoing) {
    if (outgoing.error) {
      ++failed_;
      progress_.clear();
      complain(outgoing.error->message);
      return;
    }
    if (stopped_) return;
    for (const auto& warning : outgoing.read->report.warnings) {
      progress_.clear();
      complain(outgoing.read->report.id + ": warning: " + warning);
    }
    waiting_.push_back(std::move(*outgoing.read));
    if (waiting_.size() >= kMostAtOnce || std::chrono::steady_clock::now() - flushed_ > kLongest)
      flush();
    progress_.show(added_, bytes_read_, total_);
  }

  void flush() {
    flushed_ = std::chrono::steady_clock::now();
    if (waiting_.empty()) return;
    const auto added = casebook_.add(waiting_, engine_, now());
    if (added) {
      added_ += *added;
    } else {
      stopped_ = added.error();
      stop_ = true;
    }
    waiting_.clear();
  }

  Casebook& casebook_;
  ReportReader& reader_;
  const Models& models_;
  const Engine& engine_;
  std::set<ReportId> known_;
  const std::optional<std::uint64_t> total_;
  Progress progress_;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::atomic<bool> stop_ = false;
  std::atomic<std::size_t> there_ = 0;
  std::vector<ReadReport> waiting_;
  std::chrono::steady_clock::time_point flushed_ = std::chrono::steady_clock::now();
  std::size_t added_ = 0, failed_ = 0;
  std::optional<Error> stopped_;
};

std::string counted(std::size_t number, std::string_view noun) {
  return std::to_string(number) + ' ' + std::string(noun) + (number == 1 ? "" : "s");
}

ExitCode told(const AddRun& run, const std::string& casebook) {
  std::string line = "added " + counted(run.added(), "report") + " to " + casebook;
  if (run.there() > 0) line += "; " + counted(run.there(), "report") + " there already";
  if (run.failed() > 0) line += "; " + std::to_string(run.failed()) + " could not be read";
  std::printf("%s\n", shown(line).c_str());
  if (run.failed() == 0) return ExitCode::ok;
  return run.added() + run.there() > 0 ? ExitCode::some_failed : ExitCode::nothing_done;
}

Result<ExitCode> add_all(const AddArguments& arguments, IngestOptions options) {
  options.keep_received = true;
  const auto files = real_files();
  RELATA_TRY(const std::string root, find_data_root(*files, arguments.data));
  const DataFolder folder{files.get(), root};
  RELATA_TRY(const Models models, load_models(folder));
  RELATA_TRY(const IngestTables tables, load_ingest_tables(folder));
  RELATA_TRY(const CaseKnowledge knowledge, CaseKnowledge::load(folder));
  RELATA_TRY(const Engine engine, engine_of(folder));
  RELATA_TRY(Casebook casebook, open_for_writing(arguments.casebook, arguments.key, true));
  RELATA_TRY(const auto known, casebook.reports());
  const auto reader = open_reports(*files, tables, arguments.input.paths, options);
  AddRun run(casebook, *reader, models, engine, {known.begin(), known.end()});
  RELATA_TRY(Done(), run.run(workers(arguments.jobs)));
  RELATA_TRY(Done(), bring_up_to_date(casebook, knowledge));
  return told(run, arguments.casebook);
}

struct Reread {
  ReportId id;
  Report report;
};

Result<ExitCode> reread_all(const RereadArguments& arguments) {
  const auto files = real_files();
  RELATA_TRY(const std::string root, find_data_root(*files, arguments.data));
  const DataFolder folder{files.get(), root};
  RELATA_TRY(const Models models, load_models(folder));
  RELATA_TRY(const CaseKnowledge knowledge, CaseKnowledge::load(folder));
  RELATA_TRY(const Engine engine, engine_of(folder));
  RELATA_TRY(Casebook casebook, open_for_writing(arguments.casebook, arguments.key, false));
  RELATA_TRY(const auto reports, casebook.reports());
  std::size_t read_again = 0;
  Progress progress(is_terminal(stderr));
  for (std::size_t at = 0; at < reports.size();) {
    std::vector<Reread> items;
    for (; at < reports.size() && items.size() < kMostAtOnce; ++at) {
      RELATA_TRY(auto kept, casebook.report(reports[at]));
      if (kept && kept->reading.engine != engine)
        items.push_back({reports[at], std::move(kept->report)});
    }
    std::vector<std::pair<ReportId, std::string>> readings;
    std::size_t next = 0;
    in_order<Reread, std::pair<ReportId, std::string>>(
        workers(arguments.jobs),
        [&] {
          return next < items.size() ? std::optional(std::move(items[next++])) : std::nullopt;
        },
        [&](const Reread& item) { return std::pair(item.id, stored_reading(item.report, models)); },
        [&](std::pair<ReportId, std::string> reading) { readings.push_back(std::move(reading)); });
    if (readings.empty()) continue;
    RELATA_TRY(Done(), casebook.add_readings(readings, engine, now()));
    read_again += readings.size();
    progress.show(read_again, at, reports.size());
  }
  progress.clear();
  RELATA_TRY(Done(), bring_up_to_date(casebook, knowledge));
  std::printf("read %s of %s again\n", counted(read_again, "report").c_str(),
              shown(arguments.casebook).c_str());
  return ExitCode::ok;
}

}  // namespace

ExitCode run(const AddArguments& arguments) {
  auto options = ingest_options(arguments.input);
  if (!options) return misused(options.error());
  return ended(add_all(arguments, std::move(*options)));
}

ExitCode run(const RereadArguments& arguments) { return ended(reread_all(arguments)); }

}  // namespace relata::cli
