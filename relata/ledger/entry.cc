// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/entry.h"

namespace relata {
namespace {

void append_number(std::string& out, std::uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xFF);
}

}  // namespace

std::string_view name_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::report:
      return "report";
    case EntryKind::reading:
      return "reading";
    case EntryKind::decision:
      return "decision";
    case EntryKind::checkpoint:
      return "checkpoint";
    case EntryKind::erasure:
      return "erasure";
  }
  return "";
}

std::optional<EntryKind> entry_kind_of(std::int64_t number) {
  if (number < 1 || number > 5) return std::nullopt;
  return static_cast<EntryKind>(number);
}

Digest commitment_of(const Salt& salt, const std::optional<EntrySubject>& subject,
                     std::string_view stored) {
  const std::string_view about = subject ? view_of_bytes(*subject) : std::string_view();
  const auto size = static_cast<char>(about.size());
  return sha256({view_of_bytes(salt), std::string_view(&size, 1), about, stored});
}

std::string leaf_of(const Entry& entry) {
  std::string leaf = "relata entry 1\n";
  append_number(leaf, entry.number);
  leaf += static_cast<char>(entry.kind);
  append_number(leaf, static_cast<std::uint64_t>(entry.time.time_since_epoch().count()));
  leaf += view_of_bytes(entry.commitment);
  return leaf;
}

}  // namespace relata
