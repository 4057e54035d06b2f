// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "relata/ledger/erasure.h"
#include "relata/ledger/packing.h"
#include "relata/ledger/tree.h"

namespace relata {
namespace {

// One pass over the entries in order.
class Walk {
 public:
  Walk(Ledger& ledger, const VerifyOptions& options)
      : ledger_(ledger), database_(ledger.database()), options_(options) {}
  Result<Verification> run();

 private:
  void misfit(std::optional<std::uint64_t> entry, std::string why);
  Result<Done> prepare();
  void learn_known_note();
  void check_entries();
  void check_row(const Statement& row);
  void check_payload(Entry& entry);
  void check_checkpoint(const Entry& entry, std::string_view note);
  void check_erasure(const Entry& entry, std::string_view payload);
  void add_leaf(const Entry& entry);
  void check_tile(const Tile& tile);
  std::string stored_tile(int level, std::uint64_t place);
  void check_known_root();
  void check_erasures();
  Result<Done> check_whole();

  Ledger& ledger_;
  Database& database_;
  const VerifyOptions& options_;
  Verification found_;
  std::vector<PublicKey> keys_;  // that may sign
  std::optional<Checkpoint> known_;
  std::optional<Statement> payload_, tile_;
  TreeEdge edge_;
  std::vector<Tile> full_;
  std::string leaves_;          // the stored tile that the next leaf is in
  std::uint64_t expected_ = 0;  // the number of the next entry
  std::uint64_t signed_ = 0;    // entries up to and with the last checkpoint
  std::uint64_t tiles_ = 0;
  std::set<std::uint64_t> missing_;                  // entries without a payload
  std::map<std::uint64_t, std::uint64_t> erasures_;  // what was erased: by which entry
  std::set<std::uint64_t> unread_;                   // erasures of which that cannot be said
};

void Walk::misfit(std::optional<std::uint64_t> entry, std::string why) {
  found_.misfits.push_back(Misfit{entry, std::move(why)});
}

Result<Done> Walk::prepare() {
  RELATA_TRY(payload_,
             database_.prepare("SELECT salt, subject, stored FROM payload WHERE number = ?1"));
  RELATA_TRY(tile_, database_.prepare("SELECT hashes FROM tile WHERE level = ?1 AND place = ?2"));
  RELATA_TRY(Statement select,
             database_.prepare("SELECT public_key FROM signer ORDER BY public_key"));
  for (;;) {
    RELATA_TRY(const bool row, select.step());
    if (!row) break;
    if (const auto key = digest_of(select.blob(0))) keys_.push_back(*key);
  }
  if (!options_.expected_keys.empty()) keys_ = options_.expected_keys;
  learn_known_note();
  return Done{};
}

void Walk::learn_known_note() {
  if (options_.known_note.empty()) return;
  auto known = checkpoint_of(options_.known_note);
  if (!known) return misfit({}, "the checkpoint kept elsewhere " + known.error().message);
  if (known->origin != ledger_.origin())
    return misfit({}, "the checkpoint kept elsewhere is of another casebook");
  if (!signer_of(options_.known_note, known->origin, keys_))
    return misfit({}, "the checkpoint kept elsewhere is not signed by a key that may sign");
  known_ = std::move(*known);
  check_known_root();
}

void Walk::check_known_root() {
  if (known_ && known_->size == edge_.size() && known_->root != edge_.root())
    misfit({}, "the first " + std::to_string(known_->size) +
                   " entries are not those of the checkpoint kept elsewhere");
}

void Walk::check_entries() {
  auto select =
      database_.prepare("SELECT number, kind, time, commitment FROM entry ORDER BY number");
  for (;;) {
    const auto row = select ? select->step() : Result<bool>(select.error());
    if (!row) return misfit(expected_, "cannot be read: " + row.error().message);
    if (!*row) return;
    check_row(*select);
  }
}

void Walk::check_row(const Statement& row) {
  Entry entry;
  entry.number = static_cast<std::uint64_t>(row.integer(0));
  if (entry.number != expected_) misfit(expected_, "is missing");
  expected_ = entry.number + 1;
  ++found_.entries;
  const auto kind = entry_kind_of(row.integer(1));
  const auto commitment = digest_of(row.blob(3));
  if (!kind) misfit(entry.number, "its kind is not known");
  if (!commitment) misfit(entry.number, "its commitment is no SHA-256");
  if (kind) ++found_.of_kind[static_cast<std::size_t>(*kind)];
  // What is not known stands in the leaf as it is stored: its misfit with the tree is found as well.
  entry.kind = static_cast<EntryKind>(row.integer(1));
  entry.time = EntryTime(std::chrono::seconds(row.integer(2)));
  entry.commitment = commitment.value_or(Digest{});
  const std::size_t erasures = erasures_.size();
  check_payload(entry);
  if (entry.kind == EntryKind::erasure && erasures_.size() == erasures)
    unread_.insert(entry.number);
  add_leaf(entry);
  if (kind == EntryKind::checkpoint) signed_ = expected_;
}

void Walk::check_payload(Entry& entry) {
  payload_->reset();
  payload_->bind_integer(1, static_cast<std::int64_t>(entry.number));
  const auto row = payload_->step();
  if (!row) return misfit(entry.number, "its payload cannot be read: " + row.error().message);
  if (!*row) {
    missing_.insert(entry.number);
    ++found_.erased;
    return;
  }
  ++found_.payloads;
  const auto salt = digest_of(payload_->blob(0));
  const std::string_view subject = payload_->blob(1), stored = payload_->blob(2);
  const bool about = !payload_->is_null(1);
  entry.subject.reset();
  if (about && subject.size() == sizeof(EntrySubject))
    std::copy(subject.begin(), subject.end(), entry.subject.emplace().begin());
  if (!salt || about != entry.subject.has_value() ||
      commitment_of(*salt, entry.subject, stored) != entry.commitment)
    return misfit(entry.number, "its payload is not what was committed to");
  const auto payload = unpack(stored, kLargestPayload);
  if (!payload) return misfit(entry.number, payload.error().message);
  if (entry.kind != EntryKind::checkpoint && entry.kind != EntryKind::erasure) return;
  if (stored.front() != 0)
    return misfit(entry.number, "its payload is packed, as none of its kind is");
  entry.kind == EntryKind::checkpoint ? check_checkpoint(entry, *payload)
                                      : check_erasure(entry, *payload);
}

void Walk::check_checkpoint(const Entry& entry, std::string_view note) {
  const auto checkpoint = checkpoint_of(note);
  if (!checkpoint) return misfit(entry.number, "its note " + checkpoint.error().message);
  if (checkpoint->origin != ledger_.origin())
    return misfit(entry.number, "its note is of another casebook");
  const auto signer = signer_of(note, ledger_.origin(), keys_);
  if (!signer) return misfit(entry.number, "its note is not signed by a key that may sign");
  ++found_.signatures;
  if (std::find(found_.signers.begin(), found_.signers.end(), *signer) == found_.signers.end())
    found_.signers.push_back(*signer);
  if (checkpoint->size != entry.number)
    return misfit(entry.number, "its note is not of the entries before it");
  if (checkpoint->root != edge_.root())
    misfit(entry.number, "its root is not that of the entries before it");
}

void Walk::check_erasure(const Entry& entry, std::string_view payload) {
  const auto words = erasure_words_of(payload);
  if (!words || words->erased >= entry.number)
    return misfit(entry.number, "it does not say what it erased");
  if (!erasures_.emplace(words->erased, entry.number).second)
    misfit(entry.number, "it erases what was erased before");
}

void Walk::add_leaf(const Entry& entry) {
  const Digest leaf = leaf_hash(leaf_of(entry));
  const std::size_t at = edge_.size() % kTileWidth;
  if (at == 0) leaves_ = stored_tile(0, edge_.size() / kTileWidth);
  const std::size_t byte = at * sizeof(Digest);
  if (byte >= leaves_.size() || leaves_.substr(byte, sizeof(Digest)) != view_of_bytes(leaf))
    misfit(entry.number, "the tree holds another leaf for it");
  edge_.add(leaf, full_);
  for (const Tile& tile : full_) check_tile(tile);
  full_.clear();
  check_known_root();
}

std::string Walk::stored_tile(int level, std::uint64_t place) {
  tile_->reset();
  tile_->bind_integer(1, level).bind_integer(2, static_cast<std::int64_t>(place));
  const auto row = tile_->step();
  return row && *row ? std::string(tile_->blob(0)) : std::string();
}

void Walk::check_tile(const Tile& tile) {
  ++tiles_;
  std::string hashes;
  for (const Digest& hash : tile.hashes) hashes += view_of_bytes(hash);
  // A leaf that differs has been named.
  const std::string stored = tile.level == 0 ? leaves_ : stored_tile(tile.level, tile.place);
  if (tile.level == 0 ? stored.size() > hashes.size() : stored != hashes)
    misfit({}, "tile " + std::to_string(tile.level) + "/" + std::to_string(tile.place) +
                   " of the tree is not what the entries make");
}

void Walk::check_erasures() {
  std::map<std::uint64_t, std::uint64_t> listed;
  auto select = database_.prepare("SELECT erased, entry FROM erasure");
  while (select) {
    const auto row = select->step();
    if (!row || !*row) break;
    listed.emplace(select->integer(0), select->integer(1));
  }
  // What an erasure said that cannot be read is taken from the list: it is the erasure that does not fit.
  for (const auto& [number, by] : listed)
    if (unread_.contains(by)) erasures_.emplace(number, by);
  for (const std::uint64_t number : missing_)
    if (!erasures_.contains(number))
      misfit(number, "its payload is missing, and no erasure says why");
  for (const auto& [number, by] : erasures_)
    if (!missing_.contains(number))
      misfit(number, "its payload is there, though entry " + std::to_string(by) + " erased it");
  if (listed != erasures_) misfit({}, "the list of erasures is not what the entries say");
}

Result<Done> Walk::check_whole() {
  if (known_ && known_->size > found_.entries)
    misfit({}, "has " + std::to_string(found_.entries) +
                   " entries; the checkpoint kept elsewhere is of " + std::to_string(known_->size));
  if (signed_ < found_.entries)
    misfit(signed_, "comes after the last checkpoint, so nobody signed it");
  for (const Tile& tile : edge_.partial()) check_tile(tile);
  RELATA_TRY(const auto tiles, database_.integer("SELECT count(*) FROM tile"));
  if (tiles.value_or(0) != static_cast<std::int64_t>(tiles_))
    misfit({}, "the tree has other tiles than the entries make");
  RELATA_TRY(const auto payloads, database_.integer("SELECT count(*) FROM payload"));
  if (payloads.value_or(0) != static_cast<std::int64_t>(found_.payloads))
    misfit({}, "there are payloads of no entry");
  RELATA_TRY(Statement check, database_.prepare("PRAGMA integrity_check(10)"));
  for (;;) {
    RELATA_TRY(const bool row, check.step());
    if (!row) return Done{};
    if (check.text(0) != "ok") misfit({}, "the file is damaged: " + std::string(check.text(0)));
  }
}

Result<Verification> Walk::run() {
  RELATA_TRY(Done(), prepare());
  check_entries();
  payload_->reset();
  tile_->reset();
  check_erasures();
  const auto whole = check_whole();
  if (!whole) misfit({}, "the file is damaged: " + whole.error().message);
  found_.root = edge_.root();
  std::stable_sort(
      found_.misfits.begin(), found_.misfits.end(), [](const Misfit& a, const Misfit& b) {
        return a.entry.value_or(~std::uint64_t{0}) < b.entry.value_or(~std::uint64_t{0});
      });
  if (found_.misfits.size() > kMostMisfits) found_.misfits.resize(kMostMisfits);
  return std::move(found_);
}

}  // namespace

Result<Verification> verify(Ledger& ledger, const VerifyOptions& options) {
  // All of it as it is at one moment, whoever writes meanwhile.
  RELATA_TRY(Done(), ledger.database().execute("SAVEPOINT verify"));
  auto verification = Walk(ledger, options).run();
  (void)ledger.database().execute("RELEASE verify");
  return verification;
}

std::string text_of(const Misfit& misfit) {
  const std::string where =
      misfit.entry ? "entry " + std::to_string(*misfit.entry) : std::string("the casebook");
  return where + ": " + misfit.why;
}

std::string summary_of(const Verification& found) {
  std::string text = std::to_string(found.entries) + " entries (";
  for (const EntryKind kind : {EntryKind::report, EntryKind::reading, EntryKind::decision,
                               EntryKind::checkpoint, EntryKind::erasure})
    text += std::to_string(found.of_kind[static_cast<std::size_t>(kind)]) + " " +
            std::string(name_of(kind)) + (kind == EntryKind::erasure ? "), " : ", ");
  return text + std::to_string(found.payloads) + " payloads, " + std::to_string(found.erased) +
         " erased, " + std::to_string(found.signatures) + " signatures, root " +
         base64(view_of_bytes(found.root));
}

}  // namespace relata
