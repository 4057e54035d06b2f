// SPDX-License-Identifier: Apache-2.0
// The world outside, as stages see it: files are passed in, so that a test can hand over a folder
// in memory.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"

namespace relata {

// The bytes of a file that stay where they are as long as this lives: mapped, or held. Movable, not
// copyable.
class MappedFile {
 public:
  virtual ~MappedFile() = default;
  [[nodiscard]] virtual std::span<const std::byte> bytes() const = 0;
};

struct FileEntry {
  std::string path;
  bool folder = false;
  bool link = false;  // a symbolic link, to a file or a folder
};

// A file's bytes from the first to the last, for files that are too large to hold.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Fills the beginning of `buffer` and says how much; 0 at the end.
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

class Files {
 public:
  virtual ~Files() = default;
  // The whole file. Errors: cannot be opened or read, is no regular file, is larger than `limit`
  // bytes. The error names the path.
  virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;
  // The file's bytes without reading them all.
  virtual Result<std::unique_ptr<MappedFile>> map(const std::string& path) const = 0;
  // The file as a stream; "-" is standard input, which is whatever it is. Any other path must be a
  // regular file: pipes and devices may never end.
  virtual Result<std::unique_ptr<ByteStream>> open(const std::string& path) const = 0;
  // The bytes of a regular file.
  virtual Result<std::uint64_t> size(const std::string& path) const = 0;
  // The one name of a file or folder that all links to it share.
  virtual Result<std::string> real_path(const std::string& path) const = 0;
  // What a folder holds, sorted by name. Error: not a folder.
  virtual Result<std::vector<FileEntry>> list(const std::string& path) const = 0;
  [[nodiscard]] virtual bool is_folder(const std::string& path) const = 0;
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
};

// The machine's own files.
[[nodiscard]] std::unique_ptr<Files> real_files();

// Files in memory, for tests: path -> bytes; a folder is any path that is the beginning of another.
[[nodiscard]] std::unique_ptr<Files> files_in_memory(std::map<std::string, std::string> files);

}  // namespace relata
