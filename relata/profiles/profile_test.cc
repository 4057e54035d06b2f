// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/profile.h"

#include <doctest/doctest.h>

#include "relata/base/hash.h"
#include "relata/export/form.h"
#include "relata/profiles/handmade_case.h"
#include "relata/profiles/shipped_tables.h"
#include "relata/profiles/write_export.h"

using namespace relata;

namespace {

Exported exported(Profile profile, const HandmadeCase& made) {
  const std::vector<CaseIncident> incidents(made.incidents.begin(), made.incidents.end());
  auto out = write_export({profile, {}}, incidents, made.origin, shipped_tables());
  REQUIRE(out);
  return *out;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("profiles are known by the names that people type") {
  for (int i = 0; i < 11; ++i) {
    const auto profile = static_cast<Profile>(i);
    CHECK(profile_of(name_of(profile)) == profile);
    CHECK_FALSE(extension_of(profile).empty());
  }
  CHECK_FALSE(profile_of("excel"));
}

TEST_CASE("the manifest tells the hash of the bytes, where they come from, and what was left out") {
  const HandmadeCase made;
  const Exported ged = exported(Profile::ged, made);
  CHECK(
      ged.manifest ==
      "{\n  \"form\": \"relata export 1\",\n  \"profile\": \"ged\",\n  \"public\": false,\n"
      "  \"casebook\": \"harbour\",\n  \"checkpoint\": \"c2lnbmVk\",\n  \"entries\": 42,\n"
      "  \"filters\": [\n    \"--place Aleppo\"\n  ],\n  \"written_by\": \"relata " +
          std::string(version()) +
          "\",\n  \"read_by\": [\n    \"relata 0.1.0\"\n  ],\n  \"incidents\": 3,\n  \"rows\": 2,\n"
          "  \"left_out\": {\n    \"no account says that it happened\": 1\n  },\n  \"bytes\": " +
          std::to_string(ged.bytes.size()) + ",\n  \"sha256\": \"" + sha256_hex(ged.bytes) +
          "\"\n}\n");
}

TEST_CASE("the same case gives the same bytes and the same manifest") {
  for (int i = 0; i < 11; ++i) {
    const HandmadeCase first, second;
    const Exported one = exported(static_cast<Profile>(i), first);
    const Exported two = exported(static_cast<Profile>(i), second);
    CHECK(one.bytes == two.bytes);
    CHECK(one.manifest == two.manifest);
  }
}

TEST_CASE("GeoJSON has longitude first, and null where nothing is known") {
  const HandmadeCase made;
  const std::string bytes = exported(Profile::geojson, made).bytes;
  CHECK(
      bytes.starts_with("{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\","
                        "\"id\":\"i02d0e3b52b21\","
                        "\"geometry\":{\"type\":\"Point\",\"coordinates\":[37.1539,36.1824]},"));
  CHECK(has(bytes, "\"radius_km\":25"));
  CHECK(has(bytes, "\"id\":\"iad1b666b872a\",\"geometry\":null,"));
  CHECK(bytes.ends_with("}}\n]}\n"));
}

TEST_CASE("annotations have both selectors, in code points, on the frozen text") {
  const HandmadeCase made;
  CHECK(has(
      exported(Profile::annotations, made).bytes,
      "\"target\":{\"source\":{\"id\":\"urn:relata:text:" + std::string(64, 'a') +
          "\",\"type\":\"Text\",\"format\":\"text/plain\",\"via\":\"https://harbour.example/1\"},"
          "\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":0,\"end\":28},"
          "{\"type\":\"TextQuoteSelector\",\"exact\":\"warplanes struck “a shelter”\","
          "\"prefix\":\"\",\"suffix\":\", a medic said\"}]}"));
}

TEST_CASE("FollowTheMoney ties an event to its articles, and makes no entity of a person") {
  const HandmadeCase made;
  const std::string bytes = exported(Profile::ftm, made).bytes;
  CHECK(has(bytes,
            "{\"id\":\"relata-incident-i02d0e3b52b21\",\"schema\":\"Event\",\"properties\":{"
            "\"name\":[\"airstrike in al-Fardous, Aleppo, Syria\"]"));
  CHECK(has(bytes,
            "\"schema\":\"PublicBody\",\"properties\":{\"name\":[\"Government of "
            "Syria\"],\"country\":[\"sy\"]}"));
  CHECK(has(bytes,
            "\"schema\":\"Documentation\",\"properties\":{\"document\":[\"relata-report-"
            "01000000000000000000000000000000\"],\"entity\":[\"relata-incident-i02d0e3b52b21\"],"
            "\"role\":[\"tells\"]}"));
  CHECK_FALSE(has(bytes, "Nour Haddad"));
  CHECK_FALSE(has(bytes, "residents"));
}

TEST_CASE("provenance leads from an incident to the report it came from") {
  const HandmadeCase made;
  const std::string bytes = exported(Profile::prov, made).bytes;
  const std::string claim = "relata:claim/01000000000000000000000000000000:10-16";
  CHECK(has(bytes,
            "{\"prov:generatedEntity\":\"relata:incident/i02d0e3b52b21\",\"prov:usedEntity\":\"" +
                claim + "\""));
  CHECK(has(bytes, "{\"prov:generatedEntity\":\"" + claim +
                       "\",\"prov:usedEntity\":\"relata:text/01000000000000000000000000000000\""));
  CHECK(
      has(bytes, "\"prov:type\":{\"$\":\"prov:SoftwareAgent\",\"type\":\"prov:QUALIFIED_NAME\"}"));
}

TEST_CASE("what a person decided stands apart from what the program says") {
  HandmadeCase made;
  made.assessments[0].decided = Grade::confirmed;
  made.assessments[0].decided_reason = "seen the footage";
  const std::string bytes = exported(Profile::incidents_jsonl, made).bytes;
  CHECK(
      has(bytes,
          "\"grade\":\"fair\",\"decided\":\"confirmed\",\"decided_reason\":\"seen the footage\""));
  CHECK(has(exported(Profile::prov, made).bytes, "\"relata:agent/person\""));
}
