// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/signing_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "relata/ledger/digest.h"

namespace relata {
namespace {

constexpr std::string_view kFirstLine = "relata signing key 1\n";
using Seed = std::array<std::uint8_t, 32>;

Error system_error(const std::string& path) { return Error{std::strerror(errno)}.with(path); }

class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

Result<Seed> read_seed(const std::string& path, int descriptor) {
  struct stat status {};
  if (fstat(descriptor, &status) != 0) return system_error(path);
  if (!S_ISREG(status.st_mode)) return Error{"is no file"}.with(path);
  if ((status.st_mode & 077) != 0)
    return Error{"others may read this signing key; chmod 600 it, or let a new one be made"}.with(
        path);
  char bytes[128];
  const ssize_t size = read(descriptor, bytes, sizeof bytes);
  if (size < 0) return system_error(path);
  const std::string_view text(bytes, static_cast<std::size_t>(size));
  std::optional<std::string> seed;
  if (text.starts_with(kFirstLine) && text.ends_with('\n'))
    seed = bytes_of_base64(text.substr(kFirstLine.size(), text.size() - kFirstLine.size() - 1));
  const auto held = seed ? digest_of(*seed) : std::nullopt;
  sodium_memzero(bytes, sizeof bytes);
  if (seed) sodium_memzero(seed->data(), seed->size());
  if (!held) return Error{"holds no signing key"}.with(path);
  return *held;
}

Result<Done> write_all(const std::string& path, int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return system_error(path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (fsync(descriptor) != 0) return system_error(path);
  return Done{};
}

// Whoever comes first makes the key: it is written under another name and linked, which fails where there is one.
Result<Done> make_key_file(const std::string& path, const RandomBytes& random) {
  std::error_code failed;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), failed);
  Seed seed;
  random(seed);
  std::string text = std::string(kFirstLine) + base64(view_of_bytes(seed)) + "\n";
  sodium_memzero(seed.data(), seed.size());
  std::string temporary = path + ".XXXXXX";
  const OpenFile file(mkstemp(temporary.data()));  // readable by its owner alone
  if (file.get() < 0) return system_error(path);
  auto written = write_all(path, file.get(), text);
  sodium_memzero(text.data(), text.size());
  if (written && link(temporary.c_str(), path.c_str()) != 0 && errno != EEXIST)
    written = system_error(path);
  unlink(temporary.c_str());
  return written;
}

}  // namespace

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

std::shared_ptr<const SigningKey> SigningKey::of_seed(const Seed& seed) {
  const std::shared_ptr<SigningKey> key(new SigningKey());
  static_assert(sizeof(PublicKey) == crypto_sign_PUBLICKEYBYTES);
  crypto_sign_seed_keypair(key->public_.data(), key->secret_.data(), seed.data());
  return key;
}

Result<std::shared_ptr<const SigningKey>> SigningKey::load_or_make(const std::string& path,
                                                                   const RandomBytes& random) {
  for (const bool made : {false, true}) {
    const OpenFile file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() >= 0) {
      RELATA_TRY(Seed seed, read_seed(path, file.get()));
      auto key = of_seed(seed);
      sodium_memzero(seed.data(), seed.size());
      return key;
    }
    if (errno != ENOENT || made) return system_error(path);
    RELATA_TRY(Done(), make_key_file(path, random));
  }
  return system_error(path);
}

Signature SigningKey::sign(std::string_view bytes) const {
  Signature signature;
  static_assert(sizeof signature == crypto_sign_BYTES);
  crypto_sign_detached(signature.data(), nullptr,
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       secret_.data());
  return signature;
}

bool is_signed(std::string_view bytes, const Signature& signature, const PublicKey& key) {
  return crypto_sign_verify_detached(signature.data(),
                                     reinterpret_cast<const unsigned char*>(bytes.data()),
                                     bytes.size(), key.data()) == 0;
}

std::optional<std::string> default_signing_key_path(std::string_view config_home,
                                                    std::string_view home) {
  if (config_home.starts_with('/')) return std::string(config_home) + "/relata/signing.key";
  if (home.starts_with('/')) return std::string(home) + "/.config/relata/signing.key";
  return std::nullopt;
}

}  // namespace relata
