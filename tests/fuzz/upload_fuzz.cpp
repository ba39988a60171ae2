// Any bytes as the snapshot with which a household of one device becomes a synced one: it is taken
// whole, and the same again changes nothing, or it is refused by a code.
#include "server/ops/built_in_time_zones.h"
#include "shared/base/time_zones.h"
#include "shared/sync/server_engine.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/sim/memory_storage.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto snapshot = rr::sync::decode<rr::sync::Snapshot>(rr::fuzz::text_of(data, size));
  if (!snapshot) return 0;
  rr::sim::ServerData server;
  rr::sim::MemoryStorage storage(server);
  rr::sync::ServerCall call;
  call.account.bytes[15] = 1;
  call.entropy.bytes[15] = 2;
  call.now = rr::Instant{1'800'000'000'000};
  call.time_zones = &rr::built_in_time_zones();
  rr::sync::ServerEffects effects;
  const rr::Status taken = rr::sync::accept_snapshot(storage, call, *snapshot, effects);
  if (!taken) {
    rr::fuzz::require(!taken.error().code.empty());
    return 0;
  }
  storage.commit();
  rr::fuzz::require(storage.households_of(call.account).size() == 1);
  rr::sim::MemoryStorage second(server);
  rr::fuzz::require(rr::sync::accept_snapshot(second, call, *snapshot, effects).ok());
  rr::fuzz::require(second.touched_rows().empty());
  return 0;
}
