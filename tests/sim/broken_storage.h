// Storages that break one promise each. They live as long as the server, over one unit of work
// after another.
#pragma once

#include <memory>

#include "tests/sim/broken.h"
#include "tests/sim/forwarding_storage.h"
#include "tests/sim/server_data.h"

namespace rr::sim {

class BrokenStorage {
 public:
  virtual ~BrokenStorage() = default;
  // The broken view of a unit of work that is about to begin. `push`: null for everything else.
  [[nodiscard]] virtual std::unique_ptr<sync::ServerStorage> wrap(
      sync::ServerStorage& unit, const sync::PushRequest* push) = 0;
  // A writing unit of work is about to begin, or was rolled back after a fault.
  virtual void before(const ServerData&) {}
  virtual void after_fault(ServerData&, const sync::PushRequest*, const Id&) {}
};

// Null when the defect is not one of the storage.
[[nodiscard]] std::unique_ptr<BrokenStorage> make_broken_storage(Broken broken);

}  // namespace rr::sim
