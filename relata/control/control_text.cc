// SPDX-License-Identifier: Apache-2.0
#include "relata/control/control_text.h"

#include <algorithm>
#include <cmath>

#include "relata/export/safe_text.h"

namespace relata {
namespace {

constexpr std::size_t kMostKeys = 3;  // that a line names

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string days_of(const Period& when) {
  return when.from == when.to ? iso_date(when.from)
                              : iso_date(when.from) + " to " + iso_date(when.to);
}

std::string keys_of(const std::vector<AccountKey>& keys) {
  std::string text;
  for (std::size_t i = 0; i < std::min(keys.size(), kMostKeys); ++i)
    text += (i == 0 ? "" : ", ") + short_text_of(keys[i]);
  if (keys.size() > kMostKeys) text += " and " + std::to_string(keys.size() - kMostKeys) + " more";
  return text;
}

std::string percent_of(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

void write_holding(const Holding& holding, std::string& out) {
  out +=
      "  " + padded(days_of(holding.when), 26) + padded(std::string(name_of(holding.holder)), 15);
  if (holding.holder != Holder::unknown)
    out += padded(percent_of(static_cast<double>(holding.probability)), 7);
  if (holding.inferred) {
    out += "inferred from what came after";
  } else if (!holding.begun_by.empty()) {
    out += "by " + keys_of(holding.begun_by);
  }
  while (out.back() == ' ') out.pop_back();
  out += '\n';
}

void write_place(const PlaceControl& place, bool bold, std::string& out) {
  const std::string name = shown(place.place);
  out += bold ? "\x1b[1m" + name + "\x1b[0m" : name;
  if (!place.within.empty()) out += ", " + shown(place.within);
  if (!place.names.empty()) {
    out += "  (also";
    for (const std::string& other : place.names)
      out += (&other == &place.names.front() ? " " : ", ") + shown(other);
    out += ')';
  }
  out += '\n';
  for (const Holding& holding : place.assessed) write_holding(holding, out);
  for (const ClaimedHolding& claimed : place.claimed) {
    out += "  claimed  " + padded(days_of(claimed.when), 26) +
           padded(std::string(name_of(claimed.holder)), 15) + short_text_of(claimed.account) + '\n';
  }
  out += '\n';
}

void write_share(const AreaShare& share, std::string& out) {
  out += "  " + shown(share.area) + (share.within.empty() ? "" : ", " + shown(share.within)) +
         "  " + days_of(share.when) + "  " + std::string(name_of(share.holder)) + "  ";
  if (share.low && share.high && *share.low == *share.high) {
    out += percent_of(*share.low);
  } else {
    out += share.low ? "at least " + percent_of(*share.low) : "";
    if (share.high) out += (share.low ? ", " : "") + ("at most " + percent_of(*share.high));
  }
  out += "  " + short_text_of(share.account) + '\n';
}

}  // namespace

std::string control_text(const Control& control, bool bold) {
  std::string out;
  for (const PlaceControl& place : control.places) write_place(place, bold, out);
  if (!control.shares.empty()) out += "Shares of areas, as said:\n";
  for (const AreaShare& share : control.shares) write_share(share, out);
  if (out.empty()) out = "No report tells who held what.\n";
  return out;
}

}  // namespace relata
