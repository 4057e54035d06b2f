// SPDX-License-Identifier: Apache-2.0
// Synthetic reports among which copies are planted, for measuring near-copies; for tests and bench/. Words follow Zipf's law;
// sentences hold stock phrases and some are made from templates; outlets have footers, wars have background paragraphs. A
// copy takes 30 to 100 % of a report's sentences, changes up to a tenth of the words and all names and numbers of half of them,
// puts sentences in another order, and adds sentences of its own.
//
//   const Planted planted = plant_copies({.reports = 2000, .seed = 7});
//   const CopyScore score = score_copies(planted, find_reuse(...));
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "relata/lineages/near_copies.h"

namespace relata {

struct PlantedOptions {
  std::size_t reports = 1000;
  double copied = 0.1;        // of the reports are copies
  double most_changed = 0.1;  // of the words of a copy
  std::uint32_t seed = 1;
};

struct PlantedReport {
  std::string text;
  std::size_t family = 0;                          // the report that it or its original is
  std::map<std::uint32_t, std::size_t> sentences;  // id of a sentence of one's own -> its words
  std::size_t words = 0;
};

struct Planted {
  std::vector<PlantedReport> reports;
};

// Pairs that share less than 30 % of the shorter one's words, but something, are neither right nor wrong.
struct CopyScore {
  std::size_t planted = 0, found = 0, false_pairs = 0;
  [[nodiscard]] double recall() const { return ratio(found, planted); }
  [[nodiscard]] double precision() const { return ratio(found, found + false_pairs); }

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

// The i-th report's id: not in the order of i.
inline ReportId planted_id(std::size_t i) {
  ReportId id;
  std::uint64_t mixed = (i + 1) * 0x9e3779b97f4a7c15U;
  for (std::size_t byte = 0; byte < 8; ++byte, mixed >>= 8)
    id.bytes[byte] = static_cast<std::uint8_t>(mixed);
  return id;
}

class ReportWriter {
 public:
  explicit ReportWriter(const PlantedOptions& options) : options_(options), random_(options.seed) {
    for (std::size_t i = 0; i < kVocabulary; ++i) vocabulary_.push_back(made_word());
    for (std::size_t i = 0; i < 4000; ++i) phrases_.push_back(words(between(3, 9)));
    for (std::size_t i = 0; i < std::clamp<std::size_t>(options_.reports / 250, 8, 400); ++i)
      templates_.push_back(made_template());
    for (std::size_t i = 0; i < boilerplates(); ++i) footers_.push_back(words(between(15, 45)));
    for (std::size_t i = 0; i < boilerplates(); ++i) backgrounds_.push_back(words(between(30, 70)));
  }

  Planted write() {
    Planted planted;
    std::vector<std::vector<Sentence>> originals;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < options_.reports; ++i) {
      std::vector<Sentence> sentences;
      std::size_t family = i;
      if (i > 20 && chance(options_.copied)) {
        const std::size_t original = between(0, originals.size() - 1);
        family = numbers[original];
        sentences = copy_of(originals[original]);
      } else {
        sentences = own_sentences(between(6, 22));
        originals.push_back(sentences);
        numbers.push_back(i);
      }
      planted.reports.push_back(printed(sentences, family));
    }
    return planted;
  }

 private:
  using Words = std::vector<std::string>;
  struct Sentence {
    std::uint32_t id = 0;
    Words words;
  };
  static constexpr std::size_t kVocabulary = 40'000;

  // Outlets, and wars: so many that each has many reports.
  [[nodiscard]] std::size_t boilerplates() const {
    return std::clamp<std::size_t>(options_.reports / 400, 2, 60);
  }
  bool chance(double share) { return std::uniform_real_distribution<>(0, 1)(random_) < share; }
  std::size_t between(std::size_t low, std::size_t high) {
    return std::uniform_int_distribution<std::size_t>(low, high)(random_);
  }
  // Near 1 / (rank + 2): the logarithm of the rank is even.
  std::size_t zipf(std::size_t size) {
    const double top = std::log(static_cast<double>(size) + 2.0);
    const double low = std::log(2.0);
    const double drawn = std::exp(std::uniform_real_distribution<>(low, top)(random_)) - 2.0;
    return std::min(size - 1, static_cast<std::size_t>(drawn));
  }

  std::string made_word() {
    static constexpr std::string_view kFirst = "bdfghjklmnprstvz", kSecond = "aeiou";
    std::string word;
    for (std::size_t left = between(1, 4); left > 0; --left) {
      word += kFirst[between(0, kFirst.size() - 1)];
      word += kSecond[between(0, kSecond.size() - 1)];
    }
    return word;
  }
  std::string word() { return vocabulary_[zipf(kVocabulary)]; }
  Words words(std::size_t count) {
    Words all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(word());
    return all;
  }
  std::string name() {
    std::string one = vocabulary_[between(2000, kVocabulary - 1)];
    one[0] = static_cast<char>(one[0] - 'a' + 'A');
    return one;
  }
  std::string number() { return std::to_string(between(2, 400)); }

  // "" stands for a name or a number.
  Words made_template() {
    Words all = words(between(10, 24));
    for (std::size_t i = between(1, 4); i < all.size(); i += between(3, 7)) all[i].clear();
    return all;
  }
  Words filled(Words all) {
    for (std::string& one : all)
      if (one.empty()) one = chance(0.5) ? name() : number();
    return all;
  }

  Sentence own_sentence() {
    Sentence sentence{++last_sentence_, {}};
    if (chance(0.15)) {
      sentence.words = filled(templates_[zipf(templates_.size())]);
      return sentence;
    }
    const std::size_t length = between(10, 32);
    while (sentence.words.size() < length) {
      if (chance(0.04)) {
        const Words& phrase = phrases_[zipf(phrases_.size())];
        sentence.words.insert(sentence.words.end(), phrase.begin(), phrase.end());
      } else {
        sentence.words.push_back(chance(0.06) ? name() : chance(0.03) ? number() : word());
      }
    }
    return sentence;
  }
  std::vector<Sentence> own_sentences(std::size_t count) {
    std::vector<Sentence> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(own_sentence());
    return all;
  }

  static bool is_name_or_number(const std::string& one) { return one[0] < 'a'; }

  void change(Words& all, double share, bool renamed) {
    Words changed;
    for (const std::string& one : all) {
      if (renamed && is_name_or_number(one)) {
        // The same name becomes the same other name.
        changed.push_back(one[0] < 'A' ? number() : one + "o");
      } else if (!chance(share)) {
        changed.push_back(one);
      } else if (chance(0.6)) {
        changed.push_back(word());
      } else if (chance(0.5)) {
        changed.push_back(one);
        changed.push_back(word());
      }
    }
    all = std::move(changed);
  }

  std::vector<Sentence> copy_of(const std::vector<Sentence>& original) {
    const double wanted = 0.3 + 0.7 * std::uniform_real_distribution<>(0, 1)(random_);
    std::size_t length = 0, taken = 0;
    for (const Sentence& one : original) length += one.words.size();
    std::vector<Sentence> copy;
    const std::size_t begin = between(0, original.size() - 1);
    const double changed = options_.most_changed * std::uniform_real_distribution<>(0, 1)(random_);
    const bool renamed = chance(0.5);
    for (std::size_t i = 0; i < original.size(); ++i) {
      if (static_cast<double>(taken) >= wanted * static_cast<double>(length)) break;
      copy.push_back(original[(begin + i) % original.size()]);
      taken += copy.back().words.size();
      change(copy.back().words, changed, renamed);
    }
    if (chance(0.3)) std::shuffle(copy.begin(), copy.end(), random_);
    const std::vector<Sentence> own = own_sentences(between(0, original.size()));
    copy.insert(chance(0.5) ? copy.begin() : copy.end(), own.begin(), own.end());
    return copy;
  }

  void append(std::string& text, const Words& all) {
    for (const std::string& one : all) {
      text += one;
      text += chance(0.05) ? ", " : " ";
    }
    text.back() = '.';
    text += chance(0.2) ? "\n" : " ";
  }
  PlantedReport printed(const std::vector<Sentence>& sentences, std::size_t family) {
    PlantedReport report;
    report.family = family;
    for (const Sentence& sentence : sentences) {
      append(report.text, sentence.words);
      report.sentences[sentence.id] = sentence.words.size();
      report.words += sentence.words.size();
    }
    if (chance(0.4)) append(report.text, backgrounds_[zipf(backgrounds_.size())]);
    if (chance(0.6)) append(report.text, footers_[zipf(footers_.size())]);
    return report;
  }

  PlantedOptions options_;
  std::mt19937 random_;
  Words vocabulary_;
  std::vector<Words> phrases_, templates_, footers_, backgrounds_;
  std::uint32_t last_sentence_ = 0;
};

inline Planted plant_copies(const PlantedOptions& options) { return ReportWriter(options).write(); }

// How much of the shorter report both hold.
inline double truly_shared(const PlantedReport& one, const PlantedReport& other) {
  std::size_t shared = 0;
  for (const auto& [id, words] : one.sentences) {
    const auto same = other.sentences.find(id);
    if (same != other.sentences.end()) shared += std::min(words, same->second);
  }
  return static_cast<double>(shared) / static_cast<double>(std::min(one.words, other.words));
}

inline CopyScore score_copies(const Planted& planted, const std::vector<TextReuse>& found) {
  CopyScore score;
  std::map<std::size_t, std::vector<std::size_t>> families;
  std::map<ReportId, std::size_t> number;
  for (std::size_t i = 0; i < planted.reports.size(); ++i) {
    families[planted.reports[i].family].push_back(i);
    number[planted_id(i)] = i;
  }
  const auto shared = [&](std::size_t i, std::size_t j) {
    return truly_shared(planted.reports[i], planted.reports[j]);
  };
  for (const auto& [family, members] : families)
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (shared(members[i], members[j]) >= 0.3) ++score.planted;
  for (const TextReuse& pair : found) {
    const double truth = shared(number.at(pair.first), number.at(pair.second));
    if (truth >= 0.3)
      ++score.found;
    else if (truth == 0)
      ++score.false_pairs;
  }
  return score;
}

}  // namespace relata
