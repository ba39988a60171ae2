#include "client/platform/storage.h"

#include <utility>

#include "client/platform/headless/fake.h"

namespace rr::platform {
namespace fake {
namespace {

constexpr std::size_t kNumberDigits = 12;

void append_u32(std::string& out, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

std::string pack(const Browser::Database& database) {
  std::string bytes;
  for (const auto& [key, value] : database) {
    append_u32(bytes, key.size());
    append_u32(bytes, value.size());
    bytes += key + value;
  }
  return bytes;
}

void answer(const DiskRequest& request, DiskOutcome outcome, std::string bytes = {}) {
  if (request.tab == nullptr) return;  // closed meanwhile
  Event event;
  event.kind = EventKind::disk;
  event.token = request.token;
  event.number = static_cast<std::int32_t>(outcome);
  event.text = std::move(bytes);
  request.tab->post(std::move(event));
}

bool holds(const Browser::Database& database, const std::vector<DiskExpectation>& expectations) {
  for (const DiskExpectation& each : expectations) {
    const auto found = database.find(each.key);
    const bool is_there = found != database.end();
    if (is_there != each.bytes.has_value()) return false;
    if (is_there && found->second != *each.bytes) return false;
  }
  return true;
}

}  // namespace

void Browser::run_disk() { run_disk(disk_requests.size()); }

void Browser::run_disk(std::size_t count) {
  for (; count > 0 && !disk_requests.empty(); --count) {
    DiskRequest request = std::move(disk_requests.front());
    disk_requests.pop_front();
    if (disk_outcome != DiskOutcome::done) {
      answer(request, disk_outcome);
    } else {
      run(request);
    }
  }
}

void Browser::run(DiskRequest& request) {
  using Kind = DiskRequest::Kind;
  if (request.kind == Kind::erase) return erase(request);
  if (request.kind == Kind::persist) {
    return answer(request, DiskOutcome::done, is_persistent ? "1" : "0");
  }
  if (request.kind == Kind::open && request.tab != nullptr) {
    request.tab->database_ = request.database;
    databases.try_emplace(request.database);
  }
  const auto found = databases.find(request.database);
  if (found == databases.end()) return answer(request, DiskOutcome::closed);
  switch (request.kind) {
    case Kind::write: return write(request, found->second);
    case Kind::enqueue: return enqueue(request, found->second);
    default: return answer(request, DiskOutcome::done, pack(found->second));
  }
}

void Browser::write(const DiskRequest& request, Database& database) {
  if (!holds(database, request.batch.expectations)) {
    return answer(request, DiskOutcome::conflict);
  }
  for (const DiskWrite& each : request.batch.writes) {
    if (each.bytes) {
      database[each.key] = *each.bytes;
    } else {
      database.erase(each.key);
    }
  }
  answer(request, DiskOutcome::done);
}

void Browser::enqueue(const DiskRequest& request, Database& database) {
  if (!holds(database, request.batch.expectations)) {
    return answer(request, DiskOutcome::conflict);
  }
  const auto counter = database.find(request.counter);
  const std::int64_t number = counter == database.end() ? 1 : std::stoll(counter->second);
  database[request.counter] = std::to_string(number + 1);
  std::string digits = std::to_string(number);
  digits.insert(0, kNumberDigits - digits.size(), '0');
  database[request.prefix + digits] = request.bytes;
  answer(request, DiskOutcome::done, std::to_string(number));
}

// Every tab that has it open loses it, the asking one without being told.
void Browser::erase(const DiskRequest& request) {
  databases.erase(request.database);
  for (Tab* tab : tabs_) {
    if (tab->database_ != request.database) continue;
    tab->database_.clear();
    if (tab == request.tab) continue;
    DiskRequest nobody;
    nobody.tab = tab;
    answer(nobody, DiskOutcome::closed);
  }
  answer(request, DiskOutcome::done);
}

}  // namespace fake

namespace {

using fake::DiskRequest;

void ask(DiskRequest request) {
  fake::Tab& tab = fake::Tab::entered();
  request.tab = &tab;
  tab.browser().disk_requests.push_back(std::move(request));
}

// A request on the open database; without one it is answered at once, as the page does.
void ask_open(DiskRequest request) {
  fake::Tab& tab = fake::Tab::entered();
  request.database = fake::Access::database(tab);
  if (!request.database.empty()) return ask(std::move(request));
  Event event;
  event.kind = EventKind::disk;
  event.token = request.token;
  event.number = static_cast<std::int32_t>(DiskOutcome::closed);
  tab.post(std::move(event));
}

DiskRequest request_of(DiskRequest::Kind kind, std::uint32_t token) {
  DiskRequest request;
  request.kind = kind;
  request.token = token;
  return request;
}

}  // namespace

void disk_open(std::uint32_t token, std::string_view database) {
  DiskRequest request = request_of(DiskRequest::Kind::open, token);
  request.database = database;
  ask(std::move(request));
}

void disk_reload(std::uint32_t token) { ask_open(request_of(DiskRequest::Kind::reload, token)); }

void disk_write(std::uint32_t token, const DiskBatch& batch) {
  DiskRequest request = request_of(DiskRequest::Kind::write, token);
  request.batch = batch;
  ask_open(std::move(request));
}

void disk_enqueue(std::uint32_t token, const std::vector<DiskExpectation>& expectations,
                  std::string_view counter, std::string_view prefix, std::string_view bytes) {
  DiskRequest request = request_of(DiskRequest::Kind::enqueue, token);
  request.batch.expectations = expectations;
  request.counter = counter;
  request.prefix = prefix;
  request.bytes = bytes;
  ask_open(std::move(request));
}

void disk_erase(std::uint32_t token, std::string_view database) {
  DiskRequest request = request_of(DiskRequest::Kind::erase, token);
  request.database = database;
  ask(std::move(request));
}

void disk_persist(std::uint32_t token) { ask(request_of(DiskRequest::Kind::persist, token)); }

}  // namespace rr::platform
