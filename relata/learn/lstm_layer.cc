// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/lstm_layer.h"

#include <algorithm>

namespace relata {

LstmLayer::LstmLayer(std::size_t inputs, std::size_t width, Direction direction, Shuffle& random)
    : input(inputs, 4 * width),
      recurrent(width, 4 * width),
      bias(1, 4 * width),
      direction_(direction) {
  input.fill(random);
  recurrent.fill(random);
  // At first everything is remembered.
  std::fill_n(bias.value.row(0) + width, width, 1.0F);
}

std::size_t LstmLayer::step_at(const PackedBatch& batch, std::size_t turn) const {
  return direction_ == Direction::forward ? turn : batch.steps() - 1 - turn;
}

LstmLayer::Before LstmLayer::before(const PackedBatch& batch, std::size_t step) const {
  if (direction_ == Direction::forward)
    return step == 0 ? Before{} : Before{step - 1, batch.count[step]};
  return step + 1 == batch.steps() ? Before{} : Before{step + 1, batch.count[step + 1]};
}

void LstmLayer::run(Block inputs, const PackedBatch& batch, Block out) {
  gates_.reset(inputs.rows, 4 * width());
  cells_.reset(inputs.rows, width());
  cell_curves_.reset(inputs.rows, width());
  add_to_rows({bias.value.row(0), 4 * width()}, gates_);
  add_product(inputs, input.value, gates_);
  for (std::size_t turn = 0; turn < batch.steps(); ++turn) {
    const std::size_t step = step_at(batch, turn);
    if (const Before last = before(batch, step); last.count > 0) {
      add_product(out.row_range(batch.start[last.step], last.count), recurrent.value,
                  Block(gates_).row_range(batch.start[step], last.count));
    }
    open_gates(batch, step, out);
  }
}

void LstmLayer::open_gates(const PackedBatch& batch, std::size_t step, Block out) {
  const Before last = before(batch, step);
  const std::size_t size = width();
  for (std::size_t sentence = 0; sentence < batch.count[step]; ++sentence) {
    const std::size_t row = batch.start[step] + sentence;
    float* const gate = gates_.row(row);
    float* const cell = cells_.row(row);
    float* const curve = cell_curves_.row(row);
    to_sigmoid({gate, 3 * size});
    to_tanh({gate + 3 * size, size});
    for (std::size_t i = 0; i < size; ++i) cell[i] = gate[i] * gate[3 * size + i];
    if (sentence < last.count) {
      const float* const cell_before = cells_.row(batch.start[last.step] + sentence);
      for (std::size_t i = 0; i < size; ++i) cell[i] += gate[size + i] * cell_before[i];
    }
    std::copy_n(cell, size, curve);
    to_tanh({curve, size});
    float* const result = out.row(row);
    for (std::size_t i = 0; i < size; ++i) result[i] = gate[2 * size + i] * curve[i];
  }
}

void LstmLayer::close_gates(const PackedBatch& batch, std::size_t step, Block out_gradient) {
  const Before last = before(batch, step);
  const std::size_t size = width();
  for (std::size_t sentence = 0; sentence < batch.count[step]; ++sentence) {
    const std::size_t row = batch.start[step] + sentence;
    float* const gate = gates_.row(row);
    const float* const curve = cell_curves_.row(row);
    const float* const above = out_gradient.row(row);
    float* const cell_gradient = cell_gradient_.row(sentence);
    const float* const cell_before =
        sentence < last.count ? cells_.row(batch.start[last.step] + sentence) : nullptr;
    for (std::size_t i = 0; i < size; ++i) {
      const float in = gate[i];
      const float forget = gate[size + i];
      const float open = gate[2 * size + i];
      const float candidate = gate[3 * size + i];
      const float cell = cell_gradient[i] + above[i] * open * (1.0F - curve[i] * curve[i]);
      gate[i] = cell * candidate * in * (1.0F - in);
      gate[size + i] =
          cell_before == nullptr ? 0.0F : cell * cell_before[i] * forget * (1.0F - forget);
      gate[2 * size + i] = above[i] * curve[i] * open * (1.0F - open);
      gate[3 * size + i] = cell * in * (1.0F - candidate * candidate);
      cell_gradient[i] = cell_before == nullptr ? 0.0F : cell * forget;
    }
  }
}

void LstmLayer::learn(Block inputs, const PackedBatch& batch, Block out, Block out_gradient,
                      Block inputs_gradient) {
  cell_gradient_.reset(batch.steps() == 0 ? 0 : batch.count[0], width());
  // The outputs that each word was read with.
  Matrix outs_before(inputs.rows, width());
  Matrix turned(4 * width(), width());
  for (std::size_t r = 0; r < width(); ++r) {
    for (std::size_t c = 0; c < 4 * width(); ++c) turned.row(c)[r] = recurrent.value.row(r)[c];
  }
  for (std::size_t turn = batch.steps(); turn-- > 0;) {
    const std::size_t step = step_at(batch, turn);
    close_gates(batch, step, out_gradient);
    const Before last = before(batch, step);
    if (last.count == 0) continue;
    add_product(Block(gates_).row_range(batch.start[step], last.count), turned,
                out_gradient.row_range(batch.start[last.step], last.count));
    for (std::size_t sentence = 0; sentence < last.count; ++sentence) {
      std::copy_n(out.row(batch.start[last.step] + sentence), width(),
                  outs_before.row(batch.start[step] + sentence));
    }
  }
  add_product_transposed_a(inputs, gates_, input.gradient);
  add_product_transposed_a(outs_before, gates_, recurrent.gradient);
  add_sum_of_rows(gates_, bias.gradient.values());
  add_product_transposed_b(gates_, input.value, inputs_gradient);
}

}  // namespace relata
