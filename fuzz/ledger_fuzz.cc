// SPDX-License-Identifier: Apache-2.0
// A casebook, as anybody may send it: an error, or a ledger that can be read, verified and, where it verifies, appended to.
#include <sqlite3.h>

#include <cstring>

#include "fuzz/fuzz_input.h"
#include "relata/ledger/batch.h"
#include "relata/ledger/verify.h"

using namespace relata;

namespace {

LedgerOptions options() {
  LedgerOptions options;
  options.random = [](std::span<std::uint8_t> bytes) { std::fill(bytes.begin(), bytes.end(), 7); };
  options.key = SigningKey::of_seed({});
  return options;
}

// The file's bytes as a database in memory.
Result<Ledger> opened(std::string_view bytes) {
  auto database = Database::open(":memory:", Database::Mode::create);
  RELATA_CHECK(database);
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size() + 1));
  RELATA_CHECK(copy != nullptr);
  std::memcpy(copy, bytes.data(), bytes.size());
  // A log beside the file cannot be in memory: such a file is read as if it were closed.
  if (bytes.size() > 19) copy[18] = copy[19] = 1;
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  RELATA_CHECK(sqlite3_deserialize(
                   database->handle(), "main", copy, size, size,
                   SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) == SQLITE_OK);
  return Ledger::on(std::move(*database), Ledger::Mode::read, options());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto ledger = opened(view_of(data, size));
  if (!ledger) return 0;
  const auto found = verify(*ledger);
  const auto entries = ledger->size();
  for (std::uint64_t number = 0; number < 20; ++number) {
    static_cast<void>(ledger->payload(number));
    static_cast<void>(ledger->erasure_of(number));
    static_cast<void>(ledger->proof_of(number));
    const auto entry = ledger->entry(number);
    if (entry && *entry && (*entry)->subject)
      static_cast<void>(ledger->about(*(*entry)->subject, (*entry)->kind));
  }
  auto batch = Batch::begin(*ledger);
  if (!batch) {
    RELATA_CHECK(!found || !found->holds() || !entries);
    return 0;
  }
  const auto added = batch->append(EntryKind::report, EntryTime(), std::nullopt, "words");
  const bool done = added && batch->commit(EntryTime());
  if (found && found->holds()) RELATA_CHECK(done && verify(*ledger)->holds());
  return 0;
}
