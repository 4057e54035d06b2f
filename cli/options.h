// SPDX-License-Identifier: Apache-2.0
// Options: fills the arguments of one command from the command line, and remembers what values may be, for completion.
// CLI11 is behind it: its header is heavy.
//
//   options.value("-j,--jobs", arguments.jobs, "how many at the same time", "N").range(0, 1024).with_default();
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace relata::cli {

using OptionChoices = std::map<const CLI::Option*, std::vector<std::string>>;

class Options {
 public:
  // Both must outlive the parsing.
  Options(CLI::App& app, OptionChoices& choices) : app_(app), choices_(choices) {}

  // One option or argument; names as "-f,--format", or "FILE" for an argument. `what` names its value.
  Options& value(const std::string& names, std::string& into, const std::string& description,
                 const std::string& what);
  Options& value(const std::string& names, std::vector<std::string>& into,
                 const std::string& description, const std::string& what);
  Options& value(const std::string& names, unsigned& into, const std::string& description,
                 const std::string& what);
  Options& value(const std::string& names, int& into, const std::string& description,
                 const std::string& what);
  Options& value(const std::string& names, std::optional<double>& into,
                 const std::string& description, const std::string& what);
  Options& flag(const std::string& names, bool& into, const std::string& description);
  Options& choice(const std::string& names, std::string& into, const std::string& description,
                  std::vector<std::string> values);

  // Of the option added last.
  Options& required();
  Options& range(unsigned low, unsigned high);
  Options& with_default();  // `--help` shows it

 private:
  CLI::App& app_;
  OptionChoices& choices_;
  CLI::Option* last_ = nullptr;
};

}  // namespace relata::cli
