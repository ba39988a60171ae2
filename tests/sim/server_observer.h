// Watches the server from outside and judges every commit and every answer: invariants 1, 2, 6, 8,
// 9 and 13 of the architecture, and what the clients' checks need to know of its past.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "shared/sync/row_changes.h"
#include "tests/sim/server.h"

namespace rr::sim {

using Sums = std::array<Hash128, sync::kServedSchemas>;

class ServerObserver final : public ServerWatcher {
 public:
  ServerObserver(Scheduler& scheduler, Chronicle& chronicle)
      : scheduler_(scheduler), chronicle_(chronicle) {}
  void watch(const Server& server) { server_ = &server; }

  void committed(const MemoryStorage& unit) override;
  void rolled_back() override;
  void may_have_pushed(const Id& account, const sync::PushRequest& request) override;
  void pushed(const Id& account, const sync::PushRequest& request,
              const Result<sync::PushAnswer>& answer) override;
  void pulled(const Id& account, const sync::PullRequest& request,
              const sync::PullAnswer& answer) override;
  void asked_outcomes(const sync::OutcomesRequest& request) override;
  void restored() override;

  // Something happened after which a client may recover.
  void expect_recoveries() { has_cause_ = true; }
  void check_at_rest();

  // True when the server once was in that state.
  [[nodiscard]] bool was_state(const Id& scope, const Id& epoch, std::int64_t version,
                               std::uint16_t schema, const Hash128& sum) const;
  // The scope's version with which the mutation took effect; 0: it did not.
  [[nodiscard]] std::int64_t version_of(const Id& scope, const Id& account,
                                        const Id& mutation) const;
  // In whatever scope.
  [[nodiscard]] bool took_effect(const Id& account, const Id& mutation) const {
    return effective_.contains({account, mutation});
  }
  [[nodiscard]] std::uint64_t accepted() const { return accepted_; }
  [[nodiscard]] int restores() const { return restores_; }
  [[nodiscard]] bool was_restored() const { return restores_ != 0; }
  // What clients keep for 48 hours brings back what one restore forgot. A second one may come
  // before they noticed the first.
  [[nodiscard]] bool may_have_forgotten() const {
    return restores_ > 1 || (was_restored() && was_copied_);
  }
  void profile_copied() { was_copied_ = true; }
  // Copies of a profile hold the same changes; a refusal that a restore forgot binds only the copy
  // that heard it.
  [[nodiscard]] bool may_judge_twice() const { return was_restored() && was_copied_; }
  [[nodiscard]] std::uint64_t applied_of(std::string_view command) const {
    const auto found = by_command_.find(std::string(command));
    return found == by_command_.end() ? 0 : found->second;
  }

 private:
  struct Shadow {
    std::map<RowKey, Sums> rows;
    Sums sums{};
    std::int64_t version = 0;
    MemoryStore checkpoint;  // the rows from which the audit log starts
    std::set<std::int64_t> closed_cycles;
  };

  void take_rows(const std::set<std::pair<Id, RowKey>>& touched);
  void take_audit(const sync::AuditEntry& entry);
  void check_scope(const Id& scope);
  void check_numbers();
  void check_household(const Id& scope);
  void replay(const Id& scope, const ScopeData& data, const Shadow& shadow);
  void check_patch(const Id& account, std::uint16_t schema, const sync::ScopePatch& patch);
  void rebuild();

  Scheduler& scheduler_;
  Chronicle& chronicle_;
  const Server* server_ = nullptr;
  std::map<Id, Shadow> shadows_;
  std::map<std::tuple<Id, Id, std::int64_t>, std::set<Sums>> history_;
  std::map<MutationPlace, std::int64_t> applied_;
  std::set<std::pair<Id, Id>> effective_;  // account, mutation
  std::map<ClientPlace, std::int64_t> acknowledged_;
  std::map<std::string, std::uint64_t> by_command_;
  std::uint64_t accepted_ = 0;
  std::uint64_t commits_ = 0;
  bool has_cause_ = false;
  int restores_ = 0;
  bool was_copied_ = false;
};

}  // namespace rr::sim
