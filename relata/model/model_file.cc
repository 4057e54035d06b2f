// SPDX-License-Identifier: Apache-2.0
#include "relata/model/model_file.h"

#include <bit>
#include <cstring>

#include "relata/model/feature.h"
#include "relata/model/section_reader.h"

namespace relata {
namespace {

static_assert(std::endian::native == std::endian::little,
              "model files are little endian and mapped as they are");

constexpr std::string_view kMagic = "RELATA-M";

struct Entry {
  char name[ModelFile::kMaxName + 1];
  std::uint64_t offset;
  std::uint64_t size;
  std::uint64_t hash;
};
static_assert(sizeof(Entry) == 64);

std::uint64_t hash_of(std::span<const std::byte> bytes) {
  return hash_text({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::uint64_t aligned(std::uint64_t size) { return (size + 7) / 8 * 8; }

}  // namespace

Result<ModelFile> ModelFile::open(std::unique_ptr<MappedFile> mapped) {
  const auto bytes = mapped->bytes();
  SectionReader reader(bytes);
  if (reader.text(kMagic.size()) != kMagic) return Error{"not a model file of Relata"};
  const auto version = reader.value<std::uint32_t>();
  if (version != kVersion) {
    return Error{"model file of version " + std::to_string(version) +
                 "; this program reads version " + std::to_string(kVersion)};
  }
  const auto count = reader.value<std::uint32_t>();
  if (count > kMaxSections) return Error{"model file with too many sections"};
  const auto entries = reader.array<Entry>(count);
  if (!reader.ok()) return Error{"model file is cut short"};
  ModelFile file;
  std::string_view previous;
  for (const Entry& entry : entries) {
    const std::string_view name(entry.name, strnlen(entry.name, sizeof entry.name));
    if (name.empty() || name.size() > kMaxName || name <= previous)
      return Error{"model file with bad section names"};
    previous = name;
    if (entry.offset % 8 != 0 || entry.offset > bytes.size() ||
        entry.size > bytes.size() - entry.offset) {
      return Error{"model section " + std::string(name) + " lies outside the file"};
    }
    const auto section = bytes.subspan(entry.offset, entry.size);
    if (hash_of(section) != entry.hash)
      return Error{"model section " + std::string(name) + " is damaged"};
    file.sections_.emplace(name, section);
  }
  file.bytes_ = std::move(mapped);
  return file;
}

Result<std::span<const std::byte>> ModelFile::section(std::string_view name) const {
  const auto found = sections_.find(name);
  if (found == sections_.end()) return Error{"model file has no section " + std::string(name)};
  return found->second;
}

std::vector<std::string_view> ModelFile::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, bytes] : sections_) names.push_back(name);
  return names;
}

void ModelWriter::add(std::string name, std::string bytes) {
  RELATA_CHECK(!name.empty() && name.size() <= ModelFile::kMaxName);
  const bool is_new = sections_.emplace(std::move(name), std::move(bytes)).second;
  RELATA_CHECK(is_new);
}

void ModelWriter::add_all(const ModelFile& other, std::string_view except_prefix) {
  for (const auto name : other.names()) {
    if (name.starts_with(except_prefix)) continue;
    const auto bytes = other.section(name).value();
    add(std::string(name), std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  }
}

std::string ModelWriter::finish() const {
  SectionBytes out;
  out.text(kMagic);
  out.value(ModelFile::kVersion);
  out.value(static_cast<std::uint32_t>(sections_.size()));
  std::uint64_t offset = out.size() + sections_.size() * sizeof(Entry);
  for (const auto& [name, bytes] : sections_) {
    Entry entry{};
    std::memcpy(entry.name, name.data(), name.size());
    entry.offset = offset;
    entry.size = bytes.size();
    entry.hash = hash_text(bytes);
    out.value(entry);
    offset += aligned(bytes.size());
  }
  for (const auto& [name, bytes] : sections_) {
    out.text(bytes);
    out.align();
  }
  return std::move(out).take();
}

}  // namespace relata
