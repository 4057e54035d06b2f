// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/vote.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "relata/corroboration/copying.h"

namespace relata {
namespace {

class Voting {
 public:
  Voting(std::span<const Question> questions, std::span<const std::uint32_t> kinds,
         const VoteSettings& settings)
      : kinds_(kinds), settings_(settings), questions_(questions.begin(), questions.end()) {
    for (Question& question : questions_) {
      std::sort(question.statements.begin(), question.statements.end());
    }
    vote_.reliability.assign(kinds.size(), settings.accuracy);
    vote_.chances.resize(questions.size());
  }

  Vote run() {
    const auto rounds = static_cast<int>(settings_.rounds);
    for (int round = 0; round < rounds; ++round) {
      // Who copies is asked when there is a first notion of what is right.
      if (round >= 2) copying_ = Copying(questions_, vote_, settings_);
      weigh_answers();
      weigh_sources();
    }
    return std::move(vote_);
  }

 private:
  void weigh_answers() {
    for (std::size_t q = 0; q < questions_.size(); ++q) {
      const Question& question = questions_[q];
      std::vector<double> support(question.answers, 0);
      if (question.decided) {
        support[*question.decided] = 1;
        vote_.chances[q] = std::move(support);
        continue;
      }
      for (const auto& [statement, weight] : weighed(question)) {
        for (std::uint32_t answer = 0; answer < question.answers; ++answer) {
          support[answer] += weight * lent(question, statement.answer, answer);
        }
      }
      vote_.chances[q] = chances_of(std::move(support));
    }
  }

  static double lent(const Question& question, std::uint32_t stated, std::uint32_t answer) {
    return question.lends[std::size_t{stated} * question.answers + answer];
  }

  // Each statement with its weight: a source's is shared among its answers, and what it may have copied from a better one
  // that says the same does not count again.
  std::vector<std::pair<Ballot, double>> weighed(const Question& question) const {
    std::vector<std::pair<Ballot, double>> result;
    const auto& statements = question.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const std::uint32_t source = statements[i].source;
      const auto answers = static_cast<double>(
          std::count_if(statements.begin(), statements.end(),
                        [&](const Ballot& other) { return other.source == source; }));
      double weight = weight_of(vote_.reliability[source], settings_) / answers;
      if (!copying_.empty()) {
        for (const Ballot& other : statements) {
          if (other.answer == statements[i].answer && before(other.source, source))
            weight *= 1 - settings_.copying_rate * copying_.chance(other.source, source);
        }
      }
      result.emplace_back(statements[i], weight);
    }
    return result;
  }

  // The more reliable of two sources, else the one with the lower number, is taken to be the one that was copied.
  bool before(std::uint32_t a, std::uint32_t b) const {
    const double x = vote_.reliability[a], y = vote_.reliability[b];
    return x != y ? x > y : a < b;
  }

  void weigh_sources() {
    const std::size_t kinds =
        kinds_.empty() ? 0 : std::size_t{*std::max_element(kinds_.begin(), kinds_.end())} + 1;
    std::vector<double> right(kinds_.size(), 0), said(kinds_.size(), 0);
    std::vector<double> kind_right(kinds, 0), kind_said(kinds, 0);
    for (std::size_t q = 0; q < questions_.size(); ++q) {
      const Question& question = questions_[q];
      if (!question.decided && one_source(question)) continue;
      for (const Ballot& statement : question.statements) {
        double agreed = 0;
        for (std::uint32_t answer = 0; answer < question.answers; ++answer) {
          agreed += vote_.chances[q][answer] * lent(question, statement.answer, answer);
        }
        right[statement.source] += agreed;
        said[statement.source] += 1;
        kind_right[kinds_[statement.source]] += agreed;
        kind_said[kinds_[statement.source]] += 1;
      }
    }
    for (std::size_t source = 0; source < kinds_.size(); ++source) {
      const std::uint32_t kind = kinds_[source];
      const double of_kind = (kind_right[kind] + settings_.kind_statements * settings_.accuracy) /
                             (kind_said[kind] + settings_.kind_statements);
      vote_.reliability[source] = (right[source] + settings_.prior_statements * of_kind) /
                                  (said[source] + settings_.prior_statements);
    }
  }

  static bool one_source(const Question& question) {
    return question.statements.empty() ||
           question.statements.front().source == question.statements.back().source;
  }

  std::span<const std::uint32_t> kinds_;
  const VoteSettings& settings_;
  std::vector<Question> questions_;  // statements in order, so that sums come out the same
  Copying copying_;
  Vote vote_;
};

}  // namespace

Vote vote(std::span<const Question> questions, std::span<const std::uint32_t> kinds,
          const VoteSettings& settings) {
  return Voting(questions, kinds, settings).run();
}

double weight_of(double accuracy, const VoteSettings& settings) {
  const double bounded = std::clamp(accuracy, settings.least_accuracy, settings.greatest_accuracy);
  return std::log(settings.wrong_values * bounded / (1 - bounded));
}

std::vector<double> chances_of(std::vector<double> support) {
  if (support.empty()) return support;
  const double most = *std::max_element(support.begin(), support.end());
  double sum = 0;
  for (double& each : support) sum += each = std::exp(each - most);
  for (double& each : support) each /= sum;
  return support;
}

Result<VoteSettings> VoteSettings::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("vote_settings.tsv", {"name", "value"}));
  VoteSettings settings;
  const std::pair<std::string_view, double*> members[] = {
      {"letter_a", &settings.letter_a},
      {"letter_b", &settings.letter_b},
      {"letter_c", &settings.letter_c},
      {"letter_d", &settings.letter_d},
      {"letter_e", &settings.letter_e},
      {"letter_f", &settings.letter_f},
      {"accuracy", &settings.accuracy},
      {"prior_statements", &settings.prior_statements},
      {"kind_statements", &settings.kind_statements},
      {"least_accuracy", &settings.least_accuracy},
      {"greatest_accuracy", &settings.greatest_accuracy},
      {"wrong_values", &settings.wrong_values},
      {"partial", &settings.partial},
      {"overlap", &settings.overlap},
      {"rounds", &settings.rounds},
      {"copying_prior", &settings.copying_prior},
      {"copying_rate", &settings.copying_rate},
      {"copying_questions", &settings.copying_questions}};
  for (const auto& [name, member] : members) {
    bool found = false;
    for (const auto& row : table.rows()) {
      if (row.cell("name") != name) continue;
      RELATA_TRY(*member, row.number("value"));
      found = true;
    }
    if (!found) return Error{"vote_settings.tsv: no row for " + std::string(name)};
  }
  return settings;
}

}  // namespace relata
