// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/case_csv.h"

#include "relata/export/phrases.h"
#include "relata/profiles/case_point.h"
#include "relata/profiles/csv_row.h"
#include "relata/profiles/parties.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

void append_toll(const Toll* toll, CsvRow& row) {
  if (toll == nullptr) {
    row.empty().empty().empty();
  } else {
    row.number(toll->low).number(toll->best).number(toll->high);
  }
}

void append_days(const std::optional<Period>& when, CsvRow& row) {
  if (!when) {
    row.empty().empty();
    return;
  }
  row.text(iso_date(when->from)).text(iso_date(when->to));
}

void append_site(const Site& site, CsvRow& row) {
  row.text(site.name).text(site.within).text(site.gazetteer_name).text(site.admin1);
  row.text(site.country).number(site.latitude).number(site.longitude);
}

std::string names_of(const std::vector<ToldActor>& actors) {
  std::vector<std::string_view> names;
  for (const ToldActor& actor : actors) names.push_back(actor.name);
  return joined(names, "; ");
}

// "The Harbour Courier ← medic Nour": the outermost first; several parted by "; ".
std::string chains_of(const Account& account) {
  std::string out;
  for (const ToldChain& chain : account.chains) {
    if (!out.empty()) out += "; ";
    for (std::size_t i = 0; i < chain.size(); ++i) {
      if (i > 0) out += " \u2190 ";
      out += chain[i].name;
    }
  }
  return out;
}

std::string counts_of(const Account& account) {
  std::string out;
  for (const ToldCount& count : account.counts) {
    if (!out.empty()) out += "; ";
    out += as_words(name_of(count.of)) + " ";
    if (count.low) append_digits(out, *count.low);
    out += " to ";
    if (count.high) append_digits(out, *count.high);
    if (!count.who.empty()) out += " " + count.who;
  }
  return out;
}

void append_claim_row(const CaseIncident& given, std::size_t index, std::string& out) {
  const CaseAccount& told = given.accounts[index];
  const Account& account = *told.account;
  CsvRow row(out);
  row.text(text_of(account.key)).text(text_of(given.incident->id)).text(hex(account.key.report));
  row.text(told.report->doc).text(told.report->publisher.name).text(told.report->url);
  row.text(told.report->day ? iso_date(*told.report->day) : std::string());
  row.text(name_of(account.type)).text(name_of(account.status));
  append_days(account.when, row);
  append_site(account.where.empty() ? Site{} : account.where.front(), row);
  row.text(names_of(account.by)).text(names_of(account.to)).text(counts_of(account));
  row.text(chains_of(account)).text(told.trigger.words).text(told.evidence.words);
  row.integer(told.evidence.at.begin).integer(told.evidence.at.end);
  const auto credibility = given.assessment->credibility.find(account.key);
  if (credibility == given.assessment->credibility.end()) {
    row.empty();
  } else {
    row.integer(static_cast<int>(credibility->second));
  }
  row.text(account.verdict == Verdict::accepted   ? "accepted"
           : account.verdict == Verdict::rejected ? "rejected"
                                                  : "");
  row.end();
}

}  // namespace

void append_incident_header(std::string& out) {
  out +=
      "incident,type,happened,total,part_of,from,to,place,within,gazetteer_name,admin1,country,"
      "latitude,longitude,radius_km,by,against,harmed,killed_low,killed_best,killed_high,"
      "killed_civilians_low,killed_civilians_best,killed_civilians_high,injured_low,injured_best,"
      "injured_high,grade,decided,reports,lineages_for,lineages_against,opposed_sides_agree,"
      "contradictions,sources\r\n";
}

void append_incident_row(const CaseIncident& given, const ProfileTables& tables, std::string& out) {
  const Incident& incident = *given.incident;
  const Assessment& assessment = *given.assessment;
  const Parties parties = parties_of(given, tables);
  const auto party = [](const std::optional<Party>& one) -> std::string_view {
    return !one ? std::string_view() : one->name.empty() ? one->side->side : one->name;
  };
  CsvRow row(out);
  row.text(text_of(incident.id)).text(name_of(incident.type));
  row.text(happened(given) ? "yes" : "no").text(given.total ? "yes" : "no");
  row.text(incident.part_of ? text_of(*incident.part_of) : std::string());
  append_days(incident.when, row);
  append_site(incident.where, row);
  const auto point = point_of(incident.where, tables);
  row.number(point ? std::optional(point->radius_km) : std::nullopt);
  row.text(party(parties.by)).text(party(parties.against));
  std::vector<std::string_view> harmed;
  for (const VictimClass victim_class : parties.victims) harmed.push_back(name_of(victim_class));
  row.text(joined(harmed, "; "));
  append_toll(toll_of(assessment, CountOf::killed), row);
  append_toll(toll_of(assessment, CountOf::killed, VictimClass::civilians), row);
  append_toll(toll_of(assessment, CountOf::injured), row);
  row.text(assessment.grade ? name_of(*assessment.grade) : "");
  row.text(assessment.decided ? name_of(*assessment.decided) : "");
  row.integer(assessment.reports).integer(assessment.lineages_for);
  row.integer(assessment.lineages_against).text(assessment.opposed_sides_agree ? "yes" : "no");
  row.integer(static_cast<std::int64_t>(assessment.contradictions.size()));
  row.text(joined(publishers_of(given), "; "));
  row.end();
}

void append_claim_header(std::string& out) {
  out +=
      "claim,incident,report,doc,publisher,url,day,type,status,from,to,place,within,"
      "gazetteer_name,admin1,country,latitude,longitude,by,harmed,counts,chains,trigger,evidence,"
      "evidence_from,evidence_to,credibility,verdict\r\n";
}

void append_claim_rows(const CaseIncident& given, std::string& out) {
  for (std::size_t i = 0; i < given.accounts.size(); ++i) append_claim_row(given, i, out);
}

}  // namespace relata
