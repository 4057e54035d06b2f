// SPDX-License-Identifier: Apache-2.0
// Batch: entries that are appended together. All of them are there after commit(), under a signed checkpoint, or none of them; the
// views may be written in the same transaction through Ledger::database(). While a batch is open no other program can write,
// and its ledger must not be moved. Leaving a batch without commit() drops it.
//
//   RELATA_TRY(Batch batch, Batch::begin(ledger));
//   RELATA_TRY(const std::uint64_t number, batch.append(EntryKind::report, now, report_id.bytes, payload));
//   RELATA_TRY(Done(), batch.commit(now));
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "relata/ledger/ledger.h"
#include "relata/ledger/packing.h"
#include "relata/ledger/tree.h"

namespace relata {

class Batch {
 public:
  // Errors: another program writes for longer than the ledger's patience, there is no key, or the ledger is open for reading.
  static Result<Batch> begin(Ledger& ledger);

  // The entry's number. `kind`: a report, a reading or a decision. Error: the payload is larger than kLargestPayload.
  Result<std::uint64_t> append(EntryKind kind, EntryTime time,
                               const std::optional<EntrySubject>& subject,
                               std::string_view payload);
  // Takes the payload, its salt and its subject away, and appends an erasure that says who did it and why. The number of the
  // erasure. Errors: no such entry, a checkpoint or an erasure, erased already, `who` or `why` empty or of several lines.
  Result<std::uint64_t> erase(std::uint64_t number, std::string_view who, std::string_view why,
                              EntryTime time);
  // Appends the checkpoint and makes everything last. A batch without entries appends nothing. After an erasure, call
  // Ledger::scrub().
  Result<Done> commit(EntryTime time);

 private:
  Batch(Ledger& ledger, Transaction transaction)
      : ledger_(&ledger), transaction_(std::move(transaction)) {}
  Result<Done> load_edge();
  Result<std::uint64_t> append_any(EntryKind kind, EntryTime time,
                                   const std::optional<EntrySubject>& subject,
                                   std::string_view payload);
  Result<Done> store_tiles(const std::vector<Tile>& tiles);
  Result<Done> store_signer();

  Ledger* ledger_;
  Transaction transaction_;
  Packer packer_;
  TreeEdge edge_;
  std::vector<Tile> full_;
  std::optional<Statement> insert_entry_, insert_payload_;
  bool appended_ = false;
};

}  // namespace relata
