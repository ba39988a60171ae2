// Watches one profile's disk and judges every transaction: invariants 3, 10 and 11.
#pragma once

#include <map>
#include <set>
#include <string>

#include "shared/sync/client_records.h"
#include "tests/sim/disk.h"
#include "tests/sim/server_observer.h"

namespace rr::sim {

class DiskObserver final : public DiskWatcher {
 public:
  struct Setting {
    Scheduler& scheduler;
    Chronicle& chronicle;
    const ServerObserver& server;
    Id account;
    std::string name;
    // Two tabs may lead at once: one may hold an outcome that it heard before a restore.
    bool may_have_two_leaders = false;
  };

  explicit DiskObserver(Setting setting) : setting_(std::move(setting)) {}
  void watch(const Disk& disk) { disk_ = &disk; }

  void committed(const std::vector<DiskChange>& changes) override;
  void power_was_cut() override;
  // The disk's content was copied here.
  void begin_with_copy();
  void check_at_rest();

  // Where a mutation stands: the kinds of its records; empty: nowhere.
  [[nodiscard]] std::string standing(const Id& mutation) const;
  [[nodiscard]] bool was_tracked(const Id& mutation) const { return tracked_.contains(mutation); }

 private:
  [[nodiscard]] bool may_have_forgotten() const;
  struct Cookie {
    Id epoch;
    std::int64_t version = 0;
  };

  void index(const std::string& key, const std::string& bytes, bool is_there);
  void take_change(const DiskChange& change, std::set<Id>& left);
  void forget_old(const DiskChange& change, const Id& mutation);
  void take_cookie(const Id& scope, const std::string& bytes);
  void check_base(const Id& scope, const sync::ScopeRecord& record);
  void check_trimmed(const Id& scope, const Id& mutation);
  [[nodiscard]] std::optional<sync::ScopeRecord> record_of(const Id& scope) const;
  void note_change(const DiskChange& change);

  Setting setting_;
  const Disk* disk_ = nullptr;
  std::map<Id, std::map<std::string, char>> places_;  // mutation -> its records
  std::map<Id, Id> tracked_;                          // mutation -> scope
  std::set<Id> settled_;                              // what may be gone
  std::map<Id, Cookie> cookies_;
};

}  // namespace rr::sim
