// SPDX-License-Identifier: Apache-2.0
// PlaceFinder: the places that a document names, and which places of the world they are.
//
//   RELATA_TRY(PlaceFinder finder, PlaceFinder::load(folder));
//   std::vector<Place> places = finder.find(document, {});
//
// Candidates are what the names stage calls a place or a facility, and what stands in the gazetteer under the words of the text;
// then each is chosen by the report's other places. What cannot be told apart safely stays unresolved (Place::id is empty);
// nothing is resolved to a wrong place for want of the right one. Which event happened where is decided in claims/.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/places/gazetteer.h"
#include "relata/places/place.h"
#include "relata/text/document.h"

namespace relata {

class PlaceWords;

// What is known beside the text.
struct PlaceContext {
  std::optional<Span>
      dateline;  // where the report says that it was written (Report::dateline.place_span)
  std::string_view
      country;  // ISO code of the country that the publisher mostly writes about, "" if unknown: weak evidence
};

class PlaceFinder {
 public:
  // Reads models/gazetteer.bin, data/place_words.tsv, data/nationalities.tsv.
  static Result<PlaceFinder> load(const DataFolder& folder);
  static Result<PlaceFinder> with(Gazetteer gazetteer, const DataFolder& folder);
  PlaceFinder(PlaceFinder&&) noexcept;
  PlaceFinder& operator=(PlaceFinder&&) noexcept;
  ~PlaceFinder();

  // In the order of the text; places do not overlap, save that an unnamed place may hold a named one ("a base near Homs" does not).
  [[nodiscard]] std::vector<Place> find(const Document& document,
                                        const PlaceContext& context) const;
  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  PlaceFinder(Gazetteer gazetteer, std::unique_ptr<PlaceWords> words);
  Gazetteer gazetteer_;
  std::unique_ptr<PlaceWords> words_;
};

// The place that the report is mostly about: of those that are resolved and no speaker's or actor's place, the division named
// first in the title, else most often, places nearer the beginning counting more. Nothing if there is none.
[[nodiscard]] std::optional<std::uint32_t> main_place(const Document& document,
                                                      const std::vector<Place>& places);

}  // namespace relata
