// SPDX-License-Identifier: Apache-2.0
#include "relata/query/packing.h"

#include <algorithm>

namespace relata {

std::string PackWriter::finish() const {
  PackWriter head;
  head.body_ += static_cast<char>(kPackingVersion);
  head.leb(reports_.size());
  for (const ReportId& id : reports_) head.body_ += bytes_of(id);
  return head.body_ + body_;
}

PackReader::PackReader(std::string_view bytes) : rest_(bytes) {
  if (rest_.empty() || static_cast<std::uint8_t>(rest_[0]) != kPackingVersion) {
    fail();
    return;
  }
  rest_.remove_prefix(1);
  const std::uint64_t count = leb();
  if (count > rest_.size() / sizeof(ReportId::bytes)) {
    fail();
    return;
  }
  reports_.resize(static_cast<std::size_t>(count));
  for (ReportId& id : reports_) {
    std::copy_n(rest_.begin(), id.bytes.size(), id.bytes.begin());
    rest_.remove_prefix(id.bytes.size());
  }
}

std::uint64_t PackReader::leb() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) break;
    const auto byte = static_cast<std::uint8_t>(rest_[0]);
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if ((byte & 0x80) == 0) return value;
  }
  fail();
  return 0;
}

std::uint64_t PackReader::fixed_value() {
  if (rest_.size() < 8) {
    fail();
    return 0;
  }
  std::uint64_t value = 0;
  for (unsigned i = 0; i < 8; ++i)
    value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(rest_[i])) << (8 * i);
  rest_.remove_prefix(8);
  return value;
}

void PackReader::text(std::string& value) {
  const std::uint64_t size = leb();
  if (size > rest_.size()) return fail();
  value = rest_.substr(0, static_cast<std::size_t>(size));
  rest_.remove_prefix(static_cast<std::size_t>(size));
}

void PackReader::report(ReportId& id) {
  const std::uint64_t at = leb();
  if (at >= reports_.size()) return fail();
  id = reports_[static_cast<std::size_t>(at)];
}

void PackReader::size(std::size_t& count) {
  const std::uint64_t wide = leb();
  if (wide > rest_.size()) {
    fail();
    count = 0;
    return;
  }
  count = static_cast<std::size_t>(wide);
}

}  // namespace relata
