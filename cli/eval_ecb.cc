// SPDX-License-Identifier: Apache-2.0
// The kind ecb: gold event mentions across documents (ECB+), grouped by the clustering that makes incidents: first documents
// into topics by their rare words, then the mentions of each topic by the evidence of data/ecb_evidence.tsv.
#include <cstdio>

#include "cli/data_root.h"
#include "cli/eval.h"
#include "relata/eval/chain_score.h"
#include "relata/eval/ecb_gold.h"
#include "relata/incidents/clustering.h"

namespace relata::cli {
namespace {

constexpr double kOneTopic = 0.12;  // how alike its documents are on average

std::vector<std::uint32_t> topics_of(const EcbMentions& gold) {
  ClusterTask task;
  task.items = static_cast<std::uint32_t>(gold.documents());
  for (std::uint32_t j = 1; j < task.items; ++j) {
    for (std::uint32_t i = 0; i < j; ++i)
      task.pulls.push_back({i, j, static_cast<float>(gold.alike(i, j) - kOneTopic)});
  }
  return cluster(task);
}

std::vector<std::uint32_t> group(const EcbMentions& gold, const EcbSizes& weights) {
  const std::vector<std::uint32_t> topics = topics_of(gold);
  ClusterTask task;
  task.items = static_cast<std::uint32_t>(gold.size());
  for (std::uint32_t j = 1; j < task.items; ++j) {
    for (std::uint32_t i = 0; i < j; ++i) {
      if (topics[gold.document_of(i)] != topics[gold.document_of(j)]) continue;
      const EcbSizes sizes = gold.signs(i, j);
      double sum = 0;
      for (std::size_t sign = 0; sign < kEcbSigns; ++sign) sum += sizes[sign] * weights[sign];
      task.pulls.push_back({i, j, static_cast<float>(sum)});
    }
  }
  return cluster(task);
}

std::string line(const char* name, const ChainScore& score) {
  char text[80];
  std::snprintf(text, sizeof text, "\n%-14s P %.3f  R %.3f  F1 %.3f", name, score.precision,
                score.recall, score.f1());
  return text;
}

}  // namespace

Result<Measured> measure_ecb(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const std::string root, find_data_root(files, arguments.data));
  RELATA_TRY(const EcbSizes weights, load_ecb_weights(DataFolder{&files, root}));
  const std::string& path = arguments.gold.front();
  RELATA_TRY(const std::string json, files.read(path, kLargestGold));
  const auto parsed = EcbMentions::parse(json);
  if (!parsed) return parsed.error().with(path);
  const EcbMentions& gold = *parsed;
  const ChainScores scores = score_chains(gold.chains(), group(gold, weights));
  char conll[40];
  std::snprintf(conll, sizeof conll, "\nCoNLL          F1 %.3f", scores.conll());
  return Measured{Scoreboard({}),
                  std::to_string(gold.size()) + " mentions, " + std::to_string(gold.documents()) +
                      " documents" + line("MUC", scores.muc) + line("B-cubed", scores.b_cubed) +
                      line("CEAF-e", scores.ceaf_e) + conll,
                  {}};
}

}  // namespace relata::cli
