// SPDX-License-Identifier: Apache-2.0
// Replays a folder of inputs through a fuzz target, without a fuzzer: replay FOLDER. It fails as the target fails: by a crash.
#include <cstdint>
#include <cstdio>

#include "relata/base/env.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: replay FOLDER\n");
    return 2;
  }
  const auto files = relata::real_files();
  const auto entries = files->list(arguments[1]);
  if (!entries || entries.value().empty()) {
    std::fprintf(stderr, "%s: no inputs\n", arguments[1]);
    return 1;
  }
  for (const relata::FileEntry& entry : entries.value()) {
    const auto bytes = files->read(entry.path, 64u << 20);
    if (!bytes) {
      std::fprintf(stderr, "%s\n", bytes.error().message.c_str());
      return 1;
    }
    const std::string& input = bytes.value();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  }
  std::printf("%zu inputs\n", entries.value().size());
  return 0;
}
