// SPDX-License-Identifier: Apache-2.0
#include "relata/sqlite/database.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

namespace relata {
namespace {

Database opened() {
  auto database = Database::open(":memory:", Database::Mode::create);
  REQUIRE(database);
  REQUIRE(database->execute(
      "CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT, bytes BLOB) STRICT"));
  return std::move(database).value();
}

std::int64_t notes_of(Database& database) {
  const auto count = database.integer("SELECT count(*) FROM note");
  REQUIRE(count);
  return count->value_or(-1);
}

TEST_CASE("what is written is read back, with zero bytes in it") {
  Database database = opened();
  auto insert = database.prepare("INSERT INTO note (words, bytes) VALUES (?1, ?2)");
  REQUIRE(insert);
  insert->bind_text(1, "").bind_blob(2, std::string_view("a\0b", 3));
  REQUIRE(insert->run());
  CHECK(database.last_row() == 1);
  auto select = database.prepare("SELECT words, bytes, NULL FROM note");
  REQUIRE(select);
  REQUIRE(select->step());
  CHECK(select->text(0).empty());
  CHECK_FALSE(select->is_null(0));
  CHECK(select->blob(1) == std::string_view("a\0b", 3));
  CHECK(select->is_null(2));
}

TEST_CASE("a transaction that is left without a commit leaves nothing") {
  Database database = opened();
  {
    auto transaction = Transaction::begin(database);
    REQUIRE(transaction);
    REQUIRE(database.execute("INSERT INTO note (words) VALUES ('lost')"));
  }
  CHECK(notes_of(database) == 0);
  auto transaction = Transaction::begin(database);
  REQUIRE(transaction);
  REQUIRE(database.execute("INSERT INTO note (words) VALUES ('kept')"));
  REQUIRE(transaction->commit());
  CHECK(notes_of(database) == 1);
}

TEST_CASE("a frozen file is read whatever its name, and nothing is made beside it") {
  std::string folder = (std::filesystem::temp_directory_path() / "relata-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  const std::string path = folder + "/a b%41?mode=x#\xC3\xA9.relata";
  {
    auto database = Database::open(path, Database::Mode::create);
    REQUIRE(database);
    REQUIRE(database->execute("PRAGMA journal_mode = WAL; CREATE TABLE note (id INTEGER)"));
  }
  {
    auto frozen = Database::open(path, Database::Mode::frozen);
    REQUIRE(frozen);
    CHECK(notes_of(*frozen) == 0);
    CHECK_FALSE(frozen->execute("INSERT INTO note VALUES (1)"));
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("errors name the file and say why") {
  const auto absent = Database::open("/nowhere/at/all.relata", Database::Mode::read);
  REQUIRE_FALSE(absent);
  CHECK(absent.error().message.find("/nowhere/at/all.relata: ") == 0);
  Database database = opened();
  CHECK_FALSE(database.prepare("SELEKT 1"));
  auto wrong = database.prepare("INSERT INTO note (id) VALUES (?1)");
  REQUIRE(wrong);
  CHECK_FALSE(wrong->bind_text(1, "no number").run());
  CHECK_FALSE(wrong->bind_integer(7, 1).run());  // there is no such parameter
}

}  // namespace
}  // namespace relata
