// SPDX-License-Identifier: Apache-2.0
#include "cli/results_table.h"

#include <cstdio>
#include <memory>

#include "relata/base/hash.h"

namespace relata::cli {
namespace {

constexpr std::size_t kShortHash = 12;

std::string first_line(const Result<std::string>& bytes) {
  return bytes ? bytes->substr(0, bytes->find_first_of("\r\n")) : std::string();
}

// The commit of the source tree that the data is read from: what .git says, "-" outside of one.
std::string commit_of(const Files& files, const std::string& root) {
  constexpr std::uint64_t kLargest = 1U << 24;
  std::string head = first_line(files.read(root + "/.git/HEAD", kLargest));
  if (head.starts_with("ref: ")) {
    const std::string name = head.substr(5);
    head = first_line(files.read(root + "/.git/" + name, kLargest));
    if (head.empty()) {  // a packed reference: "hash name"
      const auto packed = files.read(root + "/.git/packed-refs", kLargest);
      const std::size_t at = packed ? packed->find(" " + name + "\n") : std::string::npos;
      if (at != std::string::npos && at >= 40) head = packed->substr(at - 40, 40);
    }
  }
  return head.empty() ? "-" : head.substr(0, kShortHash);
}

// All weights as one hash.
std::string models_of(const Files& files, const std::string& root) {
  std::string hashes;
  const auto entries = files.list(root + "/models");
  if (!entries) return "-";
  for (const FileEntry& entry : *entries) {
    if (!entry.path.ends_with(".bin")) continue;
    const auto mapped = files.map(entry.path);
    if (!mapped) continue;
    const auto bytes = (*mapped)->bytes();
    hashes += sha256_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
  return hashes.empty() ? "-" : sha256_hex(hashes).substr(0, kShortHash);
}

// The last two parts of a path name a gold well enough, and say nothing of the machine.
std::string gold_name(std::string path) {
  while (path.ends_with('/')) path.pop_back();
  const std::size_t last = path.rfind('/');
  const std::size_t before =
      last == std::string::npos || last == 0 ? std::string::npos : path.rfind('/', last - 1);
  return before == std::string::npos ? path : path.substr(before + 1);
}

}  // namespace

Result<Done> append_results(const Files& files, const std::string& root,
                            const EvalArguments& arguments, const Measured& measured,
                            const std::vector<Score>& scores) {
  std::string row;
  if (!files.exists(arguments.append)) {
    row =
        "# Accuracy, one row for each measurement (relata eval --append). Intervals: 95 of 100 "
        "bootstrap resamples over documents.\n"
        "commit\tmodels\tkind\tgold\tdocuments\tscores\n";
  }
  row += commit_of(files, root) + "\t" + models_of(files, root) + "\t" + arguments.kind + "\t" +
         gold_name(arguments.gold.front()) + "\t" + std::to_string(measured.board.documents()) +
         "\t";
  for (std::size_t i = 0; i < scores.size(); ++i) {
    char text[128];
    std::snprintf(text, sizeof text, "%s%s %.3f [%.3f %.3f]", i > 0 ? ", " : "",
                  scores[i].name.c_str(), scores[i].value, scores[i].low, scores[i].high);
    row += text;
  }
  row += "\n";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      std::fopen(arguments.append.c_str(), "ab"), &std::fclose);
  if (!file || std::fwrite(row.data(), 1, row.size(), file.get()) != row.size() ||
      std::fflush(file.get()) != 0) {
    return Error{arguments.append + ": cannot be written"};
  }
  return Done{};
}

}  // namespace relata::cli
