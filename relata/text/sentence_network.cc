// SPDX-License-Identifier: Apache-2.0
#include "relata/text/sentence_network.h"

#include <algorithm>

#include "relata/model/section_reader.h"
#include "relata/text/word_input.h"

namespace relata {
namespace {

constexpr std::size_t kMostLayers = 8;
// Scores of arcs are sums of at most 112 products of numbers below 2^12: within 32 bits.
constexpr int kHeadShift = 3;
constexpr int kAskShift = 4;
constexpr std::int32_t kLargestFactor = 4095;

std::int16_t narrow(std::int32_t value, std::int32_t least, std::int32_t most) {
  return static_cast<std::int16_t>(std::clamp(value, least, most));
}

Result<std::vector<std::string_view>> names_in(const ModelFile& file, std::string_view section) {
  RELATA_TRY(const auto bytes, file.section(section));
  std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  std::vector<std::string_view> names;
  while (!text.empty()) {
    const auto end = text.find('\0');
    if (end == std::string_view::npos)
      return Error{"model section " + std::string(section) + " is broken"};
    names.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return names;
}

// Of a row, the place of the highest number; of equals the first.
std::size_t highest(const std::int32_t* row, std::size_t size) {
  return static_cast<std::size_t>(std::max_element(row, row + size) - row);
}

// A score for each word and head.
void score_arcs(const std::int16_t* asks, const std::int16_t* heads, std::size_t words,
                std::size_t width, std::int32_t* scores) {
  for (std::size_t word = 0; word < words; ++word) {
    for (std::size_t head = 0; head <= words; ++head) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < width; ++i)
        sum += std::int32_t{asks[word * width + i]} * std::int32_t{heads[head * width + i]};
      scores[word * (words + 1) + head] = sum;
    }
  }
}

}  // namespace

Result<SentenceNetwork> SentenceNetwork::open(const ModelFile& file) {
  RELATA_TRY(const auto words, VectorTable::open(file, "words"));
  RELATA_TRY(const auto affixes, VectorTable::open(file, "affixes"));
  RELATA_TRY(const Curves curves, Curves::open(file));
  RELATA_TRY(const auto tag, IntegerMatrix::open(file, "tag", IntegerMatrix::kOne));
  RELATA_TRY(const auto hidden, IntegerMatrix::open(file, "hidden", IntegerMatrix::kOne));
  RELATA_TRY(const auto arc, IntegerMatrix::open(file, "arc", kLargestHidden));
  RELATA_TRY(const auto relation, IntegerMatrix::open(file, "relation", kLargestHidden));
  SentenceNetwork network(words, affixes, curves, tag, hidden, arc, relation);
  RELATA_TRY(Done layers, network.open_layers(file));
  static_cast<void>(layers);
  RELATA_TRY(const auto root, file.section("arc.root"));
  SectionReader reader(root);
  network.arc_root_ = reader.array<std::int16_t>(root.size() / sizeof(std::int16_t));
  RELATA_TRY(Done names, network.open_names(file));
  static_cast<void>(names);
  if (!reader.ok() || !network.fits()) return Error{"the parts of the network do not fit together"};
  return network;
}

Result<Done> SentenceNetwork::open_layers(const ModelFile& file) {
  for (std::size_t layer = 0; layer < kMostLayers; ++layer) {
    const std::string name = "layer" + std::to_string(layer);
    if (layer > 0 && !file.has(name + ".forward.input")) break;
    const std::int32_t largest = layer == 0 ? kLargestInput : IntegerMatrix::kOne;
    RELATA_TRY(RecurrentLayer opened, RecurrentLayer::open(file, name, largest));
    layers_.push_back(opened);
  }
  return Done{};
}

Result<Done> SentenceNetwork::open_names(const ModelFile& file) {
  RELATA_TRY(const auto tags, names_in(file, "tag.names"));
  for (const auto name : tags) {
    const auto tag = tag_of(name);
    if (!tag) return Error{"unknown tag " + std::string(name)};
    tags_.push_back(*tag);
  }
  RELATA_TRY(const auto relations, names_in(file, "relation.names"));
  for (const auto name : relations) {
    const auto relation = deprel_of(name);
    if (!relation || relation == Deprel::root)
      return Error{"unknown relation " + std::string(name)};
    relations_.push_back(*relation);
  }
  return Done{};
}

bool SentenceNetwork::fits() const {
  std::size_t width = padded(words_.columns() + affixes_.columns());
  for (const RecurrentLayer& layer : layers_) {
    if (layer.inputs() != width) return false;
    width = layer.outputs();
  }
  const std::size_t arc = arc_.inputs();
  const bool roots_fit = std::all_of(arc_root_.begin(), arc_root_.end(), [](std::int16_t value) {
    return value >= -kLargestFactor && value <= kLargestFactor;
  });
  return tag_.inputs() == width && hidden_.inputs() == width && arc <= kWidestArc &&
         arc_.outputs() == arc && arc_root_.size() == arc && roots_fit &&
         hidden_.outputs() == 2 * arc + 2 * relation_.inputs() && !tags_.empty() &&
         tags_.size() <= tag_.outputs() && !relations_.empty() &&
         relations_.size() <= relation_.outputs();
}

void SentenceNetwork::look_up(std::span<const WordView> views, Buffers& buffers) const {
  const std::size_t columns = words_.columns();
  const std::size_t width = layers_.front().inputs();
  buffers.in.resize(views.size() * width);
  for (std::size_t i = 0; i < views.size(); ++i) {
    buffers.input.assign(width, 0);
    words_.add_row(words_.row_of(views[i].lower), buffers.input);
    const std::span<std::int32_t> rest = std::span(buffers.input).subspan(columns);
    for (const std::uint32_t row : affix_rows(views[i], affixes_.rows()))
      affixes_.add_row(row, rest);
    constexpr int kShift = 16 - IntegerMatrix::kFraction;
    for (std::size_t c = 0; c < width; ++c)
      buffers.in[i * width + c] =
          narrow((buffers.input[c] + (1 << (kShift - 1))) >> kShift, -kLargestInput, kLargestInput);
  }
}

void SentenceNetwork::read(std::span<const WordView> views, Buffers& buffers,
                           std::vector<WordSyntax>& out) const {
  out.assign(views.size(), {});
  if (views.empty()) return;
  look_up(views, buffers);
  for (const RecurrentLayer& layer : layers_) {
    layer.read(buffers.in, views.size(), curves_, buffers.out, buffers.layer);
    std::swap(buffers.in, buffers.out);
  }
  choose_tags(buffers, out);
  buffers.hidden.resize(views.size() * hidden_.outputs());
  hidden_.multiply(buffers.in, views.size(), buffers.hidden);
  choose_heads(buffers, out);
  choose_relations(buffers, out);
}

void SentenceNetwork::choose_tags(Buffers& buffers, std::vector<WordSyntax>& out) const {
  buffers.tags.resize(out.size() * tag_.outputs());
  tag_.multiply(buffers.in, out.size(), buffers.tags);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const TagPair tag = tags_[highest(buffers.tags.data() + i * tag_.outputs(), tags_.size())];
    out[i].upos = tag.upos;
    out[i].xpos = tag.xpos;
  }
}

void SentenceNetwork::choose_heads(Buffers& buffers, std::vector<WordSyntax>& out) const {
  const std::size_t words = out.size();
  const std::size_t width = arc_.inputs();
  buffers.joint.resize(words * width);
  buffers.heads.resize((words + 1) * width);
  for (std::size_t i = 0; i < words; ++i) {
    const std::int32_t* const hidden = buffers.hidden.data() + i * hidden_.outputs();
    for (std::size_t c = 0; c < width; ++c) {
      buffers.joint[i * width + c] = narrow(hidden[c], 0, kLargestHidden);
      buffers.heads[i * width + c] = narrow(hidden[width + c] >> kHeadShift, 0, kLargestFactor);
    }
  }
  std::copy(arc_root_.begin(), arc_root_.end(),
            buffers.heads.begin() + static_cast<std::ptrdiff_t>(words * width));
  buffers.asked.resize(words * width);
  arc_.multiply(buffers.joint, words, buffers.asked);
  buffers.asks.resize(words * width);
  for (std::size_t at = 0; at < buffers.asked.size(); ++at)
    buffers.asks[at] = narrow(buffers.asked[at] >> kAskShift, -kLargestFactor, kLargestFactor);
  buffers.scores.resize(words * (words + 1));
  score_arcs(buffers.asks.data(), buffers.heads.data(), words, width, buffers.scores.data());
  buffers.search.find(buffers.scores, words, buffers.tree);
  for (std::size_t i = 0; i < words; ++i)
    out[i].head = buffers.tree[i] == words ? kNoToken : buffers.tree[i];
}

void SentenceNetwork::choose_relations(Buffers& buffers, std::vector<WordSyntax>& out) const {
  const std::size_t words = out.size();
  const std::size_t width = relation_.inputs();
  const std::size_t first = 2 * arc_.inputs();
  buffers.joint.assign(words * width, 0);
  for (std::size_t i = 0; i < words; ++i) {
    if (out[i].head == kNoToken) continue;
    const std::int32_t* const word = buffers.hidden.data() + i * hidden_.outputs() + first;
    const std::int32_t* const head =
        buffers.hidden.data() + out[i].head * hidden_.outputs() + first + width;
    for (std::size_t c = 0; c < width; ++c)
      buffers.joint[i * width + c] = narrow(word[c] + head[c], 0, kLargestHidden);
  }
  buffers.relations.resize(words * relation_.outputs());
  relation_.multiply(buffers.joint, words, buffers.relations);
  for (std::size_t i = 0; i < words; ++i) {
    if (out[i].head == kNoToken) continue;
    out[i].deprel =
        relations_[highest(buffers.relations.data() + i * relation_.outputs(), relations_.size())];
  }
}

}  // namespace relata
