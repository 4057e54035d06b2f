// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/report_id.h"

#include <algorithm>

#include "relata/base/hash.h"
#include "relata/base/result.h"

namespace relata {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

std::string hex(const ReportId& id) {
  std::string text;
  for (const std::uint8_t byte : id.bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::optional<ReportId> report_id_of(std::string_view text) {
  ReportId id;
  if (text.size() != 2 * id.bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t digit = kDigits.find(text[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    id.bytes[i / 2] = static_cast<std::uint8_t>(std::size_t{id.bytes[i / 2]} << 4 | digit);
  }
  return id;
}

std::string_view bytes_of(const ReportId& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

Result<ReportId> report_id_of_bytes(std::string_view bytes) {
  ReportId id;
  if (bytes.size() != id.bytes.size()) return Error{"the id of a report has 16 bytes"};
  std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

ReportId report_id(const ReportIdentity& identity) {
  std::string lines = "relata report 1\n";
  for (const std::string_view part :
       {identity.text_sha256, identity.publisher, identity.url, identity.published}) {
    for (const char c : part) lines += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    lines += '\n';
  }
  const auto id = report_id_of(std::string_view(sha256_hex(lines)).substr(0, 32));
  RELATA_CHECK(id);
  return *id;
}

}  // namespace relata
