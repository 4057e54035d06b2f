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
#include <utility>

namespace relata {

namespace {

Error failed(const std::string& path, const char* what) {
  return Error{path + ": " + what + ": " + std::strerror(errno)};
}

Error too_large(const std::string& path, std::uint64_t limit) {
  return Error{path + ": larger than the limit of " + std::to_string(limit) + " bytes"};
}

// An open file descriptor, closed at the end of its scope unless it is standard input. Opening a
// pipe does not wait for a writer.
struct Descriptor {
  int fd;
  explicit Descriptor(const std::string& path)
      : fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
  explicit Descriptor(int standard) : fd(standard) {}
  Descriptor(Descriptor&& other) noexcept : fd(std::exchange(other.fd, -1)) {}
  ~Descriptor() {
    if (fd > STDERR_FILENO) ::close(fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

const char* kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "is a folder, not a file";
  if (S_ISFIFO(mode)) return "is a pipe, not a file; standard input is read as -";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file";
}

// Opens a regular file. What may never end, or is no file at all, is an error.
Result<Descriptor> open_regular(const std::string& path, struct stat& info) {
  Descriptor file(path);
  if (file.fd < 0) {
    // A socket cannot be opened at all; say so.
    if (::stat(path.c_str(), &info) == 0 && S_ISSOCK(info.st_mode)) {
      return Error{path + ": " + kind_of(info.st_mode)};
    }
    return failed(path, "cannot be opened");
  }
  if (::fstat(file.fd, &info) != 0) return failed(path, "cannot be read");
  if (!S_ISREG(info.st_mode)) return Error{path + ": " + kind_of(info.st_mode)};
  return file;
}

class RealStream final : public ByteStream {
 public:
  RealStream(Descriptor file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    while (true) {
      const ssize_t got = ::read(file_.fd, buffer.data(), buffer.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return failed(path_, "cannot be read");
    }
  }

 private:
  Descriptor file_;
  std::string path_;
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
    struct stat info {};
    RELATA_TRY(Descriptor file, open_regular(path, info));
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > limit) return too_large(path, limit);
    std::string bytes;
    bytes.reserve(size);
    RealStream stream(std::move(file), path);
    char buffer[1 << 16];
    while (true) {
      RELATA_TRY(const std::size_t got, stream.read(buffer));
      if (got == 0) return bytes;
      bytes.append(buffer, got);
      if (bytes.size() > limit) return too_large(path, limit);
    }
  }

  Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override {
    if (path == "-") {
      return std::unique_ptr<ByteStream>(
          std::make_unique<RealStream>(Descriptor(STDIN_FILENO), "standard input"));
    }
    struct stat info {};
    RELATA_TRY(Descriptor file, open_regular(path, info));
    return std::unique_ptr<ByteStream>(std::make_unique<RealStream>(std::move(file), path));
  }

  Result<std::uint64_t> size(const std::string& path) const override {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return failed(path, "cannot be opened");
    if (!S_ISREG(info.st_mode)) return Error{path + ": " + kind_of(info.st_mode)};
    return static_cast<std::uint64_t>(info.st_size);
  }

  Result<std::string> real_path(const std::string& path) const override {
    std::error_code problem;
    const auto real = std::filesystem::canonical(path, problem);
    if (problem) return Error{path + ": leads nowhere: " + problem.message()};
    return real.string();
  }

  Result<std::unique_ptr<MappedFile>> map(const std::string& path) const override {
    struct stat info {};
    RELATA_TRY(const Descriptor file, open_regular(path, info));
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
      std::error_code broken;  // a link that leads nowhere is an entry as well
      entries.push_back(
          FileEntry{at->path().string(), at->is_directory(broken), at->is_symlink(broken)});
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

class HeldStream final : public ByteStream {
 public:
  explicit HeldStream(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = bytes_.copy(buffer.data(), buffer.size(), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
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

  Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override {
    RELATA_TRY(std::string bytes, read(path, UINT64_MAX));
    return std::unique_ptr<ByteStream>(std::make_unique<HeldStream>(std::move(bytes)));
  }

  Result<std::uint64_t> size(const std::string& path) const override {
    RELATA_TRY(const std::string bytes, read(path, UINT64_MAX));
    return static_cast<std::uint64_t>(bytes.size());
  }

  Result<std::string> real_path(const std::string& path) const override { return path; }

  Result<std::vector<FileEntry>> list(const std::string& path) const override {
    if (!is_folder(path)) return Error{path + ": cannot be listed: not a folder"};
    std::set<std::string> folders;
    std::vector<FileEntry> entries;
    for (const auto& [name, bytes] : files_) {
      if (!name.starts_with(path + "/")) continue;
      const std::size_t slash = name.find('/', path.size() + 1);
      if (slash == std::string::npos) {
        entries.push_back(FileEntry{name, false, false});
      } else if (folders.insert(name.substr(0, slash)).second) {
        entries.push_back(FileEntry{name.substr(0, slash), true, false});
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
