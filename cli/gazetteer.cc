// SPDX-License-Identifier: Apache-2.0
// relata gazetteer compile: makes models/gazetteer.bin anew from its sources (models/gazetteer.toml has the command).
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/data_root.h"
#include "relata/places/gazetteer_sources.h"

namespace relata::cli {
namespace {

// Beside the file and then in its place: whoever has the old one mapped keeps it whole.
Result<Done> write_file(const std::string& path, const std::string& bytes) {
  const std::string beside = path + ".new";
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(beside.c_str(), "wb"),
                                                       &std::fclose);
  const bool written = file &&
                       std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                       std::fflush(file.get()) == 0;
  file.reset();
  if (!written || std::rename(beside.c_str(), path.c_str()) != 0)
    return Error{path + ": cannot be written"};
  return Done{};
}

Result<Done> compile(const GazetteerArguments& arguments) {
  const auto files = real_files();
  RELATA_TRY(const std::string root, find_data_root(*files, arguments.data));
  const GazetteerInputs inputs{arguments.cities, arguments.facts, arguments.whos_on_first,
                               arguments.aleppo};
  std::fprintf(stderr, "gathering places and compiling them (a minute or less)\n");
  RELATA_TRY(const std::string bytes, build_gazetteer(DataFolder{files.get(), root}, inputs));
  RELATA_TRY(const Done done, write_file(arguments.output, bytes));
  std::fprintf(stderr, "%s: %zu bytes\n", arguments.output.c_str(), bytes.size());
  return done;
}

}  // namespace

ExitCode run(const GazetteerArguments& arguments) {
  const Result<Done> done = compile(arguments);
  if (done) return ExitCode::ok;
  std::fprintf(stderr, "relata: %s\n", done.error().message.c_str());
  return ExitCode::nothing_done;
}

}  // namespace relata::cli
