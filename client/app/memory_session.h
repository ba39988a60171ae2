// A household that lives in memory only: for the gallery of widgets and for tests of screens.
#pragma once

#include "client/app/memory_account.h"
#include "client/app/session.h"
#include "shared/store/memory_store.h"

namespace rr::app {

class MemorySession final : public Session {
 public:
  // `now` and `first_id` stand in for clock and randomness; `time_zones` outlives the session.
  MemorySession(Instant now, const Id& first_id, const TimeZones* time_zones = nullptr);

  [[nodiscard]] Place place() const override { return place_; }
  void set_place(Place place) { place_ = place; }
  [[nodiscard]] const Reader& household() const override { return household_; }
  [[nodiscard]] const Reader& person() const override { return person_; }
  [[nodiscard]] Id household_id() const override { return household_id_; }
  [[nodiscard]] Id person_id() const override { return person_id_; }
  [[nodiscard]] std::uint64_t version() const override { return version_; }
  [[nodiscard]] Instant now() const override { return now_; }
  [[nodiscard]] const TimeZones* time_zones() const override { return time_zones_; }
  Status issue(const Command& command) override;
  // What the program itself does (somebody joins).
  Status issue_for_program(const Command& command);
  [[nodiscard]] bool is_requested(const EntityInfo&, const Id&) const override { return false; }
  [[nodiscard]] bool is_ahead(const EntityInfo&, const Id&) const override { return false; }
  [[nodiscard]] bool can_undo() const override { return !undo_.empty(); }
  void undo() override;
  [[nodiscard]] SaveStatus save_status() const override;
  void set_save_status(const SaveStatus& status) { save_status_ = status; }
  // Refused changes; trying one again or discarding it takes it off the list.
  void set_refusals(std::vector<RefusedChange> refusals) { refusals_ = std::move(refusals); }
  [[nodiscard]] std::vector<RefusedChange> refusals() const override { return refusals_; }
  void retry(const Id& mutation_id) override { discard(mutation_id); }
  void discard(const Id& mutation_id) override;
  [[nodiscard]] Account& account() override { return account_; }
  [[nodiscard]] MemoryAccount& memory_account() { return account_; }
  [[nodiscard]] bool is_update_ready() const override { return is_update_ready_; }
  void set_update_ready() { is_update_ready_ = true; }
  void reload() override { is_update_ready_ = false; }
  [[nodiscard]] Id new_id() override;

  // Goes on in time; what is due by then (a cycle's close) happens.
  void move_to(Instant now);

 private:
  [[nodiscard]] Context context(ScopeKind kind);
  [[nodiscard]] MemoryStore& store_of(const Command& command);
  void run_system_commands();

  MemoryAccount account_;
  MemoryStore household_;
  MemoryStore person_;
  Instant now_;
  const TimeZones* time_zones_;
  Id seed_;
  Id household_id_;
  Id person_id_;
  std::uint64_t next_id_ = 0;
  std::uint64_t version_ = 1;
  std::vector<Command> undo_;
  Place place_ = Place::home;
  SaveStatus save_status_{SaveState::saved_on_device, 0, 0};
  std::vector<RefusedChange> refusals_;
  bool is_update_ready_ = false;
};

}  // namespace rr::app
