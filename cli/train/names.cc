// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "cli/train/command.h"
#include "relata/base/data_folder.h"
#include "relata/learn/model_in_memory.h"
#include "relata/learn/names_trainer.h"

namespace relata {
namespace {

// With --hold-out K (0 to 9) the texts of which this is the last digit of their number are not trained on but measured.
constexpr std::size_t kFolds = 10;

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

Result<std::vector<Corpus>> corpora(const Files& files, const TrainOptions& options,
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
    std::printf("  %-14s right %zu found %zu marked %zu  P %.3f R %.3f F1 %.3f\n", kind.c_str(),
                count.right, count.found, count.marked, precision, recall,
                sum == 0 ? 0 : 2 * precision * recall / sum);
  }
}

// "- person [Abu Jandal] was": marked and not found; "+": found and not marked.
void print_miss(const NameMiss& miss) {
  constexpr std::uint32_t kAround = 30;
  const std::uint32_t begin = miss.name.span.begin < kAround ? 0 : miss.name.span.begin - kAround;
  std::string around(miss.text.substr(begin, miss.name.span.end + kAround - begin));
  around.insert(std::min<std::size_t>(around.size(), miss.name.span.end - begin), "]");
  around.insert(miss.name.span.begin - begin, "[");
  std::replace(around.begin(), around.end(), '\n', ' ');
  std::printf("    %c %-13s %s\n", miss.found ? '+' : '-',
              std::string(name_of(miss.name.kind)).c_str(), around.c_str());
}

// Takes one of ten texts out of those corpora that are complete.
std::vector<Corpus> hold_out(std::vector<Corpus>& all, std::size_t fold) {
  std::vector<Corpus> held;
  for (Corpus& corpus : all) {
    if (corpus.texts.empty() || !corpus.texts.front().complete) continue;
    Corpus out{corpus.name, {}};
    std::vector<NamedText> kept;
    for (std::size_t i = 0; i < corpus.texts.size(); ++i) {
      (i % kFolds == fold ? out.texts : kept).push_back(std::move(corpus.texts[i]));
    }
    corpus.texts = std::move(kept);
    held.push_back(std::move(out));
  }
  return held;
}

}  // namespace

Result<Done> train_names(const Files& files, const std::vector<std::string_view>& arguments) {
  RELATA_TRY(const TrainOptions options,
             TrainOptions::parse(arguments, {"--re3d", "--gum", "--conll", "--claims", "--data", "--out",
                                        "--epochs", "--least-updates", "--least-weight",
                                        "--hold-out", "--misses"}));
  if (options.one("--out", "").empty()) return Error{"--out is needed"};
  const DataFolder folder{&files, options.one("--data", ".")};
  RELATA_TRY(const Lexicon lexicon, Lexicon::load(folder));
  RELATA_TRY(const TokenRules rules, TokenRules::load(folder));
  RELATA_TRY(std::vector<Corpus> all, corpora(files, options, lexicon));
  const int fold = options.number("--hold-out", -1);
  const std::vector<Corpus> held =
      fold < 0 ? std::vector<Corpus>() : hold_out(all, static_cast<std::size_t>(fold));

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
  const bool show_misses = options.one("--misses", "no") == "yes";
  for (const Corpus& corpus : held) {
    print_scores(corpus,
                 score_names(tagger, corpus.texts, lexicon, rules, [&](const NameMiss& miss) {
                   if (show_misses) print_miss(miss);
                 }));
  }
  return Done{};
}

}  // namespace relata
