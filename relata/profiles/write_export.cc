// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/write_export.h"

#include "relata/base/hash.h"
#include "relata/export/form.h"
#include "relata/export/json_writer.h"
#include "relata/profiles/reidentification.h"

namespace relata {
namespace {

void write_counts(const std::map<std::string, std::uint64_t, std::less<>>& counts,
                  JsonWriter& json) {
  json.begin_object();
  for (const auto& [what, times] : counts) json.key(what).integer(static_cast<std::int64_t>(times));
  json.end_object();
}

std::string write_all(Profile profile, std::span<const CaseIncident> incidents,
                      const CaseOrigin& origin, const ProfileTables& tables, bool notes,
                      ExportCounts& counts) {
  std::string bytes;
  ProfileWriter writer(profile, origin, tables, notes);
  writer.begin(bytes);
  for (const CaseIncident& given : incidents) writer.add(given, bytes);
  writer.end(bytes);
  counts = writer.counts();
  return bytes;
}

// Those that give a row: a cell must be large among what is written, not among what could be.
std::vector<CaseIncident> writable(Profile profile, std::span<const CaseIncident> incidents,
                                   const CaseOrigin& origin, const ProfileTables& tables,
                                   ExportCounts& counts) {
  std::vector<CaseIncident> out;
  std::string scratch;
  ProfileWriter writer(profile, origin, tables);
  for (const CaseIncident& given : incidents) {
    const std::uint64_t before = writer.counts().rows;
    scratch.clear();
    writer.add(given, scratch);
    if (writer.counts().rows > before) out.push_back(given);
  }
  counts = writer.counts();
  return out;
}

// Where the case lies and when it was closed, and what was asked of it, would tell what the rows do not.
CaseOrigin public_origin(const CaseOrigin& origin) {
  return {"", origin.checkpoint, origin.entries, std::nullopt, {}, origin.read_by};
}

Result<Exported> write_public(const ExportOrder& order, std::span<const CaseIncident> incidents,
                              const CaseOrigin& origin, const ProfileTables& tables) {
  const CaseOrigin shown_origin = public_origin(origin);
  ExportCounts given, written;
  const auto kept = writable(order.profile, incidents, origin, tables, given);
  RELATA_TRY(const PublicCase shown, PublicCase::make(kept, *order.protection, tables));
  Exported exported;
  exported.bytes =
      write_all(order.profile, shown.incidents(), shown_origin, tables, false, written);
  RELATA_TRY([[maybe_unused]] const Done safe, check_public(order.profile, exported.bytes, shown));
  given.rows = written.rows;
  exported.manifest =
      manifest_of(name_of(order.profile), shown_origin, given, exported.bytes.size(),
                  sha256_hex(exported.bytes), &shown.withheld());
  exported.withheld = shown.withheld();
  return exported;
}

}  // namespace

Result<Exported> write_export(const ExportOrder& order, std::span<const CaseIncident> incidents,
                              const CaseOrigin& origin, const ProfileTables& tables) {
  if (order.protection) return write_public(order, incidents, origin, tables);
  Exported exported;
  ExportCounts counts;
  exported.bytes = write_all(order.profile, incidents, origin, tables, true, counts);
  exported.manifest = manifest_of(name_of(order.profile), origin, counts, exported.bytes.size(),
                                  sha256_hex(exported.bytes), nullptr);
  return exported;
}

Result<Exported> write_page(const std::optional<ProtectionRules>& protection,
                            const CasePage& page) {
  Exported exported;
  ExportCounts counts;
  counts.incidents = counts.rows = page.incidents.size();
  if (!protection) {
    append_case_page(page, exported.bytes);
    exported.manifest = manifest_of("html", page.origin, counts, exported.bytes.size(),
                                    sha256_hex(exported.bytes), nullptr);
    return exported;
  }
  const CaseOrigin shown_origin = public_origin(page.origin);
  RELATA_TRY(const PublicCase shown, PublicCase::make(page.incidents, *protection, page.tables));
  append_case_page({shown.incidents(), {}, shown_origin, page.tables, page.outlines},
                   exported.bytes);
  RELATA_TRY([[maybe_unused]] const Done safe, check_public_page(exported.bytes, shown));
  counts.rows = shown.incidents().size();
  exported.manifest = manifest_of("html", shown_origin, counts, exported.bytes.size(),
                                  sha256_hex(exported.bytes), &shown.withheld());
  exported.withheld = shown.withheld();
  return exported;
}

std::string manifest_of(std::string_view form, const CaseOrigin& origin, const ExportCounts& counts,
                        std::uint64_t bytes, std::string_view sha256, const Withheld* withheld) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object().key("form").string("relata export 1").key("profile").string(form);
  json.key("public").boolean(withheld != nullptr).key("casebook").string(origin.name);
  json.key("checkpoint").string(origin.checkpoint);
  json.key("entries").integer(static_cast<std::int64_t>(origin.entries)).key("filters");
  json.begin_array();
  for (const std::string& filter : origin.filters) json.string(filter);
  json.end_array().key("written_by").string("relata " + std::string(version()));
  json.key("read_by").begin_array();
  for (const std::string& reader : origin.read_by) json.string(reader);
  json.end_array().key("incidents").integer(static_cast<std::int64_t>(counts.incidents));
  json.key("rows").integer(static_cast<std::int64_t>(counts.rows)).key("left_out");
  write_counts(counts.left_out, json);
  if (withheld != nullptr) {
    json.key("held_back");
    write_counts(withheld->counts, json);
  }
  json.key("bytes").integer(static_cast<std::int64_t>(bytes)).key("sha256").string(sha256);
  json.end_object();
  out += '\n';
  return out;
}

}  // namespace relata
