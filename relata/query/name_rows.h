// SPDX-License-Identifier: Apache-2.0
// NameRows: the rows of places, actors and voices in the view tables, one for each that differs; made when first needed, with
// the words that they are looked up by. sought_names() is the other end: the words that a typed name must have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/sqlite/database.h"

namespace relata {

class NameRows {
 public:
  static Result<NameRows> open(Database& database);

  // The row of a list of sites, most specific first.
  Result<std::int64_t> place(const std::vector<Site>& sites);
  Result<std::int64_t> actor(const ToldActor& actor);
  Result<std::int64_t> voice(const ToldVoice& voice);

 private:
  explicit NameRows(Database& database) : database_(&database) {}
  Result<Done> add_words(Statement& insert, std::int64_t row, std::vector<std::string> words);

  Database* database_;
  std::vector<Statement> statements_;
};

// Words of `word` columns: a place has each of its names whole ("fardous"), its country's code ("=sy") and the sounds of its
// names ("~frds"); actors and voices have every word of their names, and the sounds of capitalised ones.
[[nodiscard]] std::vector<std::string> place_words(const std::vector<Site>& sites);
[[nodiscard]] std::vector<std::string> words_of_name(std::string_view name);

[[nodiscard]] std::string sites_bytes(const std::vector<Site>& sites);
Result<std::vector<Site>> sites_of_bytes(std::string_view bytes);

}  // namespace relata
