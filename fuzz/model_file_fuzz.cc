// SPDX-License-Identifier: Apache-2.0
// A model file, as it comes and as a good file around a section of any bytes: the hash of a section keeps a fuzzer out of it
// otherwise. What opens can be asked.
#include "fuzz/fuzz_input.h"
#include "relata/model/integer_matrix.h"
#include "relata/model/linear_model.h"
#include "relata/model/model_file.h"
#include "relata/model/vector_table.h"

using namespace relata;

namespace {

void ask(const LinearModel& model) {
  std::vector<Feature> features;
  for (std::uint64_t feature = 1; feature != 0; feature <<= 5)
    features.push_back(feature * 0x9E3779B97F4A7C15u);
  std::vector<float> out(model.labels().size());
  model.scores(features, out);
}

void ask(const VectorTable& table) {
  std::vector<std::int32_t> out(table.columns());
  for (std::uint64_t word = 1; word != 0; word <<= 7)
    table.add_row(table.row_of(word * 0x9E3779B97F4A7C15u), out);
  table.add_row(table.rows() - 1, out);
}

void ask(const IntegerMatrix& matrix) {
  const std::vector<std::int16_t> in(matrix.inputs() * 3, IntegerMatrix::kOne);
  std::vector<std::int32_t> out(matrix.outputs() * 3);
  matrix.multiply(in, 3, out);
}

void open_and_ask(std::string_view bytes) {
  const auto file = ModelFile::open(std::make_unique<HeldBytes>(bytes));
  if (!file) return;
  for (const std::string_view name : file.value().names()) {
    RELATA_CHECK(static_cast<bool>(file.value().section(name)));
    if (const auto model = LinearModel::open(file.value(), name)) ask(model.value());
    if (const auto table = VectorTable::open(file.value(), name)) ask(table.value());
    if (const auto matrix = IntegerMatrix::open(file.value(), name, IntegerMatrix::kOne))
      ask(matrix.value());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = view_of(data, size);
  open_and_ask(bytes);
  ModelWriter writer;
  writer.add("x", std::string(bytes));
  open_and_ask(writer.finish());
  return 0;
}
