// SPDX-License-Identifier: Apache-2.0
// LstmLayer: a recurrent layer that reads the sentences of a batch in one direction (Hochreiter and Schmidhuber 1997), and its
// gradients. Columns of `input`, `recurrent` and `bias`: input gate, forget gate, output gate, candidate, each as wide as the layer.
#pragma once

#include "relata/learn/adam.h"
#include "relata/learn/packed_batch.h"

namespace relata {

enum class Direction { forward, backward };

class LstmLayer {
 public:
  LstmLayer(std::size_t inputs, std::size_t width, Direction direction, Shuffle& random);

  // Fills `out` (a row per word, `width` columns); keeps what `learn` needs.
  void run(Block inputs, const PackedBatch& batch, Block out);
  // From the gradient of `out`, which it spoils: adds to the gradients of the weights and of the inputs.
  void learn(Block inputs, const PackedBatch& batch, Block out, Block out_gradient,
             Block inputs_gradient);

  Parameter input, recurrent, bias;

 private:
  [[nodiscard]] std::size_t width() const { return recurrent.value.rows(); }
  // The step that is read before `step`, and how many sentences take part in both.
  struct Before {
    std::size_t step = 0;
    std::size_t count = 0;
  };
  [[nodiscard]] Before before(const PackedBatch& batch, std::size_t step) const;
  [[nodiscard]] std::size_t step_at(const PackedBatch& batch, std::size_t turn) const;
  void open_gates(const PackedBatch& batch, std::size_t step, Block out);
  void close_gates(const PackedBatch& batch, std::size_t step, Block out_gradient);

  Direction direction_;
  Matrix gates_;          // after their curves; while learning, the gradients before them
  Matrix cells_;          // what is remembered after each word
  Matrix cell_curves_;    // tanh of it
  Matrix cell_gradient_;  // by sentence, from the step read after
};

}  // namespace relata
