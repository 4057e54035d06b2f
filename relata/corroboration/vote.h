// SPDX-License-Identifier: Apache-2.0
// Vote: which answer to a question has most support where voices differ. Each voice weighs as much as it is taken to be right;
// how often that is, is estimated from how often voices agree, voice by voice and drawn towards its kind, and those that
// copy each other count once. A statement that says less than an answer and contradicts nothing lends it a part of its weight.
//
//   const Vote result = vote(questions, sources, settings);   // chances of each answer, reliability of each source
//
// An incident has too few statements to estimate anything: there the letter of a voice stands for its weight (weight_of).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/base/data_folder.h"

namespace relata {

// data/vote_settings.tsv has what each means.
struct VoteSettings {
  double letter_a = 0, letter_b = 0, letter_c = 0, letter_d = 0, letter_e = 0, letter_f = 0;
  double accuracy = 0, prior_statements = 0, kind_statements = 0;
  double least_accuracy = 0, greatest_accuracy = 0;
  double wrong_values = 0, partial = 0, overlap = 0, rounds = 0;
  double copying_prior = 0, copying_rate = 0, copying_questions = 0;

  static Result<VoteSettings> load(const DataFolder& folder);
};

// One source gives one answer to a question.
struct Ballot {
  std::uint32_t source = 0;
  std::uint32_t answer = 0;  // index into the answers of the question
  auto operator<=>(const Ballot&) const = default;
};

struct Question {
  std::uint32_t answers = 0;
  std::vector<Ballot> statements;
  std::vector<double>
      lends;  // answers x answers: what stating row lends to column, 0 to 1; 1 to itself
  std::optional<std::uint32_t>
      decided;  // by a person; outranks the vote, and teaches how reliable sources are
};

struct Vote {
  std::vector<std::vector<double>> chances;  // of each question's answers; they add up to 1
  std::vector<double> reliability;           // of each source
};

// kinds: of each source, any numbers from 0. The order of questions' statements means nothing.
[[nodiscard]] Vote vote(std::span<const Question> questions, std::span<const std::uint32_t> kinds,
                        const VoteSettings& settings);

// What a voice that is right so often weighs.
[[nodiscard]] double weight_of(double accuracy, const VoteSettings& settings);

// From weights to chances.
[[nodiscard]] std::vector<double> chances_of(std::vector<double> support);

}  // namespace relata
