// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/report_record.h"

#include "relata/base/hash.h"
#include "relata/base/utf8.h"
#include "relata/casebook/record_json.h"
#include "relata/export/form.h"
#include "relata/export/json_writer.h"
#include "relata/export/reading_json.h"

namespace relata {
namespace {

constexpr std::string_view kForm = "relata report 1";
constexpr std::uint32_t kDepth = 8;

void write_day(const std::optional<Date>& day, JsonWriter& json) {
  if (day) {
    json.string(iso_date(*day));
  } else {
    json.null();
  }
}

void write_dateline(const Dateline& dateline, const CodePoints& points, JsonWriter& json) {
  json.key("dateline").begin_object().key("place");
  write_span(dateline.place_span, points, json);
  json.key("date");
  write_span(dateline.date_span, points, json);
  json.key("day");
  write_day(dateline.date, json);
  json.key("credit");
  write_span(dateline.credit_span, points, json);
  json.end_object();
}

void write_lists(const Report& report, JsonWriter& json) {
  json.key("extra").begin_array();
  for (const auto& [name, value] : report.extra) {
    json.begin_array().string(name).string(value).end_array();
  }
  json.end_array().key("warnings").begin_array();
  for (const std::string& warning : report.warnings) json.string(warning);
  json.end_array();
}

void read_dateline(RecordMembers& members, const CodePoints& points, Dateline& dateline) {
  const Json* object = members.of_kind("dateline", JsonKind::object);
  if (object == nullptr) return members.wrong("dateline");
  RecordMembers inner(*object);
  const auto span = [&](std::string_view name) -> std::optional<Span> {
    const auto outside = inner.span_or_null(name);
    return outside ? std::optional(points.inside(*outside)) : std::nullopt;
  };
  dateline.place_span = span("place");
  dateline.date_span = span("date");
  dateline.date = inner.day_or_null("day");
  dateline.credit_span = span("credit");
  if (!inner.wrong().empty()) members.wrong("dateline");
}

void read_lists(RecordMembers& members, Report& report) {
  const Json* extra = members.of_kind("extra", JsonKind::array);
  const Json* warnings = members.of_kind("warnings", JsonKind::array);
  if (extra == nullptr) return members.wrong("extra");
  if (warnings == nullptr) return members.wrong("warnings");
  for (const Json& pair : extra->items) {
    if (pair.items.size() != 2) return members.wrong("extra");
    report.extra.emplace_back(pair.items[0].text, pair.items[1].text);
  }
  for (const Json& warning : warnings->items) report.warnings.push_back(warning.text);
}

// The text and the bytes behind the header.
Result<Done> take_bodies(RecordMembers& members, std::string_view rest, Report& report) {
  const std::uint64_t text_bytes = members.integer("text_bytes");
  const auto received_bytes = members.integer_or_null("received_bytes");
  if (text_bytes > rest.size() || received_bytes.value_or(0) != rest.size() - text_bytes)
    return Error{"a report's record has not the length that it states"};
  report.text = rest.substr(0, text_bytes);
  report.received = received_bytes ? rest.substr(text_bytes) : rest;
  report.sha256 = sha256_hex(report.text);
  if (report.sha256 != members.text("text_sha256"))
    return Error{"a report's text is not that of its hash"};
  const std::string received_hash = received_bytes ? sha256_hex(report.received) : report.sha256;
  if (received_hash != members.text("received_sha256"))
    return Error{"the bytes that a report came in are not those of their hash"};
  if (first_bad_utf8(report.text)) return Error{"a report's text is no UTF-8"};
  return Done{};
}

}  // namespace

std::string report_record(const Report& report) {
  const CodePoints points(report.text);
  const bool as_text = report.received.empty() || report.received == report.text;
  std::string record;
  JsonWriter json(record, JsonWriter::Layout::line);
  json.begin_object().key("form").string(kForm).key("doc").string(report.id);
  json.key("format").string(report.format);
  json.key("text_bytes").integer(static_cast<std::int64_t>(report.text.size()));
  json.key("text_sha256").string(report.sha256).key("received_bytes");
  if (as_text) {
    json.null().key("received_sha256").string(report.sha256);
  } else {
    json.integer(static_cast<std::int64_t>(report.received.size()));
    json.key("received_sha256").string(sha256_hex(report.received));
  }
  json.key("extractor").string("relata " + std::string(version())).key("published");
  write_day(report.published, json);
  json.key("publisher").string_or_null(report.publisher).key("url").string_or_null(report.url);
  json.key("title");
  write_span(report.title, points, json);
  write_dateline(report.dateline, points, json);
  write_lists(report, json);
  json.end_object();
  record += '\n';
  record += report.text;
  if (!as_text) record += report.received;
  return record;
}

Result<Report> report_of_record(std::string_view record) {
  const std::size_t end = record.find('\n');
  if (end == std::string_view::npos) return Error{"a report's record has no header"};
  JsonParser parser(kDepth);
  auto header = parser.parse(record.substr(0, end));
  if (!header) return header.error().with("a report's record");
  RecordMembers members(*header);
  if (members.text("form") != kForm) return Error{"a report's record is of an unknown form"};
  Report report;
  RELATA_TRY(Done(), take_bodies(members, record.substr(end + 1), report));
  const CodePoints points(report.text);
  report.id = members.text("doc");
  report.format = members.text("format");
  report.published = members.day_or_null("published");
  report.publisher = members.text_or_null("publisher");
  report.url = members.text_or_null("url");
  if (const auto title = members.span_or_null("title")) report.title = points.inside(*title);
  read_dateline(members, points, report.dateline);
  read_lists(members, report);
  if (!members.wrong().empty())
    return Error{"a report's record has no good member '" + members.wrong() + "'"};
  return report;
}

ReportId report_id(const Report& report) {
  const std::string published = report.published ? iso_date(*report.published) : std::string();
  return report_id(ReportIdentity{report.sha256, report.publisher.value_or(""),
                                  report.url.value_or(""), published});
}

}  // namespace relata
