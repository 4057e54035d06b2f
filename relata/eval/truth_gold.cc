// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/truth_gold.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string_view>

namespace relata {
namespace {

constexpr std::uint64_t kLargest = std::uint64_t{1} << 28;

struct Stated {
  std::string question, source;
  TruthAnswer answer;
};
using Gold = std::map<std::string, TruthAnswer>;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// The cells of a row of comma-separated values without line breaks; quotes within quotes are not undone.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

// Lines without what ends them; empty ones are left out.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::string_view line : split(text, '\n')) {
    while (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

TruthSet assembled(const std::vector<Stated>& stated, const Gold& gold) {
  std::set<std::string> sources;
  std::map<std::string, std::vector<const Stated*>> questions;
  for (const Stated& each : stated) {
    sources.insert(each.source);
    questions[each.question].push_back(&each);
  }
  TruthSet set;
  set.sources.assign(sources.begin(), sources.end());
  for (const std::string& source : set.sources) {
    set.kinds.push_back(source.starts_with("0 (") ? 1 : 0);
  }
  const auto index = [](const auto& sorted, const auto& value) {
    return static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), value) -
                                      sorted.begin());
  };
  for (const auto& [name, statements] : questions) {
    TruthQuestion& question = set.questions.emplace_back();
    question.name = name;
    std::set<TruthAnswer> answers;
    for (const Stated* each : statements) answers.insert(each->answer);
    question.answers.assign(answers.begin(), answers.end());
    for (const Stated* each : statements) {
      question.stated.emplace_back(index(set.sources, each->source),
                                   index(question.answers, each->answer));
    }
    std::sort(question.stated.begin(), question.stated.end());
    question.stated.erase(std::unique(question.stated.begin(), question.stated.end()),
                          question.stated.end());
    const auto right = gold.find(name);
    question.has_gold = right != gold.end();
    if (question.has_gold && answers.contains(right->second))
      question.gold = index(question.answers, right->second);
  }
  return set;
}

// source TAB isbn TAB title TAB authors
Result<TruthSet> load_books(const Files& files, const std::string& folder,
                            const AuthorNames& authors) {
  RELATA_TRY(const std::string claims, files.read(folder + "/book.txt", kLargest));
  RELATA_TRY(const std::string golden, files.read(folder + "/book_golden.txt", kLargest));
  std::vector<Stated> stated;
  for (const std::string_view line : lines_of(claims)) {
    const auto cells = split(line, '\t');
    if (cells.size() < 4) continue;
    TruthAnswer answer{std::nullopt, authors.surnames(cells[3])};
    if (!answer.names.empty())
      stated.push_back({std::string(cells[1]), std::string(cells[0]), std::move(answer)});
  }
  Gold gold;
  for (const std::string_view line : lines_of(golden)) {
    const auto cells = split(line, '\t');
    if (cells.size() < 2) continue;
    gold[std::string(cells[0])] = {std::nullopt, authors.surnames(cells[1])};
  }
  return assembled(stated, gold);
}

// object,SourceID,value,… and object,value,…
Result<TruthSet> load_population(const Files& files, const std::string& folder) {
  RELATA_TRY(const std::string claims, files.read(folder + "/claims.csv", kLargest));
  RELATA_TRY(const std::string truths, files.read(folder + "/truths.csv", kLargest));
  const auto rows = [](std::string_view text, std::size_t value, auto take) -> Result<Done> {
    const auto lines = lines_of(text);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const auto cells = cells_of(lines[i]);
      const auto number = value < cells.size() ? number_in(cells[value]) : std::nullopt;
      if (!number) return Error{"line " + std::to_string(i + 1) + ": no number"};
      take(cells, TruthAnswer{*number, {}});
    }
    return Done{};
  };
  std::vector<Stated> stated;
  RELATA_TRY([[maybe_unused]] const Done read, rows(claims, 2, [&](const auto& cells, auto answer) {
               stated.push_back({cells[0], cells[1], std::move(answer)});
             }));
  Gold gold;
  RELATA_TRY(
      [[maybe_unused]] const Done known,
      rows(truths, 1, [&](const auto& cells, auto answer) { gold[cells[0]] = std::move(answer); }));
  return assembled(stated, gold);
}

}  // namespace

Result<TruthSet> load_truth_set(const Files& files, const std::string& folder,
                                const AuthorNames& authors) {
  RELATA_TRY(const auto entries, files.list(folder));
  for (const FileEntry& entry : entries) {
    if (entry.path.ends_with("/book.txt")) return load_books(files, folder, authors);
    if (entry.path.ends_with("/claims.csv")) return load_population(files, folder);
  }
  return Error{folder + ": neither book.txt nor claims.csv"};
}

}  // namespace relata
