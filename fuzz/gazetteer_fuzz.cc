// SPDX-License-Identifier: Apache-2.0
// A gazetteer: an error, or answers to everything that can be asked of it.
#include "fuzz/fuzz_input.h"
#include "relata/places/gazetteer.h"

using namespace relata;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto opened = Gazetteer::open(std::make_unique<HeldBytes>(view_of(data, size)));
  if (!opened) return 0;
  const Gazetteer& gazetteer = opened.value();
  std::vector<PlaceId> found;
  for (const char* key : {"aleppo", "halab", "syria", "al fardous", "fardous", "frds", ""}) {
    gazetteer.find(key, found);
    gazetteer.find_bare(key, found);
    gazetteer.find_skeleton(key, found);
  }
  for (const PlaceId id : found) {
    const auto names =
        gazetteer.names(id).size() + gazetteer.name(id).size() + gazetteer.source(id).size();
    const auto larger = gazetteer.parent(id);
    if (larger) static_cast<void>(gazetteer.within(id, *larger));
    static_cast<void>(gazetteer.country(id));
    static_cast<void>(gazetteer.region(id));
    static_cast<void>(gazetteer.country_code(id));
    static_cast<void>(gazetteer.kind(id));
    static_cast<void>(gazetteer.has_lent_point(id));
    if (gazetteer.shape_contains(id, gazetteer.point(id)))
      RELATA_CHECK(!gazetteer.shape(id).empty());
    RELATA_CHECK(names < (1u << 30));
  }
  return 0;
}
