// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/signing_key.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "relata/ledger/test_casebook.h"

namespace relata {
namespace {

TEST_CASE("a key is made on first use, for its owner alone, and is the same afterwards") {
  const TestFolder folder;
  const std::string path = folder.path("deep/er/signing.key");
  const auto made = SigningKey::load_or_make(path, system_random());
  REQUIRE(made);
  const auto again = SigningKey::load_or_make(path, system_random());
  REQUIRE(again);
  CHECK(made.value()->public_key() == again.value()->public_key());
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path("deep/er")), {}) == 1);
  const Signature signature = made.value()->sign("words");
  CHECK(is_signed("words", signature, again.value()->public_key()));
  CHECK_FALSE(is_signed("word", signature, again.value()->public_key()));
}

TEST_CASE("those who make a key at once have one and the same") {
  const TestFolder folder;
  std::vector<PublicKey> keys(8);
  std::vector<std::thread> threads;
  for (PublicKey& key : keys)
    threads.emplace_back([&] {
      const auto made = SigningKey::load_or_make(folder.path("signing.key"), system_random());
      if (made) key = made.value()->public_key();
    });
  for (std::thread& thread : threads) thread.join();
  for (const PublicKey& key : keys) CHECK((key == keys[0] && key != PublicKey{}));
}

TEST_CASE("a file that is no key, or that others may read, is refused by name") {
  const TestFolder folder;
  const std::string path = folder.path("signing.key");
  for (const char* bytes : {"", "relata signing key 1\n", "relata signing key 1\nAAAA\n"}) {
    std::ofstream(path) << bytes;
    REQUIRE(chmod(path.c_str(), 0600) == 0);
    const auto key = SigningKey::load_or_make(path, system_random());
    REQUIRE_FALSE(key);
    CHECK(key.error().message.starts_with(path + ": holds no signing key"));
  }
  REQUIRE(chmod(path.c_str(), 0640) == 0);
  const auto key = SigningKey::load_or_make(path, system_random());
  REQUIRE_FALSE(key);
  CHECK(key.error().message.find("others may read") != std::string::npos);
}

TEST_CASE("the key's own place is in the folder for settings") {
  CHECK(default_signing_key_path("/c", "/h") == "/c/relata/signing.key");
  CHECK(default_signing_key_path("", "/h") == "/h/.config/relata/signing.key");
  CHECK(default_signing_key_path("relative", "/h") == "/h/.config/relata/signing.key");
  CHECK_FALSE(default_signing_key_path("", ""));
}

}  // namespace
}  // namespace relata
