// SPDX-License-Identifier: Apache-2.0
// relata-train slots: models/slots.bin from claims read by people, a folder of NAME.txt and NAME.json. The other models
// must be there: the trainer looks at what they find.
#include <cstdio>
#include <deque>

#include "cli/train/command.h"
#include "relata/ingest/reader.h"
#include "relata/learn/claim_record.h"
#include "relata/learn/slot_trainer.h"
#include "relata/found.h"
#include "relata/pipeline.h"

namespace relata {

namespace {

// Everything read, kept where it is: documents look into the reports' texts.
struct Sample {
  Report report;
  ReportRecord gold;
  Found found;
};

Result<Done> add_gold(const Files& files, const IngestTables& tables, const Models& finders,
                      const std::string& folder, std::deque<Sample>& samples) {
  RELATA_TRY(const auto entries, files.list(folder));
  for (const FileEntry& entry : entries) {
    if (!entry.path.ends_with(".txt")) continue;
    const std::string json = entry.path.substr(0, entry.path.size() - 4) + ".json";
    RELATA_TRY(const std::string bytes, files.read(json, kLargestInput));
    auto gold = parse_report_record(bytes);
    if (!gold) return gold.error().with(json);
    IngestOptions how;
    how.published = gold->published;
    how.publisher = gold->publisher;
    const auto reader = open_reports(files, tables, {entry.path}, how);
    RELATA_TRY(auto report, reader->next());
    if (!report) return Error{entry.path + ": holds no report"};
    Sample& sample = samples.emplace_back();
    sample.report = std::move(*report);
    sample.gold = std::move(*gold);
    sample.found = find(sample.report, finders);
  }
  return Done{};
}

}  // namespace

Result<Done> train_slots(const Files& files, const std::vector<std::string_view>& arguments) {
  RELATA_TRY(const TrainOptions options, TrainOptions::parse(arguments, {"--gold", "--root", "--out"}));
  const DataFolder folder{&files, options.one("--root", ".")};
  RELATA_TRY(const Models finders, load_finders(folder));
  RELATA_TRY(const IngestTables tables, load_ingest_tables(folder));
  std::deque<Sample> samples;
  for (const auto& gold : options.all("--gold")) {
    if (auto added = add_gold(files, tables, finders, gold, samples); !added) return added.error();
  }
  std::vector<SlotReport> reports;
  for (const Sample& sample : samples) {
    reports.push_back(
        {&sample.report, &sample.found.document, &sample.found.findings, &sample.gold});
  }
  const SlotTraining training = train_slot_model(reports);
  std::fprintf(stderr, "%zu reports; choices of places %zu, times %zu, counts %zu\n",
               reports.size(), training.places, training.times, training.counts);
  return write_file(options.one("--out", "models/slots.bin"), training.model);
}

}  // namespace relata
