// SPDX-License-Identifier: Apache-2.0
// The commands of relata-train, one file each, and what they share: options by name and whole files.
//
//   relata-train syntax --ewt train.conllu --gum train.conllu --out models/english.bin
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/env.h"
#include "relata/base/result.h"

namespace relata {

// "--name value" pairs; a name may come more than once.
class TrainOptions {
 public:
  // Error: a name that is not among `known`, or without a value.
  static Result<TrainOptions> parse(const std::vector<std::string_view>& arguments,
                               const std::vector<std::string_view>& known);

  [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const;
  [[nodiscard]] std::string one(std::string_view name, std::string_view otherwise) const;
  [[nodiscard]] int number(std::string_view name, int otherwise) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

inline constexpr std::uint64_t kLargestInput = std::uint64_t{1} << 30;

Result<Done> write_file(const std::string& path, std::string_view bytes);

// One command: what is left of the line after its name.
Result<Done> train_syntax(const Files& files, const std::vector<std::string_view>& arguments);
Result<Done> train_events(const Files& files, const std::vector<std::string_view>& arguments);
Result<Done> train_slots(const Files& files, const std::vector<std::string_view>& arguments);
Result<Done> train_names(const Files& files, const std::vector<std::string_view>& arguments);
Result<Done> measure_coreference(const Files& files, const std::vector<std::string_view>& arguments);

}  // namespace relata
