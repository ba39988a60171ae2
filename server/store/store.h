// The server's storage: units of work that are durable as a whole or did not happen.
//
// The only door to the database. SQLite stands behind it today; PostgreSQL fits the same door.
// What a unit of work reads, it reads from one snapshot.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/store/account_tables.h"
#include "shared/base/result.h"
#include "shared/store/transaction.h"
#include "shared/sync/server_storage.h"

namespace rr {

enum class WorkEnding : std::uint8_t { commit, roll_back };

class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;
  [[nodiscard]] virtual AccountTables& accounts() = 0;
  // Scopes, rows, outcomes and memberships, as the sync engine sees them.
  [[nodiscard]] virtual sync::ServerStorage& sync() = 0;
  // Scopes of that kind in id order, those after `last` (nil: from the beginning).
  [[nodiscard]] virtual std::vector<Id> scopes_after(ScopeKind kind, const Id& last,
                                                     std::size_t limit) = 0;
  // The rows of one scope; valid as long as the unit of work.
  [[nodiscard]] virtual std::unique_ptr<Reader> rows(const Id& scope) = 0;
  // True once a read or write failed: nothing read since can be trusted, nothing will be kept.
  [[nodiscard]] virtual bool faulted() const = 0;
};

class Store {
 public:
  // May run more than once before it is kept: it starts from nothing each time.
  using Writing = std::function<WorkEnding(UnitOfWork& work)>;
  using Reading = std::function<void(UnitOfWork& work)>;

  virtual ~Store() = default;

  // Returns when the work is durable, or rolled back as it asked. Code: store_fault.
  [[nodiscard]] virtual Status write(const Writing& writing) = 0;
  // Reads beside the writer. Code: store_fault.
  [[nodiscard]] virtual Status read(const Reading& reading) = 0;

  struct Health {
    std::string type;
    std::int64_t schema_current = 0;
    std::int64_t schema_expected = 0;
    std::int64_t schema_pending = 0;
    bool is_schema_served = false;
    bool has_core_tables = false;
  };
  // Code: store_fault.
  [[nodiscard]] virtual Result<Health> probe() = 0;
};

}  // namespace rr
