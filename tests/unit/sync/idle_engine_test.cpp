// What the engine tells of itself while nothing happens: a version that stays is a page that draws
// nothing.
#include <doctest/doctest.h>

#include <variant>
#include <vector>

#include "shared/sync/client_engine.h"
#include "tests/unit/support/home.h"

namespace rr {
namespace {

constexpr Instant kNow{1'700'000'000'000};

std::vector<sync::DiskRecord> records_of(std::int64_t version,
                                         sync::ScopeMode mode = sync::ScopeMode::local) {
  sync::ScopeRecord scope;
  scope.mode = mode;
  scope.version = version;
  return {{sync::scope_key(number_id(9)), sync::encode(scope)}};
}

// As every minute: the disk is read again, because a tab that was closed may have left changes.
void poll(sync::ClientEngine& engine, const std::vector<sync::DiskRecord>& records) {
  static_cast<void>(engine.take_actions());
  engine.timer_fired(sync::TimerName::poll, kNow);
  bool is_read = false;
  for (const sync::Action& action : engine.take_actions()) {
    const auto* reload = std::get_if<sync::ReloadDisk>(&action);
    if (reload == nullptr) continue;
    is_read = true;
    engine.disk_loaded(reload->token, records, kNow);
  }
  REQUIRE(is_read);
}

// How long the engine waits before it polls next.
std::int64_t wait_after_poll(sync::ScopeMode mode) {
  sync::ClientEngine::Options options;
  options.person = number_id(1);
  options.entropy = number_id(2);
  sync::ClientEngine engine(options);
  engine.disk_loaded(0, records_of(1, mode), kNow);
  engine.timer_fired(sync::TimerName::poll, kNow);
  std::int64_t delay_ms = 0;
  for (const sync::Action& action : engine.take_actions()) {
    const auto* timer = std::get_if<sync::StartTimer>(&action);
    if (timer != nullptr && timer->timer == sync::TimerName::poll) delay_ms = timer->delay_ms;
  }
  return delay_ms;
}

TEST_CASE("a household of one device is polled as rarely as one whose changes are told") {
  CHECK(wait_after_poll(sync::ScopeMode::local) >= 30'000);
  CHECK(wait_after_poll(sync::ScopeMode::synced) <= 15'000);
}

TEST_CASE("reading the disk again changes nothing unless something else stands there") {
  sync::ClientEngine::Options options;
  options.person = number_id(1);
  options.entropy = number_id(2);
  sync::ClientEngine engine(options);
  engine.disk_loaded(0, records_of(1), kNow);
  const std::uint64_t opened = engine.version();
  poll(engine, records_of(1));
  CHECK(engine.version() == opened);
  poll(engine, records_of(2));
  CHECK(engine.version() > opened);
  CHECK(engine.find_scope(number_id(9))->record().version == 2);
}

}  // namespace
}  // namespace rr
