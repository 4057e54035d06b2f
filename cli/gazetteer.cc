// SPDX-License-Identifier: Apache-2.0
#include "cli/gazetteer.h"

#include <cstdio>
#include <memory>

namespace relata::cli {

namespace {

bool write_file(const std::string& path, const std::string& bytes) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"),
                                                             &std::fclose);
  return file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
         std::fflush(file.get()) == 0;
}

}  // namespace

int run_gazetteer(const DataFolder& folder, const GazetteerOptions& options) {
  std::fprintf(stderr, "gathering places and compiling them (a minute or less)\n");
  const auto bytes = build_gazetteer(folder, options.inputs);
  if (!bytes) {
    std::fprintf(stderr, "relata gazetteer: %s\n", bytes.error().message.c_str());
    return 1;
  }
  if (!write_file(options.out, *bytes)) {
    std::fprintf(stderr, "relata gazetteer: %s: cannot be written\n", options.out.c_str());
    return 1;
  }
  std::fprintf(stderr, "%s: %zu bytes\n", options.out.c_str(), bytes->size());
  return 0;
}

}  // namespace relata::cli
