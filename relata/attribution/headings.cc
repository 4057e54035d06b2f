// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/headings.h"

#include <algorithm>

#include "relata/attribution/source_words.h"

namespace relata {

namespace {

constexpr TokenIndex kLongestHeadingSource = 6;  // words
constexpr TokenIndex kLongestLabel = 4;

class Headings {
 public:
  Headings(const Clauses& clauses, const AttributionLexicon& lexicon, std::vector<Saying>& sayings)
      : clauses_(clauses), document_(clauses.document()), lexicon_(lexicon), sayings_(sayings) {}

  void find() {
    for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
      const Sentence& sentence = document_.sentences[i];
      const TokenRange range{sentence.first, sentence.last};
      if (range.last - range.first < 3) continue;
      if (sentence.heading) {
        heading(range);
      } else if (i == 0 || document_.sentences[i - 1].paragraph != sentence.paragraph) {
        label(range);
      }
    }
  }

 private:
  enum class Sign : std::uint8_t { colon, dash, none };

  Sign sign(TokenIndex token) const {
    const std::string_view word = document_.word(token);
    if (word == ":") return Sign::colon;
    // "ez-Zor": a hyphen within a word.
    if (token > 0 && document_.tokens[token - 1].span.end == document_.tokens[token].span.begin)
      return Sign::none;
    if (word == "-" || word == "–" || word == "—" || word == "--" || word == "|") return Sign::dash;
    return Sign::none;
  }

  void heading(TokenRange range) {
    TokenIndex end = range.last;
    for (TokenIndex at = range.first + 1; at + 1 < range.last; ++at) {
      const Sign mark = sign(at);
      if (mark == Sign::none) continue;
      if (mark == Sign::colon && says(at, {range.first, at}, {at + 1, range.last})) return;
      if (says(at, {at + 1, range.last}, {range.first, at}, mark == Sign::dash)) return;
      if (mark == Sign::dash && end == range.last)
        end = at;  // what follows may be sections of a site
    }
    unmarked({range.first, end});
  }

  bool says(TokenIndex mark, TokenRange source, TokenRange content, bool after_dash = false) {
    source = clauses_.trimmed(source);
    content = clauses_.trimmed(content);
    if (source.empty() || content.empty() || source.last - source.first > kLongestHeadingSource)
      return false;
    if (content.last - content.first < 2) return false;
    const auto known =
        known_before(document_, lexicon_.known(), source.first, source.last, std::nullopt);
    if (after_dash && known && is_news_outlet(known->voice->kind)) return false;
    if (!known && !is_role(source)) return false;
    add({mark, mark + 1}, source, content);
    return true;
  }

  bool is_role(TokenRange source) const {
    for (TokenIndex at = source.first; at < source.last; ++at) {
      if (document_.tokens[at].upos == Upos::verb) return false;
    }
    return role_at(document_, lexicon_, source.last - 1, source.first) != nullptr;
  }

  // "… in central Syria NGO": a role word in the last place, right after a name that it does not go with.
  void unmarked(TokenRange range) {
    range = clauses_.trimmed(range);
    if (range.last - range.first < 4) return;
    const TokenIndex last = range.last - 1;
    const VoiceRole* role = role_at(document_, lexicon_, last, range.first);
    TokenRange source{last, range.last};
    if (role) {
      source.first = last + 1 - static_cast<TokenIndex>(role->words);
    } else {
      const auto known =
          known_before(document_, lexicon_.known(), range.first, range.last, std::nullopt);
      if (!known || known->voice->kind != VoiceKind::monitor) return;
      source = known->range;
    }
    if (role && !tells_in_headings(role->kind)) return;
    if (source.first < range.first + 3) return;
    // A person's role may be what the words before count or name ("kills 20 activists"); a body's hardly.
    const Upos before = document_.tokens[source.first - 1].upos;
    const bool body = !role || role->sort != RoleSort::person;
    const bool governed = before == Upos::adp || before == Upos::det || before == Upos::adj ||
                          before == Upos::cconj || before == Upos::part || before == Upos::verb;
    const bool apart = before == Upos::propn || (body && !governed);
    if (!apart) return;
    add(source, source, {range.first, source.first});
  }

  static bool tells_in_headings(VoiceKind kind) {
    return kind == VoiceKind::monitor || kind == VoiceKind::ngo || kind == VoiceKind::reports ||
           kind == VoiceKind::activist || kind == VoiceKind::state_media ||
           kind == VoiceKind::analyst;
  }

  // "JANE DOE: …" before a paragraph.
  void label(TokenRange range) {
    for (TokenIndex at = range.first + 1;
         at < std::min(range.last - 1, range.first + kLongestLabel + 1); ++at) {
      if (sign(at) == Sign::colon) {
        // "Q:", "A:" name nobody, and "Damascus:" says where the report is from.
        if (document_.span_of(range.first, at - 1).size() > 2 && !is_town({range.first, at}))
          add({at, at + 1}, {range.first, at}, {at + 1, range.last});
        return;
      }
      if (document_.tokens[at - 1].upos != Upos::propn) return;
    }
  }

  bool is_town(TokenRange label) const {
    const auto mention = document_.mention_over(label.first);
    const bool place = mention && document_.mentions[*mention].kind == NameKind::place &&
                       document_.mentions[*mention].last >= label.last;
    return place || lexicon_.known().is_state(
                        name_key(document_.words(document_.span_of(label.first, label.last - 1))));
  }

  void add(TokenRange cue, TokenRange source, TokenRange content) {
    Saying saying;
    saying.cue = cue;
    saying.head = cue.first;
    saying.source = source;
    saying.source_head = source.last - 1;
    saying.content.push_back(clauses_.trimmed(content));
    sayings_.push_back(std::move(saying));
  }

  const Clauses& clauses_;
  const Document& document_;
  const AttributionLexicon& lexicon_;
  std::vector<Saying>& sayings_;
};

}  // namespace

void find_heading_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                       std::vector<Saying>& sayings) {
  Headings(clauses, lexicon, sayings).find();
}

}  // namespace relata
