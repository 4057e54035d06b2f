// SPDX-License-Identifier: Apache-2.0
// What tests of the ledger share: a folder that vanishes with them, a key and randomness that are always the same, and a casebook
// of numbered reports.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "relata/ledger/batch.h"
#include "relata/ledger/ledger.h"

namespace relata {

class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "relata-XXXXXX").string();
    RELATA_CHECK(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

// The same bytes in every run: SHA-256 of 0, 1, 2, …
inline RandomBytes counted_random() {
  return [next = 0](std::span<std::uint8_t> bytes) mutable {
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(Digest)) {
      const Digest digest = sha256({std::to_string(next++)});
      std::copy_n(digest.begin(), std::min(sizeof(Digest), bytes.size() - at), &bytes[at]);
    }
  };
}

inline std::shared_ptr<const SigningKey> test_key(std::uint8_t byte = 1) {
  std::array<std::uint8_t, 32> seed{};
  seed.fill(byte);
  return SigningKey::of_seed(seed);
}

inline LedgerOptions test_options() {
  LedgerOptions options;
  options.random = counted_random();
  options.key = test_key();
  return options;
}

inline EntryTime at_second(std::int64_t second) {
  return EntryTime(std::chrono::seconds(1'700'000'000 + second));
}

inline EntrySubject test_subject(std::uint64_t number) {
  EntrySubject subject{};
  const Digest digest = sha256({"subject", std::to_string(number)});
  std::copy_n(digest.begin(), subject.size(), subject.begin());
  return subject;
}

// What the `number`-th test report holds: a few bytes up to several pages, and no payload within another.
inline std::string test_payload(std::uint64_t number) {
  std::string payload = "report " + std::to_string(number) + "\n";
  for (std::uint64_t i = 0; i < number * 37 % 400; ++i)
    payload += hex_of_bytes(view_of_bytes(sha256({std::to_string(number * 1000 + i)}))) + "\n";
  return payload;
}

// Appends the reports begin <= n < end as one batch.
inline Result<Done> add_reports(Ledger& ledger, std::uint64_t begin, std::uint64_t end) {
  RELATA_TRY(Batch batch, Batch::begin(ledger));
  for (std::uint64_t n = begin; n < end; ++n) {
    const auto number = batch.append(EntryKind::report, at_second(static_cast<std::int64_t>(n)),
                                     test_subject(n), test_payload(n));
    if (!number) return number.error();
  }
  return batch.commit(at_second(static_cast<std::int64_t>(end)));
}

}  // namespace relata
