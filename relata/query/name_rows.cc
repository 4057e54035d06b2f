// SPDX-License-Identifier: Apache-2.0
#include "relata/query/name_rows.h"

#include <algorithm>

#include "relata/query/packing.h"
#include "relata/query/search_words.h"

namespace relata {
namespace {

enum Of : std::size_t {
  find_place,
  add_place,
  add_place_word,
  find_actor,
  add_actor,
  add_actor_word,
  find_voice,
  add_voice,
  add_voice_word
};
constexpr const char* kStatements[] = {
    "SELECT row FROM view_place WHERE sites = ?1",
    "INSERT INTO view_place (sites, latitude, longitude) VALUES (?1, ?2, ?3)",
    "INSERT INTO view_place_word (word, owner) VALUES (?1, ?2)",
    "SELECT row FROM view_actor WHERE name = ?1 AND side = ?2",
    "INSERT INTO view_actor (name, side) VALUES (?1, ?2)",
    "INSERT INTO view_actor_word (word, owner) VALUES (?1, ?2)",
    "SELECT row FROM view_voice WHERE key = ?1",
    "INSERT INTO view_voice (key, name, kind, side, named) VALUES (?1, ?2, ?3, ?4, ?5)",
    "INSERT INTO view_voice_word (word, owner) VALUES (?1, ?2)",
};

// The row that a SELECT finds, 0 if none.
Result<std::int64_t> row_of(Statement& select) {
  RELATA_TRY(const bool found, select.step());
  const std::int64_t row = found ? select.integer(0) : 0;
  select.reset();
  return row;
}

void sort_unique(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

void add_name(std::vector<std::string>& words, std::string_view name) {
  if (std::string folded = folded_name(name); !folded.empty()) words.push_back(std::move(folded));
  if (const std::string sound = sound_of_name(name); !sound.empty()) words.push_back('~' + sound);
}

template <typename Bytes>
void pack_sites(Bytes& bytes, std::vector<Site>& sites) {
  pack_list(bytes, sites, [&](Site& site) { pack(bytes, site); });
}

}  // namespace

std::vector<std::string> place_words(const std::vector<Site>& sites) {
  std::vector<std::string> words;
  for (const Site& site : sites) {
    for (const std::string_view name :
         {std::string_view(site.name), std::string_view(site.gazetteer_name),
          std::string_view(site.admin1)})
      add_name(words, name);
    for (std::string_view rest = site.within; !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      add_name(words, rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    if (!site.country.empty()) words.push_back('=' + folded_name(site.country));
  }
  sort_unique(words);
  return words;
}

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  for (const SearchWord& word : name_words(name)) {
    words.push_back(word.folded);
    if (word.sound.size() > 2) words.push_back('~' + word.sound);
    if (!word.joined.empty()) words.push_back('~' + word.joined);
  }
  sort_unique(words);
  return words;
}

std::string sites_bytes(const std::vector<Site>& sites) {
  std::vector<Site> copy = sites;
  PackWriter writer;
  pack_sites(writer, copy);
  return writer.finish();
}

Result<std::vector<Site>> sites_of_bytes(std::string_view bytes) {
  std::vector<Site> sites;
  PackReader reader(bytes);
  pack_sites(reader, sites);
  if (!reader.complete()) return Error{"a stored place cannot be read"};
  return sites;
}

Result<NameRows> NameRows::open(Database& database) {
  NameRows rows(database);
  RELATA_TRY(rows.statements_, database.prepare_all(kStatements));
  return rows;
}

Result<Done> NameRows::add_words(Statement& insert, std::int64_t row,
                                 std::vector<std::string> words) {
  for (const std::string& word : words) {
    RELATA_TRY(Done(), insert.bind_text(1, word).bind_integer(2, row).run());
  }
  return Done{};
}

Result<std::int64_t> NameRows::place(const std::vector<Site>& sites) {
  const std::string bytes = sites_bytes(sites);
  RELATA_TRY(std::int64_t row, row_of(statements_[find_place].bind_blob(1, bytes)));
  if (row != 0) return row;
  Statement& insert = statements_[add_place].bind_blob(1, bytes).bind_null(2).bind_null(3);
  for (const Site& site : sites) {
    if (!site.latitude || !site.longitude) continue;
    insert.bind_real(2, *site.latitude).bind_real(3, *site.longitude);
    break;
  }
  RELATA_TRY(Done(), insert.run());
  row = database_->last_row();
  RELATA_TRY(Done(), add_words(statements_[add_place_word], row, place_words(sites)));
  return row;
}

Result<std::int64_t> NameRows::actor(const ToldActor& actor) {
  const auto bound = [&](Of of) -> Statement& {
    return statements_[of].bind_text(1, actor.name).bind_text(2, actor.side);
  };
  RELATA_TRY(std::int64_t row, row_of(bound(find_actor)));
  if (row != 0) return row;
  RELATA_TRY(Done(), bound(add_actor).run());
  row = database_->last_row();
  RELATA_TRY(Done(), add_words(statements_[add_actor_word], row, words_of_name(actor.name)));
  return row;
}

Result<std::int64_t> NameRows::voice(const ToldVoice& voice) {
  // Sorts as names do; two voices of one name are told apart by kind and side.
  std::string key = voice.name + '\0';
  key += static_cast<char>(voice.kind);
  key += static_cast<char>(voice.side);
  RELATA_TRY(std::int64_t row, row_of(statements_[find_voice].bind_blob(1, key)));
  if (row != 0) return row;
  Statement& insert = statements_[add_voice].bind_blob(1, key).bind_text(2, voice.name);
  insert.bind_integer(3, static_cast<int>(voice.kind))
      .bind_integer(4, static_cast<int>(voice.side));
  RELATA_TRY(Done(), insert.bind_integer(5, voice.named ? 1 : 0).run());
  row = database_->last_row();
  RELATA_TRY(Done(), add_words(statements_[add_voice_word], row, words_of_name(voice.name)));
  return row;
}

}  // namespace relata
