// Watches tabs: invariant 4 (the view is the base with the queue replayed), and what people were
// told of their changes.
#pragma once

#include <map>
#include <set>

#include "tests/sim/profile.h"
#include "tests/sim/server_observer.h"

namespace rr::sim {

class TabObserver final : public ClientWatcher {
 public:
  TabObserver(Scheduler& scheduler, Chronicle& chronicle, std::uint64_t seed)
      : scheduler_(scheduler), chronicle_(chronicle), random_(seed) {}

  void after_event(Profile& profile, const Tab& tab) override;
  void answered(const Profile& profile, const std::string& path, const HttpAnswer& answer) override;

  void check_view(const Tab& tab);
  // Every change that somebody was told is saved took effect once.
  void check_at_rest(const ServerObserver& server);

 private:
  void check_scope(const Tab& tab, const sync::ClientScope& scope);

  Scheduler& scheduler_;
  Chronicle& chronicle_;
  Random random_;
  std::map<Id, Id> told_applied_;  // mutation -> account
};

}  // namespace rr::sim
