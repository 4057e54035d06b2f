// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/ecb_gold.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "relata/base/fold.h"

namespace relata {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, kEcbSigns> kNames = {
    "prior",          "lemma_same", "stem_same",   "stem_documents", "documents",
    "stem_sentences", "sentences",  "stem_beside", "beside",         "stem_one_document",
    "one_document",   "stem_rare",  "told_beside", "stem_all_words", "tags_same"};
constexpr std::size_t kStem = 5;          // letters
constexpr std::size_t kBesideTokens = 5;  // to either side
constexpr double kMostAlike = 0.6;

bool is_word(std::string_view word, std::size_t longer_than) {
  return word.size() > longer_than &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool ends_sentence(std::string_view word) { return word == "." || word == "?" || word == "!"; }

// "announcement", "announced", "announces" -> "annou".
std::string stem_of(std::string word) {
  static constexpr std::string_view kEndings[] = {"ations", "ation", "ings", "ing", "ments", "ment",
                                                  "ions",   "ion",   "ers",  "er",  "ors",   "or",
                                                  "ed",     "es",    "al",   "s",   "e"};
  if (word.size() > 5) {
    for (const std::string_view ending : kEndings) {
      if (!word.ends_with(ending)) continue;
      word.resize(word.size() - ending.size());
      break;
    }
  }
  return word.substr(0, kStem);
}

double overlap(const std::map<std::string, double>& a, const std::map<std::string, double>& b) {
  double shared = 0, of_a = 0, of_b = 0;
  for (const auto& [word, weight] : a) {
    of_a += weight;
    const auto at = b.find(word);
    if (at != b.end()) shared += std::min(weight, at->second);
  }
  for (const auto& [word, weight] : b) of_b += weight;
  return of_a > 0 && of_b > 0 ? shared / std::sqrt(of_a * of_b) : 0;
}

}  // namespace

Result<EcbSizes> load_ecb_weights(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("ecb_evidence.tsv", {"sign", "weight", "meaning"}));
  EcbSizes weights{};
  std::set<std::string_view> met;
  for (const Table::Row& row : table.rows()) {
    const auto name = std::find(kNames.begin(), kNames.end(), row.cell("sign"));
    if (name == kNames.end()) return Error{"no sign"}.with(row.where());
    RELATA_TRY(const double weight, row.number("weight"));
    weights[static_cast<std::size_t>(name - kNames.begin())] = weight;
    met.insert(*name);
  }
  if (met.size() != kEcbSigns) return Error{"ecb_evidence.tsv: a sign has no row"};
  return weights;
}

Result<EcbMentions> EcbMentions::parse(std::string_view bytes) {
  const json all = json::parse(bytes, nullptr, false);
  if (all.is_discarded() || !all.is_array()) return Error{"no list of mentions"};
  EcbMentions gold;
  std::map<std::string, std::uint32_t> documents;
  try {
    for (const json& one : all) {
      const auto [at, added] = documents.emplace(one.at("doc_id").get<std::string>(),
                                                 static_cast<std::uint32_t>(documents.size()));
      if (added) {
        gold.documents_.emplace_back();
        for (const json& word : one.at("mention_context"))
          gold.documents_.back().push_back(lower_ascii(word.get<std::string>()));
      }
      Mention mention;
      mention.document = at->second;
      mention.chain = one.at("coref_chain").get<std::string>();
      mention.lemma = lower_ascii(one.at("mention_head_lemma").get<std::string>());
      mention.stem = stem_of(mention.lemma);
      mention.tag = one.at("mention_head_pos").get<std::string>();
      mention.words = lower_ascii(one.at("tokens_str").get<std::string>());
      mention.tokens = one.at("tokens_number").get<std::vector<std::size_t>>();
      const std::size_t words = gold.documents_[mention.document].size();
      if (mention.tokens.empty() ||
          *std::max_element(mention.tokens.begin(), mention.tokens.end()) >= words)
        return Error{"a mention lies outside of its document"};
      gold.mentions_.push_back(std::move(mention));
    }
  } catch (const json::exception& error) {
    return Error{std::string("no mention: ") + error.what()};
  }
  gold.weigh_documents();
  for (Mention& mention : gold.mentions_) gold.add_context(mention);
  return gold;
}

void EcbMentions::weigh_documents() {
  std::map<std::string, double> holding;
  for (const auto& words : documents_) {
    for (const std::string& word : std::set<std::string>(words.begin(), words.end())) {
      if (is_word(word, 3)) ++holding[word];
    }
  }
  const auto count = static_cast<double>(documents_.size());
  for (const auto& [word, documents] : holding) rarity_[word] = std::log(count / documents);
  for (const auto& words : documents_) {
    Weights vector;
    for (const std::string& word : words) {
      if (rarity_.contains(word)) ++vector[word];
    }
    double squares = 0;
    for (auto& [word, weight] : vector) {
      weight = (1 + std::log(weight)) * rarity_.at(word);
      squares += weight * weight;
    }
    for (auto& [word, weight] : vector) weight /= squares > 0 ? std::sqrt(squares) : 1;
    vectors_.push_back(std::move(vector));
  }
  std::set<std::pair<std::uint32_t, std::string>> stems;
  for (const Mention& mention : mentions_) stems.emplace(mention.document, mention.stem);
  for (const auto& [document, stem] : stems) ++stem_documents_[stem];
}

void EcbMentions::add_context(Mention& mention) const {
  const auto& words = documents_[mention.document];
  const std::size_t at = mention.tokens.front();
  std::size_t begin = at, end = at;
  while (begin > 0 && !ends_sentence(words[begin - 1])) --begin;
  while (end < words.size() && !ends_sentence(words[end])) ++end;
  for (std::size_t i = begin; i < end; ++i) {
    if (std::find(mention.tokens.begin(), mention.tokens.end(), i) != mention.tokens.end())
      continue;
    const auto rarity = rarity_.find(words[i]);
    const double weight = rarity == rarity_.end() ? 0 : rarity->second;
    if (is_word(words[i], 3)) mention.sentence[words[i]] = weight;
    if (is_word(words[i], 2) && i + kBesideTokens >= at && i <= at + kBesideTokens)
      mention.beside[words[i]] = weight;
  }
}

std::vector<std::uint32_t> EcbMentions::chains() const {
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::uint32_t> chains;
  for (const Mention& mention : mentions_)
    chains.push_back(
        numbers.emplace(mention.chain, static_cast<std::uint32_t>(numbers.size())).first->second);
  return chains;
}

double EcbMentions::alike(std::uint32_t a, std::uint32_t b) const {
  double sum = 0;
  for (const auto& [word, weight] : vectors_[a]) {
    const auto at = vectors_[b].find(word);
    if (at != vectors_[b].end()) sum += weight * at->second;
  }
  return sum;
}

EcbSizes EcbMentions::signs(std::size_t first, std::size_t second) const {
  const Mention& a = mentions_[first];
  const Mention& b = mentions_[second];
  EcbSizes sizes{};
  const auto add = [&](EcbSign sign, double size) { sizes[static_cast<std::size_t>(sign)] = size; };
  const bool one = a.document == b.document, stem = a.stem == b.stem;
  const double documents = one ? 0 : std::min(kMostAlike, alike(a.document, b.document));
  const double sentences = overlap(a.sentence, b.sentence), beside = overlap(a.beside, b.beside);
  add(EcbSign::prior, 1);
  if (stem) {
    add(a.lemma == b.lemma ? EcbSign::lemma_same : EcbSign::stem_same, 1);
    add(EcbSign::stem_documents, documents);
    add(EcbSign::stem_sentences, sentences);
    add(EcbSign::stem_beside, beside);
    add(EcbSign::stem_one_document, one ? 1 : 0);
    const auto count = static_cast<double>(documents_.size());
    add(EcbSign::stem_rare,
        std::log(count / stem_documents_.at(a.stem)) / std::max(1.0, std::log(count)));
    add(EcbSign::stem_all_words, a.words == b.words ? 1 : 0);
    return sizes;
  }
  const auto stands_beside = [](const Mention& mention, const Mention& other) {
    return std::any_of(other.sentence.begin(), other.sentence.end(),
                       [&](const auto& word) { return stem_of(word.first) == mention.stem; });
  };
  add(EcbSign::documents, documents);
  add(EcbSign::sentences, sentences);
  add(EcbSign::beside, beside);
  add(EcbSign::one_document, one ? 1 : 0);
  add(EcbSign::told_beside, stands_beside(a, b) || stands_beside(b, a) ? 1 : 0);
  add(EcbSign::tags_same, a.tag == b.tag ? 1 : 0);
  return sizes;
}

}  // namespace relata
