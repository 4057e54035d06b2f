// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/case_json.h"

#include <cmath>

#include "relata/profiles/case_point.h"
#include "relata/profiles/parties.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

// Six decimals of a degree are a tenth of a metre.
double degrees(double value) { return std::round(value * 1e6) / 1e6; }

void write_when(const std::optional<Period>& when, JsonWriter& json) {
  json.key("from");
  when ? json.string(iso_date(when->from)) : json.null();
  json.key("to");
  when ? json.string(iso_date(when->to)) : json.null();
}

void write_degrees(const std::optional<double>& value, JsonWriter& json) {
  value ? json.number(degrees(*value)) : json.null();
}

void write_site(const Site& site, JsonWriter& json) {
  json.begin_object().key("name").string(site.name).key("within").string(site.within);
  json.key("gazetteer_name").string(site.gazetteer_name).key("kind");
  site.kind ? json.string(name_of(*site.kind)) : json.null();
  json.key("admin1").string(site.admin1).key("country").string(site.country).key("latitude");
  write_degrees(site.latitude, json);
  json.key("longitude");
  write_degrees(site.longitude, json);
  json.key("approximate").boolean(site.approximate).end_object();
}

void write_keys(const std::vector<AccountKey>& keys, JsonWriter& json) {
  json.begin_array();
  for (const AccountKey& key : keys) json.string(text_of(key));
  json.end_array();
}

void write_actors(const std::vector<ToldActor>& actors, bool classed, JsonWriter& json) {
  json.begin_array();
  for (const ToldActor& actor : actors) {
    json.begin_object().key("name").string(actor.name).key("side").string(actor.side);
    if (classed)
      json.key("class").string(name_of(actor.victim_class.value_or(VictimClass::unknown)));
    json.end_object();
  }
  json.end_array();
}

void write_tolls(const std::vector<Toll>& tolls, JsonWriter& json) {
  json.begin_array();
  for (const Toll& toll : tolls) {
    json.begin_object().key("of").string(name_of(toll.of));
    json.key("class").string(name_of(toll.victim_class)).key("low").number(toll.low);
    json.key("best").number(toll.best).key("high").number_or_null(toll.high);
    json.key("lineages").integer(toll.lineages).key("claims");
    write_keys(toll.from, json);
    json.end_object();
  }
  json.end_array();
}

void write_party(const std::optional<Party>& party, JsonWriter& json) {
  if (!party) {
    json.null();
    return;
  }
  json.begin_object().key("side").string(party->side->side).key("name").string(party->name);
  json.end_object();
}

void write_accused(const std::vector<Accused>& accused, JsonWriter& json) {
  json.begin_array();
  for (const Accused& one : accused) {
    json.begin_object().key("side").string(one.side).key("lineages").integer(one.lineages);
    json.key("chance").number(std::round(one.chance * 1000) / 1000).key("claims");
    write_keys(one.accounts, json);
    json.end_object();
  }
  json.end_array();
}

void write_contradictions(const std::vector<Contradiction>& contradictions, JsonWriter& json) {
  json.begin_array();
  for (const Contradiction& one : contradictions) {
    json.begin_object().key("slot").string(name_of(one.slot));
    json.key("first").string(text_of(one.first)).key("first_says").string(one.first_says);
    json.key("second").string(text_of(one.second)).key("second_says").string(one.second_says);
    json.end_object();
  }
  json.end_array();
}

void write_lineages(const CaseIncident& given, JsonWriter& json) {
  json.begin_array();
  for (const Lineage& lineage : given.assessment->lineages) {
    json.begin_object().key("origin").string(lineage.origin.name);
    json.key("kind").string(name_of(lineage.origin.kind));
    json.key("side").string(name_of(lineage.origin.side)).key("claims").begin_array();
    for (const std::uint32_t index : lineage.accounts)
      json.string(text_of(given.incident->members[index].account));
    json.end_array().key("ties").begin_array();
    for (const Tie& tie : lineage.ties) {
      json.begin_object().key("kind").string(name_of(tie.kind)).key("what").string(tie.what);
      json.key("first").string(text_of(given.incident->members[tie.first].account));
      json.key("second").string(text_of(given.incident->members[tie.second].account));
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_grades(const Assessment& assessment, JsonWriter& json) {
  json.key("grade");
  assessment.grade ? json.string(name_of(*assessment.grade)) : json.null();
  json.key("decided");
  assessment.decided ? json.string(name_of(*assessment.decided)) : json.null();
  json.key("decided_reason").string(assessment.decided_reason);
  json.key("reasons").begin_array();
  for (const Reason& reason : assessment.reasons) {
    json.begin_object().key("rule").string(reason.rule).key("claims");
    write_keys(reason.accounts, json);
    json.end_object();
  }
  json.end_array().key("least_change").string(assessment.least_change);
  json.key("counting").string(assessment.profile);
  json.key("reports").integer(assessment.reports);
  json.key("lineages_for").integer(assessment.lineages_for);
  json.key("lineages_against").integer(assessment.lineages_against).key("sides").begin_array();
  for (const Side side : assessment.sides) json.string(name_of(side));
  json.end_array().key("opposed_sides_agree").boolean(assessment.opposed_sides_agree);
  json.key("against_interest");
  write_keys(assessment.against_interest, json);
}

void write_report(const CaseReport& report, JsonWriter& json) {
  json.begin_object().key("id").string(hex(report.id)).key("doc").string(report.doc);
  json.key("title").string(report.title).key("url").string(report.url);
  json.key("publisher").string(report.publisher.name).key("credit").string(report.credit);
  json.key("day");
  report.day ? json.string(iso_date(*report.day)) : json.null();
  json.key("text_sha256").string(report.text_sha256).end_object();
}

void write_words(const ExactWords& words, JsonWriter& json) {
  json.begin_object().key("words").string(words.words).key("span");
  json.pair(words.at.begin, words.at.end).end_object();
}

void write_counts(const std::vector<ToldCount>& counts, JsonWriter& json) {
  json.begin_array();
  for (const ToldCount& count : counts) {
    json.begin_object().key("of").string(name_of(count.of)).key("who").string(count.who);
    json.key("class").string(name_of(count.victim_class)).key("low").number_or_null(count.low);
    json.key("high").number_or_null(count.high).end_object();
  }
  json.end_array();
}

void write_chains(const std::vector<ToldChain>& chains, JsonWriter& json) {
  json.begin_array();
  for (const ToldChain& chain : chains) {
    json.begin_array();
    for (const ToldVoice& voice : chain) {
      json.begin_object().key("name").string(voice.name).key("kind").string(name_of(voice.kind));
      json.key("side").string(name_of(voice.side)).end_object();
    }
    json.end_array();
  }
  json.end_array();
}

void write_verdict(const Account& account, JsonWriter& json) {
  json.key("verdict");
  switch (account.verdict) {
    case Verdict::none:
      json.null();
      break;
    case Verdict::accepted:
      json.string("accepted");
      break;
    case Verdict::rejected:
      json.string("rejected");
      break;
  }
  json.key("corrected").begin_array();
  for (const std::string& slot : account.corrected) json.string(slot);
  json.end_array();
}

}  // namespace

void write_incident(const CaseIncident& given, const ProfileTables& tables, JsonWriter& json) {
  const Incident& incident = *given.incident;
  const auto point = point_of(incident.where, tables);
  const Parties parties = parties_of(given, tables);
  json.key("incident").string(text_of(incident.id)).key("type").string(name_of(incident.type));
  json.key("happened").boolean(happened(given)).key("total").boolean(given.total);
  json.key("part_of");
  incident.part_of ? json.string(text_of(*incident.part_of)) : json.null();
  write_when(incident.when, json);
  json.key("where");
  write_site(incident.where, json);
  json.key("radius_km");
  point ? json.number(point->radius_km) : json.null();
  json.key("by");
  write_party(parties.by, json);
  json.key("against");
  write_party(parties.against, json);
  json.key("harmed").begin_array();
  for (const VictimClass victim_class : parties.victims) json.string(name_of(victim_class));
  json.end_array().key("tolls");
  write_tolls(given.assessment->tolls, json);
  write_grades(*given.assessment, json);
  json.key("accused");
  write_accused(given.assessment->accused, json);
  json.key("contradictions");
  write_contradictions(given.assessment->contradictions, json);
  json.key("lineages");
  write_lineages(given, json);
  json.key("claims").begin_array();
  for (const IncidentMember& member : incident.members) json.string(text_of(member.account));
  json.end_array();
}

void write_claim(const CaseIncident& given, std::size_t index, JsonWriter& json) {
  const CaseAccount& told = given.accounts[index];
  const Account& account = *told.account;
  const IncidentMember& member = given.incident->members[index];
  json.key("claim").string(text_of(account.key));
  json.key("incident").string(text_of(given.incident->id)).key("report");
  write_report(*told.report, json);
  json.key("type").string(name_of(account.type)).key("status").string(name_of(account.status));
  write_when(account.when, json);
  json.key("when_stated").boolean(account.when_stated).key("where").begin_array();
  for (const Site& site : account.where) write_site(site, json);
  json.end_array().key("by");
  write_actors(account.by, false, json);
  json.key("to");
  write_actors(account.to, true, json);
  json.key("counts");
  write_counts(account.counts, json);
  json.key("chains");
  write_chains(account.chains, json);
  json.key("trigger");
  write_words(told.trigger, json);
  json.key("evidence");
  write_words(told.evidence, json);
  json.key("role").string(member.role == MemberRole::tells ? "tells" : "background");
  json.key("main").boolean(member.main).key("credibility");
  const auto credibility = given.assessment->credibility.find(account.key);
  if (credibility == given.assessment->credibility.end()) {
    json.null();
  } else {
    json.integer(static_cast<int>(credibility->second));
  }
  json.key("confidence");
  json.number(std::round(static_cast<double>(account.confidence) * 1000) / 1000);
  write_verdict(account, json);
}

void append_incident_line(const CaseIncident& given, const ProfileTables& tables,
                          std::string& out) {
  JsonWriter json(out, JsonWriter::Layout::line);
  json.begin_object();
  write_incident(given, tables, json);
  json.end_object();
  out += '\n';
}

void append_claim_lines(const CaseIncident& given, std::string& out) {
  for (std::size_t i = 0; i < given.accounts.size(); ++i) {
    JsonWriter json(out, JsonWriter::Layout::line);
    json.begin_object();
    write_claim(given, i, json);
    json.end_object();
    out += '\n';
  }
}

void append_feature(const CaseIncident& given, const ProfileTables& tables, std::string& out) {
  JsonWriter json(out, JsonWriter::Layout::line);
  const auto point = point_of(given.incident->where, tables);
  json.begin_object().key("type").string("Feature");
  json.key("id").string(text_of(given.incident->id)).key("geometry");
  if (point) {
    json.begin_object().key("type").string("Point").key("coordinates").begin_array();
    json.number(degrees(point->longitude)).number(degrees(point->latitude));
    json.end_array().end_object();
  } else {
    json.null();
  }
  json.key("properties").begin_object();
  write_incident(given, tables, json);
  json.end_object().end_object();
}

}  // namespace relata
