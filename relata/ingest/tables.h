// SPDX-License-Identifier: Apache-2.0
// What ingest knows of the world, as its parts see it: read once from data/*.tsv by load_ingest_tables(), then immutable.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "relata/ingest/html_hints.h"
#include "relata/ingest/reader.h"

namespace relata {

// Looks names up without making a string of them.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
template <typename T>
using NameMap = std::unordered_map<std::string, T, NameHash, std::equal_to<>>;
using NameSet = std::unordered_set<std::string, NameHash, std::equal_to<>>;

// The words of dates; the keys are lower case.
struct DateWords {
  NameMap<unsigned> months;    // 1-12
  NameMap<unsigned> weekdays;  // 0 = Sunday
  NameSet zones;
};

// What datelines are made of.
struct DatelineWords {
  enum class LeadIn : std::uint8_t { date, skip, source };
  NameMap<LeadIn> lead_ins;  // "date of publication"
  NameSet agencies;          // every form, as credits write it
  NameSet places;            // folded
};

// The first bytes of a kind of file that holds no text.
struct Signature {
  std::string bytes;
  std::size_t at = 0;
  std::string what;
};

// A name that a column or member goes by, and the field it is. In order of preference.
struct ColumnName {
  std::string field;
  std::string name;
};

struct IngestTables::Parts {
  std::vector<ColumnName> columns;
  NameMap<std::string> encodings;  // declared label, lower case -> the encoding to use
  std::vector<Signature> signatures;
  DateWords dates;
  DatelineWords datelines;
  HtmlHints html;
  std::vector<ColumnName> html_meta;  // field and where pages state it, in order of preference
};

}  // namespace relata
