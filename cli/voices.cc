// SPDX-License-Identifier: Apache-2.0
// relata voices: who speaks, of what kind and side, how often borne out and contradicted.
#include <algorithm>
#include <cstdio>

#include "cli/case_commands.h"
#include "cli/ending.h"
#include "cli/listing.h"
#include "cli/open_case.h"
#include "relata/query/find.h"
#include "relata/query/incidents_text.h"

namespace relata::cli {
namespace {

// By how often, most first; then by name.
void sort_by_standing(std::vector<VoiceRow>& rows, std::uint32_t VoiceStanding::*what) {
  std::stable_sort(rows.begin(), rows.end(), [&](const VoiceRow& a, const VoiceRow& b) {
    return a.standing.*what > b.standing.*what;
  });
}

Result<std::vector<VoiceRow>> all_voices(Database& database, SortBy sort) {
  std::vector<VoiceRow> rows;
  PageRequest page;
  page.sort = sort;
  page.descending = sort == SortBy::claims;
  page.size = kLargestPage;
  do {
    RELATA_TRY(FoundPage<VoiceRow> found, find_voices(database, {}, page));
    rows.insert(rows.end(), std::make_move_iterator(found.rows.begin()),
                std::make_move_iterator(found.rows.end()));
    page.after = found.next;
  } while (!page.after.empty());
  return rows;
}

Result<ExitCode> list_voices(const VoicesArguments& arguments) {
  RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(arguments.data));
  RELATA_TRY(Casebook casebook, open_with_views(arguments.casebook, knowledge));
  const std::string& order = arguments.list.sort;
  RELATA_TRY(
      std::vector<VoiceRow> rows,
      all_voices(casebook.ledger().database(), order == "name" ? SortBy::name : SortBy::claims));
  if (order == "borne_out") sort_by_standing(rows, &VoiceStanding::borne_out);
  if (order == "contradicted") sort_by_standing(rows, &VoiceStanding::contradicted);
  if (arguments.list.limit > 0 && rows.size() > arguments.list.limit)
    rows.resize(arguments.list.limit);
  std::string out;
  if (arguments.list.format == "text") {
    write_voices_text({std::move(rows), ""}, list_view(arguments.list.width, arguments.list.colour),
                      out);
  } else {
    write_list(rows, arguments.list.format == "json", out);
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  return ExitCode::ok;
}

}  // namespace

ExitCode run(const VoicesArguments& arguments) { return ended(list_voices(arguments)); }

}  // namespace relata::cli
