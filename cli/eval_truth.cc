// SPDX-License-Identifier: Apache-2.0
// The kind truth: how often the vote that assessments use finds the right one of conflicting answers, beside a plain vote in
// which every source counts the same; and with a twentieth of the questions decided by a person.
#include <algorithm>
#include <random>
#include <set>

#include "cli/data_root.h"
#include "cli/eval.h"
#include "relata/corroboration/lent.h"
#include "relata/eval/truth_gold.h"

namespace relata::cli {
namespace {

constexpr int kDraws = 20;
constexpr double kDecidedShare = 0.05;
constexpr std::uint64_t kWhole = 27720;  // 1 to 12 ways share it without a rest

std::vector<Question> questions_of(const TruthSet& set, const VoteSettings& settings) {
  std::vector<Question> questions;
  for (const TruthQuestion& each : set.questions) {
    Question question;
    question.answers = static_cast<std::uint32_t>(each.answers.size());
    for (const auto& [source, answer] : each.stated) {
      question.statements.push_back({source, answer});
    }
    for (const TruthAnswer& said : each.answers) {
      for (const TruthAnswer& answer : each.answers) {
        question.lends.push_back(
            said.number
                ? lent_by(Figure{*said.number, *said.number, said.number}, *answer.number, settings)
                : lent_by(said.names, answer.names, settings));
      }
    }
    questions.push_back(std::move(question));
  }
  return questions;
}

std::vector<double> plain_vote(const TruthQuestion& question) {
  std::vector<double> votes(question.answers.size(), 0);
  for (const auto& [source, answer] : question.stated) votes[answer] += 1;
  return votes;
}

// How much of a right answer there is; several that have most share it.
std::uint64_t rightness(const TruthQuestion& question, const std::vector<double>& support) {
  const double most = *std::max_element(support.begin(), support.end());
  std::uint64_t winners = 0;
  bool right = false;
  for (std::size_t i = 0; i < support.size(); ++i) {
    if (support[i] < most - 1e-9) continue;
    ++winners;
    right = right || question.gold == i;
  }
  return right ? kWhole / winners : 0;
}

// The questions that a draw decides; the seed is the draw's number, so that every run draws the same.
std::set<std::size_t> decided_in(int draw, const TruthSet& set) {
  std::vector<std::size_t> known;
  for (std::size_t q = 0; q < set.questions.size(); ++q) {
    if (set.questions[q].gold) known.push_back(q);
  }
  std::mt19937 random(static_cast<std::mt19937::result_type>(draw));
  const auto wanted =
      static_cast<std::size_t>(kDecidedShare * static_cast<double>(known.size()) + 0.5);
  std::set<std::size_t> decided;
  while (decided.size() < wanted) decided.insert(known[random() % known.size()]);
  return decided;
}

std::string shown(const TruthAnswer& answer) {
  if (answer.number) return std::to_string(static_cast<long long>(*answer.number));
  std::string text;
  for (const std::string& name : answer.names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// One measure each: plain, ours, ours with some decided.
struct Hits {
  Tally plain, ours, decided;
};

void score_decided(const TruthSet& set, std::vector<Question> questions,
                   const VoteSettings& settings, std::vector<Hits>& hits) {
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto decided = decided_in(draw, set);
    for (std::size_t q = 0; q < questions.size(); ++q) {
      questions[q].decided = decided.contains(q) ? set.questions[q].gold : std::nullopt;
    }
    const Vote result = vote(questions, set.kinds, settings);
    for (std::size_t q = 0; q < questions.size(); ++q) {
      if (!set.questions[q].has_gold || decided.contains(q)) continue;
      hits[q].decided += {rightness(set.questions[q], result.chances[q]), kWhole, kWhole};
    }
  }
}

}  // namespace

Result<Measured> measure_truth(const EvalArguments& arguments, const Files& files) {
  RELATA_TRY(const std::string root, find_data_root(files, arguments.data));
  const DataFolder folder{&files, root};
  RELATA_TRY(const AuthorNames authors, AuthorNames::load(folder));
  RELATA_TRY(const VoteSettings settings, VoteSettings::load(folder));
  RELATA_TRY(const TruthSet set, load_truth_set(files, arguments.gold.front(), authors));
  const std::vector<Question> questions = questions_of(set, settings);
  const Vote result = vote(questions, set.kinds, settings);
  Scoreboard board({{"plain vote", ScoreKind::accuracy},
                    {"our vote", ScoreKind::accuracy},
                    {"5 % decided", ScoreKind::accuracy}});
  std::vector<Hits> hits(questions.size());
  score_decided(set, questions, settings, hits);
  std::vector<std::string> misses;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const TruthQuestion& question = set.questions[q];
    if (!question.has_gold) continue;
    auto& tallies = board.add_document();
    const std::uint64_t ours = rightness(question, result.chances[q]);
    tallies[0] += {rightness(question, plain_vote(question)), kWhole, kWhole};
    tallies[1] += {ours, kWhole, kWhole};
    tallies[2] += hits[q].decided;
    if (!arguments.misses || ours == kWhole) continue;
    const auto best = std::max_element(result.chances[q].begin(), result.chances[q].end());
    misses.push_back(
        question.name + ": " +
        shown(question.answers[static_cast<std::size_t>(best - result.chances[q].begin())]) +
        (question.gold ? ", right is " + shown(question.answers[*question.gold])
                       : ", nobody is right"));
  }
  const std::string head = std::to_string(board.documents()) + " questions with an answer, of " +
                           std::to_string(set.questions.size()) + "; " +
                           std::to_string(set.sources.size()) + " sources";
  return Measured{std::move(board), head, std::move(misses)};
}

}  // namespace relata::cli
