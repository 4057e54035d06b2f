// SPDX-License-Identifier: Apache-2.0
#include "cli/train/command.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>

namespace relata {

Result<TrainOptions> TrainOptions::parse(const std::vector<std::string_view>& arguments,
                               const std::vector<std::string_view>& known) {
  TrainOptions options;
  for (std::size_t i = 0; i < arguments.size(); i += 2) {
    const std::string_view name = arguments[i];
    if (std::find(known.begin(), known.end(), name) == known.end())
      return Error{"unknown option " + std::string(name)};
    if (i + 1 == arguments.size()) return Error{std::string(name) + " needs a value"};
    options.values_[std::string(name)].emplace_back(arguments[i + 1]);
  }
  return options;
}

const std::vector<std::string>& TrainOptions::all(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = values_.find(name);
  return found == values_.end() ? kNone : found->second;
}

std::string TrainOptions::one(std::string_view name, std::string_view otherwise) const {
  return all(name).empty() ? std::string(otherwise) : all(name).back();
}

int TrainOptions::number(std::string_view name, int otherwise) const {
  const std::string text = one(name, "");
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Result<Done> write_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";  // whoever has the old file mapped keeps it
  {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(beside.c_str(), "wb"),
                                                               &std::fclose);
    if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
        std::fflush(file.get()) != 0) {
      return Error{beside + ": cannot be written"};
    }
  }
  if (std::rename(beside.c_str(), path.c_str()) != 0) return Error{path + ": cannot be written"};
  return Done{};
}

}  // namespace relata
