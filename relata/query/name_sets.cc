// SPDX-License-Identifier: Apache-2.0
#include "relata/query/name_sets.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "relata/base/fold.h"
#include "relata/query/search_words.h"

namespace relata {
namespace {

// Sounds of three consonants are shared by too many names: they count only if no name is written as it was typed.
constexpr std::size_t kTellingSound = 4;
constexpr double kKmOfDegree = 111.0;  // a little less than any degree of latitude has

SqlPiece piece(std::string_view sql) {
  SqlPiece made;
  return made << sql;
}

SqlPiece places_named(std::string_view part) {
  const std::string folded = folded_name(part), sound = sound_of_name(part);
  SqlPiece rows = piece("SELECT owner AS row FROM view_place_word WHERE word IN (");
  rows.value(folded) << ", ";
  rows.value('=' + folded) << ")";
  if (sound.empty()) return rows;
  rows << " UNION SELECT owner FROM view_place_word WHERE word = ";
  rows.value('~' + sound);
  if (sound.size() < kTellingSound) {
    rows << " AND NOT EXISTS (SELECT 1 FROM view_place_word WHERE word = ";
    rows.value(folded) << ")";
  }
  return rows;
}

// Any of the pieces, or all of them; no row if there are none.
SqlPiece rows_of(const std::vector<SqlPiece>& pieces, std::string_view between) {
  return pieces.empty() ? piece("SELECT NULL AS row WHERE 0") : joined(pieces, between);
}

struct PlaceRows {
  SqlPiece operator()(const NamedPlace& place) const {
    std::vector<SqlPiece> parts;
    for (std::string_view rest = place.name; !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      if (!folded_name(rest.substr(0, comma)).empty())
        parts.push_back(piece("SELECT row FROM (") << places_named(rest.substr(0, comma)) << ")");
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return rows_of(parts, " INTERSECT ");
  }
  SqlPiece operator()(const PlaceBox& box) const {
    SqlPiece rows = piece("SELECT row FROM view_place WHERE latitude >= ");
    rows.value(box.south) << " AND latitude <= ";
    rows.value(box.north) << " AND (longitude >= ";
    rows.value(box.west) << (box.west <= box.east ? " AND" : " OR") << " longitude <= ";
    return rows.value(box.east) << ")";
  }
  SqlPiece operator()(const PlaceCircle& circle) const {
    const double degrees = circle.km / kKmOfDegree;
    SqlPiece rows = piece("SELECT row FROM view_place WHERE latitude >= ");
    rows.value(circle.latitude - degrees) << " AND latitude <= ";
    rows.value(circle.latitude + degrees) << " AND relata_km(latitude, longitude, ";
    rows.value(circle.latitude) << ", ";
    rows.value(circle.longitude) << ") <= ";
    return rows.value(circle.km);
  }
};

// Owners of all words of a name, in a table of words; nothing if there is no word.
SqlPiece owners_of(std::string_view table, std::string_view typed) {
  std::vector<SqlPiece> words;
  for (const SearchWord& word : name_words(typed)) {
    SqlPiece owners = piece("SELECT owner AS row FROM ") << table << " WHERE word IN (";
    owners.value(word.folded);
    if (word.sound.size() > 2) {
      owners << ", ";
      owners.value('~' + word.sound);
    }
    words.push_back(owners << ")");
  }
  return rows_of(words, " INTERSECT ");
}

std::string as_name(std::string_view typed) {
  std::string name = lower_ascii(typed);
  std::replace(name.begin(), name.end(), ' ', '_');
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

SqlPiece voices_like(const std::string& part) {
  SqlPiece rows = piece("SELECT row FROM (") << owners_of("view_voice_word", part) << ")";
  if (const auto kind = voice_kind_of(as_name(part))) {
    rows << " UNION SELECT row FROM view_voice WHERE kind = ";
    rows.value(static_cast<std::int64_t>(*kind));
  }
  if (const auto side = side_of(as_name(part))) {
    rows << " UNION SELECT row FROM view_voice WHERE side = ";
    rows.value(static_cast<std::int64_t>(*side));
  }
  return rows;
}

}  // namespace

SqlPiece place_rows(const std::vector<PlaceWithin>& places) {
  std::vector<SqlPiece> any;
  for (const PlaceWithin& place : places)
    any.push_back(piece("SELECT row FROM (") << std::visit(PlaceRows(), place) << ")");
  return rows_of(any, " UNION ");
}

SqlPiece actor_rows(std::string_view typed) {
  SqlPiece rows = piece("SELECT row FROM view_actor WHERE side = ");
  rows.value(as_name(typed)) << " UNION SELECT row FROM (";
  return rows << owners_of("view_actor_word", typed) << ")";
}

SqlPiece voice_rows(const std::vector<VoiceChoice>& voices) {
  std::vector<SqlPiece> any;
  for (const VoiceChoice& choice : voices) {
    std::vector<SqlPiece> parts;
    for (const std::string& part : choice.parts) {
      if (!search_words(part).empty())
        parts.push_back(piece("SELECT row FROM (") << voices_like(part) << ")");
    }
    any.push_back(piece("SELECT row FROM (") << rows_of(parts, " INTERSECT ") << ")");
  }
  return rows_of(any, " UNION ");
}

SqlPiece report_rows(const std::vector<std::string>& reports) {
  std::vector<SqlPiece> any;
  for (const std::string& typed : reports) {
    SqlPiece rows = piece("SELECT row FROM view_report WHERE doc = ");
    rows.value(typed);
    if (const auto id = report_id_of(typed)) {
      rows << " UNION SELECT row FROM view_report WHERE id = ";
      rows.value(SqlBlob{std::string(bytes_of(*id))});
    }
    any.push_back(std::move(rows));
  }
  return rows_of(any, " UNION ");
}

}  // namespace relata
