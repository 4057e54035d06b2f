// SPDX-License-Identifier: Apache-2.0
// A line of search: whatever is typed gives a filter or an error, and every filter can be asked of a casebook, the words
// being found in the text by the index exactly as they are found in it without.
#include "fuzz/fuzz_input.h"
#include "relata/query/find.h"
#include "relata/query/snippet.h"
#include "relata/query/view_tables.h"
#include "relata/query/view_writer.h"

using namespace relata;

namespace {

constexpr std::string_view kText =
    "Raids on al-Firdaws\n\nA resident said that barrel bombs hit Salah al-Din, قصف حي الفردوس.";

const FilterLexicon& fuzz_lexicon() {
  static const FilterLexicon lexicon{{{"strikes", {EventType::shelling, EventType::airstrike}}}};
  return lexicon;
}

Database& casebook() {
  static Database database = [] {
    auto opened = Database::open(":memory:", Database::Mode::create);
    RELATA_CHECK(opened && create_views(*opened));
    auto views = ViewWriter::open(*opened);
    ReportAccounts report;
    report.doc = "a";
    RELATA_CHECK(views && views->put_report(report, kText));
    return std::move(*opened);
  }();
  return database;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto filter = parse_query(view_of(data, size), fuzz_lexicon());
  if (!filter) return 0;
  // Words that are everywhere in a text are found again wherever the index finds them.
  const IndexedWords indexed = indexed_words(kText);
  for (const SoughtClause& clause : filter->words) {
    Filter words;
    words.words = {clause};
    const auto found = find_reports(casebook(), words, {});
    RELATA_CHECK(static_cast<bool>(found));
    RELATA_CHECK(found->rows.empty() ==
                 (holds(clause, indexed.words, indexed.sounds) == clause.absent));
  }
  RELATA_CHECK(static_cast<bool>(find_incidents(casebook(), *filter, {})));
  RELATA_CHECK(static_cast<bool>(find_accounts(casebook(), *filter, {})));
  RELATA_CHECK(static_cast<bool>(find_voices(casebook(), *filter, {})));
  for (const Snippet& snippet : snippets_of(filter->words, kText)) {
    check_span(kText, snippet.span);
    for (const Span match : snippet.matches) {
      check_span(kText, match);
      RELATA_CHECK(snippet.span.contains(match));
    }
  }
  return 0;
}
