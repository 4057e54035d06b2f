// SPDX-License-Identifier: Apache-2.0
#include "relata/base/env.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

namespace relata {

namespace {

Error failed(const std::string& path, const char* what) {
  return Error{path + ": " + what + ": " + std::strerror(errno)};
}

Error too_large(const std::string& path, std::uint64_t limit) {
  return Error{path + ": larger than the limit of " + std::to_string(limit) + " bytes"};
}

// An open file descriptor, closed at the end of its scope.
struct Descriptor {
  int fd;
  explicit Descriptor(const std::string& path) : fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

class RealMapping final : public MappedFile {
 public:
  RealMapping(void* data, std::size_t size) : data_(data), size_(size) {}
  ~RealMapping() override {
    if (size_ > 0) ::munmap(data_, size_);
  }
  RealMapping(const RealMapping&) = delete;
  RealMapping& operator=(const RealMapping&) = delete;
  std::span<const std::byte> bytes() const override {
    return {static_cast<const std::byte*>(data_), size_};
  }

 private:
  void* data_;
  std::size_t size_;
};

class RealFiles final : public Files {
 public:
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const Descriptor file(path);
    if (file.fd < 0) return failed(path, "cannot be opened");
    if (is_folder(path)) return Error{path + ": is a folder, not a file"};
    std::string bytes;
    char buffer[1 << 16];
    while (true) {
      const ssize_t got = ::read(file.fd, buffer, sizeof buffer);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return failed(path, "cannot be read");
      if (got == 0) return bytes;
      bytes.append(buffer, static_cast<std::size_t>(got));
      if (bytes.size() > limit) return too_large(path, limit);
    }
  }

  Result<std::unique_ptr<MappedFile>> map(const std::string& path) const override {
    const Descriptor file(path);
    if (file.fd < 0) return failed(path, "cannot be opened");
    struct stat info {};
    if (::fstat(file.fd, &info) != 0) return failed(path, "cannot be read");
    const auto size = static_cast<std::size_t>(info.st_size);
    void* data = nullptr;
    if (size > 0) {
      data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd, 0);
      if (data == MAP_FAILED) return failed(path, "cannot be mapped");
    }
    return std::unique_ptr<MappedFile>(std::make_unique<RealMapping>(data, size));
  }

  Result<std::vector<FileEntry>> list(const std::string& path) const override {
    std::error_code problem;
    std::vector<FileEntry> entries;
    std::filesystem::directory_iterator at(path, problem);
    for (; !problem && at != std::filesystem::directory_iterator(); at.increment(problem)) {
      entries.push_back(FileEntry{at->path().string(), at->is_directory(problem)});
    }
    if (problem) return Error{path + ": cannot be listed: " + problem.message()};
    std::sort(entries.begin(), entries.end(),
              [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
    return entries;
  }

  bool is_folder(const std::string& path) const override {
    std::error_code problem;
    return std::filesystem::is_directory(path, problem);
  }

  bool exists(const std::string& path) const override {
    std::error_code problem;
    return std::filesystem::exists(path, problem);
  }
};

class HeldFile final : public MappedFile {
 public:
  explicit HeldFile(std::string bytes) : bytes_(std::move(bytes)) {}
  std::span<const std::byte> bytes() const override {
    return std::as_bytes(std::span(bytes_.data(), bytes_.size()));
  }

 private:
  std::string bytes_;
};

class MemoryFiles final : public Files {
 public:
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const auto file = files_.find(path);
    if (file == files_.end()) return Error{path + ": cannot be opened: no such file"};
    if (file->second.size() > limit) return too_large(path, limit);
    return file->second;
  }

  Result<std::unique_ptr<MappedFile>> map(const std::string& path) const override {
    RELATA_TRY(std::string bytes, read(path, UINT64_MAX));
    return std::unique_ptr<MappedFile>(std::make_unique<HeldFile>(std::move(bytes)));
  }

  Result<std::vector<FileEntry>> list(const std::string& path) const override {
    if (!is_folder(path)) return Error{path + ": cannot be listed: not a folder"};
    std::set<std::string> folders;
    std::vector<FileEntry> entries;
    for (const auto& [name, bytes] : files_) {
      if (!name.starts_with(path + "/")) continue;
      const std::size_t slash = name.find('/', path.size() + 1);
      if (slash == std::string::npos) {
        entries.push_back(FileEntry{name, false});
      } else if (folders.insert(name.substr(0, slash)).second) {
        entries.push_back(FileEntry{name.substr(0, slash), true});
      }
    }
    return entries;
  }

  bool is_folder(const std::string& path) const override {
    return std::any_of(files_.begin(), files_.end(),
                       [&](const auto& file) { return file.first.starts_with(path + "/"); });
  }

  bool exists(const std::string& path) const override {
    return files_.contains(path) || is_folder(path);
  }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace

std::unique_ptr<Files> real_files() { return std::make_unique<RealFiles>(); }

std::unique_ptr<Files> files_in_memory(std::map<std::string, std::string> files) {
  return std::make_unique<MemoryFiles>(std::move(files));
}

}  // namespace relata
