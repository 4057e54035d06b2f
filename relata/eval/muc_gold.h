// SPDX-License-Identifier: Apache-2.0
// The terrorism reports of the third and fourth Message Understanding Conferences (MUC-3, MUC-4), with the templates that
// people have filled from them, and the score of what a program says. Scored are reports with exactly one template.
//
//   RELATA_TRY(auto reports, parse_muc_reports(texts));
//   RELATA_TRY(auto keys, parse_muc_keys(templates));       // by the report's name
//
//   date          our day is one of the key's; a key that has only a last day ("- 03 JAN 90") allows the week before it
//   place         one of our places, or one that it lies within, is the key's most specific one: the words of one name hold
//                 those of the other; the country, where the key has no other
//   region        one of our places is any of the key's but the country; the country, where the key has no other
//   killed        the number that the key sums over its dead is our lowest, our highest or between them; not scored if the
//                 key has no number for one of them ("PLURAL")
//   perpetrator   the name of our perpetrator and one of the key's organisations hold the words of one another
//   confidence    how firmly the key says that the organisation did it is what we say
//
// Precision is over the reports of which both have a say: what the key leaves empty is not scored. Alternatives that a key
// allows all count; dates that it is in doubt about are not scored.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/date.h"
#include "relata/base/result.h"
#include "relata/eval/scoreboard.h"

namespace relata {

struct MucReport {
  std::string name;  // "DEV-MUC3-0001"
  std::string
      text;  // without dateline and marks in brackets, a paragraph a line, in the capitals that it has
  std::optional<Date> day;  // of the dateline
};
[[nodiscard]] std::vector<MucReport> parse_muc_reports(std::string_view texts);

struct MucKey {
  std::optional<Period> days;
  std::vector<std::string> places;  // the country first, then inwards
  std::optional<double> killed;
  std::vector<std::string> organisations;
  std::vector<std::string> confidence;  // "REPORTED AS FACT"; those that the key allows
};
// Of the reports that have exactly one template.
[[nodiscard]] std::map<std::string, MucKey> parse_muc_keys(std::string_view templates);

struct MucAnswer {
  std::optional<Date> day;
  std::vector<std::string> places;
  std::optional<double> killed_low, killed_high;
  std::string perpetrator, confidence;
};

[[nodiscard]] Scoreboard muc_board();
void score_muc(const MucKey& key, const MucAnswer& answer, Scoreboard& board);

}  // namespace relata
