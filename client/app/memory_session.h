// A household that lives in memory only: for the gallery of widgets and for tests of screens.
#pragma once

#include "client/app/memory_account.h"
#include "client/app/session.h"
#include "shared/store/memory_store.h"

namespace rr::app {

class MemorySession final : public Session {
 public:
  // `now` and `first_id` stand in for clock and randomness.
  MemorySession(Instant now, const Id& first_id);

  [[nodiscard]] Place place() const override { return Place::home; }
  [[nodiscard]] const Reader& household() const override { return household_; }
  [[nodiscard]] const Reader& person() const override { return person_; }
  [[nodiscard]] Id household_id() const override { return household_id_; }
  [[nodiscard]] Id person_id() const override { return person_id_; }
  [[nodiscard]] std::uint64_t version() const override { return version_; }
  Status issue(const Command& command) override;
  [[nodiscard]] bool can_undo() const override { return !undo_.empty(); }
  void undo() override;
  [[nodiscard]] SaveStatus save_status() const override;
  [[nodiscard]] std::vector<RefusedChange> refusals() const override { return {}; }
  void retry(const Id&) override {}
  void discard(const Id&) override {}
  [[nodiscard]] Account& account() override { return account_; }
  [[nodiscard]] MemoryAccount& memory_account() { return account_; }
  [[nodiscard]] bool is_update_ready() const override { return false; }
  void reload() override {}
  [[nodiscard]] Id new_id() override;

 private:
  [[nodiscard]] Context context();

  MemoryAccount account_;
  MemoryStore household_;
  MemoryStore person_;
  Instant now_;
  Id seed_;
  Id household_id_;
  Id person_id_;
  std::uint64_t next_id_ = 0;
  std::uint64_t version_ = 1;
  std::vector<Command> undo_;
};

}  // namespace rr::app
