// SPDX-License-Identifier: Apache-2.0
// ModelFile: trained weights as named sections of one file that is mapped and never parsed or
// copied. Little endian.
//
//   file    := "RELATA-M" u32:version u32:count entry{count} section{count}
//   entry   := name:char[40] (zero-padded) u64:offset u64:size u64:hash    -- sorted by name, no
//   two alike section := byte{size}, at a multiple of 8 from the file's start; zero bytes between
//
// `hash` is hash_text of the section: a file that was cut or changed is refused, so that readings
// stay the same.
//
//   RELATA_TRY(auto bytes, folder.model("english.bin"));
//   RELATA_TRY(ModelFile file, ModelFile::open(std::move(bytes)));
//   RELATA_TRY(LinearModel tagger, LinearModel::open(file, "tagger"));   // `file` must outlive
//   `tagger`
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/env.h"
#include "relata/base/result.h"

namespace relata {

class ModelFile {
 public:
  static constexpr std::uint32_t kVersion = 1;
  static constexpr std::uint32_t kMaxSections = 4096;
  static constexpr std::size_t kMaxName = 39;

  // Errors: not a model file, another version, a section outside the file, a hash that does not
  // match.
  static Result<ModelFile> open(std::unique_ptr<MappedFile> bytes);

  // The section's bytes, aligned to 8. Error: there is none of that name.
  [[nodiscard]] Result<std::span<const std::byte>> section(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return sections_.contains(name); }
  [[nodiscard]] std::vector<std::string_view> names() const;

 private:
  ModelFile() = default;

  std::unique_ptr<MappedFile> bytes_;
  std::map<std::string_view, std::span<const std::byte>, std::less<>> sections_;
};

// Collects sections and gives the bytes of the file. The same sections give the same bytes in
// whatever order they were added.
class ModelWriter {
 public:
  void add(std::string name, std::string bytes);  // the name must be new and at most kMaxName bytes
  // All sections of another model, for a trainer that replaces only its own.
  void add_all(const ModelFile& other, std::string_view except_prefix);
  [[nodiscard]] std::string finish() const;

 private:
  std::map<std::string, std::string> sections_;
};

}  // namespace relata
