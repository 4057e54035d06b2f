// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/view_state.h"

#include <charconv>

namespace relata {

Result<ViewState> ViewState::open(Database& database) {
  RELATA_TRY(Done(), database.execute(
                         "CREATE TABLE IF NOT EXISTS view_state (name TEXT PRIMARY KEY, "
                         "value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
                         "CREATE TABLE IF NOT EXISTS view_engine (report BLOB PRIMARY KEY, "
                         "engine TEXT NOT NULL) STRICT, WITHOUT ROWID;"
                         "CREATE INDEX IF NOT EXISTS view_engine_name ON view_engine (engine);"));
  return ViewState(database);
}

Result<bool> ViewState::is_there(Database& database) {
  RELATA_TRY(const auto there,
             database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'view_state'"));
  return there.has_value();
}

Result<std::uint64_t> ViewState::seen() {
  RELATA_TRY(const auto text, value("seen"));
  std::uint64_t seen = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), seen);
  return seen;
}

Result<std::string> ViewState::tables() {
  RELATA_TRY(const auto text, value("tables"));
  return text.value_or("");
}

Result<Done> ViewState::set(std::uint64_t seen, const std::string& tables) {
  RELATA_TRY(Statement insert,
             database_->prepare("INSERT OR REPLACE INTO view_state VALUES (?1, ?2)"));
  RELATA_TRY(Done(), insert.bind_text(1, "seen").bind_text(2, std::to_string(seen)).run());
  return insert.bind_text(1, "tables").bind_text(2, tables).run();
}

Result<Done> ViewState::set_engine(const ReportId& report, const std::string& engine) {
  if (!put_engine_) {
    RELATA_TRY(put_engine_,
               database_->prepare("INSERT OR REPLACE INTO view_engine VALUES (?1, ?2)"));
  }
  return put_engine_->bind_blob(1, bytes_of(report)).bind_text(2, engine).run();
}

Result<std::vector<std::string>> ViewState::engines() {
  RELATA_TRY(Statement select,
             database_->prepare("SELECT DISTINCT engine FROM view_engine ORDER BY engine"));
  std::vector<std::string> engines;
  while (true) {
    RELATA_TRY(const bool row, select.step());
    if (!row) return engines;
    engines.emplace_back(select.text(0));
  }
}

Result<std::optional<std::string>> ViewState::value(std::string_view name) {
  RELATA_TRY(Statement select, database_->prepare("SELECT value FROM view_state WHERE name = ?1"));
  RELATA_TRY(const bool there, select.bind_text(1, name).step());
  return there ? std::optional(std::string(select.text(0))) : std::nullopt;
}

}  // namespace relata
