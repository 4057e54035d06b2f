// SPDX-License-Identifier: Apache-2.0
// How fast a ledger is appended to and verified, and how large it becomes: ledger_bench FOLDER [ENTRIES]. The files of the folder are
// the payloads, again and again; a hundred entries a batch, each batch signed and synced to the disk.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>

#include "relata/base/env.h"
#include "relata/ledger/batch.h"
#include "relata/ledger/verify.h"

namespace relata {
namespace {

constexpr std::uint64_t kPerBatch = 100;

struct Took {
  double wall_s = 0, cpu_s = 0;
};

template <typename Work>
Took timed(Work work) {
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  work();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  return {wall.count(), static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

template <typename T>
T need(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "ledger_bench: %s\n", result.error().message.c_str());
    std::exit(1);
  }
  return std::move(result).value();
}

std::uint64_t append(Ledger& ledger, const std::vector<std::string>& payloads,
                     std::uint64_t entries) {
  std::uint64_t bytes = 0;
  for (std::uint64_t n = 0; n < entries; n += kPerBatch) {
    Batch batch = need(Batch::begin(ledger));
    for (std::uint64_t i = n; i < n + kPerBatch; ++i) {
      const Digest digest = sha256({std::to_string(i)});
      EntrySubject subject;
      std::copy_n(digest.begin(), subject.size(), subject.begin());
      const std::string& payload = payloads[i % payloads.size()];
      bytes += payload.size();
      need(batch.append(EntryKind::reading, EntryTime(), subject, payload));
    }
    need(batch.commit(EntryTime()));
  }
  return bytes;
}

void say(const char* what, const Took& took, std::uint64_t entries) {
  std::printf("%s: %.2f s, %.2f s of the processor, %.1f us of it an entry\n", what, took.wall_s,
              took.cpu_s, took.cpu_s / static_cast<double>(entries) * 1e6);
}

int measure(const std::string& folder, std::uint64_t entries) {
  const auto files = real_files();
  std::vector<std::string> payloads;
  for (const FileEntry& file : need(files->list(folder)))
    if (!file.folder) payloads.push_back(need(files->read(file.path, kLargestPayload)));
  const std::string path =
      (std::filesystem::temp_directory_path() / "relata-ledger-bench.relata").string();
  std::filesystem::remove(path);
  LedgerOptions options;
  options.key = SigningKey::of_seed({});
  std::uint64_t bytes = 0;
  {
    Ledger ledger = need(Ledger::open(path, Ledger::Mode::create, options));
    say("append", timed([&] { bytes = append(ledger, payloads, entries); }), entries);
    say("one more batch", timed([&] { append(ledger, payloads, kPerBatch); }), kPerBatch);
    say("proof", timed([&] { need(ledger.proof_of(entries / 2)); }), 1);
    say("verify", timed([&] { RELATA_CHECK(need(verify(ledger)).holds()); }), entries);
    say("erase and scrub", timed([&] {
          Batch batch = need(Batch::begin(ledger));
          need(batch.erase(1, "A. Example", "to measure it", EntryTime()));
          need(batch.commit(EntryTime()));
          need(ledger.scrub());
        }),
        1);
  }
  const auto size = static_cast<double>(std::filesystem::file_size(path));
  std::printf("%.0f bytes an entry in the file, payloads of %.0f\n",
              size / static_cast<double>(entries + kPerBatch),
              static_cast<double>(bytes) / static_cast<double>(entries));
  std::filesystem::remove(path);
  return 0;
}

}  // namespace
}  // namespace relata

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: ledger_bench FOLDER [ENTRIES]\n");
    return 2;
  }
  return relata::measure(arguments[1],
                         count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 10'000);
}
