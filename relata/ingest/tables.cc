// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/tables.h"

#include <charconv>

#include "relata/base/fold.h"

namespace relata {

namespace {

Result<Done> load_names(const DataFolder& folder, std::string_view name,
                        std::vector<ColumnName>& columns) {
  RELATA_TRY(const Table table, folder.table(name, {"field", "name"}));
  for (const auto& row : table.rows()) {
    columns.push_back(ColumnName{std::string(row.cell("field")), std::string(row.cell("name"))});
  }
  return Done{};
}

Result<Done> load_encodings(const DataFolder& folder, NameMap<std::string>& encodings) {
  RELATA_TRY(const Table table, folder.table("encoding_labels.tsv", {"label", "encoding"}));
  for (const auto& row : table.rows()) {
    encodings.emplace(row.cell("label"), row.cell("encoding"));
  }
  return Done{};
}

Result<Done> load_signatures(const DataFolder& folder, std::vector<Signature>& signatures) {
  RELATA_TRY(const Table table, folder.table("file_signatures.tsv", {"bytes", "at", "what"}));
  for (const auto& row : table.rows()) {
    Signature signature;
    signature.what = row.cell("what");
    const std::string_view hex = row.cell("bytes");
    const std::string_view at = row.cell("at");
    bool good = !hex.empty() && hex.size() % 2 == 0 &&
                std::from_chars(at.data(), at.data() + at.size(), signature.at).ec == std::errc();
    for (std::size_t i = 0; good && i < hex.size(); i += 2) {
      unsigned value = 0;
      const char* end = hex.data() + i + 2;
      good = std::from_chars(hex.data() + i, end, value, 16).ptr == end;
      signature.bytes.push_back(static_cast<char>(value));
    }
    if (!good) return Error{row.where() + ": bytes are no hexadecimal number, or at is no number"};
    signatures.push_back(std::move(signature));
  }
  return Done{};
}

Result<Done> load_dates(const DataFolder& folder, DateWords& dates) {
  RELATA_TRY(const Table table, folder.table("date_words.tsv", {"kind", "word", "value"}));
  for (const auto& row : table.rows()) {
    const std::string_view kind = row.cell("kind");
    const std::string_view value = row.cell("value");
    if (kind == "zone") {
      dates.zones.emplace(row.cell("word"));
      continue;
    }
    unsigned number = 99;
    std::from_chars(value.data(), value.data() + value.size(), number);
    if (kind == "month" && number >= 1 && number <= 12) {
      dates.months.emplace(row.cell("word"), number);
    } else if (kind == "weekday" && number <= 6) {
      dates.weekdays.emplace(row.cell("word"), number);
    } else {
      return Error{row.where() + ": is no month, weekday or zone"};
    }
  }
  return Done{};
}

Result<Done> load_datelines(const DataFolder& folder, DatelineWords& words) {
  RELATA_TRY(const Table lead_ins, folder.table("dateline_words.tsv", {"kind", "words"}));
  for (const auto& row : lead_ins.rows()) {
    const std::string_view kind = row.cell("kind");
    using LeadIn = DatelineWords::LeadIn;
    if (kind != "date" && kind != "skip" && kind != "source") {
      return Error{row.where() + ": is no date, skip or source"};
    }
    words.lead_ins.emplace(row.cell("words"), kind == "date"   ? LeadIn::date
                                              : kind == "skip" ? LeadIn::skip
                                                               : LeadIn::source);
  }
  RELATA_TRY(const Table agencies, folder.table("agencies.tsv", {"name", "forms"}));
  for (const auto& row : agencies.rows()) {
    words.agencies.emplace(row.cell("name"));
    for (const std::string_view form : row.list("forms")) words.agencies.emplace(form);
  }
  RELATA_TRY(const Table places, folder.table("dateline_places.tsv", {"place"}));
  for (const auto& row : places.rows()) words.places.insert(fold(row.cell("place")));
  return Done{};
}

}  // namespace

IngestTables::IngestTables(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
IngestTables::IngestTables(IngestTables&&) noexcept = default;
IngestTables& IngestTables::operator=(IngestTables&&) noexcept = default;
IngestTables::~IngestTables() = default;

Result<IngestTables> load_ingest_tables(const DataFolder& folder) {
  auto parts = std::make_unique<IngestTables::Parts>();
  RELATA_TRY([[maybe_unused]] Done columns,
             load_names(folder, "input_columns.tsv", parts->columns));
  RELATA_TRY([[maybe_unused]] Done meta, load_names(folder, "html_meta.tsv", parts->html_meta));
  RELATA_TRY([[maybe_unused]] Done encodings, load_encodings(folder, parts->encodings));
  RELATA_TRY([[maybe_unused]] Done signatures, load_signatures(folder, parts->signatures));
  RELATA_TRY([[maybe_unused]] Done dates, load_dates(folder, parts->dates));
  RELATA_TRY([[maybe_unused]] Done datelines, load_datelines(folder, parts->datelines));
  RELATA_TRY(parts->html, HtmlHints::load(folder));
  return IngestTables(std::move(parts));
}

}  // namespace relata
