// SPDX-License-Identifier: Apache-2.0
#include "cli/data_root.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace relata::cli {

Result<std::string> find_data_root(const Files& files, const std::string& asked) {
  std::vector<std::string> places;
  if (!asked.empty()) {
    places = {asked};
  } else if (const char* named = std::getenv("RELATA_DATA"); named != nullptr && *named != '\0') {
    places = {named};
  } else {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error)
      places.push_back((program.parent_path().parent_path() / "share" / "relata").string());
    places.emplace_back(RELATA_SOURCE_TREE);
  }
  std::string looked;
  for (const auto& place : places) {
    if (files.is_folder(place + "/data")) return place;
    looked += (looked.empty() ? "" : ", ") + place;
  }
  return Error{"no folder data in " + looked + "; say where it is with --data or RELATA_DATA"};
}

}  // namespace relata::cli
