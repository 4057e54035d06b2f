// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/near_copies.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include "relata/base/result.h"

namespace relata {
namespace {

struct Row {
  std::uint64_t print;
  std::uint32_t report;  // in the order of the ids
  auto operator<=>(const Row&) const = default;
};

// Holders of a fingerprint that come after a certain one, in Postings::holders.
struct Later {
  std::uint32_t begin, end;
};

struct Postings {
  std::vector<std::uint32_t> holders;     // of all fingerprints that count, one after another
  std::vector<std::vector<Later>> later;  // of each report, for each of its fingerprints
};

// Does piece(0) … piece(count - 1), each once, on so many threads.
template <typename Piece>
void share_out(std::size_t count, unsigned threads, const Piece& piece) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) piece(i);
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
}

constexpr std::size_t kDrawers = 256;

std::size_t drawer_of(std::uint64_t print) { return print >> (kFingerprintBits - 8) & 0xFF; }

// All rows by fingerprint, then report.
std::vector<Row> sorted_rows(std::span<const PrintedReport* const> reports, unsigned threads) {
  std::array<std::size_t, kDrawers + 1> begins{};
  for (const PrintedReport* report : reports)
    for (const std::uint64_t print : report->prints) ++begins[drawer_of(print) + 1];
  for (std::size_t i = 1; i <= kDrawers; ++i) begins[i] += begins[i - 1];
  std::vector<Row> rows(begins[kDrawers]);
  std::array<std::size_t, kDrawers + 1> next = begins;
  for (std::size_t i = 0; i < reports.size(); ++i)
    for (const std::uint64_t print : reports[i]->prints)
      rows[next[drawer_of(print)]++] = {print, static_cast<std::uint32_t>(i)};
  share_out(kDrawers, threads, [&](std::size_t i) {
    std::sort(rows.begin() + static_cast<std::ptrdiff_t>(begins[i]),
              rows.begin() + static_cast<std::ptrdiff_t>(begins[i + 1]));
  });
  return rows;
}

// Whether a fingerprint with these holders tells anything.
bool counts(std::span<const Row> holders, const std::vector<std::uint16_t>& kinds) {
  if (holders.size() < 2 || holders.size() > kMostHolders) return false;
  if (holders.size() <= kMostKinds) return true;
  std::vector<std::uint16_t> seen;
  for (const Row& holder : holders) seen.push_back(kinds[holder.report]);
  std::sort(seen.begin(), seen.end());
  return std::unique(seen.begin(), seen.end()) - seen.begin() <=
         static_cast<std::ptrdiff_t>(kMostKinds);
}

Postings postings_of(std::span<const PrintedReport* const> reports, unsigned threads) {
  std::vector<std::uint16_t> kinds;
  for (const PrintedReport* report : reports) kinds.push_back(kind_of_text(report->prints));
  const std::vector<Row> rows = sorted_rows(reports, threads);
  Postings postings;
  postings.later.resize(reports.size());
  for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    while (end < rows.size() && rows[end].print == rows[begin].print) ++end;
    if (!counts(std::span(rows).subspan(begin, end - begin), kinds)) continue;
    const auto last = static_cast<std::uint32_t>(postings.holders.size() + (end - begin));
    for (std::size_t i = begin; i < end; ++i) {
      postings.holders.push_back(rows[i].report);
      const auto after = static_cast<std::uint32_t>(postings.holders.size());
      if (after < last) postings.later[rows[i].report].push_back({after, last});
    }
  }
  return postings;
}

// Counts what one report shares with those after it.
class SharedCounter {
 public:
  SharedCounter(std::span<const PrintedReport* const> reports, const Postings& postings)
      : reports_(reports), postings_(postings), shared_(reports.size()) {}

  void pairs_of(std::size_t first, std::vector<TextReuse>& found) {
    for (const Later& later : postings_.later[first]) {
      for (std::uint32_t i = later.begin; i < later.end; ++i) {
        const std::uint32_t second = postings_.holders[i];
        if (shared_[second]++ == 0) touched_.push_back(second);
      }
    }
    std::sort(touched_.begin(), touched_.end());
    for (const std::uint32_t second : touched_) {
      const auto share = reuse_share(shared_[second], reports_[first]->prints.size(),
                                     reports_[second]->prints.size());
      if (share) found.push_back({reports_[first]->id, reports_[second]->id, *share});
      shared_[second] = 0;
    }
    touched_.clear();
  }

 private:
  std::span<const PrintedReport* const> reports_;
  const Postings& postings_;
  std::vector<std::uint32_t> shared_, touched_;
};

}  // namespace

std::uint16_t kind_of_text(std::span<const std::uint64_t> prints) {
  constexpr std::uint64_t kOtherOrder = 0x9e3779b97f4a7c15U;  // odd
  std::uint64_t smallest = ~std::uint64_t{0}, other = ~std::uint64_t{0};
  for (const std::uint64_t print : prints) {
    smallest = std::min(smallest, print);
    other = std::min(other, print * kOtherOrder);
  }
  return static_cast<std::uint16_t>((smallest * kOtherOrder + other) >> 24);
}

std::optional<float> reuse_share(std::uint32_t shared, std::size_t first_prints,
                                 std::size_t second_prints) {
  if (shared < kLeastShared) return std::nullopt;
  const float share =
      static_cast<float>(shared) / static_cast<float>(std::min(first_prints, second_prints));
  if (share < kLeastShare) return std::nullopt;
  return share;
}

std::vector<TextReuse> find_reuse(std::span<const PrintedReport> given, unsigned threads) {
  std::vector<const PrintedReport*> reports;
  for (const PrintedReport& report : given) reports.push_back(&report);
  std::sort(reports.begin(), reports.end(),
            [](const auto* a, const auto* b) { return a->id < b->id; });
  const bool once =
      std::adjacent_find(reports.begin(), reports.end(), [](const auto* a, const auto* b) {
        return a->id == b->id;
      }) == reports.end();
  RELATA_CHECK(once);
  const Postings postings = postings_of(reports, threads);

  constexpr std::size_t kPiece = 512;  // reports
  std::vector<std::vector<TextReuse>> found((reports.size() + kPiece - 1) / kPiece);
  std::atomic<std::size_t> next{0};
  share_out(threads == 0 ? 1 : threads, threads, [&](std::size_t) {
    SharedCounter counter(reports, postings);
    for (std::size_t piece = next++; piece < found.size(); piece = next++) {
      const std::size_t end = std::min(reports.size(), (piece + 1) * kPiece);
      for (std::size_t i = piece * kPiece; i < end; ++i) counter.pairs_of(i, found[piece]);
    }
  });
  std::vector<TextReuse> all;
  for (const auto& piece : found) all.insert(all.end(), piece.begin(), piece.end());
  return all;
}

}  // namespace relata
