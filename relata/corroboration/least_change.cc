// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/least_change.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace relata {
namespace {

// A change that can be tried. Those that ask least of the world come first: to hear one more voice is less than to lose one.
struct Trial {
  int cost = 0;
  std::string words;
  std::function<void(GradeFacts&)> apply;
  std::optional<std::size_t> alters =
      {};  // the lineage that it changes; those that it adds come last
};

const AccountKey kSupposed{};  // stands for an account that is not there

std::string named(const LineageFacts& facts) {
  return facts.origin.empty() ? "an unnamed voice" : facts.origin;
}

// The sides that most lineages accuse; nothing if nobody is accused.
std::vector<std::string> most_accused(const GradeFacts& facts) {
  std::vector<std::string> best;
  std::size_t most = 0;
  for (const LineageFacts& each : facts.lineages) {
    if (each.accused.empty()) continue;
    const auto agree = static_cast<std::size_t>(std::count_if(
        facts.lineages.begin(), facts.lineages.end(),
        [&](const LineageFacts& other) { return share_a_side(each.accused, other.accused); }));
    if (agree > most) {
      most = agree;
      best = each.accused;
    }
  }
  return best;
}

// A new voice that nobody else's word is, and that says the same as most.
LineageFacts another_voice(const GradeFacts& facts) {
  LineageFacts voice;
  voice.letter = Reliability::c;
  voice.tells = {kSupposed};
  voice.accused = most_accused(facts);
  if (!voice.accused.empty()) {
    voice.accuses = {kSupposed};
    voice.acts = {kSupposed};
  }
  return voice;
}

bool told(const LineageFacts& each) { return !each.tells.empty(); }

std::string second_voice(const GradeFacts& facts) {
  const auto tellers = std::count_if(facts.lineages.begin(), facts.lineages.end(), told);
  if (tellers == 0) return "a credible lineage that says it took place";
  if (tellers > 1) return "one more credible independent lineage";
  const auto only = std::find_if(facts.lineages.begin(), facts.lineages.end(), told);
  return only->origin.empty() ? "a second credible lineage"
                              : "a second credible lineage that is not " + only->origin + "'s";
}

void add_additions(const GradeFacts& facts, std::vector<Trial>& trials) {
  const LineageFacts voice = another_voice(facts);
  trials.push_back({1, second_voice(facts),
                    [voice](GradeFacts& changed) { changed.lineages.push_back(voice); }});
  trials.push_back({1, "a claim that a belligerent acted there or nearby",
                    [](GradeFacts& changed) { changed.nearby.push_back(kSupposed); }});
  trials.push_back({2, "a lineage that says civilians were harmed", [voice](GradeFacts& changed) {
                      changed.lineages.push_back(voice);
                      changed.lineages.back().civilians = {kSupposed};
                    }});
  trials.push_back(
      {2, "an independent lineage that accuses another side", [voice](GradeFacts& changed) {
         changed.lineages.push_back(voice);
         // No side of the war has this name.
         changed.lineages.back().accused = {"another side"};
         changed.lineages.back().accuses = {kSupposed};
       }});
  trials.push_back({3, "a belligerent that accepts responsibility", [voice](GradeFacts& changed) {
                      changed.lineages.push_back(voice);
                      changed.lineages.back().civilians = {kSupposed};
                      changed.lineages.back().concedes = {kSupposed};
                    }});
}

void add_alterations(const GradeFacts& facts, std::vector<Trial>& trials) {
  for (std::size_t i = 0; i < facts.lineages.size(); ++i) {
    const LineageFacts& each = facts.lineages[i];
    const auto add = [&](int cost, std::string words, void (*alter)(LineageFacts&)) {
      trials.push_back({cost, std::move(words),
                        [i, alter](GradeFacts& changed) { alter(changed.lineages[i]); }, i});
    };
    if (told(each)) {
      add(5, "without the lineage of " + named(each),
          [](LineageFacts& lineage) { lineage = LineageFacts(); });
    }
    if (!each.concedes.empty()) {
      add(4, named(each) + " withdrawing its admission",
          [](LineageFacts& lineage) { lineage.concedes.clear(); });
    }
    if (!each.combatants.empty()) {
      add(4, named(each) + " no longer saying that combatants were harmed",
          [](LineageFacts& lineage) { lineage.combatants.clear(); });
    }
    if (!each.accused.empty()) {
      add(4, named(each) + " accusing nobody", [](LineageFacts& lineage) {
        lineage.accused.clear();
        lineage.accuses.clear();
        lineage.acts.clear();
      });
    }
    if (told(each) && !each.credible()) {
      add(3, "a decision that " + named(each) + " is fairly reliable (C)",
          [](LineageFacts& lineage) { lineage.letter = Reliability::c; });
    }
  }
}

// Which accounts there are plays no part in a grade, only whether there are any.
GradeFacts condensed(GradeFacts facts) {
  for (LineageFacts& each : facts.lineages) {
    for (AccountKeys* keys :
         {&each.tells, &each.denies, &each.concedes, &each.acts, &each.combatants, &each.civilians,
          &each.against_interest, &each.accuses}) {
      if (keys->size() > 1) keys->resize(1);
    }
  }
  if (facts.nearby.size() > 1) facts.nearby.resize(1);
  return facts;
}

// An incident that hundreds tell of hangs on none of them.
constexpr std::size_t kMostTried = 24;

std::vector<Trial> trials_for(const GradeFacts& facts) {
  std::vector<Trial> trials;
  add_additions(facts, trials);
  if (facts.lineages.size() <= kMostTried) add_alterations(facts, trials);
  std::stable_sort(trials.begin(), trials.end(),
                   [](const Trial& a, const Trial& b) { return a.cost < b.cost; });
  return trials;
}

class Search {
 public:
  Search(const GradeFacts& facts, std::optional<Grade> grade)
      : facts_(condensed(facts)), grade_(grade), trials_(trials_for(facts_)) {}

  std::vector<GradeChange> run() {
    for (const Trial& trial : trials_) attempt(trial.words, {&trial});
    if (!reaches_headline()) pairs();
    return std::move(found_);
  }

 private:
  void attempt(std::string words, std::initializer_list<const Trial*> trials) {
    const std::size_t lineages = facts_.lineages.size();
    const std::size_t nearby = facts_.nearby.size();
    std::vector<std::pair<std::size_t, LineageFacts>> kept;
    for (const Trial* trial : trials) {
      if (trial->alters) kept.emplace_back(*trial->alters, facts_.lineages[*trial->alters]);
      trial->apply(facts_);
    }
    const std::optional<Grade> grade = grading_of(facts_).grade;
    facts_.lineages.resize(lineages);
    facts_.nearby.resize(nearby);
    for (auto each = kept.rbegin(); each != kept.rend(); ++each) {
      facts_.lineages[each->first] = std::move(each->second);
    }
    if (grade == grade_ || known(grade)) return;
    found_.push_back({std::move(words), grade});
  }

  // Of several ways to one grade the least is enough.
  bool known(std::optional<Grade> grade) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const GradeChange& each) { return each.grade == grade; });
  }

  bool reaches_headline() const {
    if (grade_ && in_headline(*grade_)) return true;
    return known(Grade::fair);
  }

  // Two additions together; removals are tried alone.
  void pairs() {
    for (std::size_t i = 0; i < trials_.size(); ++i) {
      for (std::size_t j = i + 1; j < trials_.size(); ++j) {
        if (trials_[i].cost + trials_[j].cost > kDearestPair) continue;
        attempt(trials_[i].words + " and " + trials_[j].words, {&trials_[i], &trials_[j]});
      }
    }
  }

  static constexpr int kDearestPair = 4;
  GradeFacts facts_;
  std::optional<Grade> grade_;
  std::vector<Trial> trials_;
  std::vector<GradeChange> found_;
};

}  // namespace

std::vector<GradeChange> changes_of(const GradeFacts& facts, std::optional<Grade> grade) {
  return Search(facts, grade).run();
}

std::string words_for(const GradeChange& change) {
  if (!change.grade) return change.change + " would leave it without a grade";
  return change.change + " would make it " + std::string(name_of(*change.grade));
}

}  // namespace relata
