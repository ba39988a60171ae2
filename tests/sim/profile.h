// A browser profile of one person: a disk, a lock and a channel that its tabs share, a clock that
// may be wrong, and the tabs, each of which drives a real client engine.
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "shared/sync/client_engine.h"
#include "tests/sim/disk.h"
#include "tests/sim/network.h"

namespace rr::sim {

class Profile;

class Tab {
 public:
  using Event = std::function<void(sync::ClientEngine&, Instant now)>;

  Tab(Profile& profile, const Id& entropy);

  // Gives the engine an event and carries out what it wants; a frozen tab gets it later.
  void deliver(Event event);
  void freeze() { is_frozen_ = true; }
  void thaw();
  void die() { *alive_ = false; }

  [[nodiscard]] bool is_alive() const { return *alive_; }
  [[nodiscard]] bool is_frozen() const { return is_frozen_; }
  [[nodiscard]] const sync::ClientEngine& engine() const { return engine_; }
  [[nodiscard]] Liveness liveness() const { return alive_; }

 private:
  void run(sync::Action& action);
  void run(sync::SendHttp& wish);
  void run(const sync::OpenStream& wish);
  void run(const sync::StartTimer& wish);

  Profile& profile_;
  sync::ClientEngine engine_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  bool is_frozen_ = false;
  std::deque<Event> inbox_;
  std::array<std::uint64_t, 4> timers_{};
};

// Sees what happens in tabs.
class ClientWatcher {
 public:
  virtual ~ClientWatcher() = default;
  virtual void after_event(Profile& profile, const Tab& tab) = 0;
  virtual void answered(const Profile& profile, const std::string& path,
                        const HttpAnswer& answer) = 0;
};

class Profile {
 public:
  struct Setting {
    Scheduler& scheduler;
    Chronicle& chronicle;
    const Plan& plan;
    Random random;
    Network& network;
    ClientWatcher& watcher;
    DiskWatcher& disk_watcher;
    Id account;
    std::uint16_t schema = kSchemaCurrent;
    int number = 0;
  };

  explicit Profile(Setting setting);

  Tab& open_tab();
  // As closing a tab does: its last words are said. Whether changes still waited.
  bool close_tab(Tab& tab);
  void kill_tab(Tab& tab);
  // The device loses power; tabs come back after a while.
  void cut_power();
  void reopen_as(std::uint16_t schema);
  void heal();
  // As another program version or a defect would put it there.
  void enqueue_raw(const Id& scope, const sync::Mutation& mutation);

  [[nodiscard]] std::vector<Tab*> live_tabs();
  [[nodiscard]] Instant now() const {
    return Instant{setting_.scheduler.now().unix_ms + clock_offset_ms};
  }
  [[nodiscard]] const Setting& setting() const { return setting_; }
  [[nodiscard]] const Id& account() const { return setting_.account; }
  [[nodiscard]] std::uint16_t schema() const { return setting_.schema; }
  [[nodiscard]] Disk& disk() { return *disk_; }
  [[nodiscard]] const Disk& disk() const { return *disk_; }
  [[nodiscard]] Line& line() { return *line_; }
  [[nodiscard]] const std::shared_ptr<Line>& shared_line() const { return line_; }
  [[nodiscard]] Random& random() { return setting_.random; }
  [[nodiscard]] std::string name() const { return "profile " + std::to_string(setting_.number); }

  // For tabs.
  void request_lock(Tab& tab, bool is_steal);
  void release_lock(Tab& tab);
  void post_to_tabs(const Tab& from, const std::string& bytes);

  std::int64_t clock_offset_ms = 0;
  // It lives on this device alone until it is synced.
  bool is_device_only = false;
  bool has_locks = true;
  int most_tabs = 1;
  bool is_healed = false;

 private:
  void grant();
  [[nodiscard]] bool draw(Fault fault, std::uint64_t percent);

  Setting setting_;
  std::shared_ptr<Line> line_ = std::make_shared<Line>();
  std::unique_ptr<Disk> disk_;
  std::vector<std::unique_ptr<Tab>> tabs_;
  std::vector<Tab*> lock_waiters_;
  Tab* lock_holder_ = nullptr;
};

}  // namespace rr::sim
