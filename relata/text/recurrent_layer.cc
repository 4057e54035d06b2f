// SPDX-License-Identifier: Apache-2.0
#include "relata/text/recurrent_layer.h"

#include <algorithm>
#include <cmath>

#include "relata/model/section_reader.h"

namespace relata {
namespace {

constexpr int kFraction = IntegerMatrix::kFraction;
constexpr std::int32_t kOne = IntegerMatrix::kOne;
constexpr std::int32_t kHalf = kOne / 2;
constexpr std::int32_t kLargestCell = 64 * kOne;  // what is remembered never needs more

bool within(std::span<const std::int16_t> values, std::int32_t least, std::int32_t most) {
  return std::all_of(values.begin(), values.end(),
                     [&](std::int16_t value) { return value >= least && value <= most; });
}

}  // namespace

Result<Curves> Curves::open(const ModelFile& file) {
  RELATA_TRY(const auto bytes, file.section("curves"));
  SectionReader reader(bytes);
  const auto sigmoid = reader.array<std::int16_t>(kSteps);
  const auto tanh = reader.array<std::int16_t>(kSteps);
  if (!reader.ok() || !within(sigmoid, 0, kOne) || !within(tanh, -kOne, kOne))
    return Error{"model section curves is broken"};
  Curves curves;
  curves.sigmoid_ = sigmoid.data();
  curves.tanh_ = tanh.data();
  return curves;
}

std::string curves_section() {
  SectionBytes bytes;
  const auto add = [&](auto curve) {
    for (std::size_t step = 0; step < Curves::kSteps; ++step) {
      const double middle = (static_cast<double>(step) + 0.5 - Curves::kSteps / 2.0) / 256.0;
      bytes.value(static_cast<std::int16_t>(std::lround(curve(middle) * kOne)));
    }
  };
  add([](double x) { return 1 / (1 + std::exp(-x)); });
  add([](double x) { return std::tanh(x); });
  return std::move(bytes).take();
}

Result<RecurrentLayer> RecurrentLayer::open(const ModelFile& file, const std::string& name,
                                            std::int32_t largest_input) {
  const auto open_way = [&](const std::string& way) -> Result<Way> {
    RELATA_TRY(auto input, IntegerMatrix::open(file, name + way + ".input", largest_input));
    RELATA_TRY(auto recurrent, IntegerMatrix::open(file, name + way + ".recurrent", kOne));
    return Way{input, recurrent};
  };
  RELATA_TRY(const Way forward, open_way(".forward"));
  RELATA_TRY(const Way backward, open_way(".backward"));
  const std::size_t width = forward.recurrent.inputs();
  for (const Way* way : {&forward, &backward}) {
    if (width == 0 || way->recurrent.inputs() != width || way->recurrent.outputs() != 4 * width ||
        way->input.outputs() != 4 * width || way->input.inputs() != forward.input.inputs())
      return Error{"model section " + name + " has a wrong shape"};
  }
  return RecurrentLayer({forward, backward}, width);
}

void RecurrentLayer::read(std::span<const std::int16_t> in, std::size_t words, const Curves& curves,
                          std::vector<std::int16_t>& out, Buffers& buffers) const {
  out.resize(words * outputs());
  buffers.gates.resize(words * 4 * width_);
  for (const bool backward : {false, true}) {
    const Way& way = ways_[backward ? 1 : 0];
    way.input.multiply(in, words, buffers.gates);
    buffers.cells.assign(width_, 0);
    buffers.last.assign(width_, 0);
    for (std::size_t turn = 0; turn < words; ++turn) {
      const std::size_t word = backward ? words - 1 - turn : turn;
      const std::span<std::int32_t> gates{buffers.gates.data() + word * 4 * width_, 4 * width_};
      if (turn > 0) way.recurrent.add_product(buffers.last, 1, gates);
      std::int16_t* const row = out.data() + word * outputs() + (backward ? width_ : 0);
      step(curves, gates.data(), buffers, row);
      std::copy_n(row, width_, buffers.last.begin());
    }
  }
}

void RecurrentLayer::step(const Curves& curves, const std::int32_t* gates, Buffers& buffers,
                          std::int16_t* out) const {
  for (std::size_t i = 0; i < width_; ++i) {
    const std::int32_t in = curves.sigmoid(gates[i]);
    const std::int32_t forget = curves.sigmoid(gates[width_ + i]);
    const std::int32_t open = curves.sigmoid(gates[2 * width_ + i]);
    const std::int32_t candidate = curves.tanh(gates[3 * width_ + i]);
    std::int32_t& cell = buffers.cells[i];
    // At most 64 * 2^12 * 2^12 + 2^24: within 32 bits.
    cell = std::clamp((forget * cell + in * candidate + kHalf) >> kFraction, -kLargestCell,
                      kLargestCell);
    out[i] = static_cast<std::int16_t>((open * curves.tanh(cell) + kHalf) >> kFraction);
  }
}

}  // namespace relata
