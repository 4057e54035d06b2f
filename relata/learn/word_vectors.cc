// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/word_vectors.h"

#include <simdjson.h>

#include <unordered_map>

#include "relata/text/word_view.h"

namespace relata {
namespace {

using Rows = std::unordered_map<std::string, std::uint32_t>;

constexpr std::size_t kMostDimensions = 1024;

// The rows of the words to keep; throws what simdjson throws.
Rows rows_of(simdjson::ondemand::document& document, std::size_t most,
             const std::unordered_set<std::uint64_t>& wanted, WordVectors& out) {
  Rows rows;
  std::unordered_set<std::uint64_t> seen;
  std::size_t rank = 0;
  for (auto item : document["words"].get_array()) {
    const std::string_view word = item.get_string();
    const std::uint64_t hash = view_word(word).lower;
    if ((rank++ >= most && !wanted.contains(hash)) || !seen.insert(hash).second) continue;
    rows.emplace(word, static_cast<std::uint32_t>(out.words.size()));
    out.words.push_back(hash);
  }
  return rows;
}

void fill(simdjson::ondemand::document& document, const Rows& rows, std::size_t dimensions,
          Matrix& out) {
  for (auto field : document["vectors"].get_object()) {
    const std::string_view word = field.unescaped_key();
    const auto row = rows.find(std::string(word));
    if (row == rows.end()) continue;
    std::size_t column = 0;
    for (auto number : field.value().get_array()) {
      if (column == dimensions) break;
      out.row(row->second)[column++] = static_cast<float>(number.get_double());
    }
  }
}

}  // namespace

Result<WordVectors> read_word_vectors(std::string_view json, std::size_t most,
                                      const std::unordered_set<std::uint64_t>& wanted) {
  try {
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(json);
    simdjson::ondemand::document document = parser.iterate(padded);
    const std::uint64_t dimensions = document["dimensions"].get_uint64();
    if (dimensions == 0 || dimensions > kMostDimensions)
      return Error{"word vectors of " + std::to_string(dimensions) + " dimensions"};
    WordVectors result;
    const Rows rows = rows_of(document, most, wanted, result);
    result.vectors.reset(result.words.size(), dimensions);
    fill(document, rows, dimensions, result.vectors);
    return result;
  } catch (const simdjson::simdjson_error& error) {
    return Error{std::string("word vectors: ") + error.what()};
  }
}

}  // namespace relata
