// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/reading_record.h"

#include "relata/base/hash.h"
#include "relata/casebook/record_json.h"
#include "relata/export/form.h"
#include "relata/export/json_writer.h"

namespace relata {
namespace {

constexpr std::string_view kForm = "relata reading 1";
constexpr std::uint32_t kDepth = 8;

// The files of a folder with this ending, by name, with their hashes.
Result<std::vector<std::pair<std::string, std::string>>> hashes_of(const Files& files,
                                                                   const std::string& folder,
                                                                   std::string_view ending) {
  std::vector<std::pair<std::string, std::string>> hashes;
  RELATA_TRY(const std::vector<FileEntry> entries, files.list(folder));
  for (const FileEntry& entry : entries) {
    if (entry.folder || !entry.path.ends_with(ending)) continue;
    RELATA_TRY(const auto mapped, files.map(entry.path));
    const auto bytes = mapped->bytes();
    hashes.emplace_back(entry.path.substr(entry.path.find_last_of('/') + 1),
                        sha256_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  }
  return hashes;
}

}  // namespace

Result<std::string> hash_of_tables(const DataFolder& folder) {
  RELATA_TRY(const auto tables, hashes_of(*folder.files, folder.root + "/data", ".tsv"));
  std::string lines;
  for (const auto& [name, hash] : tables) lines += name + ' ' + hash + '\n';
  return sha256_hex(lines);
}

Result<Engine> engine_of(const DataFolder& folder) {
  Engine engine;
  engine.name = "relata " + std::string(version());
  RELATA_TRY(engine.tables, hash_of_tables(folder));
  RELATA_TRY(engine.models, hashes_of(*folder.files, folder.root + "/models", ".bin"));
  return engine;
}

std::string reading_record(const ReadingRecord& record) {
  std::string bytes;
  JsonWriter json(bytes, JsonWriter::Layout::line);
  json.begin_object().key("form").string(kForm).key("report").string(hex(record.report));
  json.key("engine").string(record.engine.name).key("tables").string(record.engine.tables);
  json.key("models").begin_array();
  for (const auto& [name, hash] : record.engine.models) {
    json.begin_array().string(name).string(hash).end_array();
  }
  json.end_array().end_object();
  bytes += '\n';
  bytes += record.reading;
  return bytes;
}

Result<ReadingRecord> reading_of_record(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return Error{"a reading's record has no header"};
  JsonParser parser(kDepth);
  auto header = parser.parse(bytes.substr(0, end));
  if (!header) return header.error().with("a reading's record");
  RecordMembers members(*header);
  if (members.text("form") != kForm) return Error{"a reading's record is of an unknown form"};
  ReadingRecord record;
  const auto report = report_id_of(members.text("report"));
  if (!report) members.wrong("report");
  record.report = report.value_or(ReportId{});
  record.engine.name = members.text("engine");
  record.engine.tables = members.text("tables");
  if (const Json* models = members.of_kind("models", JsonKind::array)) {
    for (const Json& pair : models->items) {
      if (pair.items.size() != 2) {
        members.wrong("models");
        break;
      }
      record.engine.models.emplace_back(pair.items[0].text, pair.items[1].text);
    }
  } else {
    members.wrong("models");
  }
  if (!members.wrong().empty())
    return Error{"a reading's record has no good member '" + members.wrong() + "'"};
  record.reading = bytes.substr(end + 1);
  return record;
}

}  // namespace relata
