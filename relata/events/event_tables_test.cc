// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "relata/events/event_model.h"

namespace relata {
namespace {

struct Tables {
  std::unique_ptr<Files> files = real_files();
  DataFolder folder{files.get(), RELATA_SOURCE_DIR};
};

DataFolder in_memory(const Files& files) { return DataFolder{&files, "r"}; }

TEST_CASE("every type has a name, a definition and words that tell of it") {
  const Tables tables;
  const auto types = tables.folder.table("event_types.tsv", {"type", "definition"});
  REQUIRE(types);
  CHECK(types->rows().size() == kEventTypes);
  const auto triggers = tables.folder.table("event_triggers.tsv", {"words", "types"});
  REQUIRE(triggers);
  std::set<std::string, std::less<>> told;
  for (const auto& row : triggers->rows()) {
    for (const auto type : row.list("types")) told.emplace(type);
  }
  for (const auto& row : types->rows()) {
    CHECK(event_type_of(row.cell("type")).has_value());
    CHECK(!row.cell("definition").empty());
    CHECK(told.contains(row.cell("type")));
  }
}

TEST_CASE("names of types, statuses and classes go both ways") {
  for (std::size_t i = 0; i < kEventTypes; ++i) {
    const auto type = static_cast<EventType>(i);
    CHECK(event_type_of(name_of(type)) == type);
  }
  CHECK(status_of("doubted") == Status::doubted);
  CHECK(victim_class_of("aid_workers") == VictimClass::aid_workers);
  CHECK(!event_type_of("picnic"));
}

TEST_CASE("the tables of this tree load") {
  const Tables tables;
  const auto knowledge = EventKnowledge::load(tables.folder);
  if (!knowledge) FAIL(knowledge.error().message);
}

TEST_CASE("forms of words are found whatever their spelling") {
  const Tables tables;
  auto words = EventWords::load(tables.folder);
  REQUIRE(words);
  struct Row {
    std::string_view lemma, form;
    FormKind kind;
  };
  const Row rows[] = {{"fight", "fought", FormKind::past}, {"carry", "carries", FormKind::s},
                      {"seize", "seizing", FormKind::ing}, {"kidnap", "kidnapped", FormKind::past},
                      {"body", "bodies", FormKind::s},     {"flee", "fled", FormKind::past},
                      {"torch", "torches", FormKind::s}};
  for (const Row& row : rows) {
    const WordId word = words->add(row.lemma);
    const auto forms = words->forms(row.form);
    INFO(row.form);
    CHECK(std::any_of(forms.begin(), forms.end(), [&](const FormOf& form) {
      return form.word == word && form.kind == row.kind;
    }));
  }
}

TEST_CASE("a broken row is an error that names its line") {
  const std::string words = "# x\nclass\twords\nair\tjet\n";
  const std::string forms = "# x\nlemma\tforms\nfall\tfell\n";
  const std::string frames = "# x\nframe\troles\nact\tsubj=by obj=to\n";
  const std::string head = "# x\nwords\tpos\ttypes\tframe\tguard\n";
  struct Row {
    std::string row, says;
  };
  const Row rows[] = {{"bomb\tq\tairstrike\tact\t", "part of speech"},
                      {"bomb\tv\tpicnic\tact\t", "no event type"},
                      {"bomb\tv\tairstrike\tnone\t", "no frame"},
                      {"@boats\tv\tairstrike\tact\t", "no class of words"},
                      {"bomb\tv\tairstrike\tact\tobj", "guard"}};
  for (const Row& row : rows) {
    const auto files = files_in_memory({{"r/data/event_words.tsv", words},
                                        {"r/data/irregular_forms.tsv", forms},
                                        {"r/data/event_frames.tsv", frames},
                                        {"r/data/event_triggers.tsv", head + row.row + "\n"}});
    const auto table = TriggerTable::load(in_memory(*files));
    REQUIRE(!table);
    CHECK(table.error().message.find("line 3") != std::string::npos);
    CHECK(table.error().message.find(row.says) != std::string::npos);
  }
}

}  // namespace
}  // namespace relata
