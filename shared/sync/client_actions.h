// What the client engine wants done by the world around it. Answers come back as events with the
// same token (client_engine.h). All disk transactions of one profile happen one after another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rr::sync {

struct DiskRecord {
  std::string key;
  std::optional<std::string> bytes;  // nullopt: absent, or to be deleted

  friend bool operator==(const DiskRecord&, const DiskRecord&) = default;
};

enum class Durability : std::uint8_t { relaxed, strict };
// conflict: an expectation did not hold and nothing was written.
enum class DiskOutcome : std::uint8_t { done, conflict, quota, failed, closed };

struct DiskBatch {
  std::vector<DiskRecord> expectations;
  std::vector<DiskRecord> writes;
  Durability durability = Durability::relaxed;
};

struct WriteDisk {
  std::uint32_t token = 0;
  DiskBatch batch;
};
// One strict transaction: reads the counter record (a decimal number, absent: 1), stores it plus
// one, and puts `bytes` under `prefix` and the number with 12 digits.
struct EnqueueOnDisk {
  std::uint32_t token = 0;
  std::vector<DiskRecord> expectations;
  std::string counter;
  std::string prefix;
  std::string bytes;
};
struct ReloadDisk {
  std::uint32_t token = 0;
};

struct SendHttp {
  std::uint32_t token = 0;
  std::string path;  // POST, JSON
  std::string body;
};
struct OpenStream {
  std::uint32_t token = 0;
};
struct CloseStream {
  std::uint32_t token = 0;
};

struct RequestLock {
  bool is_steal = false;
};
struct ReleaseLock {};

struct PostToTabs {
  std::string bytes;
};

enum class TimerName : std::uint8_t { retry, poll, ping, stream };
struct StartTimer {
  TimerName timer = TimerName::retry;
  std::int64_t delay_ms = 0;  // replaces a running timer of that name
};
struct StopTimer {
  TimerName timer = TimerName::retry;
};

using Action = std::variant<WriteDisk, EnqueueOnDisk, ReloadDisk, SendHttp, OpenStream, CloseStream,
                            RequestLock, ReleaseLock, PostToTabs, StartTimer, StopTimer>;

}  // namespace rr::sync
