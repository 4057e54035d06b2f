// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/episode_bytes.h"

#include <doctest/doctest.h>

#include "relata/base/env.h"
#include "relata/incidents/episodes_of.h"
#include "tests/synthetic_reports.h"

namespace relata {
namespace {

TEST_CASE("every field of an episode comes back from its bytes") {
  const auto files = real_files();
  const auto tables = IncidentTables::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(tables);
  const SyntheticReports reports(2, 60);
  std::size_t tried = 0;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    for (Episode episode : episodes_of(reports.report(i), {}, *tables)) {
      for (Spot& spot : episode.where) spot.capital = true;
      episode.decided = {episode.key};
      const auto back = episode_of_bytes(episode.key, episode_bytes(episode));
      REQUIRE(back);
      CHECK(*back == episode);
      ++tried;
    }
  }
  CHECK(tried > 60);
}

}  // namespace
}  // namespace relata
