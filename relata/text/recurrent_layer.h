// SPDX-License-Identifier: Apache-2.0
// RecurrentLayer: a long short-term memory over the words of a sentence in both directions, in whole numbers. Curves: its
// sigmoid and tanh, as tables that come with the weights, so that no processor or library draws them its own way.
//
// Sections, after a layer's name: ".forward.input", ".forward.recurrent" and the same for ".backward" (IntegerMatrix, outputs:
// input gates, forget gates, output gates, candidates). "curves": i16:sigmoid[4096] i16:tanh[4096], over -8 … 8.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "relata/base/result.h"
#include "relata/model/integer_matrix.h"

namespace relata {

class Curves {
 public:
  static constexpr std::size_t kSteps = 4096;
  static Result<Curves> open(const ModelFile& file);

  [[nodiscard]] std::int32_t sigmoid(std::int32_t value) const { return sigmoid_[place(value)]; }
  [[nodiscard]] std::int32_t tanh(std::int32_t value) const { return tanh_[place(value)]; }

 private:
  // Values are in steps of 2^-12, places in steps of 2^-8.
  static std::size_t place(std::int32_t value) {
    constexpr auto kEnd = static_cast<std::int32_t>(kSteps);
    return static_cast<std::size_t>(std::clamp((value >> 4) + kEnd / 2, 0, kEnd - 1));
  }
  const std::int16_t* sigmoid_ = nullptr;
  const std::int16_t* tanh_ = nullptr;
};
[[nodiscard]] std::string curves_section();

class RecurrentLayer {
 public:
  // `largest_input`: of the numbers that it will be given.
  static Result<RecurrentLayer> open(const ModelFile& file, const std::string& name,
                                     std::int32_t largest_input);

  [[nodiscard]] std::size_t inputs() const { return ways_[0].input.inputs(); }
  [[nodiscard]] std::size_t outputs() const { return 2 * width_; }

  struct Buffers {
    std::vector<std::int32_t> gates, cells;
    std::vector<std::int16_t> last;
  };
  // Of each word, from its row of `in`, a row of `out`: what was read up to it and what from it on. Numbers within ±1.
  void read(std::span<const std::int16_t> in, std::size_t words, const Curves& curves,
            std::vector<std::int16_t>& out, Buffers& buffers) const;

 private:
  struct Way {
    IntegerMatrix input, recurrent;
  };
  RecurrentLayer(std::array<Way, 2> ways, std::size_t width) : ways_(ways), width_(width) {}
  void step(const Curves& curves, const std::int32_t* gates, Buffers& buffers,
            std::int16_t* out) const;

  std::array<Way, 2> ways_;  // forward, backward
  std::size_t width_ = 0;    // of each
};

}  // namespace relata
