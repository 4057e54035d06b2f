// SPDX-License-Identifier: Apache-2.0
// A disk for tests, as SQLite sees it, that goes wrong at a chosen moment: FailingDisk registers a VFS of the name kFailingDisk that
// passes everything on to the machine's own, counts what changes files, and from the `at`-th change on does what it was told.
//
//   FailingDisk disk;
//   disk.fail_at(7, FailingDisk::How::full);
//   options.vfs = kFailingDisk;
#pragma once

#include <cstdint>

namespace relata {

constexpr const char* kFailingDisk = "relata-failing-disk";

class FailingDisk {
 public:
  enum class How : std::uint8_t {
    error_once,      // one change fails with an I/O error, those after it do not
    error_for_ever,  // it and all after it
    full,  // writes fail for want of room from then on, after half of the first; the rest goes well
    kill,  // the process is killed before the change
    kill_half  // the process is killed after half of the change was written
  };
  FailingDisk();
  ~FailingDisk();
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  // Counts anew: the first change is number 0.
  void fail_at(std::int64_t at, How how);
  void never_fail();
  // Changes since the count began: writes, truncations, syncs and deletions of files.
  [[nodiscard]] std::int64_t changes() const;
};

}  // namespace relata
