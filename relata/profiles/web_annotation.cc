// SPDX-License-Identifier: Apache-2.0
// Each claim is an annotation of its evidence in the frozen text, with both selectors: where it stands, in code points, and
// its words with what stands around them.
#include "relata/export/json_writer.h"
#include "relata/profiles/graph_profiles.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

void write_selectors(const ExactWords& words, JsonWriter& json) {
  json.begin_array().begin_object().key("type").string("TextPositionSelector");
  json.key("start").integer(words.at.begin).key("end").integer(words.at.end).end_object();
  json.begin_object().key("type").string("TextQuoteSelector");
  json.key("exact").string(words.words).key("prefix").string(words.before);
  json.key("suffix").string(words.after).end_object().end_array();
}

void write_body(std::string_view purpose, std::string_view value, JsonWriter& json) {
  json.begin_object().key("type").string("TextualBody").key("purpose").string(purpose);
  json.key("format").string("text/plain").key("value").string(value).end_object();
}

void write_target(const CaseAccount& told, JsonWriter& json) {
  json.key("target").begin_object().key("source").begin_object();
  json.key("id").string("urn:relata:text:" + told.report->text_sha256);
  json.key("type").string("Text").key("format").string("text/plain");
  if (!told.report->url.empty()) json.key("via").string(told.report->url);
  json.end_object().key("selector");
  write_selectors(told.evidence, json);
  json.end_object();
}

}  // namespace

std::uint64_t GraphProfile::add_annotations(const CaseIncident& given, std::string& out) {
  for (const CaseAccount& told : given.accounts) {
    const Account& account = *told.account;
    if (!first_) out += ",\n";
    first_ = false;
    JsonWriter json(out, JsonWriter::Layout::line);
    json.begin_object().key("id").string("urn:relata:claim:" + text_of(account.key));
    json.key("type").string("Annotation").key("motivation").string("classifying");
    json.key("body").begin_array();
    write_body("classifying", name_of(account.type), json);
    write_body("tagging", name_of(account.status), json);
    json.begin_object().key("id").string("urn:relata:incident:" + text_of(given.incident->id));
    json.key("type").string("Dataset").end_object().end_array();
    write_target(told, json);
    json.end_object();
  }
  return given.accounts.size();
}

}  // namespace relata
