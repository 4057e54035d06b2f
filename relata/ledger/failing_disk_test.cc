// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/failing_disk.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include <limits>
#include <memory>
#include <vector>

#include "relata/base/result.h"

namespace relata {
namespace {

// SQLite calls a VFS through functions without a place for state: there is one disk at a time.
struct DiskState {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::int64_t changes = 0;
  std::int64_t at = std::numeric_limits<std::int64_t>::max();
  FailingDisk::How how = FailingDisk::How::error_once;
};
DiskState* disk = nullptr;

struct DiskFile {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<DiskFile*>(file)->real(); }

// Whether this change is to fail. `half` writes half of it.
template <typename Half>
int before_change(bool writes, Half half) {
  using How = FailingDisk::How;
  const std::int64_t number = disk->changes++;
  if (number < disk->at) return SQLITE_OK;
  switch (disk->how) {
    case How::error_once:
      return number == disk->at ? SQLITE_IOERR : SQLITE_OK;
    case How::error_for_ever:
      return SQLITE_IOERR;
    case How::full:
      if (!writes) return SQLITE_OK;
      if (number == disk->at) half();
      return SQLITE_FULL;
    case How::kill_half:
      half();
      kill(getpid(), SIGKILL);
      break;
    case How::kill:
      kill(getpid(), SIGKILL);
      break;
  }
  return SQLITE_OK;
}

int close_file(sqlite3_file* file) { return real_of(file)->pMethods->xClose(real_of(file)); }
int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  return real_of(file)->pMethods->xRead(real_of(file), to, size, at);
}
int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  sqlite3_file* real = real_of(file);
  const int failed =
      before_change(true, [&] { (void)real->pMethods->xWrite(real, from, size / 2, at); });
  return failed != SQLITE_OK ? failed : real->pMethods->xWrite(real, from, size, at);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  const int failed = before_change(false, [] {});
  return failed != SQLITE_OK ? failed : real_of(file)->pMethods->xTruncate(real_of(file), size);
}
// What is written stays written when a process dies, so nothing waits for the disk here.
int sync_file(sqlite3_file*, int) {
  return before_change(false, [] {});
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int lock) {
  return real_of(file)->pMethods->xLock(real_of(file), lock);
}
int unlock_file(sqlite3_file* file, int lock) {
  return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}
int check_lock(sqlite3_file* file, int* held) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
}
int control_file(sqlite3_file* file, int what, void* argument) {
  return real_of(file)->pMethods->xFileControl(real_of(file), what, argument);
}
int sector_size(sqlite3_file* file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }
int characteristics(sqlite3_file* file) {
  return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** to) {
  return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, to);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}
void barrier_shared(sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }
int unmap_shared(sqlite3_file* file, int remove) {
  return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

constexpr sqlite3_io_methods kMethods = {2,
                                         close_file,
                                         read_file,
                                         write_file,
                                         truncate_file,
                                         sync_file,
                                         file_size,
                                         lock_file,
                                         unlock_file,
                                         check_lock,
                                         control_file,
                                         sector_size,
                                         characteristics,
                                         map_shared,
                                         lock_shared,
                                         barrier_shared,
                                         unmap_shared,
                                         nullptr,
                                         nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  const int code = disk->real->xOpen(disk->real, name, real_of(file), flags, out_flags);
  if (code == SQLITE_OK) file->pMethods = &kMethods;
  return code;
}
int delete_file(sqlite3_vfs*, const char* name, int sync) {
  const int failed = before_change(false, [] {});
  return failed != SQLITE_OK ? failed : disk->real->xDelete(disk->real, name, sync);
}

}  // namespace

FailingDisk::FailingDisk() {
  RELATA_CHECK(disk == nullptr);
  disk = new DiskState();
  disk->real = sqlite3_vfs_find(nullptr);
  disk->vfs = *disk->real;  // what is not replaced is the machine's own
  disk->vfs.szOsFile += static_cast<int>(sizeof(DiskFile));
  disk->vfs.pNext = nullptr;
  disk->vfs.zName = kFailingDisk;
  disk->vfs.xOpen = open_file;
  disk->vfs.xDelete = delete_file;
  RELATA_CHECK(sqlite3_vfs_register(&disk->vfs, 0) == SQLITE_OK);
}

FailingDisk::~FailingDisk() {
  sqlite3_vfs_unregister(&disk->vfs);
  delete disk;
  disk = nullptr;
}

void FailingDisk::fail_at(std::int64_t at, How how) {
  disk->changes = 0;
  disk->at = at;
  disk->how = how;
}
void FailingDisk::never_fail() { fail_at(std::numeric_limits<std::int64_t>::max(), How::kill); }
std::int64_t FailingDisk::changes() const { return disk->changes; }

}  // namespace relata
