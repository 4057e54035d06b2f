// SPDX-License-Identifier: Apache-2.0
// Place: a stretch of text that names where something is, resolved against the gazetteer if that can be done safely.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/span.h"
#include "relata/text/document.h"

namespace relata {

struct PlaceId {
  std::uint32_t value = 0;  // index into the gazetteer
  auto operator<=>(const PlaceId&) const = default;
};

enum class PlaceKind : std::uint8_t {
  country,
  region,
  county,
  town,
  village,
  neighbourhood,
  landmark,
  camp
};
[[nodiscard]] std::string_view name_of(PlaceKind);
[[nodiscard]] std::optional<PlaceKind> place_kind_of(std::string_view);

struct Place {
  // "al-Fardous neighbourhood": the name with its kind word; and the name alone.
  Span span;
  Span name_span;
  // As the report writes it, without article and kind word: "al-Fardous", "eastern Aleppo".
  std::string name;
  // Outwards, ends with the country: "Aleppo, Syria"; "" if unknown.
  std::string within;
  // Nothing: not resolved.
  std::optional<PlaceId> id;
  std::optional<PlaceKind> kind;
  std::string gazetteer_name;  // of `id`
  // The first-level division that holds it, as the gazetteer names it: "Aleppo"; "" if unknown.
  std::string admin1;
  std::string country;                        // ISO 3166 alpha-2, "" if unknown
  std::optional<double> latitude, longitude;  // WGS 84 degrees
  std::uint8_t size = 0;                      // 8 * log2(inhabitants), 0 if unknown
  // The point is that of a place nearby or around: "north of X", "eastern X", "a base in X".
  bool approximate = false;
  // Dateline, "told Reuters in Beirut", "Damascus-based": no place of a happening.
  bool speaker_place = false;
  // Stands for those who govern there ("Washington said"): a speaker_place too.
  bool actor = false;
  // "Syrian", "Homs" in "Homs residents": where, but said in passing.
  bool adjective = false;
  // "a military base", "the town": a kind of place without a name of its own; `name` is its words, or the name it stands for.
  bool unnamed = false;
  TokenIndex first = 0, last = 0;  // tokens [first, last) of `span`
  // The place that the text says it lies in ("X in Y"), index into the places of the report.
  std::optional<std::uint32_t> inside;
};

}  // namespace relata
