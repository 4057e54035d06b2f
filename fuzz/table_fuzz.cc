// SPDX-License-Identifier: Apache-2.0
// A table of data/: an error or rows whose cells can be asked for.
#include "fuzz/fuzz_input.h"
#include "relata/base/table.h"

using namespace relata;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = Table::parse("x.tsv", std::string(view_of(data, size)), {"a", "b"});
  if (!table) return 0;
  std::size_t bytes = 0;
  for (const auto& row : table.value().rows()) {
    bytes += row.cell("a").size() + row.cell("b").size() + row.where().size();
    for (const std::string_view part : row.list("a")) bytes += part.size();
  }
  RELATA_CHECK(bytes < 100 * (size + 1));
  return 0;
}
