// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/quotations.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace relata {

namespace {

class Quotations {
 public:
  Quotations(const Clauses& clauses, std::vector<Saying>& sayings)
      : clauses_(clauses),
        document_(clauses.document()),
        sayings_(sayings),
        speech_(document_.sentences.size()) {
    for (std::size_t i = 0; i < sayings_.size(); ++i) {
      if (!sayings_[i].carries || sayings_[i].strength != Strength::says) continue;
      const std::uint32_t sentence = document_.tokens[sayings_[i].head].sentence;
      if (inside_quotation(sayings_[i])) continue;
      speech_[sentence] = i;
    }
  }

  void carry() {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      if (statement_ && !quoted(s) && in_statement(s)) {
        append(*statement_, s);
        continue;
      }
      if (speech_[s]) {
        statement_.reset();
        if (sayings_[*speech_[s]].awaits) statement_ = speech_[s];
        take_back(s);
        current_ = speech_[s];
        since_ = s;
        continue;
      }
      if (!current_ || !quoted(s)) {
        // A plain sentence ends the speech; one quoted sentence may still follow the speaker's own paragraph.
        if (!quoted(s) && s > since_) current_.reset();
        continue;
      }
      const std::uint32_t gap =
          document_.sentences[s].paragraph - document_.sentences[since_].paragraph;
      if (gap > 1) continue;
      if (spoken_later(s)) continue;
      append(*current_, s);
      since_ = s;
    }
  }

 private:
  // After "The minister said:" all that follows is the minister's, marks or none, until the minister is spoken of again.
  bool in_statement(std::uint32_t s) {
    const Sentence& sentence = document_.sentences[s];
    const std::string_view name = document_.word(name_of_speaker(sayings_[*statement_]));
    bool again = sentence.heading;
    for (TokenIndex t = sentence.first; t < sentence.last && !again; ++t)
      again = document_.word(t) == name;
    if (again) statement_.reset();
    return !again;
  }

  // The last word of a person's name in the source, else the word that heads it.
  TokenIndex name_of_speaker(const Saying& saying) const {
    for (TokenIndex at = saying.source->first; at < saying.source->last; ++at) {
      const auto mention = document_.mention_over(at);
      if (mention && document_.mentions[*mention].kind == NameKind::person)
        return document_.mentions[*mention].last - 1;
    }
    return *saying.source_head;
  }

  // A saying reported inside the quotation is no speech of the report.
  bool inside_quotation(const Saying& saying) const { return clauses_.quoted(saying.head); }

  bool quoted(std::uint32_t s) const {
    const Sentence& sentence = document_.sentences[s];
    TokenIndex words = 0, inside = 0;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      if (document_.tokens[t].upos == Upos::punct) continue;
      ++words;
      inside += clauses_.quoted(t) ? 1 : 0;
    }
    return words > 0 && inside * 10 >= words * 9;
  }

  // Whether the quotation that this sentence stands in goes on to a sentence with a speaker of its own.
  bool spoken_later(std::uint32_t s) const {
    for (std::uint32_t next = s + 1; next < document_.sentences.size(); ++next) {
      if (document_.sentences[next].paragraph != document_.sentences[s].paragraph || opens(next))
        return false;
      if (speech_[next]) return ends_quotation(*speech_[next], next);
      if (!quoted(next)) return false;
    }
    return false;
  }

  // Whether a sentence begins with an opening quotation mark: a new quotation.
  bool opens(std::uint32_t s) const {
    const Sentence& sentence = document_.sentences[s];
    return sentence.first < sentence.last && clauses_.opens_quote(sentence.first);
  }

  // "… B," he said: the content begins at the sentence's begin, inside an open quotation.
  bool ends_quotation(std::size_t saying, std::uint32_t s) const {
    const TokenIndex first = document_.sentences[s].first;
    if (opens(s) || !clauses_.quoted(first)) return false;
    const auto& content = sayings_[saying].content;
    return !content.empty() && content.front().first <= first + 1;
  }

  void take_back(std::uint32_t s) {
    const std::size_t saying = *speech_[s];
    std::uint32_t at = s;
    while (at > 0 && ends_quotation(saying, at)) {
      const std::uint32_t before = at - 1;
      const bool free = !speech_[before] && quoted(before) &&
                        document_.sentences[before].paragraph == document_.sentences[s].paragraph;
      if (!free) break;
      TokenRange range{document_.sentences[before].first, document_.sentences[before].last};
      sayings_[saying].content.insert(sayings_[saying].content.begin(), clauses_.trimmed(range));
      sayings_[saying].carried = true;
      at = before;
    }
  }

  void append(std::size_t saying, std::uint32_t s) {
    const Sentence& sentence = document_.sentences[s];
    const TokenRange range = clauses_.trimmed({sentence.first, sentence.last});
    if (range.empty()) return;
    sayings_[saying].content.push_back(range);
    sayings_[saying].carried = true;
  }

  const Clauses& clauses_;
  const Document& document_;
  std::vector<Saying>& sayings_;
  std::vector<std::optional<std::size_t>>
      speech_;  // of each sentence, its last saying that speech can carry on from
  std::optional<std::size_t> current_;
  std::optional<std::size_t> statement_;  // an announced one, without quotation marks
  std::uint32_t since_ = 0;
};

}  // namespace

void carry_quotations(const Clauses& clauses, std::vector<Saying>& sayings) {
  Quotations(clauses, sayings).carry();
}

}  // namespace relata
