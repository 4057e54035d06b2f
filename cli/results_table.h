// SPDX-License-Identifier: Apache-2.0
// The record of accuracy: one row of eval/results.tsv for each measurement, with the commit and the models it was made
// with, so that a gain or a loss can be found again.
#pragma once

#include "cli/eval.h"

namespace relata::cli {

// Appends a row; writes the head of the table if the file is new.
Result<Done> append_results(const Files& files, const std::string& root,
                            const EvalArguments& arguments, const Measured& measured,
                            const std::vector<Score>& scores);

}  // namespace relata::cli
