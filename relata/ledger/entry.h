// SPDX-License-Identifier: Apache-2.0
// Entry: one appended record of a casebook, and the bytes that stand for it in the tree. What a payload says is not known
// here: it is bytes. The leaf holds a salted commitment to the payload and not the payload, so that it can be erased:
//
//   commitment := SHA-256(salt u8:size-of-subject subject stored-payload)         docs/formats/casebook.md
//   leaf       := "relata entry 1\n" u64:number u8:kind i64:time commitment       numbers are big-endian
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/ledger/digest.h"

namespace relata {

enum class EntryKind : std::uint8_t {
  report = 1,
  reading = 2,
  decision = 3,
  checkpoint = 4,  // a signed root over all entries before it
  erasure = 5      // says whose payload was erased, by whom and why
};
[[nodiscard]] std::string_view name_of(EntryKind kind);
[[nodiscard]] std::optional<EntryKind> entry_kind_of(std::int64_t number);

// What an entry is about: the id of a report (ReportId::bytes).
using EntrySubject = std::array<std::uint8_t, 16>;
using EntryTime = std::chrono::sys_seconds;
using Salt = std::array<std::uint8_t, 32>;

struct Entry {
  std::uint64_t number = 0;  // 0, 1, …
  EntryKind kind = EntryKind::report;
  EntryTime time;
  Digest commitment{};
  std::optional<EntrySubject> subject;  // nothing as well once it is erased
  bool erased = false;
};

[[nodiscard]] Digest commitment_of(const Salt& salt, const std::optional<EntrySubject>& subject,
                                   std::string_view stored);
[[nodiscard]] std::string leaf_of(const Entry& entry);

}  // namespace relata
