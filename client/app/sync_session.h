// The session of the page: one person's profile in this browser over the sync engine.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "client/app/engine_port.h"
#include "client/app/server_account.h"
#include "client/app/session.h"
#include "shared/base/time_zones.h"
#include "shared/store/memory_store.h"

namespace rr::app {

class SyncSession final : public Session, private AccountHost {
 public:
  // Finds out who is here: local data first, then the server's session. Answers arrive in take().
  void start();
  // Takes what data does; called by the pump, also in hidden tabs.
  void take(const platform::Event& event);

  [[nodiscard]] Place place() const override;
  [[nodiscard]] const Reader& household() const override;
  [[nodiscard]] const Reader& person() const override;
  [[nodiscard]] Id household_id() const override;
  [[nodiscard]] Id person_id() const override { return person_; }
  [[nodiscard]] std::uint64_t version() const override;
  [[nodiscard]] Instant now() const override;
  [[nodiscard]] const TimeZones* time_zones() const override { return time_zones_.get(); }
  Status issue(const Command& command) override;
  [[nodiscard]] bool is_requested(const EntityInfo& entity, const Id& row) const override;
  [[nodiscard]] bool is_ahead(const EntityInfo& entity, const Id& row) const override;
  [[nodiscard]] bool can_undo() const override { return !undo_.empty(); }
  void undo() override;
  [[nodiscard]] SaveStatus save_status() const override;
  [[nodiscard]] std::vector<RefusedChange> refusals() const override;
  void retry(const Id& mutation_id) override;
  void discard(const Id& mutation_id) override;
  [[nodiscard]] Account& account() override { return account_; }
  [[nodiscard]] bool is_update_ready() const override { return is_update_ready_; }
  void reload() override;
  [[nodiscard]] Id new_id() override { return random_id(); }

 private:
  [[nodiscard]] EnginePort* port() override { return port_.get(); }
  void open_profile(const Id& person) override;
  void close_profile() override;
  void account_changed() override;

  void settle();
  [[nodiscard]] const sync::ClientScope* open_household() const;
  [[nodiscard]] Id scope_of_mutation(const Id& mutation_id) const;

  void ask_time_zones();
  void took_time_zones(const platform::Event& event);

  ServerAccount account_{*this};
  std::unique_ptr<TimeZones> time_zones_;
  Id person_;
  std::unique_ptr<EnginePort> port_;
  MemoryStore nothing_;
  std::vector<Command> undo_;
  std::uint64_t own_version_ = 1;
  bool is_update_ready_ = false;
  bool is_signed_out_ = false;
};

}  // namespace rr::app
