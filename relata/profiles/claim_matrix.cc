// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/claim_matrix.h"

#include <algorithm>
#include <map>

#include "relata/export/phrases.h"
#include "relata/profiles/csv_row.h"

namespace relata {
namespace {

using Rows = std::map<std::pair<DifferingSlot, std::string>, std::vector<MatrixMark>>;

MatrixMark mark_of(Status status) {
  switch (status) {
    case Status::asserted:
    case Status::alleged:
      return MatrixMark::says;
    case Status::denied:
      return MatrixMark::denies;
    case Status::doubted:
    case Status::planned:
    case Status::feared:
    case Status::asked:
      return MatrixMark::leaves_open;
  }
  return MatrixMark::silent;
}

std::string days_phrase(const Period& when) {
  if (when.from == when.to) return iso_date(when.from);
  return iso_date(when.from) + " to " + iso_date(when.to);
}

std::string count_phrase(const ToldCount& count) {
  std::string out;
  if (count.victim_class != VictimClass::unknown) out = as_words(name_of(count.victim_class)) + " ";
  out += as_words(name_of(count.of));
  if (count.low && count.high && *count.low == *count.high) {
    append_digits(out += ' ', *count.low);
    return out;
  }
  if (count.low) append_digits(out += count.high ? " " : " at least ", *count.low);
  if (count.high) append_digits(out += count.low ? " to " : " up to ", *count.high);
  return out;
}

// Whether it happened is what a denial denies; of the rest it says nothing of its own.
void take(const Account& account, std::size_t lineage, std::size_t lineages, Rows& rows) {
  const MatrixMark mark = mark_of(account.status);
  const auto say = [&](DifferingSlot slot, std::string proposition) {
    auto& marks = rows[{slot, std::move(proposition)}];
    marks.resize(lineages, MatrixMark::silent);
    if (marks[lineage] == MatrixMark::silent || mark == MatrixMark::says) marks[lineage] = mark;
  };
  say(DifferingSlot::whether, as_words(name_of(account.type)));
  if (mark == MatrixMark::denies) return;
  for (const ToldActor& actor : account.by) {
    const std::string& name = actor.name.empty() ? actor.side : actor.name;
    if (!name.empty()) say(DifferingSlot::who, "by " + name);
  }
  if (!account.where.empty() && !account.where.front().name.empty())
    say(DifferingSlot::where, "in " + account.where.front().name);
  if (account.when) say(DifferingSlot::when, days_phrase(*account.when));
  for (const ToldCount& count : account.counts) say(DifferingSlot::how_many, count_phrase(count));
}

}  // namespace

std::vector<MatrixRow> claim_matrix(const CaseIncident& given) {
  const auto& lineages = given.assessment->lineages;
  Rows rows;
  for (std::size_t i = 0; i < lineages.size(); ++i) {
    for (const std::uint32_t account : lineages[i].accounts)
      take(*given.accounts[account].account, i, lineages.size(), rows);
  }
  std::vector<MatrixRow> out;
  for (auto& [key, marks] : rows) out.push_back({key.first, key.second, std::move(marks)});
  return out;
}

}  // namespace relata
