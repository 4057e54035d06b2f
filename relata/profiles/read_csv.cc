// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/read_csv.h"

namespace relata {
namespace {

// The cell at `at`, which moves behind it.
std::string cell(std::string_view bytes, std::size_t& at) {
  std::string out;
  if (at >= bytes.size() || bytes[at] != '"') {
    const std::size_t end = std::min(bytes.find_first_of(",\r\n", at), bytes.size());
    out = bytes.substr(at, end - at);
    at = end;
    return out;
  }
  for (++at; at < bytes.size(); ++at) {
    if (bytes[at] == '"') {
      if (at + 1 >= bytes.size() || bytes[at + 1] != '"') {
        ++at;
        return out;
      }
      ++at;
    }
    out += bytes[at];
  }
  return out;
}

}  // namespace

std::vector<std::vector<std::string>> read_csv(std::string_view bytes) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t at = 0; at < bytes.size();) {
    std::vector<std::string>& row = rows.emplace_back();
    row.push_back(cell(bytes, at));
    while (at < bytes.size() && bytes[at] == ',') row.push_back(cell(bytes, ++at));
    if (at < bytes.size() && bytes[at] == '\r') ++at;
    if (at < bytes.size() && bytes[at] == '\n') {
      ++at;
    } else if (at < bytes.size()) {
      row.emplace_back(bytes.substr(at));
      return rows;
    }
  }
  return rows;
}

}  // namespace relata
