// SPDX-License-Identifier: Apache-2.0
// Incidents and claims as JSON: all that the casebook holds of them, one object each (docs/formats/export.md has the members).
// What a program read and what a person decided are members of their own, never mixed.
#pragma once

#include <string>

#include "relata/export/json_writer.h"
#include "relata/profiles/case_incident.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

// One line each.
void append_incident_line(const CaseIncident& given, const ProfileTables& tables, std::string& out);
// One line for each account of the incident.
void append_claim_lines(const CaseIncident& given, std::string& out);

// The members of an incident's object, between begin_object() and end_object().
void write_incident(const CaseIncident& given, const ProfileTables& tables, JsonWriter& json);
void write_claim(const CaseIncident& given, std::size_t index, JsonWriter& json);

// GeoJSON (RFC 7946): a feature an incident, its geometry a point, or null if it lies nowhere. The radius within which it
// lies is a property. The collection is opened and closed by who writes it.
void append_feature(const CaseIncident& given, const ProfileTables& tables, std::string& out);

}  // namespace relata
