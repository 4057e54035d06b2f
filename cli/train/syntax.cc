// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <ctime>
#include <unordered_set>

#include "cli/train/command.h"
#include "relata/learn/model_in_memory.h"
#include "relata/learn/syntax_trainer.h"
#include "relata/text/parse_score.h"

namespace relata {
namespace {

constexpr std::size_t kMostFrequentWords = 75'000;

Result<std::vector<TreeSentence>> trees_of(const Files& files,
                                           const std::vector<std::string>& paths) {
  std::vector<TreeSentence> trees;
  for (const std::string& path : paths) {
    RELATA_TRY(const std::string bytes, files.read(path, kLargestInput));
    auto more = read_conllu(bytes);
    if (!more) return more.error().with(path);
    for (TreeSentence& tree : *more) trees.push_back(std::move(tree));
  }
  return trees;
}

// Of the most frequent words, and of those in the trees.
Result<WordVectors> vectors_of(const Files& files, const std::string& path,
                               const std::vector<TreeSentence>& trees) {
  RELATA_TRY(const std::string json, files.read(path, kLargestInput));
  std::unordered_set<std::uint64_t> wanted;
  for (const auto& [word, count] : word_counts(trees)) wanted.insert(word);
  auto vectors = read_word_vectors(json, kMostFrequentWords, wanted);
  if (!vectors) return vectors.error().with(path);
  return vectors;
}

void print_score(const SyntaxModel& model, const std::vector<TreeSentence>& trees) {
  const std::clock_t start = std::clock();
  const ParseScore score = score_parse(model, trees);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf(
      "words %llu  UPOS %.2f  XPOS %.2f  lemmas %.2f  UAS %.2f  LAS "
      "%.2f  LAS with subtypes %.2f  "
      "words/s %.0f\n",
      static_cast<unsigned long long>(score.words), 100 * score.share(score.upos),
      100 * score.share(score.xpos), 100 * score.share(score.lemmas),
      100 * score.share(score.heads), 100 * score.share(score.labelled),
      100 * score.share(score.labelled_full), static_cast<double>(score.words) / seconds);
}

}  // namespace

Result<Done> train_syntax(const Files& files, const std::vector<std::string_view>& arguments) {
  RELATA_TRY(const TrainOptions options,
             TrainOptions::parse(arguments, {"--tree", "--vectors", "--dev", "--out", "--epochs"}));
  if (options.all("--tree").empty() || options.all("--vectors").empty() ||
      options.one("--out", "").empty())
    return Error{"--tree, --vectors and --out are needed"};
  RELATA_TRY(const auto trees, trees_of(files, options.all("--tree")));
  RELATA_TRY(const auto dev, trees_of(files, options.all("--dev")));

  RELATA_TRY(const auto vectors, vectors_of(files, options.one("--vectors", ""), trees));

  SyntaxOptions syntax;
  syntax.network.epochs = options.number("--epochs", syntax.network.epochs);
  ModelWriter writer;
  add_syntax(trees, vectors, syntax, writer, [](std::string_view what) {
    std::fprintf(stderr, "%8.1f s  %.*s\n", static_cast<double>(std::clock()) / CLOCKS_PER_SEC,
                 static_cast<int>(what.size()), what.data());
  });
  if (auto written = write_file(options.one("--out", ""), writer.finish()); !written)
    return written.error();
  if (!dev.empty()) {
    RELATA_TRY(const SyntaxModel model, SyntaxModel::open(model_in_memory(writer)));
    print_score(model, dev);
  }
  return Done{};
}

}  // namespace relata
