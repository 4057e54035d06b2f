// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <ctime>

#include "cli/train/command.h"
#include "relata/base/data_folder.h"
#include "relata/learn/model_in_memory.h"
#include "relata/learn/names_trainer.h"

namespace relata {
namespace {

// Every tenth text of a corpus is held out when asked for.
constexpr std::size_t kHoldOut = 10;

struct Corpus {
  std::string name;
  std::vector<NamedText> texts;
};

void report(std::string_view what) {
  std::fprintf(stderr, "%8.1f s  %.*s\n", static_cast<double>(std::clock()) / CLOCKS_PER_SEC,
               static_cast<int>(what.size()), what.data());
}

Result<Corpus> conll(const Files& files, const std::string& path, const Lexicon& lexicon) {
  RELATA_TRY(const std::string bytes, files.read(path, kLargestInput));
  auto texts = read_conll(bytes, lexicon);
  if (!texts) return texts.error().with(path);
  return Corpus{path, std::move(*texts)};
}

Result<Corpus> gum(const Files& files, const std::string& path, const Lexicon& lexicon) {
  RELATA_TRY(const std::string bytes, files.read(path, kLargestInput));
  auto texts = read_gum_names(bytes, lexicon);
  if (!texts) return texts.error().with(path);
  return Corpus{path, std::move(*texts)};
}

// All folders of re3d together.
Result<Corpus> re3d(const Files& files, const std::string& path, const Lexicon& lexicon) {
  RELATA_TRY(const auto folders, files.list(path));
  Corpus corpus{path, {}};
  for (const FileEntry& folder : folders) {
    if (!folder.folder) continue;
    RELATA_TRY(const std::string documents,
               files.read(folder.path + "/documents.json", kLargestInput));
    RELATA_TRY(const std::string entities,
               files.read(folder.path + "/entities.json", kLargestInput));
    auto texts = read_re3d(documents, entities, lexicon);
    if (!texts) return texts.error().with(folder.path);
    for (NamedText& text : *texts) corpus.texts.push_back(std::move(text));
  }
  return corpus;
}

Result<Corpus> claims(const Files& files, const std::string& path, const Lexicon& lexicon) {
  RELATA_TRY(const auto entries, files.list(path));
  Corpus corpus{path, {}};
  for (const FileEntry& entry : entries) {
    if (!entry.path.ends_with(".json")) continue;
    RELATA_TRY(const std::string json, files.read(entry.path, kLargestInput));
    RELATA_TRY(std::string text,
               files.read(entry.path.substr(0, entry.path.size() - 5) + ".txt", kLargestInput));
    auto named = read_claim_names(std::move(text), json, lexicon);
    if (!named) return named.error().with(entry.path);
    corpus.texts.push_back(std::move(*named));
  }
  return corpus;
}

Result<std::vector<Corpus>> corpora(const Files& files, const Options& options,
                                    const Lexicon& lexicon) {
  using Reader = Result<Corpus> (*)(const Files&, const std::string&, const Lexicon&);
  std::vector<Corpus> all;
  for (const auto& [option, read] : {std::pair<const char*, Reader>{"--re3d", re3d},
                                     {"--gum", gum},
                                     {"--conll", conll},
                                     {"--claims", claims}}) {
    for (const std::string& path : options.all(option)) {
      RELATA_TRY(Corpus corpus, read(files, path, lexicon));
      all.push_back(std::move(corpus));
    }
  }
  return all;
}

void print_scores(const Corpus& corpus, const NameScores& scores) {
  std::printf("%s, %zu texts\n", corpus.name.c_str(), corpus.texts.size());
  for (const auto& [kind, count] : scores) {
    const double precision =
        count.found == 0 ? 0 : static_cast<double>(count.right) / static_cast<double>(count.found);
    const double recall =
        count.marked == 0 ? 0
                          : static_cast<double>(count.right) / static_cast<double>(count.marked);
    const double sum = precision + recall;
    std::printf("  %-14s P %.3f  R %.3f  F1 %.3f  (%zu marked)\n", kind.c_str(), precision, recall,
                sum == 0 ? 0 : 2 * precision * recall / sum, count.marked);
  }
}

// Takes every tenth text out of those that are complete.
std::vector<Corpus> hold_out(std::vector<Corpus>& all) {
  std::vector<Corpus> held;
  for (Corpus& corpus : all) {
    if (corpus.texts.empty() || !corpus.texts.front().complete) continue;
    Corpus out{corpus.name, {}};
    std::vector<NamedText> kept;
    for (std::size_t i = 0; i < corpus.texts.size(); ++i) {
      (i % kHoldOut == kHoldOut - 1 ? out.texts : kept).push_back(std::move(corpus.texts[i]));
    }
    corpus.texts = std::move(kept);
    held.push_back(std::move(out));
  }
  return held;
}

}  // namespace

Result<Done> train_names(const Files& files, const std::vector<std::string_view>& arguments) {
  RELATA_TRY(
      const Options options,
      Options::parse(arguments, {"--re3d", "--gum", "--conll", "--claims", "--data", "--out",
                                 "--epochs", "--least-updates", "--least-weight", "--hold-out"}));
  if (options.one("--out", "").empty()) return Error{"--out is needed"};
  const DataFolder folder{&files, options.one("--data", ".")};
  RELATA_TRY(const Lexicon lexicon, Lexicon::load(folder));
  RELATA_TRY(const TokenRules rules, TokenRules::load(folder));
  RELATA_TRY(std::vector<Corpus> all, corpora(files, options, lexicon));
  const std::vector<Corpus> held =
      options.one("--hold-out", "no") == "yes" ? hold_out(all) : std::vector<Corpus>();

  NameTrainer trainer(lexicon, rules);
  for (const Corpus& corpus : all) trainer.add(corpus.texts);
  report("texts read");
  NameTrainerOptions training;
  training.epochs = options.number("--epochs", training.epochs);
  training.least_updates = static_cast<std::uint32_t>(options.number("--least-updates", 2));
  training.least_weight = static_cast<float>(options.number("--least-weight", 50)) / 1000;
  ModelWriter writer;
  writer.add("names", trainer.train(training, report));
  RELATA_TRY([[maybe_unused]] const Done written,
             write_file(options.one("--out", ""), writer.finish()));
  if (held.empty()) return Done{};
  RELATA_TRY(const NameTagger tagger, NameTagger::open(model_in_memory(writer)));
  for (const Corpus& corpus : held)
    print_scores(corpus, score_names(tagger, corpus.texts, lexicon, rules));
  return Done{};
}

}  // namespace relata
