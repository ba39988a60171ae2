#include "tests/server/fault_file_system.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>

namespace rr::test {

// What SQLite sees as an open file; the real one follows it in memory.
struct FaultFile {
  sqlite3_file base;
  FaultFileSystem* system;
  std::string* path;  // null for temporary files, which no power cut concerns
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  static FaultFile& of(sqlite3_file* file) { return *reinterpret_cast<FaultFile*>(file); }

  static int close(sqlite3_file* file) {
    FaultFile& self = of(file);
    const int code = self.real()->pMethods->xClose(self.real());
    delete self.path;
    self.path = nullptr;
    return code;
  }
  static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
    FaultFile& self = of(file);
    if (!self.system->is_powered()) return SQLITE_IOERR_READ;
    return self.real()->pMethods->xRead(self.real(), out, size, offset);
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    FaultFile& self = of(file);
    if (self.path == nullptr)
      return self.real()->pMethods->xWrite(self.real(), bytes, size, offset);
    if (const int code = self.system->judge(); code != SQLITE_OK) return code;
    const auto* first = static_cast<const char*>(bytes);
    self.system->note_write(*self.path, {offset, std::string(first, first + size), false});
    return self.real()->pMethods->xWrite(self.real(), bytes, size, offset);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    FaultFile& self = of(file);
    if (self.path == nullptr) return self.real()->pMethods->xTruncate(self.real(), size);
    if (const int code = self.system->judge(); code != SQLITE_OK) return code;
    self.system->note_write(*self.path, {size, {}, true});
    return self.real()->pMethods->xTruncate(self.real(), size);
  }
  static int sync(sqlite3_file* file, int flags) {
    FaultFile& self = of(file);
    if (self.path == nullptr) return self.real()->pMethods->xSync(self.real(), flags);
    if (const int code = self.system->judge(); code != SQLITE_OK) return code;
    // The model is the disk: a real sync would only cost time.
    self.system->note_sync(*self.path);
    return SQLITE_OK;
  }
  static int size(sqlite3_file* file, sqlite3_int64* out) {
    FaultFile& self = of(file);
    return self.real()->pMethods->xFileSize(self.real(), out);
  }
  static int lock(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xLock(of(file).real(), level);
  }
  static int unlock(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xUnlock(of(file).real(), level);
  }
  static int check_lock(sqlite3_file* file, int* out) {
    return of(file).real()->pMethods->xCheckReservedLock(of(file).real(), out);
  }
  static int control(sqlite3_file* file, int operation, void* argument) {
    return of(file).real()->pMethods->xFileControl(of(file).real(), operation, argument);
  }
  static int sector_size(sqlite3_file* file) {
    return of(file).real()->pMethods->xSectorSize(of(file).real());
  }
  static int characteristics(sqlite3_file* file) {
    return of(file).real()->pMethods->xDeviceCharacteristics(of(file).real());
  }
  static int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return of(file).real()->pMethods->xShmMap(of(file).real(), page, size, extend, out);
  }
  static int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return of(file).real()->pMethods->xShmLock(of(file).real(), offset, count, flags);
  }
  static void bar_shared(sqlite3_file* file) {
    of(file).real()->pMethods->xShmBarrier(of(file).real());
  }
  static int unmap_shared(sqlite3_file* file, int remove) {
    return of(file).real()->pMethods->xShmUnmap(of(file).real(), remove);
  }
};

namespace {

constexpr std::size_t kSectorBytes = 512;

const sqlite3_io_methods kMethods{2,
                                  FaultFile::close,
                                  FaultFile::read,
                                  FaultFile::write,
                                  FaultFile::truncate,
                                  FaultFile::sync,
                                  FaultFile::size,
                                  FaultFile::lock,
                                  FaultFile::unlock,
                                  FaultFile::check_lock,
                                  FaultFile::control,
                                  FaultFile::sector_size,
                                  FaultFile::characteristics,
                                  FaultFile::map_shared,
                                  FaultFile::lock_shared,
                                  FaultFile::bar_shared,
                                  FaultFile::unmap_shared,
                                  nullptr,
                                  nullptr};

std::string next_name() {
  static std::atomic<int> count = 0;
  return "rr-fault-" + std::to_string(++count);
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

FaultFileSystem::FaultFileSystem() : name_(next_name()), real_(sqlite3_vfs_find(nullptr)) {
  own_ = *real_;
  own_.zName = name_.c_str();
  own_.szOsFile = static_cast<int>(sizeof(FaultFile)) + real_->szOsFile;
  own_.pAppData = this;
  own_.pNext = nullptr;
  own_.xOpen = open;
  own_.xDelete = remove;
  REQUIRE(sqlite3_vfs_register(&own_, 0) == SQLITE_OK);
}

FaultFileSystem::~FaultFileSystem() { sqlite3_vfs_unregister(&own_); }

int FaultFileSystem::open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags,
                          int* out) {
  auto* system = static_cast<FaultFileSystem*>(vfs->pAppData);
  auto* self = new (file) FaultFile{{nullptr}, system, nullptr};
  if (!system->is_powered()) return SQLITE_CANTOPEN;
  const int code = system->real_->xOpen(system->real_, path, self->real(), flags, out);
  if (code != SQLITE_OK) return code;
  constexpr int kKept = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
  if (path != nullptr && (flags & kKept) != 0) {
    self->path = new std::string(path);
    system->note_open(*self->path);
  }
  self->base.pMethods = &kMethods;
  return SQLITE_OK;
}

int FaultFileSystem::remove(sqlite3_vfs* vfs, const char* path, int sync_directory) {
  auto* system = static_cast<FaultFileSystem*>(vfs->pAppData);
  if (const int code = system->judge(); code != SQLITE_OK) return code;
  system->note_remove(path);
  return system->real_->xDelete(system->real_, path, sync_directory);
}

void FaultFileSystem::fail_at(std::int64_t count, Failure failure) {
  const std::lock_guard lock(mutex_);
  fails_at_ = operations_ + count;
  failure_ = failure;
}

std::int64_t FaultFileSystem::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_;
}

bool FaultFileSystem::is_powered() const {
  const std::lock_guard lock(mutex_);
  return is_powered_;
}

int FaultFileSystem::judge() {
  const std::lock_guard lock(mutex_);
  if (!is_powered_) return SQLITE_IOERR;
  ++operations_;
  if (operations_ != fails_at_) return SQLITE_OK;
  if (failure_ == Failure::disk_full) return SQLITE_FULL;
  if (failure_ == Failure::power_cut) is_powered_ = false;
  return SQLITE_IOERR;
}

void FaultFileSystem::note_open(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (!contents_.contains(path)) contents_[path].durable = read_bytes(path);
}

void FaultFileSystem::note_write(const std::string& path, Change change) {
  const std::lock_guard lock(mutex_);
  contents_[path].unsynced.push_back(std::move(change));
}

void FaultFileSystem::note_sync(const std::string& path) {
  const std::lock_guard lock(mutex_);
  Content& content = contents_[path];
  for (const Change& change : content.unsynced) apply(change, content.durable);
  content.unsynced.clear();
}

void FaultFileSystem::note_remove(const std::string& path) {
  const std::lock_guard lock(mutex_);
  contents_.erase(path);
}

void FaultFileSystem::apply(const Change& change, std::string& content) {
  const auto offset = static_cast<std::size_t>(change.offset);
  if (change.is_truncation) {
    content.resize(offset);
    return;
  }
  if (content.size() < offset + change.bytes.size()) content.resize(offset + change.bytes.size());
  std::copy(change.bytes.begin(), change.bytes.end(),
            content.begin() + static_cast<std::ptrdiff_t>(offset));
}

std::string FaultFileSystem::after_power_cut(const Content& content, std::mt19937_64& random) {
  std::string bytes = content.durable;
  for (const Change& change : content.unsynced) {
    if (change.is_truncation) {
      if (random() % 2 == 0) apply(change, bytes);
      continue;
    }
    for (std::size_t from = 0; from < change.bytes.size(); from += kSectorBytes) {
      if (random() % 2 == 0) continue;
      apply({change.offset + static_cast<std::int64_t>(from),
             change.bytes.substr(from, kSectorBytes), false},
            bytes);
    }
  }
  return bytes;
}

void FaultFileSystem::restore(std::uint64_t seed) {
  const std::lock_guard lock(mutex_);
  std::mt19937_64 random(seed);
  for (auto& [path, content] : contents_) {
    const std::string bytes = after_power_cut(content, random);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    // The index of the log lived in memory that is gone.
    std::remove((path + "-shm").c_str());
  }
  contents_.clear();
  fails_at_ = 0;
  is_powered_ = true;
}

}  // namespace rr::test
