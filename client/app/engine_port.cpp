#include "client/app/engine_port.h"

#include <algorithm>
#include <utility>

#include "client/platform/network.h"
#include "client/platform/storage.h"
#include "client/platform/system.h"

namespace rr::app {
namespace {

using platform::Event;
using platform::EventKind;

// The engine counts its own tokens from 1; these are beyond what it can reach.
constexpr std::uint32_t kOpenToken = 0x7000'0000;
constexpr std::uint32_t kLockToken = 0x7000'0001;
constexpr std::uint32_t kTimerToken = 0x7000'0010;

constexpr double kRequestTimeoutMs = 10'000;
constexpr double kUploadTimeoutMs = 60'000;
constexpr std::size_t kLargeBody = 512 * 1024;

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

std::uint32_t read_u32(std::string_view bytes, std::size_t place) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[place + i])) << (8 * i);
  }
  return value;
}

// The layout of platform/storage.h.
std::vector<sync::DiskRecord> read_records(std::string_view bytes) {
  std::vector<sync::DiskRecord> records;
  std::size_t place = 0;
  while (place + 8 <= bytes.size()) {
    const std::size_t key_length = read_u32(bytes, place);
    const std::size_t value_length = read_u32(bytes, place + 4);
    place += 8;
    records.push_back({std::string(bytes.substr(place, key_length)),
                       std::string(bytes.substr(place + key_length, value_length))});
    place += key_length + value_length;
  }
  return records;
}

std::vector<platform::DiskExpectation> expectations_of(
    const std::vector<sync::DiskRecord>& records) {
  std::vector<platform::DiskExpectation> made;
  made.reserve(records.size());
  for (const sync::DiskRecord& each : records) made.push_back({each.key, each.bytes});
  return made;
}

platform::DiskBatch batch_of(sync::DiskBatch& batch) {
  platform::DiskBatch made;
  made.expectations = expectations_of(batch.expectations);
  for (sync::DiskRecord& each : batch.writes) {
    made.writes.push_back({std::move(each.key), std::move(each.bytes)});
  }
  made.durability = batch.durability == sync::Durability::strict ? platform::Durability::strict
                                                                 : platform::Durability::relaxed;
  return made;
}

struct Poke {
  Id scope;
  std::int64_t version = 0;
};

std::optional<Poke> read_poke(std::string_view text) {
  Poke poke;
  JsonReader reader(text);
  std::string key;
  if (!reader.begin_object()) return std::nullopt;
  while (reader.next_key(key)) {
    std::string value;
    if (key == "scope" && reader.read_string(value)) {
      poke.scope = parse_id(value).value_or(Id{});
    } else if (key == "version") {
      if (!reader.read_integer(poke.version)) break;
    } else if (!reader.skip_value()) {
      break;
    }
  }
  return reader.finish() ? std::optional(poke) : std::nullopt;
}

sync::ClientEngine::Options options_of(const Id& person, const TimeZones* time_zones) {
  return {person, random_id(), time_zones};
}

}  // namespace

std::string database_of(const Id& person) { return "roomieroster-" + person.to_string(); }

Instant wall_clock() { return Instant{platform::wall_clock_ms()}; }

Id random_id() {
  const auto random = platform::random_bytes();
  return make_time_ordered_id(platform::wall_clock_ms(), std::span(random).subspan<6, 10>());
}

EnginePort::EnginePort(const Id& person, const TimeZones* time_zones)
    : person_(person), engine_(options_of(person, time_zones)) {}

void EnginePort::open() {
  is_opening_ = true;
  engine_.network_changed(platform::is_online(), wall_clock());
  platform::channel_open(database_of(person_));
  platform::disk_open(kOpenToken, database_of(person_));
}

bool EnginePort::take(const Event& event) {
  const Instant now = wall_clock();
  switch (event.kind) {
    case EventKind::disk: take_disk(event); break;
    case EventKind::http:
      engine_.http_answered(event.token, event.number, event.text,
                            static_cast<std::int64_t>(event.x * 1000), now);
      break;
    case EventKind::stream: take_stream(event); break;
    case EventKind::lock:
      if (event.number == 1) engine_.lock_changed(sync::LockState::granted, now);
      if (event.number == 0) engine_.lock_changed(sync::LockState::lost, now);
      if (event.number == -1) engine_.lock_changed(sync::LockState::unavailable, now);
      break;
    case EventKind::channel: engine_.tab_message(event.text, now); break;
    case EventKind::timer:
      engine_.timer_fired(static_cast<sync::TimerName>(event.token - kTimerToken), now);
      break;
    case EventKind::online: engine_.network_changed(true, now); break;
    case EventKind::offline: engine_.network_changed(false, now); break;
    case EventKind::visible:
    case EventKind::resume: engine_.resumed(now); break;
    case EventKind::suspend: engine_.suspended(); break;
    default: return false;
  }
  flush();
  return true;
}

void EnginePort::take_disk(const Event& event) {
  const auto outcome = static_cast<sync::DiskOutcome>(event.number);
  const Instant now = wall_clock();
  if (event.token == 0) {
    engine_.disk_closed();
  } else if (event.token == kOpenToken && is_opening_) {
    is_opening_ = false;
    has_failed_ = outcome != sync::DiskOutcome::done;
    // Without a disk the program works as long as the page lives.
    engine_.disk_loaded(0, has_failed_ ? std::vector<sync::DiskRecord>() : read_records(event.text),
                        now);
  } else if (outcome == sync::DiskOutcome::done && engine_.is_reloading(event.token)) {
    engine_.disk_loaded(event.token, read_records(event.text), now);
  } else {
    engine_.disk_answered(event.token, outcome, sync::parse_number(event.text), now);
  }
}

void EnginePort::take_stream(const Event& event) {
  const Instant now = wall_clock();
  if (event.number == 1) {
    engine_.stream_changed(event.token, sync::StreamState::open, 200, now);
  } else if (event.number == 3) {
    engine_.stream_changed(event.token, sync::StreamState::closed, static_cast<int>(event.x), now);
  } else if (const auto poke = read_poke(event.text)) {
    engine_.poked(poke->scope, poke->version, now);
  }
}

void EnginePort::flush() {
  for (std::vector<sync::Action> actions = engine_.take_actions(); !actions.empty();
       actions = engine_.take_actions()) {
    for (sync::Action& action : actions) run(action);
  }
}

void EnginePort::run(sync::Action& action) {
  const auto timer_token = [](sync::TimerName timer) {
    return kTimerToken + static_cast<std::uint32_t>(timer);
  };
  std::visit(
      Overloaded{
          [](sync::WriteDisk& each) { platform::disk_write(each.token, batch_of(each.batch)); },
          [](sync::EnqueueOnDisk& each) {
            platform::disk_enqueue(each.token, expectations_of(each.expectations), each.counter,
                                   each.prefix, each.bytes);
          },
          [](sync::ReloadDisk& each) { platform::disk_reload(each.token); },
          [this](sync::SendHttp& each) {
            const bool is_large = each.body.size() > kLargeBody;
            platform::http_send(each.token, "POST", each.path, each.body, csrf_,
                                is_large ? kUploadTimeoutMs : kRequestTimeoutMs);
          },
          [](sync::OpenStream& each) { platform::stream_open(each.token, "/api/sync/events"); },
          [](sync::CloseStream& each) { platform::stream_close(each.token); },
          [this](sync::RequestLock& each) {
            platform::lock_request(
                kLockToken, database_of(person_),
                each.is_steal ? platform::LockWish::steal : platform::LockWish::wait);
          },
          [](sync::ReleaseLock&) { platform::lock_release(kLockToken); },
          [](sync::PostToTabs& each) { platform::channel_post(each.bytes); },
          [&](sync::StartTimer& each) {
            platform::timer_start(timer_token(each.timer), static_cast<double>(each.delay_ms));
          },
          [&](sync::StopTimer& each) { platform::timer_stop(timer_token(each.timer)); }},
      action);
}

}  // namespace rr::app
