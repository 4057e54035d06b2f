// SPDX-License-Identifier: Apache-2.0
#include "bench/corpus.h"

namespace relata::bench {

Corpus::Corpus() : folder{files.get(), RELATA_SOURCE_DIR} {
  const Models models = need(load_models(folder));
  const IngestTables tables = need(load_ingest_tables(folder));
  const auto reader =
      open_reports(*files, tables, {std::string(RELATA_SOURCE_DIR) + "/examples"}, {});
  while (true) {
    std::optional<Report> report = need(reader->next());
    if (!report) break;
    if (report->id != "README") reports.push_back(std::move(*report));
  }
  for (const Report& report : reports) {  // none is moved any more: documents refer to their texts
    found.push_back(find(report, models));
    readings.push_back(read(report, models));
    words += found.back().document.tokens.size();
    sentences += found.back().document.sentences.size();
    bytes += report.text.size();
  }
}

const Corpus& corpus() {
  static const Corpus kCorpus;
  return kCorpus;
}

}  // namespace relata::bench
