// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/batch.h"

#include <sqlite3.h>

#include <bit>

#include "relata/ledger/erasure.h"

namespace relata {
namespace {

Error unfit(const Ledger& ledger, const Database& database) {
  return Error{"does not fit its last checkpoint (" + ledger.origin() +
               "), so nothing is added; relata verify says what is wrong"}
      .with(database.path());
}

}  // namespace

Result<Batch> Batch::begin(Ledger& ledger) {
  Database& database = ledger.database();
  if (ledger.options().key == nullptr)
    return Error{"there is no signing key to sign with"}.with(database.path());
  auto transaction = Transaction::begin(database);
  if (!transaction) {
    if ((sqlite3_errcode(database.handle()) & 0xFF) == SQLITE_BUSY)
      return Error{"another program is writing to it; waited " +
                   std::to_string(ledger.options().patience.count()) + " ms"}
          .with(database.path());
    return transaction.error();
  }
  Batch batch(ledger, std::move(*transaction));
  RELATA_TRY(Done(), batch.load_edge());
  return batch;
}

// The tree as it was left, and that it is the one that was signed last: nothing is signed on top of what does not fit.
Result<Done> Batch::load_edge() {
  Database& database = ledger_->database();
  RELATA_TRY(const std::uint64_t size, ledger_->size());
  if (size == 0) return Done{};
  const Subtrees subtrees = ledger_->subtrees();
  std::vector<Digest> whole;
  std::uint64_t begin = 0;
  for (std::uint64_t rest = size; rest != 0;) {
    const std::uint64_t part = std::bit_floor(rest);
    const int level = std::countr_zero(part);
    RELATA_TRY(const Digest hash, subtrees(level, begin >> level));
    whole.push_back(hash);
    begin += part;
    rest -= part;
  }
  std::vector<std::vector<Digest>> partial;
  for (int level = 0; size >> (kTileHeight * level) != 0; ++level) {
    const std::uint64_t hashes = size >> (kTileHeight * level);
    std::vector<Digest>& tile = partial.emplace_back();
    for (std::uint64_t place = hashes / kTileWidth * kTileWidth; place < hashes; ++place) {
      RELATA_TRY(const Digest hash, subtrees(kTileHeight * level, place));
      tile.push_back(hash);
    }
  }
  edge_ = TreeEdge(size, std::move(partial), std::move(whole));
  RELATA_TRY(const auto last, ledger_->entry(size - 1));
  RELATA_TRY(const auto note, ledger_->payload(size - 1));
  if (!last || last->kind != EntryKind::checkpoint || !note) return unfit(*ledger_, database);
  const auto checkpoint = checkpoint_of(*note);
  RELATA_TRY(const Digest leaf, subtrees(0, size - 1));
  RELATA_TRY(const Digest root, root_at(subtrees, size - 1));
  if (!checkpoint || *checkpoint != Checkpoint{ledger_->origin(), size - 1, root} ||
      leaf != leaf_hash(leaf_of(*last)))
    return unfit(*ledger_, database);
  return Done{};
}

Result<std::uint64_t> Batch::append(EntryKind kind, EntryTime time,
                                    const std::optional<EntrySubject>& subject,
                                    std::string_view payload) {
  RELATA_CHECK(kind != EntryKind::checkpoint && kind != EntryKind::erasure);
  return append_any(kind, time, subject, payload);
}

Result<std::uint64_t> Batch::append_any(EntryKind kind, EntryTime time,
                                        const std::optional<EntrySubject>& subject,
                                        std::string_view payload) {
  Database& database = ledger_->database();
  if (payload.size() > kLargestPayload)
    return Error{"a payload of " + std::to_string(payload.size()) + " bytes; at most " +
                 std::to_string(kLargestPayload)}
        .with(database.path());
  if (!insert_entry_) {
    RELATA_TRY(insert_entry_, database.prepare("INSERT INTO entry VALUES (?1, ?2, ?3, ?4)"));
    RELATA_TRY(insert_payload_, database.prepare("INSERT INTO payload VALUES (?1, ?2, ?3, ?4)"));
  }
  Salt salt;
  ledger_->options().random(salt);
  const bool plain = kind == EntryKind::checkpoint || kind == EntryKind::erasure;
  const std::string stored = plain ? pack_plain(payload) : packer_.pack(payload);
  Entry entry;
  entry.number = edge_.size();
  entry.kind = kind;
  entry.time = time;
  entry.commitment = commitment_of(salt, subject, stored);
  const auto number = static_cast<std::int64_t>(entry.number);
  insert_entry_->bind_integer(1, number).bind_integer(2, static_cast<std::int64_t>(kind));
  insert_entry_->bind_integer(3, time.time_since_epoch().count());
  insert_entry_->bind_blob(4, view_of_bytes(entry.commitment));
  RELATA_TRY(Done(), insert_entry_->run());
  insert_payload_->bind_integer(1, number).bind_blob(2, view_of_bytes(salt));
  subject ? insert_payload_->bind_blob(3, view_of_bytes(*subject)) : insert_payload_->bind_null(3);
  insert_payload_->bind_blob(4, stored);
  RELATA_TRY(Done(), insert_payload_->run());
  edge_.add(leaf_hash(leaf_of(entry)), full_);
  appended_ = true;
  return entry.number;
}

Result<std::uint64_t> Batch::erase(std::uint64_t number, std::string_view who, std::string_view why,
                                   EntryTime time) {
  Database& database = ledger_->database();
  const std::string name = "entry " + std::to_string(number);
  RELATA_TRY(const auto entry, ledger_->entry(number));
  if (!entry) return Error{"there is no " + name}.with(database.path());
  if (entry->kind == EntryKind::checkpoint || entry->kind == EntryKind::erasure)
    return Error{name + " is of a kind that is never erased: " + std::string(name_of(entry->kind))}
        .with(database.path());
  if (entry->erased) return Error{name + " was erased before"}.with(database.path());
  if (!is_one_line(who) || !is_one_line(why))
    return Error{"an erasure says by whom and why, in one line each"}.with(database.path());
  const ErasureWords words{number, std::string(who), std::string(why)};
  RELATA_TRY(const std::uint64_t by,
             append_any(EntryKind::erasure, time, std::nullopt, text_of(words)));
  const auto erased = std::to_string(number);
  RELATA_TRY(Done(), database.execute("INSERT INTO erasure VALUES (" + erased + ", " +
                                      std::to_string(by) + ");DELETE FROM payload WHERE number = " +
                                      erased + ";UPDATE casebook SET scrub = 1"));
  return by;
}

Result<Done> Batch::store_tiles(const std::vector<Tile>& tiles) {
  RELATA_TRY(Statement insert,
             ledger_->database().prepare("INSERT OR REPLACE INTO tile VALUES (?1, ?2, ?3)"));
  for (const Tile& tile : tiles) {
    std::string hashes;
    for (const Digest& hash : tile.hashes) hashes += view_of_bytes(hash);
    insert.bind_integer(1, tile.level).bind_integer(2, static_cast<std::int64_t>(tile.place));
    insert.bind_blob(3, hashes);
    RELATA_TRY(Done(), insert.run());
  }
  return Done{};
}

Result<Done> Batch::store_signer() {
  RELATA_TRY(Statement insert,
             ledger_->database().prepare("INSERT OR IGNORE INTO signer VALUES (?1)"));
  insert.bind_blob(1, view_of_bytes(ledger_->options().key->public_key()));
  return insert.run();
}

Result<Done> Batch::commit(EntryTime time) {
  if (!appended_) return transaction_.commit();
  const Checkpoint checkpoint{ledger_->origin(), edge_.size(), edge_.root()};
  const std::string note = signed_note(checkpoint, *ledger_->options().key);
  RELATA_TRY(const std::uint64_t number,
             append_any(EntryKind::checkpoint, time, std::nullopt, note));
  RELATA_CHECK(number == checkpoint.size);
  RELATA_TRY(Done(), store_signer());
  RELATA_TRY(Done(), store_tiles(full_));
  RELATA_TRY(Done(), store_tiles(edge_.partial()));
  return transaction_.commit();
}

}  // namespace relata
