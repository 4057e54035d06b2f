// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/book_update.h"

#include <algorithm>

#include "relata/incidents/assemble.h"
#include "relata/incidents/linkage.h"

namespace relata {
namespace {

bool makes(const Episode& episode) { return episode.standing == Standing::makes; }

// Pairs of one before and one behind a place that are exactly kBeside apart, not counting who stands at the place: they come
// beside each other when it falls empty, and no longer are when it is filled.
template <typename Each>
Result<Done> each_across(const std::vector<EpisodeKey>& before,
                         const std::vector<EpisodeKey>& after, const Each& each) {
  for (std::size_t i = 0; i < before.size() && i < kBeside; ++i) {
    const std::size_t j = kBeside - 1 - i;
    if (j < after.size()) {
      if (const auto done = each(before[i], after[j]); !done) return done.error();
    }
  }
  return Done{};
}

}  // namespace

Result<const Episode*> BookUpdate::episode(const EpisodeKey& key) {
  auto at = cache_.find(key);
  if (at == cache_.end()) {
    RELATA_TRY(Episode episode, store_.episode(key));
    at = cache_.emplace(key, std::move(episode)).first;
  }
  return &at->second;
}

// Links two episodes that stand beside each other if they are rather one than two.
Result<Done> BookUpdate::compare(const EpisodeKey& a, const EpisodeKey& b) {
  RELATA_TRY(const Episode* const first, episode(std::min(a, b)));
  RELATA_TRY(const Episode* const second, episode(std::max(a, b)));
  if (!makes(*first) && !makes(*second)) return Done{};
  const float weight = pull_if_any(*first, *second, decisions_, tables_);
  if (weight < 0) return Done{};
  touched_.insert(a);
  touched_.insert(b);
  return store_.link(first->key, second->key, weight);
}

Result<bool> BookUpdate::linked(const EpisodeKey& a, const EpisodeKey& b) {
  RELATA_TRY(const auto links, store_.links(a));
  return std::any_of(links.begin(), links.end(),
                     [&](const EpisodeLink& link) { return link.other == b; });
}

Result<bool> BookUpdate::share_a_block(const EpisodeKey& a, const EpisodeKey& b) {
  RELATA_TRY(const Episode* const first, episode(a));
  RELATA_TRY(const Episode* const second, episode(b));
  const auto of_second = block_entries(*second);
  for (const BlockEntry& entry : block_entries(*first)) {
    const auto other = std::find_if(of_second.begin(), of_second.end(), [&](const BlockEntry& one) {
      return one.block == entry.block;
    });
    if (other == of_second.end()) continue;
    const bool forward = std::pair(entry, a) < std::pair(*other, b);
    RELATA_TRY(const Keys beside,
               forward ? store_.after(entry, a, kBeside) : store_.before(entry, a, kBeside));
    if (std::find(beside.begin(), beside.end(), b) != beside.end()) return true;
  }
  return false;
}

// Unlinks two episodes that no longer stand beside each other in any block.
Result<Done> BookUpdate::part(const EpisodeKey& a, const EpisodeKey& b) {
  RELATA_TRY(const bool tied, linked(a, b));
  if (!tied) return Done{};
  RELATA_TRY(const bool beside, share_a_block(a, b));
  if (beside) return Done{};
  touched_.insert(a);
  touched_.insert(b);
  return store_.unlink(a, b);
}

Result<Done> BookUpdate::take_away(const EpisodeKey& key) {
  RELATA_TRY(const Episode gone, store_.episode(key));
  RELATA_TRY(const auto head, store_.head(key));
  if (head) {
    if (const auto done = note_incident_of(*head); !done) return done.error();
  }
  RELATA_TRY(const auto links, store_.links(key));
  for (const EpisodeLink& link : links) {
    touched_.insert(link.other);
    if (const auto done = store_.unlink(key, link.other); !done) return done.error();
  }
  if (head) {
    // Whatever was in one incident with it must find another head.
    RELATA_TRY(const Keys members, store_.members(*head));
    touched_.insert(members.begin(), members.end());
  }
  if (const auto done = store_.set_head(key, std::nullopt); !done) return done.error();
  const auto entries = block_entries(gone);
  if (const auto done = store_.remove(gone, entries); !done) return done.error();
  for (const BlockEntry& entry : entries) {
    RELATA_TRY(const Keys before, store_.before(entry, key, kBeside));
    RELATA_TRY(const Keys after, store_.after(entry, key, kBeside));
    if (const auto done = each_across(
            before, after, [&](const EpisodeKey& a, const EpisodeKey& b) { return compare(a, b); });
        !done)
      return done.error();
  }
  cache_.erase(key);
  touched_.erase(key);
  return Done{};
}

Result<Done> BookUpdate::put(Episode episode) {
  const EpisodeKey key = episode.key;
  const auto entries = block_entries(episode);
  if (const auto done = store_.put(episode, entries); !done) return done.error();
  cache_[key] = std::move(episode);
  touched_.insert(key);
  std::set<EpisodeKey> beside;
  for (const BlockEntry& entry : entries) {
    RELATA_TRY(const Keys before, store_.before(entry, key, kBeside));
    RELATA_TRY(const Keys after, store_.after(entry, key, kBeside));
    beside.insert(before.begin(), before.end());
    beside.insert(after.begin(), after.end());
    if (const auto done = each_across(
            before, after, [&](const EpisodeKey& a, const EpisodeKey& b) { return part(a, b); });
        !done)
      return done.error();
  }
  for (const EpisodeKey& other : beside) {
    if (const auto done = compare(key, other); !done) return done.error();
  }
  return Done{};
}

// All that makes incidents and hangs together with `start`; and what is tied to it but can only join.
Result<BookUpdate::Keys> BookUpdate::component(const EpisodeKey& start,
                                               std::set<EpisodeKey>& joiners) {
  std::set<EpisodeKey> found = {start};
  Keys open = {start};
  while (!open.empty()) {
    const EpisodeKey key = open.back();
    open.pop_back();
    RELATA_TRY(const auto links, store_.links(key));
    for (const EpisodeLink& link : links) {
      RELATA_TRY(const Episode* const other, episode(link.other));
      if (!makes(*other))
        joiners.insert(link.other);
      else if (found.insert(link.other).second)
        open.push_back(link.other);
    }
  }
  return Keys(found.begin(), found.end());
}

Result<Done> BookUpdate::cluster_anew(const Keys& members, Heads& heads) {
  std::vector<const Episode*> episodes;
  std::vector<Pull> links;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    RELATA_TRY(const Episode* const one, episode(members[i]));
    episodes.push_back(one);
    RELATA_TRY(const auto own, store_.links(members[i]));
    for (const EpisodeLink& link : own) {
      const auto other = std::lower_bound(members.begin(), members.end(), link.other);
      const auto at = static_cast<std::uint32_t>(other - members.begin());
      if (other != members.end() && *other == link.other && at > i)
        links.push_back({i, at, link.weight});
    }
  }
  const auto clusters = cluster_component(episodes, links, decisions_, tables_);
  for (std::size_t i = 0; i < members.size(); ++i) heads[members[i]] = members[clusters[i]];
  return Done{};
}

Result<Done> BookUpdate::let_join(const std::set<EpisodeKey>& joiners, Heads& heads) {
  for (const EpisodeKey& key : joiners) {
    RELATA_TRY(const auto links, store_.links(key));
    const EpisodeLink* best = nullptr;  // ascending: of equals the first
    for (const EpisodeLink& link : links) {
      if (best == nullptr || link.weight > best->weight) best = &link;
    }
    heads[key] = std::nullopt;
    if (best == nullptr) continue;
    const auto anew = heads.find(best->other);
    if (anew != heads.end()) {
      heads[key] = anew->second;
    } else {
      RELATA_TRY(const auto head, store_.head(best->other));
      heads[key] = head;
    }
  }
  return Done{};
}

Result<EpisodeKey> BookUpdate::first_account(const EpisodeKey& head) {
  RELATA_TRY(const Keys members, store_.members(head));
  return members.front();  // an episode's key is its smallest account
}

Result<Done> BookUpdate::note_incident_of(const EpisodeKey& head) {
  if (!heads_noted_.insert(head).second) return Done{};
  RELATA_TRY(const EpisodeKey first, first_account(head));
  old_.insert({first});
  return Done{};
}

Result<Done> BookUpdate::note_old_incidents(const Heads& heads) {
  for (const auto& [key, head] : heads) {
    RELATA_TRY(const auto before, store_.head(key));
    if (before) {
      if (const auto done = note_incident_of(*before); !done) return done.error();
    }
    // An incident that gains what was in none is another one than before.
    if (head && head != before) {
      RELATA_TRY(const auto head_before, store_.head(*head));
      if (head_before == head) {
        if (const auto done = note_incident_of(*head); !done) return done.error();
      }
    }
  }
  return Done{};
}

// The incidents of all that was clustered anew, those that lost a member, and the parts of those whose name may have changed.
Result<std::set<EpisodeKey>> BookUpdate::heads_to_show(const Heads& heads) {
  std::set<EpisodeKey> shown;
  for (const EpisodeKey& head : heads_noted_) {
    RELATA_TRY(const Keys members, store_.members(head));
    if (!members.empty()) shown.insert(head);
  }
  for (const auto& [key, head] : heads) {
    if (head) shown.insert(*head);
  }
  std::set<EpisodeKey> parts;
  for (const EpisodeKey& head : shown) {
    RELATA_TRY(const Keys members, store_.members(head));
    for (const EpisodeKey& key : members) {
      RELATA_TRY(const Episode* const whole, episode(key));
      if (!whole->whole) continue;
      RELATA_TRY(const Keys beside, store_.of_report(key.report));
      for (const EpisodeKey& other : beside) {
        RELATA_TRY(const Episode* const part, episode(other));
        if (part->part_of != key) continue;
        RELATA_TRY(const auto of_part, store_.head(other));
        if (of_part) parts.insert(*of_part);
      }
    }
  }
  shown.merge(parts);
  return shown;
}

Result<Incident> BookUpdate::incident(const EpisodeKey& head) {
  RELATA_TRY(const Keys members, store_.members(head));
  std::vector<const Episode*> episodes;
  for (const EpisodeKey& key : members) {
    RELATA_TRY(const Episode* const one, episode(key));
    episodes.push_back(one);
  }
  Incident incident = assemble(episodes);
  for (const EpisodeKey& key : summed_up_by(episodes)) {
    RELATA_TRY(const auto whole, store_.head(key));
    if (!whole) continue;
    RELATA_TRY(const EpisodeKey first, first_account(*whole));
    const IncidentId id{first};
    if (id != incident.id) {
      incident.part_of = id;
      break;
    }
  }
  return incident;
}

Result<IncidentChanges> BookUpdate::finish() {
  Heads heads;
  std::set<EpisodeKey> joiners;
  for (const EpisodeKey& key : touched_) {
    RELATA_TRY(const Episode* const one, episode(key));
    if (!makes(*one)) joiners.insert(key);
    if (!makes(*one) || heads.contains(key)) continue;
    RELATA_TRY(const Keys members, component(key, joiners));
    if (const auto done = cluster_anew(members, heads); !done) return done.error();
  }
  if (const auto done = let_join(joiners, heads); !done) return done.error();
  if (const auto done = note_old_incidents(heads); !done) return done.error();
  for (const auto& [key, head] : heads) {
    if (const auto done = store_.set_head(key, head); !done) return done.error();
  }
  RELATA_TRY(const std::set<EpisodeKey> shown, heads_to_show(heads));
  IncidentChanges changes;
  for (const EpisodeKey& head : shown) {
    RELATA_TRY(Incident one, incident(head));
    old_.erase(one.id);
    changes.now.push_back(std::move(one));
  }
  std::sort(changes.now.begin(), changes.now.end(),
            [](const Incident& a, const Incident& b) { return a.id < b.id; });
  changes.gone.assign(old_.begin(), old_.end());
  return changes;
}

}  // namespace relata
