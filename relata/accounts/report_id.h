// SPDX-License-Identifier: Apache-2.0
// ReportId: by which a report is known in a casebook: the first 16 bytes of the SHA-256 of what it is (docs/formats/casebook.md):
// its text, its publisher, its address, its day. The same report added twice has the same id.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/result.h"

namespace relata {

struct ReportId {
  std::array<std::uint8_t, 16> bytes{};
  auto operator<=>(const ReportId&) const = default;
};

// 32 hexadecimal digits.
[[nodiscard]] std::string hex(const ReportId& id);
// Nothing: not 32 hexadecimal digits.
[[nodiscard]] std::optional<ReportId> report_id_of(std::string_view hex);

// The 16 bytes as tables hold them; valid as long as the id.
[[nodiscard]] std::string_view bytes_of(const ReportId& id);
// Error: not 16 bytes.
[[nodiscard]] Result<ReportId> report_id_of_bytes(std::string_view bytes);

// What makes a report one and the same. Unknown is "".
struct ReportIdentity {
  std::string_view text_sha256;  // 64 hexadecimal digits
  std::string_view publisher, url;
  std::string_view published;  // "2016-12-13"
};
// The SHA-256 of "relata report 1" and the four, each on a line of its own, controls in them written as spaces.
[[nodiscard]] ReportId report_id(const ReportIdentity& identity);

}  // namespace relata
