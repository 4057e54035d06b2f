// SPDX-License-Identifier: Apache-2.0
// relata-train events: models/events.bin from claims read by people (a folder of NAME.txt and NAME.json), our own example
// sentences (data/event_examples.tsv) and, as texts in which nothing of the kind happens, the reviews, answers and letters of
// the English Web Treebank.
#include <algorithm>
#include <cstdio>
#include <deque>
#include <set>

#include "cli/train/command.h"
#include "relata/base/utf8.h"
#include "relata/ingest/reader.h"
#include "relata/learn/claim_record.h"
#include "relata/learn/event_trainer.h"
#include "relata/text/analyse.h"

namespace relata {
namespace {

constexpr std::uint32_t kFolds = 10;

// Everything read, kept where it is: documents look into the texts.
struct Corpus {
  std::deque<std::string> texts;
  std::deque<Document> documents;
  std::vector<EventReport> reports;
  std::vector<std::string> names;  // of each report, "" if it is not tested

  EventReport& add(std::string text, const Apart& apart, const TextModel& model, std::string name) {
    texts.push_back(std::move(text));
    documents.push_back(analyse(texts.back(), apart, model));
    names.push_back(std::move(name));
    return reports.emplace_back(EventReport{&documents.back(), {}, kAlways, 1});
  }
};

// Reports that are near copies of each other, so that no model is tested on what it has learnt by heart.
const std::vector<std::pair<std::string, std::string>> kCopies = {
    {"train072", "train026"}, {"train158", "train048"}, {"train172", "train121"},
    {"train031", "train028"}, {"train179", "train061"}, {"train174", "train103"}};

std::uint32_t fold_of(std::string name) {
  for (const auto& [copy, original] : kCopies) {
    if (name == copy) name = original;
  }
  return static_cast<std::uint32_t>(hash_text(name) % kFolds);
}

std::string stem(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

Result<Done> add_gold(const Files& files, const DataFolder& folder, const std::string& gold,
                      const TextModel& model, Corpus& corpus) {
  RELATA_TRY(const auto entries, files.list(gold));
  RELATA_TRY(const IngestTables tables, load_ingest_tables(folder));
  for (const FileEntry& entry : entries) {
    if (!entry.path.ends_with(".txt")) continue;
    const std::string json = entry.path.substr(0, entry.path.size() - 4) + ".json";
    RELATA_TRY(const std::string bytes, files.read(json, kLargestInput));
    const auto record = parse_report_record(bytes);
    if (!record) return record.error().with(json);
    const auto reader = open_reports(files, tables, {entry.path}, IngestOptions{});
    RELATA_TRY(auto report, reader->next());
    if (!report) return Error{entry.path + ": holds no report"};
    const Apart apart{.title = report->title, .dateline = report->dateline.date_span};
    EventReport& added = corpus.add(std::move(report->text), apart, model, stem(entry.path));
    added.fold = fold_of(stem(entry.path));
    const CodePoints points(corpus.texts.back());
    for (const ClaimRecord& claim : record->claims) {
      added.events.push_back(
          {claim.type, points.inside(claim.trigger), points.inside(claim.evidence)});
    }
  }
  return Done{};
}

Result<Done> add_examples(const DataFolder& folder, const TextModel& model, std::uint32_t weight,
                          Corpus& corpus) {
  RELATA_TRY(const Table table, folder.table("event_examples.tsv", {"sentence", "events"}));
  for (const auto& row : table.rows()) {
    EventReport& added = corpus.add(std::string(row.cell("sentence")), {}, model, "");
    added.weight = weight;
    const std::string& text = corpus.texts.back();
    for (const auto event : row.list("events", ';')) {
      const std::size_t equals = event.find('=');
      const auto type = event_type_of(event.substr(0, equals));
      if (!type || equals == std::string_view::npos)
        return Error{row.where() + ": no event type in " + std::string(event)};
      std::string_view trigger = event.substr(equals + 1);
      trigger = trigger.substr(0, trigger.find('='));
      const std::size_t at = text.find(trigger);
      if (at == std::string::npos)
        return Error{row.where() + ": not in the sentence: " + std::string(trigger)};
      const Span span{static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(at + trigger.size())};
      added.events.push_back({*type, span, Span{0, static_cast<std::uint32_t>(text.size())}});
    }
  }
  return Done{};
}

// The texts of a treebank whose sentences' ids begin with one of these: a review, an answer, a letter.
bool is_peaceful(std::string_view id) {
  return id.starts_with("reviews-") || id.starts_with("answers-") || id.starts_with("email-");
}

Result<Done> add_peaceful(const Files& files, const std::string& path, const TextModel& model,
                          Corpus& corpus) {
  RELATA_TRY(const std::string bytes, files.read(path, kLargestInput));
  std::string id, text, document;
  const auto finish = [&] {
    if (!text.empty()) corpus.add(std::move(text), {}, model, "");
    text.clear();
  };
  std::string_view rest(bytes);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.starts_with("# sent_id = ")) {
      id = line.substr(12);
      const std::string of = id.substr(0, id.rfind('-'));
      if (of != document) finish();
      document = of;
    } else if (line.starts_with("# text = ") && is_peaceful(id)) {
      if (!text.empty()) text += ' ';
      text += line.substr(9);
    }
  }
  finish();
  return Done{};
}

Result<Done> write_readings(const Corpus& corpus, const std::vector<std::vector<Event>>& found,
                            const std::string& path) {
  std::string out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (corpus.names[i].empty()) continue;
    const CodePoints points(corpus.texts[i]);
    const auto span = [&](Span bytes) {
      const Span outside = points.outside(bytes);
      return "[" + std::to_string(outside.begin) + "," + std::to_string(outside.end) + "]";
    };
    out += "{\"doc\":\"" + corpus.names[i] + "\",\"voices\":[],\"relations\":[],\"claims\":[";
    std::uint32_t id = 0;
    for (const Event& event : found[i]) {
      if (id++ > 0) out += ',';
      out += "{\"id\":" + std::to_string(id) + ",\"type\":\"" + std::string(name_of(event.type)) +
             "\",\"trigger\":" + span(event.trigger) + ",\"evidence\":" + span(event.evidence) +
             ",\"status\":\"" + std::string(name_of(event.status)) +
             "\",\"confidence\":" + std::to_string(event.confidence);
      for (const auto* list : {&event.by, &event.to}) {
        out += list == &event.by ? ",\"by\":[" : ",\"to\":[";
        for (std::size_t p = 0; p < list->size(); ++p) {
          out += (p ? ",{\"span\":" : "{\"span\":") + span((*list)[p].span) + ",\"name\":\"\"}";
        }
        out += "]";
      }
      out += "}";
    }
    out += "]}\n";
  }
  return write_file(path, out);
}

}  // namespace

Result<Done> train_events(const Files& files, const std::vector<std::string_view>& arguments) {
  RELATA_TRY(const TrainOptions options,
             TrainOptions::parse(arguments, {"--gold", "--root", "--peace", "--out", "--cross-validate",
                                        "--epochs", "--threshold", "--rate", "--second-epochs",
                                        "--second-rate", "--weight"}));
  const DataFolder folder{&files, options.one("--root", ".")};
  RELATA_TRY(const TextModel text_model, TextModel::load(folder));
  Corpus corpus;
  for (const auto& gold : options.all("--gold")) {
    if (auto added = add_gold(files, folder, gold, text_model, corpus); !added)
      return added.error();
  }
  if (auto added = add_examples(folder, text_model,
                                static_cast<std::uint32_t>(options.number("--weight", 1)), corpus);
      !added)
    return added.error();
  for (const auto& peace : options.all("--peace")) {
    if (auto added = add_peaceful(files, peace, text_model, corpus); !added) return added.error();
  }
  EventTraining training;
  training.first.epochs = options.number("--epochs", training.first.epochs);
  training.first.rate = static_cast<float>(options.number("--rate", 15)) * 1e-3F;
  training.second.rate = static_cast<float>(options.number("--second-rate", 20)) * 1e-3F;
  training.second.epochs = options.number("--second-epochs", training.second.epochs);
  training.threshold = static_cast<float>(options.number("--threshold", 250)) * 1e-3F;
  if (const auto path = options.one("--cross-validate", ""); !path.empty()) {
    RELATA_TRY(const auto found, cross_validate_events(corpus.reports, folder, training));
    if (auto written = write_readings(corpus, found, path); !written) return written.error();
  }
  if (const auto path = options.one("--out", ""); !path.empty()) {
    RELATA_TRY(const auto knowledge, EventKnowledge::load(folder));
    return write_file(path, train_events(corpus.reports, knowledge, training));
  }
  return Done{};
}

}  // namespace relata
