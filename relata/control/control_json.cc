// SPDX-License-Identifier: Apache-2.0
#include "relata/control/control_json.h"

#include <cmath>

#include "relata/export/json_writer.h"

namespace relata {
namespace {

constexpr double kThousand = 1000;  // probabilities are shown with three digits

void write_when(const Period& when, JsonWriter& json) {
  json.key("from").string(iso_date(when.from)).key("to").string(iso_date(when.to));
}

void write_place(const PlaceControl& place, JsonWriter& json) {
  json.begin_object().key("place").string(place.place);
  json.key("names").begin_array();
  for (const std::string& name : place.names) json.string(name);
  json.end_array().key("within").string(place.within);
  json.key("latitude").number_or_null(place.latitude);
  json.key("longitude").number_or_null(place.longitude);
  json.key("periods").begin_array();
  for (const Holding& holding : place.assessed) {
    json.begin_object();
    write_when(holding.when, json);
    json.key("holder").string(name_of(holding.holder));
    json.key("probability")
        .number(std::round(static_cast<double>(holding.probability) * kThousand) / kThousand);
    json.key("inferred").boolean(holding.inferred).key("begun_by").begin_array();
    for (const AccountKey& account : holding.begun_by) json.string(text_of(account));
    json.end_array().end_object();
  }
  json.end_array().key("claimed").begin_array();
  for (const ClaimedHolding& claimed : place.claimed) {
    json.begin_object();
    write_when(claimed.when, json);
    json.key("holder").string(name_of(claimed.holder));
    json.key("account").string(text_of(claimed.account)).end_object();
  }
  json.end_array().end_object();
}

// An area is no place that somebody holds: it has shares and no periods.
void write_share(const AreaShare& share, JsonWriter& json) {
  json.begin_object().key("place").string(share.area);
  json.key("names").begin_array().end_array().key("within").string(share.within);
  json.key("periods").begin_array().end_array();
  json.key("share").begin_object();
  write_when(share.when, json);
  json.key("holder").string(name_of(share.holder));
  json.key("low").number_or_null(share.low).key("high").number_or_null(share.high);
  json.key("account").string(text_of(share.account)).end_object().end_object();
}

}  // namespace

std::string control_json(const Control& control) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_array();
  for (const PlaceControl& place : control.places) write_place(place, json);
  for (const AreaShare& share : control.shares) write_share(share, json);
  json.end_array();
  out += '\n';
  return out;
}

}  // namespace relata
