// SPDX-License-Identifier: Apache-2.0
// Place: a stretch of text that names where something is, resolved against the gazetteer if that can be done safely.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

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

struct Place {
  Span span;       // "al-Fardous neighbourhood": the name with its kind word
  Span name_span;  // "al-Fardous"
  std::string
      name;  // as the report writes it, without article and kind word: "al-Fardous", "eastern Aleppo"
  std::string within;         // outwards, ends with the country: "Aleppo, Syria"; "" if unknown
  std::optional<PlaceId> id;  // nothing: not resolved
  std::optional<PlaceKind> kind;
  std::string gazetteer_name;  // of `id`
  std::string
      admin1;  // the first-level division that holds it, as the gazetteer names it: "Aleppo"; "" if unknown
  std::string country;                        // ISO 3166 alpha-2, "" if unknown
  std::optional<double> latitude, longitude;  // WGS 84 degrees
  bool speaker_place =
      false;  // dateline, "told Reuters in Beirut", "Damascus-based": no place of a happening
  bool actor =
      false;  // stands for those who govern or speak there: "Washington said"; no place of a happening
  bool adjective = false;  // "Syrian", "Homs" in "Homs residents": where, but said in passing
  bool unnamed =
      false;  // "a military base", "the town": a kind of place without a name of its own; name is its words
  TokenIndex first = 0, last = 0;  // tokens [first, last) of `span`
  std::optional<std::uint32_t>
      inside;  // the place that the text says it lies in ("X in Y"), index into the places of the report
};

}  // namespace relata
