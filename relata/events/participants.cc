// SPDX-License-Identifier: Apache-2.0
#include "relata/events/participants.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/events/participant_words.h"

namespace relata {
namespace {

constexpr std::size_t kMostParticipants = 5;
constexpr TokenIndex kMostWordsAfter = 12;
constexpr TokenIndex kMostWordsBefore = 4;  // of a noun, that may name its agent

// Types whose events people are killed or hurt by.
bool harms(EventType type) { return type <= EventType::attack; }

// Words before a head that belong to its phrase as participants are written: "US-backed rebels", not "the" or "at least".
bool belongs_before(Deprel deprel) {
  switch (deprel) {
    case Deprel::compound:
    case Deprel::amod:
    case Deprel::nmod_poss:
    case Deprel::flat:
    case Deprel::nummod:
    case Deprel::nmod:
    case Deprel::nmod_desc:
    case Deprel::goeswith:
      return true;
    default:
      return false;
  }
}

bool belongs_after(const Document& document, TokenIndex child) {
  const Deprel deprel = document.tokens[child].deprel;
  if (deprel == Deprel::flat || deprel == Deprel::goeswith || deprel == Deprel::compound)
    return true;
  return deprel == Deprel::nmod && preposition_of(document, child) == "of";
}

// The noun phrase of a head, without its article.
Span phrase_of(const Document& document, TokenIndex head) {
  TokenIndex first = head;
  TokenIndex last = head;
  for (const TokenIndex child : document.children[head]) {
    if (child < head && belongs_before(document.tokens[child].deprel)) {
      first = std::min(first, document.extent(child).first);
    } else if (child > head && belongs_after(document, child)) {
      last = std::max(last, document.extent(child).second);
    }
  }
  while (first < head && (document.tokens[first].deprel == Deprel::det ||
                          document.tokens[first].upos == Upos::punct))
    ++first;
  return document.span_of(first, last);
}

class Filler {
 public:
  Filler(const Document& document, const EventCandidates& candidates,
         const EventCandidate& candidate, const Frame& frame, const VictimClasses& victims,
         Event& event)
      : document_(document),
        candidates_(candidates),
        candidate_(candidate),
        frame_(frame),
        victims_(victims),
        words_(document, candidates.words, victims),
        event_(event) {}

  void run() {
    const bool verb = candidate_.trigger->pos != TriggerPos::noun;
    if (verb) {
      from_clause(candidate_.clause);
      before_verb();
      behind_verb();
    } else {
      from_noun(candidate_.head);
      before_trigger();
      from_carrier();
    }
    after_trigger();
    agent_behind();
    if (harms(event_.type) || event_.type == EventType::clash) harmed();
    drop_places();
  }

 private:
  // The trigger's own words are nobody: "attack" in "launched an attack".
  [[nodiscard]] bool is_own(TokenIndex token) const {
    if (token == candidate_.head) return true;
    if (token < candidate_.first || token > candidate_.last) return false;
    constexpr ClassMask kThings = bit(WordClass::arms) | bit(WordClass::vehicle) |
                                  bit(WordClass::property) | bit(WordClass::civilian) |
                                  bit(WordClass::force);
    // … except whoever is named within them: "coalition strikes".
    if (candidate_.trigger->pos == TriggerPos::noun)
      return !has_class(token, bit(WordClass::force)) &&
             document_.name_kind_over(token) != NameKind::armed_group;
    // But those taken, seized or freed are somebody: "took two engineers hostage".
    return token == candidate_.clause.object && (candidates_.words.classes[token] & kThings) == 0;
  }

  [[nodiscard]] bool has_class(TokenIndex token, ClassMask classes) const {
    return words_.has_class(token, classes);
  }

  void add(FrameRole role, TokenIndex head) {
    if (role == FrameRole::none || is_own(head)) return;
    auto& list = role == FrameRole::by ? event_.by : event_.to;
    add_one(list, role, head);
    for (const TokenIndex child : document_.children[head]) {
      if (document_.tokens[child].deprel == Deprel::conj && is_nominal(document_.tokens[child]))
        add_one(list, role, child);
    }
  }

  void add_one(std::vector<Participant>& list, FrameRole role, TokenIndex word) {
    const auto noun = words_.antecedent(word);
    if (!noun || list.size() >= kMostParticipants || !words_.may_act(*noun)) return;
    const TokenIndex head = *noun;
    if (role == FrameRole::by ? !may_have_done(head) : !words_.may_suffer(head, event_.type))
      return;
    if (role == FrameRole::to && event_.type == EventType::condemnation &&
        !words_.is_somebody(head)) {
      // "condemned the attack by rebels": whoever did it is condemned.
      if (const auto culprit = doer_within(head); culprit && *culprit != head)
        add_one(list, role, *culprit);
      return;
    }
    const auto is_head = [&](const Participant& other) { return other.head == head; };
    if (std::any_of(event_.by.begin(), event_.by.end(), is_head) ||
        std::any_of(event_.to.begin(), event_.to.end(), is_head))
      return;
    Participant participant;
    participant.head = head;
    participant.span = phrase_of(document_, head);
    const auto mention = document_.mention_headed_by(head);
    if (mention) {
      participant.name = document_.entities[document_.mentions[*mention].entity].name;
      participant.span = cover(participant.span, document_.mentions[*mention].span);
    }
    if (participant.name.empty()) participant.name = std::string(document_.words(participant.span));
    if (role == FrameRole::to)
      participant.victim_class = victims_.of(document_, candidates_.words, head);
    list.push_back(std::move(participant));
  }

  // A place that accuses, denies or calls for something stands for those who govern it: "Damascus denied".
  [[nodiscard]] bool may_have_done(TokenIndex head) const {
    return words_.may_do(head) ||
           (is_speech_act(event_.type) && document_.name_kind_over(head) == NameKind::place);
  }

  // Whoever did the deed that a noun names, by the words that hang on it: "the crimes committed by the militia".
  [[nodiscard]] std::optional<TokenIndex> doer_within(TokenIndex deed) const {
    const auto [first, last] = document_.extent(deed);
    for (TokenIndex at = first; at <= last && at < document_.tokens.size(); ++at) {
      const Deprel deprel = document_.tokens[at].deprel;
      const bool agent = deprel == Deprel::obl_agent || deprel == Deprel::nmod_poss ||
                         preposition_of(document_, at) == "by" ||
                         (at < deed && document_.tokens[at].head == deed);
      if (agent && words_.is_doer(at)) return at;
    }
    return std::nullopt;
  }

  void from_clause(const EventClause& clause) {
    const FrameRole subject = frame_[Slot::subj];
    const FrameRole object = frame_[Slot::obj];
    // "units clashed with rebels": whoever is met by somebody is no patient, though the tagger took the verb for a participle.
    const bool met =
        clause.passive && !clause.agent && clause.subject &&
        std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](const auto& phrase) {
          return phrase.first == Slot::with && frame_[Slot::with] == FrameRole::to;
        });
    if (clause.passive && !met) {  // "the town was taken by the army": what is taken is no doer
      if (clause.subject) add(object, *clause.subject);
    } else {
      // "residents fled after shelling": a gerund without an object is a noun, and nobody's verb.
      const bool gerund = document_.tokens[candidate_.head].xpos == Xpos::vbg && !clause.object;
      if (clause.subject && (!gerund || words_.is_doer(*clause.subject)))
        add(subject, *clause.subject);
      if (clause.object) {
        if (is_own(*clause.object)) from_noun(*clause.object);
        add(object, *clause.object);
      }
    }
    if (clause.agent) add(subject == FrameRole::none ? frame_[Slot::by] : subject, *clause.agent);
    for (const auto& [slot, token] : clause.phrases) add(frame_[slot], token);
  }

  void from_noun(TokenIndex noun) {
    for (const TokenIndex child : document_.children[noun]) {
      const Token& token = document_.tokens[child];
      switch (token.deprel) {
        case Deprel::nmod_poss:
          add(frame_[Slot::poss], child);
          break;
        case Deprel::compound:
        case Deprel::amod:
        case Deprel::nmod_desc:
          if (acts_as_modifier(child) && !describes_next(child)) add(frame_[Slot::mod], child);
          break;
        case Deprel::nmod:
        case Deprel::obl:
        case Deprel::obl_agent:
          if (const auto slot = slot_of_preposition(preposition_of(document_, child)))
            add(frame_[*slot], child);
          break;
        case Deprel::acl:
        case Deprel::acl_relcl:
          from_participle(child);
          break;
        default:
          break;
      }
    }
  }

  // "rebel attack", "Russian air strikes", "US-led strike": a force, a people or a named body before the noun.
  [[nodiscard]] bool acts_as_modifier(TokenIndex token) const {
    if (has_class(token, bit(WordClass::force))) return true;
    const auto mention = document_.mention_over(token);
    if (mention && document_.mentions[*mention].kind) {
      const NameKind kind = *document_.mentions[*mention].kind;
      return kind == NameKind::armed_group || kind == NameKind::organisation ||
             kind == NameKind::nationality ||
             (kind == NameKind::place &&
              victims_.is_country(document_.words(document_.mentions[*mention].span)));
    }
    return false;
  }

  // "Syrian | regime raids": the people's name only says whose regime it is.
  [[nodiscard]] bool describes_next(TokenIndex token) const {
    return token + 1 < candidate_.first && has_class(token + 1, bit(WordClass::force)) &&
           (document_.tokens[token].upos == Upos::adj ||
            document_.name_kind_over(token) == NameKind::nationality ||
            document_.name_kind_over(token) == NameKind::place);
  }

  // The words at once before a noun, wherever the tree has put them: "Syrian regime air raids".
  void before_trigger() {
    if (frame_[Slot::mod] == FrameRole::none || !event_.by.empty()) return;
    const TokenIndex start = document_.sentences[candidate_.sentence].first;
    for (TokenIndex token = candidate_.head;
         token > start && candidate_.head - token < kMostWordsBefore; --token) {
      const Upos upos = document_.tokens[token - 1].upos;
      // "US-led": the parts of a compound.
      if (document_.tokens[token - 1].xpos == Xpos::hyph ||
          (token > 1 && document_.tokens[token - 2].xpos == Xpos::hyph))
        continue;
      if (upos != Upos::noun && upos != Upos::propn && upos != Upos::adj) return;
      if (!acts_as_modifier(token - 1)) continue;
      add_one(event_.by, frame_[Slot::mod], token - 1);
      return;
    }
  }

  // Who stands right before an active verb, where the tree has no subject: "Army | repels attack", "rebels have also | shelled".
  void before_verb() {
    if (frame_[Slot::subj] != FrameRole::by || candidate_.clause.passive || !event_.by.empty())
      return;
    const TokenIndex start = document_.sentences[candidate_.sentence].first;
    for (TokenIndex at = candidate_.first;
         at-- > start && candidate_.first - at <= kMostWordsBefore;) {
      const Upos upos = document_.tokens[at].upos;
      if (upos == Upos::aux && document_.lemma(at) == "be") return;
      if (upos == Upos::adv || upos == Upos::aux || upos == Upos::part) continue;
      if (is_nominal(document_.tokens[at]) && words_.is_doer(at)) {
        const Token& word = document_.tokens[at];
        const bool joined = word.deprel == Deprel::conj && word.head != kNoToken && word.head < at;
        add(FrameRole::by, joined ? word.head : at);
      }
      return;
    }
  }

  // Who stands right behind an active verb, where the tree has no object: "accused | Russia", "slaughtered | villagers".
  void behind_verb() {
    if (frame_[Slot::obj] != FrameRole::to || candidate_.clause.passive || !event_.to.empty())
      return;
    const TokenIndex end =
        std::min(document_.sentences[candidate_.sentence].last, candidate_.last + kMostWordsBefore);
    std::optional<TokenIndex> noun;
    for (TokenIndex at = candidate_.last + 1; at < end; ++at) {
      const Upos upos = document_.tokens[at].upos;
      if (is_nominal(document_.tokens[at])) {
        noun = at;
      } else if (noun || (upos != Upos::det && upos != Upos::adj && upos != Upos::num)) {
        break;
      }
    }
    if (noun) add_one(event_.to, FrameRole::to, *noun);
  }

  // "… were killed, including seven women, by insurgents": an agent farther on, where no other verb can have it.
  void agent_behind() {
    const bool passive = candidate_.trigger->pos == TriggerPos::noun || candidate_.clause.passive;
    if (!passive || frame_[Slot::by] != FrameRole::by || !event_.by.empty()) return;
    const TokenIndex end =
        std::min(document_.sentences[candidate_.sentence].last, candidate_.last + kMostWordsAfter);
    for (TokenIndex at = candidate_.last + 1; at < end; ++at) {
      const Token& word = document_.tokens[at];
      if (is_verbal(word) && word.xpos != Xpos::vbg) return;
      if (word.upos != Upos::adp || !is_by(at)) continue;
      const TokenIndex noun = word.head;
      if (noun != kNoToken && noun > at && words_.is_doer(noun)) add(FrameRole::by, noun);
      return;
    }
  }

  [[nodiscard]] bool is_by(TokenIndex token) const {
    return slot_of_preposition(lower_ascii(document_.word(token))) == Slot::by;
  }

  // The phrases after the trigger up to the next verb, whatever the tree hangs them on: "attacks on two villages by rebels".
  void after_trigger() {
    const TokenIndex end =
        std::min(document_.sentences[candidate_.sentence].last, candidate_.last + kMostWordsAfter);
    for (TokenIndex token = candidate_.last + 1; token < end; ++token) {
      const Token& word = document_.tokens[token];
      if (is_verbal(word) || word.upos == Upos::punct) return;
      if (word.upos == Upos::adp) add_phrase(token);
      if (candidate_.trigger->pos != TriggerPos::noun)
        return;  // of verbs only what follows at once
    }
  }

  void add_phrase(TokenIndex preposition) {
    const auto slot = slot_of_preposition(lower_ascii(document_.word(preposition)));
    const TokenIndex noun = document_.tokens[preposition].head;
    if (!slot || noun == kNoToken || noun <= preposition || !is_nominal(document_.tokens[noun]))
      return;
    const FrameRole role = frame_[*slot];
    if ((role == FrameRole::by && event_.by.empty()) ||
        (role == FrameRole::to && event_.to.empty()))
      add(role, noun);
  }

  // A place is where it happened; it is no victim beside people, and a named one never is.
  void drop_places() {
    if (event_.type == EventType::siege || event_.type == EventType::destruction) return;
    const bool people =
        std::any_of(event_.to.begin(), event_.to.end(), [](const Participant& participant) {
          return participant.victim_class <= VictimClass::officials ||
                 participant.victim_class == VictimClass::people;
        });
    std::erase_if(event_.to, [&](const Participant& participant) {
      if (participant.victim_class != VictimClass::place) return false;
      const auto mention = document_.mention_headed_by(participant.head);
      return people || event_.type == EventType::offensive ||
             (mention && document_.mentions[*mention].kind == NameKind::place);
    });
  }

  // "an attack launched by rebels on posts", "the strikes that hit a market".
  void from_participle(TokenIndex verb) {
    const EventClause clause = clause_of(document_, verb);
    if (clause.passive) {
      if (clause.agent) add(active_subject(), *clause.agent);
    } else if (clause.object && *clause.object != candidate_.head) {
      add(patient(), *clause.object);
    }
    for (const auto& [slot, token] : clause.phrases) add(frame_[slot], token);
  }

  [[nodiscard]] FrameRole active_subject() const { return frame_[Slot::by]; }
  [[nodiscard]] FrameRole patient() const {
    return frame_[Slot::on] == FrameRole::none ? frame_[Slot::of] : frame_[Slot::on];
  }

  // The verb that the noun hangs on: "launched an attack", "the attack killed nine", "nine were killed in the attack".
  void from_carrier() {
    const Token& noun = document_.tokens[candidate_.head];
    if (noun.head == kNoToken || !is_verbal(document_.tokens[noun.head])) return;
    const EventClause clause = clause_of(document_, noun.head);
    const bool carried =
        noun.deprel == Deprel::obj || (clause.passive && clause.subject == candidate_.head);
    if (carried) {
      if (clause.passive) {
        if (clause.agent) add(active_subject(), *clause.agent);
      } else if (clause.subject) {
        add(active_subject(), *clause.subject);
      }
      for (const auto& [slot, token] : clause.phrases) add(frame_[slot], token);
    } else if (noun.deprel == Deprel::nsubj && clause.object) {
      add(patient(), *clause.object);
    }
  }

  // Those killed or hurt by it in the same sentence: by its own verb, or by one that hangs on it or that it hangs on.
  void harmed() {
    const auto is_harm = [&](TokenIndex token) {
      return (candidates_.words.classes[token] & bit(WordClass::harm)) != 0 &&
             is_verbal(document_.tokens[token]);
    };
    TokenIndex above = document_.tokens[candidate_.head].head;
    for (int climbed = 0; climbed < 3 && above != kNoToken; ++climbed) {
      if (is_harm(above)) add_harmed(above);
      above = document_.tokens[above].head;
    }
    below(candidate_.head, is_harm, 0);
    const Token& head = document_.tokens[candidate_.head];
    if (head.head != kNoToken && candidate_.trigger->pos == TriggerPos::noun)
      below(head.head, is_harm, 0);
    if (!event_.to.empty()) return;
    // Nothing by the tree: whoever is harmed in the sentence at all.
    const Sentence& sentence = document_.sentences[candidate_.sentence];
    for (TokenIndex token = sentence.first; token < sentence.last && event_.to.empty(); ++token) {
      if (is_harm(token)) add_harmed(token);
    }
  }

  template <typename Test>
  void below(TokenIndex token, const Test& is_harm, int depth) {
    if (depth > 2) return;
    for (const TokenIndex child : document_.children[token]) {
      const Deprel deprel = document_.tokens[child].deprel;
      if (!is_clausal(deprel) && deprel != Deprel::conj) continue;
      if (is_harm(child)) add_harmed(child);
      below(child, is_harm, depth + 1);
    }
  }

  void add_harmed(TokenIndex verb) {
    const EventClause clause = clause_of(document_, verb);
    const auto victim = clause.passive ? clause.subject : clause.object;
    if (!victim || *victim == candidate_.head) return;
    const auto mention = document_.mention_headed_by(*victim);
    const bool named_place = mention && document_.mentions[*mention].kind == NameKind::place;
    if (!named_place && event_.type != EventType::clash) add(FrameRole::to, *victim);
    // Whoever killed them did it: "were killed by the army in clashes".
    if (!event_.by.empty()) return;
    if (clause.passive && clause.agent) add(FrameRole::by, *clause.agent);
    if (!clause.passive && clause.subject && *clause.subject != candidate_.head &&
        words_.is_doer(*clause.subject))
      add(FrameRole::by, *clause.subject);
  }

  const Document& document_;
  const EventCandidates& candidates_;
  const EventCandidate& candidate_;
  const Frame& frame_;
  const VictimClasses& victims_;
  const ParticipantWords words_;
  Event& event_;
};

}  // namespace

void add_participants(const Document& document, const EventCandidates& candidates,
                      const EventCandidate& candidate, const std::vector<Frame>& frames,
                      const VictimClasses& victims, Event& event) {
  Filler(document, candidates, candidate, frames[candidate.trigger->frame], victims, event).run();
}

}  // namespace relata
