// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/score_claims.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "relata/eval/name_words.h"

namespace relata {
namespace {

enum Measure : std::size_t {
  detect,
  typed,
  usable,
  by,
  to,
  counts,
  voices,
  contradicts,
  cannot_verify,
  same_event,
  status,
  chain,
  voice,
  place,
  time,
  near,
  voice_kind,
  voice_side
};

std::vector<Scoreboard::Measure> measures() {
  std::vector<Scoreboard::Measure> out;
  for (const char* name : {"detect", "typed", "usable", "by", "to", "counts", "voices",
                           "contradicts", "cannot_verify", "same_event"}) {
    out.push_back({name, Scoreboard::Kind::f1});
  }
  for (const char* name :
       {"status", "chain", "voice", "place", "time", "near", "voice_kind", "voice_side"}) {
    out.push_back({name, Scoreboard::Kind::accuracy});
  }
  return out;
}

// "killing", "attack" and "toll" leave the method open: told once with and once without it, it is still the same claim.
bool leaves_open(const std::string& type) {
  return type == "killing" || type == "attack" || type == "toll";
}
bool violent(const std::string& type) {
  static constexpr std::array<std::string_view, 8> kMethods = {
      "execution", "massacre", "shooting",        "shelling",
      "airstrike", "bombing",  "suicide_bombing", "chemical_attack"};
  return leaves_open(type) || std::find(kMethods.begin(), kMethods.end(), type) != kMethods.end();
}
bool same_type(const std::string& a, const std::string& b) {
  return a == b || (leaves_open(a) && violent(b)) || (leaves_open(b) && violent(a));
}

// How many of `a` find a partner of their own in `b`, first come first served.
template <typename T, typename Test>
std::uint64_t matched(const std::vector<T>& a, const std::vector<T>& b, Test same) {
  std::vector<bool> used(b.size());
  std::uint64_t hits = 0;
  for (const T& x : a) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (used[j] || !same(x, b[j])) continue;
      used[j] = true;
      ++hits;
      break;
    }
  }
  return hits;
}

std::vector<FileChain> spoken(const FileClaim& claim) {
  std::vector<FileChain> out;
  for (const FileChain& chain : claim.chains) {
    if (!chain.empty()) out.push_back(chain);
  }
  return out;
}

bool same_chain(const FileChain& a, const FileChain& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same_name);
}

bool right_chains(const FileClaim& gold, const FileClaim& system) {
  const auto a = spoken(gold), b = spoken(system);
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const FileChain& x) {
           return std::any_of(b.begin(), b.end(),
                              [&](const FileChain& y) { return same_chain(x, y); });
         });
}

bool right_voice(const FileClaim& gold, const FileClaim& system) {
  const auto a = spoken(gold), b = spoken(system);
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  return std::any_of(a.begin(), a.end(), [&](const FileChain& x) {
    return std::any_of(b.begin(), b.end(),
                       [&](const FileChain& y) { return same_name(x.back(), y.back()); });
  });
}

bool right_place(const FileClaim& gold, const FileClaim& system) {
  if (gold.where.empty() || system.where.empty()) return gold.where.empty() && system.where.empty();
  return same_name(gold.where.front(), system.where.front());
}

bool overlaps(const FileWhen& a, const FileWhen& b) { return a.from <= b.to && b.from <= a.to; }

// A time that the text states must be exact; one that a reader infers must not conflict.
bool right_time(const FileClaim& gold, const FileClaim& system) {
  const auto &a = gold.when, &b = system.when;
  if (a && a->span) return b && a->from == b->from && a->to == b->to;
  if (!a) return !b || !b->span;
  return !b || overlaps(*a, *b);
}

bool near_time(const FileClaim& gold, const FileClaim& system) {
  if (!gold.when || !system.when) return !gold.when && !system.when;
  return overlaps(*gold.when, *system.when);
}

struct Pair {
  std::size_t gold, system;
  bool typed;
};

std::vector<Pair> pair(const std::vector<FileClaim>& gold, const std::vector<FileClaim>& system) {
  std::vector<std::tuple<int, bool, bool, std::int64_t, std::size_t, std::size_t>> options;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t j = 0; j < system.size(); ++j) {
      const FileClaim &g = gold[i], &s = system[j];
      const bool touch = g.trigger.overlaps(s.trigger), kind = same_type(g.type, s.type);
      if (!touch && !(kind && g.evidence.overlaps(s.evidence))) continue;
      const int rank = touch && kind ? 0 : touch ? 1 : 2;
      const auto shared =
          std::min(g.evidence.end, s.evidence.end) - std::max(g.evidence.begin, s.evidence.begin);
      options.emplace_back(rank, !right_voice(g, s), !right_place(g, s), -shared, i, j);
    }
  }
  std::sort(options.begin(), options.end());
  std::vector<bool> used_gold(gold.size()), used_system(system.size());
  std::vector<Pair> pairs;
  for (const auto& [rank, voice_wrong, place_wrong, shared, i, j] : options) {
    if (used_gold[i] || used_system[j]) continue;
    used_gold[i] = used_system[j] = true;
    pairs.push_back({i, j, same_type(gold[i].type, system[j].type)});
  }
  return pairs;
}

// One report at a time.
class Scorer {
 public:
  Scorer(const ReadingFile& gold, const ReadingFile& system, std::vector<Tally>& tally,
         std::vector<std::string>* misses)
      : gold_(gold),
        system_(system),
        pairs_(pair(gold.claims, system.claims)),
        tally_(tally),
        misses_(misses) {}

  void score() {
    std::uint64_t typed_pairs = 0;
    for (const Pair& one : pairs_) typed_pairs += one.typed;
    for (const Measure measure : {detect, typed, usable})
      tally_[measure] += {0, system_.claims.size(), gold_.claims.size()};
    tally_[detect].hit += pairs_.size();
    tally_[typed].hit += typed_pairs;
    for (const Measure measure : {status, chain, voice, place, time, near})
      tally_[measure] += {0, typed_pairs, typed_pairs};
    for (const Pair& one : pairs_) score_pair(one);
    tell_unpaired();
    score_voices();
    score_relations();
  }

 private:
  void miss(const std::string& line) {
    if (misses_ != nullptr) misses_->push_back(gold_.doc + " " + line);
  }

  static std::string id_of(const FileClaim& claim) {
    return claim.id ? std::to_string(*claim.id) : "-";
  }

  void score_pair(const Pair& one) {
    const FileClaim &g = gold_.claims[one.gold], &s = system_.claims[one.system];
    if (!one.typed) {
      miss(id_of(g) + ": type " + s.type + " should be " + g.type);
      return;
    }
    const std::array<std::pair<Measure, bool>, 6> checks = {{{status, g.status == s.status},
                                                             {chain, right_chains(g, s)},
                                                             {voice, right_voice(g, s)},
                                                             {place, right_place(g, s)},
                                                             {time, right_time(g, s)},
                                                             {near, near_time(g, s)}}};
    std::string wrong;
    for (const auto& [measure, right] : checks) {
      tally_[measure].hit += right;
      if (!right) wrong += (wrong.empty() ? "" : ", ") + measures()[measure].name;
    }
    tally_[usable].hit += checks[2].second && checks[3].second && checks[4].second;
    if (!wrong.empty()) miss(id_of(g) + " " + g.type + ": wrong " + wrong);
    tally_[by] += {matched(g.by, s.by, same_name), s.by.size(), g.by.size()};
    tally_[to] += {matched(g.to, s.to, same_name), s.to.size(), g.to.size()};
    const auto same_count = [](const FileCount& a, const FileCount& b) {
      return a.of == b.of && a.low == b.low && a.high == b.high;
    };
    tally_[counts] += {matched(g.counts, s.counts, same_count), s.counts.size(), g.counts.size()};
  }

  void tell_unpaired() {
    if (misses_ == nullptr) return;
    std::vector<bool> found(gold_.claims.size()), used(system_.claims.size());
    for (const Pair& one : pairs_) found[one.gold] = used[one.system] = true;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!found[i]) miss(id_of(gold_.claims[i]) + " " + gold_.claims[i].type + ": missed");
    }
    for (std::size_t j = 0; j < used.size(); ++j) {
      if (!used[j])
        miss("system " + id_of(system_.claims[j]) + " " + system_.claims[j].type + ": invented");
    }
  }

  static bool same_voice(const FileVoice& a, const FileVoice& b) {
    const NameWords want = name_words(a.name), have = name_words(b.name);
    if (!want.empty() && (have.empty() || one_holds_other(want, have))) return true;
    return std::any_of(a.spans.begin(), a.spans.end(), [&](const FileSpan& x) {
      return std::any_of(b.spans.begin(), b.spans.end(),
                         [&](const FileSpan& y) { return x.overlaps(y); });
    });
  }

  void score_voices() {
    std::vector<bool> used(system_.voices.size());
    for (const FileVoice& v : gold_.voices) {
      for (std::size_t j = 0; j < used.size(); ++j) {
        const FileVoice& w = system_.voices[j];
        if (used[j] || !same_voice(v, w)) continue;
        used[j] = true;
        ++tally_[voices].hit;
        tally_[voice_kind] += {v.kind == w.kind, 1, 1};
        tally_[voice_side] += {v.side == w.side, 1, 1};
        break;
      }
    }
    tally_[voices] += {0, system_.voices.size(), gold_.voices.size()};
  }

  // Pairs of gold claims, the smaller first; -1 for a system claim without a partner.
  using Ties = std::set<std::pair<std::int64_t, std::int64_t>>;

  void score_relations() {
    std::map<std::int64_t, std::int64_t> to_gold;
    for (const Pair& one : pairs_) {
      if (const auto& id = system_.claims[one.system].id)
        to_gold[*id] = gold_.claims[one.gold].id.value_or(-1);
    }
    const auto gold_id = [&](std::int64_t id) {
      const auto found = to_gold.find(id);
      return found == to_gold.end() ? -1 : found->second;
    };
    for (const Measure measure : {contradicts, cannot_verify, same_event}) {
      const std::string name = measures()[measure].name;
      Ties want, have;
      for (const auto& r : gold_.relations) {
        if (r.kind == name) want.insert(std::minmax(r.from, r.to));
      }
      for (const auto& r : system_.relations) {
        if (r.kind == name)
          have.insert(std::minmax<std::int64_t>({gold_id(r.from), gold_id(r.to)}));
      }
      std::uint64_t hits = 0;
      for (const auto& tie : have) hits += want.count(tie);
      tally_[measure] += {hits, have.size(), want.size()};
    }
  }

  const ReadingFile& gold_;
  const ReadingFile& system_;
  const std::vector<Pair> pairs_;
  std::vector<Tally>& tally_;
  std::vector<std::string>* misses_;
};

}  // namespace

ClaimScores score_claims(const ReadingFiles& gold, const ReadingFiles& system, bool misses) {
  ClaimScores scores{Scoreboard(measures()), 0, 0, 0, {}};
  const ReadingFile nothing;
  for (const auto& [name, report] : gold) {
    const auto found = system.find(name);
    if (found == system.end()) ++scores.without_system;
    const ReadingFile& said = found == system.end() ? nothing : found->second;
    scores.gold += report.claims.size();
    scores.system += said.claims.size();
    Scorer(report, said, scores.board.add_document(), misses ? &scores.misses : nullptr).score();
  }
  return scores;
}

}  // namespace relata
