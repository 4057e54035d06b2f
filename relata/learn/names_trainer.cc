// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/names_trainer.h"

#include <algorithm>

#include "relata/learn/perceptron.h"
#include "relata/text/characters.h"
#include "relata/text/name_features.h"
#include "relata/text/sentences.h"
#include "relata/text/tokens.h"

namespace relata {
namespace {

constexpr int kEpochsBeforeOpen = 2;  // the first epochs see only sentences that leave nothing open

void add_sentence(Document& document, Span span, const TokenRules& rules) {
  std::vector<Span> spans;
  tokenize(document.text, span, rules, spans);
  if (spans.empty()) return;
  Sentence sentence;
  sentence.span = span;
  sentence.first = static_cast<TokenIndex>(document.tokens.size());
  for (const Span token : spans) {
    document.tokens.emplace_back();
    document.tokens.back().span = token;
    document.tokens.back().sentence = static_cast<std::uint32_t>(document.sentences.size());
  }
  sentence.last = static_cast<TokenIndex>(document.tokens.size());
  document.sentences.push_back(sentence);
}

// Tokens and sentences; every line is a paragraph.
Document cut(const NamedText& text, const TokenRules& rules) {
  Document document;
  document.text = text.text;
  std::vector<Span> sentences;
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find('\n', begin), text.text.size());
    find_sentences(document.text,
                   {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, rules,
                   sentences);
    begin = end + 1;
  }
  for (const Span sentence : sentences) add_sentence(document, sentence, rules);
  return document;
}

constexpr LabelSet only(NameLabel label) { return LabelSet{1} << label; }

// What each token may be, by what the corpus says.
std::vector<LabelSet> allowed_labels(const NamedText& text, const Document& document) {
  std::vector<LabelSet> allowed(document.tokens.size(), only(kNoName));
  auto name = text.names.begin();
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    const Span span = document.tokens[token].span;
    const bool open =
        std::any_of(text.open.begin(), text.open.end(), [&](Span o) { return o.overlaps(span); });
    const bool capital = is_capital(char_at(document.text, span.begin).code);
    const bool article =
        span.end < text.text.size() && text.text[span.end] == '-' && span.size() <= 3;
    if (open || (!text.complete && (capital || span.size() == 1 || article))) {
      allowed[token] = kAllLabels;
    }
    while (name != text.names.end() && name->span.end <= span.begin) ++name;
    if (name == text.names.end() || !name->span.overlaps(span)) continue;
    TokenIndex last = token + 1;
    while (last < document.tokens.size() && document.tokens[last].span.overlaps(name->span)) ++last;
    if (last == token + 1) {
      allowed[token] = only(name_label(name->kind, NamePart::only));
      continue;
    }
    allowed[token] = only(name_label(name->kind, NamePart::first));
    for (TokenIndex inner = token + 1; inner + 1 < last; ++inner)
      allowed[inner] = only(name_label(name->kind, NamePart::inner));
    allowed[last - 1] = only(name_label(name->kind, NamePart::last));
    token = last - 1;
  }
  return allowed;
}

bool is_one(LabelSet set) { return (set & (set - 1)) == 0; }

// One sentence's decision and, if it is wrong, what is learnt from it.
class SentenceLearner {
 public:
  explicit SentenceLearner(Perceptron& model) : model_(model), scores_(kNameLabels) {}

  bool learn(std::span<const std::vector<Feature>> features, std::span<const LabelSet> allowed) {
    score(features);
    decoder_.decode(sums_, pairs_, {}, guess_);
    decoder_.decode(sums_, pairs_, allowed, truth_);
    model_.tick();
    if (guess_ == truth_) return true;
    NameLabel true_before = kNoName;
    NameLabel guess_before = kNoName;
    for (std::size_t i = 0; i < truth_.size(); ++i) {
      model_.update(features[i], truth_[i], guess_[i]);
      learn_pair(true_before, truth_[i], guess_before, guess_[i]);
      true_before = truth_[i];
      guess_before = guess_[i];
    }
    return false;
  }

 private:
  void score(std::span<const std::vector<Feature>> features) {
    sums_.resize(features.size() * kNameLabels);
    for (std::size_t i = 0; i < features.size(); ++i) {
      model_.scores(features[i], scores_);
      std::transform(scores_.begin(), scores_.end(),
                     sums_.begin() + static_cast<std::ptrdiff_t>(i * kNameLabels),
                     [](std::int64_t sum) { return static_cast<std::int32_t>(sum); });
    }
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
      const Feature feature = NameFeatures::of_pair(pair);
      model_.scores({&feature, 1}, scores_);
      pairs_[pair] = static_cast<std::int32_t>(scores_[kPairHolds] - scores_[kPairFails]);
    }
  }
  void learn_pair(NameLabel true_before, NameLabel truth, NameLabel guess_before, NameLabel guess) {
    if (true_before == guess_before && truth == guess) return;
    const Feature of_truth = NameFeatures::of_pair(true_before * kNameLabels + truth);
    const Feature of_guess = NameFeatures::of_pair(guess_before * kNameLabels + guess);
    model_.update({&of_truth, 1}, kPairHolds, kPairFails);
    model_.update({&of_guess, 1}, kPairFails, kPairHolds);
  }

  Perceptron& model_;
  LabelDecoder decoder_;
  LabelPairs pairs_{};
  std::vector<std::int64_t> scores_;
  std::vector<std::int32_t> sums_;
  std::vector<NameLabel> guess_, truth_;
};

}  // namespace

void NameTrainer::add(const std::vector<NamedText>& texts) {
  for (const NamedText& text : texts) {
    const Document document = cut(text, rules_);
    const FoldedWords words(document);
    const NameFeatures features(document, words, lexicon_);
    const auto allowed = allowed_labels(text, document);
    for (const auto& sentence : document.sentences) {
      Sentence one;
      one.features.resize(sentence.last - sentence.first);
      for (TokenIndex token = sentence.first; token < sentence.last; ++token) {
        features.of(token, one.features[token - sentence.first]);
        one.complete = one.complete && is_one(allowed[token]);
      }
      one.allowed.assign(allowed.begin() + sentence.first, allowed.begin() + sentence.last);
      sentences_.push_back(std::move(one));
    }
  }
}

std::string NameTrainer::train(const NameTrainerOptions& options,
                               const std::function<void(std::string_view)>& progress) const {
  Perceptron model(name_label_names());
  SentenceLearner learner(model);
  std::vector<std::uint32_t> order = numbers_to(sentences_.size());
  Shuffle shuffle(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order);
    std::size_t right = 0;
    for (const std::uint32_t number : order) {
      const Sentence& sentence = sentences_[number];
      if (epoch < kEpochsBeforeOpen && !sentence.complete) continue;
      right += learner.learn(sentence.features, sentence.allowed);
    }
    progress("epoch " + std::to_string(epoch + 1) + ": " + std::to_string(right) + " of " +
             std::to_string(sentences_.size()) + " sentences right");
  }
  return model.section(
      {.least_weight = options.least_weight, .least_updates = options.least_updates});
}

namespace {

// The learnt names that the tagger finds, but for those over open words.
std::vector<MarkedName> found_names(const NameTagger& tagger, const NamedText& text,
                                    const Lexicon& lexicon, const TokenRules& rules) {
  Document document = cut(text, rules);
  tagger.find(document, FoldedWords(document), lexicon);
  std::vector<MarkedName> found;
  for (const Mention& mention : document.mentions) {
    const bool learnt =
        std::find(kLearntKinds.begin(), kLearntKinds.end(), *mention.kind) != kLearntKinds.end();
    const bool open = std::any_of(text.open.begin(), text.open.end(),
                                  [&](Span o) { return o.overlaps(mention.span); });
    if (learnt && !open) found.push_back({mention.span, *mention.kind});
  }
  return found;
}

bool holds(const std::vector<MarkedName>& names, const MarkedName& name) {
  return std::any_of(names.begin(), names.end(), [&](const MarkedName& one) {
    return one.span == name.span && one.kind == name.kind;
  });
}

}  // namespace

NameScores score_names(const NameTagger& tagger, const std::vector<NamedText>& texts,
                       const Lexicon& lexicon, const TokenRules& rules,
                       const std::function<void(const NameMiss&)>& missed) {
  NameScores scores;
  const auto count = [&](NameKind kind, auto member) {
    ++(scores["all"].*member);
    ++(scores[std::string(name_of(kind))].*member);
  };
  for (const NamedText& text : texts) {
    const auto found = found_names(tagger, text, lexicon, rules);
    for (const MarkedName& name : text.names) {
      count(name.kind, &NameCount::marked);
      if (!holds(found, name)) missed({text.text, name, false});
    }
    for (const MarkedName& name : found) {
      count(name.kind, &NameCount::found);
      const bool right = holds(text.names, name);
      if (right) count(name.kind, &NameCount::right);
      if (!right) missed({text.text, name, true});
    }
  }
  return scores;
}

}  // namespace relata
