// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/tolls.h"

#include <algorithm>
#include <map>
#include <utility>

#include "relata/corroboration/lent.h"

namespace relata {
namespace {

struct Counted {
  CountOf of = CountOf::killed;
  VictimClass victims = VictimClass::unknown;
  auto operator<=>(const Counted&) const = default;
};

// What one lineage says of one count.
struct LineageFigure {
  Figure figure;
  AccountKeys from;
  double weight = 1;
};
using Figures = std::map<Counted, std::vector<LineageFigure>>;

VictimClass all_people(VictimClass victims) {
  return victims == VictimClass::people ? VictimClass::unknown : victims;
}

// Later figures of a lineage replace its earlier ones; those of one day are a range.
class LineageFigures {
 public:
  void add(const Counted& counted, const Account& account, const Figure& figure) {
    Latest& latest = latest_[counted];
    if (!latest.from.empty()) {
      if (account.told < latest.day) return;
      if (account.told == latest.day) {
        widen(latest.figure, figure);
        latest.from.push_back(account.key);
        return;
      }
    }
    latest = {account.told, figure, {account.key}};
  }
  void give_to(Figures& figures, double weight) const {
    for (const auto& [counted, latest] : latest_) {
      figures[counted].push_back({latest.figure, latest.from, weight});
    }
  }
  [[nodiscard]] bool empty() const { return latest_.empty(); }

 private:
  struct Latest {
    std::optional<Date> day;
    Figure figure;
    AccountKeys from;
  };
  // Of two figures for one thing on one day the best is the lower one.
  static void widen(Figure& figure, const Figure& other) {
    figure.low = std::min(figure.low, other.low);
    figure.best = std::min(figure.best, other.best);
    if (figure.high && other.high) {
      figure.high = std::max(*figure.high, *other.high);
    } else {
      figure.high.reset();
    }
  }
  std::map<Counted, Latest> latest_;
};

bool tells_of_dead(const Account& account) {
  const bool deadly = account.type == EventType::killing || account.type == EventType::execution ||
                      account.type == EventType::massacre;
  return deadly && std::any_of(account.to.begin(), account.to.end(), [](const ToldActor& actor) {
           return actor.victim_class && *actor.victim_class != VictimClass::property &&
                  *actor.victim_class != VictimClass::place;
         });
}

double voted(const std::vector<LineageFigure>& figures, const VoteSettings& settings) {
  std::vector<double> values;
  for (const LineageFigure& each : figures) values.push_back(each.figure.best);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  double best = values.front(), most = -1;
  for (const double value : values) {
    double support = 0;
    for (const LineageFigure& each : figures) {
      support += each.weight * lent_by(each.figure, value, settings);
    }
    if (support > most + 1e-9) {  // of equals the lower one
      most = support;
      best = value;
    }
  }
  return best;
}

double best_of(const std::vector<LineageFigure>& figures, BestRule rule, const Toll& toll,
               const VoteSettings& settings) {
  switch (rule) {
    case BestRule::lowest:
      return std::min_element(
                 figures.begin(), figures.end(),
                 [](const auto& a, const auto& b) { return a.figure.best < b.figure.best; })
          ->figure.best;
    case BestRule::vote:
      return voted(figures, settings);
    case BestRule::middle:
      return (toll.low + toll.high.value_or(toll.low)) / 2;
  }
  return toll.low;
}

Toll toll_of(const Counted& counted, const std::vector<LineageFigure>& figures,
             const CountProfile& profile, const VoteSettings& settings) {
  Toll toll;
  toll.of = counted.of;
  toll.victim_class = counted.victims;
  toll.lineages = static_cast<std::uint32_t>(figures.size());
  toll.low = figures.front().figure.low;
  double greatest = 0;
  bool open = false;  // no lineage says what the most is, or one says "at least"
  for (const LineageFigure& each : figures) {
    toll.low = std::min(toll.low, each.figure.low);
    greatest = std::max({greatest, each.figure.best, each.figure.high.value_or(0)});
    open = open || !each.figure.high;
  }
  // The greatest figure is the high one, unless who gives it says that there were more.
  const bool greatest_is_open =
      open && std::any_of(figures.begin(), figures.end(), [&](const LineageFigure& each) {
        return !each.figure.high && each.figure.best == greatest;
      });
  if (!greatest_is_open) toll.high = greatest;
  toll.best = best_of(figures, profile.best, toll, settings);
  toll.best = std::clamp(toll.best, toll.low, std::max(toll.low, toll.high.value_or(greatest)));
  for (const LineageFigure& each : figures) {
    const bool sets = each.figure.low == toll.low || each.figure.best == toll.best ||
                      std::max(each.figure.best, each.figure.high.value_or(0)) == greatest;
    if (sets) toll.from.insert(toll.from.end(), each.from.begin(), each.from.end());
  }
  std::sort(toll.from.begin(), toll.from.end());
  toll.from.erase(std::unique(toll.from.begin(), toll.from.end()), toll.from.end());
  return toll;
}

bool part_of_civilians(VictimClass victims) {
  return victims == VictimClass::children || victims == VictimClass::women ||
         victims == VictimClass::medics || victims == VictimClass::aid_workers ||
         victims == VictimClass::journalists;
}

void raise(Toll& whole, double low, double best, std::optional<double> high) {
  whole.low = std::max(whole.low, low);
  whole.best = std::max({whole.best, best, whole.low});
  if (whole.high) whole.high = std::max({*whole.high, whole.best, high.value_or(0)});
}

class Wholes {
 public:
  explicit Wholes(std::vector<Toll>& tolls) : tolls_(tolls) {}

  void hold_their_parts() {
    for (const Toll& part : tolls_) {
      if (!part_of_civilians(part.victim_class)) continue;
      if (Toll* civilians = find(part.of, VictimClass::civilians))
        raise(*civilians, part.low, part.best, part.high);
    }
    for (Toll& whole : tolls_) {
      if (whole.victim_class != VictimClass::unknown) continue;
      for (const Toll& part : tolls_) {
        if (part.of == whole.of && part.victim_class != VictimClass::unknown)
          raise(whole, part.low, part.best, part.high);
      }
      hold_both(whole);
    }
    hold_dead_and_wounded();
  }

 private:
  Toll* find(CountOf of, VictimClass victims) {
    const auto found = std::find_if(tolls_.begin(), tolls_.end(), [&](const Toll& toll) {
      return toll.of == of && toll.victim_class == victims;
    });
    return found == tolls_.end() ? nullptr : &*found;
  }

  // Nobody is a civilian and a combatant.
  void hold_both(Toll& whole) {
    const Toll* civilians = find(whole.of, VictimClass::civilians);
    const Toll* combatants = find(whole.of, VictimClass::combatants);
    if (civilians == nullptr || combatants == nullptr) return;
    raise(whole, civilians->low + combatants->low, civilians->best + combatants->best,
          std::nullopt);
  }

  void hold_dead_and_wounded() {
    Toll* both = find(CountOf::killed_or_injured, VictimClass::unknown);
    const Toll* killed = find(CountOf::killed, VictimClass::unknown);
    const Toll* injured = find(CountOf::injured, VictimClass::unknown);
    if (both == nullptr) return;
    const auto low = [](const Toll* toll) { return toll == nullptr ? 0 : toll->low; };
    const auto best = [](const Toll* toll) { return toll == nullptr ? 0 : toll->best; };
    raise(*both, low(killed) + low(injured), best(killed) + best(injured), std::nullopt);
  }

  std::vector<Toll>& tolls_;
};

}  // namespace

double accuracy_of(Reliability letter, const VoteSettings& settings) {
  switch (letter) {
    case Reliability::a:
      return settings.letter_a;
    case Reliability::b:
      return settings.letter_b;
    case Reliability::c:
      return settings.letter_c;
    case Reliability::d:
      return settings.letter_d;
    case Reliability::e:
      return settings.letter_e;
    case Reliability::f:
      return settings.letter_f;
  }
  return settings.letter_f;
}

std::vector<Toll> tolls_of(std::span<const ComparedAccount> sayings,
                           std::span<const Lineage> lineages, std::span<const LineageFacts> facts,
                           const CountProfile& profile, const VoteSettings& settings) {
  Figures figures;
  AccountKeys uncounted;  // tell of people killed, not of how many
  for (std::size_t i = 0; i < lineages.size(); ++i) {
    LineageFigures own;
    for (const std::uint32_t index : lineages[i].accounts) {
      if (!sayings[index].tells) continue;
      const Account& account = *sayings[index].account;
      if (account.counts.empty() && tells_of_dead(account)) uncounted.push_back(account.key);
      for (const ToldCount& tally : account.counts) {
        if (!counts_people(tally)) continue;
        if (const auto figure = profile.figure_of(tally))
          own.add({tally.of, all_people(tally.victim_class)}, account, *figure);
      }
    }
    const double weight = weight_of(accuracy_of(facts[i].letter, settings), settings);
    own.give_to(figures, std::max(weight, 0.0));
  }
  std::vector<Toll> tolls;
  for (const auto& [counted, each] : figures) {
    tolls.push_back(toll_of(counted, each, profile, settings));
  }
  const bool dead_counted = std::any_of(tolls.begin(), tolls.end(), [](const Toll& toll) {
    return toll.of == CountOf::killed || toll.of == CountOf::killed_or_injured;
  });
  if (!dead_counted && !uncounted.empty() && profile.unknown) {
    std::sort(uncounted.begin(), uncounted.end());
    tolls.push_back(Toll{CountOf::killed, VictimClass::unknown, profile.unknown->low,
                         profile.unknown->best, profile.unknown->high, std::move(uncounted), 0});
    std::sort(tolls.begin(), tolls.end(), [](const Toll& a, const Toll& b) {
      return Counted{a.of, a.victim_class} < Counted{b.of, b.victim_class};
    });
  }
  Wholes(tolls).hold_their_parts();
  return tolls;
}

}  // namespace relata
