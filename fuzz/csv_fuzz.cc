// SPDX-License-Identifier: Apache-2.0
// A table: read whole and in pieces of three bytes it must give the same rows and errors.
#include "fuzz/ingest_tables.h"
#include "relata/ingest/record_readers.h"

using namespace relata;

namespace {

std::string read_all(std::string_view bytes, std::size_t piece) {
  const IngestOptions options = fuzz_options();
  auto input =
      InputBuffer::open(std::make_unique<PieceStream>(bytes, piece), std::nullopt, fuzz_tables());
  if (!input) return input.error().message;
  const auto reader =
      read_csv(std::move(*input), RecordSource{"x.csv", "x", fuzz_tables(), options});
  std::string all;
  // Every record or error takes at least a byte, so there is an end.
  for (std::size_t i = 0; i < bytes.size() + 3; ++i) {
    const auto item = reader->next();
    if (!item) {
      all += item.error().message + "\n";
    } else if (item.value()) {
      check_report(*item.value());
      all += item.value()->id + item.value()->text + "\n";
    } else {
      return all;
    }
  }
  RELATA_CHECK(false);
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = view_of(data, size);
  RELATA_CHECK(read_all(bytes, bytes.size() + 1) == read_all(bytes, 3));
  return 0;
}
