// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/case_page.h"

#include "relata/export/form.h"
#include "relata/export/phrases.h"
#include "relata/profiles/claim_matrix.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

std::string days_phrase(const std::optional<Period>& when) {
  if (!when) return "day unknown";
  if (when->from == when->to) return iso_date(when->from);
  return iso_date(when->from) + " to " + iso_date(when->to);
}

std::string chain_phrase(const CaseAccount& told) {
  std::string out = told.report->publisher.name.empty() ? "a report" : told.report->publisher.name;
  if (told.account->chains.empty()) return out + ", in its own voice";
  for (std::size_t i = 0; i < told.account->chains.size(); ++i) {
    if (i > 0) out += "; and";
    for (const ToldVoice& voice : told.account->chains[i])
      out += " \u2190 " + (voice.name.empty() ? "a " + as_words(name_of(voice.kind)) : voice.name);
  }
  return out;
}

void append_grade(const Assessment& assessment, std::string& out) {
  const std::string_view grade = grade_name(assessment);
  if (grade.empty()) return;
  out += " <span class=\"grade\">" + page_text(grade) + "</span>";
  if (assessment.decided) {
    out += " <small>decided by a person";
    if (assessment.grade) out += "; by rule " + page_text(name_of(*assessment.grade));
    if (!assessment.decided_reason.empty()) out += ": " + page_text(assessment.decided_reason);
    out += "</small>";
  }
}

std::string_view mark_text(MatrixMark mark) {
  switch (mark) {
    case MatrixMark::silent:
      return "<td></td>";
    case MatrixMark::says:
      return "<td class=\"says\" title=\"says so\">\u25CF</td>";
    case MatrixMark::denies:
      return "<td class=\"denies\" title=\"denies it\">\u2715</td>";
    case MatrixMark::leaves_open:
      return "<td class=\"leaves_open\" title=\"doubts, plans, fears or asks\">\u25CB</td>";
  }
  return "<td></td>";
}

void append_matrix(const CaseIncident& given, std::string& out) {
  const std::vector<MatrixRow> rows = claim_matrix(given);
  if (rows.empty()) return;
  out += "<h3>Who says what</h3>\n<table class=\"matrix\"><thead><tr><th></th>";
  for (const Lineage& lineage : given.assessment->lineages) {
    const ToldVoice& origin = lineage.origin;
    out += "<th scope=\"col\">" +
           page_text(origin.name.empty() ? as_words(name_of(origin.kind)) : origin.name) + "</th>";
  }
  out += "</tr></thead><tbody>\n";
  for (const MatrixRow& row : rows) {
    out += "<tr><th scope=\"row\">" + page_text(row.proposition) + "</th>";
    for (const MatrixMark mark : row.marks) out += mark_text(mark);
    out += "</tr>\n";
  }
  out +=
      "</tbody></table>\n<p class=\"facts\">\u25CF says so \u00B7 \u2715 denies it \u00B7 \u25CB "
      "doubts, plans, fears or asks. A column is a lineage: accounts that go back to one "
      "origin.</p>\n";
}

void append_reasons(const Assessment& assessment, std::string& out) {
  if (assessment.reasons.empty() && assessment.least_change.empty()) return;
  out += "<h3>Why this grade</h3>\n<ul>\n";
  for (const Reason& reason : assessment.reasons)
    out += "<li>" + page_text(reason.rule) + " (" + std::to_string(reason.accounts.size()) +
           " claims)</li>\n";
  out += "</ul>\n";
  if (!assessment.least_change.empty())
    out += "<p>What would change it: " + page_text(assessment.least_change) + ".</p>\n";
}

void append_contradictions(const Assessment& assessment, std::string& out) {
  if (assessment.contradictions.empty()) return;
  out += "<h3>Where accounts differ</h3>\n<ul>\n";
  for (const Contradiction& one : assessment.contradictions) {
    out += "<li>" + page_text(as_words(name_of(one.slot)));
    if (!one.first_says.empty() || !one.second_says.empty())
      out += ": " + page_text(one.first_says) + " / " + page_text(one.second_says);
    out += "</li>\n";
  }
  out += "</ul>\n";
}

void append_claims(const CaseIncident& given, std::string& out) {
  out += "<h3>The claims</h3>\n<ul class=\"claims\">\n";
  for (const CaseAccount& told : given.accounts) {
    const Account& account = *told.account;
    out += "<li><strong>" + page_text(as_words(name_of(account.type))) + "</strong>, " +
           page_text(as_words(name_of(account.status))) + " \u2014 <bdi>" +
           page_text(chain_phrase(told)) + "</bdi>";
    if (account.verdict != Verdict::none)
      out += account.verdict == Verdict::accepted ? " <small>accepted by a person</small>"
                                                  : " <small>rejected by a person</small>";
    if (!told.evidence.words.empty())
      out += "<blockquote dir=\"auto\">" + page_text(told.evidence.words) + "</blockquote>";
    out += "<small>";
    if (told.report->day) out += iso_date(*told.report->day) + " \u00B7 ";
    if (!told.report->title.empty())
      out += "<bdi>" + page_text(told.report->title) + "</bdi> \u00B7 ";
    out += page_text(text_of(account.key)) + "</small></li>\n";
  }
  out += "</ul>\n";
}

void append_incident(const CaseIncident& given, std::string& out) {
  const Incident& incident = *given.incident;
  const Assessment& assessment = *given.assessment;
  out += "<section id=\"" + text_of(incident.id) + "\">\n<h2><bdi>" + page_text(name_of(incident)) +
         "</bdi>";
  append_grade(assessment, out);
  out += "</h2>\n<p class=\"facts\">" + days_phrase(incident.when) + " \u00B7 " +
         std::to_string(assessment.reports) + " reports \u00B7 " +
         std::to_string(assessment.lineages_for) + " lineages for, " +
         std::to_string(assessment.lineages_against) + " against \u00B7 " + text_of(incident.id);
  if (given.total) out += " \u00B7 a total of other incidents";
  if (incident.part_of) out += " \u00B7 part of " + text_of(*incident.part_of);
  out += "</p>\n";
  if (const std::string tolls = tolls_phrase(assessment); !tolls.empty())
    out += "<p>" + page_text(tolls) + "</p>\n";
  append_matrix(given, out);
  append_reasons(assessment, out);
  append_contradictions(assessment, out);
  append_claims(given, out);
  out += "</section>\n";
}

void append_list(std::span<const CaseIncident> incidents, std::string& out) {
  out +=
      "<table><thead><tr><th>When</th><th>What and where</th><th>Grade</th><th>Lineages</th></tr>"
      "</thead><tbody>\n";
  for (const CaseIncident& given : incidents) {
    const std::string id = text_of(given.incident->id);
    out += "<tr><td>" + days_phrase(given.incident->when) + "</td><td><a href=\"#" + id +
           "\"><bdi>" + page_text(name_of(*given.incident)) + "</bdi></a></td><td>" +
           page_text(grade_name(*given.assessment)) + "</td><td>" +
           std::to_string(given.assessment->lineages_for) + "</td></tr>\n";
  }
  out += "</tbody></table>\n";
}

}  // namespace

void append_case_page(const CasePage& page, std::string& out) {
  const bool one = page.incidents.size() == 1;
  const std::string title = one                        ? name_of(*page.incidents.front().incident)
                            : page.origin.name.empty() ? "Casebook"
                                                       : page.origin.name;
  out +=
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta "
      "name=\"viewport\" "
      "content=\"width=device-width\">\n<title>";
  out += page_text(title) + "</title>\n<style>\n";
  out += case_style();
  out += "</style></head>\n<body>\n<h1><bdi>" + page_text(title) +
         "</bdi></h1>\n<p class=\"facts\">" + std::to_string(page.incidents.size()) +
         (one ? " incident" : " incidents");
  if (!page.origin.checkpoint.empty())
    out += " \u00B7 checkpoint " + page_text(page.origin.checkpoint) + " over " +
           std::to_string(page.origin.entries) + " entries";
  for (const std::string& filter : page.origin.filters) out += " \u00B7 " + page_text(filter);
  out += "</p>\n";
  append_map(page.incidents, page.areas, page.outlines, page.tables, out);
  if (!one) {
    append_timeline(page.incidents, out);
    append_list(page.incidents, out);
  }
  for (const CaseIncident& given : page.incidents) append_incident(given, out);
  out += "<footer><p>Written by Relata " + page_text(version()) +
         ". It says who says so, and how far their word can be traced; never what is "
         "true.</p></footer>\n"
         "</body></html>\n";
}

}  // namespace relata
