// What every endpoint that reads or writes scopes shares: the store, the live streams, and how a
// call becomes one of the sync engine.
#pragma once

#include <functional>
#include <optional>

#include "server/http/call_context.h"
#include "server/store/store.h"
#include "server/sync/event_hub.h"
#include "shared/sync/server_engine.h"

namespace rr {

class SyncService {
 public:
  // The references outlive the service.
  SyncService(Store& store, EventHub& hub, const TimeZones& time_zones)
      : store_(store), hub_(hub), time_zones_(&time_zones) {}

  [[nodiscard]] Store& store() { return store_; }

  // The same call may be handed to a unit of work that runs again.
  [[nodiscard]] sync::ServerCall make_call(const Id& account, Instant now,
                                           std::string request) const;

  // True when a system command is due in the household.
  [[nodiscard]] bool owes_work(UnitOfWork& work, const Id& household, Instant now) const;

  // Runs `work` in one unit of work and, once it is durable, pokes whoever its effects concern.
  // Kept when the work says so. Code: store_fault.
  using Work = std::function<WorkEnding(UnitOfWork& work, sync::ServerEffects& effects)>;
  [[nodiscard]] Status write(const Work& work);

 private:
  void announce(const sync::ServerEffects& effects);

  Store& store_;
  EventHub& hub_;
  const TimeZones* time_zones_;
};

}  // namespace rr
