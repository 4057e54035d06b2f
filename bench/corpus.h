// SPDX-License-Identifier: Apache-2.0
// What the benchmarks read: the reports of examples/, and everything that must be known to read them. A failure to load
// is the end: there is nothing to measure.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "relata/attribution/lexicon.h"
#include "relata/base/data_folder.h"
#include "relata/events/event_model.h"
#include "relata/ingest/reader.h"
#include "relata/found.h"
#include "relata/pipeline.h"
#include "relata/places/find_places.h"
#include "relata/quantities/quantity_lexicon.h"
#include "relata/text/text_model.h"
#include "relata/times/time_lexicon.h"

namespace relata::bench {

// Loads the source tree's tables and models each time it is made.
struct Corpus {
  Corpus();

  std::unique_ptr<Files> files = real_files();
  DataFolder folder;
  std::vector<Report> reports;
  std::vector<Found> found;  // of each report
  std::vector<Annotated> readings;
  std::size_t words = 0, sentences = 0, bytes = 0;
};
[[nodiscard]] const Corpus& corpus();

// The value, or an end with the error's words. Not inlined: g++ 12 then takes a moved-from string for one never made.
template <typename T>
[[gnu::noinline]] T need(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "relata_bench: %s\n", result.error().message.c_str());
    std::exit(1);
  }
  return std::move(result).value();
}

}  // namespace relata::bench
