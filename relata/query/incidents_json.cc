// SPDX-License-Identifier: Apache-2.0
#include "relata/query/incidents_json.h"

#include "relata/base/utf8.h"

namespace relata {
namespace {

void write_day(std::string_view key, const std::optional<Date>& date, JsonWriter& json) {
  json.key(key);
  date ? json.string(iso_date(*date)) : json.null();
}

void write_when(const std::optional<Period>& when, JsonWriter& json) {
  write_day("from", when ? std::optional(when->from) : std::nullopt, json);
  write_day("to", when ? std::optional(when->to) : std::nullopt, json);
}

void write_where(const Site& where, JsonWriter& json) {
  json.key("place").string(where.name).key("within").string(where.within);
  json.key("gazetteer_name").string(where.gazetteer_name).key("admin1").string(where.admin1);
  json.key("country").string(where.country).key("latitude").number_or_null(where.latitude);
  json.key("longitude").number_or_null(where.longitude);
  json.key("approximate").boolean(where.approximate);
}

void write_grade(std::string_view key, const std::optional<Grade>& grade, JsonWriter& json) {
  json.key(key);
  grade ? json.string(name_of(*grade)) : json.null();
}

void write_range(std::string_view key, const std::optional<CountRange>& range, JsonWriter& json) {
  json.key(key);
  if (!range) {
    json.null();
    return;
  }
  json.begin_object().key("low").number(range->low).key("best").number(range->best);
  json.key("high").number_or_null(range->high).end_object();
}

void write_voice(const ToldVoice& voice, JsonWriter& json) {
  json.begin_object().key("name").string(voice.name).key("kind").string(name_of(voice.kind));
  json.key("side").string(name_of(voice.side)).key("named").boolean(voice.named).end_object();
}

void write_sides(const std::vector<Side>& sides, JsonWriter& json) {
  json.key("sides").begin_array();
  for (const Side side : sides) json.string(name_of(side));
  json.end_array();
}

void write_keys(std::string_view key, const std::vector<AccountKey>& keys, JsonWriter& json) {
  json.key(key).begin_array();
  for (const AccountKey& account : keys) json.string(text_of(account));
  json.end_array();
}

void write_actors(std::string_view key, const std::vector<ToldActor>& actors, JsonWriter& json) {
  json.key(key).begin_array();
  for (const ToldActor& actor : actors) {
    json.begin_object().key("name").string(actor.name).key("side").string(actor.side);
    if (actor.victim_class) json.key("class").string(name_of(*actor.victim_class));
    json.end_object();
  }
  json.end_array();
}

void write_told(const Account& account, JsonWriter& json) {
  write_actors("by", account.by, json);
  write_actors("against", account.to, json);
  json.key("counts").begin_array();
  for (const ToldCount& count : account.counts) {
    json.begin_object().key("of").string(name_of(count.of)).key("who").string(count.who);
    json.key("class").string(name_of(count.victim_class)).key("low").number_or_null(count.low);
    json.key("high").number_or_null(count.high).end_object();
  }
  json.end_array().key("chains").begin_array();
  for (const ToldChain& chain : account.chains) {
    json.begin_array();
    for (const ToldVoice& voice : chain) write_voice(voice, json);
    json.end_array();
  }
  json.end_array();
}

void write_words(const Account& account, const TextOf& text_of_report, JsonWriter& json) {
  const auto text = text_of_report(account.key.report);
  const bool there = text && account.evidence.end <= text->size() &&
                     account.evidence.begin <= account.evidence.end;
  json.key("words");
  if (!there) {
    json.null().key("span").null();
    return;
  }
  json.string(words_of(*text, account.evidence));
  const Span outside = CodePoints(*text).outside(account.evidence);
  json.key("span").pair(outside.begin, outside.end);
}

void write_lineages(const ShownIncident& shown, JsonWriter& json) {
  json.key("lineages").begin_array();
  const auto key_at = [&](std::uint32_t index) {
    return text_of(shown.stored.incident.members.at(index).account);
  };
  for (const Lineage& lineage : shown.stored.assessment.lineages) {
    json.begin_object().key("origin");
    write_voice(lineage.origin, json);
    json.key("claims").begin_array();
    for (const std::uint32_t index : lineage.accounts) json.string(key_at(index));
    json.end_array().key("ties").begin_array();
    for (const Tie& tie : lineage.ties) {
      json.begin_object().key("kind").string(name_of(tie.kind)).key("what").string(tie.what);
      json.key("first").string(key_at(tie.first)).key("second").string(key_at(tie.second));
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_differences(const Assessment& assessment, JsonWriter& json) {
  json.key("contradictions").begin_array();
  for (const Contradiction& difference : assessment.contradictions) {
    json.begin_object().key("slot").string(name_of(difference.slot));
    json.key("first")
        .string(text_of(difference.first))
        .key("first_says")
        .string(difference.first_says);
    json.key("second").string(text_of(difference.second));
    json.key("second_says").string(difference.second_says).end_object();
  }
  json.end_array();
}

void write_tolls(const Assessment& assessment, JsonWriter& json) {
  json.key("counts").begin_array();
  for (const Toll& toll : assessment.tolls) {
    json.begin_object().key("of").string(name_of(toll.of));
    json.key("class").string(name_of(toll.victim_class)).key("low").number(toll.low);
    json.key("best").number(toll.best).key("high").number_or_null(toll.high);
    json.key("lineages").integer(toll.lineages);
    write_keys("from", toll.from, json);
    json.end_object();
  }
  json.end_array().key("convention").string(assessment.profile);
}

void write_reasons(const Assessment& assessment, JsonWriter& json) {
  json.key("decided_reason").string(assessment.decided_reason).key("reasons").begin_array();
  for (const Reason& reason : assessment.reasons) {
    json.begin_object().key("rule").string(reason.rule);
    write_keys("claims", reason.accounts, json);
    json.end_object();
  }
  json.end_array().key("least_change").string(assessment.least_change).key("changes").begin_array();
  for (const GradeChange& change : assessment.changes) {
    json.begin_object().key("change").string(change.change);
    write_grade("grade", change.grade, json);
    json.end_object();
  }
  json.end_array().key("accused").begin_array();
  for (const Accused& accused : assessment.accused) {
    json.begin_object().key("side").string(accused.side).key("lineages").integer(accused.lineages);
    json.key("chance").number(accused.chance);
    write_keys("claims", accused.accounts, json);
    json.end_object();
  }
  json.end_array();
  write_keys("against_interest", assessment.against_interest, json);
}

void write_members(const ShownIncident& shown, JsonWriter& json) {
  const auto& [incident, assessment] = shown.stored;
  json.key("claims").begin_array();
  for (std::size_t i = 0; i < incident.members.size() && i < shown.accounts.size(); ++i) {
    json.begin_object();
    json.key("role").string(incident.members[i].role == MemberRole::tells ? "tells" : "background");
    json.key("main").boolean(incident.members[i].main).key("credibility");
    const auto at = assessment.credibility.find(incident.members[i].account);
    at == assessment.credibility.end() ? json.null() : json.integer(static_cast<int>(at->second));
    json.key("claim");
    write_json(shown.accounts[i], shown.text_of_report, json);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_json(const IncidentRow& row, JsonWriter& json) {
  json.begin_object().key("id").string(text_of(row.id)).key("type").string(name_of(row.type));
  write_when(row.when, json);
  write_where(row.where, json);
  write_grade("grade", row.grade, json);
  json.key("decided").boolean(row.decided).key("reports").integer(row.reports);
  json.key("lineages")
      .integer(row.lineages_for)
      .key("lineages_against")
      .integer(row.lineages_against);
  write_sides(row.sides, json);
  write_range("killed", row.killed, json);
  write_range("injured", row.injured, json);
  json.key("by").string(row.doers).key("title").string(row.title).end_object();
}

void write_json(const VoiceRow& row, JsonWriter& json) {
  json.begin_object().key("voice");
  write_voice(row.voice, json);
  json.key("claims").integer(row.claims).key("own_claims").integer(row.innermost);
  json.key("told").integer(row.standing.told).key("borne_out").integer(row.standing.borne_out);
  json.key("contradicted").integer(row.standing.contradicted);
  for (const auto& [key, letter] : {std::pair("reliability", row.standing.reliability),
                                    std::pair("earned", row.standing.earned)}) {
    json.key(key);
    letter ? json.string(name_of(*letter)) : json.null();
  }
  json.end_object();
}

void write_json(const ReportRow& row, JsonWriter& json) {
  json.begin_object().key("id").string(hex(row.id)).key("doc").string(row.doc);
  write_day("day", row.day, json);
  json.key("publisher");
  row.publisher.name.empty() ? static_cast<void>(json.null()) : write_voice(row.publisher, json);
  json.key("credit").string(row.credit).key("title").string(row.title);
  json.key("claims").integer(row.claims).end_object();
}

void write_json(const AccountRow& row, const TextOf& text_of_report, JsonWriter& json) {
  const Account& account = row.account;
  json.begin_object().key("key").string(text_of(account.key)).key("doc").string(row.doc);
  json.key("incident");
  row.incident ? json.string(text_of(*row.incident)) : json.null();
  json.key("type").string(name_of(account.type)).key("status").string(name_of(account.status));
  write_when(account.when, json);
  json.key("where").begin_array();
  for (const Site& site : account.where) {
    json.begin_object();
    write_where(site, json);
    json.end_object();
  }
  json.end_array();
  write_told(account, json);
  write_words(account, text_of_report, json);
  json.end_object();
}

void write_json(const ShownIncident& shown, JsonWriter& json) {
  const auto& [incident, assessment] = shown.stored;
  json.begin_object()
      .key("id")
      .string(text_of(incident.id))
      .key("type")
      .string(name_of(incident.type));
  write_when(incident.when, json);
  write_where(incident.where, json);
  json.key("part_of");
  incident.part_of ? json.string(text_of(*incident.part_of)) : json.null();
  write_grade("grade", assessment.grade, json);
  write_grade("decided", assessment.decided, json);
  json.key("reports").integer(assessment.reports);
  json.key("lineages_for").integer(assessment.lineages_for);
  json.key("lineages_against").integer(assessment.lineages_against);
  write_sides(assessment.sides, json);
  json.key("opposed_sides_agree").boolean(assessment.opposed_sides_agree);
  write_tolls(assessment, json);
  write_reasons(assessment, json);
  write_lineages(shown, json);
  write_differences(assessment, json);
  write_members(shown, json);
  json.end_object();
}

}  // namespace relata
