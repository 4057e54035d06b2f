// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/correction.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace relata {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The part before `mark`, and the text behind it; all of it and nothing if the mark is not there.
std::string_view take_until(std::string_view& text, std::string_view mark) {
  const std::size_t at = std::min(text.find(mark), text.size());
  const std::string_view part = trimmed(text.substr(0, at));
  text = at == text.size() ? std::string_view() : text.substr(at + mark.size());
  return part;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() ||
      !std::isfinite(value))
    return std::nullopt;
  return value;
}

Error no_value(std::string_view slot, std::string_view value, std::string_view form) {
  return Error{std::string(slot) + " cannot be '" + std::string(value) + "'; write it as " +
               std::string(form)};
}

Result<Done> correct_when(Account& account, std::string_view value) {
  if (value.empty()) {
    account.when.reset();
    return Done{};
  }
  std::string_view rest = value;
  const auto from = parse_iso_date(take_until(rest, ".."));
  const auto to = rest.empty() ? from : parse_iso_date(trimmed(rest));
  if (!from || !to || *to < *from)
    return no_value("when", value, "2016-12-12 or 2016-12-12..2016-12-13");
  account.when = Period{*from, *to};
  account.when_stated = true;
  return Done{};
}

Result<Done> correct_where(Account& account, std::string_view value) {
  account.where.clear();
  if (value.empty()) return Done{};
  constexpr std::string_view kWritten =
      "al-Fardous, Aleppo, Syria @36.18,37.16 (the point may be left out)";
  std::string_view rest = value;
  std::string_view names = take_until(rest, "@");
  Site site;
  site.name = take_until(names, ",");
  site.within = trimmed(names);
  if (site.name.empty()) return no_value("where", value, kWritten);
  if (!rest.empty()) {
    site.latitude = number_in(take_until(rest, ","));
    site.longitude = number_in(trimmed(rest));
    if (!site.latitude || !site.longitude || std::abs(*site.latitude) > 90 ||
        std::abs(*site.longitude) > 180)
      return no_value("where", value, kWritten);
  }
  account.where.push_back(std::move(site));
  return Done{};
}

// "Syrian army (government); Hezbollah": what stands in brackets is the side, or the class of those it was done to.
Result<std::vector<ToldActor>> actors_in(std::string_view slot, std::string_view value) {
  std::vector<ToldActor> actors;
  std::string_view rest = value;
  while (!rest.empty()) {
    std::string_view one = take_until(rest, ";");
    ToldActor actor;
    actor.name = take_until(one, "(");
    const std::string_view mark = take_until(one, ")");
    if (actor.name.empty()) return no_value(slot, value, "Syrian army (government); Hezbollah");
    if (slot == "to") {
      actor.victim_class = victim_class_of(mark.empty() ? "unknown" : mark);
      if (!actor.victim_class)
        return no_value(slot, value, "civilians (civilians); two medics (medics)");
    } else if (!mark.empty() && !side_of(mark)) {
      return no_value(slot, value, "Syrian army (government)");
    } else {
      actor.side = mark;
    }
    actors.push_back(std::move(actor));
  }
  return actors;
}

Result<Done> correct_count(Account& account, CountOf of, std::string_view value) {
  std::erase_if(account.counts, [&](const ToldCount& count) { return count.of == of; });
  if (value.empty()) return Done{};
  std::string_view rest = value;
  const bool ranges = value.find('-') != std::string_view::npos;
  ToldCount count;
  count.of = of;
  count.low = number_in(take_until(rest, "-"));
  count.high = ranges ? number_in(trimmed(rest)) : count.low;
  if (!count.low || *count.low < 0 || (!count.high && !trimmed(rest).empty()) ||
      (count.high && *count.high < *count.low))
    return no_value(name_of(of), value, "3, 3-5, or 3- for three and more");
  account.counts.push_back(std::move(count));
  return Done{};
}

Result<Done> set(Account& account, std::string_view slot, std::string_view value) {
  if (slot == "type") {
    const auto type = event_type_of(value);
    if (!type) return no_value(slot, value, "one of the types of data/event_types.tsv");
    account.type = *type;
    return Done{};
  }
  if (slot == "status") {
    const auto status = status_of(value);
    if (!status)
      return no_value(slot, value, "asserted, alleged, denied, doubted, planned, feared or asked");
    account.status = *status;
    return Done{};
  }
  if (slot == "when") return correct_when(account, value);
  if (slot == "where") return correct_where(account, value);
  if (slot == "by" || slot == "to") {
    RELATA_TRY((slot == "by" ? account.by : account.to), actors_in(slot, value));
    return Done{};
  }
  if (const auto of = count_of(slot)) return correct_count(account, *of, value);
  return Error{
      "there is no slot '" + std::string(slot) +
      "'; the slots are type, status, when, where, by, to, killed, injured and the other counts"};
}

}  // namespace

Result<Done> correct(Account& account, std::string_view slot, std::string_view value) {
  RELATA_TRY(Done(), set(account, slot, trimmed(value)));
  const auto at = std::lower_bound(account.corrected.begin(), account.corrected.end(), slot);
  if (at == account.corrected.end() || *at != slot) account.corrected.emplace(at, slot);
  return Done{};
}

}  // namespace relata
