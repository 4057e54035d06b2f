// SPDX-License-Identifier: Apache-2.0
// What accounts and incidents hold, as short phrases for people: "2016-12-10 to 2016-12-12", "al-Fardous, Aleppo, Syria",
// "Made-up News ← a resident (resident, opposition)", "12 to 27, best 15". Nothing is made safe here.
#pragma once

#include <functional>
#include <string>

#include "relata/query/find.h"

namespace relata {

// The frozen text of a report, for as long as the next is not asked for. Error: it was erased, or cannot be read.
using TextOf = std::function<Result<std::string_view>(const ReportId&)>;

// An incident with the accounts of its members, in their order: what `show` and `why` are written from.
struct ShownIncident {
  const AssessedIncident& stored;
  const std::vector<AccountRow>& accounts;
  const TextOf& text_of_report;
};

[[nodiscard]] std::string phrase(
    const std::optional<Period>& when);               // "unknown day" if there is none
[[nodiscard]] std::string phrase(const Site& where);  // "unknown place"
[[nodiscard]] std::string phrase(const ToldVoice& voice);
[[nodiscard]] std::string phrase(const std::vector<ToldChain>& chains);  // several parted by "; "
[[nodiscard]] std::string phrase(const std::vector<ToldActor>& actors);  // several parted by "; "
[[nodiscard]] std::string phrase(
    const std::vector<ToldCount>& counts);  // "killed 9 or more civilians; …"
[[nodiscard]] std::string phrase(const CountRange& range);
[[nodiscard]] std::string phrase(const Toll& toll);  // "killed, children: 2 to 5, best 3"
[[nodiscard]] std::string phrase(const std::optional<Grade>& grade);  // "no grade"
[[nodiscard]] std::string number_of(std::size_t count, std::string_view one, std::string_view many);

// The exact words of an account's evidence, its trigger «marked», or why they cannot be shown, in square brackets.
[[nodiscard]] std::string words_of_account(const Account& account, const TextOf& text_of_report);

}  // namespace relata
